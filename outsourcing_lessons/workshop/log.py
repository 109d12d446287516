"""The event log: one SQLite file, only ever appended to, and beside it what must not be in it (addresses, a roster).

Numbers are given by the writer: should a second server write to the same file, one of the two is refused.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, closing, suppress
from pathlib import Path
from typing import Any

from outsourcing_lessons.database import Caught, Kind, applied, connect, explained, migrate, transaction, write_ahead
from outsourcing_lessons.errors import WorkshopError
from outsourcing_lessons.private_files import keep_private
from outsourcing_lessons.workshop.events import Event

# The file, what SQLite keeps beside it, and who is serving it. They are for whoever runs a workshop: names, answers and
# the secrets of the room are in them.
BESIDE = ("", "-wal", "-shm", "-journal", "-lock")
TABLES = """
CREATE TABLE events (
    number INTEGER PRIMARY KEY, at REAL NOT NULL, kind TEXT NOT NULL, who TEXT NOT NULL, id TEXT NOT NULL,
    body TEXT NOT NULL);
CREATE UNIQUE INDEX once ON events (who, id) WHERE id <> '';
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""


class Log:
    """The file of a workshop; raises WorkshopError if the file cannot be used."""

    def __init__(self, path: Path | str):
        self.path = Path(path)
        if not self.path.exists():
            keep_private(self.path)
        with self._explained("{} cannot be opened"):
            self._file = connect(self.path, wait=5, any_thread=True)
        try:
            with self._explained("{} cannot be used as the file of a workshop"):
                self._prepare()
        except WorkshopError:
            self._file.close()
            raise
        self._last = self._file.execute("SELECT coalesce(max(number), 0) FROM events").fetchone()[0]

    def _prepare(self) -> None:
        (tables,) = self._file.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if tables and not applied(self._file):
            raise self._foreign()
        keep_private(self.path, *beside(self.path))
        migrate(self._file, [TABLES])
        write_ahead(self._file, "FULL")  # a laptop's battery may be empty

    def _foreign(self) -> WorkshopError:
        return WorkshopError(f"{self.path} is not the file of a workshop of this version; name another with --db")

    def _explained(self, what: str, caught: Caught = sqlite3.Error) -> AbstractContextManager[None]:
        def explain(kind: Kind, error: Exception) -> WorkshopError:
            return self._foreign() if kind == "newer" else WorkshopError(f"{what.format(self.path)} ({error})")

        return explained(explain, caught)

    def append(self, events: Iterable[Event], **settings: Any) -> None:
        """Add events, and what is to be kept beside them, in one transaction; afterwards all of it is on the disk.

        Raises WorkshopError if they cannot be written; then none of them is.
        """
        with self._explained("nothing can be written to {}", Exception), transaction(self._file) as file:
            rows = [(self._last + n, e.at, e.kind, e.who, e.id, _json(e.body)) for n, e in enumerate(events, 1)]
            beside = [(name, _json(value)) for name, value in settings.items()]
            file.executemany("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?)", rows)
            file.executemany("INSERT OR REPLACE INTO settings VALUES (?, ?)", beside)
        self._last += len(rows)

    def events(self) -> Iterator[Event]:
        """Return all events, oldest first."""
        with self._explained("{} cannot be read"):
            return _events_in(self._file)

    def tidy(self) -> None:
        """Bring what SQLite has written beside the file into it, so that the file alone is the whole workshop."""
        with suppress(sqlite3.Error):  # somebody is reading: it will be done another time
            self._file.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def settings(self) -> dict[str, Any]:
        """Return what is kept beside the events."""
        return {name: json.loads(value) for name, value in self._file.execute("SELECT name, value FROM settings")}

    def set(self, **settings: Any) -> None:
        """Keep something beside the events."""
        self.append([], **settings)

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def beside(path: Path) -> list[Path]:
    """Return a workshop's file and all that may lie beside it."""
    return [path.with_name(path.name + end) for end in BESIDE]


def read_events(path: Path | str) -> list[Event]:
    """Return the events of a workshop's file without changing it, also while it is in use.

    Raises WorkshopError if there is no such file, or it is not a workshop's.
    """
    if not Path(path).is_file():
        raise WorkshopError(f"there is no file {path}")

    def explain(kind: Kind, error: Exception) -> WorkshopError:
        return WorkshopError(f"{path} is not the file of a workshop ({error})")

    with explained(explain), closing(connect(path, mode="ro")) as file:
        return list(_events_in(file))


def _events_in(file: sqlite3.Connection) -> Iterator[Event]:
    rows = file.execute("SELECT kind, at, who, id, body FROM events ORDER BY number").fetchall()
    return (Event(kind, at, who, id_, json.loads(body)) for kind, at, who, id_, body in rows)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
