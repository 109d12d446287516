"""Workshops of some lengths, made of the lessons' own sections: the plans in ``course.toml``."""

from __future__ import annotations

from outsourcing_lessons.lessons.course import Course
from outsourcing_lessons.lessons.course_file import Pause


def lessons_for(course: Course, minutes: int) -> tuple[str, ...]:
    """Return the slugs of the lessons in the plan for so many minutes; without a plan, the one for workshops."""
    entries = course.plans.get(minutes, (course.workshop,))
    return tuple(dict.fromkeys(entry.split(" ")[0] for entry in entries if isinstance(entry, str)))


def plan_for(course: Course, slugs: tuple[str, ...], minutes: int) -> tuple[str | Pause, ...]:
    """Return the plan for so many minutes on just these lessons; empty if there is none."""
    return course.plans[minutes] if minutes in course.plans and slugs == lessons_for(course, minutes) else ()
