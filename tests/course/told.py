"""The passages of a lesson, as its notebook tells them."""

from __future__ import annotations

from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import Lesson
from outsourcing_lessons.lessons.script import Call, script_of


def texts_of(lesson: Lesson) -> tuple[str, ...]:
    """Return the texts, not filled yet."""
    return tuple(one.name for one in script_of(lesson) if isinstance(one, Call) and one.verb == "tell")


def told(lesson: Lesson, case: Case) -> list[str]:
    """Return the texts as a learner reads them."""
    return [lesson.tell(text, case).markdown for text in texts_of(lesson)]
