"""The steps from an empty file to today's tables, in order; a step and the record of it share one transaction.

A step is never changed after a release: a new one is added at the end.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from outsourcing_lessons.errors import ProgressError
from outsourcing_lessons.items.identity import wording_of

Migration = Callable[[sqlite3.Connection], object]
MIGRATIONS: list[Migration] = []


def migration(step: Migration) -> Migration:
    """Register a step after those before it."""
    MIGRATIONS.append(step)
    return step


def applied(connection: sqlite3.Connection) -> int:
    """Return how many steps a file has been through."""
    return connection.execute("PRAGMA user_version").fetchone()[0]


def migrate(connection: sqlite3.Connection, steps: list[Migration] = MIGRATIONS) -> None:
    """Bring a file up to date; two processes may do so at once.

    Raises
    ------
    ProgressError
        If a newer version of this package wrote the file.
    """
    if applied(connection) > len(steps):
        raise ProgressError(
            "your progress is from a newer version of the course; update outsourcing-lessons to go on with it"
        )
    while applied(connection) < len(steps):
        _next(connection, steps)


def _next(connection: sqlite3.Connection, steps: list[Migration]) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        done = applied(connection)  # another process may have been first
        if done < len(steps):
            steps[done](connection)
            connection.execute(f"PRAGMA user_version = {done + 1}")
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


@migration
def attempts(connection: sqlite3.Connection) -> None:
    """Attempts, never changed and never deleted."""
    connection.execute(
        """CREATE TABLE attempts (
            number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, learner_id TEXT NOT NULL,
            item_id TEXT NOT NULL, variant TEXT NOT NULL, seed INTEGER NOT NULL,
            response TEXT NOT NULL, outcome TEXT NOT NULL, at TEXT NOT NULL)"""
    )
    connection.execute("CREATE INDEX attempts_of_variant ON attempts (learner_id, item_id, variant)")


@migration
def entries(connection: sqlite3.Connection) -> None:
    """Entries, never changed either; the view shows the latest of each."""
    connection.execute(
        """CREATE TABLE entries (
            number INTEGER PRIMARY KEY AUTOINCREMENT, learner_id TEXT NOT NULL, block_id TEXT NOT NULL,
            name TEXT NOT NULL, value TEXT NOT NULL, at TEXT NOT NULL)"""
    )
    connection.execute("CREATE INDEX entries_of_block ON entries (learner_id, block_id, name, number)")
    connection.execute(
        """CREATE VIEW latest_entries AS SELECT * FROM entries WHERE number IN
            (SELECT max(number) FROM entries GROUP BY learner_id, block_id, name)"""
    )


@migration
def wordings(connection: sqlite3.Connection) -> None:
    """How the question was put, beside which one it was: before this step the one code of an attempt said that."""
    connection.execute("ALTER TABLE attempts ADD COLUMN wording TEXT NOT NULL DEFAULT ''")
    connection.create_function("wording_of", 1, wording_of, deterministic=True)
    connection.execute("UPDATE attempts SET wording = wording_of(variant)")
