"""A block as plain text: what it shows, spelled out and wrapped; nbval compares it."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Iterable
from typing import Any

from outsourcing_lessons.blocks.block import Block, in_its_format
from outsourcing_lessons.blocks.key import key_of
from outsourcing_lessons.blocks.outline import Covered, Heading, Labelled, Paragraph, Piece, Points, Table, outline

WIDTH = 100


@in_its_format
def as_text(block: Block, *, with_key: bool = False) -> str:
    """Write a block as plain text.

    ``with_key``: whether an item's key and what is said to each mistake follow, for the instructor.
    """
    pieces = read_markdown(block.markdown) if block.kind == "prose" else outline(block)
    if with_key and block.kind == "ask":
        pieces += key_of(block.item)
    return _joined(pieces)


def _joined(pieces: Iterable[Piece]) -> str:
    return "\n\n".join(filter(None, (_write(piece) for piece in pieces)))


def _wrap(text: str, first: str = "", other: str = "") -> str:
    lines = [
        textwrap.fill(
            line, WIDTH, initial_indent=first, subsequent_indent=other, break_long_words=False, break_on_hyphens=False
        )
        for line in text.splitlines()
    ]
    return "\n".join(lines)


def _write(piece: Piece) -> str:
    match piece:
        case Heading():
            return f"{piece.text}\n{'-' * min(len(piece.text), WIDTH)}"
        case Paragraph():
            return _wrap(piece.text)
        case Labelled():
            return _wrap(f"{piece.label}: {piece.text}".rstrip(": "))
        case Points():
            return "\n".join(_wrap(text, f"  {piece.mark} ", " " * (3 + len(piece.mark))) for text in piece.items)
        case Table():
            return _columns(piece)
        case Covered():
            return _joined(piece.pieces)


def _columns(piece: Table) -> str:
    rows = [piece.columns, *piece.rows]
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    rule = "  ".join("-" * width for width in widths)
    return "\n".join(filter(None, [piece.caption, lines[0], rule, *lines[1:]]))


def read_markdown(markdown: str) -> list[Piece]:
    """Read Markdown as pieces, its marks gone; a nested list is flattened into its parent."""
    import mistune

    parse = mistune.create_markdown(renderer="ast", plugins=["table"])
    return [piece for token in parse(markdown) if isinstance(token, dict) for piece in _pieces(token)]


def _pieces(token: dict[str, Any]) -> list[Piece]:
    kind = token["type"]
    if kind == "heading":
        return [Heading(_inline(token))]
    if kind == "list":
        return [_points(token)]
    if kind == "table":
        return [_table(token)]
    if kind == "block_quote":
        return [piece for child in token["children"] for piece in _pieces(child)]
    text = _inline(token)
    return [Paragraph(text)] if text.strip() else []


def _points(token: dict[str, Any]) -> Points:
    texts = [_inline(item) for item in token["children"]]
    if token["attrs"]["ordered"]:
        return Points(tuple(f"{n}. {text}" for n, text in enumerate(texts, 1)), "")
    return Points(tuple(texts))


def _table(token: dict[str, Any]) -> Table:
    head, body = token["children"]
    rows = tuple(tuple(_inline(cell) for cell in row["children"]) for row in body["children"])
    return Table("", tuple(_inline(cell) for cell in head["children"]), rows)


def _inline(token: dict[str, Any]) -> str:
    if token["type"] == "softbreak":
        return " "
    if token["type"] == "linebreak":
        return "\n"
    if "raw" in token:
        return html.unescape(token["raw"])
    parts = (_inline(child) for child in token.get("children", ()))
    return ("\n" if token["type"] == "list_item" else "").join(parts)
