"""What is said of a sheet before anything is written in it, alike in text, in Markdown, in HTML and in print."""

from __future__ import annotations

from outsourcing_lessons.blocks.sheet import Entry, Sheet
from outsourcing_lessons.money import plain


def taken_from(sheet: Sheet) -> list[str]:
    """Return which fields a live sheet fills in from other worksheets, a line for each of these."""
    labels = {field.id: field.label for field in sheet.fields}
    fields: dict[str, dict[str, None]] = {}
    for name, draw in sheet.draws.items():
        fields.setdefault(draw.said, {})[labels[name.partition(".")[0]]] = None
    return [f"Take from {said}: {', '.join(of)}." for said, of in fields.items()]


def to_work_out(sheet: Sheet) -> list[str]:
    """Return what is worked out under a sheet, with what it ought to come to."""
    return [one.label + (f" (of {plain(one.of, one.decimals)})" if one.of is not None else "") for one in sheet.results]


def one_of(entry: Entry) -> str:
    """Return the options of a choice in words."""
    *others, last = entry.options
    return f"one of: {', '.join(others)} or {last}" if others else f"one of: {last}"


def begun(sheet: Sheet, blank: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a sheet as they are before the learner begins, numbered from 1."""
    names = ((f"{field.id}.{row}" for field in sheet.fields) for row in range(1, sheet.rows + 1))
    return tuple((str(n), *(sheet.start.get(name) or blank for name in row)) for n, row in enumerate(names, 1))
