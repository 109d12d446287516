"""How the parts of a chapter follow one another on paper: where a page is turned, and what stays together.

Parts are the plain data that the template of the workbook walks through; what is found is marked on them.
"""

from __future__ import annotations

from typing import Any

Part = dict[str, Any]


def laid_out(parts: list[Part]) -> list[Part]:
    """Mark on the parts of a chapter all that the template must know of their neighbours."""
    return levelled(closed(turned(parts)))


def turned(parts: list[Part]) -> list[Part]:
    """Mark where the page must be turned: before a worksheet, and before an explorer that gives a prediction away.

    What leads up to it goes along to the new page.
    """
    for place, part in enumerate(parts):
        if part["kind"] == "worksheet" or part.get("after"):
            parts[_lead(parts, place)]["turn"] = "guess" if part.get("after") else "sheet"
    return parts


def closed(parts: list[Part]) -> list[Part]:
    """Mark what closes a passage after a question: words before a page is turned, which go with the question."""
    for place, part in enumerate(parts):
        first = place
        while first > 0 and _words_only(parts[first - 1]):
            first -= 1
        if "turn" in part and first > 0 and parts[first - 1]["kind"] == "ask":
            for one in parts[first:place]:
                one["closes"] = True
    return parts


def _words_only(part: Part) -> bool:
    return part["kind"] == "markdown" and not any(node["t"] == "heading" for node in part["nodes"])


def _lead(parts: list[Part], place: int) -> int:
    """Return where what leads up to a part begins: at the heading above it, else with the passage before it."""
    first = place
    while first > 0 and parts[first - 1]["kind"] == "markdown":
        first -= 1
        if [node["t"] for node in parts[first]["nodes"][:1]] == ["heading"]:
            return first
    return place - 1 if first < place else place


def levelled(parts: list[Part]) -> list[Part]:
    """Give headings levels without gaps, as PDF/UA asks: whatever an author did, none is two below the one before."""
    last, heading = 1, ""
    for part in parts:
        if part["kind"] not in ("markdown", "code"):
            # A title that repeats the heading above it is not printed again.
            part["said"] = part.get("title") == heading
            part["level"] = last = last if part["said"] else min(3, last + 1)
            last += part["kind"] == "worksheet"
            heading = ""
        for node in part.get("nodes", ()):
            if node["t"] == "heading":
                node["level"] = last = min(node["level"], last + 1)
                heading = _text_of(node)
    return parts


def _text_of(node: Part) -> str:
    return node.get("s", "") + "".join(_text_of(child) for child in node.get("c", ()))
