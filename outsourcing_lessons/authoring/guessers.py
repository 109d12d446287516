"""People who know nothing and guess by a rule: what they score over all questions with options, beside chance."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from statistics import fmean
from typing import Any

from outsourcing_lessons.authoring.learners import learner
from outsourcing_lessons.errors import OutsourcingLessonsError
from outsourcing_lessons.items.judge import judge
from outsourcing_lessons.lessons.lesson import Lesson

DRAWS = 40
MOST_GAIN = 0.05  # of a question, over chance
Choice = Any  # an item with options to mark, one of them or several
Pick = Callable[[Choice, str], list[str] | None]


@dataclass
class Guesser:
    """What came of a rule."""

    name: str  # the rule, in words
    questions: set = field(default_factory=set)  # the ids of those to which it says something
    # scores, chances: A draw: what the rule scored, and what as many options at random would have, each from 0 to 1.
    scores: list = field(default_factory=list)
    chances: list = field(default_factory=list)

    @property
    def gain(self) -> float:
        """How much more a question brings than chance."""
        return fmean(self.scores) - fmean(self.chances) if self.scores else 0.0

    def line(self) -> str:
        """Return the rule and what came of it, in a line."""
        if not self.scores:
            return f"{self.name}: says nothing here"
        found = f"{fmean(self.scores):.2f}, chance {fmean(self.chances):.2f}"
        return f"{self.name}: {found} ({len(self.questions)} questions, {len(self.scores)} draws)"


def _ranked(key: Callable[[str], float]) -> Pick:
    """Return who takes the options that rank first: one of them, or half of them where several may be right."""

    def pick(item: Choice, advice: str) -> list[str]:
        ranked = sorted(item.options, key=lambda option: -key(option.text))
        return [option.id for option in ranked[: _many(item)]]

    return pick


def _placed(from_end: bool) -> Pick:
    def pick(item: Choice, advice: str) -> list[str]:
        shown = [option.id for option in item.options]
        return shown[-_many(item) :] if from_end else shown[: _many(item)]

    return pick


def _in_the_middle(item: Choice, advice: str) -> list[str]:
    shown = [option.id for option in item.options]
    start = (len(shown) - _many(item)) // 2
    return shown[start : start + _many(item)]


def _with_a_number(item: Choice, advice: str) -> list[str] | None:
    """Take the only option with a figure."""
    with_one = [option.id for option in item.options if any(map(str.isdigit, option.text))]
    return with_one if item.MARK == "one" and len(with_one) == 1 else None


def _against_the_advice(item: Choice, advice: str) -> list[str] | None:
    """Leave out what the advice of the course would say; the scores of all others are averaged."""
    return [option.id for option in item.options if option.id != advice] if advice else None


RULES: dict[str, Pick] = {
    "the longest": _ranked(len),
    "the shortest": _ranked(lambda text: -len(text)),
    "the first": _placed(from_end=False),
    "the last": _placed(from_end=True),
    "in the middle": _in_the_middle,
    "the only one with a figure": _with_a_number,
    "against the advice": _against_the_advice,
}


def guessers(lessons: Iterable[Lesson], advice: dict[str, str], draws: int = DRAWS) -> list[Guesser]:
    """Let each rule answer every question with options, made for so many learners.

    Each is made for ``draws`` learners, and the rules come in the order of `RULES`. ``advice`` has, by question, the
    option that the advice of the course would choose where it does not hold.
    """
    found = {name: Guesser(name) for name in RULES}
    for item in _items(lessons, draws):
        for name, pick in RULES.items():
            if chosen := pick(item, advice.get(item.id, "")):
                guesser = found[name]
                guesser.questions.add(item.id)
                guesser.scores.append(_score(item, chosen))
                guesser.chances.append(_chance(item, len(chosen)))
    return [*found.values()]


def as_text(found: Iterable[Guesser]) -> str:
    """Return a line a rule, those marked that gain by it."""
    lines = (f"{one.line()}{'  <- better than chance' if one.gain > MOST_GAIN else ''}" for one in found)
    return "".join(f"{line}\n" for line in lines)


def _items(lessons: Iterable[Lesson], draws: int) -> Iterator[Choice]:
    for lesson in lessons:
        for template in lesson.items:
            for number in range(draws):
                try:
                    item, _ = template.drawn(learner(number))
                except OutsourcingLessonsError:
                    continue  # `stress` on the question itself says why
                if not hasattr(item, "MARK"):
                    break
                yield item


def _many(item: Choice) -> int:
    return 1 if item.MARK == "one" else (len(item.options) + 1) // 2


def _score(item: Choice, chosen: list[str]) -> float:
    """Return what a choice scores; several where one can be right stand for one of them, drawn."""
    if item.MARK == "one":
        return sum(one == item.key for one in chosen) / len(chosen)
    return float(judge(item, {item.PARTS[0]: chosen})["score"])


def _chance(item: Choice, size: int) -> float:
    if item.MARK == "one":
        return 1 / len(item.options)
    every = [option.id for option in item.options]
    return fmean(_score(item, list(chosen)) for chosen in combinations(every, size))
