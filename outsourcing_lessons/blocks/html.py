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
)
from outsourcing_lessons.blocks.markup import LINE, each, element, heading, paragraphs, table
from outsourcing_lessons.blocks.outline import ALL_OF_GAIN, BRIER, COVER, SURE, TOGETHER, asks_how_sure, to_tally
from outsourcing_lessons.blocks.profile import Profile
from outsourcing_lessons.blocks.prose import prose_as_html
from outsourcing_lessons.blocks.worksheet_html import worksheet_as_html
from outsourcing_lessons.items import item as items
from outsourcing_lessons.words import ASKED, SECTIONS


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


def _exhibit(exhibit: items.Exhibit | None) -> str:
    return table(exhibit.caption, exhibit.columns, exhibit.rows) if exhibit else ""


def _ask(block: Ask) -> str:
    item = block.item
    eyebrow = f"{SECTIONS.get(block.section, block.section.capitalize())} · about {_minutes(item.minutes)}"
    start = heading(eyebrow, item.title) + paragraphs(item.prompt, "ol-prompt") + _exhibit(item.exhibit)
    sure = f'<p class="ol-write"><span class="ol-label">{SURE}</span> {LINE} %</p>' if asks_how_sure(block) else ""
    return start + _RESPONSES[item.type](item) + sure


def _minutes(minutes: float) -> str:
    whole = max(1, round(minutes))
    return "a minute" if whole == 1 else f"{whole} minutes"


def _choices(item: items.SingleChoice | items.MultipleChoice) -> str:
    return (
        element("p", f"{ASKED[item.type]}.", "ol-legend") + f'<ul class="ol-options">{each(_option, item.options)}</ul>'
    )


def _option(option: items.Option | items.Check) -> str:
    return f'<li><span class="ol-box" aria-hidden="true"></span>{escape(option.text)}</li>'


def _ordering(item: items.Ordering) -> str:
    ends = f"Put these in order, from “{item.first}” to “{item.last}”."
    return element("p", ends, "ol-legend") + f'<ul class="ol-options">{each(_option, item.options)}</ul>'


def _blank(item: items.Numeric) -> str:
    """Return a line to write a number on, with what stands before and after it."""
    return " ".join(part for part in (escape(item.prefix), LINE, escape(item.unit.strip())) if part)


def _write(label: str, item: items.Numeric) -> str:
    return f'<p class="ol-write"><span class="ol-label">{escape(label)}</span> {_blank(item)}</p>'


def _number(item: items.Number) -> str:
    return _write(ASKED[item.type], item)


def _allocation(item: items.Allocation) -> str:
    spaced = [item.prefix + "\u00a0" * item.prefix[-1:].isalpha(), "\u00a0" * item.unit[:1].isalpha() + item.unit]
    total = f"{item.total:,.10g}".join(spaced)
    return element("p", f"Share out {total}.", "ol-legend") + each(lambda part: _write(part.text, item), item.parts)


def _prediction(item: items.Prediction) -> str:
    lines = each(lambda label: _write(label, item), ("Best guess", "Probably from", "to"))
    return lines + f'<p class="ol-write"><span class="ol-label">How sure of that range</span> {LINE} %</p>'


def _short_text(item: items.ShortText) -> str:
    checks = each(_option, item.checklist)
    space = f'<p class="ol-write ol-write-area">{LINE}</p>'
    return f'{space}<p class="ol-legend">Then check:</p><ul class="ol-options">{checks}</ul>'


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


def _explorer(block: Explorer) -> str:
    first = block.scenarios[0].frame
    labels = [readout.label for readout in first.readouts]
    rows = [(one.label, *(readout.value for readout in one.frame.readouts)) for one in block.scenarios]
    compared = table("The settings compared", ("Setting", *labels), rows) if labels and len(rows) > 1 else ""
    shown = frame(first) + compared
    return heading("Explore", block.title) + paragraphs(block.question) + (_covered(shown) if block.after else shown)


def _covered(inside: str) -> str:
    return f"<details>{element('summary', COVER)}{inside}</details>"


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
    return heading("Research", block.title) + f'<ul class="ol-findings">{findings}</ul>'


def _finding(finding: Finding) -> str:
    words = " ".join(element("span", word, "ol-badge") for word in (finding.strength, finding.direction))
    badges = f'<p class="ol-badges">{words}</p>'
    doi = finding.doi and f' <a href="https://doi.org/{escape(finding.doi)}">doi:{escape(finding.doi)}</a>'
    citation = f'<p class="ol-note">{escape(finding.citation)}{doi}</p>'
    return f"<li>{badges}{element('p', finding.claim)}{paragraphs(finding.note, 'ol-note')}{citation}</li>"


def _tally(block: Tally) -> str:
    filled = table(*to_tally(block, "____"), "ol-table ol-empty") + paragraphs(f"{ALL_OF_GAIN}\n\n{BRIER}")
    return heading("Before and after", block.title) + paragraphs(block.purpose) + filled


def _binder(block: Binder) -> str:
    pages = each(lambda worksheet: element("li", worksheet.title), block.worksheets)
    start = heading("Playbook", block.title) + paragraphs(block.purpose)
    return f'{start}<ul class="ol-pages">{pages}</ul>{paragraphs(TOGETHER)}'


def _guide(block: Guide) -> str:
    skip = element("p", f"Short of time: {block.skip}", "ol-note") if block.skip else ""
    return heading("For the instructor", f"About {_minutes(block.minutes)}") + paragraphs(block.discussion) + skip


def _profile(block: Profile) -> str:
    return element("p", block.line)


_FORMS: dict[str, Callable[[Any], str]] = {
    "prose": prose_as_html, "profile": _profile, "ask": _ask, "explorer": _explorer, "reveal": _reveal,
    "research": _research, "worksheet": worksheet_as_html, "tally": _tally, "binder": _binder, "guide": _guide,
}  # fmt: skip
_RESPONSES: dict[str, Callable[[Any], str]] = {
    "single-choice": _choices, "multiple-choice": _choices, "number": _number, "ordering": _ordering,
    "allocation": _allocation, "prediction": _prediction, "short-text": _short_text,
}  # fmt: skip
