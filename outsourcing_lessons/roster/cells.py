"""A cell -> a text or a number, as the person who typed it meant it, or a sentence that says what to do."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable

from outsourcing_lessons.number_format import NEUTRAL
from outsourcing_lessons.roster.amounts import amount_in, currencies_of

# The sign of a currency in the format of a number: [$€-407], "€", or the sign alone.
SIGN = re.compile(r'\[\$([^\]-]+)[^\]]*\]|"([^"]+)"|([€£¥$₹])')
# A spreadsheet keeps fifteen digits of a number and makes zeros of the others.
EXACT = 10**15
ERROR = re.compile(r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|ERROR)|Err:[0-9]{3}")
ROUNDED = re.compile(r"[0-9](?:[.,][0-9]+)?E\+[0-9]{2}", re.IGNORECASE)
ONLY_ZEROS = re.compile(r"0+")
# A column too narrow for its numbers is saved as it looks.
TOO_NARROW = re.compile(r"#+")
# Dates as Excel writes them in CSV, in English and German; small letters after a hyphen are what people type as ids.
MONTH = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mrz|Mär|Mai|Okt|Dez"
DATE = re.compile(
    rf"[0-9]{{1,2}}-(?:{MONTH})(?:-[0-9]{{2}}|-[0-9]{{4}})?|[0-9]{{1,2}}\. (?i:{MONTH})\.?(?: [0-9]{{2}}| [0-9]{{4}})?"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}([./])[0-9]{1,2}\1[0-9]{4}"
)
# What these and others show too, and people type as ids all the same: a month as a spreadsheet spells it, with a day
# before it or two digits of a year behind it.
MONTHS = (
    "(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|mrz|mär|mai|okt|dez|janv|févr|mars|avr|juin|juil|août|déc|ene|abr"
    "|ago|dic|gen|mag|giu|lug|set|ott|mrt|mei|fev|out|maj|des|sty|lut|kwi|cze|lip|sie|wrz|paź|lis|gru)"
)
LIKELY = re.compile(rf"[0-9]{{1,2}}([-/.]){MONTHS}(?:\1[0-9]{{2}})?|{MONTHS}[-/. ][0-9]{{2}}", re.IGNORECASE)
# How a program keeps a spreadsheet from changing a text: a formula whose result is that very text.
TEXT_FORMULA = re.compile(r'="((?:[^"]|"")*)"')
# In the format of a number: what is shown as it stands there, and what shows a thousandth or a hundred times of it.
LITERAL = re.compile(r'"([^"]*)"|\\(.)|\[[^\]]*\]|[_*].')
SCALED = re.compile(r"%|[0#?],(?![0#?])")
MULTIPLES = re.compile(r"\b(?:[kmt]|[kt]eur|tsd|tausend|thousand|mn|mio|millions?|millionen)\b", re.IGNORECASE)
AS_TEXT = "format the column as Text and type it again"
AS_NUMBER = "format the column as Number and type it again"
NO_NUMBER = "allowed: a number, such as 95 or 95.5"


class DateText(str):
    """What a CSV file shows of a cell that its spreadsheet took for a date."""


class LikelyDate(str):
    """What may be such a cell, or an id that somebody has typed."""


class Kept(str):
    """A text that was kept from being changed; ``typed`` is how."""

    typed = ""

    def __new__(cls, text: str, typed: str):
        made = super().__new__(cls, text)
        made.typed = typed
        return made


DATES = (datetime.date, datetime.time, datetime.timedelta, DateText)


class Flaw:
    """A cell without a usable value: what it shows, and what to do."""

    def __init__(self, shown: str, advice: str):
        self.shown, self.advice = shown, advice

    def __repr__(self) -> str:
        return self.shown


class Formatted(float):
    """A number that its spreadsheet shows in a format of its own."""

    format = ""

    def __new__(cls, value: float, code: str):
        made = super().__new__(cls, value)
        made.format = code
        return made


def wrong(shown: str) -> Flaw:
    """Return the flaw of a formula that ended in an error."""
    return Flaw(shown, "the formula ended in this error; correct it, or type the value")


def unworked() -> Flaw:
    """Return the flaw of a formula whose result nobody has worked out."""
    advice = "a formula whose result is not in the file; open it in Excel and save it once, or type the value"
    return Flaw("=...", advice)


def as_saved(cell: object, *, csv: bool) -> object:
    """Return a cell of a spreadsheet's file, marked if it is a formula's text, or what became of something else.

    ``csv``: whether the file shows dates as text; in an Excel file, text that looks like a date is what was typed.

    Examples
    --------
    >>> [isinstance(as_saved(text, csv=True), DateText) for text in ("05. Mrz", "8-Sep", "2026-03-01", "may-5")]
    [True, True, True, False]
    >>> as_saved("=A2", csv=False).advice
    'a formula and not its result; paste the column as values (Paste Special), or type the value'
    >>> as_saved('="0012"', csv=True)
    '0012'
    """
    if not isinstance(cell, str):
        return cell
    if kept := TEXT_FORMULA.fullmatch(cell):
        return Kept(kept[1].replace('""', '"').strip(), cell)
    if TOO_NARROW.fullmatch(cell):
        return Flaw(cell, "the column was too narrow to show this when it was saved; widen it and save again")
    if cell.startswith("="):
        return Flaw(cell, "a formula and not its result; paste the column as values (Paste Special), or type the value")
    if csv and DATE.fullmatch(cell):
        return DateText(cell)
    return LikelyDate(cell) if csv and LIKELY.fullmatch(cell) else cell


def text_of(cell: object, what: str = "id") -> str:
    """Return a cell as text; a spreadsheet keeps an id such as 1001 as the number 1001.0.

    ``what`` it is: an ``"id"``, a ``"name"`` or another ``"cell"``.
    Raises ValueError when it is none, or no longer what was typed; the text says what to do.
    """
    refuse(cell)
    if isinstance(cell, DATES):
        # Text in an .xlsx file is what somebody typed; in CSV nothing tells it from what became of a date.
        way_out = "; an id that is a date needs an .xlsx file" if isinstance(cell, DateText) and what == "id" else ""
        raise ValueError(f"the spreadsheet has turned this {what} into a date; {AS_TEXT}{way_out}")
    if isinstance(cell, float) and abs(cell) >= EXACT:
        raise ValueError(f"a spreadsheet keeps 15 digits of a number, so the last are lost; {AS_TEXT}")
    if isinstance(cell, Formatted):
        if ONLY_ZEROS.fullmatch(cell.format) and cell.is_integer() and cell >= 0:
            return f"{int(cell):0{len(cell.format)}}"
        raise ValueError(f"the spreadsheet shows this number as {cell.format!r}, not as it is stored; {AS_TEXT}")
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, str) and what == "id" and ROUNDED.fullmatch(cell):
        raise ValueError(f"a spreadsheet has shortened this number, so digits are lost; {AS_TEXT}")
    if isinstance(cell, (str, int)) and not isinstance(cell, bool):
        return str(cell)
    raise ValueError(f"allowed: text; {AS_TEXT}" if isinstance(cell, (bool, float)) else "allowed: text")


def joined(cells: Iterable[object]) -> object:
    """Return the parts of a name as one; the first part that cannot be used, if there is one, so that it is refused."""
    texts = []
    for cell in cells:
        if cell in ("", None):
            continue
        try:
            texts.append(text_of(cell, "name"))
        except ValueError:
            return cell
    return " ".join(texts)


def number_of(cell: object, *, whole: bool = False) -> int | float:
    """Return a cell as a number; ``whole`` makes 7.0 a 7, for Excel has no whole numbers.

    Raises ValueError when it is none; the text says what to do.
    """
    refuse(cell)
    if isinstance(cell, DATES):
        raise ValueError(f"the spreadsheet has turned this number into a date; {AS_NUMBER}")
    if isinstance(cell, Formatted) and scales(cell.format):
        raise ValueError(f"the spreadsheet shows this number as {cell.format!r}, not as it is stored; {AS_NUMBER}")
    if isinstance(cell, str):
        cell = amount_in(cell, NEUTRAL, money=False).number
    if isinstance(cell, bool) or not isinstance(cell, (int, float)):
        raise ValueError(NO_NUMBER)
    if whole:
        if isinstance(cell, float) and abs(cell) >= EXACT:
            raise ValueError(f"a spreadsheet keeps 15 digits of a number, so the last are lost; {AS_TEXT}")
        return int(cell) if isinstance(cell, float) and cell.is_integer() else cell
    try:
        return float(cell)
    except OverflowError:
        raise ValueError(NO_NUMBER) from None


def refuse(cell: object) -> None:
    """Raise a ValueError if a cell shows an error, a formula, or nothing that anybody has worked out."""
    if isinstance(cell, str) and ERROR.fullmatch(cell):
        cell = wrong(cell)
    if isinstance(cell, Flaw):
        raise ValueError(cell.advice)


def scales(code: str) -> bool:
    """Return whether a format shows a number as a multiple of what is stored.

    Examples
    --------
    >>> [scales(code) for code in ('0.00,"k"', "0%", '0"k"', '#,##0.00 "EUR"', "#,##0 [$€-407]")]
    [True, True, True, False, False]
    """
    shown = " ".join(text or sign for text, sign in LITERAL.findall(code))
    return bool(SCALED.search(LITERAL.sub("", code)) or MULTIPLES.search(shown))


def sign_of(cell: Formatted) -> tuple[str, ...]:
    """Return the currencies that the format of a number can mean: a spreadsheet shows 60 as ``60 €`` that way.

    Examples
    --------
    >>> sign_of(Formatted(60.0, "#,##0.00 [$€-407]")), sign_of(Formatted(60.0, '"£"#,##0'))
    (('EUR',), ('GBP',))
    """
    named = [next(filter(None, found)) for found in SIGN.findall(cell.format)]
    return next((meant for meant in map(currencies_of, named) if meant), ())
