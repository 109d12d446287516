"""Numbers as people type them, read alike in Python and in ``player/numbers.js``.

What is typed may carry a currency or a unit, thousands separators of several countries and digits of several scripts.
Where a number can honestly be read in two ways ("1,250" is 1250 in London and 1.25 in Berlin), both readings are given.
Every table is spelled out, in ``player/words.json``, as the two languages differ in what they know of Unicode.
"""

from __future__ import annotations

import math
import re
import string
from collections.abc import Callable

from outsourcing_lessons.number_format import NumberFormat, in_force, read_format
from outsourcing_lessons.words import LONGEST_NUMBER, NUMBERS

ZEROS, SPACES, MINUSES, UNSEEN, ALIKE, SIGNS, CODES, ALSO = (
    NUMBERS[name] for name in ("zeros", "spaces", "minuses", "unseen", "alike", "signs", "codes", "also")
)
PER_CENT, OF_A_HUNDRED = NUMBERS["per-cent"], NUMBERS["of-a-hundred"]
_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)
_OTHER = re.compile(r"[^0-9.,' _+-]")
_QUIET = " '_"
INDIAN = (3, 2)
LAKHS = re.compile(r"[0-9]{1,2}(?:,[0-9]{2})*,[0-9]{3}(?:\.[0-9]*)?")


def _table() -> dict[int, str]:
    table = {ord(zero) + digit: str(digit) for zero in ZEROS for digit in range(10)}
    table |= {ord(char): " " for char in SPACES} | {ord(char): "-" for char in MINUSES}
    return table | {ord(char): "" for char in UNSEEN} | {ord(char): plain for char, plain in ALIKE.items()}


TABLE = _table()


def read_number(text: object, prefix: str = "", unit: str = "", numbers: str = "") -> tuple[float, ...]:
    """Read a number somebody typed.

    Parameters
    ----------
    text : str, int or float
        What was typed, at most 40 characters; or a finite number.
    prefix, unit : str
        What stands before and after the number on the page; either may be typed along, and nothing else may: "5 Mio"
        is not 5. Of a prefix that is a symbol, so may the currency's code; where it is a code, any symbol.
    numbers : str
        The format that decides where a number could be read in two ways; that in force where it is "".

    Returns
    -------
    tuple of float
        The ways to read it, the likelier first; empty when it is no number.

    Examples
    --------
    >>> read_number("€ 1.250,50", "€"), read_number("12 hours", unit="hours")
    ((1250.5,), (12.0,))
    >>> read_number("1,250"), read_number("1.250"), read_number("a dozen"), read_number("2 Mio", "€")
    ((1250.0, 1.25), (1.25, 1250.0), (), ())
    >>> read_number("1.250", numbers="EUR|#.##0,00 €"), read_number("1.250", numbers="USD|$#,##0.00")
    ((1250.0,), (1.25,))
    """
    if isinstance(text, (int, float)):
        return _finite(text)
    if not isinstance(text, str) or len(text) > LONGEST_NUMBER:
        return ()
    form = read_format(numbers) if numbers else in_force()
    sign, body = _bare(_fold(text), _fold(prefix), _fold(unit), form)
    return tuple(sign * float(reading) for reading in _decided(body, form))


def is_more_than_a_number(text: object) -> bool:
    """Say whether what cannot be read has figures, and something beside them: "2 Mio", "5 min", "1.5k".

    Examples
    --------
    >>> is_more_than_a_number("2 Mio"), is_more_than_a_number("1,25,0"), is_more_than_a_number("two")
    (True, False, False)
    """
    folded = _fold(text) if isinstance(text, str) else ""
    return bool(re.search("[0-9]", folded) and _OTHER.search(folded))


def is_surely_of_a_hundred(text: object) -> bool:
    """Say whether a number says itself that it is one of a hundred; what nobody typed leaves no doubt either."""
    return not isinstance(text, str) or any(word in _lower(_fold(text)) for word in (*PER_CENT, *OF_A_HUNDRED))


def _finite(number: float) -> tuple[float, ...]:
    try:
        return (float(number),) if not isinstance(number, bool) and math.isfinite(number) else ()
    except OverflowError:
        return ()


def _fold(text: str) -> str:
    return text.translate(TABLE).strip(" ")


def _bare(text: str, prefix: str, unit: str, form: NumberFormat) -> tuple[float, str]:
    """Take sign, currency and unit off; the sign may stand before or after the currency."""
    sign, text = _sign(text)
    first = _before(prefix, form)
    text = _without(_without(text, (*_forms(unit), *first), str.endswith), first, str.startswith)
    if sign:
        return sign, text
    sign, text = _sign(text)
    return sign or 1.0, text


def _sign(text: str) -> tuple[float, str]:
    if text[:1] in ("+", "-") and text:
        return (-1.0 if text[0] == "-" else 1.0), text[1:].strip(" ")
    return 0.0, text


def _without(text: str, forms: tuple[str, ...], found: Callable[[str, str], bool]) -> str:
    """Take the first of the forms off that stands at that end of the text."""
    lower = _lower(text)
    form = next((form for form in forms if form and found(lower, _lower(form))), "")
    rest = text[: len(text) - len(form)] if found == str.endswith else text[len(form) :]
    return rest.strip(" ")


def _before(prefix: str, form: NumberFormat) -> tuple[str, ...]:
    """Return what people type for a currency: as it stands on the page, and its code or any symbol."""
    if not prefix:
        return ()
    code = CODES.get(prefix, prefix)
    local = (_fold(form.before + form.after), *ALSO.get(code, ())) if code == form.currency else ()
    return (*local, prefix, code) if prefix in CODES else (*local, prefix, *SIGNS)


def _forms(unit: str) -> tuple[str, ...]:
    """Return what people type for "hours a week": that, "hours" and "hour"."""
    first = unit.split(" ")[0]
    wholes = (unit, *PER_CENT) if first == "%" else (unit, first)
    return tuple(form for whole in wholes for form in (whole, whole[:-1] if whole.endswith("s") else ""))


def _lower(text: str) -> str:
    return text.translate(_LOWER)


def _decided(body: str, form: NumberFormat) -> list[str]:
    """Return the readings, or of two the one in which the mark is what it is in the format."""
    readings = _readings(body.replace(",", "") if form.groups == INDIAN and LAKHS.fullmatch(body) else body)
    mark = "." if "." in body else ","
    if len(readings) < 2 or not form.currency or mark not in (form.decimal, form.group):
        return readings
    return [one for one in readings if ("." in one) == (mark == form.decimal)]


def _readings(body: str) -> list[str]:
    """Return the readings of digits and separators, as texts with a decimal point and nothing else."""
    if not re.fullmatch(r"[0-9.,' _]*[0-9][0-9.,' _]*", body):
        return []
    dot, comma = body.rfind("."), body.rfind(",")
    if dot >= 0 and comma >= 0:
        return _decimal(body, *((".", ",") if dot > comma else (",", ".")))
    mark = "." if dot >= 0 else ","
    if body.count(mark) > 1:
        return _whole(body, mark)
    if re.fullmatch(r"[1-9][0-9]{0,2}[.,][0-9]{3}", body):
        both = _whole(body, mark) + _decimal(body, mark, "")
        return both if mark == "," else both[::-1]
    return _decimal(body, mark, "")


def _decimal(body: str, mark: str, thousands: str) -> list[str]:
    """Read ``body`` with ``mark`` as the decimal sign; it may be absent."""
    whole, _, part = body.partition(mark)
    if not re.fullmatch("[0-9]*", part) or (not whole and not part):
        return []
    digits = _whole(whole, thousands) if whole else ["0"]
    return [f"{digit}.{part or '0'}" for digit in digits]


def _whole(body: str, thousands: str) -> list[str]:
    """Read a whole number, plain or in groups of three parted by one kind of separator."""
    if re.fullmatch("[0-9]+", body):
        return [body]
    for separator in filter(None, (thousands, *_QUIET)):
        if re.fullmatch(rf"[0-9]{{1,3}}(?:{re.escape(separator)}[0-9]{{3}})+", body):
            return [body.replace(separator, "")]
    return []
