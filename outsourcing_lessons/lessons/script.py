"""What a lesson shows, in order: read from its notebook, never run.

A room sees what a workbook shows: every call of a method of the opened lesson, Markdown cells, and visible lines that
ask a model with the answers that are stored beside them; numbers are in the format in force. Cells tagged ``lab-only``
are for JupyterLab. A cell that shows something this module cannot read is refused by its name, so that no edit takes a
question out of a class unseen.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from outsourcing_lessons.blocks.block import MIME, Guide
from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.lessons.lesson import Lesson, is_former_name
from outsourcing_lessons.lessons.model_line import as_table
from outsourcing_lessons.lessons.notes import notes_of
from outsourcing_lessons.lessons.own_questions import is_name, question_in, template_of
from outsourcing_lessons.lessons.stored_outputs import lost_in, text_of
from outsourcing_lessons.number_format import localised

NAMED = ("tell", "ask", "section", "explore", "reveal", "closing")
NAMELESS = ("about_you", "research", "sources", "worksheet", "playbook")
ALONE = ("home", "review")  # where one learner stands, which a room has no part in
OPENERS = {"open_lesson", "OpenLesson"}
LAB_ONLY = "lab-only"
MACHINERY = {"hide-input", "parameters", "injected-parameters"}
UNREADABLE = 'what this shows cannot be known without running it: write, for example, lesson.ask("split")'
UNNAMED = "the opened lesson has no name: write lesson = open_lesson(…), and what it shows on a line of its own"
RAW = "a raw cell is shown only in JupyterLab: make it a Markdown cell, or tag it lab-only"
OTHERS_ANSWER = "*The answer depends on whose notebook this is; look at your own.*"
_HEADING = re.compile(r"^## +(.+?) *$", re.MULTILINE)
_OWN_LINK = re.compile(r"(?<!!)\[([^\]]*)\]\((?!https?:|mailto:)[^)]*\)")  # to a file that a phone does not have


class Heading(NamedTuple):
    """Where a part of the lesson begins."""

    title: str


class Words(NamedTuple):
    """Markdown that stands between displays; ``asks`` if it holds a line that asks a model."""

    markdown: str
    cell: str = ""
    asks: bool = False


class Call(NamedTuple):
    """Something the lesson shows: which, of what name, where that stands, and which prediction it answers."""

    verb: str
    name: str = ""
    cell: str = ""
    after: str = ""


class Note(NamedTuple):
    """What the instructor is told about what comes next."""

    guide: Guide
    cell: str = ""


Entry = Heading | Words | Call | Note


def script_of(lesson: Lesson) -> list[Entry]:
    """Return all that a lesson's notebook shows.

    Raises ContentError if the notebook cannot be read, or one of its cells cannot; the message names the cell.
    """
    return script_in(chosen().notebook_of(lesson), lesson.slug)


def script_in(path: Path, slug: str, runs: bool = False) -> list[Entry]:
    """Return all that a notebook shows, refused as by `script_of`; answers need not be stored if it still ``runs``."""
    try:
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    except (OSError, ValueError, KeyError) as error:
        raise ContentError(f"{path.name} cannot be read ({error}); reinstall the course") from error
    return list(read_cells(cells, path.name, slug, runs))


def read_cells(cells: list[dict[str, Any]], name: str, slug: str, runs: bool = False) -> Iterator[Entry]:
    """Yield what the cells of a lesson's notebook show; ``name`` is the notebook's, for messages."""
    reader, notes = _Reader(name, runs), notes_of(cells, slug, name)
    for number, cell in enumerate(cells, 1):
        source = "".join(cell["source"])
        if not source.strip() or LAB_ONLY in _tags(cell):
            continue
        if number in notes:
            yield Note(notes[number], f"{number}")
        elif cell["cell_type"] == "markdown":
            yield from _written(localised(source), f"{number}")
        elif cell["cell_type"] == "code":
            yield from reader.code(cell, source, number)
        else:
            raise ContentError(f"{place_of(name, number, source)}: {RAW}")


def _tags(cell: dict[str, Any]) -> list[str]:
    tags: list[str] = cell.get("metadata", {}).get("tags", [])
    return tags


def _written(source: str, cell: str) -> Iterator[Heading | Words]:
    """Cut a Markdown cell at its headings, which begin parts; a heading stays with the words below it."""
    headings = list(_HEADING.finditer(source))
    places = [heading.start() for heading in headings]
    for n, (start, end) in enumerate(zip([0, *places], [*places, len(source)], strict=True)):
        text = _OWN_LINK.sub(r"\1", source[start:end]).strip()
        if n:
            yield Heading(headings[n - 1].group(1))
        if text:
            yield Words(text, cell)


class _Reader:
    """Reads the code cells of one notebook: which names are opened lessons, and which depend on the learner."""

    def __init__(self, notebook: str, runs: bool = False):
        self.notebook, self.where, self.runs = notebook, "", runs
        self.openers = set(OPENERS)
        self.lessons: set[str] = set()
        self.personal: set[str] = set()

    def code(self, cell: dict[str, Any], source: str, number: int) -> Iterator[Words | Call]:
        self.where = place_of(self.notebook, number, source)
        try:
            body = ast.parse(source).body
        except SyntaxError:
            raise self._refused("this is not plain Python: rewrite it, or tag the cell lab-only") from None
        if "parameters" in _tags(cell):
            self.personal |= set(_assigned(body))
        calls = [call for statement in body for call in self._statement(statement, f"{number}")]
        if calls and _muted(source, body[-1]):
            raise self._refused("a semicolon at the end hides the cell's output: remove it")
        if not calls and any(MIME in output.get("data", {}) for output in cell.get("outputs", [])):
            raise self._refused(UNREADABLE)
        if lost := lost_in(cell.get("outputs", [])):
            raise self._refused(lost)
        if calls or not any(map(self._opens, body)):
            yield from self._line(cell, source, body, calls, f"{number}")
        yield from calls

    # ---- Calls of the lesson ----

    def _statement(self, statement: ast.stmt, cell: str) -> list[Call]:
        if isinstance(statement, ast.ImportFrom):
            self.openers |= {one.asname or one.name for one in statement.names if one.name in OPENERS}
        if self._opens(statement):
            self.lessons |= set(_assigned([statement]))
            return []
        if any(isinstance(one, ast.Attribute) and self._is_opener(one.value) for one in ast.walk(statement)):
            raise self._refused(UNNAMED)
        if not self._mentions(statement, self.lessons):
            if self._mentions(statement, self.personal):
                self.personal |= set(_assigned([statement]))
            return []
        match statement:
            case ast.Expr(ast.Call(ast.Attribute(ast.Name(), "own_questions"))):
                return []
            case ast.Expr(ast.Call(ast.Name("display"), given, [])):
                return [self._call(one, cell) for one in given]
            case ast.Expr(value):
                return [self._call(value, cell)]
        raise self._refused(
            "only a line of its own, such as lesson.ask(\"split\"), is sure to be shown: take the call out of the "
            f"{_KINDS.get(type(statement), 'statement')}"
        )  # fmt: skip

    def _call(self, value: ast.expr, cell: str) -> Call:
        match value:
            case ast.Call(ast.Attribute(ast.Name(of), verb), given, keywords) if of in self.lessons:
                return self._named(verb, given, keywords, cell)
        raise self._refused(UNREADABLE)

    def _named(self, verb: str, given: list[ast.expr], keywords: list[ast.keyword], cell: str) -> Call:
        if verb in ALONE:
            raise self._refused(f"lesson.{verb}() is about one learner, not a room: tag the cell lab-only")
        if verb not in (*NAMED, *NAMELESS):
            raise self._refused(f"lesson.{verb} shows nothing; what does: {', '.join((*NAMED, *NAMELESS))}")
        if verb == "ask":
            given, keywords = self._by_name([*given, *(one.value for one in keywords)]), []
        options = {"explore": ("name", "after"), "tell": ("text",)}.get(verb, ("name",))
        named = {keyword.arg: _text_of(keyword.value) for keyword in keywords if keyword.arg in options}
        after = named.pop("after", "")
        names = [name for name in [*map(_text_of, given), *named.values()] if name is not None]
        told = len(names) + ("after" in {keyword.arg for keyword in keywords})
        if after is None or told != len(given) + len(keywords) or len(names) != (verb in NAMED):
            wanted = f"one {'text' if verb == 'tell' else 'name'}, written out" if verb in NAMED else "nothing"
            raise self._refused(f"lesson.{verb} takes {wanted}, such as lesson.{verb}({_EXAMPLE.get(verb, '')})")
        if verb == "tell" and is_former_name(names[0]):
            raise self._refused("“" + names[0] + "” is a passage name from version 0.1; write the text itself")
        return Call(verb, names[0] if names else "", cell, after)

    def _by_name(self, given: list[ast.expr]) -> list[ast.expr]:
        """Put its name in place of a question that is written out."""
        if len(given) != 1 or not isinstance(given[0], ast.Call) and is_name(_text_of(given[0]) or ""):
            return given
        template = template_of("own", question_in(given[0], self.where), self.where)
        return [ast.Constant(template.id.partition(".")[2])]

    # ---- Lines that ask a model ----

    def _line(
        self, cell: dict[str, Any], source: str, body: list[ast.stmt], calls: list[Call], number: str
    ) -> Iterator[Words]:
        """Yield what a workbook shows of a cell beside the blocks: a visible source, and answers that are text."""
        stored = answer = "\n".join(filter(None, map(text_of, cell.get("outputs", []))))
        hidden = bool(MACHINERY & set(_tags(cell))) or cell.get("metadata", {}).get("jupyter", {}).get("source_hidden")
        shown = "" if hidden or calls else source.strip()
        if not shown and not answer:
            return
        told = answer or self.runs or cell.get("execution_count") is not None
        if not told and body and isinstance(body[-1], ast.Expr):
            raise self._refused("its answer is not stored: run the notebook and save it")
        personal = any(self._mentions(statement, self.personal) for statement in body)
        if answer:
            answer = OTHERS_ANSWER if personal else f"```\n{answer}\n```"
        asked = as_table(shown, stored, cell.get("metadata", {}).get("labels", {})) if not personal else ""
        parts = [asked] if asked else [f"```python\n{shown}\n```" if shown else "", answer]
        yield Words("\n\n".join(filter(None, parts)), number, True)

    def _opens(self, statement: ast.stmt) -> bool:
        """Whether a statement keeps an opened lesson under a name."""
        match statement:
            case ast.Assign(value=value) | ast.AnnAssign(value=ast.Call() as value):
                return self._is_opener(value)
        return False

    def _is_opener(self, value: ast.expr) -> bool:
        match value:
            case ast.Call(opener):
                return getattr(opener, "id", getattr(opener, "attr", "")) in self.openers
        return False

    @staticmethod
    def _mentions(node: ast.AST, names: set[str]) -> bool:
        return any(isinstance(one, ast.Name) and one.id in names for one in ast.walk(node))

    def _refused(self, why: str) -> ContentError:
        return ContentError(f"{self.where}: {why}")


_KINDS = {
    ast.Assign: "assignment", ast.AnnAssign: "assignment", ast.AugAssign: "assignment", ast.For: "loop",
    ast.While: "loop", ast.If: "condition", ast.With: "block", ast.Try: "block", ast.FunctionDef: "function",
}  # fmt: skip
_EXAMPLE = {
    "tell": '"{owner} waits."', "ask": '"split"', "section": '"recall"', "explore": '"stream"',
    "reveal": '"break-even"', "closing": '"tally"',
}  # fmt: skip


def _text_of(value: ast.expr) -> str | None:
    return value.value if isinstance(value, ast.Constant) and isinstance(value.value, str) else None


def place_of(notebook: str, number: int, source: str) -> str:
    """Return how a cell is called wherever something is wrong with it: by notebook, number from 1, and first line."""
    first = next((line.strip() for line in source.splitlines() if line.strip()), "")
    return f"{notebook}, cell {number}, “{first[:70]}”"


def _muted(source: str, last: ast.stmt) -> bool:
    """Whether a semicolon ends a cell, at which a notebook shows nothing."""
    line = source.encode().splitlines()[(last.end_lineno or last.lineno) - 1]
    return line[last.end_col_offset :].strip().startswith(b";")


def _assigned(body: list[ast.stmt]) -> Iterator[str]:
    for statement in body:
        for node in ast.walk(statement):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                yield node.id
