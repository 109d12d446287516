"""What a block says to a learner before answering, as headings, paragraphs, points and tables.

Text and Markdown are written from it; what an instructor sees besides is in ``blocks.key``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

from outsourcing_lessons.blocks.block import Ask, Binder, Block, Explorer, Frame, Guide, Research, Reveal, Slider, Tally
from outsourcing_lessons.blocks.sheet import Entry, Worksheet
from outsourcing_lessons.blocks.sheet_words import begun, one_of, taken_from, to_work_out
from outsourcing_lessons.items.amounts import amount
from outsourcing_lessons.items.form import Boxes, Entries, Grid, Line, Part, Results, Shares, Sure, Task
from outsourcing_lessons.money import figures, plain
from outsourcing_lessons.number_format import MINUS, NO_BREAK
from outsourcing_lessons.words import ASKED, CONFIDENCES, LEARNED, OPEN, TESTS

BLANK = "_____"
MARKS = {"one": "( )", "several": "[ ]", "check": "[ ]", "place": "__"}
SURE = ASKED["sure"]
BRIER = (
    "How well your confidence fitted: for each level, how often you said it and how often you were right. The Brier "
    "score is the squared distance between how sure you were and what was so: 0 is perfect, a quarter is what always "
    "saying 50\u00a0% gets."
)
COVER = "Commit your prediction first, then open this"
PLAYED = "Decide for yourself first, then open one way to play it"
TOGETHER = (
    f"These pages become one playbook, with your dates for the calendar. What is not filled in yet is marked as {OPEN}."
)


class Heading(NamedTuple):
    text: str


class Paragraph(NamedTuple):
    text: str


class Labelled(NamedTuple):
    label: str
    text: str


class Points(NamedTuple):
    items: tuple[str, ...]
    mark: str = "-"


class Table(NamedTuple):
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Uncovered = Heading | Paragraph | Labelled | Points | Table


class Covered(NamedTuple):
    """What gives the truth of a prediction away, or how a play can end; ``title`` says what to do first."""

    pieces: tuple[Uncovered, ...]
    title: str = COVER


Piece = Uncovered | Covered


def outline(block: Block) -> list[Piece]:
    """Return what a block shows, piece by piece; prose is Markdown already and has no outline."""
    return list(_OUTLINES[block.kind](block))


def paragraphs(text: str) -> list[Paragraph]:
    """Split at blank lines."""
    return [Paragraph(part) for part in re.split(r"\n\s*\n", text.strip())]


def _ask(block: Ask) -> Iterable[Piece]:
    item = block.item
    yield Heading(item.title)
    yield from paragraphs(item.prompt)
    if item.exhibit:
        yield Table(item.exhibit.caption, item.exhibit.columns, item.exhibit.rows)
    yield from (piece for part in item.form("text") for piece in _part(part))
    if asks_how_sure(block):
        yield Labelled(SURE.removesuffix("?"), _confidences())


def asks_how_sure(block: Ask) -> bool:
    """Whether an item is asked as a test; a prediction asks how sure one is of its range already."""
    return block.section in TESTS and not block.item.COMMITTED


def _confidences() -> str:
    return ", ".join(f"{share}{NO_BREAK}%" for share in CONFIDENCES)


def _part(part: Part) -> Iterable[Piece]:
    """Yield what a part of a form is in words, with blanks to fill in."""
    match part:
        case Task(text):
            yield Paragraph(text)
        case Boxes(texts, mark):
            yield Points(texts, MARKS[mark])
        case Entries(lines):
            yield from (Labelled(line.label, _to_write(line)) for line in lines)
        case Shares(lines):
            yield Points(tuple(f"{line.label}: {_to_write(line)}" for line in lines))
        case Grid():
            yield Table(*to_fill(part, BLANK))
        case Results():
            yield Covered((Table(*part),))


def _to_write(line: Line | Sure) -> str:
    if isinstance(line, Sure):
        return _confidences()
    after = NO_BREAK + line.unit.strip() if line.unit else ""
    return "".join(f"{start}{line.prefix}{BLANK}{after}" for start in line.starts)


def to_fill(grid: Grid, blank: str) -> tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return caption, columns and rows of a table, with blanks to fill in by hand."""
    return grid.caption, grid.columns, tuple((row, *[blank] * (len(grid.columns) - 1)) for row in grid.rows)


def _explorer(block: Explorer) -> Iterable[Piece]:
    yield Heading(block.title)
    yield from paragraphs(block.question)
    if block.play:
        yield Table(*to_play(block, BLANK))
        yield Covered((Table(*as_played(block)), *_seen(block.scenarios[-1].frame)), PLAYED)
        return
    yield Points(tuple(map(_slider, block.sliders)))
    settings = tuple(_settings(block))
    yield from (Covered(settings),) if block.after else settings


def to_play(block: Explorer, blank: str) -> tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return caption, columns and rows of what a play meets turn by turn, with blanks for the moves."""
    assert block.turns
    alike = len({one.offers for one in block.play}) == 1
    each_time = f"Choose each time: {'; '.join(block.play[0].offers)}" if alike else "Choose one each time"
    rows = tuple((str(n), one.meets, blank if alike else "; ".join(one.offers)) for n, one in enumerate(block.play, 1))
    return each_time, (block.turns.each, "What you meet", "Your choice"), rows


def as_played(block: Explorer) -> tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return caption, columns and rows of the play that is written out."""
    assert block.turns
    rows = tuple((str(n), one.move, one.happened) for n, one in enumerate(block.play, 1))
    return block.scenarios[-1].label, (block.turns.each, "Choice", "What came of it"), rows


def _settings(block: Explorer) -> Iterable[Uncovered]:
    for scenario in block.scenarios:
        yield Labelled(scenario.label, _setting(block, scenario.values))
        yield from _seen(scenario.frame)


def _seen(frame: Frame) -> Iterable[Uncovered]:
    yield Paragraph(frame.sentence)
    yield Points(tuple(f"{readout.label}: {readout.value}" for readout in frame.readouts))
    yield Labelled("Chart", frame.alt)


def _slider(slider: Slider) -> str:
    low, high, now = (amount(slider, value) for value in (slider.low, slider.high, slider.value))
    return f"{slider.label}: {low} to {high}, now {now}"


def _setting(block: Explorer, values: dict[str, float]) -> str:
    return "; ".join(f"{s.label} {amount(s, values[s.id])}" for s in block.sliders if s.id in values)


def changed(block: Explorer, values: dict[str, float]) -> str:
    """Return what a named setting changes against the first one, in short: ``away: 30 %; helpers: 2 people``."""
    start, now = ({s.id: s.value for s in block.sliders} | given for given in (block.scenarios[0].values, values))
    return "; ".join(_in_short(s, now[s.id]) for s in block.sliders if now[s.id] != start[s.id])


def _in_short(slider: Slider, value: float) -> str:
    """Write a value under the slider's short name, in words where it has some for it."""
    key = MINUS * (value < 0) + figures(abs(value), slider.decimals)
    return f"{slider.short or slider.label}: {slider.words.get(key) or amount(slider, value)}"


def _reveal(block: Reveal) -> Iterable[Piece]:
    yield Heading(block.title)
    yield Covered(
        (
            Labelled("The model says", block.truth),
            *paragraphs(block.explanation),
            Labelled("Formula", block.formula),
            Labelled("Assumptions", block.assumptions),
        )
    )


def _research(block: Research) -> Iterable[Piece]:
    yield Heading(block.title)
    for finding in block.findings:
        yield Labelled(f"{finding.strength}, {finding.direction}", finding.claim)
        if finding.note:
            yield Paragraph(finding.note)
        yield Points((finding.citation + (f" doi:{finding.doi}" if finding.doi else ""),))


def _worksheet(block: Worksheet) -> Iterable[Piece]:
    yield Heading(block.title)
    yield from paragraphs(block.purpose)
    for sheet in block.sheets:
        yield Labelled(sheet.title, sheet.help + (f" ({sheet.rows} rows)" if sheet.rows > 1 else ""))
        yield from map(Paragraph, taken_from(sheet))
        yield Points(tuple(_entry(field, sheet.start.get(field.id, "")) for field in sheet.fields))
        if sheet.rows > 1 and sheet.start:
            yield Table("", ("No.", *(field.label for field in sheet.fields)), begun(sheet, BLANK))
        if sheet.results:
            yield Points(tuple(f"{label}: {BLANK}" for label in to_work_out(sheet)))


def _entry(entry: Entry, start: str) -> str:
    choice = f" ({one_of(entry)})" if entry.options else ""
    return f"{entry.label}: {start or BLANK}{choice}" + (f" (for example: {entry.example})" if entry.example else "")


def _tally(block: Tally) -> Iterable[Piece]:
    yield Heading(block.title)
    yield from paragraphs(block.purpose)
    yield Table(*to_tally(block, BLANK))
    yield Paragraph(LEARNED["few"])
    yield Paragraph(BRIER)


def to_tally(block: Tally, blank: str) -> tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Return caption, columns and rows of what will be shown, with blanks to fill in by hand."""
    rows = tuple((p.title, f"{blank} of {len(p.before)}", f"{blank} of {len(p.after)}") for p in block.pairs)
    return LEARNED["rows"], tuple(LEARNED["columns"]), rows


def _binder(block: Binder) -> Iterable[Piece]:
    yield Heading(block.title)
    yield from paragraphs(block.purpose)
    yield Points(tuple(worksheet.title for worksheet in block.worksheets))
    yield Paragraph(TOGETHER)


def _guide(block: Guide) -> Iterable[Piece]:
    yield Heading("For the instructor")
    if block.talk:
        yield Labelled("Minutes of talk", plain(block.talk, 1))
    yield Labelled("Discussion", block.discussion)
    if block.skip:
        yield Labelled("When late", block.skip)


_OUTLINES: dict[str, Callable[[Any], Iterable[Piece]]] = {
    "profile": lambda block: [Paragraph(block.line)], "ask": _ask, "explorer": _explorer, "reveal": _reveal,
    "research": _research, "worksheet": _worksheet, "tally": _tally, "binder": _binder, "guide": _guide,
}  # fmt: skip
