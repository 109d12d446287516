"""Which courses there are, and which one this process is about.

A package brings a course by an entry point of the group ``outsourcing_lessons.courses`` whose name is the course's id.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from importlib.metadata import EntryPoint, entry_points

from outsourcing_lessons.errors import ContentError, OutsourcingLessonsError, UnknownNameError
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
        raise ContentError("no course is installed; reinstall outsourcing-lessons, which includes one")
    return {one.name: one for one in found}


def names() -> tuple[str, ...]:
    """Return the ids of all courses that are installed."""
    return tuple(_entries())


@cache
def course(name: str) -> Course:
    """Return a course by its id.

    Raises UnknownNameError if none is installed under this id, and names those that are; ContentError if the course
    cannot be read, or its entry point is none of a course.
    """
    if name not in _entries():
        raise UnknownNameError("course", name, names())
    entry = _entries()[name]
    try:
        found = entry.load()
    except (ImportError, AttributeError) as error:
        raise ContentError(f"the entry point {name!r} of {GROUP} is {entry.value!r}: {error}") from error
    if not isinstance(found, Course) or found.id != name:
        raise ContentError(f"the entry point {name!r} of {GROUP} is {entry.value!r}, which is not a course of that id")
    return found


def chosen() -> Course:
    """Return the course that this process is about.

    It is the one that the environment variable ``OUTSOURCING_LESSONS_COURSE`` names, or the only one installed, or the
    one that comes with this package.
    """
    named = os.environ.get(VARIABLE, "")
    return course(named or (names()[0] if len(names()) == 1 else OWN))


def is_named() -> bool:
    """Whether the course of this process was chosen, and is not only the one that comes first."""
    return bool(os.environ.get(VARIABLE))


def use(name: str) -> Course:
    """Choose the course of this process and of those that it starts."""
    found = course(name)
    os.environ[VARIABLE] = name
    return found


def use_where(held: str, place: object, refused: type[OutsourcingLessonsError]) -> Course:
    """Choose the course that a file or folder is of, and return it; "" is of any.

    Raises an error of the kind that is ``refused`` if another one was named; UnknownNameError if that course is not
    installed.
    """
    if not held or held == chosen().id:
        return chosen()
    if is_named():
        raise refused(
            f"{place} belongs to the course {held!r}, not to {chosen().id!r}; choose another, or omit --course and the "
            f"environment variable {VARIABLE}"
        )
    return use(held)


def installed() -> Iterator[Course]:
    """Yield all courses that can be read, the one that this process is about first."""
    for name in dict.fromkeys((chosen().id, *names())):
        with suppress(ContentError):
            yield course(name)


def course_for(lesson: str) -> Course:
    """Return the course that has a lesson; the one that was named, or is the only one, comes first.

    Raises ContentError if several have one of this name and none of them was named.
    """
    now = chosen()
    if lesson in now.slugs and is_named() or len(names()) == 1:
        return now
    having = [one for one in installed() if lesson in one.slugs]
    if len(having) > 1:
        raise ContentError(
            f"the courses {' and '.join(sorted(repr(one.id) for one in having))} both have a lesson {lesson!r}; "
            f"say which you mean with the environment variable {VARIABLE}"
        )
    return having[0] if having else now


def case_of(profile: LearnerProfile) -> Case:
    """Return a learner's case in the course that this process is about."""
    return chosen().case(profile)
