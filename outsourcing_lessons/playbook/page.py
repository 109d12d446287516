"""What a playbook is made of: pages of sections, and dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

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
