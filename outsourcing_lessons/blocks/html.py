"""The static form of a block: complete, semantic HTML that reads well before anything runs and on paper.

Everything is escaped where it is put in. Headings start at ``h3``, under a lesson's title and section. No key and no
feedback of an item is ever in it.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

from outsourcing_lessons.blocks.block import (
    Ask,
    Binder,
    Block,
    Explorer,
    Finding,
    Frame,
    Guide,
    Readout,
    Research,
    Reveal,
    Tally,
    in_its_format,
)  # fmt: skip
from outsourcing_lessons.blocks.markup import LINE, each, element, heading, paragraphs, table
from outsourcing_lessons.blocks.outline import (
    BRIER,
    COVER,
    PLAYED,
    SURE,
    TOGETHER,
    as_played,
    asks_how_sure,
    to_fill,
    to_play,
    to_tally,
)
from outsourcing_lessons.blocks.prose import prose_as_html
from outsourcing_lessons.blocks.worksheet_html import worksheet_as_html
from outsourcing_lessons.items.form import Area, Boxes, Entries, Grid, Line, Part, Results, Shares, Sure, Task
from outsourcing_lessons.words import EVIDENCE, LEARNED, SECTIONS


@in_its_format
def as_html(block: Block) -> str:
    """Write a block as static HTML.

    Examples
    --------
    >>> from outsourcing_lessons.blocks.block import Prose
    >>> as_html(Prose(id="a", markdown="Hello *you* <b>"))
    '<section class="ol-block ol-prose"><p>Hello <em>you</em> &lt;b&gt;</p></section>'
    """
    return f'<section class="ol-block ol-{block.kind}">{_FORMS[block.kind](block)}</section>'


def _ask(block: Ask) -> str:
    item = block.item
    eyebrow = f"{SECTIONS.get(block.section, block.section.capitalize())} · about {_minutes(item.minutes)}"
    read = table(item.exhibit.caption, item.exhibit.columns, item.exhibit.rows) if item.exhibit else ""
    start = heading(eyebrow, item.title) + paragraphs(item.prompt, "ol-prompt") + read
    return start + each(_part, item.form("page")) + (_write(Sure(SURE)) if asks_how_sure(block) else "")


def _minutes(minutes: float) -> str:
    whole = max(1, round(minutes))
    return "a minute" if whole == 1 else f"{whole} minutes"


def _part(part: Part) -> str:
    match part:
        case Task(text):
            return element("p", text, "ol-legend")
        case Boxes(texts):
            return f'<ul class="ol-options">{each(_box, texts)}</ul>'
        case Entries(lines) | Shares(lines):
            return each(_write, lines)
        case Area():
            return f'<p class="ol-write ol-write-area">{LINE}</p>'
        case Grid(caption):
            return table(caption, *to_fill(part, "")[1:], "ol-table ol-empty")
        case Results(caption, columns, rows):
            return f"<details>{element('summary', caption)}{table(caption, columns, rows)}</details>"


def _box(text: str) -> str:
    return f'<li><span class="ol-box" aria-hidden="true"></span>{escape(text)}</li>'


def _write(line: Line | Sure) -> str:
    """Return a line to write a number on, with what stands before and after it, or how sure one is."""
    blanks = f"{LINE} %" if isinstance(line, Sure) else "".join(escape(start) + _blank(line) for start in line.starts)
    return f'<p class="ol-write"><span class="ol-label">{escape(line.label)}</span> {blanks}</p>'


def _blank(line: Line) -> str:
    return " ".join(part for part in (escape(line.prefix), LINE, escape(line.unit.strip())) if part)


def frame(shown: Frame) -> str:
    """Write what an explorer shows: the drawing with its words, and the figures beside it."""
    return (
        f'<figure class="ol-figure" role="img" aria-label="{escape(shown.alt)}">{shown.svg}{shown.narrow}</figure>'
        f'<p class="ol-sentence">{escape(shown.sentence)}</p>{_readouts(shown)}'
    )


def _readouts(shown: Frame) -> str:
    return f'<dl class="ol-readouts">{each(_readout, shown.readouts)}</dl>' if shown.readouts else ""


def _readout(readout: Readout) -> str:
    return f"<div>{element('dt', readout.label)}{element('dd', readout.value)}</div>"


def _played(block: Explorer) -> str:
    """Write an explorer that is played in turns as a table to fill in, and one play behind a cover."""
    start = heading("Play", block.title) + paragraphs(block.question) + table(*to_play(block, ""), "ol-table")
    return start + _covered(table(*as_played(block), "ol-table") + frame(block.scenarios[-1].frame), PLAYED)


def _explorer(block: Explorer) -> str:
    if block.play:
        return _played(block)
    first = block.scenarios[0].frame
    labels = [readout.label for readout in first.readouts]
    rows = [(one.label, *(readout.value for readout in one.frame.readouts)) for one in block.scenarios]
    compared = table("The settings compared", ("Setting", *labels), rows) if labels and len(rows) > 1 else ""
    shown = frame(first) + compared
    return heading("Explore", block.title) + paragraphs(block.question) + (_covered(shown) if block.after else shown)


def _covered(inside: str, title: str = COVER) -> str:
    return f"<details>{element('summary', title)}{inside}</details>"


def _reveal(block: Reveal) -> str:
    inside = (
        element("p", block.truth, "ol-truth")
        + paragraphs(block.explanation)
        + element("p", block.formula, "ol-formula")
    )
    assumptions = paragraphs(f"Assumptions: {block.assumptions}", "ol-note")
    return heading("Reveal", block.title) + _covered(inside + assumptions)


def _research(block: Research) -> str:
    findings = each(_finding, block.findings)
    about = element("p", EVIDENCE["about"], "ol-note")
    return heading("Research", block.title) + f'<ul class="ol-findings">{findings}</ul>{about}'


def _dots(strength: str) -> str:
    """Write how far a study of this kind can be trusted, as dots that are said to who cannot see them."""
    most, count = EVIDENCE["most"], EVIDENCE["strength"][strength]
    if not count:
        return element("span", strength, "ol-strength")
    drawn = '<i class="ol-full"></i>' * count + "<i></i>" * (most - count)
    unseen = element("span", f", strength {count} of {most}", "ol-unseen")
    dots = f'<span class="ol-dots" aria-hidden="true">{drawn}</span>'
    return f'<span class="ol-strength">{dots} {escape(strength)}{unseen}</span>'


def _finding(finding: Finding) -> str:
    said = element("span", EVIDENCE["direction"][finding.direction], f"ol-badge ol-{finding.direction}")
    badges = f'<p class="ol-badges">{_dots(finding.strength)} {said}</p>'
    doi = finding.doi and f' <a href="https://doi.org/{escape(finding.doi)}">doi:{escape(finding.doi)}</a>'
    citation = f'<p class="ol-note">{escape(finding.citation)}{doi}</p>'
    return f"<li>{badges}{element('p', finding.claim)}{paragraphs(finding.note, 'ol-note')}{citation}</li>"


def _tally(block: Tally) -> str:
    filled = table(*to_tally(block, "____"), "ol-table ol-empty") + paragraphs(f"{LEARNED['few']}\n\n{BRIER}")
    return heading("Before and after", block.title) + paragraphs(block.purpose) + filled


def _binder(block: Binder) -> str:
    pages = each(lambda worksheet: element("li", worksheet.title), block.worksheets)
    start = heading("Playbook", block.title) + paragraphs(block.purpose)
    return f'{start}<ul class="ol-pages">{pages}</ul>{paragraphs(TOGETHER)}'


def _guide(block: Guide) -> str:
    skip = element("p", f"Short of time: {block.skip}", "ol-note") if block.skip else ""
    talk = element("p", f"{_minutes(block.talk).capitalize()} of talk.", "ol-note") if block.talk else ""
    title = block.section.replace("-", " ").capitalize() or "Notes"
    return heading("For the instructor", title) + paragraphs(block.discussion) + talk + skip


_FORMS: dict[str, Callable[[Any], str]] = {
    "prose": prose_as_html, "profile": lambda block: element("p", block.line), "ask": _ask, "explorer": _explorer,
    "reveal": _reveal, "research": _research, "worksheet": worksheet_as_html, "tally": _tally, "binder": _binder,
    "guide": _guide,
}  # fmt: skip
