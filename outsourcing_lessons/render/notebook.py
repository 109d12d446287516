"""A lesson's notebook: reading it, cleaning it after its run, and what is in it for a workbook."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from pydantic import ValidationError

from outsourcing_lessons.blocks.block import MIME, Block, parse_block
from outsourcing_lessons.errors import ContentError, NotebookError
from outsourcing_lessons.lessons.model_line import COVERED, as_table
from outsourcing_lessons.lessons.notes import notes_of, without_notes
from outsourcing_lessons.number_format import localised

WIDGET = "application/vnd.jupyter.widget-view+json"
PARAMETERS, INJECTED = "parameters", "injected-parameters"
# A cell with this tag speaks of keys and menus of JupyterLab, which a workbook does not have.
LAB_ONLY = "lab-only"


@dataclass(frozen=True)
class Passage:
    """A Markdown cell, or a table made of a line that asks a model.

    ``covered`` heads the column of a table whose last figure is guessed before it is seen; "" where nothing is.
    """

    markdown: str
    covered: str = ""


@dataclass(frozen=True)
class Code:
    """A code cell whose source the learner is meant to see, and what it answered as text."""

    source: str
    result: str


@dataclass(frozen=True)
class Shown:
    """A block that a cell displayed."""

    block: Block


Part = Passage | Code | Shown


def read(path: Path) -> str:
    """Return the text of a notebook after seeing that it is whole.

    Raises NotebookError when it is missing, no notebook, or has no parameters to set.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise NotebookError(f"the notebook {path} is missing; reinstall the course") from None
    except (OSError, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or error
        raise NotebookError(f"the notebook {path} cannot be read: {why}") from None
    nb = parse(text, path.name)
    if not any(PARAMETERS in _tags(cell) for cell in nb.cells):
        raise NotebookError(f"the notebook {path.name} has no cell tagged 'parameters', so it cannot be personalised")
    return text


def parse(text: str, name: str) -> NotebookNode:
    """Return a notebook from its text; the name is for the sentence when it is damaged."""
    try:
        nb = nbformat.convert(nbformat.reader.reads(text), 4)  # nbformat.reads would hold it against the schema as well
        nbformat.validate(nb)
        return nb
    except Exception as error:  # nbformat raises whatever its parser, its upgrade or its schema raise
        why = f"{type(error).__name__}: {(str(error).splitlines() or [''])[0][:120]}"
        raise NotebookError(f"the notebook {name} is damaged ({why}); reinstall the course") from None


def clean(nb: NotebookNode) -> NotebookNode:
    """Take away what a run leaves behind and nobody should get: times, paths, random ids, live views, warnings.

    The cell of injected parameters stays, since it makes the notebook the learner's own; papermill gives it a random
    id, so it gets a fixed one. All other cells keep theirs. The notebook is changed in place and returned.
    """
    for name in ("papermill", "widgets"):
        nb.metadata.pop(name, None)
    # The kernel writes its exact version here, which is no business of a workbook's.
    nb.metadata.language_info = {"name": "python"}
    for cell in nb.cells:
        for name in ("papermill", "execution"):
            cell.metadata.pop(name, None)
        if INJECTED in _tags(cell):
            cell.id = INJECTED
        if cell.cell_type == "code":
            for output in cell.outputs:
                output.get("data", {}).pop(WIDGET, None)
            cell.outputs = _joined(output for output in cell.outputs if output.get("name") != "stderr")
    return nb


def _joined(outputs: Iterable[NotebookNode]) -> list[NotebookNode]:
    """Join what was printed in a row: how a kernel cuts it into pieces is a matter of milliseconds."""
    joined: list[NotebookNode] = []
    for output in outputs:
        if joined and "stream" == output.output_type == joined[-1].output_type:
            joined[-1].text += output.text
        else:
            joined.append(output)
    return joined


def written(nb: NotebookNode) -> bytes:
    """Return the bytes of a notebook as its learner gets it; the same notebook gives the same bytes.

    Each cell is one line. Indented as Jupyter saves it, it would be written by Python's own encoder and not by that in
    C, in five times the time; Jupyter indents it when it is first saved.
    """
    given = without_notes(nb)
    cells = ",\n".join(map(_as_json, given["cells"]))
    others = _as_json({name: part for name, part in given.items() if name != "cells"})
    return f'{{"cells": [\n{cells}\n],\n{others[1:]}\n'.encode()


def _as_json(part: dict[str, Any]) -> str:
    return json.dumps(part, ensure_ascii=False, sort_keys=True)


def title_of(nb: NotebookNode) -> str | None:
    """Return the first heading of the highest level, if there is one."""
    lines = (line for cell in nb.cells if cell.cell_type == "markdown" for line in cell.source.splitlines())
    return next((line[2:].strip() for line in lines if line.startswith("# ")), None)


def parts_of(nb: NotebookNode, slug: str = "") -> tuple[Part, ...]:
    """Return what an executed notebook of a lesson shows, in order; a note for the instructor is a `Guide` in it.

    Numbers in Markdown, and in the tables of lines that ask a model, are written in the format in force.

    Raises NotebookError when there is no block in it, or one that cannot be read, or a note that cannot.
    """
    try:
        notes = notes_of(nb.cells, slug)
    except ContentError as error:
        raise NotebookError(str(error)) from None
    each = enumerate(nb.cells, 1)
    parts = tuple(part for n, cell in each for part in ((Shown(notes[n]),) if n in notes else _parts(cell)))
    if not any(isinstance(part, Shown) for part in parts):
        raise NotebookError("the notebook ran but showed nothing from the course: it contains no block")
    return parts


def _parts(cell: NotebookNode) -> Iterator[Part]:
    if LAB_ONLY in _tags(cell):
        return
    if cell.cell_type == "markdown" and cell.source.strip():
        yield Passage(localised(cell.source))
    if cell.cell_type != "code":
        return
    blocks = [_block(output) for output in cell.outputs if MIME in output.get("data", {})]
    result = "\n".join(filter(None, map(_plain, cell.outputs)))
    if result or _is_visible(cell):
        yield _line(cell, result)
    yield from (Shown(block) for block in blocks)


def _line(cell: NotebookNode, result: str) -> Passage | Code:
    """Return a visible line that asks a model as a table of question and answer, and any other as it is."""
    source = cell.source.strip() if _is_visible(cell) else ""
    labels = cell.metadata.get("labels", {})
    asked = as_table(source, result, labels)
    return Passage(asked, localised(labels.get(COVERED, ""))) if asked else Code(source, result)


def passages_of(nb: NotebookNode) -> tuple[Passage, ...]:
    """Return the Markdown cells that a workbook shows, which no run changes."""
    parts = (part for cell in nb.cells if cell.cell_type == "markdown" for part in _parts(cell))
    return tuple(part for part in parts if isinstance(part, Passage))


def _block(output: NotebookNode) -> Block:
    try:
        return parse_block(output["data"][MIME])
    except ValidationError as error:
        count = error.error_count()
        raise NotebookError(f"a display of the notebook is not a block of this version ({count} faults)") from None


def _plain(output: NotebookNode) -> str:
    if MIME in output.get("data", {}):
        return ""
    text = output.get("text") or output.get("data", {}).get("text/plain") or ""
    return text.rstrip("\n")


def _is_visible(cell: NotebookNode) -> bool:
    hidden = {"hide-input", PARAMETERS, INJECTED} & set(_tags(cell))
    return bool(cell.source.strip()) and not hidden and not cell.metadata.get("jupyter", {}).get("source_hidden")


def _tags(cell: NotebookNode) -> list[str]:
    return cell.metadata.get("tags", [])
