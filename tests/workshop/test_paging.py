from __future__ import annotations

import pytest

from outsourcing_lessons.workshop.commands import commanded
from outsourcing_lessons.workshop.paging import ANSWER, VOTES, WHY, ahead, beat_of, cue, last_beat
from outsourcing_lessons.workshop.rules import Refused
from outsourcing_lessons.workshop.views import projector_view
from tests.workshop.conftest import FOUND, GUESS, VOTE


def press(state, agenda, key="next", **more):
    for event in commanded(state, agenda, {"kind": key, **more}, 9.0):
        state.apply(event)


def go_to(state, agenda, step):
    while state.now != step:
        press(state, agenda)


def press_to_the_end(state, agenda):
    """Return how many presses it took."""
    presses = 0
    while ahead(state, agenda):
        press(state, agenda)
        presses += 1
    with pytest.raises(Refused, match="at-the-end"):
        press(state, agenda)
    return presses


def wall(state, agenda):
    return projector_view(state, agenda, {})["step"]


def test_the_first_press_shows_the_first_step(state, agenda):
    press(state, agenda)
    assert state.now == next(iter(agenda.steps)) and state.began == 9.0


def test_a_question_takes_at_most_four_presses_and_any_other_step_one_a_beat(state, agenda):
    shown = [step for step in agenda.steps.values() if not step.at_home]
    assert press_to_the_end(state, agenda) == sum(1 + last_beat(agenda, step) for step in shown)
    assert max(1 + last_beat(agenda, step) for step in shown if step.asks) == 4
    assert not [step.id for step in shown if state.step(step.id).status == "waiting"]


def test_a_vote_is_closed_then_told_then_explained(state, agenda):
    go_to(state, agenda, VOTE)
    assert (state.step(VOTE).status, state.step(VOTE).mode) == ("open", "vote")
    press(state, agenda)
    assert (
        state.step(VOTE).status == "locked" and "votes" in wall(state, agenda) and "result" not in wall(state, agenda)
    )
    press(state, agenda)
    assert state.step(VOTE).status == "revealed" and wall(state, agenda)["beat"] == ANSWER
    press(state, agenda)
    assert wall(state, agenda)["beat"] == WHY and wall(state, agenda)["result"]["why"]
    assert ahead(state, agenda).get("does", "step") == "step"


def test_a_prediction_is_told_by_its_own_step(state, agenda):
    go_to(state, agenda, GUESS)
    press(state, agenda)
    assert last_beat(agenda, agenda.steps[GUESS]) == VOTES and state.step(GUESS).status == "locked"
    press(state, agenda)
    assert state.now != GUESS


def test_going_back_turns_the_wall_and_takes_nothing_back(state, agenda):
    go_to(state, agenda, VOTE)
    for _ in range(3):
        press(state, agenda)
    for beat in (ANSWER, VOTES, 0):
        press(state, agenda, "back")
        assert beat_of(state, agenda, agenda.steps[VOTE]) == beat and state.step(VOTE).status == "revealed"
    press(state, agenda, "back")
    assert state.now != VOTE
    go_to(state, agenda, VOTE)
    assert state.step(VOTE).status == "revealed"


def test_at_the_start_nothing_is_before(state, agenda):
    press(state, agenda)
    with pytest.raises(Refused, match="at-the-start"):
        press(state, agenda, "back")


def test_one_press_does_one_thing_however_often_it_arrives(state, agenda):
    go_to(state, agenda, VOTE)
    seen = cue(state, agenda)
    press(state, agenda, **{"from": seen})
    with pytest.raises(Refused, match="moved-on"):
        press(state, agenda, **{"from": seen})
    assert state.step(VOTE).status == "locked"


def test_what_is_left_out_is_passed_over(state, agenda):
    press(state, agenda, "skip", step=FOUND)
    press_to_the_end(state, agenda)
    assert state.step(FOUND).status == "waiting" and state.step(VOTE).status == "revealed"


def test_a_second_vote_is_shown_beside_the_first(state, agenda):
    go_to(state, agenda, VOTE)
    press(state, agenda)
    press(state, agenda, "again", step=VOTE)
    assert "votes" not in wall(state, agenda)
    press(state, agenda)
    assert len(wall(state, agenda)["votes"]) == 2
