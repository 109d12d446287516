"""What a playbook is made of: pages of sections, and dates; and how what stands in a field is written in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from outsourcing_lessons.blocks.sheet import Entry
from outsourcing_lessons.words import OPEN


@dataclass(frozen=True)
class Section:
    """One part of a page: a table where it has columns, else pairs of label and text.

    ``columns`` is empty for pairs; ``rows`` holds (label, text) pairs or the cells of a row; ``open`` names the fields
    that nothing is written in, so that they take one line and not one each; ``results`` are the sentences below it.
    """

    title: str
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    open: tuple[str, ...] = ()
    results: tuple[str, ...] = ()

    @property
    def still_open(self) -> str:
        return f"{OPEN.capitalize()}: {' · '.join(self.open)}" if self.open else ""


@dataclass(frozen=True)
class Page:
    """One page; of a worksheet, ``filled`` of ``fields`` say how far it is, and ``fields`` is 0 for others.

    ``sent`` pages leave the house, so each of them is also to be had alone, under its ``id``.
    """

    title: str
    purpose: str
    sections: tuple[Section, ...]
    filled: int = 0
    fields: int = 0
    id: str = ""
    sent: bool = False

    @property
    def about(self) -> str:
        """What the page is for, and of a worksheet how far it is."""
        return f"{self.purpose} {self.filled} of {self.fields} fields filled in." if self.fields else self.purpose


@dataclass(frozen=True)
class Appointment:
    """A date that a learner set: for the calendar."""

    id: str
    day: date
    text: str

    def __str__(self) -> str:
        return f"{self.day.day} {self.day:%B %Y}: {self.text}"


def shown(field: Entry, text: str) -> str:
    """Return a date in words, and where nothing stands that it is still open."""
    if not text:
        return OPEN
    day = day_of(text) if field.type == "date" else None
    return f"{day.day} {day:%B %Y}" if day else text


def day_of(text: str) -> date | None:
    """Return the day that a date field holds, or None where it is no date."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
