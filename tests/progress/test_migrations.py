"""The steps to today's tables."""

from __future__ import annotations

import sqlite3

import pytest

from outsourcing_lessons.progress.migrations import MIGRATIONS, applied, migrate


@pytest.fixture
def file():
    connection = sqlite3.connect(":memory:", isolation_level=None)
    yield connection
    connection.close()


def tables(connection):
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}


def test_an_empty_file_gets_everything(file):
    """And the number of steps is recorded."""
    migrate(file)
    assert {"attempts", "entries", "latest_entries"} <= tables(file) and applied(file) == len(MIGRATIONS)


def test_doing_it_again_changes_nothing(file):
    """Every opening of the file does."""
    migrate(file)
    before = tables(file)
    migrate(file)
    assert tables(file) == before


def test_an_older_file_gets_what_is_missing(file):
    """Each step once, in order."""
    migrate(file, MIGRATIONS[:1])
    migrate(file)
    assert applied(file) == len(MIGRATIONS)


def test_a_step_that_fails_leaves_no_trace(file):
    """A step and the record of it are one transaction."""

    def half(connection):
        connection.execute("CREATE TABLE half (a)")
        raise sqlite3.OperationalError("no")

    with pytest.raises(sqlite3.OperationalError):
        migrate(file, [MIGRATIONS[0], half])
    assert applied(file) == 1 and "half" not in tables(file)
