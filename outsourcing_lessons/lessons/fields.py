"""Fields in text: ``{owner} owns {a_firm}, and an hour is {money(hour)}``, filled for one learner.

A field is a name, a number, arithmetic of both, or one of the functions that write a number as people read it. Nothing
else is an expression here, so text can be filled that a stranger wrote. ``{{`` and ``}}`` stand for the braces.
"""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from functools import lru_cache

from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.money import plain
from outsourcing_lessons.number_format import localised

Fields = Mapping[str, object]

_BRACES = re.compile(r"\{\{|\}\}|\{([^{}\n]*)\}|[{}]")
_ARITHMETIC: dict[type[ast.operator], Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
DECIMALS = 2  # of a number that no function writes


def fill(text: str, fields: Fields, place: str) -> str:
    """Return the text with every field replaced by its value.

    ``fields`` are text, numbers, and functions of them, by name; ``place`` is where the text stands, for errors.

    Raises ContentError if a field is unknown or no expression; names place, field and the nearest name there is.

    Examples
    --------
    >>> fill("{owner} has {jobs * 2} {{sic}}", {"owner": "Ada", "jobs": 1.5}, "here")
    'Ada has 3 {sic}'
    """
    if "{" not in text and "}" not in text:  # as in most texts
        return localised(text)

    def value(match: re.Match[str]) -> str:
        if match[0] in ("{{", "}}"):
            return match[0][0]
        if match[1] is None:
            raise ContentError(f"{place}: a lone {match[0]!r}; write {match[0] * 2!r} for the character itself")
        found = _value_of(match[1].strip(), fields, place)
        if isinstance(found, str):
            return found
        if isinstance(found, int | float):
            return plain(found, DECIMALS)
        raise ContentError(f"{place}: {match[0]} is neither text nor a number")

    parts, end = [], 0
    for match in _BRACES.finditer(text):
        parts += [localised(text[end : match.start()]), value(match)]
        end = match.end()
    return "".join((*parts, localised(text[end:])))


def names_in(text: str) -> frozenset[str]:
    """Return the names that the fields of a text use; what is no expression has none.

    Examples
    --------
    >>> sorted(names_in("{owner} pays {money(2 * hour)}"))
    ['hour', 'money', 'owner']
    """
    found = set()
    for match in _BRACES.finditer(text):
        try:
            tree = ast.parse((match[1] or "").strip() or "0", mode="eval")
        except SyntaxError:
            continue
        found |= {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return frozenset(found)


def _value_of(source: str, fields: Fields, place: str) -> object:
    try:
        tree = _parsed(source)
    except SyntaxError:
        raise ContentError(f"{place}: {{{source}}} is not a field; a field is a name or money(name)") from None
    return _evaluated(tree, source, fields, place)


@lru_cache(maxsize=4096)  # more than a course has; each is filled again for every learner
def _parsed(source: str) -> ast.expr:
    return ast.parse(source, mode="eval").body


def _evaluated(node: ast.expr, source: str, fields: Fields, place: str) -> object:
    def of(one: ast.expr) -> object:
        return _evaluated(one, source, fields, place)

    match node:
        case ast.Constant(bool() | None):
            pass
        case ast.Constant(int() | float() | str() as constant):
            return constant
        case ast.Name(name):
            if name in fields:
                return fields[name]
            near = get_close_matches(name, fields, n=1, cutoff=0.5)
            hint = f"; did you mean {near[0]!r}?" if near else f"; there are: {', '.join(sorted(fields))}"
            raise ContentError(f"{place}: no field {name!r} in {{{source}}}{hint}")
        case ast.Call(ast.Name(_) as function, arguments, []):
            return _called(of(function), [of(one) for one in arguments], source, place)
        case ast.UnaryOp(ast.USub(), operand):
            return -_number(of(operand), source, place)
        case ast.BinOp(left, sign, right) if type(sign) in _ARITHMETIC:
            try:
                return _ARITHMETIC[type(sign)](_number(of(left), source, place), _number(of(right), source, place))
            except ZeroDivisionError:
                raise ContentError(f"{place}: {{{source}}} divides by zero") from None
    raise ContentError(f"{place}: {{{source}}} is not a field; a field is a name, arithmetic, or money(name)")


def _called(function: object, arguments: list[object], source: str, place: str) -> object:
    if not callable(function):
        raise ContentError(f"{place}: {{{source}}} calls something that is not a function")
    try:
        return function(*arguments)
    except (TypeError, ValueError, IndexError) as error:
        raise ContentError(f"{place}: {{{source}}} cannot be worked out ({error})") from error


def _number(value: object, source: str, place: str) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    raise ContentError(f"{place}: {{{source}}} calculates with {value!r}, which is not a number")
