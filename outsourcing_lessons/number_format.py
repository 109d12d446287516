"""How numbers are written in a place: grouping, decimal mark, and where a currency stands.

A format is told as text, as an amount looks in it: ``EUR|#.##0,00 €`` in Germany, ``INR|₹#,##,##0.00`` in India. Items
and blocks carry that text, so the page and Python read the same. No format, which is "", writes ``1,234.5`` and
``€12.50``.

As the decimal module has a context, so have numbers a format in force: `writing` sets it for what is made inside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import NamedTuple

MINUS = "\u2212"
NO_BREAK = "\u00a0"
_SHAPE = re.compile(r"([A-Z]{3})\|([^#]*)#(.)(##\3)?##0(.)(0*)(.*)")
_POINTED = re.compile(r"[.,]\d")
# What has a point or a comma inside and is a number of a text; before that what only looks like one.
_LITERAL = re.compile(
    r"`[^`]*`|https?://\S+|\b10\.\d{4,}/\S+|\barXiv \S+|\b[Vv]ersion \S+"
    r"|(?P<number>(?<![\w.,/])(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+)(?![\w/]|[.,]\d))"
)


class NumberFormat(NamedTuple):
    """A format, taken apart.

    ``currency`` is that of the learner; it stands as ``before`` or ``after`` an amount, with the space that parts it.
    ``groups`` are the sizes of the groups of digits from the right, the last one repeated. ``cents`` are the decimals
    of the currency; it is 0 for one that has none.
    """

    currency: str = ""
    before: str = ""
    after: str = ""
    group: str = ","
    groups: tuple[int, int] = (3, 3)
    decimal: str = "."
    cents: int = 2

    def digits(self, text: str) -> str:
        """Write the digits of a number, given as ``1,234.5``.

        Examples
        --------
        >>> read_format("INR|₹#,##,##0.00").digits("1,234,567"), read_format("EUR|#.##0,00 €").digits("1,234.5")
        ('12,34,567', '1.234,5')
        """
        whole, point, part = text.replace(",", "").partition(".")
        first, others = self.groups
        head, tail = whole[:-first], whole[-first:]
        while head:
            head, tail = head[:-others], head[-others:] + self.group + tail
        return tail + (self.decimal + part if point else "")


NEUTRAL = NumberFormat()
_in_force: ContextVar[NumberFormat] = ContextVar("number_format", default=NEUTRAL)


@lru_cache
def read_format(text: str) -> NumberFormat:
    """Return a format from its text; the neutral one from "". Raises ValueError if it is no such text.

    Examples
    --------
    >>> read_format("JPY|¥#,##0.")._asdict()
    {'currency': 'JPY', 'before': '¥', 'after': '', 'group': ',', 'groups': (3, 3), 'decimal': '.', 'cents': 0}
    """
    if not text:
        return NEUTRAL
    found = _SHAPE.fullmatch(text)
    if not found:
        raise ValueError(f"{text!r} is not a number format; an example is 'EUR|#.##0,00 €'")
    currency, before, group, indian, decimal, cents, after = found.groups()
    return NumberFormat(currency, before, after, group, (3, 2 if indian else 3), decimal, len(cents))


def sound(text: str) -> str:
    """Return the text of a format as it is; raises ValueError if it is none."""
    read_format(text)
    return text


def in_force() -> NumberFormat:
    """Return the format that numbers are written and read in now."""
    return _in_force.get()


@contextmanager
def writing(text: str) -> Iterator[None]:
    """Have a format in force; with "" the one that is in force stays.

    Examples
    --------
    >>> with writing("EUR|#.##0,00 €"):
    ...     in_force().digits("1,234.5")
    '1.234,5'
    """
    if not text:
        yield
        return
    before = _in_force.set(read_format(text))
    try:
        yield
    finally:
        _in_force.reset(before)


@contextmanager
def reckoning() -> Iterator[None]:
    """Have no format in force, for text that is read as numbers again and not by people."""
    before = _in_force.set(NEUTRAL)
    try:
        yield
    finally:
        _in_force.reset(before)


def plain_digits(text: str, form: NumberFormat) -> str:
    """Return a text with its numbers as they would stand in it with no format.

    Examples
    --------
    >>> plain_digits("1.250,5 hours at 12 €", read_format("EUR|#.##0,00 €"))
    '1,250.5 hours at 12 €'
    """
    if form is NEUTRAL:
        return text

    def plain(found: re.Match[str]) -> str:
        whole, mark, part = found[0].replace(form.group, "").partition(form.decimal)
        return f"{int(whole):,}" + ("." + part if mark else "")

    return _written_in(form).sub(plain, text)


@lru_cache
def _written_in(form: NumberFormat) -> re.Pattern[str]:
    """Return what finds the numbers of a text that is written in a format."""
    group, decimal = re.escape(form.group), re.escape(form.decimal)
    grouped = rf"[0-9]{{1,{form.groups[1]}}}(?:{group}[0-9]{{{form.groups[1]}}})*{group}[0-9]{{3}}"
    return re.compile(rf"(?:{grouped}(?![0-9])|[0-9]+(?={decimal}))(?:{decimal}[0-9]+)?")


def figures_in(text: str) -> list[str]:
    """Return the numbers of a text that have a point or a comma inside, but for those of addresses and code.

    Examples
    --------
    >>> figures_in("In 785,326 projects of 2.5 hours; `rate=0.85`")
    ['785,326', '2.5']
    """
    return [found["number"] for found in _LITERAL.finditer(text) if found["number"]]


def localised(text: str) -> str:
    """Return a text an author wrote with its numbers in the format in force; addresses and code stay as they are.

    Examples
    --------
    >>> with writing("EUR|#.##0,00 €"):
    ...     localised("In 785,326 projects of 2.5 hours, in 2024; `rate=0.85`, https://doi.org/10.1287/mksc")
    'In 785.326 projects of 2,5 hours, in 2024; `rate=0.85`, https://doi.org/10.1287/mksc'
    """
    form = in_force()
    if form is NEUTRAL or not _POINTED.search(text):  # most texts have no such number
        return text
    return _LITERAL.sub(lambda found: form.digits(found[0]) if found["number"] else found[0], text)
