"""What a learner did, as it is handed in: the form in which a workbook saves its answers, with the learner's name.

One file holds all lessons; a notebook that is saved in Jupyter holds those of its own lesson in its metadata.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from typing import Any

from outsourcing_lessons.progress.merging import Entered
from outsourcing_lessons.progress.store import Attempt

FORMAT = 1
NOTEBOOK_KEY = "outsourcing_lessons_answers"
Lessons = dict[str, dict[str, Any]]


def by_lesson(worksheets: Collection[str], attempts: Iterable[Attempt], entered: Iterable[Entered]) -> Lessons:
    """Return attempts and entries of worksheets by lesson.

    ``worksheets``: the ids of the worksheets; what was entered elsewhere, such as in an explorer, is left out.
    """
    lessons: Lessons = {}
    for one in attempts:
        row = {"item": one.item_id, "variant": one.variant, "response": one.response, "outcome": one.outcome}
        row |= {"at": one.at} | ({"wording": one.wording} if one.wording else {})
        lesson_of(one.item_id, lessons)["attempts"].append(row)
    for field in sorted(entered, key=lambda one: one.at):
        if field.block_id in worksheets and isinstance(value := json.loads(field.value), str):
            lesson_of(field.block_id, lessons)["entries"].setdefault(field.block_id, {})[field.name] = value
    return lessons


def lesson_of(name: str, lessons: Lessons) -> dict[str, Any]:
    """Return what is handed in of the lesson that an item or a worksheet is in."""
    return lessons.setdefault(name.partition(".")[0], {"attempts": [], "entries": {}})


def handed_in(
    course: str, version: str, learner_id: str, learner: str, settings: dict[str, Any], lessons: Lessons,
    only: Collection[str] | None = None,
) -> dict[str, Any]:  # fmt: skip
    """Return the content of a file to hand in, of all lessons or only some."""
    kept = {slug: one for slug, one in lessons.items() if only is None or slug in only}
    return {
        "course": course.replace("-", "_"), "version": version, "format": FORMAT, "learner_id": learner_id,
        "learner": learner, "settings": settings, "lessons": kept,
    }  # fmt: skip
