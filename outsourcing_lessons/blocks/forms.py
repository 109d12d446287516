"""The static forms of a block, by the MIME type under which a notebook stores them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from outsourcing_lessons.blocks.block import MIME, Block
from outsourcing_lessons.blocks.html import as_html
from outsourcing_lessons.blocks.markdown import as_markdown
from outsourcing_lessons.blocks.text import as_text

_data_alone: ContextVar[bool] = ContextVar("data_alone", default=False)


def static_forms(block: Block, with_key: bool = False) -> dict[str, Any]:
    """Return the block as data, text, Markdown and HTML; the key is in the text and the Markdown only."""
    data = {MIME: block.model_dump(mode="json")}
    if _data_alone.get():
        return data | {"text/plain": block.kind}  # without any, IPython would ask for the whole text
    return data | {
        "text/plain": as_text(block, with_key=with_key),
        "text/markdown": as_markdown(block, with_key=with_key),
        "text/html": as_html(block),
    }


@contextmanager
def data_alone(alone: bool = True) -> Iterator[None]:
    """Have blocks shown as data meanwhile: where no notebook is kept, the others cost an eighth of all work."""
    token = _data_alone.set(alone)
    try:
        yield
    finally:
        _data_alone.reset(token)
