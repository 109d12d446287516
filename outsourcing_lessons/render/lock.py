"""One command at a time for a destination, wherever its journal lies, and the folder in which it works.

A lock is a file that the system frees with the process that holds it, however that ends. The file of one that was
killed stays, and with it what was noted there: its scratch folder, which is cleared away wherever it is. That folder
names its destination in turn, so that neither a copied destination nor anybody's note can have another one cleared.
Where a disk cannot lock, nobody is kept out; what then keeps two commands from mixing their files is the token of
`storage`.
"""

from __future__ import annotations

import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from outsourcing_lessons.errors import InputError
from outsourcing_lessons.render.storage import store_error

IN_USE = "another command is rendering into {}; wait until it has finished, or choose another folder"
HELD = {errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES}
PREFIX, OWNER = "outsourcing-lessons-", "destination"  # of a scratch folder, and the file in it that names whose it is


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


@contextmanager
def scratch(lock: Lock, destination: str) -> Iterator[Path]:
    """Make an empty folder for the batch, and clear away that of a run that was killed."""
    earlier = Path(lock.noted() or ".")
    if earlier.is_absolute() and earlier.name.startswith(PREFIX) and _owner(earlier) == destination:
        shutil.rmtree(earlier, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True) as folder:
        lock.note(folder)
        (Path(folder) / OWNER).write_text(destination, encoding="utf-8")
        (Path(folder) / "work").mkdir()
        yield Path(folder) / "work"


def _owner(folder: Path) -> str:
    try:
        return (folder / OWNER).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


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
