"""The steps from an empty file to today's tables, in order; a new one is added at the end, none is ever changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from outsourcing_lessons.items.identity import wording_of

Migration = Callable[[sqlite3.Connection], object]
MIGRATIONS: list[Migration] = []


def migration(step: Migration) -> Migration:
    """Register a step after those before it."""
    MIGRATIONS.append(step)
    return step


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
