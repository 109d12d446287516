"""Workshops on this course fit the minutes they are planned for, and begin with what a phone has at once."""

from __future__ import annotations

import re

import pytest

from outsourcing_lessons import player
from outsourcing_lessons.course import COURSE
from outsourcing_lessons.errors import WorkshopError
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.course_file import Pause
from outsourcing_lessons.lessons.courses import case_of
from outsourcing_lessons.lessons.plans import lessons_for
from outsourcing_lessons.workshop.agenda import agenda_of
from outsourcing_lessons.workshop.fitting import agenda_of_room
from outsourcing_lessons.workshop.pace import SLACK, pace
from tests.workshop import planning
from tests.workshop.planning import begun, planned


def room_of(minutes, *lessons):
    return planning.room_of(minutes, lessons or lessons_for(COURSE, minutes))


@pytest.fixture(scope="module")
def hour():
    return agenda_of_room(room_of(60))


@pytest.mark.parametrize("minutes", COURSE.plans)
def test_the_plan_of_that_length_fills_it(minutes):
    room = room_of(minutes)
    assert pace(begun(room), agenda_of_room(room), 0.0)["total"] == pytest.approx(minutes, abs=SLACK)


def test_any_of_the_four_lessons_fits_an_hour_whole(subtests):
    """All in one, since it is the plan's promise: a lesson's own tests hold also for who adds a question to it."""
    for slug in ("one-task", "hiring-blind", "companies-over-people", "managing-not-replacing"):
        with subtests.test(slug):
            agenda = agenda_of_room(room_of(60, slug))
            first_noted = next(place for place, part in enumerate(agenda.parts) if part.guide)
            left_out = [step for part in agenda.parts[first_noted:] for step in part.steps if step.at_home]
            assert {step.block.section for step in left_out if step.asks} == {"recall"}
            assert {step.title for step in left_out if not step.asks} == {"In short", "Sources"}
            assert sum(step.minutes for step in planned(agenda)) == pytest.approx(60, abs=SLACK)


def test_the_break_comes_where_the_plan_has_it():
    agenda = agenda_of_room(room_of(120))
    [(place, step)] = [(n, step) for n, step in enumerate(planned(agenda)) if step.pause]
    assert step.pause == Pause(what="Break", minutes=14) and step.block.kind == "worksheet"
    before = sum(one.minutes for one in planned(agenda)[: place + 1])
    assert before == pytest.approx(59)  # as the table in docs/workshop-plans.md says


def test_of_another_length_questions_go_in_the_order_of_a_late_workshop(hour):
    shorter = {minutes: agenda_of_room(room_of(minutes, "one-task")) for minutes in (58, 50, 40)}
    gone = {
        minutes: {step.title for step in planned(hour)} - {step.title for step in planned(agenda)}
        for minutes, agenda in shorter.items()
    }
    assert gone[58] <= {"A machine on their side"}
    assert gone[58] < gone[50] < gone[40]
    for minutes, agenda in shorter.items():
        assert minutes - 5 < sum(step.minutes for step in planned(agenda)) <= minutes
        kept = {step.block.kind for step in planned(agenda)} | {
            step.block.section for step in planned(agenda) if step.asks
        }
        assert {"worksheet", "reveal", "predict", "when-wrong"} <= kept


def test_what_a_note_says_to_keep_stays():
    agenda = agenda_of_room(room_of(45, "hiring-blind"))
    assert "A trial of trials" in {step.title for step in planned(agenda)}


def test_two_whole_lessons_fit_two_hours():
    agenda = agenda_of_room(room_of(120, "one-task", "hiring-blind"))
    assert sum(step.minutes for step in planned(agenda)) == pytest.approx(120, abs=2 * SLACK)


def test_too_little_time_is_said_with_what_it_takes():
    with pytest.raises(WorkshopError, match=r"20 minutes are too few for “One task.*it takes 3\d; give more --minutes"):
        agenda_of_room(room_of(20, "one-task"))


@pytest.mark.parametrize("lesson", COURSE.lessons, ids=lambda lesson: lesson.slug)
def test_the_first_question_of_a_lesson_is_of_a_type_that_phones_begin_with(lesson):
    first = list(agenda_of((lesson,), case_of(LearnerProfile())).steps.values())
    at = next(place for place, step in enumerate(first) if step.asks)
    known = (player.FOLDER / "first_items.js").read_text("utf-8")
    assert re.search(rf'^ *"?{first[at].ask.item.type}"?: ', known, re.MULTILINE)
    # An explorer comes with a script of its own, fetched when its step is near.
    assert {step.block.kind for step in first[:at]} <= {"prose", "explorer"}
