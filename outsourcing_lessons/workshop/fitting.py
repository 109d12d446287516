"""Fits an agenda to the minutes there are.

An instructor's note holds until the next one, and its minutes are for all that is shown there. Where course.toml
has a plan for so many minutes on these lessons, what it names is planned, with its breaks, and the rest is for home.
Otherwise questions are left out in the order in which a late workshop skips them.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from outsourcing_lessons.blocks.block import Guide
from outsourcing_lessons.errors import WorkshopError
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import case_of, chosen
from outsourcing_lessons.lessons.plans import Step as Line
from outsourcing_lessons.lessons.plans import plan_for
from outsourcing_lessons.workshop.agenda import Agenda, Part, Pause, Step, agenda_of, minutes_alone
from outsourcing_lessons.workshop.pace import first_to_skip

ROUNDING = 1e-6


def agenda_of_room(room: dict[str, Any]) -> Agenda:
    """Return the plan of a workshop, from the body of its first event."""
    lessons = tuple(chosen().lesson(name) for name in room["lessons"])
    whole = agenda_of(lessons, case_of(LearnerProfile(**room["profile"])))
    return fitted(whole, tuple(room["lessons"]), room["minutes"]) if "minutes" in room else whole


def fitted(agenda: Agenda, slugs: tuple[str, ...], minutes: int) -> Agenda:
    """Return an agenda for a workshop of so many minutes on these lessons.

    Raises
    ------
    WorkshopError
        If that is too short for what may not be left out.
    """
    noted = list(_noted(agenda))
    parts = _timed(noted)
    lines = plan_for(chosen(), slugs, minutes)
    return Agenda(tuple(_as_planned(parts, noted, lines) if lines else _shortened(parts, minutes)))


# ---- The minutes of the notes ---------------------------------------------------------------------------------------


def _noted(agenda: Agenda) -> Iterator[tuple[Part, Guide, bool]]:
    """Yield each part with the note that holds there, and whether it comes before the first note of its lesson."""
    for lesson in dict.fromkeys(part.lesson for part in agenda.parts):
        parts = [part for part in agenda.parts if part.lesson == lesson]
        first, now = next(part.guide for part in parts if part.guide), None
        for part in parts:
            now = part.guide or now
            yield part, now or first, now is None


def _timed(noted: Iterable[tuple[Part, Guide, bool]]) -> list[Part]:
    """Share each note's minutes among its steps; of what comes before the first note only the story is planned."""
    parts = [
        (replace(part, steps=tuple(replace(s, at_home=s.at_home or (early and s.asks)) for s in part.steps)), note)
        for part, note, early in noted
    ]
    alone: defaultdict[str, float] = defaultdict(float)
    for part, note in parts:
        alone[note.id] += sum(minutes_alone(step.block) for step in part.steps if not step.at_home)
    return [replace(part, steps=tuple(_shared(part, note.minutes / alone[note.id]))) for part, note in parts]


def _shared(part: Part, factor: float) -> Iterator[Step]:
    return (replace(step, minutes=minutes_alone(step.block) * factor) for step in part.steps)


# ---- By a plan, or by what may be left out --------------------------------------------------------------------------


def _as_planned(parts: list[Part], noted: list[tuple[Part, Guide, bool]], lines: list[Line]) -> Iterator[Part]:
    notes = [note.id for _, note, _ in noted]
    names = [f"{line.lesson}.guide-{line.section}" if line.lesson else "" for line in lines]
    pauses = {_last(parts, notes, names[n - 1]): Pause(lines[n].what, lines[n].minutes) for n in _where(names, "")}
    for part, note in zip(parts, notes, strict=True):
        home = note not in names
        yield replace(
            part, steps=tuple(replace(s, at_home=s.at_home or home, pause=pauses.get(s.id)) for s in part.steps)
        )


def _where(names: list[str], name: str) -> list[int]:
    return [place for place, one in enumerate(names) if one == name]


def _last(parts: list[Part], notes: list[str], note: str) -> str:
    """Return the last step under a note that is for the room."""
    return [step.id for n in _where(notes, note) for step in parts[n].steps if not step.at_home][-1]


def _shortened(parts: list[Part], minutes: int) -> list[Part]:
    planned = [step for part in parts for step in part.steps if not step.at_home]
    left, out = sum(step.minutes for step in planned), set()
    for step in first_to_skip(planned):
        if left <= minutes + ROUNDING:
            break
        left -= step.minutes
        out.add(step.id)
    if left > minutes + ROUNDING:
        lessons = " and ".join(f"“{title}”" for title in dict.fromkeys(part.lesson for part in parts))
        raise WorkshopError(
            f"{minutes} minutes are too few for {lessons}: with all left out that may be, it takes {math.ceil(left)}; "
            "give more --minutes, or fewer --lessons"
        )
    return [
        replace(part, steps=tuple(replace(s, at_home=s.at_home or s.id in out) for s in part.steps)) for part in parts
    ]
