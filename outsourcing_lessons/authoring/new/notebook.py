"""Notebooks that are written here: cells, and a notebook with what running it shows."""

from __future__ import annotations

import re
from typing import Any

from outsourcing_lessons.notebook_files import PARAMETERS, normalise, run, written

FOLDED = {"tags": ["hide-input"], "jupyter": {"source_hidden": True}}
LONGEST_ID = 64
_OPENING = """\
try:
    from outsourcing_lessons import open_lesson
except ModuleNotFoundError:
    raise ModuleNotFoundError("This lesson needs the package outsourcing-lessons. Run %pip install"
                              " outsourcing-lessons in a new cell, then choose Run All.") from None

lesson = open_lesson("{slug}", learner_id=learner_id, learner=learner, business=business, country=country,
                     currency=currency, hour_value=hour_value, unsold_hour_value=unsold_hour_value,
                     weekly_hours=weekly_hours, seed=seed, edition=edition)"""
Cell = dict[str, Any]


def text(cell_id: str, markdown: str, **metadata: Any) -> Cell:
    """Return a Markdown cell."""
    return {
        "cell_type": "markdown",
        "id": cell_id[:LONGEST_ID],
        "metadata": metadata,
        "source": markdown.splitlines(keepends=True),
    }


def code(cell_id: str, source: str, **metadata: Any) -> Cell:
    """Return a cell of folded code."""
    lines, own = source.splitlines(keepends=True), FOLDED | metadata
    cell = {"cell_type": "code", "id": cell_id[:LONGEST_ID], "metadata": own, "source": lines}
    return cell | {"outputs": [], "execution_count": None}


COMMENT = 19  # characters from the trade to the comment behind it


def opening(slug: str, trade: str) -> tuple[Cell, Cell]:
    """Return the cell of parameters, and the one that opens a lesson."""
    padding = " " * max(1, COMMENT - len(trade) - 2)
    parameters = re.sub(r'^business: str = "[^"]*" *', f'business: str = "{trade}"{padding}', PARAMETERS, flags=re.M)
    tags = ["parameters", "hide-input"]
    return code(f"{slug}-01", parameters, tags=tags), code(f"{slug}-02", _OPENING.format(slug=slug))


def sources_of(cells: list[Cell]) -> list[str]:
    """Return what is written in each cell."""
    return ["".join(cell["source"]) for cell in cells]


def before_the_first(cells: list[Cell], beginnings: tuple[str, ...]) -> int:
    """Return where the first cell that begins so is, or rather the text that leads up to it; the end if none does."""
    place = next((n for n, source in enumerate(sources_of(cells)) if source.startswith(beginnings)), len(cells))
    while 0 < place < len(cells) and cells[place - 1]["cell_type"] == "markdown":
        place -= 1
    return place


def notebook_with(cells: list[Cell]) -> str:
    """Return the text of a notebook with these cells, run in a process of its own, which has what was saved last.

    Raises NotebookError if a cell fails.
    """
    return written(normalise(run({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})))
