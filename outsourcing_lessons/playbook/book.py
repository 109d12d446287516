"""Worksheets and what was written on them -> the pages of a playbook, and the dates in it.

A worksheet that is half filled in gives a useful half page: what is open is named, and nothing is made up. What a
worksheet starts with, or has from another one, is on the page as it is on the worksheet, until the learner changes or
empties it; it does not count as written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from outsourcing_lessons import characters
from outsourcing_lessons.blocks.filled import Filled, results_of, rows_of
from outsourcing_lessons.blocks.filled import filled as what_stands
from outsourcing_lessons.blocks.sheet import Entry, Sheet, Worksheet
from outsourcing_lessons.words import OPEN


@dataclass(frozen=True)
class Section:
    """One sheet: a table where it has rows, else pairs of label and text.

    ``columns`` is empty for pairs; ``rows`` holds (label, text) pairs or the cells of a row; ``open`` names the fields
    that nothing is written in, so that they take one line and not one each; ``results`` is what they come to.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    open: tuple[str, ...] = ()
    results: tuple[str, ...] = ()

    @property
    def still_open(self) -> str:
        return f"{OPEN.capitalize()}: {' · '.join(self.open)}" if self.open else ""


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
    """All pages and dates of a learner.

    ``written`` says how many fields are their own, ``learner_id`` tells them from others of the same name, and
    ``replaced`` holds the characters that no document can hold with what stands for each. ``reviews`` are the days on
    which questions of the course come back; only the calendar has them.
    """

    learner: str
    pages: tuple[Page, ...]
    appointments: tuple[Appointment, ...]
    written: int = 0
    learner_id: str = ""
    replaced: tuple[tuple[str, str], ...] = ()
    title: str = "My playbook"
    reviews: tuple[Appointment, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all has been written yet."""
        return not self.written


def bind(
    learner: str,
    filled: Iterable[tuple[Worksheet, Mapping[str, str]]],
    learner_id: str = "",
    title: str = Playbook.title,
    reviews: Iterable[Appointment] = (),
) -> Playbook:
    """Bind worksheets and their entries into a playbook.

    Parameters
    ----------
    learner : str
        Whose it is.
    filled : iterable of (Worksheet, mapping)
        Each worksheet with its entries by ``field`` or ``field.row``.
    learner_id : str
        What tells them from others of the same name.
    title : str
        What the document is called.
    reviews : iterable of Appointment
        The days on which questions come back.
    """
    pairs = list(filled)
    given = [learner, *(text for _, entries in pairs for text in entries.values() if isinstance(text, str))]
    replaced = tuple(characters.replaced("".join(given)).items())
    learner = characters.legal(learner)
    sheets = [one._replace(texts=_texts(one.texts)) for one in what_stands(pairs)]
    dates = [found for one in sheets for found in _appointments(one.worksheet, one.texts)]
    dates.sort(key=lambda a: (a.day, a.id))
    written = sum(len(one.written) for one in sheets)
    return Playbook(
        learner, tuple(map(_page, sheets)), tuple(dates), written, learner_id, replaced, title, tuple(reviews)
    )


def _texts(entries: Mapping) -> dict[str, str]:
    texts = {name: characters.legal(value).strip() for name, value in entries.items()}
    return {name: text for name, text in texts.items() if text}


def _page(filled: Filled) -> Page:
    """Bind one worksheet; what the learner wrote counts, and what is still open for them to write."""
    worksheet, texts = filled.worksheet, filled.texts
    sections = tuple(_table(sheet, filled) if sheet.rows > 1 else _pairs(sheet, filled) for sheet in worksheet.sheets)
    names = [name for sheet in worksheet.sheets for name in _names(sheet, texts)]
    done = sum(name in filled.written and name in texts for name in names)
    worked_out = {field.id for sheet in worksheet.sheets for field in sheet.fields if field.formula is not None}
    still_open = sum(name not in texts and name.partition(".")[0] not in worked_out for name in names)
    return Page(worksheet.title, worksheet.purpose, sections, done, done + still_open)


def _names(sheet: Sheet, entries: Mapping[str, str]) -> list[str]:
    """Return the names under which a sheet's entries are kept; of a table the rows in use count, and at least one."""
    return [field.id + suffix for suffix in _used(sheet, entries) or [".1"] for field in sheet.fields]


def _used(sheet: Sheet, entries: Mapping[str, str]) -> list[str]:
    in_use = lambda suffix: any(field.id + suffix in entries for field in sheet.fields)  # noqa: E731
    return [suffix for suffix in rows_of(sheet) if sheet.rows == 1 or in_use(suffix)]


def _pairs(sheet: Sheet, filled: Filled) -> Section:
    texts = filled.texts
    shown = tuple((field.label, _shown(field, texts[field.id])) for field in sheet.fields if field.id in texts)
    open_ = tuple(field.label for field in sheet.fields if field.id not in texts)
    return Section(sheet.title, (), shown, open_, _results(sheet, filled))


def _table(sheet: Sheet, filled: Filled) -> Section:
    columns = tuple(field.label for field in sheet.fields)
    used = _used(sheet, filled.texts)
    rows = tuple(tuple(_shown(f, filled.texts.get(f.id + suffix, "")) for f in sheet.fields) for suffix in used)
    return Section(sheet.title, columns if rows else (), rows, () if rows else columns, _results(sheet, filled))


def _results(sheet: Sheet, filled: Filled) -> tuple[str, ...]:
    found = results_of(sheet, filled.worksheet, filled.texts)
    return tuple(f"{label}: {text}" for label, text in found if text)


def _shown(field: Entry, text: str) -> str:
    if not text:
        return OPEN
    day = day_of(text) if field.type == "date" else None
    return f"{day.day} {day:%B %Y}" if day else text


def _appointments(worksheet: Worksheet, entries: Mapping[str, str]) -> Iterable[Appointment]:
    for sheet in worksheet.sheets:
        for suffix in rows_of(sheet):
            for field in sheet.fields:
                day = day_of(entries.get(field.id + suffix, "")) if field.type == "date" else None
                if day:
                    text = _about(worksheet, sheet, field, suffix, entries)
                    yield Appointment(f"{worksheet.id}.{field.id}{suffix}", day, text)


def _about(worksheet: Worksheet, sheet: Sheet, field: Entry, suffix: str, entries: Mapping[str, str]) -> str:
    """Say in one line what a date is about: what was written beside it, or else where it stands."""
    label = field.label.removesuffix(" on")
    if label.startswith("I "):
        return f"{worksheet.title}: {label}"
    beside = next((f for f in sheet.fields if f.type != "date" and f.id + suffix in entries), None)
    subject = " ".join(entries[beside.id + suffix].split()) if beside else ""
    if label == "By":
        before = f"{beside.label}: " if beside and beside.label.startswith("The ") else ""
        return before + subject if beside else f"{worksheet.title}: {sheet.title}"
    label = label[0].lower() + label[1:]
    return f"{subject} ({label})" if beside else f"{worksheet.title}: {label}"


def day_of(text: str) -> date | None:
    """Return the day that a date field holds, or None where it is no date."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
