"""workbook.pdf and key.pdf: what their templates walk through, as data.

The templates are fixed; everything of the learner's and the course's is data (``sys.inputs``) that they walk through,
so no text is read as markup. `typeset` prints it.
"""

from __future__ import annotations

import json
from typing import Any

from outsourcing_lessons import __version__
from outsourcing_lessons.blocks import outline
from outsourcing_lessons.blocks.block import Ask, Guide
from outsourcing_lessons.blocks.outline import Labelled
from outsourcing_lessons.items.item import without_key
from outsourcing_lessons.render.book import Book, Chapter
from outsourcing_lessons.render.markdown import nodes
from outsourcing_lessons.render.notebook import Code, Part, Passage, Shown
from outsourcing_lessons.render.typeset import printed

FONT = "Libertinus Serif"


def workbook_pdf(book: Book) -> bytes:
    """Print the workbook of a learner, with space to write and no key; raises as `printed` does."""
    return printed("workbook.typ", workbook_data(book))


def key_pdf(book: Book) -> bytes:
    """Print the key to a learner's workbook; raises as `printed` does."""
    return printed("key.typ", key_data(book))


def workbook_data(book: Book) -> str:
    """Return what the template of the workbook walks through."""
    return _json(_head(book) | {"chapters": [_chapter(chapter) for chapter in book.chapters]})


def key_data(book: Book) -> str:
    """Return what the template of the key walks through."""
    return _json(_head(book) | {"chapters": [_key_chapter(chapter) for chapter in book.chapters]})


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False)


def _head(book: Book) -> dict[str, Any]:
    profile = book.profile
    return {
        "title": book.title,
        "learner": profile.learner,
        "learner_id": profile.learner_id,
        "about": f"{profile.business} · {profile.currency}",
        "version": __version__,
    }


def _chapter(chapter: Chapter) -> dict[str, Any]:
    numbers = {ask.id: number for number, ask in enumerate(chapter.asks, start=1)}
    parts = _levelled(_turned([_part(part, numbers) for part in chapter.for_learner]))
    hinted = [numbers[ask.id] for ask in chapter.asks if ask.item.hints and ask.section not in outline.TESTS]
    return {"slug": chapter.slug, "title": chapter.title, "parts": parts, "hinted": hinted}


def _turned(parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Mark where the page must be turned: before a worksheet, and before an explorer that would give a prediction away.

    What leads up to it goes along to the new page.
    """
    guessed = False
    for place, part in enumerate(parts):
        if part["kind"] == "worksheet" or (part["kind"] == "explorer" and guessed):
            parts[_lead(parts, place)]["turn"] = "guess" if part["kind"] == "explorer" else "sheet"
        if part["kind"] in ("ask", "explorer"):
            guessed = part["kind"] == "ask" and part["item"]["type"] == "prediction"
    return parts


def _lead(parts: list[dict[str, Any]], place: int) -> int:
    """Return where what leads up to a part begins: at the heading above it, else with the passage before it."""
    first = place
    while first > 0 and parts[first - 1]["kind"] == "markdown":
        first -= 1
        if [node["t"] for node in parts[first]["nodes"][:1]] == ["heading"]:
            return first
    return place - 1 if first < place else place


def _levelled(parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give headings levels without gaps, as PDF/UA asks: whatever an author did, none is two below the one before."""
    last = 1
    for part in parts:
        if part["kind"] not in ("markdown", "code"):
            part["level"] = last = min(3, last + 1)
            last += part["kind"] == "worksheet"
        for node in part.get("nodes", ()):
            if node["t"] == "heading":
                node["level"] = last = min(node["level"], last + 1)
    return parts


def _part(part: Part, numbers: dict[str, int]) -> dict[str, Any]:
    if isinstance(part, Passage):
        return {"kind": "markdown", "nodes": nodes(part.markdown)}
    if isinstance(part, Code):
        return {"kind": "code", "source": part.source, "result": part.result}
    return _block(part, numbers)


def _block(part: Shown, numbers: dict[str, int]) -> dict[str, Any]:
    block = part.block
    data = block.model_dump(mode="json")
    if block.kind == "prose":
        return {"kind": "markdown", "nodes": nodes(block.markdown), "small": block.small}
    if isinstance(block, Ask):
        data |= {"number": numbers[block.id], "item": without_key(block.item) | {"words": _words(block)}}
    if block.kind == "reveal":
        data |= {"number": numbers.get(block.prediction)}
    if block.kind == "explorer":
        for scenario in data["scenarios"]:
            scenario["frame"]["svg"] = _with_our_font(scenario["frame"]["svg"])
    return data


def _words(block: Ask) -> dict[str, str]:
    """Return what is printed around a number's blank: prefix, unit, and a total to share out."""
    item = block.item
    total = outline.amount(item, item.total) if item.type == "allocation" else ""
    return {"prefix": getattr(item, "prefix", ""), "unit": getattr(item, "unit", ""), "total": total}


def _with_our_font(svg: str) -> str:
    return svg.replace('font-family="sans-serif"', f'font-family="{FONT}"', 1)


def _key_chapter(chapter: Chapter) -> dict[str, Any]:
    guides = [guide.model_dump(mode="json") | {"about": _about(guide)} for guide in chapter.guides]
    items = [_key_item(number, ask) for number, ask in enumerate(chapter.asks, start=1)]
    return {"title": chapter.title, "items": items, "guides": guides, "sections": _timing(chapter)}


def _about(guide: Guide) -> str:
    """Return the part of the lesson that a note is on: ``one-task.guide-when-wrong`` -> ``When wrong``."""
    return guide.id.partition(".guide-")[2].replace("-", " ").capitalize()


def _key_item(number: int, ask: Ask) -> dict[str, Any]:
    pieces = [piece for piece in outline.key_of(ask.item) if isinstance(piece, Labelled)]
    key, why, *others = ([piece.label, piece.text] for piece in pieces)
    return {
        "number": number,
        "title": ask.item.title,
        "section": ask.section,
        "prompt": ask.item.prompt,
        "minutes": ask.item.minutes,
        "key": key[1],
        "why": why[1],
        "mistakes": [pair for pair in others if not pair[0].startswith("Hint")],
        "hints": [pair[1] for pair in others if pair[0].startswith("Hint")],
        "variant": ask.item.variant,
    }


def _timing(chapter: Chapter) -> list[list[Any]]:
    """Return (section, number of items, minutes), in the order in which the sections first come."""
    of: dict[str, list[float]] = {}
    for ask in chapter.asks:
        of.setdefault(ask.section, []).append(ask.item.minutes)
    return [[section, len(minutes), sum(minutes)] for section, minutes in of.items()]
