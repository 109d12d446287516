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

from outsourcing_lessons.blocks.block import MIME, Prose
from outsourcing_lessons.blocks.forms import static_forms
from outsourcing_lessons.errors import NotebookError, OutsourcingLessonsError
from outsourcing_lessons.lab.standing import standing_of
from outsourcing_lessons.lab.start_page import HOME, REVIEW, home, review
from outsourcing_lessons.learner import PARAMETERS, LearnerProfile
from outsourcing_lessons.lessons.courses import case_of, chosen
from outsourcing_lessons.notebook_files import read
from outsourcing_lessons.progress.store import ProgressStore


def with_state(notebook: dict, store: ProgressStore) -> None:
    """Say in a notebook that is being opened where its learner stands; one without a start page stays as it is."""
    if _ours(notebook):
        case = case_of(profile_of(notebook))
        standing = standing_of(case, store, datetime.now().astimezone())
        _show(notebook, {HOME: home(case, standing), REVIEW: review(standing.review)}, script())


def without_state(notebook: dict) -> None:
    """Take out of a notebook that is being stored where its learner stands."""
    if _ours(notebook):
        _show(notebook, {HOME: home(case_of(profile_of(notebook)), None), REVIEW: review(None)})


def profile_of(notebook: dict) -> LearnerProfile:
    """Return whom a notebook is for: its parameters, as they are written; a guest where they are not usable."""
    values: dict[str, object] = {}
    for cell in notebook["cells"]:
        if {"parameters", "injected-parameters"} & set(cell.get("metadata", {}).get("tags", [])):
            values |= _assigned("".join(cell["source"]))
    try:
        return chosen().profile(**values)
    except OutsourcingLessonsError:
        return chosen().profile()


def learner_in(folder: Path) -> str:
    """Return whose the lessons in a folder are, or "" where there are none."""
    try:
        return profile_of(read(folder / chosen().lessons[0].notebook)).learner_id
    except NotebookError:
        return ""


@cache
def script() -> str:
    """Return the element that keeps an open start page up to date."""
    return f"<script>{Path(__file__).with_name('start_page.js').read_text(encoding='utf-8')}</script>"


def _ours(notebook: dict) -> list[dict]:
    """Return the displays that say where a learner stands."""
    return [data for data in _displays(notebook) if data[MIME].get("id") in (HOME, REVIEW)]


def _show(notebook: dict, blocks: dict[str, Prose], more: str = "") -> None:
    for data in _ours(notebook):
        block = blocks[data[MIME]["id"]]
        before = "".join(data.get("text/html", ""))
        style = before[: before.find("</style>") + 8] if before.startswith("<style>") else ""
        data |= static_forms(block)
        data["text/html"] = style + data["text/html"] + (more if block.id == HOME else "")


def _displays(notebook: dict) -> Iterator[dict]:
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
