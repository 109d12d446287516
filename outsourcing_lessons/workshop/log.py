"""The event log: one SQLite file, only ever appended to, and beside it what must not be in it (addresses, a roster).

Numbers are given by the writer: should a second server write to the same file, one of the two is refused.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from outsourcing_lessons.errors import WorkshopError
from outsourcing_lessons.workshop.events import Event
from outsourcing_lessons.workshop.private import keep_private

FORMAT = 1
TABLES = """
CREATE TABLE IF NOT EXISTS events (
    number INTEGER PRIMARY KEY, at REAL NOT NULL, kind TEXT NOT NULL, who TEXT NOT NULL, id TEXT NOT NULL,
    body TEXT NOT NULL);
CREATE UNIQUE INDEX IF NOT EXISTS once ON events (who, id) WHERE id <> '';
CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""


class Log:
    """The file of a workshop.

    Parameters
    ----------
    path : path
        The file; made if it is not there.

    Raises
    ------
    WorkshopError
        If the file cannot be used.
    """

    def __init__(self, path: Path | str):
        self.path = Path(path)
        if not self.path.exists():
            keep_private(self.path)
        try:
            self._file = sqlite3.connect(self.path, isolation_level=None, check_same_thread=False)
        except sqlite3.Error as error:
            raise WorkshopError(f"{self.path} cannot be opened ({error})") from error
        try:
            self._prepare()
        except WorkshopError:
            self._file.close()
            raise
        except sqlite3.Error as error:
            self._file.close()
            raise WorkshopError(f"{self.path} cannot be used as the file of a workshop ({error})") from error
        self._last = self._file.execute("SELECT coalesce(max(number), 0) FROM events").fetchone()[0]

    def _prepare(self) -> None:
        (version,) = self._file.execute("PRAGMA user_version").fetchone()
        (tables,) = self._file.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if version not in (0, FORMAT) or (version == 0 and tables):
            raise WorkshopError(f"{self.path} is not the file of a workshop of this version; name another with --db")
        keep_private(self.path)
        self._file.execute("PRAGMA journal_mode = WAL")
        self._file.execute("PRAGMA synchronous = FULL")  # a laptop's battery may be empty
        self._file.executescript(TABLES)
        self._file.execute(f"PRAGMA user_version = {FORMAT}")

    def append(self, events: Iterable[Event], **settings: Any) -> None:
        """Add events, and what is to be kept beside them, in one transaction; afterwards all of it is on the disk.

        Raises
        ------
        WorkshopError
            If they cannot be written; then none of them is.
        """
        with self._transaction() as file:
            rows = [(self._last + n, e.at, e.kind, e.who, e.id, _json(e.body)) for n, e in enumerate(events, 1)]
            beside = [(name, _json(value)) for name, value in settings.items()]
            file.executemany("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?)", rows)
            file.executemany("INSERT OR REPLACE INTO settings VALUES (?, ?)", beside)
        self._last += len(rows)

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        """Write all or nothing. Whatever goes wrong, no transaction is left open for the next to fall over."""
        try:
            self._file.execute("BEGIN IMMEDIATE")
            yield self._file
            self._file.execute("COMMIT")
        except Exception as error:
            raise WorkshopError(f"nothing can be written to {self.path} ({error})") from error
        finally:
            if self._file.in_transaction:
                with suppress(sqlite3.Error):
                    self._file.execute("ROLLBACK")

    def events(self) -> Iterator[Event]:
        """Return all events, oldest first."""
        try:
            rows = self._file.execute("SELECT kind, at, who, id, body FROM events ORDER BY number").fetchall()
        except sqlite3.Error as error:
            raise WorkshopError(f"{self.path} cannot be read ({error})") from error
        return (Event(kind, at, who, id_, json.loads(body)) for kind, at, who, id_, body in rows)

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


def read_events(path: Path | str) -> list[Event]:
    """Return the events of a workshop's file without changing it, also while it is in use.

    Raises
    ------
    WorkshopError
        If there is no such file, or it is not a workshop's.
    """
    if not Path(path).is_file():
        raise WorkshopError(f"there is no file {path}")
    try:
        with closing(sqlite3.connect(f"{Path(path).absolute().as_uri()}?mode=ro", uri=True)) as file:
            rows = file.execute("SELECT kind, at, who, id, body FROM events ORDER BY number").fetchall()
    except sqlite3.Error as error:
        raise WorkshopError(f"{path} is not the file of a workshop ({error})") from error
    return [Event(kind, at, who, id_, json.loads(body)) for kind, at, who, id_, body in rows]


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
