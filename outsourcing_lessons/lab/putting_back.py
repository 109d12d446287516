"""Putting back what of a lesson is not the learner's to change, with what is the learner's left in it.

Prose and folded cells of code are the lesson's. Lines of code that are shown are there to be changed, and a cell that a
learner has added stays where it was added.
"""

from __future__ import annotations

import json
from contextlib import suppress

from outsourcing_lessons.lab.marking import Cell, Notebook, is_open


def is_altered(own: Notebook, fresh: Notebook) -> bool:
    """Whether something is missing, changed or out of place that a learner has no reason to touch.

    ``fresh``: the same as it was given.
    """
    if any("id" not in cell for cell in fresh["cells"]):
        return False  # of a format in which a cell cannot be found again
    given = {cell["id"]: cell for cell in fresh["cells"]}
    here = [cell for cell in own["cells"] if cell.get("id") in given]
    return [_content(cell, cell) for cell in fresh["cells"]] != [_content(cell, given[cell["id"]]) for cell in here]


def put_back(own: Notebook, fresh: Notebook) -> Notebook:
    """Return the notebook as it was given, with the learner's lines of code and added cells."""
    mine = {cell.get("id"): cell for cell in own["cells"]}
    added = _added(own, fresh)
    cells = list(added.get(None, ()))
    for cell in fresh["cells"]:
        changed = mine.get(cell["id"])
        keeps = is_open(cell) and changed is not None and changed["cell_type"] == "code"
        cells += [cell | {"source": changed["source"]} if keeps and changed else cell, *added.get(cell["id"], ())]
    return fresh | {"cells": cells}


def keep_trust(before: Notebook, after: Notebook) -> None:
    """Sign what we wrote in place of a notebook, if that was signed; where nothing can be signed, nothing is.

    Only of what it has signed Jupyter shows the displays with their style, and only that starts itself.
    """
    import nbformat
    from nbformat.sign import NotebookNotary

    with suppress(Exception):  # then a click starts the lesson
        notary = NotebookNotary()
        old, new = (nbformat.reads(json.dumps(one), as_version=4) for one in (before, after))
        if notary.check_signature(old):
            notary.sign(new)


def _content(cell: Cell, given: Cell) -> tuple[str, str, str]:
    """Return what of a cell must be as it was given."""
    return cell["id"], cell["cell_type"], "" if is_open(given) else "".join(cell["source"])


def _added(own: Notebook, fresh: Notebook) -> dict[str | None, list[Cell]]:
    """Return the learner's own cells by the cell of the lesson that they stand behind; a copy of one is none."""
    given = {cell["id"] for cell in fresh["cells"]}
    texts = {"".join(cell["source"]) for cell in fresh["cells"]} | {""}
    added: dict[str | None, list[Cell]] = {}
    behind = None
    for cell in own["cells"]:
        if cell.get("id") in given:
            behind = cell["id"]
        elif "".join(cell["source"]) not in texts:
            added.setdefault(behind, []).append(cell)
    return added
