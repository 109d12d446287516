"""How long a lesson takes alone: as it says, and in an instructor's copy of its notebook, what was put in or taken out.

The time a lesson says is its author's, whom `author check` holds to it. Where a copy of the notebooks counts, what that
asks and tells is set against what the course's own notebook does.
"""

from __future__ import annotations

from outsourcing_lessons.errors import ContentError, NotebookError, UnknownNameError
from outsourcing_lessons.lessons.block_minutes import DOING, FOR_HOME, WORDS_A_MINUTE, words
from outsourcing_lessons.lessons.course import Course
from outsourcing_lessons.lessons.handed_out import with_own_questions
from outsourcing_lessons.lessons.lesson import Lesson
from outsourcing_lessons.lessons.own_notebooks import own_folder
from outsourcing_lessons.lessons.script import Call, Entry, Words, script_in

KINDS = {"explore": "explorer"}  # what a call shows, where it is called otherwise


def minutes_of(course: Course, lesson: Lesson) -> int:
    """Return how long a lesson takes alone, without the questions from memory, which are for another day.

    A copy that only running it would tell takes what the lesson says: a workshop refuses it, a workbook does not.
    """
    here, there = course.notebook_of(lesson), course.notebooks / lesson.notebook
    if own_folder() is None or not here.exists():
        return lesson.minutes
    try:
        longer = _alone(with_own_questions(lesson), script_in(here, lesson.slug))
    except (ContentError, NotebookError, UnknownNameError):
        return lesson.minutes
    return max(1, round(lesson.minutes + longer - _alone(lesson, script_in(there, lesson.slug))))


def _alone(lesson: Lesson, script: list[Entry]) -> float:
    return sum(_entry(lesson, one) for one in script if isinstance(one, Words | Call))


def _entry(lesson: Lesson, one: Words | Call) -> float:
    if isinstance(one, Words):
        return words(one.markdown) / WORDS_A_MINUTE
    match one.verb:
        case "tell":
            return words(one.name) / WORDS_A_MINUTE
        case "ask":
            return lesson.item(one.name).minutes
        case "section":
            return 0.0 if one.name == FOR_HOME else sum(template.minutes for template in lesson.section(one.name))
        case "sources":
            return 0.0
    return DOING.get(KINDS.get(one.verb, one.verb), 1.0)
