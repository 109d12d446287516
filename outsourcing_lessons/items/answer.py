"""The key of an item in words, for when a learner asks and for the answer key."""

from __future__ import annotations

from collections.abc import Iterable

from outsourcing_lessons.items.item import Item, Number, Option
from outsourcing_lessons.money import MINUS, exact, half_up, plain, rounded

MOST_DECIMALS = 4
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


def key_in_words(item: Item) -> str:
    """Return the key as a learner would say it; a short text has none but its example, in ``answer``."""
    match item.type:
        case "single-choice":
            return _texts(item.options, [item.key])
        case "multiple-choice":
            return _texts(item.options, [option.id for option in item.options if option.id in item.key])
        case "ordering":
            return _texts(item.options, item.key)
        case "allocation":
            shares = {p.text: with_unit(item.key[p.id], item.prefix, item.unit) for p in item.parts}
            return "; ".join(f"{text}: {share}" for text, share in shares.items())
        case "number":
            return with_unit(*_right_as_written(item))
        case "prediction":
            key, decimals = (exact(item.key), 2) if item.prefix else (item.key, item.decimals)
            return with_unit(key, item.prefix, item.unit, decimals)
    return item.answer


def _right_as_written(item: Number) -> tuple[float, str, str, int]:
    """Return the key for `with_unit`: with few figures and decimals, but right when it is typed so."""

    def right(number: float) -> bool:
        return abs(number - item.key) <= item.tolerance

    key = exact(item.key) if item.prefix and right(exact(item.key)) else item.key
    least = 2 if item.prefix else item.decimals
    decimals = next((n for n in range(least, MOST_DECIMALS) if right(rounded(key, n))), MOST_DECIMALS)
    return key, item.prefix, item.unit, decimals


def _texts(options: Iterable[Option], ids: Iterable[str]) -> str:
    text = {option.id: option.text for option in options}
    return "; ".join(text[i] for i in ids)
