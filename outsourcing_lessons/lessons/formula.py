"""Formulas of worksheets as an author writes them, made into the plain data that every surface works out.

``"sum(weight * first) / sum(weight)"``: numbers, the ids of fields with ``_`` for ``-``, ``+ - * /``, ``sum`` over the
rows of a table, ``positive(a)``, which is open unless a is above 0, and ``way in ("on foot", "by bus")``, which
is 1 or 0. Nothing else is a formula.
"""

from __future__ import annotations

import ast

from outsourcing_lessons.blocks.sheet import Formula
from outsourcing_lessons.errors import ContentError

SIGNS: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}


def formula(text: str) -> Formula:
    """Read a formula.

    Raises ContentError if it is none; says what was found and what is allowed.

    Examples
    --------
    >>> formula("job_hours * 57 + 2")
    ('+', ('*', 'job-hours', 57.0), 2.0)
    >>> formula('sum(hours * (way in ("on foot",)))')
    ('sum', ('*', 'hours', ('in', 'way', 'on foot')))
    """
    try:
        return _read(ast.parse(text.strip(), mode="eval").body)
    except (SyntaxError, ValueError):
        raise ContentError(
            f"{text!r} is not a worksheet formula; allowed: numbers, fields such as own_hours, + - * /, sum(...) "
            'over a table, positive(...), and field in ("text", "text")'
        ) from None


def _read(node: ast.expr) -> Formula:
    match node:
        case ast.Constant(int() | float() as number) if not isinstance(number, bool):
            return float(number)
        case ast.Name(name):
            return name.replace("_", "-")
        case ast.BinOp(left, sign, right) if type(sign) in SIGNS:
            return (SIGNS[type(sign)], _read(left), _read(right))
        case ast.UnaryOp(ast.USub(), operand):
            return ("-", 0.0, _read(operand))
        case ast.Call(ast.Name("sum" | "positive" as name), [one], []):
            return (name, _read(one))
        case ast.Compare(ast.Name(name), [ast.In()], [ast.Tuple(words)]):
            return ("in", name.replace("_", "-"), *map(_text, words))
    raise ValueError(node)


def _text(node: ast.expr) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise ValueError(node)
