"""What there is to fill in of an item, as plain data: text, Markdown, HTML and print are made from these parts.

A type of item says which parts it has, in the words of each medium; no form of a page knows a type.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

Medium: TypeAlias = Literal["text", "page", "paper"]
ONE = ("",)  # the words before the only number of a line


class Task(NamedTuple):
    """What to do."""

    text: str


class Boxes(NamedTuple):
    """Lines to mark: one of them, several, each with its place in an order, or those that hold on reading again."""

    texts: tuple[str, ...]
    mark: Literal["one", "several", "place", "check"]


class Line(NamedTuple):
    """A number to write, between its currency and its unit; with words before each where there are several."""

    label: str
    prefix: str
    unit: str
    starts: tuple[str, ...]


class Sure(NamedTuple):
    """How sure one is, in the steps that count."""

    label: str


class Entries(NamedTuple):
    """Things to write, one below the other."""

    lines: tuple[Line | Sure, ...]


class Shares(NamedTuple):
    """Numbers to write that add up."""

    lines: tuple[Line, ...]


class Area(NamedTuple):
    """Space for a text of one's own."""

    lines: int


class Grid(NamedTuple):
    """A table to fill in; its cells are empty but for the first of each row."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[str, ...]


Part: TypeAlias = Task | Boxes | Entries | Shares | Area | Grid
