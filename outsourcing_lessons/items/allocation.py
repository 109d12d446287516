"""A total to share out over several parts."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator

from outsourcing_lessons.items.amounts import amount, blank, likeliest, said, typed
from outsourcing_lessons.items.base import Bar, Given, ItemBase, Record, Slug, Text, bar, ids, lettered
from outsourcing_lessons.items.form import Medium, Shares, Task
from outsourcing_lessons.items.form import Part as FormPart
from outsourcing_lessons.items.outcome import (
    SLACK,
    Outcome,
    Refused,
    Response,
    ensure,
    is_of_a_hundred,
    known_ids,
    numbers_of,
    outcome,
)
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.money import affixes
from outsourcing_lessons.number_format import NO_BREAK, in_force, writing
from outsourcing_lessons.words import LETTERS


class Part(Record):
    """One share of an allocation: correct from ``low`` to ``high``, with a word for each side."""

    id: Slug
    text: Text
    low: float
    high: float
    too_low: Text
    too_high: Text

    def said_of(self, share: float) -> str:
        """Return what is said of a share, or "" if it is within the bounds."""
        if share < self.low - SLACK * max(1.0, abs(self.low)):
            return self.too_low
        return self.too_high if share > self.high + SLACK * max(1.0, abs(self.high)) else ""


class Allocation(ItemBase):
    """Split ``total`` (in ``unit`` or ``prefix``) over the parts; correct when each part is within its bounds."""

    PARTS: ClassVar[tuple[str, ...]] = ("amounts",)
    JUDGED: ClassVar[tuple[str, ...]] = ("key", "unit", "prefix", "total")
    NAMED: ClassVar[str] = "parts"
    SECRET_OF_NAMED: ClassVar[frozenset[str]] = frozenset({"low", "high", "too_low", "too_high"})
    INTERACTION: ClassVar[str] = "other"
    VOTES: ClassVar[str] = "Given the most"
    type: Literal["allocation"] = "allocation"
    total: float = Field(gt=0)
    unit: str = ""
    prefix: str = ""
    parts: tuple[Part, ...] = Field(min_length=2)
    key: dict[str, float]

    @model_validator(mode="after")
    def _sound(self) -> Self:
        if set(self.key) != set(ids(self.parts)) or abs(sum(self.key.values()) - self.total) > 1e-9:
            raise ValueError("the key must give every part and add up to the total")
        if bad := [p.id for p in self.parts if not p.low <= self.key[p.id] <= p.high]:
            raise ValueError(f"the key is outside its own bounds at {bad}")
        return self

    def judged(self, response: Response) -> Outcome:
        amounts = response.get("amounts")
        if not isinstance(amounts, dict):
            raise Refused("not-a-response")
        known_ids(list(amounts), ids(self.parts))
        ensure(len(amounts) == len(self.parts), "not-a-response")
        shares = [numbers_of(amounts[part.id], self)[0] for part in self.parts]
        ensure(all(share >= 0 for share in shares), "out-of-range")
        given = 0.0
        for share in shares:
            given += share
        shares_of_one = is_of_a_hundred(self) and abs(100 * given - self.total) <= 1e-6 * self.total
        ensure(abs(given - self.total) <= 1e-6 * self.total, "share" if shares_of_one else "sum")
        said = [part.said_of(share) for part, share in zip(self.parts, shares, strict=True)]
        wrong = [one for one in said if one]
        score = (len(said) - len(wrong)) / len(said)
        return outcome(correct=not wrong, score=score, feedback=wrong or [self.praise])

    def key_in_words(self) -> str:
        return "; ".join(f"{p.text}: {said(self, self.key[p.id], 0)}" for p in self.parts)

    def mistakes(self) -> list[tuple[str, str]]:
        """Return what is said to a share too small or too large, where it can be either."""
        said: list[tuple[str, str]] = []
        for part in self.parts:
            below = (f"{part.text} below {amount(self, part.low)}", part.too_low)
            above = (f"{part.text} above {amount(self, part.high)}", part.too_high)
            said += [below] * (part.low > 0) + [above] * (part.high < self.total)
        return said

    def form(self, medium: Medium) -> tuple[FormPart, ...]:
        task = {
            "text": f"Split {amount(self, self.total)} over:",
            "page": f"Share out {self._on_page()}.",
            "paper": f"Share out {amount(self, self.total)}: the parts must add up to it.",
        }
        return Task(task[medium]), Shares(tuple(blank(part.text, self) for part in self.parts))

    def _on_page(self) -> str:
        with writing(self.numbers):
            before, after = affixes(self.prefix)
            digits = in_force().digits(f"{self.total:,.10g}")
        behind = NO_BREAK * self.unit[:1].isalpha() + self.unit
        return before + NO_BREAK * before[-1:].isalpha() + digits + after + behind

    def guesser_score(self) -> float:
        """Average the chance that a part is within its bounds.

        With the total cut at random places, 1 − (1 − x)^(n − 1) of shares are below x.
        """
        others = len(self.parts) - 1

        def below(share: float) -> float:
            return 1 - (1 - min(max(share / self.total, 0.0), 1.0)) ** others

        return sum(below(part.high) - below(part.low) for part in self.parts) / len(self.parts)

    def untouched(self) -> Response:
        return {"amounts": dict.fromkeys(ids(self.parts), "0")}

    def simulated(self, chance: SeededRandom, knows: bool) -> Response:
        """Guess the right amounts at wrong places: they still add up."""
        if knows:
            return {"amounts": {name: typed(share, self.numbers) for name, share in self.key.items()}}
        shares = (typed(share, self.numbers) for share in chance.shuffled(list(self.key.values())))
        return {"amounts": dict(zip(ids(self.parts), shares, strict=True))}

    def bars(self, answers: Sequence[Given]) -> list[Bar]:
        """Return for each part how many were within its bounds, and the share given to it on average."""
        bars = []
        for place, part in enumerate(self.parts):
            given = likeliest([answer.response["amounts"][part.id] for answer in answers], self)
            mean = said(self, sum(given) / len(given), 0) if given else ""
            inside = sum(part.low <= one <= part.high for one in given)
            label = f"{part.text}: {mean} on average" if given else part.text
            bars.append(bar(label, inside, letter=LETTERS[place : place + 1]))
        return bars

    def votes(self, answers: Sequence[Given]) -> list[Bar]:
        """Return for each part how many gave it the most."""
        most: Counter[str] = Counter()
        for answer in answers:
            given = answer.response["amounts"]
            shares = {one.id: (likeliest([given[one.id]], self) or [0.0])[0] for one in self.parts}
            most.update(name for name, share in shares.items() if share == max(shares.values()))
        return lettered(self.parts, most)

    @classmethod
    def written(cls, response: Response) -> str:
        return json.dumps(response["amounts"], ensure_ascii=False, sort_keys=True)
