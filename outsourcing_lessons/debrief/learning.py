"""What was learned: matched gain for each mistake, first vote against second, how well sureness fitted."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from outsourcing_lessons.debrief.results import Results
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.models.measurement import brier, calibration_curve, gain_band, normalised_gain
from outsourcing_lessons.workshop import rules
from outsourcing_lessons.workshop.agenda import Step

FEW = 10  # people below whom a share says more about who came than about what was learned
FEW_AT_A_LEVEL = 5


@dataclass(frozen=True)
class Gain:
    """One mistake, for those who took both tests: mean per cent before and after; None where nothing was left."""

    title: str
    people: int
    pre: float
    post: float
    gain: float | None
    word: str


def gains(results: Results) -> list[Gain]:
    """Return the gain for each mistake that was tested before and after, and for all of them together."""
    firsts = {step.ask.item.id: results.first(step) for step in results.graded()}
    tested = [pair for pair in chosen().pairs if all(item in firsts for item in (*pair.before, *pair.after))]
    found = [_gain(pair.title, pair.before, pair.after, firsts) for pair in tested]
    if len(tested) > 1:
        before, after = ([item for pair in tested for item in getattr(pair, side)] for side in ("before", "after"))
        found.append(_gain("All together", before, after, firsts))
    return [one for one in found if one.people]


def _gain(title: str, before, after, firsts) -> Gain:
    both = sorted(set.intersection(*(set(firsts[item]) for item in (*before, *after))))
    pre, post = (_mean([firsts[item][who] for item in items for who in both]) for items in (before, after))
    if pre >= 100:
        return Gain(title, len(both), pre, post, None, "nothing was left to learn")
    if len(both) < FEW:
        return Gain(title, len(both), pre, post, None, "too few to say")
    gain = float(normalised_gain(pre, post))
    return Gain(title, len(both), pre, post, gain, "worse" if gain < 0 else str(gain_band(gain)))


def _mean(answers) -> float:
    return 100 * float(np.mean([answer.outcome["correct"] for answer in answers])) if answers else 0.0


@dataclass(frozen=True)
class Shift:
    """A question asked twice, for those who voted both times."""

    step: Step
    people: int
    first: int
    second: int
    to_right: int
    to_wrong: int


def shifts(results: Results) -> list[Shift]:
    """Return how votes moved between the first round and the last."""
    return [_shift(results, step) for step in results.graded() if results.state.step(step.id).round > 1]


def _shift(results: Results, step: Step) -> Shift:
    rounds = results.state.step(step.id).rounds
    first, second = rounds[0].answers, rounds[-1].answers
    moves = [(first[who].outcome["correct"], second[who].outcome["correct"]) for who in first.keys() & second.keys()]
    return Shift(
        step, len(moves), sum(a for a, _ in moves), sum(b for _, b in moves),
        sum(b and not a for a, b in moves), sum(a and not b for a, b in moves),
    )  # fmt: skip


@dataclass(frozen=True)
class Calibration:
    """How sure people were, in per cent, against how often they were right; levels with few answers left out."""

    answers: int
    score: float
    sure: tuple[float, ...]
    right: tuple[float, ...]
    many: tuple[int, ...]


KINDS = (("Predictions", ""), ("Answers of the test before", "pre-test"), ("Answers of the test after", "post-test"))


def calibrations(results: Results) -> list[tuple[str, Calibration]]:
    """Return the calibration of predictions and of each test, apart: a range is no answer, and before is not after."""
    found = ((title, calibration(results, section)) for title, section in KINDS)
    return [(title, one) for title, one in found if one]


def calibration(results: Results, section: str) -> Calibration | None:
    """Return how sure people were in a test, or with "" of predictions; None where nobody said so."""
    given = [
        (answer.response["confidence"], answer.outcome["correct"])
        for step in results.asked()
        if (step.ask.section if rules.tested(step) else "") == section
        for answer in results.first(step).values()
        if "confidence" in answer.response and answer.outcome["correct"] is not None
    ]
    if not given:
        return None
    sure, right = np.array(given, float).T
    *shares, many = calibration_curve(sure / 100, right, bins=10, least=FEW_AT_A_LEVEL)
    said, held = (tuple((100 * share).round(1).tolist()) for share in shares)
    return Calibration(len(given), brier(sure / 100, right), said, held, tuple(many.tolist()))
