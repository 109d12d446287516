"""What is done and what is not: a SQLite file that outlives the command, however it ends.

- One learner's states follow each other: queued, running, done or failed; a state and the files that belong to it are
  one transaction.
- Only the command writes here, after the files are in their places. What a killed command did not write down is made
  once more, and comes out the same.
- SQLite holds the file for as long as the process lives and no longer, so no journal serves two commands at once.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from outsourcing_lessons import database
from outsourcing_lessons.errors import InputError, StoreError
from outsourcing_lessons.render.plan import format_of
from outsourcing_lessons.render.storage import StoredFile

NAME = "journal.sqlite"
OF_ALL = "all learners"  # whose the files made of all workbooks are; no learner's id
TABLES = """
CREATE TABLE notes (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE learners (
    learner_id TEXT PRIMARY KEY, state TEXT NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed')),
    reason TEXT NOT NULL DEFAULT '', detail TEXT NOT NULL DEFAULT '');
CREATE TABLE files (
    path TEXT PRIMARY KEY, learner_id TEXT NOT NULL, format TEXT NOT NULL, fingerprint TEXT NOT NULL,
    sha256 TEXT NOT NULL, size INTEGER NOT NULL, stamp TEXT NOT NULL);
CREATE INDEX files_of_learner ON files (learner_id, format, fingerprint);
"""
IN_USE = "another command is using the journal {}; wait until it has finished, or choose another"
DAMAGED = "{} is damaged or not a journal of this course; choose another, or move it away to render everything again"
NEWER = "{} was written by a newer version of the course; update outsourcing-lessons, or move it away"


class Journal:
    """The journal of a destination, held by one command at a time; a context manager.

    Raises InputError when another command holds it, or it is no journal; StoreError when it cannot be written.
    """

    def __init__(self, path: Path):
        self.path = path
        with self._in_plain_words():
            path.parent.mkdir(parents=True, exist_ok=True)
            self._file = database.connect(path, wait=0)
        try:
            with self._in_plain_words():
                self._begin()
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, *_) -> None:
        self._file.close()

    def _begin(self) -> None:
        # In this order the log needs no memory shared between processes, and so no local disk.
        self._file.execute("PRAGMA locking_mode = EXCLUSIVE")
        database.write_ahead(self._file, "NORMAL", wait=0)
        database.migrate(self._file, [TABLES])
        with database.transaction(self._file):
            pass  # which takes the lock, and keeps it

    def _in_plain_words(self) -> AbstractContextManager[None]:
        return database.explained(self._trouble, (sqlite3.Error, OSError))

    def _trouble(self, kind: database.Kind, error: Exception) -> InputError | StoreError:
        words = {"busy": IN_USE, "damaged": DAMAGED, "newer": NEWER}
        if kind in words:
            return InputError(words[kind].format(self.path))
        why = "the disk is full" if kind == "full" else getattr(error, "strerror", None) or error
        return StoreError(f"{self.path} could not be written: {why}")

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with self._in_plain_words(), database.transaction(self._file) as file:
            yield file

    def note(self, name: str) -> str | None:
        """Return what was noted under a name, if anything was."""
        found = self._file.execute("SELECT value FROM notes WHERE name = ?", [name]).fetchone()
        return found and found[0]

    def take_note(self, name: str, value: str) -> None:
        """Note something that is about the whole destination."""
        with self._transaction() as file:
            file.execute("INSERT OR REPLACE INTO notes VALUES (?, ?)", [name, value])

    def forget(self) -> None:
        """Take nothing for done any more; which files were written is still known."""
        with self._transaction() as file:
            file.execute("UPDATE files SET fingerprint = ''")

    def states(self) -> dict[str, str]:
        """Return the state of each learner there ever was."""
        return dict(self._file.execute("SELECT learner_id, state FROM learners"))

    def files(self) -> dict[str, list[tuple[str, StoredFile]]]:
        """Return, by learner, each file that was written, with its fingerprint."""
        found: dict[str, list[tuple[str, StoredFile]]] = {}
        rows = "SELECT learner_id, fingerprint, path, sha256, size, stamp FROM files ORDER BY path"
        for learner_id, fingerprint, *file in self._file.execute(rows):
            found.setdefault(learner_id, []).append((fingerprint, StoredFile(*file)))
        return found

    def keep(self, kept: Iterable[StoredFile]) -> None:
        """Write down the fresh stamps of files."""
        with self._transaction() as file:
            file.executemany("UPDATE files SET stamp = ? WHERE path = ?", [(one.stamp, one.path) for one in kept])

    def mark(self, learner_ids: Iterable[str], state: str) -> None:
        """Write down who is ``queued``, or who is ``running``."""
        with self._transaction() as file:
            rows = [(learner_id, state) for learner_id in learner_ids]
            file.executemany("INSERT OR REPLACE INTO learners (learner_id, state) VALUES (?, ?)", rows)

    def finish(self, learner_id: str, reason: str, detail: str, files: dict[str, tuple[StoredFile, ...]]) -> None:
        """Write down what became of a learner.

        ``reason`` and ``detail`` are empty if all went well; ``files`` are what was delivered, by fingerprint.
        """
        with self._transaction() as file:
            _insert(file, learner_id, files)
            state = "failed" if reason else "done"
            file.execute("INSERT OR REPLACE INTO learners VALUES (?, ?, ?, ?)", [learner_id, state, reason, detail])

    def add(self, learner_id: str, fingerprint: str, made: tuple[StoredFile, ...]) -> None:
        """Write down what was made of workbooks, of one learner's or, as `OF_ALL`, of everybody's."""
        with self._transaction() as file:
            _insert(file, learner_id, {fingerprint: made})

    def strike(self, paths: Iterable[str]) -> None:
        """Forget files that are gone and that nobody misses."""
        with self._transaction() as file:
            file.executemany("DELETE FROM files WHERE path = ?", [(path,) for path in paths])


def _insert(file: sqlite3.Connection, learner_id: str, files: dict[str, tuple[StoredFile, ...]]) -> None:
    rows = [
        (one.path, learner_id, format_of(one.path), fingerprint, one.sha256, one.size, one.stamp)
        for fingerprint, made in files.items()
        for one in made
    ]
    file.executemany("INSERT OR REPLACE INTO files VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
