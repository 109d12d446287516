"""A playbook as a Word document, to be changed by its owner."""

from __future__ import annotations

import io

from docx import Document
from docx.oxml.ns import qn

from outsourcing_lessons.playbook.book import Playbook
from outsourcing_lessons.playbook.page import Page, Section
from outsourcing_lessons.words import BOOK, OPEN


def word(playbook: Playbook) -> bytes:
    """Return the playbook as DOCX, with headings and real tables."""
    document = Document()
    document.core_properties.title = playbook.title
    document.core_properties.language = "en"
    document.core_properties.author = playbook.learner
    document.add_heading(playbook.title, 0)
    document.add_paragraph(playbook.learner)
    _add_contents(document, playbook)
    for page in playbook.use:
        _add_page(document, page, 1, begins_a_sheet=bool(playbook.contents))
    written = playbook.written_pages
    if written:
        document.add_heading(BOOK["all"], 1).paragraph_format.page_break_before = bool(playbook.contents)
    for number, page in enumerate(written):
        _add_page(document, page, 2, begins_a_sheet=number > 0)
    if playbook.appointments:
        document.add_heading(BOOK["dates"], 1)
        for appointment in playbook.appointments:
            document.add_paragraph(str(appointment), style="List Bullet")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _add_contents(document, playbook: Playbook) -> None:
    if playbook.contents:
        document.add_heading(BOOK["use"], 1)
    for title in playbook.contents:
        document.add_paragraph(title, style="List Bullet")
    if playbook.still_missing:
        document.add_paragraph().add_run(playbook.still_missing).italic = True


def _add_page(document, page: Page, level: int, begins_a_sheet: bool) -> None:
    # Some of these pages are handed over on paper, alone.
    document.add_heading(page.title, level).paragraph_format.page_break_before = begins_a_sheet
    document.add_paragraph(page.about)
    for section in page.sections:
        document.add_heading(section.title, level + 1)
        _add_section(document, section)
        for result in section.results:
            document.add_paragraph(result)


def _add_section(document, section: Section) -> None:
    if not section.columns:
        for label, text in section.rows:
            paragraph = document.add_paragraph()
            paragraph.add_run(f"{label} " if label.endswith(("?", "…")) else f"{label}: ").bold = True
            paragraph.add_run(text).italic = text == OPEN
        if section.open:
            document.add_paragraph().add_run(section.still_open).italic = True
        return
    table = document.add_table(rows=1, cols=len(section.columns), style="Light Grid")
    for cell, name in zip(table.rows[0].cells, section.columns, strict=True):
        cell.text = name
    header = table.rows[0]._tr.get_or_add_trPr()
    header.append(header.makeelement(qn("w:tblHeader"), {}))  # a screen reader reads it before each cell
    for row in section.rows:
        added = table.add_row()
        properties = added._tr.get_or_add_trPr()
        properties.append(properties.makeelement(qn("w:cantSplit"), {}))
        for cell, text in zip(added.cells, row, strict=True):
            cell.text = text
