"""An item's key as HTML, for the instructor's edition of a notebook."""

from __future__ import annotations

from html import escape

from outsourcing_lessons.blocks.block import Block
from outsourcing_lessons.blocks.key import key_of


def key_as_html(block: Block) -> str:
    """Write the key, the reason and what is said to each mistake; nothing for a block without an item."""
    if block.kind != "ask":
        return ""
    rows = "".join(f"<dt>{escape(piece.label)}</dt><dd>{escape(piece.text)}</dd>" for piece in key_of(block.item))
    return f'<section class="ol-key" aria-label="Key: {escape(block.item.title)}"><dl>{rows}</dl></section>'
