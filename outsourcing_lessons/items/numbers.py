"""Numbers as people type them, read alike in Python and in ``player/judge.js``.

What is typed may carry a currency or a unit, thousands separators of several countries and digits of several scripts.
Where a number can honestly be read in two ways ("1,250" is 1250 in London and 1.25 in Berlin), both readings are given.
Every table is spelled out here and in ``judge.js``, as the two languages differ in what they know of Unicode.
"""

from __future__ import annotations

import math
import re

LONGEST = 40
ZEROS = "\uff10\u0660\u06f0\u0966\u09e6"  # full-width, Arabic-Indic, extended Arabic-Indic, Devanagari, Bengali
SPACES = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000"
    "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
)
MINUSES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe63\uff0d"
UNSEEN = "\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
ALIKE = {
    "\uff0e": ".",
    "\uff0c": ",",
    "\uff0b": "+",
    "\uff05": "%",
    "\u066a": "%",
    "\u066b": ".",
    "\u066c": "'",
    "\u2018": "'",
    "\u2019": "'",
    "\u02bc": "'",
    "\uff07": "'",
    "\uff04": "$",
    "\uffe1": "£",
    "\uffe5": "¥",
}
SIGNS = "$£¥€¢₡₦₩₪₫₭₮₱₲₴₵₸₹₺₼₽₾₿฿"
_CODE_FIRST, _CODE_LAST = re.compile(r"^[A-Za-z]{3}(?![A-Za-z])"), re.compile(r"(?<![A-Za-z])[A-Za-z]{3}$")
_QUIET = " '_"


def _table() -> dict[int, str]:
    table = {ord(zero) + digit: str(digit) for zero in ZEROS for digit in range(10)}
    table |= {ord(char): " " for char in SPACES} | {ord(char): "-" for char in MINUSES}
    return table | {ord(char): "" for char in UNSEEN} | {ord(char): plain for char, plain in ALIKE.items()}


TABLE = _table()


def read_number(text: object, prefix: str = "", unit: str = "") -> tuple[float, ...]:
    """Read a number somebody typed.

    Parameters
    ----------
    text : str, int or float
        What was typed, at most 40 characters; or a finite number.
    prefix, unit : str
        What stands before and after the number on the page; either may be typed along, and so may ``%``, a currency
        symbol and, where there is a prefix, a currency code.

    Returns
    -------
    tuple of float
        The ways to read it, the likelier first; empty when it is no number.

    Examples
    --------
    >>> read_number("€ 1.250,50", "€"), read_number("12 hours", unit="hours")
    ((1250.5,), (12.0,))
    >>> read_number("1,250"), read_number("1.250"), read_number("a dozen")
    ((1250.0, 1.25), (1.25, 1250.0), ())
    """
    if isinstance(text, (int, float)):
        return _finite(text)
    if not isinstance(text, str) or len(text) > LONGEST:
        return ()
    sign, body = _bare(_fold(text), _fold(prefix), _fold(unit))
    return tuple(sign * float(reading) for reading in _readings(body))


def _finite(number: float) -> tuple[float, ...]:
    try:
        return (float(number),) if not isinstance(number, bool) and math.isfinite(number) else ()
    except OverflowError:
        return ()


def _fold(text: str) -> str:
    return text.translate(TABLE).strip(" ")


def _bare(text: str, prefix: str, unit: str) -> tuple[float, str]:
    """Take sign, currency and unit off; the sign may stand before or after the currency."""
    sign, text = _sign(text)
    text = _without_first(_without_last(text, prefix, unit), prefix)
    if sign:
        return sign, text
    sign, text = _sign(text)
    return sign or 1.0, text


def _sign(text: str) -> tuple[float, str]:
    if text[:1] in ("+", "-") and text:
        return (-1.0 if text[0] == "-" else 1.0), text[1:].strip(" ")
    return 0.0, text


def _without_last(text: str, prefix: str, unit: str) -> str:
    for form in (*_forms(unit), prefix, "%", *SIGNS):
        if form and _lower(text).endswith(_lower(form)):
            return text[: len(text) - len(form)].strip(" ")
    return _CODE_LAST.sub("", text).strip(" ") if prefix else text


def _without_first(text: str, prefix: str) -> str:
    for form in (prefix, *SIGNS):
        if form and _lower(text).startswith(_lower(form)):
            return text[len(form) :].strip(" ")
    return _CODE_FIRST.sub("", text).strip(" ") if prefix else text


def _forms(unit: str) -> list[str]:
    """Return what people type for "hours a week": that, "hours" and "hour"."""
    first = unit.split(" ")[0]
    return [form for whole in (unit, first) for form in (whole, whole[:-1] if whole.endswith("s") else "")]


def _lower(text: str) -> str:
    return re.sub("[A-Z]", lambda letter: chr(ord(letter[0]) + 32), text)


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
