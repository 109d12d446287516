"""Files that nobody else on this machine may read: keys, and what people answered."""

from __future__ import annotations

import os


def for_oneself(path: str, flags: int) -> int:
    """Open a file, as the ``opener`` of `open`; one that is new is its owner's alone."""
    return os.open(path, flags, 0o600)
