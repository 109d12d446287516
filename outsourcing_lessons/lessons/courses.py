"""Which courses there are, and which one this process is about.

A package brings a course by an entry point of the group ``outsourcing_lessons.courses`` whose name is the course's id.
"""

from __future__ import annotations

import os
from functools import cache
from importlib.metadata import EntryPoint, entry_points

from outsourcing_lessons.errors import ContentError, UnknownNameError
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.course import Course

GROUP = "outsourcing_lessons.courses"
VARIABLE = "OUTSOURCING_LESSONS_COURSE"
OWN = "outsourcing-lessons"  # the distribution that this package is, and so the course that comes with it


@cache
def _entries() -> dict[str, EntryPoint]:
    found = sorted(entry_points(group=GROUP), key=lambda one: one.name)
    if not found:
        raise ContentError("no course is installed; install outsourcing-lessons anew, which comes with one")
    return {one.name: one for one in found}


def names() -> tuple[str, ...]:
    """Return the ids of all courses that are installed."""
    return tuple(_entries())


@cache
def course(name: str) -> Course:
    """Return a course by its id.

    Raises
    ------
    UnknownNameError
        If none is installed under this id; names those that are.
    ContentError
        If the course cannot be read, or its entry point is none of a course.
    """
    if name not in _entries():
        raise UnknownNameError("course", name, names())
    entry = _entries()[name]
    try:
        found = entry.load()
    except (ImportError, AttributeError) as error:
        raise ContentError(f"the entry point {name!r} of {GROUP} is {entry.value!r}: {error}") from error
    if not isinstance(found, Course) or found.id != name:
        raise ContentError(f"the entry point {name!r} of {GROUP} is {entry.value!r}, which is no course of that id")
    return found


def chosen() -> Course:
    """Return the course that this process is about.

    It is the one that the environment variable ``OUTSOURCING_LESSONS_COURSE`` names, or the only one installed, or the
    one that comes with this package.
    """
    named = os.environ.get(VARIABLE, "")
    return course(named or (names()[0] if len(names()) == 1 else OWN))


def use(name: str) -> Course:
    """Choose the course of this process and of those that it starts."""
    found = course(name)
    os.environ[VARIABLE] = name
    return found


def use_for(lesson: str) -> Course:
    """Choose the course that has a lesson, and return it; the one that is named already comes first.

    Raises
    ------
    ContentError
        If several have one of this name and none of them is chosen.
    """
    if os.environ.get(VARIABLE) or len(names()) == 1:
        now = chosen()
        if lesson in now.slugs or len(names()) == 1:
            return now
    having = [name for name in names() if lesson in course(name).slugs]
    if len(having) > 1:
        raise ContentError(
            f"the courses {' and '.join(map(repr, having))} both have a lesson {lesson!r}; "
            f"say which you mean with the environment variable {VARIABLE}"
        )
    return use(having[0]) if having else chosen()


def case_of(profile: LearnerProfile) -> Case:
    """Return a learner's case in the course that this process is about."""
    return chosen().case(profile)
