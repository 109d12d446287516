"""Fits an agenda to the minutes there are.

Where course.toml has a plan for so many minutes on these lessons, what it names is planned, with its breaks, and the
rest is for home. What is too long all the same, as without a plan, has questions left out in the order in which a late
workshop skips them.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

from outsourcing_lessons.errors import WorkshopError
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.course_file import Pause
from outsourcing_lessons.lessons.courses import case_of, chosen
from outsourcing_lessons.lessons.ids import note_id
from outsourcing_lessons.lessons.plans import plan_for
from outsourcing_lessons.workshop.agenda import Agenda, Part, agenda_of
from outsourcing_lessons.workshop.pace import SLACK, first_to_skip

ROUNDING = 1e-6


def agenda_of_room(room: dict[str, Any]) -> Agenda:
    """Return the plan of a workshop, from the body of its first event."""
    lessons = tuple(chosen().lesson(name) for name in room["lessons"])
    whole = agenda_of(lessons, case_of(LearnerProfile(**room["profile"])))
    return fitted(whole, tuple(room["lessons"]), room["minutes"]) if "minutes" in room else whole


def fitted(agenda: Agenda, slugs: tuple[str, ...], minutes: int) -> Agenda:
    """Return an agenda for a workshop of so many minutes on these lessons.

    Raises WorkshopError if that is too short for what may not be left out.
    """
    plan = plan_for(chosen(), slugs, minutes)
    parts, spare = (_as_planned(agenda.parts, plan), SLACK) if plan else (list(agenda.parts), 0.0)
    return Agenda(tuple(_shortened(parts, minutes, spare)))


def _as_planned(parts: tuple[Part, ...], plan: tuple[str | Pause, ...]) -> list[Part]:
    notes = [part.note.id if part.note else "" for part in parts]
    names = [note_id(*entry.split(" ")) if isinstance(entry, str) else "" for entry in plan]
    pauses: dict[str, Pause] = {}
    for place, entry in enumerate(plan):
        if not isinstance(entry, str) and (before := _last(parts, notes, names[:place])):
            pauses[before] = entry
    return [_planned(part, note not in names, pauses) for part, note in zip(parts, notes, strict=True)]


def _planned(part: Part, home: bool, pauses: dict[str, Pause]) -> Part:
    steps = (replace(one, at_home=one.at_home or home, pause=pauses.get(one.id)) for one in part.steps)
    return replace(part, steps=tuple(steps))


def _last(parts: tuple[Part, ...], notes: list[str], planned: list[str]) -> str:
    """Return the last step for the room of what is planned; "" if an own copy of the notebooks has none of it."""
    named = [part for part, note in zip(parts, notes, strict=True) if note and note in planned]
    return next((step.id for part in reversed(named) for step in reversed(part.steps) if not step.at_home), "")


def _shortened(parts: list[Part], minutes: int, spare: float) -> list[Part]:
    planned = [step for part in parts for step in part.steps if not step.at_home]
    left, out = sum(step.minutes + (step.pause.minutes if step.pause else 0) for step in planned), set()
    for step in first_to_skip(planned):
        if left <= minutes + spare + ROUNDING:
            break
        left -= step.minutes
        out.add(step.id)
    if left > minutes + spare + ROUNDING:
        lessons = " and ".join(f"“{title}”" for title in dict.fromkeys(part.lesson for part in parts))
        raise WorkshopError(
            f"{minutes} minutes are too few for {lessons}: with everything optional left out, it takes "
            f"{math.ceil(left)}; give more --minutes or fewer --lessons"
        )
    return [
        replace(part, steps=tuple(replace(s, at_home=s.at_home or s.id in out) for s in part.steps)) for part in parts
    ]
