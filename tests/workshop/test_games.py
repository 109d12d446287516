"""A game that the room plays in one luck: scores without names, the best dials, and what the best did differently."""

from __future__ import annotations

import json

import pytest

from outsourcing_lessons.items.judge import judge
from outsourcing_lessons.workshop.events import Event
from outsourcing_lessons.workshop.games import apart
from outsourcing_lessons.workshop.views import projector_view
from tests.workshop.test_live import GAME


@pytest.fixture
def room(state, whole):
    for n in range(3, 9):
        body = {"number": n, "name": f"Name {n}", "learner_id": "", "token": f"t{n}"}
        state.apply(Event("join", 1.0, f"p{n}", body=body))
    state.apply(Event("open", 5.0, body={"step": GAME, "round": 1, "mode": "practice"}))
    return state


def play(state, whole, who, ask, hours=0.0, counts=True, **more):
    item = whole.steps[GAME].ask.item
    response = {"dials": [{"ask": ask, "hours": hours}] * item.quarters, "seed": item.seed} | more
    outcome = judge(item, response)
    assert outcome["valid"], outcome
    body = {"step": GAME, "round": 1, "response": response, "outcome": outcome, "made": 6.0, "counts": counts}
    state.apply(Event("answer", 6.0, who, f"id-{len(state.step(GAME).attempts)}-{ask}-{hours}", body))
    return outcome["points"]


def wall(state, whole, beat):
    state.apply(Event("beat", 7.0, body={"step": GAME, "beat": beat}))
    return projector_view(state, whole, {})["step"].get("board")


def test_the_best_year_of_each_in_the_rooms_luck_counts_and_nobody_is_named(room, whole):
    first = play(room, whole, "ada", 1)
    again = play(room, whole, "ada", 2)
    other_luck = play(room, whole, "bob", 2, seed=whole.steps[GAME].ask.item.seed + 1)
    late = play(room, whole, "p3", 3, counts=False)
    assert wall(room, whole, 0) is None
    room.apply(Event("lock", 8.0, body={"step": GAME}))
    game = wall(room, whole, 1)
    assert game["scores"] == [max(first, again)] and game["middle"] == max(first, again) and game["joined"] == 8
    assert isinstance(other_luck, float) and isinstance(late, float) and "best" not in game
    room.apply(Event("reveal", 9.0, body={"step": GAME}))
    told = wall(room, whole, 2)
    assert told["best"] == [{"ask": 2 if again > first else 1, "hours": 0.0}] * 4
    assert "ada" not in json.dumps(told) and "Name" not in json.dumps(projector_view(room, whole, {}))


def test_from_six_years_on_it_is_said_which_dial_the_best_third_turned_differently(room, whole):
    item = whole.steps[GAME].ask.item
    careful, bold = [{"ask": 2, "hours": 4.0}] * 4, [{"ask": 3, "hours": 0.0}] * 4
    found = apart(item, [careful, careful, bold, careful, bold, bold])
    assert found == {"dial": "hours", "top": 4.0, "last": 0.0, "people": 2}
    assert apart(item, [careful] * 5) is None and apart(item, [careful] * 6) is None
