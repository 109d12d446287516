"""A bet: a choice at the beginning of a story, neither right nor wrong, whose consequences are told later."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from outsourcing_lessons.items.base import Bar, Given, ItemBase, Option, counted, ids, lettered, texts
from outsourcing_lessons.items.form import Boxes, Medium, Part, Task
from outsourcing_lessons.items.outcome import Outcome, Response, ensure, known_ids, outcome
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.words import ASKED


class Bet(ItemBase):
    """A choice with no key: what becomes of each option is its ``feedback``, and a reveal tells it.

    ``praise`` is what is said at once, the same to everybody.
    """

    PARTS: ClassVar[tuple[str, ...]] = ("bet",)
    JUDGED: ClassVar[tuple[str, ...]] = ()
    NAMED: ClassVar[str] = "options"
    SECRET: ClassVar[frozenset[str]] = frozenset({"answer"})
    INTERACTION: ClassVar[str] = "other"
    GRADED: ClassVar[bool] = False
    COMMITTED: ClassVar[bool] = True
    VOTED: ClassVar[bool] = True
    type: Literal["bet"] = "bet"
    options: tuple[Option, ...] = Field(min_length=2)

    @model_validator(mode="after")
    def _sound(self) -> Self:
        if silent := [option.id for option in self.options if not option.feedback]:
            raise ValueError(f"options of which nothing becomes: {silent}; give each its feedback")
        return self

    def judged(self, response: Response) -> Outcome:
        chosen = response.get("bet")
        ensure(chosen is not None, "nothing-chosen")
        (chosen,) = known_ids([chosen], ids(self.options))
        become = [option.feedback for option in self.options if option.id == chosen]
        return outcome(correct=None, score=None, feedback=become)

    def key_in_words(self) -> str:
        return "No answer is right or wrong: you will see later what becomes of each."

    def reason(self) -> str:
        """Return nothing: its reveal explains it."""
        return ""

    def mistakes(self) -> list[tuple[str, str]]:
        said = [(f"“{option.text}”", option.feedback) for option in self.options]
        return [("anything is chosen", self.praise), *said]

    def form(self, medium: Medium) -> tuple[Part, ...]:
        return Task(ASKED["bet"] + (":" if medium == "text" else ".")), Boxes(texts(self.options), "one")

    def untouched(self) -> Response:
        return {"bet": None}

    def simulated(self, chance: SeededRandom, knows: bool) -> Response:
        return {"bet": chance.pick(self.options).id}

    def counted(self, answers: Sequence[Given]) -> str:
        return counted(len(answers), "bet")

    def bars(self, answers: Sequence[Given]) -> list[Bar]:
        return lettered(self.options, Counter(answer.response["bet"] for answer in answers))

    def identity(self) -> dict[str, Any]:
        return {"options": sorted(ids(self.options))}

    def kept(self, response: Response) -> Response:
        """Leave a confidence behind: there is nothing to be sure of."""
        return {name: response[name] for name in self.PARTS if name in response}
