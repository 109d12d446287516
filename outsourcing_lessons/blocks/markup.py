"""Elements of HTML that the static forms of blocks are made of; everything is escaped where it is put in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from html import escape
from typing import TypeVar

T = TypeVar("T")
LINE = '<span class="ol-blank" aria-hidden="true">____________</span>'


def each(form: Callable[[T], str], parts: Iterable[T]) -> str:
    return "".join(form(part) for part in parts)


def element(tag: str, text: str, css: str = "") -> str:
    return f"<{tag}{f' class={chr(34)}{css}{chr(34)}' if css else ''}>{escape(text)}</{tag}>"


def paragraphs(text: str, css: str = "") -> str:
    parts = [part.strip() for part in re.split(r"\n\s*\n", text) if part.strip()]
    return each(lambda part: element("p", part, css), parts)


def heading(eyebrow: str, title: str) -> str:
    return element("p", eyebrow, "ol-eyebrow") + element("h3", title, "ol-title")


def table(
    caption: str, columns: Sequence[str], rows: Sequence[Sequence[str]], css: str = "ol-table", titled: bool = False
) -> str:
    """Write a table whose first column heads its rows; columns of figures are aligned right.

    The caption is not seen again where a heading just above says it already: it is ``titled``.
    """
    figures = [all(re.match(r"[^A-Za-z]*[0-9]", row[i]) for row in rows if i < len(row)) for i in range(len(columns))]
    kinds = ["ol-figures" if i and figure else "" for i, figure in enumerate(figures)]
    head = "".join(map(_head_cell, columns, kinds))
    body = each(lambda row: f"<tr>{''.join(map(_body_cell, range(len(row)), row, kinds))}</tr>", rows)
    return (
        f'<div class="ol-scroll" role="group" aria-label="{escape(caption)}" tabindex="0"><table class="{css}">'
        f"{element('caption', caption, 'ol-unseen' if titled else '')}<thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody></table></div>"
    )


def _head_cell(name: str, kind: str) -> str:
    """A column without a name is headed by nothing: an empty heading would be read out as one."""
    return _cell("th", "col", name, kind) if name else _cell("td", "", "", kind)


def _cell(tag: str, scope: str, text: str, kind: str = "") -> str:
    css = f' class="{kind}"' if kind else ""
    return f"<{tag}{f' scope={chr(34)}{scope}{chr(34)}' if scope else ''}{css}>{escape(text)}</{tag}>"


def _body_cell(column: int, text: str, kind: str) -> str:
    return _cell("td", "", text, kind) if column else _cell("th", "row", text)
