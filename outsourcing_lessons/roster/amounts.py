"""Numbers as people type them: ``60 €``, ``1.234,50``, ``1'234.50``, ``50h`` -> the number, and its currency.

A number that can be read in two ways, such as ``1.234``, is read as the country or the rest of its column writes
numbers; where neither says how, it is not read at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from outsourcing_lessons.money import CURRENCIES
from outsourcing_lessons.number_format import NumberFormat

LONGEST = 40
SPACES = re.compile(r"[\s\u00a0\u2009\u202f]+")
PLAIN = re.compile(r"[-+]?[0-9]+(?:\.[0-9]+)?")
DIGITS = re.compile(r"[-+]?[0-9]+(?:[.,'’ ][0-9]+)*(?P<dash>[.,][-–—])?")
# What a number of hours, or of money for an hour, may have behind it; in the languages that rosters come in most.
HOUR = r"(?:h|hrs?|hours?|std|stunden?|heures?|horas?|ora|uur|uren|timmar|timer|godz)\.?"
WEEK = r"(?:a|per|each|pro|/|die|par|por|alla|je)? ?(?:week|wk|woche|semaine|semana|settimana|vecka|uge|tydzień)"
HOURS = re.compile(rf" ?{HOUR}(?: ?{WEEK})?$", re.IGNORECASE)
AN_HOUR = re.compile(rf" ?(?:/|a|an|per|pro|je|die|par|por|l'|all')? ?{HOUR}$", re.IGNORECASE)
# Signs and words of currencies, each with the codes that it may stand for.
DOLLARS = ("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "TWD")
SIGNS = {
    "€": ("EUR",), "euro": ("EUR",), "euros": ("EUR",), "£": ("GBP",), "₹": ("INR",),
    "rs": ("INR", "PKR", "LKR", "NPR"),
    "rs.": ("INR", "PKR", "LKR", "NPR"), "¥": ("JPY", "CNY"), "$": DOLLARS, "us$": ("USD",), "us-$": ("USD",),
    "ca$": ("CAD",), "c$": ("CAD",), "a$": ("AUD",), "au$": ("AUD",), "nz$": ("NZD",), "s$": ("SGD",),
    "hk$": ("HKD",), "r$": ("BRL",), "kr": ("SEK", "NOK", "DKK", "ISK"), "kr.": ("DKK", "NOK", "SEK", "ISK"),
    "zł": ("PLN",), "zl": ("PLN",), "kč": ("CZK",), "kc": ("CZK",), "ft": ("HUF",), "lei": ("RON",), "₺": ("TRY",),
    "₴": ("UAH",), "₽": ("RUB",), "₪": ("ILS",), "₩": ("KRW",), "₫": ("VND",), "₱": ("PHP",), "฿": ("THB",),
    "fr.": ("CHF",), "sfr.": ("CHF",), "sfr": ("CHF",),
}  # fmt: skip
NO_NUMBER = "allowed: a number, such as 95 or 95.5, also with a currency"


class Amount(NamedTuple):
    """A number, and the currencies that what stands beside it can mean; none where nothing does."""

    number: int | float
    currencies: tuple[str, ...] = ()


def amount_in(text: str, form: NumberFormat, decimal: str = "", *, money: bool = True) -> Amount:
    """Return what a text says.

    ``form`` is how numbers are written in the learner's country, the neutral one where none is named; ``decimal`` the
    decimal mark of the column, as `decimal_of` finds it, "" where it shows none. It is an amount of ``money`` for an
    hour, or else a number of hours.

    Raises ValueError when it is no number, or can be read in two ways; the text says what to do.

    Examples
    --------
    >>> from outsourcing_lessons.number_format import NEUTRAL
    >>> amount_in("60 €/h", NEUTRAL), amount_in("1.234,50", NEUTRAL), amount_in("50h", NEUTRAL, money=False)
    (Amount(number=60, currencies=('EUR',)), Amount(number=1234.5, currencies=()), Amount(number=50, currencies=()))
    """
    digits, currencies = _parted(text, money)
    return Amount(_number(digits, form, decimal), currencies)


def decimal_of(texts: Iterable[str], *, money: bool = True) -> str:
    """Return the decimal mark of a column, if all its numbers that can be read in one way only have the same one.

    Examples
    --------
    >>> decimal_of(["95,50", "1.234", "60"]), decimal_of(["95.50", "1.234.567"]), decimal_of(["1.234"])
    (',', '', '')
    """
    marks = set()
    for text in texts:
        try:
            digits = _parted(text, money)[0]
        except ValueError:
            continue
        marks |= _marks(digits)
    return marks.pop() if len(marks) == 1 else ""


def _parted(text: str, money: bool) -> tuple[str, tuple[str, ...]]:
    """Return the digits of a text, and what the sign beside them can mean."""
    rest = SPACES.sub(" ", text).strip()
    if len(rest) > LONGEST:
        raise ValueError(NO_NUMBER)
    rest = (AN_HOUR if money else HOURS).sub("", rest).strip()
    currencies: tuple[str, ...] = ()
    found = DIGITS.search(rest)
    if found is None or not rest.isprintable():
        raise ValueError(NO_NUMBER)
    before, after = rest[: found.start()].strip(), rest[found.end() :].strip(" /")
    if before or after:
        if not money or (before and after) or not (currencies := currencies_of(before or after)):
            raise ValueError(NO_NUMBER if money else "allowed: a number of hours, such as 50 or 37.5")
    return found[0].removesuffix(found["dash"] or ""), currencies


def currencies_of(sign: str) -> tuple[str, ...]:
    """Return the codes that a sign, a word or a code may stand for; none where it stands for no currency.

    Examples
    --------
    >>> currencies_of("€"), currencies_of("kr"), currencies_of("gbp"), currencies_of("apples")
    (('EUR',), ('SEK', 'NOK', 'DKK', 'ISK'), ('GBP',), ())
    """
    sign = sign.strip()
    if sign.upper() in CURRENCIES:
        return (sign.upper(),)
    return SIGNS.get(sign.lower(), ())


def _marks(digits: str) -> set[str]:
    """Return the decimal marks that digits show: none, one, or another than what parts thousands."""
    signs = re.findall(r"[.,'’ ]", digits)
    marks = [sign for sign in signs if sign in ".,"]
    if not marks or _two_ways(digits):
        return set()
    if len(set(signs)) == 1 and len(signs) > 1:
        return {"." if marks[0] == "," else ","}
    return {marks[-1]}


def _two_ways(digits: str) -> bool:
    return bool(re.fullmatch(r"[-+]?[1-9][0-9]{0,2}[.,][0-9]{3}", digits))


def _number(digits: str, form: NumberFormat, decimal: str) -> int | float:
    if PLAIN.fullmatch(digits) and not _two_ways(digits):
        return float(digits) if "." in digits else int(digits)
    if _two_ways(digits):
        mark = digits[-4]
        whole = digits.replace(mark, "")
        ways = {form.decimal: True, form.group: False} if form.currency else {}
        is_decimal = ways.get(mark, mark == decimal if decimal else None)
        if is_decimal is None:
            raise ValueError(f"can be read in two ways; write {whole}, or fewer decimals")
        return float(digits.replace(mark, ".")) if is_decimal else int(whole)
    return _grouped(digits)


def _grouped(digits: str) -> int | float:
    """Read digits that can be read in one way only, with groups of thousands, decimals, or both."""
    signs = list(dict.fromkeys(re.findall(r"[.,'’ ]", digits)))
    last = signs[-1]
    has_decimals = last in ".," and digits.count(last) == 1
    whole, part = digits.rsplit(last, 1) if has_decimals else (digits, "")
    group = "".join(sign for sign in signs if not (has_decimals and sign == last))
    parts = rf"[-+]?[0-9]{{1,3}}(?:{re.escape(group)}[0-9]{{2,3}})*{re.escape(group)}[0-9]{{3}}"
    if len(group) > 1 or (group and not re.fullmatch(parts, whole)):
        raise ValueError(NO_NUMBER)
    plain = whole.replace(group, "") if group else whole
    return float(f"{plain}.{part}") if part else int(plain)
