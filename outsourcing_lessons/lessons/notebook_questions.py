"""Which questions a notebook asks, in its order."""

from __future__ import annotations

from dataclasses import replace

from outsourcing_lessons.errors import ContentError, UnknownNameError
from outsourcing_lessons.lessons.handed_out import with_own_questions
from outsourcing_lessons.lessons.lesson import ItemTemplate, Lesson
from outsourcing_lessons.lessons.script import Call, script_of


def as_asked(lesson: Lesson) -> Lesson:
    """Return a lesson whose items are those that its notebook asks, in that order, each once.

    Raises ContentError if a cell asks what there is not; names the notebook and the cell.
    """
    whole = with_own_questions(lesson)
    calls = (entry for entry in script_of(whole) if isinstance(entry, Call))
    asked = {template.id: template for call in calls for template in _asked_by(call, whole)}
    return replace(whole, items=tuple(asked.values()))


def _asked_by(call: Call, lesson: Lesson) -> tuple[ItemTemplate, ...]:
    try:
        if call.verb == "section":
            return lesson.section(call.name)
        return (lesson.item(call.name),) if call.verb == "ask" else ()
    except UnknownNameError as error:
        raise ContentError(f"{lesson.notebook}, cell {call.cell}: {error}") from None
