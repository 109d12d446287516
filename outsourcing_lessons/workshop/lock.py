"""One server for one file. The system holds the lock as long as the process lives, however it ends, and no longer."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from outsourcing_lessons.errors import WorkshopError

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


TAKEN = (BlockingIOError, PermissionError)  # any other error: this disk knows no locks, and SQLite has to do


class Lock:
    """The right to serve a workshop's file, until it is let go or the process ends.

    ``path``: the file of the workshop; the lock is a file beside it, which may stay and means nothing by itself.

    Raises WorkshopError if another process serves it; says where.
    """

    def __init__(self, path: Path):
        self._file = os.open(path.with_name(f"{path.name}-lock"), os.O_RDWR | os.O_CREAT, 0o600)
        try:
            _take(self._file)
        except TAKEN:
            os.lseek(self._file, 0, os.SEEK_SET)
            console = os.read(self._file, 500)
            os.close(self._file)
            where = f" at {console.decode(errors='replace')}" if console else ""
            raise WorkshopError(
                f"{path} is already running{where}: open its console there, or stop it first; "
                "for a second workshop, choose another file with --db"
            ) from None
        except OSError:
            pass

    def tell(self, console: str) -> None:
        """Leave word for whoever comes second where the console is."""
        os.lseek(self._file, 0, os.SEEK_SET)
        os.ftruncate(self._file, 0)
        os.write(self._file, console.encode())

    def let_go(self) -> None:
        """Let others have it."""
        os.close(self._file)
