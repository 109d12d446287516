from __future__ import annotations

import pytest

from outsourcing_lessons.workshop.console_view import stuck
from outsourcing_lessons.workshop.events import Event
from outsourcing_lessons.workshop.pace import left_out, pace
from tests.workshop.conftest import FOUND, VOTE


def shown(state, *steps, at=0.0):
    for step in steps:
        state.apply(Event("open", at, body={"step": step, "round": 1, "mode": "vote"}))


def first_of_part(agenda, number):
    return agenda.parts[number - 1].steps[0].id


def planned_before(agenda, step):
    steps = list(agenda.steps.values())
    return sum(one.minutes for one in steps[: [s.id for s in steps].index(step)])


def test_the_clock_starts_with_the_first_step(state, agenda):
    assert pace(state, agenda, 1e6)["gone"] == 0
    shown(state, first_of_part(agenda, 1), at=1e6)
    assert pace(state, agenda, 1e6 + 120)["gone"] == 2


def test_a_step_within_its_minutes_is_on_time(state, agenda):
    step = first_of_part(agenda, 2)
    shown(state, first_of_part(agenda, 1), step)
    assert pace(state, agenda, 60 * (planned_before(agenda, step) + 0.5))["late"] == 0


def test_late_by_three_minutes_says_what_to_skip(state, agenda):
    shown(state, first_of_part(agenda, 1))
    end = agenda.parts[0].steps[0].minutes
    found = pace(state, agenda, 60 * (end + 3))
    assert found["late"] == pytest.approx(3)
    assert found["saves"] >= 3
    assert len(found["skip"]) <= 4
    assert {one["title"] for one in found["skip"]} >= {"Say it"}


def test_nothing_that_is_over_or_left_out_is_proposed(state, agenda):
    shown(state, first_of_part(agenda, 1))
    for title in ("What was found", "Say it"):
        step = next(step.id for step in agenda.steps.values() if step.title == title)
        state.apply(Event("skip", 0.0, body={"step": step, "skipped": True}))
    found = pace(state, agenda, 60 * 20)
    assert not {one["title"] for one in found["skip"]} & {"What was found", "Say it"}


def test_what_is_left_out_is_not_in_the_plan(state, agenda):
    before = pace(state, agenda, 0.0)["total"]
    state.apply(Event("skip", 0.0, body={"step": VOTE, "skipped": True}))
    assert pace(state, agenda, 0.0)["total"] == pytest.approx(before - agenda.steps[VOTE].minutes)
    assert left_out(state, agenda.steps[VOTE])


def test_a_room_that_jumps_ahead_is_early(state, agenda):
    shown(state, first_of_part(agenda, 5))
    assert pace(state, agenda, 0.0)["late"] == pytest.approx(-planned_before(agenda, first_of_part(agenda, 5)))


def attempt(state, at, correct, number):
    outcome = {
        "valid": True,
        "refusal": None,
        "correct": correct,
        "score": float(correct),
        "feedback": [""],
        "brier": None,
    }
    body = {"step": FOUND, "round": 1, "response": {"value": "1"}, "outcome": outcome, "made": at, "counts": True}
    state.apply(Event("answer", at, "ada", f"attempt-{number}", body))


@pytest.mark.parametrize(
    ("given", "now", "expected"),
    [
        ([(10, False), (20, False)], 30, []),
        ([(10, False), (20, False), (30, False)], 40, ["No. 1"]),
        ([(10, False), (20, False), (30, False)], 400, []),
        ([(10, False), (20, False), (30, False), (35, True)], 40, []),
    ],
)
def test_stuck_is_three_wrong_and_none_right_in_five_minutes(state, agenda, given, now, expected):
    state.apply(Event("open", 0.0, body={"step": FOUND, "round": 1, "mode": "practice"}))
    for number, (at, correct) in enumerate(given):
        attempt(state, float(at), correct, number)
    assert [one["called"] for one in stuck(state, agenda, float(now))] == expected
