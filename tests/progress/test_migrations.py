"""The steps to today's tables."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from outsourcing_lessons.database import applied, migrate
from outsourcing_lessons.progress.migrations import MIGRATIONS


def tables(connection):
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}


def test_an_empty_file_gets_everything():
    """And the number of steps is recorded."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as file:
        migrate(file, MIGRATIONS)
        assert {"attempts", "entries", "latest_entries"} <= tables(file) and applied(file) == len(MIGRATIONS)


def test_an_older_file_gets_what_is_missing():
    """Each step once, in order."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as file:
        migrate(file, MIGRATIONS[:1])
        migrate(file, MIGRATIONS)
        assert applied(file) == len(MIGRATIONS)
