"""Where an explorer stands on each phone: the wall gets settings without names, and nothing that no page could send."""

from __future__ import annotations

import json

import pytest

from outsourcing_lessons.workshop.events import Event
from outsourcing_lessons.workshop.live import MOST, Live, goals_of, setting_of, sliders_of
from outsourcing_lessons.workshop.refused import Refused
from tests.workshop.conftest import VOTE

EXPLORER = "explorer:first-number.pulled"
GAME = "ask:walk-away.year"
AT = {"opening": 8, "pull": 0.3}


@pytest.fixture
def live():
    return Live()


@pytest.fixture
def shown(state):
    state.apply(Event("open", 5.0, body={"step": EXPLORER, "round": 0, "mode": "show"}))
    return state


def at(**values):
    return {"step": EXPLORER, "values": AT | values, "found": 0}


def test_the_last_word_of_each_phone_counts_and_the_wall_gets_no_name(live, shown, agenda):
    for opening in (8, 9, 12):
        live.heard(shown, agenda, "ada", at(opening=opening))
    live.heard(shown, agenda, "bob", at(opening=12) | {"found": 1})
    seen = live.seen(shown, agenda)
    assert seen["settings"] == [[[12.0, 0.3], 2]]
    counts = {"step": EXPLORER, "joined": 2, "tried": 2, "found": [1, 0], "driven": None}
    assert seen["counts"] == counts
    live.heard(shown, agenda, "ada", at(opening=2))
    assert live.seen(shown, agenda)["settings"] == [[[2.0, 0.3], 1], [[12.0, 0.3], 1]]  # by value, not by who was first
    assert not {"ada", "bob", "token"} & set(json.dumps(seen).split('"'))
    live.left("bob")
    assert live.seen(shown, agenda)["counts"]["found"] == [0, 0]


@pytest.mark.parametrize(
    "values",
    [
        None, [], {}, {"opening": 8}, AT | {"more": 1}, AT | {"opening": "8"}, AT | {"opening": True},
        AT | {"opening": None}, AT | {"opening": 0}, AT | {"opening": 21}, AT | {"opening": 8.5}, AT | {"pull": 0.25},
        AT | {"opening": float("inf")}, AT | {"opening": float("nan")}, AT | {"opening": 10**400},
        AT | {"pull": -1e-300}, AT | {"opening": [8]}, AT | {"opening": {"low": 1}},
    ],
)  # fmt: skip
def test_a_setting_that_no_page_can_have_is_refused(live, shown, agenda, values):
    with pytest.raises(Refused, match="no-such-setting"):
        live.heard(shown, agenda, "ada", {"step": EXPLORER, "values": values})
    assert live.seen(shown, agenda)["settings"] == []


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"step": "explorer:none"}, "no-such-step"), ({"step": VOTE}, "no-such-step"), ({"step": [1]}, "no-such-step"),
        ({"found": 3}, "no-such-setting"), ({"found": -1}, "no-such-setting"), ({"found": True}, "no-such-setting"),
    ],
)  # fmt: skip
def test_neither_is_one_for_what_is_no_explorer_or_with_goals_that_are_not_there(live, shown, agenda, change, why):
    with pytest.raises(Refused, match=why):
        live.heard(shown, agenda, "ada", at() | change)
    with pytest.raises(Refused, match="no-such-person"):
        live.heard(shown, agenda, "eve", at())


def test_what_has_not_been_shown_and_what_is_over_is_moved_by_nobody(live, state, shown, agenda):
    shown.apply(Event("end", 9.0))
    for moved in (lambda: live.heard(shown, agenda, "ada", at()), lambda: live.drive(shown, agenda, at())):
        with pytest.raises(Refused, match="not-open"):
            moved()


def test_the_instructor_drives_the_wall(live, shown, agenda):
    live.drive(shown, agenda, at(opening=20))
    assert live.seen(shown, agenda)["counts"]["driven"] == {"opening": 20.0, "pull": 0.3}
    with pytest.raises(Refused, match="no-such-setting"):
        live.drive(shown, agenda, at(opening=99))


def test_a_wall_draws_a_part_of_many_settings_spread_over_all(live, shown, agenda):
    for n in range(200):
        shown.apply(Event("join", 1.0, f"p{n}", body={"number": n + 3, "name": "", "learner_id": "", "token": f"t{n}"}))
        live.heard(shown, agenda, f"p{n}", at(opening=1 + n % 20, pull=round(0.1 * (n // 20), 1)))
    settings = live.seen(shown, agenda)["settings"]
    assert MOST / 2 < len(settings) <= MOST and settings[0][0] == [1.0, 0.0] and settings[-1][0][0] >= 19


def test_every_start_and_every_named_setting_of_an_explorer_is_one(whole):
    explorers = [step.block for step in whole.steps.values() if step.block.kind == "explorer"]
    assert explorers
    for block in explorers:
        for scenario in block.scenarios:
            assert setting_of(block, scenario.values) == tuple(scenario.values[one.id] for one in sliders_of(block))
        assert goals_of(block) == 2


def test_of_a_game_the_wall_hears_in_which_quarters_people_are(live, state, whole):
    state.apply(Event("open", 5.0, body={"step": GAME, "round": 1, "mode": "practice"}))
    live.heard(state, whole, "ada", {"step": GAME, "values": {"quarter": 3}})
    live.heard(state, whole, "bob", {"step": GAME, "values": {"quarter": 4}})  # the answer itself is on its way
    assert live.seen(state, whole)["counts"]["quarters"] == [0, 0, 0, 2]
    with pytest.raises(Refused, match="no-such-setting"):
        live.heard(state, whole, "ada", {"step": GAME, "values": {"quarter": 5}})
