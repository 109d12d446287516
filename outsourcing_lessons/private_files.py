"""Files that nobody else on this machine may read: keys, and what people answered."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path


def for_oneself(path: str, flags: int) -> int:
    """Open a file, as the ``opener`` of `open`; one that is new is its owner's alone."""
    return os.open(path, flags, 0o600)


def keep_private(path: Path, *beside: Path) -> None:
    """Let nobody else read a file, nor those beside it that are there; one that is not there yet is made so."""
    with suppress(OSError):  # whether it can be used at all is for whoever opens it to say
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        for one in (path, *beside):
            if one.exists() and one.stat().st_mode & 0o077:
                one.chmod(0o600)
