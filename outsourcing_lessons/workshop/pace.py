"""Planned against actual: how late a workshop is, and what to leave out to be on time again."""

from __future__ import annotations

from typing import Any

from outsourcing_lessons.workshop.agenda import Agenda, Step
from outsourcing_lessons.workshop.state import State

SLACK = 2.0  # minutes that nobody calls late
MOST_SKIPS = 4


def left_out(state: State, step: Step) -> bool:
    """Whether a step is not for this room: the instructor's word counts, else the agenda's."""
    said = state.step(step.id).skipped
    return step.at_home if said is None else said


def pace(state: State, agenda: Agenda, now: float) -> dict[str, Any]:
    """Return minutes: gone by, planned till the end of the step that is on, all; how late, and what to skip.

    ``late`` is negative when early. While a step takes no longer than planned, the room is on time.
    """
    planned = [step for step in agenda.steps.values() if not left_out(state, step) or step.id == state.now]
    takes = _till_next(agenda, planned)
    total = sum(takes)
    given = {"given": state.room["minutes"]} if "minutes" in state.room else {}
    if state.began is None:
        return {"total": total, "gone": 0.0, "late": 0.0, "skip": [], "saves": 0.0, "began": None} | given
    gone = (now - state.began) / 60
    place = [step.id for step in planned].index(state.now)
    start = sum(takes[:place])
    end = start + takes[place]
    late = gone - end if gone > end else min(0.0, gone - start)
    skip = _skips(state, planned[place + 1 :], late) if late >= SLACK else []
    saves = sum(step.minutes for step in skip)
    return {
        "total": total, "gone": gone, "late": late, "began": state.began, "saves": saves,
        "skip": [{"id": step.id, "number": step.number, "title": step.title} for step in skip],
    } | given  # fmt: skip


def _till_next(agenda: Agenda, planned: list[Step]) -> list[float]:
    """Return what each planned step takes until the next, with the breaks: those stay where a step before them goes."""
    takes: list[float] = []
    names = {step.id for step in planned}
    for step in agenda.steps.values():
        takes += [step.minutes] if step.id in names else []
        if step.pause and takes:
            takes[-1] += step.pause.minutes
    return takes


def _skips(state: State, ahead: list[Step], late: float) -> list[Step]:
    """Return what to leave out to be on time again, in the order of the agenda."""
    free = [step for step in ahead if state.step(step.id).status == "waiting" and step.asks]
    chosen: list[Step] = []
    for step in first_to_skip(free):
        if sum(one.minutes for one in chosen) >= late or len(chosen) == MOST_SKIPS:
            break
        chosen.append(step)
    return sorted(chosen, key=ahead.index)


def first_to_skip(steps: list[Step]) -> list[Step]:
    """Return the questions that may be left out: what the instructor's notes name, then practice, the longest first."""
    free = [step for step in steps if step.asks and not step.named_to_keep]
    named = [step for step in free if step.named_to_skip]
    practice = [step for step in free if step.ask.section == "practice" and not step.named_to_skip]
    return [*named, *sorted(practice, key=lambda one: -one.minutes)]
