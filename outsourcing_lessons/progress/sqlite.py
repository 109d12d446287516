"""Progress in one SQLite file beside the notebooks.

- The file is made at the first thing worth keeping, never by looking.
- Every call opens the file and closes it: nothing is shared between threads or held between cells.
- Two kernels may write at once (WAL and a busy time-out); each attempt is its own transaction.
- A damaged file is renamed, never deleted.
- Where only reading is possible, what is kept can still be read.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from outsourcing_lessons.errors import ProgressError
from outsourcing_lessons.progress.migrations import migrate
from outsourcing_lessons.progress.store import RESTORED, Attempt, ProgressStore, SetAsideError, now

FILE_NAME = "my-progress.sqlite"
PATIENCE = 3.0  # seconds to wait for another kernel: less than the player waits for an answer


class SqliteProgress(ProgressStore):
    """Progress in a file.

    Parameters
    ----------
    path : path
        The file; its folder must be there.
    """

    def __init__(self, path: Path | str):
        self.path = Path(path)

    def append(self, attempt: Attempt) -> None:
        row = (attempt.id, attempt.learner_id, attempt.item_id, attempt.variant, attempt.seed)
        row += (json.dumps(attempt.response), json.dumps(attempt.outcome), attempt.at)
        with self._writing() as file:
            file.execute(
                "INSERT OR IGNORE INTO attempts (id, learner_id, item_id, variant, seed, response, outcome, at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                row,
            )

    def attempts(self, learner_id: str, item_id: str, variant: str) -> list[Attempt]:
        rows = self._read(
            "SELECT learner_id, item_id, variant, seed, response, outcome, at, id FROM attempts"
            " WHERE learner_id = ? AND item_id = ? AND variant = ? ORDER BY number DESC LIMIT ?",
            (learner_id, item_id, variant, RESTORED),
        )
        return [Attempt(*row[:4], json.loads(row[4]), json.loads(row[5]), *row[6:]) for row in reversed(rows)]

    def keep(self, learner_id: str, block_id: str, entries: Mapping[str, Any]) -> None:
        with self._writing() as file:
            latest = dict(file.execute(LATEST, (learner_id, block_id)).fetchall())
            new = {name: json.dumps(value) for name, value in entries.items()}
            changed = {name: value for name, value in new.items() if latest.get(name) != value}
            file.executemany(
                "INSERT INTO entries (learner_id, block_id, name, value, at) VALUES (?, ?, ?, ?, ?)",
                [(learner_id, block_id, name, value, now()) for name, value in changed.items()],
            )

    def entries(self, learner_id: str, block_id: str) -> dict[str, Any]:
        return {name: json.loads(value) for name, value in self._read(LATEST, (learner_id, block_id))}

    def _read(self, query: str, values: tuple) -> list[tuple]:
        if not self.path.exists():
            return []
        with self._minding(), closing(_open_to_read(self.path)) as file:
            return file.execute(query, values).fetchall()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._minding(), closing(_connect(self.path)) as file:
            file.execute("PRAGMA journal_mode = WAL")
            migrate(file)
            file.execute("BEGIN IMMEDIATE")
            yield file
            file.execute("COMMIT")  # on an error, closing rolls back

    @contextmanager
    def _minding(self) -> Iterator[None]:
        """Turn what SQLite raises into one of our errors; set a damaged file aside."""
        try:
            yield
        except (sqlite3.Error, ValueError) as error:
            if type(error) is sqlite3.DatabaseError:  # its subclasses say something else than a damaged file
                raise self._set_aside() from error
            raise ProgressError(
                f"answers cannot be kept in {self.path.name} ({error}); the lesson goes on without"
            ) from error

    def _set_aside(self) -> ProgressError:
        stamp = datetime.now().strftime("%Y-%m-%d %H.%M.%S.%f")
        aside = self.path.with_name(f"{self.path.stem} (damaged {stamp}){self.path.suffix}")
        try:
            if not _is_sound(self.path):  # another kernel may have mended it meanwhile
                _rename(self.path, aside)
        except OSError as error:
            return ProgressError(
                f"{self.path.name} is damaged and cannot be renamed ({error.strerror}); nothing is kept"
            )
        return SetAsideError(f"{self.path.name} was damaged. It is set aside as “{aside.name}”; a new one is begun")


LATEST = "SELECT name, value FROM latest_entries WHERE learner_id = ? AND block_id = ?"


def _connect(path: Path, options: str = "") -> sqlite3.Connection:
    uri = path.absolute().as_uri() + options
    return sqlite3.connect(uri, uri=True, timeout=PATIENCE, isolation_level=None)


def _open_to_read(path: Path) -> sqlite3.Connection:
    file = _connect(path)
    try:
        migrate(file)
        return file
    except sqlite3.OperationalError:
        file.close()
    return _connect(path, "?mode=ro&immutable=1")


def _is_sound(path: Path) -> bool:
    try:
        with closing(_connect(path, "?mode=ro")) as file:
            return file.execute("PRAGMA quick_check").fetchone() == ("ok",)
    except sqlite3.Error:
        return False


def _rename(path: Path, aside: Path) -> None:
    for end in ("", "-wal", "-shm"):
        source = path.with_name(path.name + end)
        if source.exists():
            source.rename(aside.with_name(aside.name + end))
