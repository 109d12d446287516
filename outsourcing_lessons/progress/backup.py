"""A copy of each day's answers beside their file, and what is amiss when that file is damaged or may only be read.

The copy of a day is made when the first lesson of it is opened, so it holds all that was done before. Going back to one
adds what is missing now; nothing is replaced.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

from outsourcing_lessons.database import connect
from outsourcing_lessons.errors import ProgressError
from outsourcing_lessons.progress.sqlite import SqliteProgress

DAYS = 7  # of which copies are kept


def back_up(store: SqliteProgress, today: date) -> Path | None:
    """Make the copy of a day and return it, unless it is there or there is nothing sound to copy.

    Where none can be made, as on a full disk, the lesson goes on without.
    """
    target = store.path.with_name(f"{store.path.stem} (backup {today.isoformat()}){store.path.suffix}")
    if target.exists() or not store.path.exists() or store.fault() == "damaged":
        return None
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with closing(connect(store.path)) as file:
            file.execute("VACUUM INTO ?", (str(beside),))
        beside.replace(target)
        for old in backups(store)[DAYS:]:
            old.unlink()
    except (sqlite3.Error, OSError):
        return None
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
    return target


def backups(store: SqliteProgress) -> list[Path]:
    """Return the copies, the latest first."""
    return _beside(store, "backup")


def set_aside(store: SqliteProgress) -> list[Path]:
    """Return the files that were found damaged, the latest first."""
    return _beside(store, "damaged")


def day_of(backup: Path) -> date:
    """Return the day of a copy.

    Examples
    --------
    >>> day_of(Path("my-progress (backup 2026-11-28).sqlite"))
    datetime.date(2026, 11, 28)
    """
    return date.fromisoformat(backup.stem.rpartition("backup ")[2].rstrip(")"))


def missing_from(store: SqliteProgress) -> Path | None:
    """Return the latest copy, if it has answers that the store has not."""
    for backup in backups(store)[:1]:
        with suppress(ProgressError):
            here = {one.id for one in store.everything()[0]}
            if any(one.id not in here for one in SqliteProgress(backup).everything()[0]):
                return backup
    return None


def trouble(store: SqliteProgress) -> str:
    """Say what a learner must know about the file of answers, as Markdown; "" where nothing is amiss."""
    if store.fault() == "read-only":
        cure = "The command `outsourcing-lessons doctor` says how to fix it."
        return f"**Answers are not being saved:** {store.path.name} is read-only. {cure}"
    with suppress(ProgressError):
        store.entries("", "")  # a damaged file is set aside when it is looked into
    damaged = set_aside(store)
    backup = missing_from(store) if damaged else None
    if not damaged or not backup and store.path.exists():
        return ""
    said = f"**Your file of answers was damaged.** It is set aside as “{damaged[0].name}”."
    if backup is None:
        return f"{said} No backup has anything in it; your answers from now on are saved."
    day = day_of(backup)
    return f"{said} *Your answers as a file*, below, restores the backup of {day.day} {day:%B} with one click."


def _beside(store: SqliteProgress, why: str) -> list[Path]:
    name = f"{store.path.stem} ({why} *){store.path.suffix}"
    return sorted(store.path.parent.glob(name), reverse=True)
