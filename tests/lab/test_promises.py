"""What a learner said they would do comes back to them, from the day after on."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from types import SimpleNamespace

import pytest
from asking_for_a_raise import COURSE

from outsourcing_lessons.blocks.sheet import Entry, Sheet, Worksheet
from outsourcing_lessons.lab.learner_progress import review_dates, standing_of
from outsourcing_lessons.lab.promises import promises
from outsourcing_lessons.lab.start_page import NOTHING_DUE, review
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.review_variants import REVIEWED
from outsourcing_lessons.progress.memory import MemoryProgress
from outsourcing_lessons.progress.store import Attempt

CASE = COURSE.case(LearnerProfile(learner_id="ada"))
TALK = COURSE.lessons[1]
SHEET = TALK.worksheet(CASE).id
WRITTEN = datetime(2026, 3, 2, 9, tzinfo=UTC)


@pytest.fixture
def store(monkeypatch):
    """A store in which everything is written on one day."""
    monkeypatch.setattr("outsourcing_lessons.progress.memory.now", WRITTEN.isoformat)
    return MemoryProgress()


def found(store, days, zone=UTC):
    now = (WRITTEN + timedelta(days=days)).astimezone(zone)
    return [(one.text, one.day) for one in promises(CASE, store, now)]


def test_it_is_shown_from_the_next_day_to_a_week_after_its_day(store):
    store.keep("ada", SHEET, {"other": "  ask at\nthe hospital ", "on": "2026-03-10"})
    promised = [("ask at the hospital", date(2026, 3, 10))]
    assert [found(store, days) for days in (0, 1, 15, 16)] == [[], promised, promised, []]


@pytest.mark.parametrize(
    ("label", "reminder", "text"), [("The task", "", "post"), ("I stop", "The task", "The task: post")]
)
def test_its_words_are_those_of_the_field_and_not_of_its_label(store, label, reminder, text):
    field = Entry(id="what", label=label, reminder=reminder, promise=True)
    sheets = (Sheet(title="Promise", fields=(field,)),)
    sheet = Worksheet(id="walk-away.talk", title="Plan", purpose="To keep.", sheets=sheets)
    course = SimpleNamespace(lessons=(replace(TALK, worksheet=lambda case: sheet),))
    store.keep("ada", SHEET, {"what": "post"})
    (promised,) = promises(replace(CASE, course=course), store, WRITTEN + timedelta(days=1))
    assert promised.text == text


def test_without_a_day_it_is_shown_for_a_month(store):
    store.keep("ada", SHEET, {"other": "ask", "on": "soon"})
    assert [bool(found(store, days)) for days in (0, 1, 30, 31)] == [False, True, True, False]


def test_the_next_day_begins_at_the_learners_midnight(store):
    store.keep("ada", SHEET, {"other": "ask"})
    assert not found(store, 0.5) and found(store, 0.5, timezone(timedelta(hours=9)))


@pytest.mark.parametrize("entries", [{}, {"other": " "}, {"other": 7}, {"on": "2026-03-10"}])
def test_what_is_not_written_is_no_promise(store, entries):
    store.keep("ada", SHEET, entries)
    assert not found(store, 1)


def test_the_start_page_says_it_first_and_as_text(store):
    store.keep("ada", SHEET, {"other": "ask *<b>Ms Lee</b>*", "on": "2026-03-10"})
    said = review(CASE, standing_of(CASE, store, WRITTEN + timedelta(days=1))).markdown.splitlines()
    assert said[0] == "**What you said you would do:**" and said[-1] == NOTHING_DUE
    assert said[2] == (rf"- ask \*\<b\>Ms Lee\<\/b\>\*, by 10 March: [02 {TALK.title}]({TALK.notebook})")


def answer(store, item, days=0.0, right=True):
    at = (WRITTEN + timedelta(days=days)).isoformat(timespec="milliseconds")
    outcome = {"valid": True, "correct": right}
    store.append(Attempt("ada", item.id, item.variant(CASE).variant, 1, {"value": "1"}, outcome, at))


def test_the_days_of_reviews_are_known_by_number_and_what_is_overdue_comes_today(store):
    first, second, *_ = [item for lesson in COURSE.lessons for item in lesson.items if item.section in REVIEWED]
    assert review_dates(CASE, store, WRITTEN) == ()
    answer(store, first, right=False)
    answer(store, second)
    tomorrow, later = review_dates(CASE, store, WRITTEN)
    assert (tomorrow.day, tomorrow.id) == (date(2026, 3, 3), f"{COURSE.id}.review-1") and later.day > tomorrow.day
    assert tomorrow.text.startswith(f"{COURSE.title}: 1 question to review, about ")
    (today,) = review_dates(CASE, store, WRITTEN + timedelta(days=90))
    assert (today.day, today.id) == (date(2026, 5, 31), f"{COURSE.id}.review-1") and ": 2 questions" in today.text
