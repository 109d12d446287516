"""The pages to use: what is the learner's on the worksheets, under the words of the page it goes on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from outsourcing_lessons.blocks.filled import Filled, results_of, rows_of
from outsourcing_lessons.blocks.handout import Handout, Part, place_of
from outsourcing_lessons.blocks.sheet import Entry, Sheet
from outsourcing_lessons.playbook.page import Page, Section, shown


def handout_pages(handouts: Iterable[Handout], sheets: Iterable[Filled]) -> list[tuple[Handout, Page]]:
    """Return the pages on which something of the learner's stands, each with what it was made by."""
    by_id = {one.worksheet.id: one for one in sheets}
    made = ((handout, _page(handout, by_id)) for handout in handouts)
    return [(handout, page) for handout, page in made if any(section.rows for section in page.sections)]


def _page(handout: Handout, sheets: Mapping[str, Filled]) -> Page:
    sections = tuple(_table(part, sheets) if part.columns else _lines(part, sheets) for part in handout.parts)
    return Page(handout.title, handout.purpose, sections, id=handout.id, sent=handout.sent)


def _lines(part: Part, sheets: Mapping[str, Filled]) -> Section:
    found = {label: _line(*place_of(source), sheets) for label, source in part.lines.items()}
    rows = tuple((label, text) for label, text in found.items() if text)
    return Section(part.title, rows=rows, open=tuple(label for label, text in found.items() if not text))


def _line(worksheet: str, name: str, sheets: Mapping[str, Filled]) -> str:
    filled = sheets[worksheet]
    text = filled.own_texts.get(name, "")
    return shown(_field(filled, name)[1], text) if text else ""


def _table(part: Part, sheets: Mapping[str, Filled]) -> Section:
    places = [place_of(source) for source in part.columns.values()]
    filled = sheets[places[0][0]]
    sheet, texts = _field(filled, places[0][1])[0], filled.own_texts
    fields = [_field(filled, name)[1] for _, name in places]
    rows = tuple(
        tuple(shown(field, texts.get(field.id + row, "")) for field in fields)
        for row in rows_of(sheet)
        if any(field.id + row in texts for field in fields)
        and all(texts.get(name + row, "") in allowed for name, allowed in part.only.items())
    )
    columns = tuple(part.columns)
    sums = tuple(f"{label}: {text}" for label, text in results_of(sheet, filled.worksheet, texts) if text)
    return Section(part.title, columns, rows, results=sums) if rows else Section(part.title, open=columns)


def _field(filled: Filled, name: str) -> tuple[Sheet, Entry]:
    column = name.partition(".")[0]
    return next((s, field) for s in filled.worksheet.sheets for field in s.fields if field.id == column)
