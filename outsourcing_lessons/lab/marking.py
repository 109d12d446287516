"""What tells a learner's copy of a lesson from any other notebook, and what of it is the learner's to change.

JupyterLab's part of the course (``labextensions``) opens as a lesson what carries this mark, and nothing else.
"""

from __future__ import annotations

from typing import Any

from outsourcing_lessons.lessons.course import Course
from outsourcing_lessons.lessons.lesson import Lesson

KEY = "outsourcing-lessons"  # in the metadata of a notebook
MAY_FAIL = "raises-exception"  # the tag by which Jupyter goes on behind a cell that failed
Notebook = dict[str, Any]
Cell = dict[str, Any]


def marked(notebook: Notebook, lesson: Lesson, course: Course) -> Notebook:
    """Return a notebook as a learner's lesson: it says which it is, and a changed line of it stops nothing else."""
    start = course.lessons[0]
    about = {
        "lesson": lesson.slug,
        "title": f"{lesson.number} {lesson.title}",
        "minutes": lesson.minutes,
        "start": "" if lesson is start else start.notebook,
    }
    cells = [_may_fail(cell) if is_shown(cell) else cell for cell in notebook["cells"]]
    return notebook | {"cells": cells, "metadata": notebook["metadata"] | {KEY: about}}


def is_lesson(notebook: Notebook) -> bool:
    """Whether a notebook is a learner's copy of a lesson."""
    return isinstance(notebook.get("metadata", {}).get(KEY), dict)


def is_open(cell: Cell) -> bool:
    """Whether a cell is the learner's to change: a line of code that is shown, or the settings."""
    return is_shown(cell) or "parameters" in _tags(cell)


def is_shown(cell: Cell) -> bool:
    """Whether a cell is a line of code that is not folded away."""
    return cell["cell_type"] == "code" and "hide-input" not in _tags(cell)


def _may_fail(cell: Cell) -> Cell:
    tags = sorted({*_tags(cell), MAY_FAIL})
    return cell | {"metadata": cell.get("metadata", {}) | {"tags": tags}}


def _tags(cell: Cell) -> list[str]:
    return list(cell.get("metadata", {}).get("tags", []))
