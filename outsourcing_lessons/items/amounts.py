"""Numbers with what stands before and after them: written, to be filled in, and read again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from outsourcing_lessons.items.form import ONE, Line
from outsourcing_lessons.items.judging import Measured
from outsourcing_lessons.items.numbers import read_number
from outsourcing_lessons.money import MINUS, NO_BREAK, half_up, plain

SINGULAR = {"people": "person"}


def with_unit(number: float, prefix: str = "", unit: str = "", decimals: int = 0, gap: str = " ") -> str:
    """Write a number between what stands before and after it: the minus before a currency, and cents in twos.

    Examples
    --------
    >>> with_unit(-1250, prefix="€"), with_unit(67.5, prefix="€", decimals=2), with_unit(5.12, unit="hours", decimals=1)
    ('−€1,250', '€67.50', '5.1 hours')
    >>> with_unit(1, unit="hours a month")
    '1 hour a month'
    """
    digits = plain(number, decimals)
    if prefix and "." in digits:
        digits = MINUS * (number < 0) + f"{half_up(abs(number), max(2, decimals)):,}"
    sign = MINUS if digits.startswith(MINUS) else ""
    after = _one(unit) if digits == "1" else unit
    return sign + prefix + digits.removeprefix(MINUS) + (gap + after.strip() if unit else "")


def _one(unit: str) -> str:
    first, space, rest = unit.strip().partition(" ")
    return SINGULAR.get(first, first.removesuffix("s")) + space + rest


def amount(of: Measured, value: float) -> str:
    """Write a value with the prefix, decimals and unit of an item, a slider or a dial."""
    return with_unit(value, of.prefix, of.unit, getattr(of, "decimals", 2), NO_BREAK)


def blank(label: str, of: Measured) -> Line:
    """Return a line to write one number on."""
    return Line(label, of.prefix, of.unit, ONE)


def typed(value: float) -> str:
    """Write a number as somebody types it."""
    return f"{value:.10g}"


def likeliest(given: Iterable[object], of: Measured) -> list[float]:
    """Return the likelier reading of each number; none where an earlier edition took words behind it that we do not."""
    return [value for one in given for value in read_number(one, of.prefix, of.unit)[:1]]


def as_read(given: Any, of: Measured, key: float) -> Any:
    """Return what was typed as the number that the judge took it for: of two readings the one nearer the key."""
    readings = read_number(given, of.prefix, of.unit)
    return min(readings, key=lambda reading: abs(reading - key)) if readings else given
