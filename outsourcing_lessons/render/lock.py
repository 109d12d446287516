"""One command at a time for a destination, wherever its journal lies: locked files, which the system frees.

A lock ends with the process that holds it, however that ends. The file of one that was killed stays, and with it what
was noted there: the scratch folder that nobody has taken away. Where a disk cannot lock, nobody is kept out; what then
keeps two commands from mixing their files is the token of `store`.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from outsourcing_lessons.errors import InputError
from outsourcing_lessons.render.disk_errors import store_error

IN_USE = "another command is rendering into {}; wait until it has finished, or choose another folder"
HELD = {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES}


class Lock:
    """A file that this process holds."""

    def __init__(self, path: Path, destination: str):
        self.path, self._destination = path, destination
        while not self._take():
            pass  # whoever held it has just taken the file away: another one is made

    def _take(self) -> bool:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._file = os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise store_error(self.path, error) from None
        try:
            _lock(self._file)
            return self.path.exists() and os.path.samestat(os.fstat(self._file), os.stat(self.path))
        except OSError as error:
            os.close(self._file)
            if error.errno in HELD:
                raise InputError(IN_USE.format(self._destination)) from None
            raise

    def noted(self) -> str:
        """Return what a killed command had noted."""
        os.lseek(self._file, 0, os.SEEK_SET)
        return os.read(self._file, 1 << 16).decode(errors="replace")

    def note(self, text: str) -> None:
        """Note something for whoever comes after this process was killed."""
        os.lseek(self._file, 0, os.SEEK_SET)
        os.ftruncate(self._file, 0)
        os.write(self._file, text.encode())

    def free(self) -> None:
        """Take the file away and let others in."""
        try:
            self.path.unlink()
        except OSError:
            pass  # a system that takes no open file away: the next command finds it empty
        os.close(self._file)


@contextmanager
def held(paths: Iterable[Path], destination: str) -> Iterator[Lock]:
    """Hold all of them, and yield the first; raises InputError when another command holds one."""
    with ExitStack() as stack:
        locks = []
        for path in paths:
            locks.append(Lock(path, destination))
            stack.callback(locks[-1].free)
        yield locks[0]


def _lock(file: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        return
    import fcntl

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno not in (errno.ENOLCK, errno.ENOTSUP, errno.EINVAL):
            raise
