"""Cells of a CSV file that a spreadsheet shows as they were written.

A spreadsheet decides by itself what a cell is. It runs a text that begins with ``=``, makes 12 of the learner id
``0012`` and a day in May of ``3-5``, and a file cannot tell it otherwise. Such a text gets an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "\uff1d", "\uff0b", "\uff0d", "\uff20")
SAFE_NUMBER = re.compile(r"0|[1-9][0-9]{0,14}")  # the same in a spreadsheet, to the last of its 15 digits
# As the spreadsheets of many countries call them, and what they take for yes and no: Mrz, mai, okt, août, ene; wahr.
_MONTH = (
    r"(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mrz|mai|okt|dez|fév|fev|avr|juin|juil|aoû|aou|déc|ene|abr|ago|"
    r"dic|mag|giu|lug|set|ott|out|mei|mrt)[a-zäéû]*"
)
_TRUTH = r"true|false|wahr|falsch|vrai|faux|verdadero|verdadeiro|falso|vero|waar|onwaar"
READ_AS_VALUE = re.compile(
    rf"[0-9.,:/% '\u00a0\u202f-]*[0-9][0-9.,:/% '\u00a0\u202f-]*(e[+-]?[0-9]+)?( ?[ap]m?)?"
    rf"|{_MONTH}[-/., ]*[0-9]+.*|[0-9]+[-/., ]*{_MONTH}[-/., 0-9]*|{_TRUTH}",
    re.IGNORECASE,
)
DECIMALS = 4  # all there are of a confidence's score; of 0.03999999999999998 only these say something


def cell(value: object) -> object:
    """Return what stands for a value in a CSV file.

    Examples
    --------
    >>> cell("=HYPERLINK(0)"), cell("0012"), cell("1e5"), cell("3-5"), cell("mar-5")
    ("'=HYPERLINK(0)", "'0012", "'1e5", "'3-5", "'mar-5")
    >>> cell("Ada"), cell("4711"), cell("v02482481"), cell(0.2**2), cell(True), cell(None)
    ('Ada', '4711', 'v02482481', 0.04, 1, None)
    """
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, float):
        return round(value, DECIMALS)
    if not isinstance(value, str) or SAFE_NUMBER.fullmatch(value):
        return value
    text = value.lstrip(" ")
    changes = text.startswith(FORMULA) or READ_AS_VALUE.fullmatch(text.rstrip(" "))
    return f"'{value}" if changes else value


def table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table as CSV."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([cell(value) for value in row] for row in rows)
    return text.getvalue()
