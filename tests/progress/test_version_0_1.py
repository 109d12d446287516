"""Answers of version 0.1 go along: those to a question that is asked today, and to no other."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from outsourcing_lessons.course import COURSE
from outsourcing_lessons.database import migrate
from outsourcing_lessons.exports.progress_file import attempts_in
from outsourcing_lessons.exports.xapi import statements
from outsourcing_lessons.items.item import Option
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import case_of
from outsourcing_lessons.lessons.review_variants import is_review
from outsourcing_lessons.progress.archive import exported, progress_of
from outsourcing_lessons.progress.review import review_states
from outsourcing_lessons.progress.sqlite import SqliteProgress
from outsourcing_lessons.progress.version_0_1 import same_question
from tests.mending import mended, rekeyed, reworded
from tests.progress.bringing_in import bring_in
from tests.version_0_1 import ADA, DATABASE, EXPORT

CASE = case_of(ADA)
LESSON = COURSE.lesson("one-task")
COLUMNS = "id, learner_id, item_id, variant, seed, response, outcome, at"


@pytest.fixture
def store(tmp_path):
    """A database of version 0.1, where a learner of today opens the course."""
    shutil.copy(DATABASE, tmp_path)
    return progress_of(tmp_path)


def rows(path):
    with closing(sqlite3.connect(path)) as file:
        return file.execute(f"SELECT {COLUMNS} FROM attempts ORDER BY number").fetchall()


def items():
    """The questions of the lesson that were answered, as they are today."""
    names = {one["item_id"] for one in answered()} & {template.id for template in LESSON.items}
    return [LESSON.item(name).variant(CASE) for name in sorted(names)]


def as_it_was(item):
    """The question on the last day, with what was right in it then."""
    names = ("files", "notice", "second", "hours", "exclusive")
    options = tuple(Option(id=name, text=name, feedback=name) for name in names)
    return item.model_copy(update={"options": options, "key": names[:3]})


def answered():
    return json.loads(EXPORT.read_text("utf-8"))["attempts"]


def kept_of(store, item, seed=7):
    return same_question(item, seed, store.former_attempts("ada", item.id))


def test_every_answer_of_an_earlier_database_is_kept_as_it_was(store):
    before = rows(store.path)
    assert len(store.all_attempts("ada")) == len(before) == 17
    assert rows(store.path) == before and store.entries("ada", "one-task.bench-plan") == {
        "stream": "Photos for the shop"
    }
    assert {attempt.wording for attempt in store.all_attempts("ada")} == {f"w{row[3]}" for row in before}


@pytest.mark.parametrize("mending", [None, reworded])
def test_its_answers_are_to_the_questions_of_today_also_where_words_were_mended(store, mending):
    with mended(mending or (lambda item: item)):
        found = {item.id: len(kept_of(store, item)) for item in items()}
    assert {name: many for name, many in found.items() if many} == {"one-task.brief": 2, "one-task.split": 2}
    assert len(found) > 3  # those that are asked otherwise today begin anew


def test_with_another_key_or_seed_none_of_them_counts_and_all_stay(store):
    with mended(rekeyed):
        assert {item.id: len(kept_of(store, item)) for item in items()} == dict.fromkeys([i.id for i in items()], 0)
    with mended(reworded):
        others = [kept_of(store, item, seed=8) for item in items()]
    assert others == [[]] * len(items()) and len(json.loads(exported(store))["attempts"]) == 17


def test_an_answer_in_a_review_stays_with_the_review(store):
    """It says when the item is due, and is not shown in the lesson."""
    template = LESSON.item("recall-exit")
    seed = answered()[-1]["seed"]
    with mended(as_it_was, [template]):
        item = template.variant(case_of(replace(ADA, seed=seed)))
        assert is_review(seed) and [one.seed for one in kept_of(store, item, seed)] == [seed]
        assert [one.seed for one in kept_of(store, template.variant(CASE))] == [7, 7]
        assert review_states(store.all_attempts("ada"))["one-task.recall-exit"].asked == 2


def test_a_file_that_version_0_1_exported_is_brought_in_and_once(store, tmp_path):
    empty = SqliteProgress(tmp_path / "empty.sqlite")
    assert bring_in(empty, EXPORT.read_bytes(), "f") == (17, 1)
    assert [len(kept_of(empty, item)) for item in items()] == [len(kept_of(store, item)) for item in items()]
    assert bring_in(store, EXPORT.read_bytes(), "f") == (0, 0)
    assert exported(empty) == exported(store)


def test_a_database_of_0_1_that_can_only_be_read_is_read(store, monkeypatch):
    """On a read-only drive, where its tables cannot be renewed."""

    def only_in_memory(connection, steps):
        if connection.execute("PRAGMA database_list").fetchone()[2]:
            raise sqlite3.OperationalError("attempt to write a readonly database")
        migrate(connection, steps)

    monkeypatch.setattr("outsourcing_lessons.progress.sqlite.migrate", only_in_memory)
    before = store.path.read_bytes()
    assert len(store.all_attempts("ada")) == 17 and store.path.read_bytes() == before


def test_another_learner_has_none_of_them(store):
    assert store.former_attempts("bo", "one-task.split") == [] == store.all_attempts("bo")
    assert LearnerProfile().learner_id != "ada"


def test_an_xapi_export_reads_a_database_of_0_1_without_changing_it(store):
    before = store.path.read_bytes()
    found = attempts_in(store.path)
    assert len(found) == 17 == len({one["id"] for one in found}) and store.path.read_bytes() == before
    assert len(list(statements(found))) > 17
    store.all_attempts("ada")  # renews the tables
    assert [one["wording"] for one in attempts_in(store.path)] == [f"w{one['variant']}" for one in found]
