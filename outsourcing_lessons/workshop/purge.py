"""Deleting workshops that are over: their events, the people in them, the roster and the addresses."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from outsourcing_lessons.database import Kind, connect, explained, transaction
from outsourcing_lessons.errors import WorkshopError
from outsourcing_lessons.workshop.lock import locked
from outsourcing_lessons.workshop.log import beside, read_events


@dataclass(frozen=True)
class Found:
    """A workshop's file, and what would go with it."""

    path: Path
    first: date
    last: date
    events: int
    people: int
    names: int


def found_in(path: Path) -> Found:
    """Look at a workshop's file; raises WorkshopError if it is none."""
    events = read_events(path)
    if not events:
        raise WorkshopError(f"there is no workshop in {path}")
    joins = {event.who: event.body for event in events if event.kind == "join"}
    first, last = (datetime.fromtimestamp(at, UTC).date() for at in (events[0].at, max(event.at for event in events)))
    return Found(path, first, last, len(events), len(joins), sum(bool(body["name"]) for body in joins.values()))


def purge(path: Path, events: int | None = None) -> None:
    """Delete the file of a workshop, and what lies beside it.

    ``events``: how many events there were when it was decided to delete it; None asks nothing.

    Raises WorkshopError if a server is using it, something has happened in it since, or it cannot be deleted.
    """
    locked(path).close()
    _emptied(path, events)
    try:
        for one in beside(path):
            one.unlink(missing_ok=True)
    except OSError as error:
        raise WorkshopError(f"{path} cannot be deleted ({error.strerror})") from error


def _emptied(path: Path, events: int | None) -> None:
    """Take the file for ourselves for a moment; SQLite refuses while a server has it open."""

    def explain(kind: Kind, error: Exception) -> WorkshopError:
        return WorkshopError(f"{path} is in use ({error}); stop the workshop first, nothing was deleted")

    with explained(explain), closing(connect(path, wait=0.2)) as file:
        file.execute("PRAGMA secure_delete = ON")
        file.execute("PRAGMA locking_mode = EXCLUSIVE")
        with transaction(file, "EXCLUSIVE"):
            (now,) = file.execute("SELECT count(*) FROM events").fetchone()
            if events not in (None, now):
                raise WorkshopError(f"something has happened in {path} meanwhile; nothing was deleted")
            file.execute("DELETE FROM events")
            file.execute("DELETE FROM settings")
