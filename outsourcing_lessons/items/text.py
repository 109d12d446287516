"""A few sentences of the learner's own, compared by the learner with a checklist and an example."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import ClassVar, Literal

from pydantic import Field

from outsourcing_lessons.items.base import Bar, Given, ItemBase, Record, Slug, Text, bar, counted, ids, rights, texts
from outsourcing_lessons.items.form import Area, Boxes, Medium, Part, Task
from outsourcing_lessons.items.numbers import SPACES
from outsourcing_lessons.items.outcome import Outcome, Refused, Response, ensure, known_ids, outcome
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.words import LONGEST_TEXT

_WORD_GAPS = {ord(space): " " for space in SPACES}
# What made-up learners write.
MADE_UP = (
    "I would try it on something small first, and look at what comes back before I promise anything.",
    "It depends on how often this comes up, and on what it costs to be wrong.",
    "I am not sure yet; I would ask somebody who has done it.",
)


class Check(Record):
    """One line of the list a learner ticks against their own text."""

    id: Slug
    text: Text
    feedback: Text


class ShortText(ItemBase):
    """A few sentences of the learner's own, compared by the learner with a checklist and an example."""

    PARTS: ClassVar[tuple[str, ...]] = ("text", "ticks")
    JUDGED: ClassVar[tuple[str, ...]] = ("least_words",)
    NAMED: ClassVar[str] = "checklist"
    INTERACTION: ClassVar[str] = "long-fill-in"
    VOTES: ClassVar[str] = "Ticked by the writers"
    GRADED: ClassVar[bool] = False
    type: Literal["short-text"] = "short-text"
    least_words: int = Field(default=5, ge=1)
    checklist: tuple[Check, ...] = Field(min_length=2)

    def judged(self, response: Response) -> Outcome:
        text = response.get("text")
        if not isinstance(text, str):
            raise Refused("not-a-response")
        ensure(len(text) <= LONGEST_TEXT, "too-long")
        words = [word for word in text.translate(_WORD_GAPS).split(" ") if word]
        ensure(len(words) >= self.least_words, "too-short")
        ticks = known_ids(response.get("ticks"), ids(self.checklist))
        missing = [check.feedback for check in self.checklist if check.id not in ticks]
        score = len(ticks) / len(self.checklist)
        return outcome(correct=not missing, score=score, feedback=missing or [self.praise])

    def key_in_words(self) -> str:
        return self.answer

    def reason(self) -> str:
        return f"What to look for: {'; '.join(texts(self.checklist))}."

    def mistakes(self) -> list[tuple[str, str]]:
        return [(f"“{check.text}” is missing", check.feedback) for check in self.checklist]

    def form(self, medium: Medium) -> tuple[Part, ...]:
        checks = Boxes(texts(self.checklist), "check")
        if medium == "text":
            return Task(f"Write at least {self.least_words} words; then tick what your text says:"), checks
        return Area(7), Task("Then check:" if medium == "page" else "Afterwards, tick what your text says:"), checks

    def untouched(self) -> Response:
        return {"text": "", "ticks": []}

    def simulated(self, chance: SeededRandom, knows: bool) -> Response:
        """Return a text of what made-up learners write, long enough, with all ticks or none."""
        text = " ".join(chance.shuffled(MADE_UP))
        times = -(-self.least_words // len(text.split()))
        return {"text": " ".join([text] * times), "ticks": ids(self.checklist) if knows else []}

    def counted(self, answers: Sequence[Given]) -> str:
        return f"{counted(len(answers), 'text')}, {rights(answers)} with every line of the list ticked by the writer"

    def bars(self, answers: Sequence[Given]) -> list[Bar]:
        ticked = Counter(one for answer in answers for one in answer.response["ticks"])
        return [bar(check.text, ticked[check.id]) for check in self.checklist]
