"""A lesson with the questions that stand in an instructor's copy of its notebook, where such a copy counts."""

from __future__ import annotations

import json
from typing import Any

from outsourcing_lessons.errors import NotebookError
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.lessons.handed_out import own_templates
from outsourcing_lessons.lessons.lesson import Lesson
from outsourcing_lessons.lessons.own_notebooks import own_folder
from outsourcing_lessons.lessons.own_questions import with_own


def with_own_questions(lesson: Lesson) -> Lesson:
    """Return a lesson as whoever reads its notebook has it; the course's own notebooks have no questions themselves.

    Raises
    ------
    NotebookError
        If the notebook is missing or damaged.
    ContentError
        If a question in it cannot be read; names the cell.
    """
    if own_folder() is None:
        return lesson
    path = chosen().notebook_of(lesson)
    try:
        notebook: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return with_own(lesson, own_templates(notebook, lesson, path.name))
    except FileNotFoundError:
        raise NotebookError(
            f"{path} is missing; put it back, or name the lessons that are there with --lessons"
        ) from None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise NotebookError(f"{path} cannot be read as a notebook ({type(error).__name__}: {error})") from None
