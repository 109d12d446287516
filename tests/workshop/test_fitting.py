"""The agenda is made to fit the minutes there are."""

from __future__ import annotations

import pytest
from asking_for_a_raise import COURSE

from outsourcing_lessons.errors import WorkshopError
from outsourcing_lessons.lessons.course_file import Pause
from outsourcing_lessons.lessons.plans import lessons_for
from outsourcing_lessons.workshop import fitting
from outsourcing_lessons.workshop.console_view import overview
from outsourcing_lessons.workshop.events import Event
from outsourcing_lessons.workshop.fitting import agenda_of_room
from outsourcing_lessons.workshop.pace import pace
from tests.workshop import planning
from tests.workshop.planning import begun, planned

BREAK = ("first-number predict", Pause(what="Stretch", minutes=5), "walk-away choices")


def room_of(minutes, *lessons):
    return planning.room_of(minutes, lessons or lessons_for(COURSE, minutes))


def titles(agenda):
    return {step.title for step in planned(agenda)}


@pytest.fixture
def with_break(monkeypatch):
    """A workshop on two sections, five minutes apart."""
    monkeypatch.setattr(fitting, "plan_for", lambda *given: BREAK)
    room = room_of(20, *COURSE.slugs)
    return room, agenda_of_room(room), begun(room)


def test_what_the_plan_names_is_planned_and_the_rest_is_for_home():
    agenda = agenda_of_room(room_of(20))
    sections = ["predict", "practice", "sheet"]
    assert sections == list(
        dict.fromkeys(part.note.section for part in agenda.parts if not all(one.at_home for one in part.steps))
    )


def test_a_break_comes_where_the_plan_has_it_and_nobody_is_late_in_it(with_break):
    room, agenda, state = with_break
    [(place, step)] = [(n, step) for n, step in enumerate(planned(agenda)) if step.pause]
    assert step.pause == Pause(what="Stretch", minutes=5) and step.block.kind == "research"
    before = sum(one.minutes for one in planned(agenda)[: place + 1])
    for at, name in ((0.0, planned(agenda)[0].id), (10.0, step.id)):
        state.apply(Event("open", at, body={"step": name, "round": 0, "mode": "show"}))
    assert pace(state, agenda, 60 * (before + 4.9))["late"] == 0
    assert pace(state, agenda, 60 * (before + 6))["late"] == pytest.approx(1)


def test_the_break_stays_when_the_step_before_it_goes(with_break):
    room, agenda, state = with_break
    before = pace(state, agenda, 0.0)["total"]
    [step] = [step for step in planned(agenda) if step.pause]
    state.apply(Event("skip", 0.0, body={"step": step.id, "skipped": True}))
    assert pace(state, agenda, 0.0)["total"] == pytest.approx(before - step.minutes)


def test_of_another_length_questions_go_in_the_order_of_a_late_workshop():
    whole = titles(agenda_of_room(room_of(25, "first-number")))
    shorter = {minutes: agenda_of_room(room_of(minutes, "first-number")) for minutes in (22, 21)}
    assert [{"Say it"}, {"Say it", "No money left"}] == [whole - titles(one) for one in shorter.values()]
    for minutes, agenda in shorter.items():
        assert minutes - 5 < sum(step.minutes for step in planned(agenda)) <= minutes


def test_too_little_time_is_said_with_what_it_takes():
    with pytest.raises(WorkshopError, match=r"9 minutes are too few for “Name.*it takes 20; give more --minutes"):
        agenda_of_room(room_of(9, "first-number"))


def test_the_console_is_told_what_was_asked_for():
    room = room_of(20)
    assert overview(begun(room), agenda_of_room(room), {}, 0.0)["pace"]["given"] == 20
    room.pop("minutes")
    assert "given" not in pace(begun(room), agenda_of_room(room), 0.0)
