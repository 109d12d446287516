"""Questions of an author's own in a notebook: a lesson with them in it, and the notebook as it is handed out.

There they are named by their ids, and sealed in a cell apart. The notebook stays whole: it runs alone, in any folder,
without a file beside it.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterable, Iterator
from copy import deepcopy
from itertools import accumulate
from typing import Any, NamedTuple

from outsourcing_lessons.blocks.block import MIME
from outsourcing_lessons.errors import ContentError, NotebookError
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.lessons.lesson import ItemTemplate, Lesson
from outsourcing_lessons.lessons.own_notebooks import own_folder
from outsourcing_lessons.lessons.own_questions import PREFIX, is_name, question_in, seal, template_of, unseal, with_own

OPENERS = ("open_lesson", "OpenLesson")
CELL_ID = "own-questions"


class Own(NamedTuple):
    """A question in a cell: which cell, where in its source, and under which id."""

    number: int
    node: ast.expr
    template: ItemTemplate
    question: Any


def handed_out(notebook: dict[str, Any], lesson: Lesson, name: str) -> dict[str, Any]:
    """Return a notebook without a readable key of any question that stands in it; ``name`` is for errors.

    Raises ContentError if a question cannot be read, or two have one id; names the cell.
    """
    found = own_in(notebook, lesson, name)
    if not found:
        return notebook
    notebook = deepcopy(notebook)
    cells = notebook["cells"]
    for own in reversed(found):  # from the end, so that places before it stay what they are
        cell, short = cells[own.number], own.template.id.partition(".")[2]
        cell["source"] = _replaced(_source(cell), own.node, f'"{short}"')
        without_keys(cell.get("outputs", []), lesson.slug)
    at, variable = _opening(cells, name)
    cells.insert(at + 1, _sealed(f'{variable}.own_questions("{seal([own.question for own in found])}")', cells))
    return notebook


def with_own_questions(lesson: Lesson) -> Lesson:
    """Return a lesson as whoever reads its notebook has it; the course's own notebooks have no questions themselves.

    Raises NotebookError if the notebook is missing or damaged; ContentError if a question in it cannot be read, and
    names the cell.
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


def own_templates(notebook: dict[str, Any], lesson: Lesson, name: str) -> tuple[ItemTemplate, ...]:
    """Return the questions that stand in a notebook, in order, sealed ones included."""
    sealed = tuple(template for cell in notebook["cells"] for template in _unsealed(cell, lesson.slug, name))
    return (*sealed, *(own.template for own in own_in(notebook, lesson, name)))


def own_in(notebook: dict[str, Any], lesson: Lesson, name: str) -> list[Own]:
    """Return the questions that are written out in a notebook, in order."""
    found: list[Own] = []
    for index, cell in enumerate(notebook["cells"]):
        place = f"{name}, cell {index + 1}"
        for node in _arguments_of(cell, "ask"):
            if isinstance(node, ast.Constant) and is_name(node.value):
                continue
            question = question_in(node, place)
            template = template_of(lesson.slug, question, place)
            twice = next((own for own in found if own.template.id == template.id), None)
            if twice:
                raise ContentError(
                    f"{place}: a question with the id “{template.id}” is already in cell {twice.number + 1}; give one "
                    "of them another id, or ask for it there by name"
                )
            found.append(Own(index, node, template, question))
    return found


def numbers_of(cells: Iterable[dict[str, Any]]) -> list[int]:
    """Return for each cell its number in the notebook as its author has it, from 1.

    A cell that was put in since, with a learner's parameters or sealed questions, has that of the cell before it.
    """
    added = (
        "injected-parameters" in cell["metadata"].get("tags", []) or any(_arguments_of(cell, "own_questions"))
        for cell in cells
    )
    return list(accumulate(int(not one) for one in added))


def without_keys(outputs: list[dict[str, Any]], slug: str) -> None:
    """Take the data of a notebook's own questions, which has their keys in it, out of what is stored of them."""
    for output in outputs:
        block = output.get("data", {}).get(MIME)
        if isinstance(block, dict) and str(block.get("id", "")).startswith(f"{slug}.{PREFIX}"):
            del output["data"][MIME]


def _unsealed(cell: dict[str, Any], slug: str, name: str) -> Iterator[ItemTemplate]:
    for node in _arguments_of(cell, "own_questions"):
        if isinstance(node, ast.Constant):
            yield from (template_of(slug, one, name) for one in unseal(str(node.value), name))


def _arguments_of(cell: dict[str, Any], verb: str) -> Iterator[ast.expr]:
    """Yield what the calls of a method in a cell are given first, in the order of the source."""
    if cell["cell_type"] != "code" or f".{verb}" not in _source(cell):
        return
    try:
        tree = ast.parse(_source(cell))
    except SyntaxError:
        return
    found = []
    for node in ast.walk(tree):
        match node:
            case ast.Call(ast.Attribute(attr=called), [first, *_]) if called == verb:
                found.append(first)
            case ast.Call(ast.Attribute(attr=called), [], [ast.keyword(value=first), *_]) if called == verb:
                found.append(first)
    yield from sorted(found, key=lambda one: (one.lineno, one.col_offset))


def _replaced(source: str, node: ast.expr, text: str) -> str:
    lines = source.encode().splitlines(keepends=True)  # places are counted in bytes
    before = b"".join(lines[: node.lineno - 1]) + lines[node.lineno - 1][: node.col_offset]
    after = lines[(node.end_lineno or node.lineno) - 1][node.end_col_offset :] + b"".join(lines[node.end_lineno :])
    return (before + text.encode() + after).decode()


def _opening(cells: list[dict[str, Any]], name: str) -> tuple[int, str]:
    """Return which cell opens the lesson, and under which name."""
    for index, cell in enumerate(cells):
        if cell["cell_type"] != "code" or not any(opener in _source(cell) for opener in OPENERS):
            continue
        for statement in ast.parse(_source(cell)).body:
            match statement:
                case ast.Assign([ast.Name(variable)], ast.Call(ast.Name(opener))) if opener in OPENERS:
                    return index, variable
    raise ContentError(f"{name}: no cell opens the lesson by a line such as lesson = open_lesson(…)")


def _sealed(source: str, cells: list[dict[str, Any]]) -> dict[str, Any]:
    hidden = {"tags": ["hide-input"], "jupyter": {"source_hidden": True}, "editable": False, "deletable": False}
    cell: dict[str, Any] = {
        "cell_type": "code",
        "metadata": hidden,
        "execution_count": None,
        "outputs": [],
        "source": source,
    }
    return cell | ({"id": CELL_ID} if "id" in cells[0] else {})


def _source(cell: dict[str, Any]) -> str:
    return "".join(cell["source"])
