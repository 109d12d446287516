"""Pages to use, made of what stands on worksheets: which fields go on a page, and under which words."""

from __future__ import annotations

from pydantic import Field

from outsourcing_lessons.items.item import Record, Slug, Text


class Part(Record):
    """One part of a page: lines of single fields, or a table of columns of one worksheet.

    ``lines`` and ``columns`` say by their label where a text comes from: ``"plans.letter/result"``, a row of a
    table as ``"plans.letter/name.1"``. All columns are of one table, of which the rows are shown in which the
    fields named in ``only`` hold one of those texts. What the course works out under a table stands under it here too.
    """

    title: Text
    lines: dict[str, str] = {}
    columns: dict[str, str] = {}
    only: dict[str, tuple[str, ...]] = {}


class Handout(Record):
    """A page of a playbook that is used by itself: sent to somebody, or pinned to a wall.

    ``sent`` pages leave the house: each is also a file of its own. The ``plan`` ends in what to read again.
    """

    id: Slug
    title: Text
    purpose: Text
    sent: bool = False
    plan: bool = False
    parts: tuple[Part, ...] = Field(min_length=1)


class Studied(Record):
    """What a lesson is to make a learner able to do, and the items that ask for it."""

    lesson: Text
    able: Text
    items: tuple[str, ...] = Field(min_length=1)


def place_of(source: str) -> tuple[str, str]:
    """Return the worksheet and the field that a line or column names.

    Examples
    --------
    >>> place_of("plans.letter/name.1")
    ('plans.letter', 'name.1')
    """
    worksheet, _, field = source.partition("/")
    return worksheet, field
