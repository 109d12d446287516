"""The start page as a notebook in Jupyter: opened, it says where the learner stands; stored, it says nothing of them.

A notebook stores what its cells showed when they last ran, and a start page that is a week old is wrong. So Jupyter's
server puts the present state in when the file is read, and takes it out when it is written (see ``server_extension``).
This needs neither a kernel nor scripts, so it also holds for a notebook that Jupyter does not trust, such as one that
came from another machine. A script beside it only renews what is shown when the learner comes back to an open page.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from outsourcing_lessons.blocks.block import MIME, Prose
from outsourcing_lessons.blocks.forms import static_forms
from outsourcing_lessons.errors import NotebookError, OutsourcingLessonsError
from outsourcing_lessons.lab.learner_copy import course_in
from outsourcing_lessons.lab.learner_progress import standing_of
from outsourcing_lessons.lab.start_page import home, home_id, review, review_id
from outsourcing_lessons.learner import PARAMETERS, LearnerProfile
from outsourcing_lessons.lessons.course import Course
from outsourcing_lessons.lessons.courses import chosen, installed
from outsourcing_lessons.notebook_files import read
from outsourcing_lessons.progress.store import ProgressStore


def with_state(notebook: dict, store: ProgressStore, amiss: str = "") -> None:
    """Say in a notebook that is being opened where its learner stands, and what is amiss with their answers.

    One without a start page stays as it is.
    """
    if course := _course_of(notebook):
        case = course.case(profile_of(notebook, course))
        standing = standing_of(case, store, datetime.now().astimezone())
        _show(notebook, course, home(case, standing, amiss), review(case, standing), script())


def without_state(notebook: dict) -> None:
    """Take out of a notebook that is being stored where its learner stands."""
    if course := _course_of(notebook):
        case = course.case(profile_of(notebook, course))
        _show(notebook, course, home(case, None), review(case, None))


def profile_of(notebook: dict, course: Course | None = None) -> LearnerProfile:
    """Return whom a notebook is for: its parameters, as they are written; a guest where they are not usable.

    The course is the one that this process is about when None.
    """
    course = course or chosen()
    values: dict[str, Any] = {}
    for cell in notebook["cells"]:
        if {"parameters", "injected-parameters"} & set(cell.get("metadata", {}).get("tags", [])):
            values |= _assigned("".join(cell["source"]))
    try:
        return course.profile(**values)
    except OutsourcingLessonsError:
        return course.profile()


def learner_in(folder: Path) -> str:
    """Return whose the lessons in a folder are, or "" where there are none."""
    course = course_in(folder) or chosen()
    try:
        return profile_of(read(course.notebook_in(folder)), course).learner_id
    except NotebookError:
        return ""


@cache
def script() -> str:
    """Return the element that keeps an open start page up to date."""
    return f"<script>{Path(__file__).with_name('start_page.js').read_text(encoding='utf-8')}</script>"


def _course_of(notebook: dict) -> Course | None:
    """Return the course whose start page a notebook is, if it is one."""
    shown = {data[MIME].get("id") for data in displays_in(notebook)}
    starts = shown and (one for one in installed() if shown & {home_id(one), review_id(one)})
    return next(iter(starts), None)


def _show(notebook: dict, course: Course, stands: Prose, due: Prose, more: str = "") -> None:
    blocks = {home_id(course): (stands, more), review_id(course): (due, "")}
    for data in displays_in(notebook):
        if data[MIME].get("id") not in blocks:
            continue
        block, script_ = blocks[data[MIME]["id"]]
        before = "".join(data.get("text/html", ""))
        style = before[: before.find("</style>") + 8] if before.startswith("<style>") else ""
        data |= static_forms(block)
        data["text/html"] = style + data["text/html"] + script_


def displays_in(notebook: dict) -> Iterator[dict]:
    """Yield all forms of each display of ours in a notebook."""
    for cell in notebook["cells"]:
        for output in cell.get("outputs", []):
            if isinstance(output.get("data", {}).get(MIME), dict):
                yield output["data"]


def _assigned(source: str) -> dict[str, object]:
    """Return the parameters that plain assignments give; nothing is run."""
    return {name: value for name, value in _assignments(source) if name in PARAMETERS}


def _assignments(source: str) -> Iterator[tuple[str, object]]:
    number: Callable = lambda name, value: float(value) if name in FLOATS and type(value) is int else value  # noqa: E731
    try:
        for node in ast.parse(source).body:
            match node:
                case (
                    ast.Assign([ast.Name(name), *_], ast.expr() as value)
                    | ast.AnnAssign(target=ast.Name(name), value=ast.expr() as value)
                ):
                    yield name, number(name, ast.literal_eval(value))
    except (SyntaxError, ValueError):
        return


FLOATS = ("hour_value", "unsold_hour_value", "weekly_hours")
