"""One server for one file."""

from __future__ import annotations

from pathlib import Path

from outsourcing_lessons.errors import WorkshopError
from outsourcing_lessons.file_lock import FileLock, HeldError


def locked(path: Path) -> FileLock:
    """Return the right to serve a workshop's file, until it is closed or the process ends.

    It is a file beside that one, which may stay and means nothing by itself. Noted in it is where the console is.

    Raises WorkshopError if another process serves it; says where.
    """
    try:
        return FileLock(path.with_name(f"{path.name}-lock"))
    except HeldError as held:
        where = f" at {held}" if str(held) else ""
        raise WorkshopError(
            f"{path} is already running{where}: open its console there, or stop it first; "
            "for a second workshop, choose another file with --db"
        ) from None
