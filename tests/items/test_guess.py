"""What a guesser scores is what guessing gives."""

from __future__ import annotations

import random

import pytest

from outsourcing_lessons.items.item import Allocation, MultipleChoice, Number, Option, Ordering, Part
from outsourcing_lessons.items.judge import judge

WORDS = {"id": "t.x", "title": "T", "prompt": "P", "praise": "Yes."}
OPTIONS = tuple(Option(id=name, text=name, feedback="No.") for name in "abcde")
PARTS = tuple(
    Part(id=name, text=name, low=low, high=high, too_low="L", too_high="H")
    for name, low, high in (("a", 40, 70), ("b", 10, 30), ("c", 0, 30))
)
CASES = {
    "several": (
        MultipleChoice(options=OPTIONS, key=("a", "c"), **WORDS),
        lambda chance: {"options": [o.id for o in chance.sample(OPTIONS, k=size(chance))]},
    ),
    "order": (
        Ordering(options=OPTIONS, key=tuple("abcde"), first="f", last="l", **WORDS),
        lambda chance: {"order": chance.sample("abcde", k=5)},
    ),
    "shares": (
        Allocation(total=100, parts=PARTS, key={"a": 60, "b": 20, "c": 20}, **WORDS),
        lambda chance: {"amounts": dict(zip("abc", cut(chance), strict=True))},
    ),
    "between bounds": (
        Number(key=98, tolerance=5, low=0, high=100, otherwise="No.", **WORDS),
        lambda chance: {"value": chance.uniform(0, 100)},
    ),
    "a loss": (
        Number(key=-400, tolerance=100, low=-1e12, high=1e12, otherwise="No.", **WORDS),
        lambda chance: {"value": -400 * 10 ** chance.uniform(-1, 1)},
    ),
}


def size(chance: random.Random) -> int:
    """Draw how many of five options a set drawn from all sets has."""
    return chance.choices(range(1, 6), weights=(5, 10, 10, 5, 1))[0]


def cut(chance: random.Random) -> list[float]:
    first, second = sorted((chance.uniform(0, 100), chance.uniform(0, 100)))
    return [first, second - first, 100 - second]


@pytest.mark.parametrize("name", CASES)
def test_the_score_is_the_mean_of_many_guesses(name):
    item, guess = CASES[name]
    chance = random.Random(1)
    scores = [judge(item, guess(chance))["score"] for _ in range(4000)]
    assert abs(item.guesser_score() - sum(scores) / len(scores)) < 0.03
