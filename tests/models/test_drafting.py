"""A machine's draft costs what it takes to check it, to do it again, and what slips through."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from outsourcing_lessons.errors import ArgumentError
from outsourcing_lessons.models.drafting import breakeven_check, breakeven_faults, draft_cost, mean_cost
from outsourcing_lessons.player.modules import FOLDER, joined
from tests.javascript import evaluated

DRAFT = {"own_hour": 60, "check": 6, "right": 0.9, "caught": 0.8, "redo": 10, "miss": 30, "ask": 1, "fee": 0.1}
drafts = st.fixed_dictionaries(
    {
        "own_hour": st.floats(0.1, 1e4),
        "check": st.floats(0, 120),
        "right": st.floats(0, 1),
        "caught": st.floats(0, 1),
        "redo": st.floats(0, 300),
        "miss": st.floats(0, 1e5),
        "ask": st.floats(0, 60),
        "fee": st.floats(0, 1e3),
    }
)
prices = st.floats(0, 1e5)


def without(draft, *names):
    """Return a draft without some of what is known of it."""
    return {name: value for name, value in draft.items() if name not in names}


def test_the_cost_agrees_with_drafts_that_are_drawn():
    random = np.random.default_rng(5)
    wrong = random.random(400_000) >= DRAFT["right"]
    found = wrong & (random.random(400_000) < DRAFT["caught"])
    minutes = DRAFT["ask"] + DRAFT["check"] + DRAFT["redo"] * found
    costs = minutes / 60 * DRAFT["own_hour"] + DRAFT["fee"] + DRAFT["miss"] * (wrong & ~found)
    assert draft_cost(**DRAFT) == pytest.approx(costs.mean(), abs=0.05)


@given(drafts)
def test_a_draft_that_is_always_right_costs_the_asking_and_the_check(draft):
    sure = draft["own_hour"] * (draft["ask"] + draft["check"]) / 60 + draft["fee"]
    assert draft_cost(**{**draft, "right": 1}) == pytest.approx(sure)


@given(drafts, st.floats(0, 1))
def test_reading_a_share_lies_between_reading_none_and_all(draft, share):
    def cost(read):
        return draft_cost(**{**draft, "check": read * draft["check"], "caught": read * draft["caught"]})

    assert cost(share) == pytest.approx(mean_cost(share, cost(1), cost(0)), rel=1e-9, abs=1e-6)


@given(drafts, prices)
def test_at_the_longest_check_both_ways_cost_the_same(draft, otherwise):
    longest = breakeven_check(otherwise, **without(draft, "check"))
    assert longest >= 0
    cost = draft_cost(**{**draft, "check": longest})
    assert cost == pytest.approx(otherwise) if longest > 0 else cost >= otherwise * (1 - 1e-9)


@given(drafts, prices)
def test_at_the_most_faults_both_ways_cost_the_same(draft, otherwise):
    most = breakeven_faults(otherwise, **without(draft, "right"))
    cost = draft_cost(**{**draft, "right": 1 - most})
    if 0 < most < 1:
        assert cost == pytest.approx(otherwise, rel=1e-6, abs=1e-6)
    else:
        assert cost >= otherwise * (1 - 1e-9) if most == 0 else cost <= otherwise * (1 + 1e-9)


def test_a_miss_that_costs_next_to_nothing_is_no_number_too_large():
    assert breakeven_faults(0, **without(DRAFT | {"redo": 0, "miss": 1e-308}, "right")) == 0
    assert breakeven_faults(1e3, **without(DRAFT | {"redo": 0, "miss": 1e-308}, "right")) == 1


def test_more_faults_a_longer_check_and_a_dearer_miss_cost_more():
    for name, more in (("right", 0.8), ("check", 7), ("miss", 31), ("caught", 0.7), ("ask", 2), ("fee", 0.2)):
        assert draft_cost(**{**DRAFT, name: more}) > draft_cost(**DRAFT)


def test_the_share_of_drafts_mixes_both_ways():
    assert mean_cost([0, 0.25, 1], 4, 8).tolist() == [8, 7, 4]


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"right": 1.1}, "right"),
        ({"caught": -0.1}, "caught"),
        ({"check": -1}, "check"),
        ({"miss": math.nan}, "miss"),
        ({"own_hour": "60"}, "own_hour"),
    ],
)
def test_what_is_no_number_of_a_draft_is_refused(change, name):
    with pytest.raises(ArgumentError, match=f"^{name} is"):
        draft_cost(**{**DRAFT, **change})


def test_a_break_even_in_minutes_needs_an_hour_that_is_worth_something():
    with pytest.raises(ArgumentError, match=r"^own_hour is 0; allowed: a number above 0"):
        breakeven_check(9, **{**without(DRAFT, "check"), "own_hour": 0})


SHARED = [
    (otherwise, share, {**DRAFT, **change})
    for otherwise, share in ((9, 0.5), (0, 0), (200, 1))
    for change in (
        {},
        {"right": 1},
        {"right": 0, "caught": 0},
        {"caught": 1},
        {"right": 0.73, "miss": 412.5, "own_hour": 1350},
        {"redo": 0, "miss": 0, "right": 0.5},
        {"check": 0, "ask": 0, "fee": 0},
    )
]
TOLD = """data.map(([otherwise, share, draft]) => [
  draftCost(draft), meanDraftedCost(share, draftCost(draft), otherwise), breakevenCheck(otherwise, draft),
  breakevenFaults(otherwise, draft),
])"""


def test_the_page_finds_the_same():
    names = {"own_hour": "ownHour"}
    asked = [
        [otherwise, share, {names.get(name, name): value for name, value in draft.items()}]
        for otherwise, share, draft in SHARED
    ]
    script = joined(FOLDER / "models" / "drafting.js")
    for (otherwise, share, draft), got in zip(SHARED, evaluated(script, TOLD, asked), strict=True):
        here = [
            draft_cost(**draft),
            mean_cost(share, draft_cost(**draft), otherwise),
            breakeven_check(otherwise, **without(draft, "check")),
            breakeven_faults(otherwise, **without(draft, "right")),
        ]
        assert got == pytest.approx(here)
