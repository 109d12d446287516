"""What stands on worksheets: what the learner wrote, and where they wrote nothing what other pages and sums give.

What is written counts first, also when it is emptied; then what an earlier worksheet gives (`Draw`), then what the
course begins with, and last what is worked out of the rest. Nothing but what is written is ever kept, so all the others
follow when something before them changes. ``player/filled.js`` is the same over again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from outsourcing_lessons.blocks.formula import in_words, worked_out
from outsourcing_lessons.blocks.sheet import Draw, Sheet, Worksheet
from outsourcing_lessons.number_format import writing


class Filled(NamedTuple):
    """One worksheet: all its texts, those that other worksheets give, and the names of those the learner wrote."""

    worksheet: Worksheet
    texts: dict[str, str]
    drawn: dict[str, str]
    written: frozenset[str]


def filled(pairs: Iterable[tuple[Worksheet, Mapping[str, Any]]]) -> list[Filled]:
    """Return what stands on each worksheet.

    Parameters
    ----------
    pairs : iterable of (Worksheet, mapping)
        The worksheets in the order of their lessons, each with what is kept of it by ``field`` or ``field.row``.
    """
    done: dict[str, Filled] = {}
    found = []
    for worksheet, entries in pairs:
        typed = {name: text for name, text in entries.items() if isinstance(text, str)}
        drawn = {
            name: text
            for sheet in worksheet.sheets
            for field, draw in sheet.draws.items()
            for name, text in _drawn(sheet, field, draw, done.get(draw.worksheet)).items()
        }
        start = {name: text for sheet in worksheet.sheets for name, text in sheet.start.items()}
        with writing(worksheet.numbers):
            texts = _with_sums(worksheet, start | drawn | typed)
        written = frozenset(name for name, text in typed.items() if text.strip())
        done[worksheet.id] = Filled(worksheet, texts, drawn, written)
        found.append(done[worksheet.id])
    return found


def results_of(sheet: Sheet, worksheet: Worksheet, texts: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return what is worked out under a sheet, as label and text; the text is empty where something is missing."""
    found = ((result, worked_out(result.formula, worksheet, texts)) for result in sheet.results)
    with writing(worksheet.numbers):
        return [(result.label, "" if value is None else in_words(value, result)) for result, value in found]


def rows_of(sheet: Sheet) -> list[str]:
    """Return what stands behind a field's id in each row of a sheet."""
    return [""] if sheet.rows == 1 else [f".{row}" for row in range(1, sheet.rows + 1)]


def _with_sums(worksheet: Worksheet, texts: dict[str, str]) -> dict[str, str]:
    """Add what is worked out; a formula may use what one before it gave."""
    for sheet in worksheet.sheets:
        for field in sheet.fields:
            for row in rows_of(sheet):
                value = None if field.formula is None else worked_out(field.formula, worksheet, texts, row)
                if value is not None and not texts.get(field.id + row, "").strip():
                    texts = texts | {field.id + row: in_words(value, field)}
    return texts


def _drawn(sheet: Sheet, name: str, draw: Draw, source: Filled | None) -> dict[str, str]:
    if source is None:
        return {}
    given = _given(draw, source)
    one_only = sheet.rows == 1 or "." in name
    names = [name] if one_only else [name + row for row in rows_of(sheet)]
    return {one: text for one, text in zip(names, given, strict=False) if text.strip()}


def _given(draw: Draw, source: Filled) -> list[str]:
    """Return what stands in a field of another worksheet, row by row; ``field.2`` is that row alone."""
    sheet = next(one for one in source.worksheet.sheets if any(f.id == draw.field for f in one.fields))
    texts = defaultdict(str, source.texts)
    used = [row for row in rows_of(sheet) if any(texts[field.id + row].strip() for field in sheet.fields)]
    fit = [row for row in used if all(texts[name + row] in allowed for name, allowed in draw.only.items())]
    return [texts[draw.field + row] for row in fit]
