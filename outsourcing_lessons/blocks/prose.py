"""A passage as HTML: Markdown whose headings start at ``h3``, with nothing in it that could run or load."""

from __future__ import annotations

import re
from typing import Any

import mistune

from outsourcing_lessons.blocks.block import Prose

_SAFE_LINK = re.compile(r"https?:|mailto:|(?!//)[^:/?#]*([/?#]|$)", re.IGNORECASE)


class SafeRenderer(mistune.HTMLRenderer):
    """Markdown's HTML, what is HTML in it as text, with links of a few kinds, and no pictures from elsewhere."""

    def __init__(self) -> None:
        super().__init__(escape=True)

    def link(self, text: str, url: str, title: str | None = None) -> str:
        return super().link(text, url, title) if _SAFE_LINK.match(url) else text

    def image(self, text: str, url: str, title: str | None = None) -> str:
        return text


class _Renderer(SafeRenderer):
    def heading(self, text: str, level: int, **attributes: Any) -> str:
        return super().heading(text, max(3, level), **attributes)

    def table_cell(self, text: str, align: str | None = None, head: bool = False) -> str:
        """Write a cell; a column of figures has a class, since some pages take no style of an element's own."""
        tag, kind = "th" if head else "td", ' class="ol-figures"' if align == "right" else ""
        return f"<{tag}{kind}>{text}</{tag}>\n"


_markdown = mistune.create_markdown(renderer=_Renderer(), plugins=["table", "strikethrough"])


def prose_as_html(block: Prose) -> str:
    """Write what is inside the block of a passage."""
    written = str(_markdown(block.markdown)).strip()
    if block.folded:
        said, rest = written.split("</p>", 1)
        written = f'<details class="ol-fold"><summary>{said.removeprefix("<p>")}</summary>{rest}</details>'
    return f'<div class="ol-small">{written}</div>' if block.small else written
