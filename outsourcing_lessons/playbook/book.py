"""Worksheets and what was written on them -> the pages of a playbook, and the dates in it.

A worksheet that is half filled in gives a useful half page: what is open is named, and nothing is made up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from outsourcing_lessons.blocks.block import Entry, Sheet, Worksheet

OPEN = "still open"


@dataclass(frozen=True)
class Section:
    """One sheet: a table where it has rows, else pairs of label and text.

    ``columns`` is empty for pairs; ``rows`` holds (label, text) pairs or the cells of a row.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Page:
    """One worksheet as it was filled in; ``filled`` of ``fields`` say how far it is."""

    title: str
    purpose: str
    sections: tuple[Section, ...]
    filled: int
    fields: int


@dataclass(frozen=True)
class Appointment:
    """A date that a learner set: for the calendar."""

    id: str
    day: date
    text: str


@dataclass(frozen=True)
class Playbook:
    """All pages and dates of a learner."""

    learner: str
    pages: tuple[Page, ...]
    appointments: tuple[Appointment, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all has been written yet."""
        return not any(page.filled for page in self.pages)


def bind(learner: str, filled: Iterable[tuple[Worksheet, Mapping[str, str]]]) -> Playbook:
    """Bind worksheets and their entries into a playbook.

    Parameters
    ----------
    learner : str
        Whose it is.
    filled : iterable of (Worksheet, mapping)
        Each worksheet with its entries by ``field`` or ``field.row``.
    """
    filled = [(sheet, _texts(entries)) for sheet, entries in filled]
    dates = [found for sheet, entries in filled for found in _appointments(sheet, entries)]
    return Playbook(learner, tuple(_page(*pair) for pair in filled), tuple(sorted(dates, key=lambda a: (a.day, a.id))))


def _texts(entries: Mapping) -> dict[str, str]:
    return {name: value.strip() for name, value in entries.items() if isinstance(value, str) and value.strip()}


def _page(worksheet: Worksheet, entries: Mapping[str, str]) -> Page:
    sections = tuple(_table(sheet, entries) if sheet.rows > 1 else _pairs(sheet, entries) for sheet in worksheet.sheets)
    names = [name for sheet in worksheet.sheets for name in _names(sheet)]
    done = sum(name in entries for name in names)
    return Page(worksheet.title, worksheet.purpose, sections, done, len(names))


def _names(sheet: Sheet) -> list[str]:
    """Return the names under which a sheet's entries are kept; of a table the first row counts."""
    return [field.id if sheet.rows == 1 else f"{field.id}.1" for field in sheet.fields]


def _pairs(sheet: Sheet, entries: Mapping[str, str]) -> Section:
    rows = tuple((field.label, _shown(field, entries.get(field.id, ""))) for field in sheet.fields)
    return Section(sheet.title, (), rows)


def _table(sheet: Sheet, entries: Mapping[str, str]) -> Section:
    columns = tuple(field.label for field in sheet.fields)
    rows = []
    for row in range(1, sheet.rows + 1):
        cells = [entries.get(f"{field.id}.{row}", "") for field in sheet.fields]
        if any(cells):
            rows.append(tuple(_shown(field, cell) for field, cell in zip(sheet.fields, cells, strict=True)))
    return Section(sheet.title, columns, tuple(rows))


def _shown(field: Entry, text: str) -> str:
    if not text:
        return OPEN
    day = _day(text) if field.type == "date" else None
    return f"{day.day} {day:%B %Y}" if day else text


def _appointments(worksheet: Worksheet, entries: Mapping[str, str]) -> Iterable[Appointment]:
    for sheet in worksheet.sheets:
        for row in range(1, sheet.rows + 1):
            suffix = f".{row}" if sheet.rows > 1 else ""
            names = [field.id + suffix for field in sheet.fields if field.type != "date"]
            subject = next((entries[name] for name in names if name in entries), "")
            for field in sheet.fields:
                day = _day(entries.get(field.id + suffix, "")) if field.type == "date" else None
                if day:
                    label = field.label.lower()
                    what = f"{subject} ({label})" if subject else f"{worksheet.title}: {label}"
                    yield Appointment(f"{worksheet.id}.{field.id}{suffix}", day, what)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
