"""What a worksheet works out: a formula over the texts of its fields, as plain data.

A formula is a number, the id of a field, or an operation with what it works on::

    ["+", a, b]   ["-", a, b]   ["*", a, b]   ["/", a, b]
    ["in", field, text, ...]    1 where the field holds one of the texts, 0 where it holds another
    ["sum", a]                  over the rows of the table that the fields of ``a`` are columns of, those that can be
                                worked out
    ["positive", a]             a where it is above 0; else open

A field that is empty or no number leaves what needs it open. ``player/formula.js`` is the same over again.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Iterator, Mapping

from outsourcing_lessons.blocks.sheet import Entry, Formula, Result, Worksheet
from outsourcing_lessons.items.numbers import read_number
from outsourcing_lessons.money import affixes
from outsourcing_lessons.number_format import MINUS, in_force

ARITHMETIC: dict[str, Callable[[float, float], float]] = {
    "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv,
}  # fmt: skip
NOISE = 1e-9  # what lies below comes from floating point, and must not make a half a little less
LARGEST = 1e15  # beyond it not every whole number has a double of its own


def worked_out(formula: Formula, worksheet: Worksheet, texts: Mapping[str, str], row: str = "") -> float | None:
    """Return what a formula comes to, or None where something for it is missing.

    ``texts`` stand in the fields, by ``field`` or ``field.row``; ``row`` is the one it stands in, such as ``".2"``.
    """
    value = _value(formula, worksheet, texts, row)
    return value if value is not None and math.isfinite(value) and abs(value) < LARGEST else None


def in_words(value: float, shown: Entry | Result) -> str:
    """Write what was worked out: half away from zero, in the format in force and with no needless zeros.

    Examples
    --------
    >>> from outsourcing_lessons.blocks.sheet import Result
    >>> in_words(1234.5, Result(label="Sum", formula=0, prefix="€", decimals=0))
    '€1,235'
    >>> in_words(90, Result(label="Weights", formula=0, of=100))
    '90 (of 100)'
    """
    number = _plain(value, shown.decimals)
    sign = MINUS if number.startswith(MINUS) else ""
    before, after = affixes(shown.prefix)
    text = sign + before + number.removeprefix(MINUS) + after
    if isinstance(shown, Entry):
        return text
    one = shown.unit.removesuffix("s") if number == "1" else shown.unit
    goal = f" (of {_plain(shown.of, shown.decimals)})" if shown.of is not None and shown.of != value else ""
    return text + (f" {one}" if one else "") + goal


def names_in(formula: Formula) -> Iterator[str]:
    """Yield the ids of the fields that a formula names."""
    if isinstance(formula, str):
        yield formula
    elif isinstance(formula, tuple | list) and formula[0] == "in":
        yield formula[1]
    elif isinstance(formula, tuple | list):
        for part in formula[1:]:
            yield from names_in(part)


def _value(node: Formula, worksheet: Worksheet, texts: Mapping[str, str], row: str) -> float | None:
    if isinstance(node, int | float):
        return float(node)
    if isinstance(node, str):
        readings = read_number(texts.get(node + row, "").strip(), _prefix(worksheet, node), "", worksheet.numbers)
        return readings[0] if readings else None
    operation, *parts = node
    if operation == "in":
        held = texts.get(parts[0] + row, "").strip()
        return float(held in parts[1:]) if held else None
    if operation == "sum":
        return _sum(parts[0], worksheet, texts)
    if operation == "positive":
        value = _value(parts[0], worksheet, texts, row)
        return value if value is not None and value > 0 else None
    left, right = (_value(part, worksheet, texts, row) for part in parts)
    if left is None or right is None or (operation == "/" and right == 0):
        return None
    return ARITHMETIC[operation](left, right)


def _sum(node: Formula, worksheet: Worksheet, texts: Mapping[str, str]) -> float | None:
    column = next(names_in(node), "")
    rows = next((sheet.rows for sheet in worksheet.sheets if any(one.id == column for one in sheet.fields)), 0)
    found = [_value(node, worksheet, texts, f".{row}") for row in range(1, rows + 1)]
    total = None
    for value in found:  # in this order, as the page adds: Python's own sum makes up for what is rounded off
        total = value if total is None else total if value is None else total + value
    return total


def _prefix(worksheet: Worksheet, field: str) -> str:
    fields = (one for sheet in worksheet.sheets for one in sheet.fields)
    return next((one.prefix for one in fields if one.id == field), "")


def _plain(value: float, decimals: int) -> str:
    scale = 10**decimals
    whole, part = divmod(math.floor(abs(value) * scale + 0.5 + NOISE), scale)
    digits = f"{whole:,}" + (f".{part:0{decimals}}".rstrip("0") if part else "")
    return (MINUS if value < 0 and digits != "0" else "") + in_force().digits(digits)
