"""The lessons of the course, in order."""

from __future__ import annotations

from outsourcing_lessons.course.companies_over_people import COMPANIES_OVER_PEOPLE
from outsourcing_lessons.course.hiring_blind import HIRING_BLIND
from outsourcing_lessons.course.managing_not_replacing import MANAGING_NOT_REPLACING
from outsourcing_lessons.course.one_task import ONE_TASK
from outsourcing_lessons.course.start_here import START_HERE
from outsourcing_lessons.course.turn_the_dials import TURN_THE_DIALS
from outsourcing_lessons.errors import UnknownNameError
from outsourcing_lessons.lessons.ids import refuse_shared
from outsourcing_lessons.lessons.lesson import Lesson

LESSONS = (
    START_HERE, ONE_TASK, HIRING_BLIND, COMPANIES_OVER_PEOPLE, MANAGING_NOT_REPLACING, TURN_THE_DIALS,
)  # fmt: skip
refuse_shared(*LESSONS)


def lesson_named(name: str) -> Lesson:
    """Return a lesson by its slug ("one-task") or number ("01" or "1")."""
    for lesson in LESSONS:
        if name in (lesson.slug, lesson.number, str(int(lesson.number))):
            return lesson
    raise UnknownNameError("lesson", name, [lesson.slug for lesson in LESSONS])
