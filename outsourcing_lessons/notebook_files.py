"""The notebooks as files: run again, written in one way only, and checked.

``python -m outsourcing_lessons.notebook_files FOLDER`` runs every notebook of a folder (or a single one, named in its
place) with Jupyter's own kernel and writes it back; doing so twice changes nothing. With ``--check`` nothing is run or
written. Either way faults are printed, and end it with 1. A notebook is a plain dictionary here, as in its file.
"""

from __future__ import annotations

import ast
import json
import os
import re
import statistics
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from outsourcing_lessons.blocks.block import MIME
from outsourcing_lessons.errors import NotebookError
from outsourcing_lessons.without_grammars import without_grammars

WIDGET_VIEW = "application/vnd.jupyter.widget-view+json"
TAGS = {"parameters", "hide-input", "lab-only", "instructor"}
KEPT = ("tags", "jupyter", "instructor", "labels")  # what a cell's metadata may hold
KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
PARAMETERS = """\
learner_id: str = "guest"          # stable id; decides nothing but where progress is kept
learner: str = "Guest"             # name printed on the workbook
business: str = "a trade"          # one of the trades of the course
country: str = ""                  # ISO 3166 two letters; "" says nothing about law, tax or formats
currency: str = "EUR"              # ISO 4217
hour_value: float = 60.0           # what a sold hour of the learner's own brings, currency per hour
unsold_hour_value: float = 0.0     # what an hour is worth that is not sold; 0: worked out from the first and the paid share
weekly_hours: float = 50.0         # hours the learner works in a week
seed: int = 1                      # chooses the variant of every item
edition: str = "study"             # study | print | key"""  # noqa: E501
# Those of the notebook about a workshop, which is for the instructor and about a room.
PARAMETERS_OF_DEBRIEF = """\
results: str = ""          # the workshop's file; "" shows a workshop that is made up
names: bool = False        # show names beside numbers; think about who will read this"""
FORMAT = 4  # the only one that JupyterLab writes; it opens no newer one
MOST_CELLS, MOST_LINES, MEDIAN_LINES, MOST_WORDS, MOST_CODE_IN_A_ROW = 120, 15, 3, 250, 3


def read(path: Path) -> dict:
    """Read a notebook; NotebookError if it is missing or damaged."""
    try:
        notebook = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise NotebookError(f"{path.name} cannot be read as a notebook: {error}") from error
    if not _is_notebook(notebook):
        raise NotebookError(f"{path.name} cannot be read as a notebook: it lacks parts that every notebook has")
    return notebook


def _is_notebook(found: object) -> bool:
    """Whether this has what all of ours rely on, and Jupyter too."""
    if not isinstance(found, dict) or found.get("nbformat") != FORMAT:
        return False
    cells = found.get("cells")
    return isinstance(found.get("metadata"), dict) and isinstance(cells, list) and all(map(_is_cell, cells))


def _is_cell(found: object) -> bool:
    if not isinstance(found, dict) or not isinstance(found.get("cell_type"), str):
        return False
    lines = found.get("source")
    whole = isinstance(lines, str) or isinstance(lines, list) and all(isinstance(line, str) for line in lines)
    metadata, outputs = found.get("metadata", {}), found.get("outputs", [])
    shown = isinstance(outputs, list) and all(isinstance(output, dict) for output in outputs)
    return whole and isinstance(metadata, dict) and shown


def written(notebook: dict) -> str:
    """Return the text of a notebook's file: the same notebook always gives the same text."""
    return json.dumps(notebook, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def write(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def drop_live_views(notebook: dict) -> bool:
    """Leave the static forms of our displays only; say whether anything was dropped.

    A live view needs the kernel that made it. Stored, it would hide the static form behind "model not found".
    """
    bundles = [output["data"] for output in outputs_of(notebook) if MIME in output.get("data", {})]
    dropped = [data.pop(WIDGET_VIEW) for data in bundles if WIDGET_VIEW in data]
    if dropped and not any(WIDGET_VIEW in output.get("data", {}) for output in outputs_of(notebook)):
        notebook["metadata"].pop("widgets", None)
    return bool(dropped)


def normalise(notebook: dict) -> dict:
    """Return a notebook without what differs from run to run or machine to machine."""
    drop_live_views(notebook)
    notebook["metadata"] = {"kernelspec": KERNEL, "language_info": {"name": "python"}}
    notebook["nbformat"], notebook["nbformat_minor"] = 4, 5
    for cell in notebook["cells"]:
        kept = {name: cell["metadata"][name] for name in KEPT if cell["metadata"].get(name)}
        cell["metadata"] = kept | _protection(cell, notebook)
    return notebook


def _protection(cell: dict, notebook: dict) -> dict[str, bool]:
    """Return what keeps a stray key from changing or deleting a cell that a learner has no reason to change.

    A click on what a cell shows selects the cell, and Enter or a letter then goes to JupyterLab. Open are the cells of
    code that are shown, which are there to be changed, and the notebook about a workshop, which is the instructor's;
    the parameters can be changed but not deleted.
    """
    tags = cell["metadata"].get("tags", [])
    shown = cell["cell_type"] == "code" and "hide-input" not in tags
    if shown or any(_source(one) == PARAMETERS_OF_DEBRIEF for _, one in _code(notebook)):
        return {}
    return {"deletable": False} | ({} if "parameters" in tags else {"editable": False})


def run(notebook: dict) -> dict:
    """Run a notebook in Jupyter's own kernel, in an empty folder."""
    with without_grammars():
        import nbformat
        from nbclient import NotebookClient
        from nbclient.exceptions import CellExecutionError

    from outsourcing_lessons.own_kernel import OwnKernel

    node = nbformat.reads(json.dumps(notebook), as_version=4)
    with tempfile.TemporaryDirectory() as folder:
        client = NotebookClient(
            node, kernel_name="python3", kernel_manager_class=OwnKernel, timeout=120, record_timing=False,
            resources={"metadata": {"path": folder}},
        )  # fmt: skip
        try:
            client.execute()
        except CellExecutionError as error:
            failed = (
                n for n, cell in enumerate(node.cells, 1) if "error" in [o.output_type for o in cell.get("outputs", [])]
            )
            raise NotebookError(f"cell {next(failed, '')} failed: {error}") from error
    return json.loads(nbformat.writes(node))


def outputs_of(notebook: dict) -> list[dict]:
    """Return all outputs, in order."""
    return [output for cell in notebook["cells"] for output in cell.get("outputs", [])]


class NotebookFault(NamedTuple):
    """What is wrong with a notebook, in a sentence, and the cell it is wrong in: from 1; 0 for the whole notebook."""

    found: str
    cell: int = 0


def faults_of(notebook: dict, shipped: bool = True) -> list[NotebookFault]:
    """Return everything that is wrong with a notebook of the course.

    ``shipped``: whether it is one that learners get, and not an author's copy, which is neither locked nor run through.
    """
    return [fault for check in CHECKS + OF_SHIPPED * shipped for fault in check(notebook)]


def _source(cell: dict) -> str:
    return "".join(cell["source"])


def _code(notebook: dict) -> list[tuple[int, dict]]:
    return [(number, cell) for number, cell in enumerate(notebook["cells"], 1) if cell["cell_type"] == "code"]


def _lines(cell: dict) -> int:
    """Return how many lines of code a cell has; a text in it counts as one line, however long."""
    source = _source(cell)
    texts = (n for n in ast.walk(ast.parse(source)) if isinstance(n, ast.Constant) and isinstance(n.value, str))
    inside = {line for text in texts for line in range(text.lineno + 1, (text.end_lineno or text.lineno) + 1)}
    return sum(bool(line.strip()) for number, line in enumerate(source.splitlines(), 1) if number not in inside)


def _unrun(notebook: dict) -> Iterator[NotebookFault]:
    for expected, (number, cell) in enumerate(_code(notebook), 1):
        count = cell.get("execution_count")
        if count is None:
            yield NotebookFault("it was never run", number)
        elif count != expected:
            yield NotebookFault(f"it was run out of order: {count} where {expected} belongs", number)


def _failed(notebook: dict) -> Iterator[NotebookFault]:
    for number, cell in enumerate(notebook["cells"], 1):
        for output in cell.get("outputs", []):
            if output["output_type"] == "error":
                yield NotebookFault(f"a cell failed: {output['ename']}: {output['evalue']}", number)
            if output["output_type"] == "stream":
                yield NotebookFault(f"a cell printed to {output['name']}: {''.join(output['text'])[:60]!r}", number)


def _live(notebook: dict) -> Iterator[NotebookFault]:
    if any(WIDGET_VIEW in output.get("data", {}) for output in outputs_of(notebook)):
        yield NotebookFault("a live view is stored")
    for name in notebook["metadata"].keys() - {"kernelspec", "language_info"}:
        yield NotebookFault(f"metadata holds {name!r}")


def _locks(notebook: dict) -> Iterator[NotebookFault]:
    for number, cell in enumerate(notebook["cells"], 1):
        found = {name: cell["metadata"][name] for name in ("deletable", "editable") if name in cell["metadata"]}
        if found != (due := _protection(cell, notebook)):
            yield NotebookFault(f"it is protected by {found} where {due} belongs", number)


def _ids(notebook: dict) -> Iterator[NotebookFault]:
    ids = [cell.get("id") for cell in notebook["cells"]]
    for number, one in enumerate(ids, 1):
        if one is None or one in ids[: number - 1]:
            yield NotebookFault(f"cell id {one} is missing or used twice", number)


def _tags(notebook: dict) -> Iterator[NotebookFault]:
    for number, cell in enumerate(notebook["cells"], 1):
        tags = set(cell["metadata"].get("tags", []))
        for tag in sorted(tags - TAGS):
            yield NotebookFault(f"it has the unknown tag {tag!r}", number)
        if ("hide-input" in tags) != bool(cell["metadata"].get("jupyter", {}).get("source_hidden")):
            yield NotebookFault("its tag hide-input and jupyter.source_hidden differ", number)


def _parameters(notebook: dict) -> Iterator[NotebookFault]:
    tagged = [i for i, cell in enumerate(notebook["cells"]) if "parameters" in cell["metadata"].get("tags", [])]
    if tagged != [1]:
        yield NotebookFault(f"the second cell, and no other, is tagged parameters; found {tagged}")
    elif _no_trade(_source(notebook["cells"][1])) not in (_no_trade(PARAMETERS), PARAMETERS_OF_DEBRIEF):
        yield NotebookFault("the parameters are not the ten of every lesson, comments included", 2)


def _no_trade(source: str) -> str:
    """Return the parameters without the trade, which each course has of its own."""
    return re.sub(r'^business: str = "[^"\n]*" *', "business ", source, flags=re.MULTILINE)


def _style(notebook: dict) -> Iterator[NotebookFault]:
    if len(notebook["cells"]) > MOST_CELLS:
        yield NotebookFault(f"{len(notebook['cells'])} cells are more than {MOST_CELLS}")
    if statistics.median(_lines(cell) for _, cell in _code(notebook)) > MEDIAN_LINES:
        yield NotebookFault(f"the median code cell has more than {MEDIAN_LINES} lines")
    importing = 0
    for number, cell in _code(notebook):
        kinds = {type(node) for node in ast.walk(ast.parse(_source(cell)))}
        importing += bool(kinds & {ast.Import, ast.ImportFrom})
        if _lines(cell) > MOST_LINES:
            yield NotebookFault(f"it has more than {MOST_LINES} lines", number)
        if kinds & {ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef}:
            yield NotebookFault("it defines a class or a function", number)
    if importing != 1:
        yield NotebookFault("there is not exactly one cell with imports")


def _rhythm(notebook: dict) -> Iterator[NotebookFault]:
    in_a_row = 0
    for number, cell in enumerate(notebook["cells"], 1):
        in_a_row = in_a_row + 1 if cell["cell_type"] == "code" else 0
        if in_a_row > MOST_CODE_IN_A_ROW:
            yield NotebookFault(f"it is the {in_a_row}th code cell in a row", number)
        if cell["cell_type"] == "markdown" and len(_source(cell).split()) > MOST_WORDS:
            yield NotebookFault(f"it has more than {MOST_WORDS} words", number)


CHECKS = (_ids, _tags, _parameters, _style, _rhythm)
OF_SHIPPED = (_unrun, _failed, _live, _locks)  # what `make notebooks` sees to


def main(arguments: list[str]) -> int:
    """Run, write and check a notebook, or all of a folder; return 1 if anything is wrong."""
    place = Path(next((name for name in arguments if not name.startswith("-")), "notebooks"))
    faults = []
    for path in [place] if place.suffix == ".ipynb" else sorted(place.glob("*.ipynb")):
        try:
            notebook = read(path)
            if "--check" not in arguments:
                notebook = normalise(run(notebook))
                write(path, written(notebook))
            faults += [f"{path.name}{f', cell {n}' * bool(n)}: {found}" for found, n in faults_of(notebook)]
        except NotebookError as error:
            faults.append(str(error) if str(error).startswith(path.name) else f"{path.name}, {error}")
    print("\n".join(faults) or f"{place}: all is well")
    return bool(faults)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
