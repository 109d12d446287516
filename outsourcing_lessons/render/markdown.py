"""Markdown -> plain data for the Typst template, which walks it node by node; nothing in it is read as markup again.

A node is ``{"t": type}`` with ``"c"`` (its children) or ``"s"`` (its text). HTML inside Markdown is shown as text.
"""

from __future__ import annotations

import html
from typing import Any

import mistune

Node = dict[str, Any]
_parse = mistune.create_markdown(renderer="ast", plugins=["table", "strikethrough"])
# What Typst treats alike gets one name; block_text is the text of a tight list's item.
NAMES = {
    "block_text": "plain",
    "inline_html": "text",
    "block_html": "text",
    "table_head": "row",
    "table_row": "row",
    "table_cell": "cell",
    "table_body": "rows",
}
TEXTS = {"text", "codespan", "block_code"}


def nodes(markdown: str) -> list[Node]:
    """Read Markdown as nodes.

    Examples
    --------
    >>> nodes("Hello *you*")
    [{'t': 'paragraph', 'c': [{'t': 'text', 's': 'Hello '}, {'t': 'emphasis', 'c': [{'t': 'text', 's': 'you'}]}]}]
    >>> nodes("Smith &amp; Co, &#36;95, and `&amp;` as it stands")[0]["c"]
    [{'t': 'text', 's': 'Smith & Co, $95, and '}, {'t': 'codespan', 's': '&amp;'}, {'t': 'text', 's': ' as it stands'}]
    """
    return _nodes([token for token in _parse(markdown) if isinstance(token, dict)])


def _nodes(tokens: list[dict]) -> list[Node]:
    return [_node(token) for token in tokens if token["type"] != "blank_line"]


def _node(token: dict) -> Node:
    kind = NAMES.get(token["type"], token["type"])
    node: Node = {"t": kind}
    if kind in TEXTS:
        raw = token.get("raw", "")
        return node | {"s": html.unescape(raw) if token["type"] == "text" else raw}
    attributes = token.get("attrs", {})
    node |= {
        name: attributes[name] for name in ("level", "ordered", "url", "align") if attributes.get(name) is not None
    }
    return node | {"c": _nodes(token.get("children", []))}


def without_headings(found: list[Node]) -> list[Node]:
    """Return nodes with headings as paragraphs in bold: a letter is no part of a book's outline."""
    return [
        {"t": "paragraph", "c": [{"t": "strong", "c": node.get("c", [])}]} if node["t"] == "heading" else node
        for node in found
    ]
