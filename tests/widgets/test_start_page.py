"""The start page's own displays: where one stands, the review of the day, the playbook at any time."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from asking_for_a_raise import COURSE

from outsourcing_lessons.errors import ProgressError
from outsourcing_lessons.lab.start_page import NOTHING_DUE
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.review_variants import REVIEWED as REVIEWED_SECTIONS
from outsourcing_lessons.lessons.review_variants import is_review
from outsourcing_lessons.progress.memory import MemoryProgress
from outsourcing_lessons.progress.store import Attempt
from outsourcing_lessons.widgets.display import WIDGET_VIEW
from outsourcing_lessons.widgets.lesson import OpenLesson

ADA = LearnerProfile(learner_id="ada")
REVIEWED = [one for lesson in COURSE.lessons for one in lesson.items if one.section in REVIEWED_SECTIONS]


@pytest.fixture
def start(store):
    return OpenLesson(COURSE.lessons[0], ADA, store, COURSE)


def answered(store, templates, days_ago=5.0):
    at = (datetime.now(UTC) - timedelta(days=days_ago)).isoformat(timespec="milliseconds")
    for template in templates:
        variant = template.variant(COURSE.case(ADA)).variant
        store.append(Attempt("ada", template.id, variant, 1, {"value": "1"}, {"valid": True, "correct": True}, at))


def answer(display, value=None):
    controller = display.controller
    response = {"value": value} if value else right_answer(controller.item)
    return controller.reply({"type": "submit", "call": "1", "response": response})["outcome"]


def right_answer(item):
    field = {"single-choice": "option", "multiple-choice": "options", "ordering": "order", "number": "value"}[item.type]
    return {field: list(item.key) if isinstance(item.key, tuple) else f"{item.key}" if field == "value" else item.key}


def test_where_nobody_is_at_the_notebook_no_progress_is_read(start, store):
    """Papermill, nbval and the print edition get the same for everybody."""
    answered(store, REVIEWED)
    shown = start.review()
    assert [repr(one) for one in shown] == [NOTHING_DUE]
    assert "answered" not in repr(start.home()) and "<script>" not in start.home()._repr_mimebundle_()["text/html"]


def test_with_a_person_home_says_where_they_stand_and_keeps_itself_up_to_date(start, store, person):
    answered(store, REVIEWED)
    bundle = start.home()._repr_mimebundle_()
    assert "1 of 8" in bundle["text/plain"] and "<script>" in bundle["text/html"]


def test_due_items_are_asked_live_in_a_new_variant(start, store, person):
    answered(store, REVIEWED[:2])
    said, *asked = start.review()
    assert "2 questions" in repr(said) and {one.block.id for one in asked} == {REVIEWED[0].id, REVIEWED[1].id}
    assert all(WIDGET_VIEW in one._repr_mimebundle_() for one in asked)
    lesson = {template.id: template.variant(COURSE.case(ADA)).variant for template in REVIEWED}
    assert all(one.block.item.variant != lesson[one.block.id] and is_review(one.controller.seed) for one in asked)


def test_an_answer_stays_in_view_today_and_moves_the_item_on(start, store, person):
    answered(store, REVIEWED[:1])
    (_, asked) = start.review()
    assert answer(asked)["correct"]
    said, again = start.review()
    assert repr(said).startswith("1 question reviewed today. That is all for today; come back on ")
    assert again.block == asked.block and len(again.controller.restored()[0]["attempts"]) == 1


def test_a_review_asks_anew_even_what_is_by_chance_the_same_variant(start, store, person):
    """And its answers are not shown in the lesson."""
    answered(store, REVIEWED[:1])
    (_, asked) = start.review()
    old = Attempt("ada", REVIEWED[0].id, asked.block.item.variant, 1, {"option": "x"}, {"valid": True, "correct": True})
    store.append(old)
    assert asked.controller.restored()[0]["attempts"] == []
    answer(asked)
    in_lesson = start._show(asked.block, item=asked.block.item)
    assert [one["response"] for one in in_lesson.controller.restored()[0]["attempts"]] == [old.response]


def test_more_minutes_bring_more(start, store, person):
    answered(store, REVIEWED)
    first, *asked = start.review(minutes=1)
    assert sum(one.block.item.minutes for one in asked) == 1
    assert len(start.review(minutes=60)) == len(REVIEWED) + 1


def test_where_nothing_can_be_read_the_page_opens_and_says_so(person, capsys):
    class Broken(MemoryProgress):
        def all_attempts(self, learner_id):
            raise ProgressError("the disk is gone")

    shown = OpenLesson(COURSE.lessons[0], ADA, Broken(), COURSE).review()
    assert [repr(one) for one in shown] == [NOTHING_DUE] and "the disk is gone" in capsys.readouterr().out


def test_the_playbook_can_be_made_from_the_start_page(start, store, person, tmp_path, monkeypatch):
    """At any time, from what there is."""
    monkeypatch.chdir(tmp_path)
    store.keep("ada", "first-number.numbers", {"extra.1": "photos"})
    made = start.playbook().controller.reply({"type": "bind", "call": "1"})
    assert made["files"] == ["my-playbook.html", "my-playbook.pdf", "my-playbook.docx"]
    assert "photos" in (tmp_path / "my-playbook.html").read_text(encoding="utf-8")
