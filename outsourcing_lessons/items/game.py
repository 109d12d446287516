"""A game: dials to set for each quarter, a seed that decides about luck, and a score; nothing is right or wrong.

What a setting scores is worked out by a model of the course: a function in one of its modules, registered under a name
that the item gives, of the settings, the seed and the item's ``givens``. For pages it is there a second time, in the
``.js`` beside that module. Where there is none, the settings are kept without a score. An answer may say which of the
givens it was played with instead (``figures``).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from math import isfinite
from statistics import median
from typing import Any, ClassVar, Literal, NamedTuple, Self, TypeAlias

from pydantic import Field, model_validator

from outsourcing_lessons.errors import ArgumentError, ContentError
from outsourcing_lessons.items.amounts import amount
from outsourcing_lessons.items.base import Bar, Given, ItemBase, Record, Slug, Text, counted, ids
from outsourcing_lessons.items.bins import spread
from outsourcing_lessons.items.form import Boxes, Grid, Medium, Part, Results, Task
from outsourcing_lessons.items.outcome import Outcome, Refused, Response, ensure, is_number, known_ids, outcome
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.number_format import in_force
from outsourcing_lessons.words import UNSCORED

MOST_SEED = 2**32 - 1
SLACK_OF_STEP = 1e-6
_SENT = ("dials", "seed", "figures")  # of an answer; the last only where it was played with other figures


class Scored(NamedTuple):
    """What a game came to: its score, and sentences about how."""

    score: float
    readouts: tuple[str, ...] = ()


Scorer: TypeAlias = Callable[[Sequence[Mapping[str, float]], int, Mapping[str, float]], Scored]
_scorers: dict[str, Scorer] = {}


def scorer(name: str) -> Callable[[Scorer], Scorer]:
    """Register what scores the games of a model: a function of (settings of each quarter, seed, givens).

    It raises `ArgumentError` at givens that are impossible.

    Raises ContentError if another function has the name.
    """

    def register(score: Scorer) -> Scorer:
        known = _scorers.setdefault(name, score)
        if (known.__module__, known.__qualname__) != (score.__module__, score.__qualname__):
            raise ContentError(f"the model {name!r} is scored by {known.__module__}.{known.__qualname__} already")
        _scorers[name] = score
        return score

    return register


def scorers_of(package: str) -> dict[str, Scorer]:
    """Return what scores games, by the name of the model, of those that modules of a package have registered."""
    return {name: score for name, score in _scorers.items() if f"{score.__module__}.".startswith(f"{package}.")}


class Dial(Record):
    """One thing to set: from ``low`` to ``high`` in steps, at first at ``start``.

    ``words`` are what values with a name are called, by the number as in English: ``{"0.5": "a half"}``. A page may
    keep it shut until the quarter at which it ``opens``.
    """

    id: Slug
    text: Text
    low: float
    high: float
    step: float = Field(gt=0)
    start: float
    unit: str = ""
    prefix: str = ""
    decimals: int = Field(default=0, ge=0, le=4)
    words: dict[str, Text] = {}
    opens: int = Field(default=1, ge=1, le=12)

    @model_validator(mode="after")
    def _sound(self) -> Self:
        if not self.low < self.high or not self.allows(self.start) or not self.allows(self.high):
            raise ValueError(f"{self.start} and {self.high} must be whole steps of {self.step} from {self.low}")
        return self

    def allows(self, value: float) -> bool:
        """Whether a value is within the bounds, and a whole number of steps away from them."""
        if not self.low <= value <= self.high:
            return False
        steps = (value - self.low) / self.step
        return abs(steps - round(steps)) <= SLACK_OF_STEP

    def drawn(self, chance: SeededRandom) -> float:
        """Draw a value."""
        return round(self.low + self.step * chance.whole(0, round((self.high - self.low) / self.step)), 9)

    def said(self) -> str:
        """Return what it is called and what it can be set to."""
        low, high, start = (amount(self, value) for value in (self.low, self.high, self.start))
        named = "; ".join(f"{in_force().digits(value)} is {word}" for value, word in self.words.items())
        return f"{self.text}: {low} to {high}, at first {start}" + (f" ({named})" if named else "")


class Rival(Record):
    """Somebody who plays the same luck; without ``dials`` the model knows how they play."""

    id: Slug
    text: Text
    about: Text
    dials: dict[Slug, float] = {}


class Round(Record):
    """A quarter of the game on paper: what happens, and ways to go on."""

    title: Text
    story: Text
    choices: tuple[Text, ...] = Field(min_length=2, max_length=4)


class Game(ItemBase):
    """Dials to set for each of ``quarters``; ``model`` names what scores them with the luck of a ``seed``.

    ``praise`` is said after each game, whatever it came to. ``givens`` are the figures that the model plays with,
    ``worth`` what one of its units is in the ``unit`` that scores are shown in. ``texts`` are what a page tells, by
    name. On paper there are ``rounds`` to choose in, and ``results`` of all ways through them.
    """

    PARTS: ClassVar[tuple[str, ...]] = ("dials", "seed")
    JUDGED: ClassVar[tuple[str, ...]] = ("model", "quarters", "seed", "givens")
    NAMED: ClassVar[str] = "dials"
    INTERACTION: ClassVar[str] = "other"
    VOTES: ClassVar[str] = "Scores"
    GRADED: ClassVar[bool] = False
    type: Literal["game"] = "game"
    model: Slug
    dials: tuple[Dial, ...] = Field(min_length=1)
    quarters: int = Field(default=4, ge=1, le=12)
    seed: int = Field(ge=0, le=MOST_SEED)
    unit: str = ""
    prefix: str = ""
    decimals: int = Field(default=0, ge=0, le=4)
    worth: float = Field(default=1, gt=0)
    givens: dict[str, float] = {}
    texts: dict[str, tuple[Text, ...]] = {}
    rivals: tuple[Rival, ...] = ()
    rounds: tuple[Round, ...] = ()
    results: tuple[tuple[str, ...], ...] = ()

    def judged(self, response: Response) -> Outcome:
        dials, seed = response.get("dials"), response.get("seed")
        if not isinstance(dials, list) or not is_number(seed):
            raise Refused("not-a-response")
        ensure(len(dials) == self.quarters and 0 <= seed <= MOST_SEED and seed % 1 == 0, "not-a-response")
        settings = [self._settings(one) for one in dials]
        scored = self._scored(settings, int(seed), self._figures(response.get("figures", {})))
        said = scored.readouts if scored else (UNSCORED,)
        judged = outcome(correct=None, score=None, feedback=[*said, self.praise])
        return judged | {"points": scored.score if scored else None}

    def _scored(self, settings: list[dict[str, float]], seed: int, givens: dict[str, float]) -> Scored | None:
        """Return what the model says, if there is one."""
        try:
            return _scorers[self.model](settings, seed, givens) if self.model in _scorers else None
        except ArgumentError:
            raise Refused("out-of-range") from None

    def _figures(self, given: Any) -> dict[str, float]:
        """Return the givens, those replaced that an answer was played with instead."""
        if not isinstance(given, dict):
            raise Refused("not-a-response")
        known_ids(list(given), list(self.givens))
        ensure(all(map(is_number, given.values())), "not-a-response")
        ensure(all(isfinite(one) for one in given.values()), "out-of-range")
        return self.givens | given

    def _settings(self, given: Any) -> dict[str, float]:
        """Return what one quarter is set to."""
        if not isinstance(given, dict):
            raise Refused("not-a-response")
        known_ids(list(given), ids(self.dials))
        ensure(len(given) == len(self.dials), "not-a-response")
        values = [given[dial.id] for dial in self.dials]
        ensure(all(map(is_number, values)), "not-a-response")
        ensure(all(dial.allows(value) for dial, value in zip(self.dials, values, strict=True)), "out-of-range")
        return {dial.id: float(value) for dial, value in zip(self.dials, values, strict=True)}

    @property
    def stages(self) -> int:
        return self.quarters

    def identity(self) -> dict[str, Any]:
        dials = [[dial.id, dial.low, dial.high, dial.step, dial.start] for dial in self.dials]
        return super().identity() | {"dials": dials}

    def key_in_words(self) -> str:
        return "No setting is right: what counts is the score."

    def mistakes(self) -> list[tuple[str, str]]:
        return []

    def form(self, medium: Medium) -> tuple[Part, ...]:
        if self.rounds:
            return self._on_paper()
        live = "Set every dial for each quarter, then play."
        task = "Write down what you set for each quarter. Played in the notebook or on the page, it gets a score."
        columns = ("", *(f"Quarter {number}" for number in range(1, self.quarters + 1)))
        grid = Grid("What you set, quarter by quarter", columns, tuple(dial.said() for dial in self.dials))
        return Task(task if medium == "paper" else live), grid

    def _on_paper(self) -> tuple[Part, ...]:
        """Return the rounds, and what came of each way: the first line is that of the columns."""
        task = "Mark one in each quarter, then look up your letters in the results. On a live page all dials are yours."
        columns, *rows = self.results
        parts: list[Part] = [Task(task)]
        for number, one in enumerate(self.rounds, 1):
            choices = tuple(f"{letter}: {text}" for letter, text in zip("ABCD", one.choices, strict=False))
            parts += [Task(f"Quarter {number}. {one.title}. {one.story}"), Boxes(choices, "one")]
        return (*parts, Results("The results: look only afterwards", columns, tuple(rows)))

    def untouched(self) -> Response:
        return {"dials": [{dial.id: dial.start for dial in self.dials}] * self.quarters, "seed": self.seed}

    def simulated(self, chance: SeededRandom, knows: bool) -> Response:
        """Leave everything as it was, or set all at random."""
        if knows:
            return self.untouched()
        dials = [{dial.id: dial.drawn(chance) for dial in self.dials} for _ in range(self.quarters)]
        return {"dials": dials, "seed": self.seed}

    def counted(self, answers: Sequence[Given]) -> str:
        scores = _points(answers)
        said = f"; half of them scored {self._said(median(scores))} or more" if scores else ""
        return f"{counted(len(answers), 'game')} played{said}"

    def bars(self, answers: Sequence[Given]) -> list[Bar]:
        return spread(_points(answers), self._said)

    def beside_bars(self, bars: list[Bar]) -> dict[str, str]:
        return {"note": "Scores"}

    def _said(self, score: float) -> str:
        return amount(self, score * self.worth)

    def kept(self, response: Response) -> Response:
        """Leave a confidence behind too: there is nothing to be sure of."""
        return {name: response[name] for name in _SENT if name in response}

    @classmethod
    def written(cls, response: Response) -> str:
        return json.dumps({name: response[name] for name in _SENT if name in response}, sort_keys=True)


def _points(answers: Sequence[Given]) -> list[float]:
    found = (answer.outcome.get("points") for answer in answers)
    return [points for points in found if points is not None]
