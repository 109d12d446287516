"""A copy a day, and the way back to it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from outsourcing_lessons.progress.backup import DAYS, back_up, backups, day_of, missing_from, set_aside, trouble
from outsourcing_lessons.progress.sqlite import SqliteProgress
from outsourcing_lessons.progress.store import Attempt
from tests.progress.bringing_in import bring_in

TODAY = date(2026, 11, 28)


@pytest.fixture
def store(tmp_path):
    return SqliteProgress(tmp_path / "my-progress.sqlite")


def answer(store, value="4"):
    store.append(Attempt("ada", "first-job.year", "0000aaaa", 7, {"value": value}, {"valid": True}))


def damage(store):
    store.path.write_bytes(b"no database" * 999)


def test_without_answers_there_is_no_copy(store, tmp_path):
    assert back_up(store, TODAY) is None and list(tmp_path.iterdir()) == []


def test_a_day_has_one_copy_of_what_was_there_when_it_began(store):
    answer(store)
    (made,) = [back_up(store, TODAY)]
    answer(store, "5")
    assert back_up(store, TODAY) is None and day_of(made) == TODAY
    assert len(SqliteProgress(made).everything()[0]) == 1 and len(store.everything()[0]) == 2


def test_the_copies_of_a_week_are_kept(store):
    answer(store)
    days = [TODAY + timedelta(days=n) for n in range(DAYS + 3)]
    for day in days:
        back_up(store, day)
    assert [day_of(one) for one in backups(store)] == days[: -DAYS - 1 : -1]


def test_nothing_is_copied_of_a_damaged_file_and_it_stays(store, tmp_path):
    damage(store)
    assert back_up(store, TODAY) is None and [path.name for path in tmp_path.iterdir()] == [store.path.name]


def test_where_no_copy_can_be_made_nothing_is_left_and_nobody_is_troubled(store, tmp_path, monkeypatch):
    answer(store)
    monkeypatch.setattr("pathlib.Path.replace", lambda *_: (_ for _ in ()).throw(OSError("full")))
    assert back_up(store, TODAY) is None and [path.name for path in tmp_path.iterdir()] == [store.path.name]


def test_a_damaged_file_is_said_until_its_copy_is_back(store):
    answer(store)
    back_up(store, TODAY)
    damage(store)
    assert "Your file of answers was damaged" in trouble(store) and "backup of 28 November" in trouble(store)
    assert len(set_aside(store)) == 1 and missing_from(store) == backups(store)[0]
    answer(store, "5")
    assert "backup of 28 November" in trouble(store)
    bring_in(store, backups(store)[0].read_bytes(), "it")
    assert trouble(store) == "" and missing_from(store) is None


def test_a_damaged_file_without_a_copy_is_said_until_something_is_answered(store):
    damage(store)
    assert "No backup has anything" in trouble(store)
    answer(store)
    assert trouble(store) == ""


def test_a_file_that_may_only_be_read_is_said(store, monkeypatch):
    answer(store)
    monkeypatch.setattr("os.access", lambda *_: False)
    assert trouble(store).startswith("**Answers are not being saved:** my-progress.sqlite is read-only.")


def test_where_all_is_well_nothing_is_said(store):
    assert trouble(store) == ""
    answer(store)
    assert trouble(store) == ""
