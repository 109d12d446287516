"""What is written in one notebook of the course stands in another: on the next worksheet, in the playbook."""

from __future__ import annotations

import pytest

from outsourcing_lessons.course import COURSE
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.progress.memory import MemoryProgress
from outsourcing_lessons.progress.store import Attempt
from outsourcing_lessons.widgets.lesson import OpenLesson

MAP = "start-here.task-map"


@pytest.fixture
def store():
    return MemoryProgress()


@pytest.fixture
def lesson(store):
    return lambda name: OpenLesson(COURSE.lesson(name), LearnerProfile(), store, COURSE)


def restored(display):
    kept, problem = display.controller.restored()
    assert not problem
    return kept


def test_a_task_that_is_delegated_becomes_a_stream_and_flows_on(lesson, store):
    of_map = {"who.2": "I", "error.2": "hours", "machine.2": "a draft"}
    store.keep("guest", MAP, {"task.2": "Newsletters", "decision.2": "delegate", "decision.1": "keep", **of_map})
    drawn = restored(lesson("one-task").worksheet())["drawn"]
    assert drawn == {"stream.1": "Newsletters", "now.1": "I", "error.1": "hours", "machine.1": "a draft"}
    store.keep("guest", "one-task.bench-plan", {"job-hours": "2", "rate": "€40", "own-hours": "1", "times.1": "24"})
    drawn = restored(lesson("companies-over-people").worksheet())["drawn"]
    assert drawn == {"work": "Newsletters", "job-cost": "€140", "jobs": "24"}


def test_what_is_drawn_is_not_kept_and_does_not_count(lesson, store):
    store.keep("guest", MAP, {"decision.1": "delegate"})
    restored(lesson("one-task").worksheet())
    assert store.all_entries("guest").keys() == {MAP}


def test_the_first_worksheet_draws_from_nothing(lesson):
    assert "drawn" not in restored(lesson("start-here").worksheet())


def test_a_question_of_the_first_test_can_be_put_off(lesson, store, tmp_path, monkeypatch):
    """That is kept, comes back, and stands in the playbook; nothing else is kept of a question."""
    monkeypatch.chdir(tmp_path)
    (asked, *_) = lesson("start-here").section("pre-test")
    controller = asked.controller
    assert controller.reply({"type": "keep", "entries": {"later": "put off"}})["kept"] == {"later": "put off"}
    assert restored(asked)["entries"] == {"later": "put off"}
    assert "nothing is saved" in controller.reply({"type": "keep", "entries": {"else": "x"}})["problem"]
    assert restored(lesson("turn-the-dials").closing("tally"))["entriesAt"][controller.block.id] == {"later": "put off"}
    made = lesson("turn-the-dials").playbook().controller.reply({"type": "bind", "call": "1"})
    assert "put off" in (tmp_path / made["files"][0]).read_text("utf-8")


def test_the_playbook_says_what_was_right_at_first(lesson, store, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    before, after = (COURSE.pairs[0].before[0], COURSE.pairs[0].after[0])
    for item, right in ((before, False), (after, True), (after, False)):
        store.append(Attempt("guest", item, "v", 1, {}, {"valid": True, "correct": right}))
    made = lesson("turn-the-dials").playbook().controller.reply({"type": "bind", "call": "1"})
    text = (tmp_path / made["files"][0]).read_text("utf-8")
    assert "Before: 0 of 4 right, 1 answered." in text and "After: 1 of 4 right, 1 answered." in text
