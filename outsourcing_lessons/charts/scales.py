"""The scale of a chart: which round numbers it is marked with, and how an amount is written on it."""

from __future__ import annotations

import math

from outsourcing_lessons.money import affixes, figures, readable
from outsourcing_lessons.number_format import MINUS, in_force

SCALES = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"), (1, ""))


def ticks(low: float, high: float, about: int = 5, whole: bool = False) -> list[float]:
    """Return round numbers, 1, 2 or 5 times a power of ten apart, from at or below ``low`` to at or above ``high``.

    Examples
    --------
    >>> ticks(0, 5600)
    [0.0, 1000.0, 2000.0, 3000.0, 4000.0, 5000.0, 6000.0]
    """
    size = max(abs(low), abs(high)) if max(abs(low), abs(high)) > 1e-9 else 1.0
    rough = (high - low if high - low > 1e-6 * size else size) / about
    power = 10.0 ** math.floor(math.log10(rough))
    factor = next(factor for factor, up_to in ((1, 1.3), (2, 3), (5, 7), (10, math.inf)) if rough <= up_to * power)
    step = max(factor * power, 1.0) if whole else factor * power
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [float(f"{n * step:.12g}") for n in range(first, max(last, first + 1) + 1)]


def ticks_inside(low: float, high: float, whole: bool, about: int = 6) -> list[float]:
    """Return the round numbers between the ends, and whole ends themselves where they stand clear of them."""
    found = ticks(low, high, about, whole)
    room = (found[1] - found[0]) * 0.5
    inside = [tick for tick in found if low <= tick <= high]
    first = [low] if whole and not (inside and inside[0] - low <= room) else []
    last = [high] if whole and inside and high - inside[-1] > room else []
    return first + inside + last


def tick_text(value: float, prefix: str, unit: str, all_ticks: list[float]) -> str:
    """Write a tick: short, and with as many decimals as its neighbours need."""
    size, word = next((s for s in SCALES if max(map(abs, all_ticks)) >= s[0]), (1, ""))
    decimals = max(0, -math.floor(math.log10((all_ticks[1] - all_ticks[0]) / size) + 1e-9))
    return _signed(value, f"{abs(value) / size:,.{decimals}f}" if value else "0", prefix, unit, word if value else "")


def amount(value: float, prefix: str, unit: str) -> str:
    """Write a value as a sentence does.

    Examples
    --------
    >>> amount(-1234.5, "£", ""), amount(12.345, "£", ""), amount(3.14159, "", " h"), amount(-0.001, "", " %")
    ('−£1,230', '£12.30', '3.14 h', '0 %')
    """
    rounded = readable(abs(value))
    cents = prefix and rounded != int(rounded) and rounded < 100
    return _signed(value, f"{rounded:,.2f}" if cents else figures(rounded, 0 if rounded >= 100 else 2), prefix, unit)


def _signed(value: float, text: str, prefix: str, unit: str, scale: str = "") -> str:
    negative = value < 0 and any(digit in "123456789" for digit in text)  # what is rounded to nothing has no sign
    before, after = affixes(prefix)
    return (MINUS if negative else "") + before + in_force().digits(text) + scale + after + unit
