"""One process at a time: a locked file, which the system frees however its process ends. What is noted in it stays."""

from __future__ import annotations

import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30  # what is locked there cannot be read by others: so it is a byte behind what they are to read

    def _take(file: int) -> None:
        os.lseek(file, _FAR, os.SEEK_SET)
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _take(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


TAKEN = (BlockingIOError, PermissionError)  # any other error: this disk knows no locks, and nobody is kept out


class HeldError(Exception):
    """Another process holds the file; the text is what it has noted there."""


class FileLock:
    """A file that this process holds; an OSError where it cannot be opened, a HeldError where another holds it."""

    def __init__(self, path: Path):
        self.path, self._file = path, os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _take(self._file)
        except TAKEN:
            noted = self.noted()
            self.close()
            raise HeldError(noted) from None
        except OSError:
            pass

    def noted(self) -> str:
        """Return what is noted in it, by this process or by one that was killed."""
        os.lseek(self._file, 0, os.SEEK_SET)
        return os.read(self._file, 1 << 16).decode(errors="replace")

    def note(self, text: str) -> None:
        """Note something for whoever comes second, or after this process was killed."""
        os.lseek(self._file, 0, os.SEEK_SET)
        os.ftruncate(self._file, 0)
        os.write(self._file, text.encode())

    def is_there(self) -> bool:
        """Whether the path still leads to the file that is held."""
        try:
            return os.path.samestat(os.fstat(self._file), os.stat(self.path))
        except FileNotFoundError:
            return False

    def close(self) -> None:
        """Let others have it; the file stays."""
        os.close(self._file)
