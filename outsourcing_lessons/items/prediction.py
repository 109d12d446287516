"""A number guessed before the truth is shown: best guess, a range, and how sure the range is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from outsourcing_lessons.items.amounts import as_read, likeliest, lined, said, typed
from outsourcing_lessons.items.base import Bar, Given, ItemBase, Text, counted, rights
from outsourcing_lessons.items.bins import spread
from outsourcing_lessons.items.form import ONE, Entries, Medium, Part, Sure
from outsourcing_lessons.items.outcome import (
    Outcome,
    Response,
    brier_of,
    ensure,
    is_of_a_hundred,
    numbers_of,
    outcome,
    refuse_shares,
)
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.money import exact
from outsourcing_lessons.words import CONFIDENCES

# By medium: the best guess, the range in one line or two, and how sure one is of it.
_WORDS: dict[Medium, tuple[tuple[str, tuple[str, ...]], tuple[tuple[str, tuple[str, ...]], ...], str]] = {
    "text": (("Your best guess", ONE), (("A range for it", ("from ", " to ")),), "How sure you are of the range"),
    "page": (("Best guess", ONE), (("Probably from", ONE), ("to", ONE)), "How sure of that range"),
    "paper": (("My best guess", ONE), (("It is probably between", ("", " and ")),), "I am this sure of the range"),
}


class Prediction(ItemBase):
    """A number guessed before the truth is shown.

    The response is correct when the range holds ``key``; it is scored by how well the confidence fitted (Brier).
    """

    PARTS: ClassVar[tuple[str, ...]] = ("value", "low", "high")
    JUDGED: ClassVar[tuple[str, ...]] = ("key", "low", "high", "unit", "prefix")
    SECRET: ClassVar[frozenset[str]] = ItemBase.SECRET | {"below", "above"}
    INTERACTION: ClassVar[str] = "other"
    VOTES: ClassVar[str] = "Best guesses"
    GRADED: ClassVar[bool] = False
    COMMITTED: ClassVar[bool] = True
    VOTED: ClassVar[bool] = True
    type: Literal["prediction"] = "prediction"
    key: float
    low: float
    high: float
    unit: str = ""
    prefix: str = ""
    decimals: int = Field(default=0, ge=0, le=4)
    below: Text
    above: Text

    @model_validator(mode="after")
    def _sound(self) -> Self:
        if not self.low <= self.key <= self.high:
            raise ValueError(f"key {self.key} outside {self.low} to {self.high}")
        return self

    def judged(self, response: Response) -> Outcome:
        value, low, high = (numbers_of(response.get(name), self)[0] for name in self.PARTS)
        ensure(all(self.low <= number <= self.high for number in (value, low, high)), "out-of-range")
        ensure(low <= value <= high, "range-order")
        if is_of_a_hundred(self):
            refuse_shares(self.key, tuple(response[name] for name in self.PARTS), [value, low, high])
        held = low <= self.key <= high
        brier = brier_of(response, held)
        feedback = self.praise if held else self.below if self.key < low else self.above
        return outcome(correct=held, score=1.0 if held else 0.0, feedback=[feedback], brier=brier)

    def key_in_words(self) -> str:
        key, decimals = (exact(self.key), 2) if self.prefix else (self.key, self.decimals)
        return said(self, key, decimals)

    def reason(self) -> str:
        """Return nothing: its reveal explains it."""
        return ""

    def mistakes(self) -> list[tuple[str, str]]:
        return [
            ("the range holds it", self.praise),
            ("all of the range is too high", self.below),
            ("all of the range is too low", self.above),
        ]

    def form(self, medium: Medium) -> tuple[Part, ...]:
        guess, between, sure = _WORDS[medium]
        lines = [lined(label, self, starts) for label, starts in (guess, *between)]
        return (Entries((*lines, Sure(sure))),)

    def untouched(self) -> Response:
        return {"value": "", "low": "", "high": "", "confidence": None}

    def simulated(self, chance: SeededRandom, knows: bool) -> Response:
        guess = self.key if knows else self.low + (self.high - self.low) * chance.whole(1, 9) / 10
        half = (self.high - self.low) / 10
        low, high = max(self.low, guess - half), min(self.high, guess + half)
        sure = 90 if knows else chance.pick(CONFIDENCES)
        answer = zip(self.PARTS, (typed(number, self.numbers) for number in (guess, low, high)), strict=True)
        return {**dict(answer), "confidence": sure}

    def counted(self, answers: Sequence[Given]) -> str:
        many, sure = len(answers), [answer.response["confidence"] for answer in answers]
        said = f"; on average people were {sum(sure) / many:.0f} % sure of theirs" if many else ""
        return f"{rights(answers)} of {counted(many, 'range')} held the truth{said}"

    def bars(self, answers: Sequence[Given]) -> list[Bar]:
        """Return best guesses in up to six bins of equal width."""
        guesses = likeliest([answer.response["value"] for answer in answers], self)
        return spread(guesses, self._said, self.key)

    def guesses(self, answers: Sequence[Given], told: bool = False) -> dict[str, Any]:
        people = sorted([numbers_of(one.response[name], self)[0] for name in self.PARTS] for one in answers)
        view = {"people": people, "prefix": self.prefix, "unit": self.unit}
        return view | {"truth": self.key} if told else view

    def votes(self, answers: Sequence[Given]) -> list[Bar]:
        return spread(likeliest([answer.response["value"] for answer in answers], self), self._said)

    def beside_bars(self, bars: list[Bar]) -> dict[str, str]:
        missed = "" if any(one["key"] for one in bars) else f"; the truth is {self._said(self.key)}"
        return {"mark": "the truth", "note": f"Best guesses{missed}"}

    def _said(self, value: float) -> str:
        return said(self, value, self.decimals)

    def plain(self, response: Response) -> Any:
        """Return its value, low and high."""
        return {name: as_read(response.get(name), self, self.key) for name in self.PARTS}

    @classmethod
    def written(cls, response: Response) -> str:
        return f"{response['value']}, from {response['low']} to {response['high']}"
