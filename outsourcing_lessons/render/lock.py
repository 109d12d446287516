"""One command at a time for a destination, wherever its journal lies, and the folder in which it works.

The file of a command that was killed stays, and with it what was noted there: its scratch folder, which is cleared away
wherever it is. That folder names its destination in turn, so that neither a copied destination nor anybody's note can
have another one cleared. Where a disk cannot lock, nobody is kept out; what then keeps two commands from mixing their
files is the token of `storage`.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from outsourcing_lessons.errors import InputError
from outsourcing_lessons.file_lock import FileLock, HeldError
from outsourcing_lessons.render.storage import store_error

IN_USE = "another command is rendering into {}; wait until it has finished, or choose another folder"
PREFIX, OWNER = "outsourcing-lessons-", "destination"  # of a scratch folder, and the file in it that names whose it is


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


@contextmanager
def scratch(lock: FileLock, destination: str) -> Iterator[Path]:
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
