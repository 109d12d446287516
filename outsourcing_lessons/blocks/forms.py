"""The static forms of a block, by the MIME type under which a notebook stores them."""

from __future__ import annotations

from typing import Any

from outsourcing_lessons.blocks.block import MIME, Block
from outsourcing_lessons.blocks.html import as_html
from outsourcing_lessons.blocks.markdown import as_markdown
from outsourcing_lessons.blocks.text import as_text


def static_forms(block: Block, with_key: bool = False) -> dict[str, Any]:
    """Return the block as data, text, Markdown and HTML; the key is in the text and the Markdown only."""
    return {
        MIME: block.model_dump(mode="json"),
        "text/plain": as_text(block, with_key=with_key),
        "text/markdown": as_markdown(block, with_key=with_key),
        "text/html": as_html(block),
    }
