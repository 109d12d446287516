"""The beats of a step on the wall: how the room voted, the answer, why; research one finding at a time.

A beat is a place on the wall only. It tells participants nothing: what they may know hangs on the step's status.
"""

from __future__ import annotations

from outsourcing_lessons.workshop.agenda import Agenda, Step
from outsourcing_lessons.workshop.state import ANSWER, State

ASKED, VOTES, WHY = 0, 1, 3


def last_beat(agenda: Agenda, step: Step) -> int:
    """Return the last beat of a step; its first is 0."""
    match step.block.kind:
        case "ask":
            return _last_of_question(agenda, step)
        case "reveal":
            return 1
        case "research":
            return len(step.block.findings) - 1
    return 0


def _last_of_question(agenda: Agenda, step: Step) -> int:
    if step.ask.section == "pre-test":  # compared with the last test, and shown with it
        return ASKED
    if agenda.told_later(step.ask.item):
        return VOTES
    return WHY if agenda.why(step.ask.item) else ANSWER


def beat_of(state: State, agenda: Agenda, step: Step) -> int:
    """Return the beat that the wall is at: no answer before the room has it."""
    stands = state.step(step.id)
    most = VOTES if step.asks and stands.status != "revealed" else last_beat(agenda, step)
    return min(stands.beat, most)
