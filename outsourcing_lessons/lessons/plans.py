"""Workshops of 60, 120 and 240 minutes, made of the lessons' own sections, which say how long they take."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from outsourcing_lessons.errors import UnknownNameError
from outsourcing_lessons.lessons.course import Course
from outsourcing_lessons.lessons.course_file import Pause
from outsourcing_lessons.lessons.notes import notes_of


@dataclass(frozen=True)
class Step:
    """One line of a plan.

    Parameters
    ----------
    start, minutes : float
        When it begins, counted from the beginning of the workshop, and how long it takes.
    lesson, section : str
        Slug and name of the section; empty where it is none of a lesson.
    what, when_late : str
        In words; the second may be empty.
    """

    start: float
    minutes: float
    lesson: str
    section: str
    what: str
    when_late: str


def lessons_for(course: Course, minutes: int) -> tuple[str, ...]:
    """Return the slugs of the lessons in the plan for so many minutes; without a plan, the one for workshops."""
    entries = course.plans.get(minutes, (course.workshop,))
    return tuple(dict.fromkeys(entry.split(" ")[0] for entry in entries if isinstance(entry, str)))


def plan_for(course: Course, slugs: tuple[str, ...], minutes: int) -> list[Step] | None:
    """Return the plan for so many minutes on just these lessons, if there is one: a lesson may fill the time alone."""
    if minutes in course.plans and slugs == lessons_for(course, minutes):
        return list(steps(course, minutes))
    alone = tuple(f"{slug} {section}" for slug in slugs for section in notes_of(course.lesson(slug)))
    found = list(_lines(course, alone)) if len(slugs) == 1 else []
    return found if sum(step.minutes for step in found) == minutes else None


def steps(course: Course, minutes: int) -> Iterator[Step]:
    """Yield the steps of the plan for so many minutes."""
    return _lines(course, course.plans[minutes])


def _lines(course: Course, entries: tuple[str | Pause, ...]) -> Iterator[Step]:
    now = 0.0
    for entry in entries:
        if isinstance(entry, str):
            slug, section = entry.split(" ")
            notes = notes_of(course.lesson(slug))
            if section not in notes:
                raise UnknownNameError("note for the instructor", section, notes)
            step = Step(now, notes[section].minutes, slug, section, course.sections[section], notes[section].skip)
        else:
            step = Step(now, entry.minutes, "", "", entry.what, "")
        yield step
        now += step.minutes
