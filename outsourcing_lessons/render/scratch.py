"""The folder in which a batch works, and that of a run that was killed, which is cleared away wherever it was.

Its address is noted in the lock of the destination, and the folder names its destination in turn, so that neither a
copied destination nor anybody's note can have another folder cleared.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from outsourcing_lessons.file_lock import FileLock

PREFIX = "outsourcing-lessons-"
OWNER = "destination"


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
