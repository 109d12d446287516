"""Numbers with what stands before and after them: written, to be filled in, and read again."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from outsourcing_lessons.items.form import ONE, Line
from outsourcing_lessons.items.numbers import read_number
from outsourcing_lessons.items.outcome import Answered, Measured
from outsourcing_lessons.money import LARGE, affixes, figures, half_up
from outsourcing_lessons.number_format import MINUS, NO_BREAK, in_force, read_format, writing

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
    size, form = abs(number), in_force()
    digits = figures(size, decimals)
    if prefix and "." in digits:
        digits = f"{half_up(size):,}" if not form.cents and size >= LARGE else f"{half_up(size, max(2, decimals)):,}"
    sign = MINUS if number < 0 and digits != "0" else ""
    before, behind = affixes(prefix)
    after = _one(unit) if digits == "1" and not sign else unit
    return sign + before + form.digits(digits) + behind + (gap + after.strip() if unit else "")


def _one(unit: str) -> str:
    first, space, rest = unit.strip().partition(" ")
    return SINGULAR.get(first, first.removesuffix("s")) + space + rest


def said(of: Answered, value: float, decimals: int, gap: str = " ") -> str:
    """Write a value of an item in the format of its numbers."""
    with writing(of.numbers):
        return with_unit(value, of.prefix, of.unit, decimals, gap)


def amount(of: Measured, value: float) -> str:
    """Write a value with the prefix, decimals and unit of an item, a slider or a dial."""
    with writing(getattr(of, "numbers", "")):
        return with_unit(value, of.prefix, of.unit, getattr(of, "decimals", 2), NO_BREAK)


def blank(label: str, of: Answered) -> Line:
    """Return a line to write one number on."""
    return lined(label, of, ONE)


def lined(label: str, of: Answered, starts: tuple[str, ...]) -> Line:
    """Return a line to write numbers on, between what stands before and after them."""
    with writing(of.numbers):
        before, after = affixes(of.prefix)
    return Line(label, before, (after.strip() + " " + of.unit.strip()).strip() if after else of.unit, starts)


def typed(value: float, numbers: str = "") -> str:
    """Write a number as somebody types it who writes in that format.

    Examples
    --------
    >>> typed(1234.5), typed(1234.5, "EUR|#.##0,00 €"), typed(1.36e10)
    ('1234.5', '1234,5', '13600000000')
    """
    return f"{Decimal(f'{value:.10g}'):f}".replace(".", read_format(numbers).decimal)


def likeliest(given: Iterable[object], of: Answered) -> list[float]:
    """Return the likelier reading of each number; none where an earlier edition took words behind it that we do not."""
    return [value for one in given for value in read_number(one, of.prefix, of.unit, of.numbers)[:1]]


def as_read(given: Any, of: Answered, key: float) -> Any:
    """Return what was typed as the number that the judge took it for: of two readings the one nearer the key."""
    readings = read_number(given, of.prefix, of.unit, of.numbers)
    return min(readings, key=lambda reading: abs(reading - key)) if readings else given
