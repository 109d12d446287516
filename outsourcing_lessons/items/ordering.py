"""Things to put in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator

from outsourcing_lessons.items.base import Bar, Given, ItemBase, Option, Slug, Text, bar, ids, lettered, texts
from outsourcing_lessons.items.form import Boxes, Medium, Part, Task
from outsourcing_lessons.items.outcome import Outcome, Response, ensure, known_ids, outcome, right
from outsourcing_lessons.items.random import SeededRandom

SHARES = ((1.0, "all in order"), (0.75, "three quarters of the pairs or more"), (0.5, "half of the pairs or more"))


class Ordering(ItemBase):
    """Put all options in order; ``key`` holds their ids from ``first`` to ``last``."""

    PARTS: ClassVar[tuple[str, ...]] = ("order",)
    JUDGED: ClassVar[tuple[str, ...]] = ("key",)
    NAMED: ClassVar[str] = "options"
    INTERACTION: ClassVar[str] = "sequencing"
    VOTES: ClassVar[str] = "Put first"
    type: Literal["ordering"] = "ordering"
    options: tuple[Option, ...] = Field(min_length=3)
    key: tuple[Slug, ...]
    first: Text
    last: Text

    @model_validator(mode="after")
    def _sound(self) -> Self:
        if sorted(self.key) != sorted(ids(self.options)):
            raise ValueError("the key must hold every option once")
        if silent := [o.id for o in self.options if not o.feedback]:
            raise ValueError(f"options without feedback: {silent}")
        return self

    def judged(self, response: Response) -> Outcome:
        order = known_ids(response.get("order"), ids(self.options))
        ensure(len(order) == len(self.key), "not-a-response")
        if order == list(self.key):
            return right(self.praise)
        places = [order.index(one) for one in self.key]
        pairs = [(i, j) for i in range(len(places)) for j in range(i + 1, len(places))]
        in_order = len([pair for pair in pairs if places[pair[0]] < places[pair[1]]])
        moved = [abs(place - i) for i, place in enumerate(places)]
        farthest = self.key[moved.index(max(moved))]
        feedback = [option.feedback for option in self.options if option.id == farthest]
        return outcome(score=in_order / len(pairs), feedback=feedback)

    def key_in_words(self) -> str:
        return "; ".join(self._texts_of_key())

    def _texts_of_key(self) -> list[str]:
        text = {option.id: option.text for option in self.options}
        return [text[one] for one in self.key]

    def mistakes(self) -> list[tuple[str, str]]:
        return [(f"“{option.text}”", option.feedback) for option in self.options]

    def form(self, medium: Medium) -> tuple[Part, ...]:
        task = {
            "text": f"Put in order, from “{self.first}” to “{self.last}”:",
            "page": f"Put these in order, from “{self.first}” to “{self.last}”.",
            "paper": f"Number them from 1 ({self.first}) to {len(self.options)} ({self.last}).",
        }
        return Task(task[medium]), Boxes(texts(self.options), "place")

    def guesser_score(self) -> float:
        """Of an order that is drawn a pair is as often right as wrong."""
        return 0.5

    def untouched(self) -> Response:
        return {"order": ids(self.options)}

    def simulated(self, chance: SeededRandom, knows: bool) -> Response:
        return {"order": list(self.key if knows else chance.shuffled(ids(self.options)))}

    def bars(self, answers: Sequence[Given]) -> list[Bar]:
        bars, left = [], [answer.outcome["score"] for answer in answers]
        for least, label in SHARES:
            bars.append(bar(label, sum(score >= least for score in left), least == 1.0))
            left = [score for score in left if score < least]
        return [*bars, bar("fewer", len(left))]

    def votes(self, answers: Sequence[Given]) -> list[Bar]:
        """Return for each option how many put it first."""
        return lettered(self.options, Counter(answer.response["order"][0] for answer in answers))

    def read_key(self) -> tuple[str, ...]:
        return tuple(sorted(self._texts_of_key()))

    def unsolved(self, draw: SeededRandom) -> Self:
        item = self
        while ids(item.options) == list(item.key):
            item = item.model_copy(update={"options": draw.shuffled(item.options)})
        return item

    @classmethod
    def written(cls, response: Response) -> str:
        return "[,]".join(response["order"])
