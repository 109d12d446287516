"""Choices: of options that are shown one is right, or some are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from typing import Any, ClassVar, Literal, Self

from pydantic import Field, model_validator

from outsourcing_lessons.items.base import Bar, Given, ItemBase, Option, Slug, ids, lettered, texts
from outsourcing_lessons.items.form import Boxes, Medium, Part, Task
from outsourcing_lessons.items.outcome import Outcome, Response, ensure, known_ids, outcome, right
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.words import ASKED, MISSED, TICKED


class _Choice(ItemBase):
    JUDGED: ClassVar[tuple[str, ...]] = ("key",)
    NAMED: ClassVar[str] = "options"
    INTERACTION: ClassVar[str] = "choice"
    VOTED: ClassVar[bool] = True
    MARK: ClassVar[Literal["one", "several"]]
    type: Any
    options: tuple[Option, ...]
    key: Any

    @property
    def keys(self) -> tuple[str, ...]:
        """The ids of the right options."""
        return self.key if isinstance(self.key, tuple) else (self.key,)

    def key_in_words(self) -> str:
        return "; ".join(self._right_texts())

    def reasons(self) -> dict[str, dict[str, Any]]:
        return {one.id: {"right": one.id in self.keys, "said": one.feedback or self.praise} for one in self.options}

    def _right_texts(self) -> list[str]:
        return [option.text for option in self.options if option.id in self.keys]

    def mistakes(self) -> list[tuple[str, str]]:
        return [(f"“{option.text}”", option.feedback) for option in self.options if option.feedback]

    def form(self, medium: Medium) -> tuple[Part, ...]:
        return Task(ASKED[self.type] + (":" if medium == "text" else ".")), Boxes(texts(self.options), self.MARK)

    def bars(self, answers: Sequence[Given]) -> list[Bar]:
        given = [answer.response[self.PARTS[0]] for answer in answers]
        chosen = Counter(one for some in given for one in ([some] if isinstance(some, str) else some))
        return lettered(self.options, chosen, self.keys)

    def read_key(self) -> tuple[str, ...]:
        return tuple(sorted(self._right_texts()))


class SingleChoice(_Choice):
    """Exactly one option is correct; ``key`` is its id."""

    PARTS: ClassVar[tuple[str, ...]] = ("option",)
    MARK: ClassVar[Literal["one", "several"]] = "one"
    type: Literal["single-choice"] = "single-choice"
    options: tuple[Option, ...] = Field(min_length=2)
    key: Slug

    @model_validator(mode="after")
    def _sound(self) -> Self:
        if self.key not in ids(self.options):
            raise ValueError(f"key {self.key!r} is not an option")
        if silent := [o.id for o in self.options if o.id != self.key and not o.feedback]:
            raise ValueError(f"wrong options without feedback: {silent}")
        return self

    def judged(self, response: Response) -> Outcome:
        chosen = response.get("option")
        ensure(chosen is not None, "nothing-chosen")
        (chosen,) = known_ids([chosen], ids(self.options))
        if chosen == self.key:
            return right(self.praise)
        return outcome(feedback=[option.feedback for option in self.options if option.id == chosen])

    def guesser_score(self) -> float:
        """One of the options is drawn."""
        return 1 / len(self.options)

    def untouched(self) -> Response:
        return {"option": None}

    def simulated(self, chance: SeededRandom, knows: bool) -> Response:
        return {"option": self.key if knows else chance.pick(self.options).id}


class MultipleChoice(_Choice):
    """Some options are correct; ``key`` holds their ids. Every option has feedback."""

    PARTS: ClassVar[tuple[str, ...]] = ("options",)
    MARK: ClassVar[Literal["one", "several"]] = "several"
    type: Literal["multiple-choice"] = "multiple-choice"
    options: tuple[Option, ...] = Field(min_length=3)
    key: tuple[Slug, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _sound(self) -> Self:
        if not set(self.key) < set(ids(self.options)):
            raise ValueError("the key must be some, and not all, of the options")
        if silent := [o.id for o in self.options if not o.feedback]:
            raise ValueError(f"options without feedback: {silent}")
        return self

    def said_of(self, option: Option) -> str:
        """Return what is said of an option that was judged wrongly: a line among others, so it names the option."""
        return f"{MISSED if option.id in self.key else TICKED} “{option.text}”: {option.feedback}"

    def judged(self, response: Response) -> Outcome:
        chosen = known_ids(response.get("options"), ids(self.options))
        ensure(len(chosen) > 0, "nothing-chosen")
        misjudged = [option for option in self.options if (option.id in chosen) != (option.id in self.key)]
        hits = len([one for one in chosen if one in self.key])
        score = max(0.0, (hits - (len(chosen) - hits)) / len(self.key))
        feedback = [self.said_of(option) for option in misjudged] or [self.praise]
        missed = [place for place, option in enumerate(misjudged) if option.id in self.key]
        return outcome(correct=not misjudged, score=score, feedback=feedback, missed=missed)

    def guesser_score(self) -> float:
        """A set of at least one option is drawn."""
        every = ids(self.options)
        sets = [list(chosen) for size in range(1, len(every) + 1) for chosen in combinations(every, size)]
        scores: list[float] = [self.judged({"options": chosen})["score"] for chosen in sets]
        return sum(scores) / len(scores)

    def identity(self) -> dict[str, Any]:
        return {"key": sorted(self.key)}

    def untouched(self) -> Response:
        return {"options": []}

    def simulated(self, chance: SeededRandom, knows: bool) -> Response:
        every = ids(self.options)
        return {"options": list(self.key if knows else chance.some(every, chance.whole(1, len(every))))}

    @classmethod
    def written(cls, response: Response) -> str:
        return "[,]".join(response["options"])
