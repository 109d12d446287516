"""The questions: how hard each was, whether it tells who knows from who does not, which mistakes were left."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass

import numpy as np

from outsourcing_lessons.debrief.learning import FEW
from outsourcing_lessons.debrief.results import Answers, Results
from outsourcing_lessons.models.measurement import difficulty, difficulty_flag, discrimination_flag, point_biserial
from outsourcing_lessons.workshop.agenda import Step

FEW_TO_DISCRIMINATE = 30
LEAST_OTHERS = 3  # other questions without which a total is no total


@dataclass(frozen=True)
class Question:
    """One item; a flag is "" where there were too few to give it, ``discrimination`` None where it cannot be had."""

    step: Step
    people: int
    share: float
    share_flag: str
    discrimination: float | None
    discrimination_flag: str


def questions(results: Results) -> list[Question]:
    """Return all that was asked and can be right or wrong, the hardest first."""
    firsts = {step.id: results.first(step) for step in results.graded()}
    found = [_question(step, firsts) for step in results.graded() if firsts[step.id]]
    return sorted(found, key=lambda one: (one.share, one.step.id))


def _question(step: Step, firsts: dict[str, Answers]) -> Question:
    mine = firsts[step.id]
    right = [int(answer.outcome["correct"]) for answer in mine.values()]
    share = float(difficulty(right))
    separates = _discrimination(step, firsts)
    return Question(
        step, len(mine), share, str(difficulty_flag(share)) if len(mine) >= FEW else "", separates,
        str(discrimination_flag(separates)) if separates is not None and len(mine) >= FEW_TO_DISCRIMINATE else "",
    )  # fmt: skip


def _discrimination(step: Step, firsts: dict[str, Answers]) -> float | None:
    """Return the correlation of an item with the share of all *others* that each person got right."""
    rows = []
    for who, answer in firsts[step.id].items():
        others = [a[who].outcome["correct"] for name, a in firsts.items() if name != step.id and who in a]
        if len(others) >= LEAST_OTHERS:
            rows.append((int(answer.outcome["correct"]), float(np.mean(others))))
    if len(rows) < 3:
        return None
    found = point_biserial(*zip(*rows, strict=True))
    return None if math.isnan(found) else found


def by_chance(people: int) -> float:
    """Return how far from 0 a correlation gets by chance alone, 19 times out of 20.

    Examples
    --------
    >>> round(by_chance(6), 2), round(by_chance(200), 2)
    (0.89, 0.14)
    """
    return min(1.0, 2 / math.sqrt(max(people - 1, 1)))


@dataclass(frozen=True)
class Misconception:
    """A mistake that several made and still held at the end: at which question, how many, what to say about it."""

    step: Step
    people: int
    of: int
    sentence: str


def misconceptions(results: Results, most: int = 5, least: int = 2) -> list[Misconception]:
    """Return the commonest mistake of each question when last asked; the pre-test's are what lessons are for."""
    found = []
    for step in results.graded():
        if step.ask.section == "pre-test":
            continue
        last = results.last(step)
        wrong = [answer.outcome["feedback"] for answer in last.values() if not answer.outcome["correct"]]
        said = Counter(sentence for feedback in wrong for sentence in dict.fromkeys(feedback))
        sentence, many = max(said.items(), key=lambda one: (one[1], one[0]), default=("", 0))
        if many >= least:
            found.append(Misconception(step, many, len(last), sentence))
    return sorted(found, key=lambda one: (-one.people / one.of, one.step.id, one.sentence))[:most]
