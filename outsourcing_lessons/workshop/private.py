"""A workshop's files are for whoever runs it: names, answers and the secrets of the room are in them."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

BESIDE = ("", "-wal", "-shm", "-journal", "-lock")  # the file, what SQLite keeps beside it, and who is serving it


def beside(path: Path) -> list[Path]:
    """Return a workshop's file and all that may lie beside it."""
    return [path.with_name(path.name + end) for end in BESIDE]


def keep_private(path: Path) -> None:
    """Let nobody else read a workshop's file; one that is not there yet is made so. SQLite does the same beside it."""
    with suppress(OSError):  # whether it can be used at all is for SQLite to say
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
        for one in beside(path):
            if one.exists() and one.stat().st_mode & 0o077:
                one.chmod(0o600)
