"""workbook.pdf, key.pdf and the instructor's guide: what their templates walk through, as data.

The templates are fixed; everything of the learner's and the course's is data (``sys.inputs``) that they walk through,
so no text is read as markup. `typeset` prints it.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from typing import Any

from outsourcing_lessons import __version__
from outsourcing_lessons.blocks import outline
from outsourcing_lessons.blocks.block import Ask, Block, Explorer, Guide, format_of
from outsourcing_lessons.blocks.markdown import as_markdown
from outsourcing_lessons.blocks.sheet import Worksheet
from outsourcing_lessons.blocks.sheet_words import taken_from, to_work_out
from outsourcing_lessons.characters import legal_throughout
from outsourcing_lessons.charts.chart import STYLES
from outsourcing_lessons.items.form import Entries, Shares
from outsourcing_lessons.items.item import Item, without_key
from outsourcing_lessons.lessons.case import hours
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.money import money, plain, unbroken
from outsourcing_lessons.number_format import writing
from outsourcing_lessons.render import pages
from outsourcing_lessons.render.book import Book, Chapter
from outsourcing_lessons.render.cover import picture_of
from outsourcing_lessons.render.markdown import nodes, without_headings
from outsourcing_lessons.render.notebook import Code, Part, Passage, Shown
from outsourcing_lessons.render.typeset import printed
from outsourcing_lessons.typesetting.fonts import SANS
from outsourcing_lessons.typesetting.printing import stood_in
from outsourcing_lessons.words import TESTS, WORDS

# The colours of player/tokens.css on paper.
ROLES = {
    "stranger": "#8f2810", "regular": "#0a5750", "bench": "#483d9c", "own": "#6b4400", "machine": "#7a2458",
    "floor": "#1a1c20",
}  # fmt: skip
PRINTED = ("sections", "tests", "asked", "confidences", "evidence")  # of the shared words, what the templates print
RIGHT_TO_LEFT = ("R", "AL")
# Of blocks, what the template of the workbook reads: all else is read and hashed by Typst for nothing.
TAKEN: dict[str, Any] = {
    "ask": {"kind", "section"},
    "explorer": {
        "kind": True,
        "title": True,
        "question": True,
        "after": True,
        "scenarios": {"__all__": {"label", "frame"}},
    },
    "binder": {"kind": True, "title": True, "purpose": True, "worksheets": {"__all__": {"title"}}},
}


def workbook_pdf(book: Book) -> bytes:
    """Print the workbook of a learner, with space to write and no key; raises as `printed` does."""
    return printed("workbook.typ", workbook_data(book))[0]


def guide_pdf(book: Book) -> bytes:
    """Print the instructor's guide to the lessons of a book; raises as `printed` does."""
    return printed("guide.typ", guide_data(book))[0]


def workbook_data(book: Book) -> str:
    """Return what the template of the workbook walks through."""
    letter = {"letter": without_headings(nodes(book.letter))}
    return _data(book, [_chapter(chapter) for chapter in book.chapters], also=letter)


def key_data(book: Book) -> str:
    """Return what the template of the key walks through."""
    title = f"{book.course}: the key to the workbook of {book.profile.learner}"
    return _data(book, [_key_chapter(chapter) for chapter in book.chapters], title)


def guide_data(book: Book) -> str:
    """Return what the template of the guide walks through."""
    title = f"{book.course}: the instructor's guide"
    return _data(book, [_guide_chapter(chapter) for chapter in book.chapters], title)


def _data(book: Book, chapters: list[dict[str, Any]], title: str = "", also: Mapping[str, Any] | None = None) -> str:
    """Return a book for its template.

    A name that cannot be printed whole is the learner's id wherever it stands; other characters that no font has are
    replaced one by one. A name from right to left stands isolated: it turns nothing that is beside it.
    """
    whole = _head(book, title or book.title) | {"chapters": chapters} | dict(also or {})
    data, name = _json(whole), _json(book.profile.learner)[1:-1]
    if book.missing_glyphs:
        data, name = data.replace(name, book.profile.learner_id), ""
    # Also for a name: Markdown takes some apart, and then a piece of one may be left.
    data = stood_in(data, book.missing_glyphs + book.stand_ins)
    if any(unicodedata.bidirectional(char) in RIGHT_TO_LEFT for char in name):
        return data.replace(name, f"\u2068{name}\u2069")
    return data


def _json(data: object) -> str:
    """Write data for a template; no line ends between a number and its per cent."""
    return unbroken(json.dumps(legal_throughout(data), ensure_ascii=False))


def _head(book: Book, title: str) -> dict[str, Any]:
    profile = book.profile
    with chosen().case(profile).writing():
        hour, week = f"{money(profile.hour_value, profile.currency)} an hour", f"{hours(profile.weekly_hours)} a week"
    return {
        "title": title,
        "course": book.course,
        "cover": picture_of(part for chapter in book.chapters for part in chapter.for_learner),
        "learner": profile.learner,
        "learner_id": profile.learner_id,
        "about": " · ".join(filter(None, (profile.business, hour, week))),
        "version": __version__,
        "setup": book.look.setup,
        "words": {name: WORDS[name] for name in PRINTED},
    }


def _chapter(chapter: Chapter) -> dict[str, Any]:
    numbers = {ask.id: number for number, ask in enumerate(chapter.asks, start=1)}
    parts = pages.laid_out([_part(part, numbers) for part in chapter.for_learner])
    hinted = [numbers[ask.id] for ask in chapter.asks if ask.item.hints and ask.section not in TESTS]
    for part in parts:
        part["stuck"] = part["kind"] == "ask" and part["number"] in hinted[:1]
    return {"slug": chapter.slug, "title": chapter.title, "parts": parts, "hinted": hinted}


def _part(part: Part, numbers: dict[str, int]) -> dict[str, Any]:
    if isinstance(part, Passage):
        return {"kind": "markdown", "nodes": nodes(part.markdown)}
    if isinstance(part, Code):
        return {"kind": "code", "source": part.source, "result": part.result}
    return _block(part, numbers)


def _block(part: Shown, numbers: dict[str, int]) -> dict[str, Any]:
    with writing(format_of(part.block)):
        return _as_data(part.block, numbers)


def _as_data(block: Block, numbers: dict[str, int]) -> dict[str, Any]:
    if block.kind == "prose":
        return {"kind": "markdown", "nodes": nodes(block.markdown), "small": block.small}
    if block.kind == "profile":
        return {"kind": "markdown", "nodes": nodes(as_markdown(block))}
    data = block.model_dump(mode="json", include=TAKEN.get(block.kind))
    if isinstance(block, Ask):
        data |= {"number": numbers[block.id], "item": _item(block.item)}
    if block.kind == "reveal":
        data |= {"number": numbers.get(block.prediction)}
    if isinstance(block, Worksheet):
        for sheet, shown in zip(block.sheets, data["sheets"], strict=True):
            shown["help"] = " ".join(filter(None, (sheet.help, *taken_from(sheet))))
            shown["results"] = to_work_out(sheet)
    if isinstance(block, Explorer):
        for scenario, shown in zip(block.scenarios, data["scenarios"], strict=True):
            shown["changed"] = outline.changed(block, scenario.values)
            shown["frame"]["svg"] = _for_print(scenario.frame.svg, block)
        if block.play:
            data |= {"kind": "played", "to_play": outline.to_play(block, ""), "as_played": outline.as_played(block)}
    return data


def _item(item: Item) -> dict[str, Any]:
    data, form = without_key(item), [_drawn(part) for part in item.form("paper")]
    return {name: data[name] for name in ("title", "prompt", "exhibit", "hints", "minutes")} | {"form": form}


def _drawn(part: Any) -> dict[str, Any]:
    """Return something to fill in as the template draws it."""
    drawn = part._asdict() | {"part": type(part).__name__.lower()}
    return drawn | ({"lines": [_drawn(line) for line in part.lines]} if isinstance(part, Entries | Shares) else {})


def _for_print(svg: str, explorer: Explorer) -> str:
    """Return a chart in the font of the page and the colours of the roles; its dashes are for black and white."""
    svg = svg.replace('font-family="sans-serif"', f'font-family="{SANS}"', 1)
    series = explorer.computed.view.series if explorer.computed else ()
    for (stock, *_), one in zip(STYLES, series, strict=False):
        svg = svg.replace(f'"{stock}"', f'"{ROLES[one.role]}"')
    return svg


def _key_chapter(chapter: Chapter) -> dict[str, Any]:
    asked = enumerate(chapter.asks, start=1)
    items = [{"number": number, "title": ask.item.title, "key": _key(ask.item)} for number, ask in asked]
    return {"title": chapter.title, "items": items}


def _key(item: Item) -> str:
    return item.answer or item.key_in_words()


def _guide_chapter(chapter: Chapter) -> dict[str, Any]:
    guides = [
        one.note.model_dump(mode="json") | {"about": _about(one.note), "minutes": one.minutes}
        for one in chapter.stretches
        if one.note
    ]
    items = [_guide_item(number, ask) for number, ask in enumerate(chapter.asks, start=1)]
    return {"title": chapter.title, "items": items, "guides": guides, "sections": _timing(chapter)}


def _about(guide: Guide) -> str:
    """Return the part of the lesson that a note is on, as a title: ``when-wrong`` -> ``When wrong``."""
    return guide.section.replace("-", " ").capitalize()


def _guide_item(number: int, ask: Ask) -> dict[str, Any]:
    item = ask.item
    return {
        "number": number,
        "title": item.title,
        "section": ask.section,
        "prompt": item.prompt,
        "exhibit": item.exhibit and item.exhibit.model_dump(mode="json"),
        "minutes": _minutes(item),
        "key": _key(item),
        "why": "" if item.COMMITTED else item.praise,
        "mistakes": item.mistakes(),
    }


def _minutes(item: Item) -> str:
    with writing(item.numbers):
        return plain(item.minutes, 1)


def _timing(chapter: Chapter) -> list[list[Any]]:
    """Return (section, number of items, minutes), in the order in which the sections first come."""
    of: dict[str, list[float]] = {}
    for ask in chapter.asks:
        of.setdefault(ask.section, []).append(ask.item.minutes)
    return [[section, len(minutes), sum(minutes)] for section, minutes in of.items()]
