"""All answers as one file: what goes out comes in, once, and nothing of the learner's is replaced."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from outsourcing_lessons.errors import InputError, ProgressError
from outsourcing_lessons.progress.archive import brought_in, exported, free_name, progress_of
from outsourcing_lessons.progress.store import Attempt
from tests.progress.bringing_in import bring_in

WANTED = ("ada", "first-job.year", "0000aaaa")
PLAN = ("ada", "first-job.plan")


def attempt(value, at, id_):
    return Attempt(
        *WANTED, 7, {"value": value}, {"valid": True, "correct": False}, f"2026-03-0{at}T09:00:00.000+00:00", id_
    )


@pytest.fixture
def mine(tmp_path):
    (tmp_path / "mine").mkdir()
    return progress_of(tmp_path / "mine")


@pytest.fixture
def theirs(tmp_path):
    (tmp_path / "theirs").mkdir()
    return progress_of(tmp_path / "theirs")


def keep(store, value, at):
    """Keep an entry as of a day."""
    store.keep(*PLAN, {"stream": value})
    with closing(sqlite3.connect(store.path)) as file, file:
        file.execute(
            "UPDATE entries SET at = ? WHERE value = ?", (f"2026-03-0{at}T09:00:00.000+00:00", json.dumps(value))
        )


def test_what_goes_out_comes_in(mine, theirs):
    mine.append(attempt("4", 1, "a"))
    keep(mine, "Łódź “q” 🧵", 1)
    assert bring_in(theirs, exported(mine), "f") == (1, 1)
    assert exported(theirs) == exported(mine) and theirs.entries(*PLAN) == {"stream": "Łódź “q” 🧵"}


def test_a_file_that_a_workbook_saved_is_called_that_with_what_to_do(mine):
    saved = {"course": "asking_for_a_raise", "format": 1, "learner_id": "ada", "settings": {}, "lessons": {}}
    with pytest.raises(InputError, match="mine.json was saved by a workbook, .* “Load saved answers”, or read it with"):
        bring_in(mine, json.dumps(saved).encode(), "mine.json")


def test_what_an_editor_saved_as_utf_16_comes_in(mine, theirs):
    keep(mine, "Łódź", 1)
    assert (0, 1) == bring_in(theirs, exported(mine).decode().encode("utf-16"), "f")


def test_bringing_in_twice_changes_nothing(mine, theirs):
    mine.append(attempt("4", 1, "a"))
    keep(mine, "photos", 1)
    keep(theirs, "posts", 2)
    bring_in(theirs, exported(mine), "f")
    once = exported(theirs)
    assert bring_in(theirs, exported(mine), "f") == (0, 0) and exported(theirs) == once


@pytest.mark.parametrize(("learner_id", "told"), [("bo", True), ("ada", False), ("", False)])
def test_answers_that_no_lesson_here_will_show_are_named(mine, theirs, learner_id, told):
    """They are another learner's; where nobody's lessons are there, nothing can be said."""
    theirs.append(attempt("4", 1, "a"))
    said = brought_in(mine, exported(theirs), "f", learner_id)
    assert said.startswith("1 answer and 0 entries are new") and ("“ada” are saved but not shown" in said) is told
    assert len(mine.all_attempts("ada")) == 1


def test_both_codes_of_an_answer_go_out_and_come_in(mine, theirs):
    mine.append(replace(attempt("4", 1, "a"), variant="v0000aaaa", wording="w0000bbbb"))
    bring_in(theirs, exported(mine), "f")
    (brought,) = theirs.all_attempts("ada")
    assert (brought.variant, brought.wording) == ("v0000aaaa", "w0000bbbb")


def test_attempts_of_both_stand_in_the_order_they_were_made(mine, theirs):
    """So the first answer to a test is the first, on whatever machine it was given."""
    mine.append(attempt("second", 2, "b"))
    theirs.append(attempt("first", 1, "a"))
    theirs.append(attempt("third", 3, "c"))
    bring_in(mine, exported(theirs), "f")
    expected = ["first", "second", "third"]
    assert [a.response["value"] for a in mine.attempts(*WANTED)] == expected
    assert [a.response["value"] for a in mine.all_attempts("ada")] == expected


@pytest.mark.parametrize(("of_mine", "of_theirs", "seen"), [(1, 2, "theirs"), (2, 1, "mine")])
def test_of_a_field_the_later_text_is_seen_and_both_are_kept(mine, theirs, of_mine, of_theirs, seen):
    keep(mine, "mine", of_mine)
    keep(theirs, "theirs", of_theirs)
    bring_in(mine, exported(theirs), "f")
    assert mine.entries(*PLAN) == {"stream": seen} == mine.all_entries("ada")["first-job.plan"]
    assert {json.loads(row.value) for row in mine.everything()[1]} == {"mine", "theirs"}


def test_there_and_back_again_ends_alike(mine, theirs):
    """Two machines that exchange their files show the same."""
    keep(mine, "old", 1)
    bring_in(theirs, exported(mine), "f")
    keep(theirs, "new", 3)
    keep(mine, "between", 2)
    bring_in(mine, exported(theirs), "f")
    bring_in(theirs, exported(mine), "f")
    assert mine.entries(*PLAN) == theirs.entries(*PLAN) == {"stream": "new"}


def test_a_progress_file_can_be_brought_in_as_it_is(mine, theirs):
    """Such as the one that a reset puts aside; it is only read."""
    mine.append(attempt("4", 1, "a"))
    content = mine.path.read_bytes()
    assert bring_in(theirs, content, "f") == (1, 0) and mine.path.read_bytes() == content


WHOLE = {"format": "outsourcing-lessons answers", "version": 1, "attempts": [], "entries": []}
ROW = {
    "learner_id": "ada",
    "item_id": "i",
    "variant": "v",
    "seed": 1,
    "response": {},
    "outcome": {"valid": True},
    "id": "x",
}
ENTRY = {"learner_id": "ada", "block_id": "b", "name": "n", "value": "v"}
AT = {"at": "2026-03-01T09:00:00.000+00:00"}
REFUSED = {
    "nothing": b"",
    "text": b"dear diary",
    "half": json.dumps(WHOLE).encode()[:40],
    "another's": b'{"answers": []}',
    "a list": b"[1]",
    "deep": b"[" * 100_000,
    "bytes": b"\xff\xfe\x00",
    "a newer one": json.dumps(WHOLE | {"version": 2}).encode(),
    "no entries": json.dumps({k: v for k, v in WHOLE.items() if k != "entries"}).encode(),
    "a row that is none": json.dumps(WHOLE | {"attempts": [7]}).encode(),
    "a seed in words": json.dumps(WHOLE | {"attempts": [ROW | AT | {"seed": "one"}]}).encode(),
    "no time": json.dumps(WHOLE | {"attempts": [ROW | {"at": "yesterday"}]}).encode(),
    "no zone": json.dumps(WHOLE | {"attempts": [ROW | {"at": "2026-03-01T09:00:00"}]}).encode(),
    "half a character": json.dumps(WHOLE | {"entries": [ENTRY | AT | {"value": "ok", "name": "\ud800"}]}).encode(),
    "a value that is none": json.dumps(WHOLE | {"entries": [ENTRY | AT | {"value": [1]}]}).encode(),
    "not a number": b'{"format": "outsourcing-lessons answers", "version": 1, "attempts": [], "entries": [NaN]}',
    "a damaged database": b"SQLite format 3\x00" + b"\xff" * 4096,
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_damaged_or_foreign_file_is_refused_in_one_sentence(mine, tmp_path, what):
    """Nothing is added, not even what came before the fault."""
    with pytest.raises(InputError, match="^answers.json ") as refused:
        bring_in(mine, REFUSED[what], "answers.json")
    assert "\n" not in str(refused.value) and not mine.path.exists()


def test_one_fault_and_nothing_is_added(mine):
    content = json.dumps(WHOLE | {"attempts": [ROW | AT, ROW | AT | {"id": 7}]}).encode()
    with pytest.raises(InputError):
        bring_in(mine, content, "f")
    assert mine.all_attempts("ada") == []


def test_what_is_put_aside_is_whole_and_the_next_answer_begins_anew(mine):
    mine.append(attempt("4", 1, "a"))
    aside = mine.put_aside()
    assert aside.name.startswith("my-progress (before reset 2") and mine.all_attempts("ada") == []
    mine.append(attempt("5", 2, "b"))
    assert bring_in(mine, aside.read_bytes(), aside.name) == (1, 0)
    assert [a.id for a in mine.all_attempts("ada")] == ["a", "b"]
    assert [path.name for path in aside.parent.glob("*-wal")] == []


def test_without_a_file_there_is_nothing_to_put_aside(mine):
    assert mine.put_aside() is None


def test_a_name_that_is_taken_is_not_taken_again(tmp_path):
    first = free_name(tmp_path)
    first.touch()
    assert free_name(tmp_path) != first and free_name(tmp_path).name.endswith(" 2.json")


def test_where_a_file_cannot_be_renamed_nothing_is_reset(mine, monkeypatch):
    mine.append(attempt("4", 1, "a"))

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.rename", refuse)
    with pytest.raises(ProgressError, match="cannot be renamed .Permission denied.; nothing was reset"):
        mine.put_aside()
    assert len(mine.all_attempts("ada")) == 1
