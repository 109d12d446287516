"""A number with a unit and a tolerance, and the wrong numbers that known misconceptions lead to."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from typing import Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from outsourcing_lessons.items.amounts import as_read, blank, likeliest, said, typed
from outsourcing_lessons.items.base import Bar, Given, ItemBase, Record, Slug, Text, bar, rights
from outsourcing_lessons.items.form import Entries, Medium, Part
from outsourcing_lessons.items.outcome import (
    Outcome,
    Response,
    ensure,
    is_of_a_hundred,
    near,
    numbers_of,
    outcome,
    refuse_shares,
    right,
)
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.money import exact, rounded
from outsourcing_lessons.number_format import NO_BREAK
from outsourcing_lessons.words import ASKED

MOST_DECIMALS = 4
MOST_BARS = 8
# Above this, the bounds of a number only keep out slips of the keyboard: then a guesser knows it to a factor of ten.
WIDE = 1000.0
FACTOR = 10.0


class Trap(Record):
    """A wrong number that a known misconception leads to, and what to say about it."""

    id: Slug
    value: float
    tolerance: float
    feedback: Text


def apart(*traps: Trap) -> tuple[Trap, ...]:
    """Return the traps without those that catch a number which an earlier one catches too.

    With some numbers two misconceptions lead to the same wrong answer; then only the first can be told.
    """
    kept: list[Trap] = []
    for trap in traps:
        if all(abs(trap.value - other.value) > trap.tolerance + other.tolerance for other in kept):
            kept.append(trap)
    return tuple(kept)


def clear_of(key: float, tolerance: float, *traps: Trap) -> tuple[Trap, ...]:
    """Return the traps that are apart, without those that would catch the key.

    Where two prices are alike, to take one for the other is no mistake.
    """
    return apart(*(trap for trap in traps if abs(trap.value - key) > trap.tolerance + tolerance))


class Number(ItemBase):
    """A number; correct within ``tolerance`` (absolute, in the unit) of ``key``.

    ``prefix`` stands before it (a currency symbol), ``unit`` after it; both may be typed along. ``low`` and ``high``
    are the bounds a response must keep; ``otherwise`` is said to a wrong number that is no known trap.
    """

    PARTS: ClassVar[tuple[str, ...]] = ("value",)
    JUDGED: ClassVar[tuple[str, ...]] = ("key", "tolerance", "low", "high", "unit", "prefix")
    SECRET: ClassVar[frozenset[str]] = ItemBase.SECRET | {"tolerance", "traps", "otherwise"}
    INTERACTION: ClassVar[str] = "fill-in"
    VOTES: ClassVar[str] = "Numbers given"
    type: Literal["number"] = "number"
    key: float
    tolerance: float = Field(ge=0)
    low: float
    high: float
    unit: str = ""
    prefix: str = ""
    decimals: int = Field(default=0, ge=0, le=4)
    traps: tuple[Trap, ...] = ()
    otherwise: Text

    @model_validator(mode="after")
    def _sound(self) -> Self:
        if not self.low <= self.key <= self.high:
            raise ValueError(f"key {self.key} outside {self.low} to {self.high}")
        if clash := [t.id for t in self.traps if abs(t.value - self.key) <= t.tolerance + self.tolerance]:
            raise ValueError(f"traps too near the key {self.key}: {clash}")
        if self.traps != apart(*self.traps):
            raise ValueError(f"traps that catch the same number: {[t.id for t in self.traps]}")
        return self

    def judged(self, response: Response) -> Outcome:
        readings = numbers_of(response.get("value"), self)
        ensure(any(self.low <= reading <= self.high for reading in readings), "out-of-range")
        if any(near(reading, self.key, self.tolerance) for reading in readings):
            return right(self.praise)
        for trap in self.traps:
            if any(near(reading, trap.value, trap.tolerance) for reading in readings):
                return outcome(feedback=[trap.feedback])
        if is_of_a_hundred(self):
            ensure(not any(near(100 * reading, self.key, self.tolerance) for reading in readings), "share")
            refuse_shares(self.key, (response["value"],), [readings[0]])
        return outcome(feedback=[self.otherwise])

    def key_in_words(self) -> str:
        """Write the key with few figures and decimals, but right when it is typed so."""

        def is_right(number: float) -> bool:
            return abs(number - self.key) <= self.tolerance

        key = exact(self.key) if self.prefix and is_right(exact(self.key)) else self.key
        least = 2 if self.prefix else self.decimals
        decimals = next((n for n in range(least, MOST_DECIMALS) if is_right(rounded(key, n))), MOST_DECIMALS)
        return said(self, key, decimals)

    def mistakes(self) -> list[tuple[str, str]]:
        traps = [(said(self, t.value, self.decimals, NO_BREAK), t.feedback) for t in self.traps]
        return [*traps, ("any other number", self.otherwise)]

    def form(self, medium: Medium) -> tuple[Part, ...]:
        return (Entries((blank(ASKED[self.type], self),)),)

    def guesser_score(self) -> float:
        """Draw a number evenly between the bounds, or where these are wide evenly on a logarithmic scale.

        That goes from a tenth of the key to ten times the key; its sign is known.

        Examples
        --------
        >>> words = {"title": "T", "prompt": "P", "praise": "Yes.", "otherwise": "No."}
        >>> Number(id="a.b", key=30, tolerance=1, low=0, high=100, **words).guesser_score()
        0.02
        """
        if self.high - self.low <= WIDE:
            low, high = max(self.key - self.tolerance, self.low), min(self.key + self.tolerance, self.high)
            return (high - low) / (self.high - self.low)
        size = abs(self.key)
        low, high = max(size - self.tolerance, size / FACTOR), min(size + self.tolerance, size * FACTOR)
        return math.log(high / low) / math.log(FACTOR * FACTOR) if size else 0.0

    def untouched(self) -> Response:
        return {"value": ""}

    def simulated(self, chance: SeededRandom, knows: bool) -> Response:
        """Guess a known misconception where there is one; else a number near the key, on either side of it."""
        if knows:
            return {"value": typed(self.key, self.numbers)}
        if self.traps and chance.below(2):
            return {"value": typed(chance.pick(self.traps).value, self.numbers)}
        guess = self.key * chance.pick((0.4, 0.7, 0.9, 1.2, 1.6, 2.5))
        return {"value": typed(min(max(round(guess, self.decimals), self.low), self.high), self.numbers)}

    def bars(self, answers: Sequence[Given]) -> list[Bar]:
        """Return the numbers most often given; what was read as right is one bar, with the key as its label."""
        wrong = [answer for answer in answers if not answer.outcome["correct"]]
        often = Counter(likeliest([answer.response["value"] for answer in wrong], self)).most_common(MOST_BARS - 2)
        others = len(wrong) - sum(count for _, count in often)
        bars = [bar(self._said(self.key), rights(answers), True)]
        bars += [bar(self._said(value), count) for value, count in sorted(often)]
        return bars + ([bar("other numbers", others)] if others else [])

    def votes(self, answers: Sequence[Given]) -> list[Bar]:
        """Return the numbers most often given, the key one of them or not."""
        given = likeliest([answer.response["value"] for answer in answers], self)
        often = Counter(given).most_common(MOST_BARS - 1)
        others = len(answers) - sum(count for _, count in often)
        bars = [bar(self._said(value), count) for value, count in sorted(often)]
        return bars + ([bar("other numbers", others)] if others else [])

    def _said(self, value: float) -> str:
        return said(self, value, self.decimals)

    def read_key(self) -> float:
        return self.key

    def plain(self, response: Response) -> Any:
        return as_read(response.get("value"), self, self.key)
