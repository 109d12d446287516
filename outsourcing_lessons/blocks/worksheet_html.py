"""The static form of a worksheet: lines to write on, with what it begins with."""

from __future__ import annotations

from html import escape

from outsourcing_lessons.blocks.markup import LINE, each, element, heading, paragraphs, table
from outsourcing_lessons.blocks.sheet import Entry, Sheet, Worksheet
from outsourcing_lessons.blocks.sheet_words import begun, one_of, taken_from, to_work_out


def worksheet_as_html(block: Worksheet) -> str:
    """Write a worksheet with lines to fill in."""
    return heading("Worksheet", block.title) + paragraphs(block.purpose) + each(_sheet, block.sheets)


def _sheet(sheet: Sheet) -> str:
    lines = (_field(field, sheet.start.get(field.id, "")) for field in sheet.fields)
    fields = _rows(sheet) if sheet.rows > 1 else "".join(lines)
    about = paragraphs(sheet.help, "ol-note") + each(lambda line: element("p", line, "ol-note"), taken_from(sheet))
    results = each(_blank_line, to_work_out(sheet))
    return f'<div class="ol-sheet">{element("h4", sheet.title)}{about}{fields}{results}</div>'


def _blank_line(label: str) -> str:
    return f'<p class="ol-write"><span class="ol-label">{escape(label)}</span> {LINE}</p>'


def _field(field: Entry, start: str) -> str:
    area = " ol-write-area" if field.type == "area" and not start else ""
    filled = element("span", start, "ol-filled") if start else LINE
    line = f'<p class="ol-write{area}"><span class="ol-label">{escape(field.label)}</span> {filled}</p>'
    line += element("p", f"Choose {one_of(field)}", "ol-note") if field.options else ""
    return line + (element("p", f"For example: {field.example}", "ol-note") if field.example else "")


def _rows(sheet: Sheet) -> str:
    examples = [f"{field.label}: {field.example}" for field in sheet.fields if field.example]
    columns = ("No.", *(field.label for field in sheet.fields))
    filled = table(sheet.title, columns, begun(sheet, ""), "ol-table ol-empty", titled=True)
    choices = [field for field in sheet.fields if field.options]
    filled += each(lambda field: element("p", f"{field.label}: {one_of(field)}", "ol-note"), choices)
    return filled + (element("p", f"For example: {'; '.join(examples)}", "ol-note") if examples else "")
