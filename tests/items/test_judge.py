"""Outcomes agree with what was worked out by hand, and no response breaks the judge."""

from __future__ import annotations

import json
import math
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outsourcing_lessons import player
from outsourcing_lessons.items.item import TYPES, parse_item
from outsourcing_lessons.items.judge import judge
from outsourcing_lessons.words import CONFIDENCES

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "judge.json").read_text(encoding="utf-8"))
ITEMS = {name: parse_item(item) for name, item in VECTORS["items"].items()}
FIELDS = [
    "option",
    "options",
    "value",
    "order",
    "amounts",
    "low",
    "high",
    "confidence",
    "text",
    "ticks",
    "dials",
    "seed",
]
IDS = st.sampled_from(["a", "b", "c", "d", "who", "what", "constructor", "__proto__", ""])
LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=60) | IDS
JSON = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=5) | st.dictionaries(IDS | st.text(max_size=5), inner, max_size=4),
    max_leaves=9,
)
RESPONSES = JSON | st.dictionaries(st.sampled_from(FIELDS), JSON, max_size=5)


def test_there_are_enough_vectors_of_every_type():
    """All types are covered, by more than 400 cases."""
    assert len(VECTORS["cases"]) >= 400
    assert {ITEMS[name].type for name, *_ in VECTORS["cases"]} == TYPES.keys()


@pytest.mark.parametrize("name", ITEMS)
def test_gives_the_outcomes_of_the_vectors(name):
    """Each stored response of this item has the stored outcome, to the last bit."""
    cases = [case for case in VECTORS["cases"] if case[0] == name]
    wrong = [
        (response, judge(ITEMS[name], response), outcome)
        for _, response, outcome in cases
        if judge(ITEMS[name], response) != outcome
    ]
    assert not wrong


def test_the_page_has_a_sentence_for_every_refusal():
    """One it did not know would be told as an answer that is not complete."""
    words = re.search(r"const REFUSALS = {(.*?)^};", player.script("feedback.js"), re.DOTALL | re.MULTILINE)[1]
    refusals = {outcome["refusal"] for *_, outcome in VECTORS["cases"]} - {None}
    assert refusals == refusals & set(re.findall(r'^ {2}"?([a-z-]+)"?:', words, re.MULTILINE))


@given(st.sampled_from(list(ITEMS)), RESPONSES)
def test_never_raises_and_always_gives_a_whole_outcome(name, response):
    """Any JSON value gets an outcome that is sound in itself and can be stored as JSON."""
    outcome = judge(ITEMS[name], response)
    whole = ["valid", "refusal", "correct", "score", "feedback", "missed", "brier"]
    graded = outcome["correct"] is not None
    assert list(outcome) == ([*whole, "points"] if not graded and ITEMS[name].type == "game" else whole)
    assert graded or (outcome["score"] is outcome["brier"] is None and ITEMS[name].type in ("game", "bet"))
    assert outcome["valid"] == (outcome["refusal"] is None) == bool(outcome["feedback"])
    assert not graded or 0 <= outcome["score"] <= 1
    assert json.loads(json.dumps(outcome, allow_nan=False)) == outcome


@given(st.permutations("abcd"))
def test_an_order_scores_its_pairs(order):
    """Only the key itself is correct, and it alone scores 1."""
    outcome = judge(ITEMS["ordering"], {"order": order})
    assert outcome["correct"] == (order == list("abcd")) == (outcome["score"] == 1)


@given(st.floats(0, 300), st.floats(0, 300), st.sampled_from(CONFIDENCES))
def test_confidence_pays_when_the_range_holds(one, other, confidence):
    """The Brier score is the squared distance of the confidence from what happened."""
    low, high = sorted((one, other))
    outcome = judge(ITEMS["prediction"], {"value": low, "low": low, "high": high, "confidence": confidence})
    assert outcome["correct"] == (low <= 38 <= high)
    assert math.isclose(outcome["brier"], (confidence / 100 - outcome["correct"]) ** 2)


@given(st.sampled_from(["right", "a"]), st.sampled_from(CONFIDENCES))
def test_confidence_in_a_test_changes_nothing_but_the_brier_score(chosen, confidence):
    """Beside any answer it is judged by whether that is correct, not by its score."""
    response = {"options": ["a", "c", "d"] if chosen == "right" else ["a"]}
    plain = judge(ITEMS["multiple"], response)
    outcome = judge(ITEMS["multiple"], response | {"confidence": confidence})
    assert plain["brier"] is None and outcome | {"brier": None} == plain
    assert math.isclose(outcome["brier"], (confidence / 100 - plain["correct"]) ** 2)


@pytest.mark.parametrize("confidence", [None, 0, 49, 100, "80", True, math.nan, [80], {}])
def test_a_confidence_that_is_none_of_the_six_is_refused(confidence):
    """The answer itself may be as right as can be."""
    outcome = judge(ITEMS["single"], {"option": "b", "confidence": confidence})
    assert (outcome["refusal"], outcome["brier"]) == ("no-confidence", None)


def test_not_a_number_in_json_is_refused():
    """NaN, which Python lets through JSON, is no number."""
    assert judge(ITEMS["number"], {"value": math.nan})["refusal"] == "not-a-number"
