"""The words of an explorer's view filled with its results; the page does the same in ``player/said.js``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from outsourcing_lessons.blocks.view import Clause
from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.lessons.case import count, hours
from outsourcing_lessons.money import exact, plain, readable, written

Results = Mapping[str, Any]

_BRACES = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
_FIELD = re.compile(r"([a-z][a-z0-9_]*)(?::([a-z]+|\d)|\|([^|]*)\|([^|]*))?")
FORMATS: dict[str, Callable[[float, str], str]] = {
    "about": lambda number, prefix: written(readable(number), prefix),
    "money": lambda number, prefix: written(exact(number), prefix),
    "hours": lambda number, prefix: hours(number),
    "count": lambda number, prefix: count(int(number)),
}


def holds(when: str, results: Results, place: str) -> bool:
    """Say whether everything that is named holds: what is neither false nor None, or is so behind a ``not``.

    Examples
    --------
    >>> holds("turn, not alone", {"turn": 4, "alone": False}, "here"), holds("turn", {"turn": None}, "here")
    (True, False)
    """
    return all(_is(_named(name, results, place, when)) is yes for name, yes in _conditions(when))


def in_words(clauses: Iterable[Clause], results: Results, prefix: str, place: str) -> str:
    """Return the clauses that hold, filled, one behind another."""
    return "".join(filled(one.text, results, prefix, place) for one in clauses if holds(one.when, results, place))


def filled(text: str, results: Results, prefix: str, place: str) -> str:
    """Return a text with its fields filled.

    The fields are as `blocks.view` describes them; ``prefix`` stands before an amount of money, and ``place`` is where
    the text stands, for errors.

    Raises ContentError if a field is unknown, in no known format, or has nothing to write here; names the place and
    what is allowed.

    Examples
    --------
    >>> filled("{n} {n|job|jobs}, {cost:about}", {"n": 1, "cost": 1234.5}, "€", "here")
    '1 job, €1,230'
    """

    def value(match: re.Match[str]) -> str:
        if match[1] is None:
            if match[0] in "{}":
                raise ContentError(f"{place}: a lone {match[0]!r}; write {match[0] * 2!r} for the character itself")
            return match[0][0]
        field = _FIELD.fullmatch(match[1])
        if field is None or field[2] and not (field[2].isdigit() or field[2] in FORMATS):
            raise ContentError(
                f"{place}: {match[0]} is not a field; allowed: {{name}}, {{name:format}} with the format "
                f"{', '.join(FORMATS)} or a number of decimals, and {{name|one|many}}"
            )
        return _written(_named(field[1], results, place, text), field, prefix, place)

    return _BRACES.sub(value, text)


def check(text: str, when: str, results: Results, place: str) -> None:
    """Refuse a text and its condition where they name what there is not, whether or not it is said now."""
    for name, _ in _conditions(when):
        _named(name, results, place, when)
    stand_in = {name: 1 if isinstance(value, bool | None) else value for name, value in results.items()}
    filled(text, stand_in, "", place)


def _written(value: Any, field: re.Match[str], prefix: str, place: str) -> str:
    if isinstance(value, str) and field[2] is None and field[3] is None:
        return value
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise ContentError(f"{place}: {{{field[0]}}} is {value!r:.40} here; a field is a number, or plain text")
    if field[3] is not None:
        return field[3] if plain(value, 1) == "1" else field[4]  # 1.04 is written "1"
    if field[2] in FORMATS:
        return FORMATS[field[2]](value, prefix)
    return plain(value, int(field[2] or 0))


def _conditions(when: str) -> list[tuple[str, bool]]:
    names = [name.strip() for name in when.split(",") if name.strip()]
    return [(name.removeprefix("not "), not name.startswith("not ")) for name in names]


def _is(value: object) -> bool:
    return value is not False and value is not None


def _named(name: str, results: Results, place: str, text: str) -> Any:
    if name in results:
        return results[name]
    near = get_close_matches(name, results, n=1, cutoff=0.5)
    hint = f"did you mean {near[0]!r}?" if near else f"there are: {', '.join(sorted(results))}"
    raise ContentError(f"{place}: the model finds no {name!r}, which {text!r} names; {hint}")
