"""A game that a room plays in one luck: the scores as a distribution, the best dials, what the best did differently.

Everybody may play again, and other years: what counts of each is the best year in the room's luck, with its figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean, median
from typing import Any

from outsourcing_lessons.workshop.agenda import Step
from outsourcing_lessons.workshop.paging import VOTES
from outsourcing_lessons.workshop.state import ANSWER, Answer, State

FEWEST = 6  # years in which it can be said what the best third did differently
View = dict[str, Any]


def years(state: State, step: Step) -> dict[str, Answer]:
    """Return of each participant the best year in the room's luck: the first of equals."""
    found = {}
    for who, answers in state.step(step.id).attempts.items():
        if ours := [one for one in answers if one.counts and _is_ours(step.ask.item, one)]:
            found[who] = max(ours, key=_points)
    return found


def _is_ours(item: Any, answer: Answer) -> bool:
    response = answer.response
    scored = answer.outcome.get("points") is not None
    return scored and response.get("seed") == item.seed and not response.get("figures")


def _points(answer: Answer) -> float:
    return answer.outcome["points"]


def told(state: State, step: Step, beat: int) -> View:
    """Return what the wall is told of a game at a beat: scores, and dials without whose they are."""
    item: Any = step.ask.item
    if not item.stages or beat < VOTES:
        return {}
    ranked = sorted(years(state, step).values(), key=_points, reverse=True)
    scores = [_points(one) for one in ranked]
    view: View = {"joined": len(state.people), "scores": scores, "middle": median(scores) if scores else None}
    if beat >= ANSWER and ranked:
        view |= {"best": ranked[0].response["dials"], "apart": apart(item, [one.response["dials"] for one in ranked])}
    return {"board": view}


def apart(item: Any, ranked: Sequence[Sequence[dict[str, float]]]) -> View | None:
    """Return the dial by which the best third differs most from the last, on average; None where there are too few.

    ``ranked`` holds the dials of each year by quarter, the best year first.
    """
    third = len(ranked) // 3
    if len(ranked) < FEWEST:
        return None

    def usual(played: Sequence[Sequence[dict[str, float]]], dial: str) -> float:
        return fmean(quarter[dial] for year in played for quarter in year)

    gaps = [(dial, usual(ranked[:third], dial.id), usual(ranked[-third:], dial.id)) for dial in item.dials]
    dial, top, last = max(gaps, key=lambda gap: abs(gap[1] - gap[2]) / (gap[0].high - gap[0].low))
    return {"dial": dial.id, "top": top, "last": last, "people": third} if top != last else None
