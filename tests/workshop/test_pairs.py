"""Whom to talk to before a second vote: somebody near with another answer, and nobody's number or name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from outsourcing_lessons.items.item import parse_item
from outsourcing_lessons.workshop.pairs import pairs
from outsourcing_lessons.workshop.state import Answer, Person, Round

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "judge.json").read_text(encoding="utf-8"))["items"]
ONE_OF_EACH = {item["type"]: parse_item(item) for item in VECTORS.values()}
CHOICE = ONE_OF_EACH["single-choice"]
IDS = [one.id for one in CHOICE.options]


def hints(*said, item=CHOICE, key="option"):
    """Ask for what people are told who said these letters at these places."""
    people, answers = {}, {}
    for number, (letter, place) in enumerate(said, 1):
        who = f"p{number}"
        people[who] = Person(who, number, "", "", 0.0, place=place)
        chosen = [IDS["ABCDEF".index(one)] for one in letter]
        response = {key: chosen if key == "options" else chosen[0]}
        answers[who] = Answer(who, who, 1, response, {}, 0.0, True)
    return pairs(item, Round(0.0, 1.0, answers), people)


def test_somebody_at_the_same_table_comes_first_then_the_nearest_then_anybody():
    told = hints(("A", "Table 1"), ("B", "table 1"), ("A", "Table 2"), ("A", ""), ("A", "by the window"), ("C", "9"))
    assert told["p1"]["letter"] == "B" and told["p1"]["place"].casefold() == "table 1"
    assert told["p3"]["letter"] == "B" and told["p3"]["place"].casefold() == "table 1"
    assert told["p4"]["place"] == told["p5"]["place"] == "" and told["p4"]["letter"] in "BC"
    assert told["p6"] == {"letter": "A", "place": "Table 2"}


def test_where_all_said_the_same_nobody_is_told_anything():
    assert hints(("A", "1"), ("A", "1"), ("A", "")) == {}


def test_few_are_not_besieged_by_many():
    told = hints(*[("A", "")] * 9, *[("B", "")] * 2, ("C", ""))
    sent = [told[f"p{number}"]["letter"] for number in range(1, 10)]
    assert sorted(sent) == ["B"] * 6 + ["C"] * 3


def test_of_several_options_one_is_named_that_was_not_ticked():
    told = hints(("AB", ""), ("AC", ""), item=ONE_OF_EACH["single-choice"], key="options")
    assert told == {"p1": {"letter": "C", "place": ""}, "p2": {"letter": "B", "place": ""}}


@pytest.mark.parametrize("name", ["number", "ordering", "short-text"])
def test_of_a_question_without_letters_nothing_is_told(name):
    assert hints(("A", ""), ("B", ""), item=ONE_OF_EACH[name], key="order") == {}
