"""The instructor's notes on a lesson: Markdown cells of its notebook with the tag ``instructor``.

What to do is the text of the cell; what to do when late is a quotation at its end (lines that begin with ``>``). What
programs need to know is in the cell's metadata, and never read from a sentence::

    "instructor": {"section": "practice", "talk": 3, "leave_out": ["begin.promise"], "keep": []}
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from outsourcing_lessons.blocks.block import Guide
from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.lessons.ids import note_id

TAG = "instructor"
SHAPE = (
    '{"section": "practice", "talk": 3}, the minutes of talk, and, where wanted, "leave_out" and "keep" with ids of '
    "blocks"
)
Cell = Mapping[str, Any]


def is_note(cell: Cell) -> bool:
    """Whether a cell of a notebook is for the instructor alone."""
    return TAG in cell.get("metadata", {}).get("tags", [])


def notes_of(cells: Iterable[Cell], slug: str, notebook: str = "") -> dict[int, Guide]:
    """Return the notes among the cells of a notebook, by the number of their cell, from 1.

    The cells are as in the notebook's file; ``notebook`` is what it is called, for errors.

    Raises ContentError if a note is no Markdown cell, its metadata do not say what they must, or its section has a note
    already.
    """
    found: dict[int, Guide] = {}
    at: dict[str, int] = {}
    for number, cell in enumerate(cells, 1):
        if not is_note(cell):
            continue
        place = f"{notebook}, cell {number}" if notebook else f"cell {number}"
        note = _note_of(cell, slug, place)
        if note.section in at:
            raise ContentError(
                f"{place}: the section {note.section!r} has a note in cell {at[note.section]} already; write both into "
                "one cell, or give this one a section of its own"
            )
        found[number], at[note.section] = note, number
    return found


def _note_of(cell: Cell, slug: str, place: str) -> Guide:
    if cell["cell_type"] != "markdown":
        raise ContentError(f"{place}: a note for the instructor is a Markdown cell; this one is {cell['cell_type']}")
    discussion, skip = _parted("".join(cell["source"]))
    given = cell["metadata"].get(TAG)
    section = given.get("section") if isinstance(given, dict) else None
    try:
        if not isinstance(section, str) or not section:
            raise ContentError(f"{place}: its metadata “{TAG}” name no section; they look like {SHAPE}")
        return Guide(id=note_id(slug, section), discussion=discussion, skip=skip, **given)
    except (ValidationError, TypeError) as error:
        fault = error.errors()[0] if isinstance(error, ValidationError) else {"loc": (), "msg": str(error)}
        where = ".".join(map(str, fault["loc"])) or "text"
        raise ContentError(f"{place}: {where} of the note: {fault['msg']}; its metadata look like {SHAPE}") from None


def without_notes(notebook: dict[str, Any]) -> dict[str, Any]:
    """Return a notebook as a learner gets it."""
    return notebook | {"cells": [cell for cell in notebook["cells"] if not is_note(cell)]}


def _parted(source: str) -> tuple[str, str]:
    """Return what to do and what to do when late, each as one text.

    Examples
    --------
    >>> _parted("Ask for hands.\\n\\n> Leave out\\n> the vote.\\n")
    ('Ask for hands.', 'Leave out\\nthe vote.')
    >>> _parted("Ask for hands.")
    ('Ask for hands.', '')
    """
    lines = source.strip().splitlines()
    first = len(lines)
    while first and lines[first - 1].startswith(">"):
        first -= 1
    quoted = (line[1:].removeprefix(" ") for line in lines[first:])
    return "\n".join(lines[:first]).strip(), "\n".join(quoted).strip()
