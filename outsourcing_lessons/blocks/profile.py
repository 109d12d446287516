"""Whom a notebook is made for: one line to read, and where a learner may change it the fields of a form."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from outsourcing_lessons.items.item import Record, Text


class ProfileField(Record):
    """One field of the form, by the name of the parameter it sets.

    A ``choice`` takes one of ``options``, or of all ``codes`` of regions or currencies: a live form lists those, and
    names them in words. What is ``fixed`` is set by the notebook itself, so that it cannot be changed here.
    A country ``suggests`` a currency to whoever has chosen none.
    """

    name: str
    label: Text
    help: str = ""
    type: Literal["line", "number", "choice"] = "line"
    value: str = ""
    options: tuple[str, ...] = ()
    codes: Literal["", "region", "currency"] = ""
    fixed: bool = False
    suggests: dict[str, str] = Field(default={}, exclude_if=lambda suggested: not suggested)


class Profile(Record):
    """A learner's settings in a line; ``fields`` are those that may be changed here, none in a workbook made for one.

    ``saved`` says that the learner has saved some, so the form need not stand open.
    """

    kind: Literal["profile"] = "profile"
    id: str
    line: Text
    fields: tuple[ProfileField, ...] = ()
    saved: bool = False
