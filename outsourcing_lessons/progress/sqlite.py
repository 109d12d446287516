"""Progress in one SQLite file beside the notebooks.

- The file is made at the first thing worth keeping, never by looking.
- Every call opens the file and closes it: nothing is shared between threads or held between cells.
- Two kernels may write at once (WAL and a busy time-out); each attempt is its own transaction.
- A damaged file is renamed, never deleted.
- Where only reading is possible, what is kept can still be read.
- Attempts come in the order they were made in, on whatever machine: some may have been added from a file.
"""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from outsourcing_lessons.database import (
    UNWRITABLE,
    Kind,
    applied,
    connect,
    explained,
    migrate,
    transaction,
    write_ahead,
)
from outsourcing_lessons.errors import ProgressError
from outsourcing_lessons.items.identity import wording_of
from outsourcing_lessons.progress.merging import Entered, merged
from outsourcing_lessons.progress.migrations import MIGRATIONS
from outsourcing_lessons.progress.store import RESTORED, Attempt, ProgressStore, SetAsideError, now

FILE_NAME = "my-progress.sqlite"


class SqliteProgress(ProgressStore):
    """Progress in a file.

    ``path``: the file; its folder must be there.
    """

    def __init__(self, path: Path | str):
        self.path = Path(path)

    def append(self, attempt: Attempt) -> None:
        with self._writing() as file:
            file.execute(INSERT_ATTEMPT, _row(attempt))

    def attempts(self, learner_id: str, item_id: str, variant: str) -> list[Attempt]:
        which = "learner_id = ? AND item_id = ? AND variant = ? ORDER BY at DESC, number DESC LIMIT ?"
        return self._attempts(which, learner_id, item_id, variant, RESTORED)[::-1]

    def former_attempts(self, learner_id: str, item_id: str) -> list[Attempt]:
        which = "learner_id = ? AND item_id = ? AND variant < 'g' ORDER BY at, number"
        return [one for one in self._attempts(which, learner_id, item_id) if wording_of(one.variant)]

    def all_attempts(self, learner_id: str) -> list[Attempt]:
        return self._attempts("learner_id = ? ORDER BY at, number", learner_id)

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

    def entered_at(self, learner_id: str, block_id: str) -> dict[str, str]:
        return dict(self._read(LATEST.replace("value", "at"), (learner_id, block_id)))

    def all_entries(self, learner_id: str) -> dict[str, dict[str, Any]]:
        found: dict[str, dict[str, Any]] = {}
        query = "SELECT block_id, name, value FROM latest_entries WHERE learner_id = ?"
        for block, name, value in self._read(query, (learner_id,)):
            found.setdefault(block, {})[name] = json.loads(value)
        return found

    def everything(self) -> tuple[list[Attempt], list[Entered]]:
        """Return all that is in the file, of all learners, in the order it came in."""
        entered = self._read(f"SELECT {ENTERED} FROM entries ORDER BY number", ())
        return self._attempts("true ORDER BY number"), [Entered(*row) for row in entered]

    def add(self, attempts: Iterable[Attempt], entered: Iterable[Entered]) -> tuple[int, int]:
        """Add what another file has and this one has not, all or nothing; return how much of each that was."""
        with self._writing() as file:
            before = file.total_changes
            file.executemany(INSERT_ATTEMPT, map(_row, attempts))
            new_attempts = file.total_changes - before
            mine = [Entered(*row) for row in file.execute(f"SELECT {ENTERED} FROM entries ORDER BY number")]
            rows, new = merged(mine, list(entered))
            file.executemany(f"INSERT INTO entries ({ENTERED}) VALUES (?, ?, ?, ?, ?)", rows)
        return new_attempts, new

    def fault(self) -> str:
        """Say what is amiss with the file: "damaged", "read-only", or "" for nothing; nothing is changed."""
        if not self.path.exists():
            return ""
        if not _is_sound(self.path):
            return "damaged"
        return "" if os.access(self.path, os.W_OK) else "read-only"

    def put_aside(self) -> Path | None:
        """Give the file another name, so that the next answer begins a new one; return it, or None without a file."""
        if not self.path.exists():
            return None
        stamp = datetime.now().strftime("%Y-%m-%d %H.%M.%S.%f")
        aside = self.path.with_name(f"{self.path.stem} (before reset {stamp}){self.path.suffix}")
        try:
            with explained(self._trouble, UNWRITABLE), closing(connect(self.path)) as file:
                file.execute("PRAGMA journal_mode = DELETE")  # so that all of it is in the one file
                file.execute("BEGIN EXCLUSIVE")
                if os.name == "posix":  # elsewhere an open file keeps its name
                    self.path.rename(aside)
            if os.name != "posix":
                self.path.rename(aside)
        except ProgressError:
            raise
        except OSError as error:
            raise ProgressError(f"{self.path.name} cannot be renamed ({error.strerror}); nothing was reset") from error
        return aside

    def _attempts(self, which: str, *values: object) -> list[Attempt]:
        return [_attempt(row) for row in self._read(f"SELECT {ATTEMPT} FROM attempts WHERE {which}", values)]

    def _read(self, query: str, values: tuple[Any, ...]) -> list[tuple[Any, ...]]:
        if not self.path.exists():
            return []
        with explained(self._trouble, UNWRITABLE), closing(_open_to_read(self.path)) as file:
            return file.execute(query, values).fetchall()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with explained(self._trouble, UNWRITABLE), closing(connect(self.path)) as file:
            write_ahead(file, "FULL")
            migrate(file, MIGRATIONS)
            with transaction(file):
                yield file

    def _trouble(self, kind: Kind, error: Exception) -> ProgressError:
        if kind == "newer":
            return ProgressError(
                "your progress is from a newer version of the course; update outsourcing-lessons to continue"
            )
        if kind == "damaged":
            return self._set_aside()
        return ProgressError(
            f"answers cannot be saved in {self.path.name} ({error}); the lesson continues without saving"
        )

    def _set_aside(self) -> ProgressError:
        stamp = datetime.now().strftime("%Y-%m-%d %H.%M.%S.%f")
        aside = self.path.with_name(f"{self.path.stem} (damaged {stamp}){self.path.suffix}")
        try:
            if not _is_sound(self.path):  # another kernel may have mended it meanwhile
                _rename(self.path, aside)
        except OSError as error:
            return ProgressError(
                f"{self.path.name} is damaged and cannot be renamed ({error.strerror}); answers are not being saved"
            )
        return SetAsideError(f"{self.path.name} was damaged. It is set aside as “{aside.name}”; a new one was started")


ATTEMPT = "learner_id, item_id, variant, seed, response, outcome, at, id, wording"
INSERT_ATTEMPT = f"INSERT OR IGNORE INTO attempts ({ATTEMPT}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
ENTERED = ", ".join(Entered._fields)
LATEST = "SELECT name, value FROM latest_entries WHERE learner_id = ? AND block_id = ?"


def _row(attempt: Attempt) -> tuple[Any, ...]:
    who = (attempt.learner_id, attempt.item_id, attempt.variant, attempt.seed)
    return (*who, json.dumps(attempt.response), json.dumps(attempt.outcome), attempt.at, attempt.id, attempt.wording)


def _attempt(row: tuple[Any, ...]) -> Attempt:
    *who, response, outcome, at, attempt_id, wording = row
    learner_id, item_id, variant, seed = who
    return Attempt(
        learner_id, item_id, variant, seed, json.loads(response), json.loads(outcome), at, attempt_id, wording
    )


def _open_to_read(path: Path) -> sqlite3.Connection:
    file = connect(path)
    try:
        migrate(file, MIGRATIONS)
        return file
    except sqlite3.OperationalError:
        file.close()
    file = connect(path, mode="ro&immutable=1")
    return file if applied(file) == len(MIGRATIONS) else _renewed(file)


def _renewed(file: sqlite3.Connection) -> sqlite3.Connection:
    """Return a copy with today's tables, of a file of an earlier version that cannot be written to."""
    copy = sqlite3.connect(":memory:", isolation_level=None)
    with closing(file):
        file.backup(copy)
    migrate(copy, MIGRATIONS)
    return copy


def _is_sound(path: Path) -> bool:
    try:
        with closing(connect(path)) as file:  # one that only reads would leave two files beside it
            return bool(file.execute("PRAGMA quick_check").fetchone() == ("ok",))
    except sqlite3.Error:
        return False


def _rename(path: Path, aside: Path) -> None:
    for end in ("", "-wal", "-shm"):
        source = path.with_name(path.name + end)
        if source.exists():
            source.rename(aside.with_name(aside.name + end))
