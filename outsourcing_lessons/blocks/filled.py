"""What stands on worksheets: what the learner wrote, and where they wrote nothing what other pages and sums give.

What is written counts first, also when it is emptied; then what an earlier worksheet gives (`Draw`), then what the
course begins with, and last what is worked out of the rest. Nothing but what is written is ever kept, so all the others
follow when something before them changes. ``player/filled.js`` is the same over again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from outsourcing_lessons.blocks.formula import in_words, names_in, worked_out
from outsourcing_lessons.blocks.sheet import Draw, Entry, Rule, Sheet, Worksheet
from outsourcing_lessons.number_format import writing


class Filled(NamedTuple):
    """One worksheet: all its texts, those that other worksheets give, and the names of those the learner wrote.

    ``own`` are the names of the texts that are the learner's: what they wrote, what comes from that, and what stands
    in a row of a table in which they wrote something. The rest is what the course began with.
    """

    worksheet: Worksheet
    texts: dict[str, str]
    drawn: dict[str, str]
    written: frozenset[str]
    own: frozenset[str] = frozenset()

    @property
    def own_texts(self) -> dict[str, str]:
        """The texts that are the learner's."""
        return {name: text for name, text in self.texts.items() if name in self.own}


def filled(pairs: Iterable[tuple[Worksheet, Mapping[str, Any]]]) -> list[Filled]:
    """Return what stands on each worksheet.

    ``pairs``: the worksheets in the order of their lessons, each with what is kept of it by ``field`` or ``field.row``.
    """
    done: dict[str, Filled] = {}
    found = []
    for worksheet, entries in pairs:
        typed = {name: text for name, text in entries.items() if isinstance(text, str)}
        sources = {
            name: (draw.worksheet, source)
            for sheet in worksheet.sheets
            for field, draw in sheet.draws.items()
            for name, source in _drawn(sheet, field, draw, done.get(draw.worksheet)).items()
        }
        drawn = {name: done[given].texts[source] for name, (given, source) in sources.items()}
        start = {name: text for sheet in worksheet.sheets for name, text in sheet.start.items()}
        with writing(worksheet.numbers):
            texts = _with_sums(worksheet, start | drawn | typed)
        written = frozenset(name for name, text in typed.items() if text.strip())
        theirs = {name for name, (given, source) in sources.items() if source in done[given].own and name not in typed}
        done[worksheet.id] = Filled(worksheet, texts, drawn, written, _own(worksheet, texts, written | theirs))
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
                text = _follows(field, worksheet, texts, row) if field.is_worked_out else ""
                if text and not texts.get(field.id + row, "").strip():
                    texts = texts | {field.id + row: text}
    return texts


def _follows(field: Entry, worksheet: Worksheet, texts: Mapping[str, str], row: str) -> str:
    """Return what follows from other fields: what the formula gives, or the first of the rules that fits."""
    value = None if field.formula is None else worked_out(field.formula, worksheet, texts, row)
    if value is not None:
        return in_words(value, field)
    held = defaultdict(str, {name: text.strip() for name, text in texts.items()})
    return next((rule.text for rule in field.rules if _fits(rule, held, row)), "")


def _fits(rule: Rule, held: Mapping[str, str], row: str) -> bool:
    there = ((held[name + row], allowed) for name, allowed in rule.when.items())
    return all(text in allowed if allowed else text for text, allowed in there)


def _own(worksheet: Worksheet, texts: Mapping[str, str], theirs: frozenset[str]) -> frozenset[str]:
    """Return the names of the texts that are the learner's: these, their rows, and what is worked out of them."""
    own = set(theirs)
    for sheet in worksheet.sheets:
        for row in rows_of(sheet):
            names = [field.id + row for field in sheet.fields]
            if sheet.rows > 1 and not own.isdisjoint(names):
                own.update(names)
        for field in sheet.fields if sheet.rows == 1 else ():
            if not {name.partition(".")[0] for name in own}.isdisjoint(_needs(field)):
                own.add(field.id)
    return frozenset(own & texts.keys())


def _needs(field: Entry) -> Iterable[str]:
    """Return the ids of the fields that what is worked out here follows from."""
    return (*(names_in(field.formula) if field.formula is not None else ()), *(n for r in field.rules for n in r.when))


def _drawn(sheet: Sheet, name: str, draw: Draw, source: Filled | None) -> dict[str, str]:
    """Return from which field of another worksheet each field comes."""
    if source is None:
        return {}
    given = _given(draw, source)
    one_only = sheet.rows == 1 or "." in name
    names = [name] if one_only else [name + row for row in rows_of(sheet)]
    return {one: name for one, name in zip(names, given, strict=False) if source.texts.get(name, "").strip()}


def _given(draw: Draw, source: Filled) -> list[str]:
    """Return the names of a field of another worksheet in the rows that fit, one after another."""
    sheet = next(one for one in source.worksheet.sheets if any(f.id == draw.field for f in one.fields))
    texts = defaultdict(str, source.texts)
    used = [row for row in rows_of(sheet) if any(texts[field.id + row].strip() for field in sheet.fields)]
    theirs = [row for row in used if draw.field + row in source.own or not draw.only]
    fit = [row for row in theirs if all(texts[name + row] in allowed for name, allowed in draw.only.items())]
    return [draw.field + row for row in fit]
