"""What a lesson shows, in order: read from its notebook, never run.

A notebook's cell that shows something is one call, ``lesson.ask("split")``. Only these calls count; whatever else a
cell holds is for JupyterLab.
"""

from __future__ import annotations

import ast
import json
from typing import NamedTuple

from outsourcing_lessons.course.lesson import Lesson
from outsourcing_lessons.course.notebooks import notebook_of
from outsourcing_lessons.errors import ContentError

VERBS = ("tell", "ask", "section", "explore", "reveal", "research", "worksheet", "closing", "guide")


class Heading(NamedTuple):
    """Where a part of the lesson begins."""

    title: str


class Call(NamedTuple):
    """Something the lesson shows: which, and of what name."""

    verb: str
    name: str = ""


def script_of(lesson: Lesson) -> list[Heading | Call]:
    """Return the headings and displays of a lesson's notebook.

    Raises
    ------
    ContentError
        If the notebook cannot be read.
    """
    path = notebook_of(lesson)
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    except (OSError, ValueError, KeyError) as error:
        raise ContentError(f"{path.name} cannot be read ({error}); install outsourcing-lessons anew") from error
    return [found for cell in cells for found in _found(cell["cell_type"], "".join(cell["source"]))]


def _found(kind: str, source: str) -> list[Heading | Call]:
    if kind == "markdown":
        lines = source.splitlines()
        return [Heading(line.removeprefix("## ").strip()) for line in lines if line.startswith("## ")]
    call = _call(source) if kind == "code" and source.startswith("lesson.") else None
    return [call] if call else []


def _call(source: str) -> Call | None:
    match ast.parse(source).body:
        case [ast.Expr(ast.Call(ast.Attribute(ast.Name("lesson"), verb), arguments))] if verb in VERBS:
            return Call(verb, *(one.value for one in arguments if isinstance(one, ast.Constant)))
    return None
