"""A row -> the settings of a workbook, and what is known of the learner besides, as whoever typed it meant it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from outsourcing_lessons.errors import InputError
from outsourcing_lessons.learner import LEARNER_ID, RESERVED, LearnerProfile
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.number_format import read_format
from outsourcing_lessons.places import COUNTRIES, code_of, currency_of, numbers_of
from outsourcing_lessons.roster import garbled
from outsourcing_lessons.roster.amounts import amount_in, currencies_of, decimal_of
from outsourcing_lessons.roster.cells import (
    AS_TEXT,
    DATES,
    Formatted,
    Kept,
    LikelyDate,
    number_of,
    refuse,
    sign_of,
    text_of,
)
from outsourcing_lessons.roster.columns import COLUMNS, OWN, plain
from outsourcing_lessons.roster.person import Person
from outsourcing_lessons.roster.table import Table

AMOUNTS = ("hour_value", "unsold_hour_value")
WHAT = {"learner_id": "id", "learner": "name"}
EMAIL = re.compile(r"[^@\s,;<>?]+@[^@\s,;<>?]+\.[^@\s,;<>?]+")
RANGE = re.compile(r"([0-9]{1,2}) ?[-–] ?([0-9]{1,2})")
Cell = object
MOST = 5  # differences of one column that are said; the others are counted


@dataclass
class Differences:
    """What was typed and what it was read as, by column, with the number of rows; to be looked over once."""

    found: dict[str, dict[tuple[str, str], int]] = field(default_factory=dict)
    like_dates: list[str] = field(default_factory=list)  # ids that a spreadsheet may have made of others

    def note(self, column: str, typed: str, read: str) -> None:
        """Take down that a cell was read as something else than it shows."""
        if typed != read:
            of_column = self.found.setdefault(column, {})
            of_column[typed, read] = of_column.get((typed, read), 0) + 1

    def sentences(self) -> Iterator[str]:
        """Yield a line for each column, the most frequent first.

        Examples
        --------
        >>> seen = Differences()
        >>> for _ in range(14):
        ...     seen.note("hour_value", "60 €", "60, EUR")
        >>> list(seen.sentences())
        ['hour_value: 60 € read as 60, EUR (14 rows)']
        """
        for column, pairs in self.found.items():
            ranked = sorted(pairs.items(), key=lambda pair: -pair[1])
            said = [f"{typed} read as {read} ({rows} row{'' if rows == 1 else 's'})" for (typed, read), rows in ranked]
            more = len(said) - MOST
            rest = f"; and {more} more like {'this' if more == 1 else 'these'}" if more > 0 else ""
            yield f"{column}: {'; '.join(said[:MOST])}{rest}"
        if self.like_dates:
            more = len(self.like_dates) - MOST
            named = ", ".join(self.like_dates[:MOST]) + (f" and {more} more" if more > 0 else "")
            made = "looks like a date" if len(self.like_dates) == 1 else "look like dates"
            yield (
                f"learner_id: {named} {made} that a spreadsheet made of what was typed; if so, format the column as"
                " Text and type it again"
            )


class Reader:
    """Reads the rows of a table.

    ``table``: all of it, since how a column writes numbers is seen from its other cells.
    ``used``: the plain names of columns that decide nothing and are used as fields.
    """

    def __init__(self, table: Table, used: Collection[str] = ()):
        self.differences, self._used = Differences(), used
        self._columns = table.columns
        self._decimals = {
            name: decimal_of(_texts(table, name), money=name in AMOUNTS) for name in (*AMOUNTS, "weekly_hours")
        }

    def values(self, cells: tuple) -> tuple[dict[str, Any], list[tuple[str, Cell, str]]]:
        """Return the settings that a row gives, and (column, what is there, what is wrong with it) of the others."""
        named = dict(zip(self._columns, cells, strict=False))
        values: dict[str, Any] = {}
        faults: list[tuple[str, Cell, str]] = []
        currency: dict[str, str] = {}
        # Country and currency first: they decide how numbers are read.
        for name in sorted((one for one in COLUMNS if one in named), key=_rank):
            if named[name] in ("", None):
                continue
            try:
                values[name] = self._value(name, named[name], values, currency)
            except ValueError as error:
                faults.append((name, named[name], str(error)))
        in_order = [name for name in self._columns if name in values] + [one for one in currency if one not in values]
        return {name: (currency | values)[name] for name in in_order}, faults

    def _value(self, name: str, cell: Cell, values: dict[str, Any], currency: dict[str, str]) -> Any:
        if name in AMOUNTS or name == "weekly_hours":
            return self._amount(name, cell, values, currency)
        if name == "seed":
            seed = number_of(cell, whole=True)
            if isinstance(cell, str):
                self.differences.note(name, _typed(cell), str(seed))
            return seed
        text = text_of(cell, WHAT.get(name, "cell"))
        read = READ.get(name, lambda text: text)(text)
        if name != "learner" or isinstance(cell, Kept):
            self.differences.note(name, cell.typed if isinstance(cell, Kept) else text, read)
        if name == "learner_id" and isinstance(cell, LikelyDate):
            if not LEARNER_ID.fullmatch(read):
                raise ValueError(f"no id, and likely a date that the spreadsheet made of one; {AS_TEXT}")
            self.differences.like_dates.append(text)
        return read

    def _amount(self, name: str, cell: Cell, values: dict[str, Any], currency: dict[str, str]) -> float:
        refuse(cell)
        money = name in AMOUNTS
        if isinstance(cell, str) and not isinstance(cell, DATES):
            number, meant = amount_in(cell, _format_of(values), self._decimals[name], money=money)
        else:
            number = number_of(cell)
            meant = sign_of(cell) if money and isinstance(cell, Formatted) else ()
        if meant:
            currency["currency"] = _agreed(meant, values, currency)
        if isinstance(cell, str) and not re.fullmatch(r"[0-9]+(\.[0-9]{1,2})?", _typed(cell)):
            read = [f"{number:.10g}", *([currency["currency"]] if meant else [])]
            self.differences.note(name, _typed(cell), ", ".join(read))
        return float(number)

    def person(self, cells: tuple) -> tuple[Person, list[tuple[str, Cell, str]]]:
        """Return what a row says of a learner besides, and what is wrong with it."""
        given = {name: cell for name, cell in zip(self._columns, cells, strict=False) if cell not in ("", None)}
        faults: list[tuple[str, Cell, str]] = []
        own: dict[str, Any] = {}
        for name in (one for one in OWN if one in given):
            try:
                own[name] = OWN_READ[name](text_of(given[name], "cell"))
            except ValueError as error:
                faults.append((name, given[name], str(error)))
        extra: dict[str, str] = {}
        # A column edition holds what all learners get anyway.
        others = (one for one in given if one not in (*COLUMNS, *OWN) and plain(one) != "edition")
        for name in others:
            try:
                extra[plain(name)] = self._extra(name, given[name])
            except ValueError as error:
                faults.append((name, given[name], str(error)))
        return Person(**own, extra=extra), faults

    def _extra(self, name: str, cell: Cell) -> str:
        """Return a cell of a column that decides nothing; one that is printed must not be what a formula came to."""
        if plain(name) in self._used:
            refuse(cell)
            if isinstance(cell, Kept):
                self.differences.note(name, cell.typed, cell)
        return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _texts(table: Table, name: str) -> Iterable[str]:
    places = [place for place, column in enumerate(table.columns) if column == name][:1]
    cells = (cells[place] for place in places for _, cells in table.rows if place < len(cells))
    return (cell for cell in cells if isinstance(cell, str))


def _rank(name: str) -> int:
    return ("country", "currency", *COLUMNS).index(name)


def _typed(cell: Cell) -> str:
    return cell.typed if isinstance(cell, Kept) else str(cell)


def _format_of(values: dict[str, Any]):
    """Return the format of numbers in the country that a row names; the neutral one where it names none there is."""
    country = values.get("country", "")
    return read_format(numbers_of(country, LearnerProfile.currency) if country in COUNTRIES else "")


def _agreed(meant: tuple[str, ...], values: dict[str, Any], currency: dict[str, str]) -> str:
    """Return the currency that a sign stands for, in agreement with the rest of the row."""
    said = values.get("currency") or currency.get("currency")
    if said:
        if said in meant:
            return said
        raise ValueError(f"this is in {' or '.join(meant)}, and the row's currency is {said}; correct one of them")
    at_home = currency_of(values.get("country", ""))
    if at_home in meant:
        return at_home
    if len(meant) > 1:
        raise ValueError(f"this can be {', '.join(meant[:-1])} or {meant[-1]}; write which in the column currency")
    return meant[0]


# ---- Texts ----


def id_in(text: str) -> str:
    """Return an id as folders take it: small letters, with hyphens for what often stands in ids and may not.

    Examples
    --------
    >>> id_in("Ada_M.Okafor"), id_in("ada@example.org"), id_in("../x")
    ('ada-m-okafor', 'ada-example-org', '../x')
    """
    lower = re.sub(r"[\s_.@+]+", "-", text.lower()).strip("-")
    return lower if LEARNER_ID.fullmatch(lower) and lower not in RESERVED else text


def _trade(text: str) -> str:
    same = _letters(text)
    return next((trade for trade in chosen().trade_names if _letters(trade) == same), text)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def _country(text: str) -> str:
    return text.upper() if text.upper() in COUNTRIES else code_of(text) or text.upper()


def _currency(text: str) -> str:
    meant = currencies_of(text)
    return meant[0] if len(meant) == 1 else text.upper()


def _name(text: str) -> str:
    if (meant := garbled.meant(text)) is not None:
        asked = f"did you mean {meant!r}?" if meant else "letters are lost."
        raise ValueError(f"garbled: {asked} Correct it, and save the roster as UTF-8 (in Excel: 'CSV UTF-8')")
    return text


def _email(text: str) -> str:
    if not EMAIL.fullmatch(text):
        raise ValueError("allowed: one address, such as ada@example.org")
    return text


def _participant(text: str) -> str:
    found = re.fullmatch(r"(?:\D+ )?([0-9]+)", text)
    if not found:
        raise ValueError("allowed: a number, such as 4711")
    return found[1]


def lessons_in(text: str) -> tuple[str, ...]:
    """Return the lessons that a cell names, by number or name: ``01, 03``, ``1-3``, ``1;3``.

    Raises ValueError when there is no such lesson.
    """
    numbers = [lesson.number for lesson in chosen().lessons]
    found: list[str] = []
    for part in filter(None, (part.strip() for part in re.split(r"[,;+&]|\band\b|\s(?![-–])(?<![-–]\s)", text))):
        span = RANGE.fullmatch(part)
        between = [n for n in numbers if span and int(span[1]) <= int(n) <= int(span[2])]
        found += between or [part]
    try:
        return tuple(dict.fromkeys(chosen().lesson(part).slug for part in found))
    except InputError as error:
        raise ValueError(f"{error}; or their numbers, such as 01, 03 or 1-3") from None


READ = {"learner_id": id_in, "business": _trade, "country": _country, "currency": _currency, "learner": _name}
OWN_READ = {"email": _email, "participant": _participant, "lessons": lessons_in}
