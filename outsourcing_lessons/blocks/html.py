"""The static form of a block: complete, semantic HTML that reads well before anything runs and on paper.

Everything is escaped where it is put in. Headings start at ``h3``, under a lesson's title and section. No key and no
feedback of an item is ever in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from html import escape
from typing import Any, TypeVar

from outsourcing_lessons.blocks.block import (
    Ask,
    Binder,
    Block,
    Entry,
    Explorer,
    Finding,
    Frame,
    Guide,
    Readout,
    Research,
    Reveal,
    Sheet,
    Tally,
    Worksheet,
)  # fmt: skip
from outsourcing_lessons.blocks.outline import (
    ALL_OF_GAIN,
    BRIER,
    COVER,
    SURE,
    TOGETHER,
    asks_how_sure,
    begun,
    one_of,
    to_fill,
    to_tally,
)
from outsourcing_lessons.blocks.prose import prose_as_html
from outsourcing_lessons.items.form import Area, Boxes, Entries, Grid, Line, Part, Shares, Sure, Task
from outsourcing_lessons.items.item import Exhibit
from outsourcing_lessons.words import SECTIONS

T = TypeVar("T")
_LINE = '<span class="ol-blank" aria-hidden="true">____________</span>'


def as_html(block: Block) -> str:
    """Write a block as static HTML.

    Parameters
    ----------
    block : Block
        Any block.

    Returns
    -------
    str
        One ``section`` element of class ``ol-block``.

    Examples
    --------
    >>> from outsourcing_lessons.blocks.block import Prose
    >>> as_html(Prose(id="a", markdown="Hello *you* <b>"))
    '<section class="ol-block ol-prose"><p>Hello <em>you</em> &lt;b&gt;</p></section>'
    """
    return f'<section class="ol-block ol-{block.kind}">{_FORMS[block.kind](block)}</section>'


def _each(form: Callable[[T], str], parts: Iterable[T]) -> str:
    return "".join(form(part) for part in parts)


def _element(tag: str, text: str, css: str = "") -> str:
    return f"<{tag}{f' class={chr(34)}{css}{chr(34)}' if css else ''}>{escape(text)}</{tag}>"


def _paragraphs(text: str, css: str = "") -> str:
    parts = [part.strip() for part in re.split(r"\n\s*\n", text) if part.strip()]
    return _each(lambda part: _element("p", part, css), parts)


def _heading(eyebrow: str, title: str) -> str:
    return _element("p", eyebrow, "ol-eyebrow") + _element("h3", title, "ol-title")


def table(
    caption: str, columns: Sequence[str], rows: Sequence[Sequence[str]], css: str = "ol-table", titled: bool = False
) -> str:
    """Write a table whose first column heads its rows; columns of figures are aligned right.

    Parameters
    ----------
    caption : str
        What the table shows; not seen again where it is ``titled`` already.
    columns, rows : sequence
        The names of the columns; the cells, row by row.
    css : str
        Its classes.
    titled : bool
        Whether a heading just above says the caption.
    """
    figures = [all(re.match(r"[^A-Za-z]*[0-9]", row[i]) for row in rows if i < len(row)) for i in range(len(columns))]
    kinds = ["ol-figures" if i and figure else "" for i, figure in enumerate(figures)]
    head = "".join(map(_head_cell, columns, kinds))
    body = _each(lambda row: f"<tr>{''.join(map(_body_cell, range(len(row)), row, kinds))}</tr>", rows)
    return (
        f'<div class="ol-scroll" role="group" aria-label="{escape(caption)}" tabindex="0"><table class="{css}">'
        f"{_element('caption', caption, 'ol-unseen' if titled else '')}<thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table></div>"
    )


def _head_cell(name: str, kind: str) -> str:
    """A column without a name is headed by nothing: an empty heading would be read out as one."""
    return _cell("th", "col", name, kind) if name else _cell("td", "", "", kind)


def _cell(tag: str, scope: str, text: str, kind: str = "") -> str:
    css = f' class="{kind}"' if kind else ""
    return f"<{tag}{f' scope={chr(34)}{scope}{chr(34)}' if scope else ''}{css}>{escape(text)}</{tag}>"


def _body_cell(column: int, text: str, kind: str) -> str:
    return _cell("td", "", text, kind) if column else _cell("th", "row", text)


def _exhibit(exhibit: Exhibit | None) -> str:
    return table(exhibit.caption, exhibit.columns, exhibit.rows) if exhibit else ""


def _ask(block: Ask) -> str:
    item = block.item
    eyebrow = f"{SECTIONS.get(block.section, block.section.capitalize())} · about {_minutes(item.minutes)}"
    start = _heading(eyebrow, item.title) + _paragraphs(item.prompt, "ol-prompt") + _exhibit(item.exhibit)
    return start + _each(_part, item.form("page")) + (_write(Sure(SURE)) if asks_how_sure(block) else "")


def _minutes(minutes: float) -> str:
    whole = max(1, round(minutes))
    return "a minute" if whole == 1 else f"{whole} minutes"


def _part(part: Part) -> str:
    match part:
        case Task(text):
            return _element("p", text, "ol-legend")
        case Boxes(texts):
            return f'<ul class="ol-options">{_each(_box, texts)}</ul>'
        case Entries(lines) | Shares(lines):
            return _each(_write, lines)
        case Area():
            return f'<p class="ol-write ol-write-area">{_LINE}</p>'
        case Grid(caption):
            return table(caption, *to_fill(part, "")[1:], "ol-table ol-empty")


def _box(text: str) -> str:
    return f'<li><span class="ol-box" aria-hidden="true"></span>{escape(text)}</li>'


def _write(line: Line | Sure) -> str:
    """Return a line to write a number on, with what stands before and after it, or how sure one is."""
    blanks = f"{_LINE} %" if isinstance(line, Sure) else "".join(escape(start) + _blank(line) for start in line.starts)
    return f'<p class="ol-write"><span class="ol-label">{escape(line.label)}</span> {blanks}</p>'


def _blank(line: Line) -> str:
    return " ".join(part for part in (escape(line.prefix), _LINE, escape(line.unit.strip())) if part)


def frame(shown: Frame) -> str:
    """Write what an explorer shows: the drawing with its words, and the figures beside it."""
    return (
        f'<figure class="ol-figure" role="img" aria-label="{escape(shown.alt)}">{shown.svg}{shown.narrow}</figure>'
        f'<p class="ol-sentence">{escape(shown.sentence)}</p>{_readouts(shown)}'
    )


def _readouts(shown: Frame) -> str:
    return f'<dl class="ol-readouts">{_each(_readout, shown.readouts)}</dl>' if shown.readouts else ""


def _readout(readout: Readout) -> str:
    return f"<div>{_element('dt', readout.label)}{_element('dd', readout.value)}</div>"


def _explorer(block: Explorer) -> str:
    first = block.scenarios[0].frame
    labels = [readout.label for readout in first.readouts]
    rows = [(one.label, *(readout.value for readout in one.frame.readouts)) for one in block.scenarios]
    compared = table("The settings compared", ("Setting", *labels), rows) if labels and len(rows) > 1 else ""
    shown = frame(first) + compared
    return _heading("Explore", block.title) + _paragraphs(block.question) + (_covered(shown) if block.after else shown)


def _covered(inside: str) -> str:
    return f"<details>{_element('summary', COVER)}{inside}</details>"


def _reveal(block: Reveal) -> str:
    inside = (
        _element("p", block.truth, "ol-truth")
        + _paragraphs(block.explanation)
        + _element("p", block.formula, "ol-formula")
    )
    assumptions = _paragraphs(f"Assumptions: {block.assumptions}", "ol-note")
    return _heading("Reveal", block.title) + _covered(inside + assumptions)


def _research(block: Research) -> str:
    findings = _each(_finding, block.findings)
    return _heading("Research", block.title) + f'<ul class="ol-findings">{findings}</ul>'


def _finding(finding: Finding) -> str:
    words = " ".join(_element("span", word, "ol-badge") for word in (finding.strength, finding.direction))
    badges = f'<p class="ol-badges">{words}</p>'
    doi = finding.doi and f' <a href="https://doi.org/{escape(finding.doi)}">doi:{escape(finding.doi)}</a>'
    citation = f'<p class="ol-note">{escape(finding.citation)}{doi}</p>'
    return f"<li>{badges}{_element('p', finding.claim)}{_paragraphs(finding.note, 'ol-note')}{citation}</li>"


def _worksheet(block: Worksheet) -> str:
    return _heading("Worksheet", block.title) + _paragraphs(block.purpose) + _each(_sheet, block.sheets)


def _sheet(sheet: Sheet) -> str:
    lines = (_field(field, sheet.start.get(field.id, "")) for field in sheet.fields)
    fields = _rows(sheet) if sheet.rows > 1 else "".join(lines)
    return f'<div class="ol-sheet">{_element("h4", sheet.title)}{_paragraphs(sheet.help, "ol-note")}{fields}</div>'


def _field(field: Entry, start: str) -> str:
    area = " ol-write-area" if field.type == "area" and not start else ""
    filled = _element("span", start, "ol-filled") if start else _LINE
    line = f'<p class="ol-write{area}"><span class="ol-label">{escape(field.label)}</span> {filled}</p>'
    line += _element("p", f"Choose {one_of(field)}", "ol-note") if field.options else ""
    return line + (_element("p", f"For example: {field.example}", "ol-note") if field.example else "")


def _rows(sheet: Sheet) -> str:
    examples = [f"{field.label}: {field.example}" for field in sheet.fields if field.example]
    columns = ("No.", *(field.label for field in sheet.fields))
    filled = table(sheet.title, columns, begun(sheet, ""), "ol-table ol-empty", titled=True)
    choices = [field for field in sheet.fields if field.options]
    filled += _each(lambda field: _element("p", f"{field.label}: {one_of(field)}", "ol-note"), choices)
    return filled + (_element("p", f"For example: {'; '.join(examples)}", "ol-note") if examples else "")


def _tally(block: Tally) -> str:
    filled = table(*to_tally(block, "____"), "ol-table ol-empty") + _paragraphs(f"{ALL_OF_GAIN}\n\n{BRIER}")
    return _heading("Before and after", block.title) + _paragraphs(block.purpose) + filled


def _binder(block: Binder) -> str:
    pages = _each(lambda worksheet: _element("li", worksheet.title), block.worksheets)
    start = _heading("Playbook", block.title) + _paragraphs(block.purpose)
    return f'{start}<ul class="ol-pages">{pages}</ul>{_paragraphs(TOGETHER)}'


def _guide(block: Guide) -> str:
    skip = _element("p", f"Short of time: {block.skip}", "ol-note") if block.skip else ""
    talk = _element("p", f"{_minutes(block.talk).capitalize()} of talk.", "ol-note") if block.talk else ""
    title = block.section.replace("-", " ").capitalize() or "Notes"
    return _heading("For the instructor", title) + _paragraphs(block.discussion) + talk + skip


_FORMS: dict[str, Callable[[Any], str]] = {
    "prose": prose_as_html, "ask": _ask, "explorer": _explorer, "reveal": _reveal, "research": _research,
    "worksheet": _worksheet, "tally": _tally, "binder": _binder, "guide": _guide,
}  # fmt: skip
