"""Opening, bringing up to date, writing, and saying what is amiss."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from outsourcing_lessons.database import NewerVersion, applied, connect, explained, kind_of, migrate, transaction
from outsourcing_lessons.errors import InputError, StoreError

STEPS = ["CREATE TABLE one (a); CREATE INDEX of_one ON one (a)", lambda file: file.execute("CREATE TABLE two (b)")]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "a % file?.sqlite"


@pytest.fixture
def file(path):
    with closing(connect(path, wait=0)) as connection:
        yield connection


def names(file):
    return {name for (name,) in file.execute("SELECT name FROM sqlite_schema")}


def test_a_file_has_the_name_it_is_given(file, path):
    """Whatever an address would make of it."""
    migrate(file, STEPS)
    assert path.exists()


def test_an_empty_file_gets_all_steps_and_doing_it_again_changes_nothing(file):
    for _ in range(2):
        migrate(file, STEPS)
        assert names(file) == {"one", "of_one", "two"} and applied(file) == 2


def test_an_older_file_gets_what_is_missing(file):
    migrate(file, STEPS[:1])
    migrate(file, STEPS)
    assert applied(file) == 2


def test_a_step_that_fails_leaves_no_trace(file):
    with pytest.raises(sqlite3.OperationalError):
        migrate(file, [STEPS[0], "CREATE TABLE half (a); CREATE TABLE half (a)"])
    assert applied(file) == 1 and "half" not in names(file)


def test_a_newer_file_is_refused_and_left_alone(file):
    migrate(file, STEPS)
    with pytest.raises(NewerVersion):
        migrate(file, STEPS[:1])
    assert applied(file) == 2


def test_a_step_that_another_process_took_meanwhile_is_not_taken_again(file, path):
    """Between looking and locking there is time."""

    class Slow:
        def __init__(self):
            self.raced = False

        def __getattr__(self, name):
            return getattr(file, name)

        def execute(self, statement):
            if statement.startswith("BEGIN") and not self.raced:
                self.raced = True
                with closing(connect(path)) as other:
                    migrate(other, STEPS)
            return file.execute(statement)

    migrate(Slow(), STEPS)
    assert applied(file) == 2


def test_what_is_written_together_is_written_whole_or_not_at_all(file):
    migrate(file, STEPS)
    with pytest.raises(KeyError), transaction(file):
        file.execute("INSERT INTO one VALUES (1)")
        raise KeyError
    with transaction(file):
        file.execute("INSERT INTO two VALUES (2)")
    assert not file.in_transaction
    assert not file.execute("SELECT a FROM one").fetchall() and file.execute("SELECT b FROM two").fetchall() == [(2,)]


def test_who_only_reads_makes_and_changes_nothing(path):
    with pytest.raises(sqlite3.OperationalError):
        connect(path, mode="ro")
    assert not path.exists()
    with closing(connect(path)) as file:
        migrate(file, STEPS)
    with closing(connect(path, mode="ro")) as file, pytest.raises(sqlite3.OperationalError):
        file.execute("INSERT INTO one VALUES (1)")


def held(path, file):
    with closing(connect(path, wait=0)) as other, transaction(other, "EXCLUSIVE"):
        migrate(file, STEPS)


def damaged(path, file):
    path.write_bytes(b"no database at all, but long enough to be looked at" * 100)
    migrate(file, STEPS)


def full(path, file):
    migrate(file, STEPS)
    file.execute("PRAGMA max_page_count = 5")
    with transaction(file):
        file.execute("INSERT INTO one VALUES (?)", ["x" * 100_000])


def newer(path, file):
    file.execute("PRAGMA user_version = 9")
    migrate(file, STEPS)


def other(path, file):
    file.execute("SELECT 1 FROM nowhere")


@pytest.mark.parametrize(
    ("spoil", "kind"), [(held, "busy"), (damaged, "damaged"), (full, "full"), (newer, "newer"), (other, "other")]
)
def test_what_is_amiss_is_one_of_five(spoil, kind, file, path):
    with pytest.raises(sqlite3.Error) as caught:
        spoil(path, file)
    assert kind_of(caught.value) == kind


def test_an_error_of_sqlite_becomes_one_of_ours(file):
    with (
        pytest.raises(InputError, match="other: no such table"),
        explained(lambda *what: InputError(f"{what[0]}: {what[1]}")),
    ):
        file.execute("SELECT 1 FROM nowhere")


def test_an_error_of_ours_passes_though_it_is_of_a_kind_that_is_turned():
    with pytest.raises(StoreError, match="mine"), explained(lambda *_: InputError("other"), OSError):
        raise StoreError("mine")
