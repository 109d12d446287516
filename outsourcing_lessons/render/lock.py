"""One command at a time for a destination, wherever its journal lies.

The file of a command that was killed stays, and with it what was noted there. Where a disk cannot lock, nobody is kept
out; what then keeps two commands from mixing their files is the token of `storage`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from outsourcing_lessons.errors import InputError
from outsourcing_lessons.file_lock import FileLock, HeldError
from outsourcing_lessons.render.disk_errors import store_error

IN_USE = "another command is rendering into {}; wait until it has finished, or choose another folder"


@contextmanager
def held(paths: Iterable[Path], destination: str) -> Iterator[FileLock]:
    """Hold all of them, and yield the first; raises InputError when another command holds one."""
    with ExitStack() as stack:
        locks = []
        for path in paths:
            locks.append(_taken(path, destination))
            stack.callback(_free, locks[-1])
        yield locks[0]


def _taken(path: Path, destination: str) -> FileLock:
    while True:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            lock = FileLock(path)
        except HeldError:
            raise InputError(IN_USE.format(destination)) from None
        except OSError as error:
            raise store_error(path, error) from None
        if lock.is_there():
            return lock
        lock.close()  # whoever held it has just taken the file away: another one is made


def _free(lock: FileLock) -> None:
    with suppress(OSError):  # a system that takes no open file away: the next command finds it empty
        lock.path.unlink()
    lock.close()
