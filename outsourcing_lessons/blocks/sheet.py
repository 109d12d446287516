"""A worksheet as plain data: its fields, what they begin with, what other pages give them, and what is worked out."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from outsourcing_lessons.blocks.view import Role
from outsourcing_lessons.items.base import NO_FORMAT, Numbers
from outsourcing_lessons.items.game import Dial
from outsourcing_lessons.items.item import Record, Slug, Text


def _frozen(part: Any) -> Any:
    """Return a formula as it was written, also after it was JSON."""
    return tuple(map(_frozen, part)) if isinstance(part, list | tuple) else part


# A number, the id of a field, or an operation with what it works on: see ``blocks.formula``.
Formula = Annotated[float | str | tuple[Any, ...], BeforeValidator(_frozen)]


def _is_unsaid(value: str | bool | tuple[str, ...]) -> bool:
    return not value


class Rule(Record):
    """What follows from other fields of the same row: ``text`` where each field of ``when`` holds one of its texts.

    A field with no texts has to hold something, whatever it is.
    """

    text: Text
    when: dict[str, tuple[str, ...]] = Field(min_length=1)


class Entry(Record):
    """One field of a worksheet; ``example`` is a filled-in answer from the learner's trade.

    A ``choice`` takes one of ``options``, in the colours that their ``roles`` have in a chart, if they have any. What
    the ``formula`` gives, or the first of the ``rules`` that fits, stands there while nothing is written. A number may
    be typed with its ``prefix`` (a currency) and is worked out with it, to so many ``decimals``. A ``promise`` is what
    the learner says they will do: the start page reminds them of it.

    Calendar and start page name a date by what stands beside it in its row. ``reminder`` adds to that what happens on
    the day, or what the text beside it is: "Photos (given)", "The task: photos". A date ``of_page`` is named by the
    title of its worksheet: "Your plan: I read it again".
    """

    id: Slug
    label: Text
    type: Literal["line", "area", "date", "number", "choice"] = "line"
    example: str = ""
    options: tuple[str, ...] = ()
    roles: tuple[Role, ...] = Field(default=(), exclude_if=_is_unsaid)
    prefix: str = ""
    decimals: int = 2
    formula: Formula | None = None
    rules: tuple[Rule, ...] = ()
    promise: bool = False
    reminder: str = Field(default="", exclude_if=_is_unsaid)
    of_page: bool = Field(default=False, exclude_if=_is_unsaid)

    @property
    def is_worked_out(self) -> bool:
        """Whether something may stand here that follows from other fields."""
        return self.formula is not None or bool(self.rules)

    def reminded(self, text: str) -> str:
        """Return what was written here as it reads away from its worksheet."""
        return f"{self.reminder}: {text}" if self.reminder else text


class Result(Record):
    """What is worked out under a sheet: "Hours a week: 42". ``of`` is what it ought to come to, if anything."""

    label: Text
    formula: Formula
    prefix: str = ""
    unit: str = ""
    decimals: int = 2
    of: float | None = None


class Draw(Record):
    """What another worksheet, of an earlier lesson, gives a field: there called ``field``, and shown as ``said``.

    Of a table it gives the rows in use in which the fields named in ``only`` hold one of those texts: the first such
    row to the first row here, and so on; where there is but one field here, the first. Rows that were so from the
    beginning, and in which the learner wrote nothing, are not among these.
    """

    worksheet: str
    field: Slug
    said: Text
    only: dict[str, tuple[str, ...]] = {}


class Offer(Record):
    """What a game gives a table, if the learner says so: the dials of the best year that was played, a row for each.

    They come into the ``field`` where nothing stands, as if typed, and can be changed like anything else. The dials are
    those of the ``item``, in the words of the worksheet.
    """

    item: str
    field: Slug
    label: Text
    dials: tuple[Dial, ...] = Field(min_length=1)


class Sheet(Record):
    """One part of a worksheet. With ``rows`` above 1 it is a table: the fields are columns.

    ``start`` holds what is filled in before the learner begins, by ``field`` or ``field.row`` (rows count from 1), and
    ``draws`` what comes from other worksheets, by ``field`` for all of its rows or ``field.row``. What the learner
    writes, or empties, counts before both. No page that is sent to somebody may show what stands on a ``private`` one.
    """

    title: Text
    help: str = ""
    private: bool = False
    fields: tuple[Entry, ...] = Field(min_length=1)
    rows: int = Field(default=1, ge=1, le=12)
    start: dict[str, str] = {}
    draws: dict[str, Draw] = {}
    results: tuple[Result, ...] = ()
    offer: Offer | None = None


class Worksheet(Record):
    """A page about the learner's own case, to keep. Entries are kept under ``field`` or ``field.row``."""

    kind: Literal["worksheet"] = "worksheet"
    id: str
    title: Text
    purpose: Text
    numbers: Numbers = NO_FORMAT
    sheets: tuple[Sheet, ...]
