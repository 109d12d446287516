"""Passages as pieces of HTML, one for each paragraph, table, list or heading: steps begin between them.

Everything passes through mistune's escaping; headings get the ids by which a workbook's contents and links find them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

import mistune
from markupsafe import Markup

from outsourcing_lessons.blocks.prose import SafeRenderer
from outsourcing_lessons.lessons.courses import chosen

_PLUGINS = ["table", "strikethrough"]
_parse = mistune.create_markdown(renderer="ast", plugins=_PLUGINS)


class Piece(NamedTuple):
    """What stands undivided in a workbook."""

    html: Markup  # the piece
    words: int = 0  # how many words of a passage it has; a block has none
    level: int = 0  # the level of a heading, else 0
    title: Markup = Markup()  # the words of a heading, or the title of a block
    kind: str = ""  # the kind of a block, else ""
    minutes: float = 0.0  # how long a block takes
    beside: int = 0  # how many words of a block are read before one can act: a question's
    is_table: bool = False  # whether it is a table, which what stands before it announces


def pieces(slug: str, before: int, text: str) -> tuple[Piece, ...]:
    """Return a passage in pieces.

    ``slug`` is the lesson, whose name its headings carry; ``before``: how many of the second level it has above.
    """
    lessons = tuple((lesson.notebook, lesson.slug) for lesson in chosen().lessons)
    return _pieces(slug, before, text, lessons)


def html_of(markdown: str) -> str:
    """Return Markdown as HTML, with no anchors; what is HTML in it is shown as text."""
    return str(mistune.create_markdown(renderer=_Renderer(_Anchors("", 0), {}), plugins=_PLUGINS)(markdown))


@lru_cache(maxsize=2000)
def _pieces(slug: str, before: int, text: str, lessons: tuple[tuple[str, str], ...]) -> tuple[Piece, ...]:
    """Most passages are the same for every learner, so each is read once."""
    anchors = _Anchors(slug, before)
    renderer = mistune.create_markdown(renderer=_Renderer(anchors, dict(lessons)), plugins=_PLUGINS).renderer
    tokens = [token for token in _parse(text) if isinstance(token, dict) and token["type"] != "blank_line"]
    return tuple(_piece(token, renderer) for token in tokens)


def _piece(token: dict[str, Any], renderer: Any) -> Piece:
    html = Markup(renderer.render_tokens([token], mistune.BlockState()))
    if token["type"] != "heading":
        return Piece(html, _words(token), is_table=token["type"] == "table")
    return Piece(html, _words(token), token["attrs"]["level"], Markup(renderer.heading_text))


def _words(token: dict[str, Any]) -> int:
    own = len(token.get("raw", "").split()) if isinstance(token.get("raw"), str) else 0
    return own + sum(map(_words, token.get("children", ())))


class _Anchors:
    """The ids of a passage's headings; ``before`` is how many of the second level the lesson has above."""

    def __init__(self, slug: str, before: int):
        self.slug, self.found = slug, before

    def anchor(self, level: int) -> str:
        if level == 1:
            return self.slug
        self.found += level == 2
        return f"{self.slug}-{self.found}" if level == 2 else ""


class _Renderer(SafeRenderer):
    """The renderer of passages, with anchors on headings.

    A link to a lesson's notebook leads to the lesson: in a workbook it is further on in the same page.
    """

    def __init__(self, anchors: _Anchors, lessons: dict[str, str]):
        super().__init__()
        self._anchors, self._lessons = anchors, lessons
        self.heading_text = ""

    def heading(self, text: str, level: int, **attributes: Any) -> str:
        self.heading_text = text
        name = self._anchors.anchor(level)
        return f"<h{level}{f' id={chr(34)}{name}{chr(34)}' if name else ''}>{text}</h{level}>\n"

    def link(self, text: str, url: str, title: str | None = None) -> str:
        if lesson := self._lessons.get(url.partition("#")[0]):
            return f'<a href="#{lesson}">{text}</a>'
        return super().link(text, url, title).replace("<a ", '<a rel="noopener noreferrer" ', 1)
