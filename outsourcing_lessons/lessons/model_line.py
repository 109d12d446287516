"""A visible line that asks a model, as a table of question and answer, for readers who have no Python.

``learning.unit_time(n=[1, 2], first=6, rate=0.85).tolist()`` with its stored answer ``[6.0, 5.1]`` gives a column for
each job: arguments that are lists are rows, the answer is the last row, and what is the same for all stands above. Rows
are called as the cell's metadata say, ``"labels": {"n": "Job", "result": "Hours"}``, or else as the arguments.
Where a line has no such argument, ``"rows"`` may name what it answers, one by one. In a live workbook the last figure
below the head that ``"covered"`` names is guessed before it is seen.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from typing import Any

from outsourcing_lessons.blocks import escape
from outsourcing_lessons.money import plain

DECIMALS = 3
RESULT, ROWS, COVERED = "result", "rows", "covered"
Labels = Mapping[str, str | list[str]]


def as_table(source: str, answer: str, labels: Labels) -> str:
    """Return the Markdown of the table, or "" where the line asks no model or its answer is no figure.

    ``answer`` is stored as text: a number or a list of numbers. ``labels`` say what arguments, and the ``result``, are
    called, and may name ``rows``.

    Examples
    --------
    >>> print(as_table("m.wait(at=[1, 2], rate=0.5)", "[1.5, 2000.0]", {"result": "Minutes"}))
    Rate: 0.5
    <BLANKLINE>
    | At | 1 | 2 |
    |---|---:|---:|
    | Minutes | 1.5 | 2,000 |
    >>> as_table("print('hello')", "hello", {})
    ''
    """
    value, asked = _value(answer), _arguments(source)
    found = value if isinstance(value, list) else [value]
    if not _is_asked(found) or not (asked or ROWS in labels):
        return ""
    lists = {name: given for name, given in asked.items() if isinstance(given, list)}
    columns: dict[str, list[Any]]
    above: dict[str, Any] = {}
    if not isinstance(value, list):
        columns = {name: [given] for name, given in asked.items()}
    elif lists:
        columns, above = {**lists}, {name: given for name, given in asked.items() if name not in lists}
    else:
        columns, above = {ROWS: list(labels.get(ROWS, ()))}, asked
    columns = columns | {RESULT: found}
    if len({len(column) for column in columns.values()}) != 1:
        return ""
    given = " · ".join(f"{_label(name, labels)}: {_written(one)}" for name, one in above.items())
    heads = [_label(name, labels) if name != ROWS else "" for name in columns]
    lines = [[head, *map(_written, column)] for head, column in zip(heads, columns.values(), strict=True)]
    if not isinstance(value, list):
        lines = [list(line) for line in zip(*lines, strict=True)]
    return "\n\n".join(filter(None, [given, _table(lines)]))


def heads(table: str) -> tuple[str, ...]:
    """Return what heads the columns of figures in a table that `as_table` wrote; ``covered`` may name one.

    Examples
    --------
    >>> heads(as_table("m.wait(at=[1, 2], rate=0.5)", "[1.5, 2000.0]", {}))
    ('1', '2')
    """
    first = next((line for line in table.splitlines() if line.startswith("|")), "")
    return tuple(one.strip() for one in first.strip("|").split("|"))[1:]


def _table(lines: list[list[str]]) -> str:
    head, *body = (f"| {' | '.join(line)} |" for line in lines)
    return "\n".join([head, "|---" + "|---:" * (len(lines[0]) - 1) + "|", *body])


def _label(name: str, labels: Labels) -> str:
    written = escape.markdown(str(labels.get(name, name.replace("_", " "))))
    return written[0].upper() + written[1:]


def _written(value: float | str | list[float]) -> str:
    if isinstance(value, list):
        return "; ".join(map(_written, value))  # in many countries a comma is the decimal mark
    return escape.markdown(value) if isinstance(value, str) else plain(value, DECIMALS)


def _arguments(source: str) -> dict[str, Any]:
    """Return the arguments of the call of a model: the first call whose arguments are all named figures."""
    try:
        body = ast.parse(source).body
    except SyntaxError:
        return {}
    if len(body) != 1:
        return {}
    for node in ast.walk(body[0]):
        match node:
            case ast.Call(ast.Attribute(ast.Name()), [], [_, *_] as keywords):
                asked = {keyword.arg or "": _value(ast.unparse(keyword.value)) for keyword in keywords}
                if all(map(_is_asked, asked.values())):
                    return asked
    return {}


def _value(source: str) -> Any:
    try:
        return ast.literal_eval(source)
    except (ValueError, SyntaxError):
        return None


def _is_asked(value: object) -> bool:
    return _is_figure(value) or isinstance(value, list) and bool(value) and all(map(_is_figure, value))


def _is_figure(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
