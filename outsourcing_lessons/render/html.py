"""workbook.html: one file that needs nothing else, judged in the page, with no way out to the network.

- All texts pass through Jinja's escaping, `as_html` or mistune's; blocks travel as JSON in which no ``<`` is left.
- The policy in its head allows the one script and the styles by their hashes, and nothing to be fetched at all.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import jinja2
import mistune
from markupsafe import Markup

from outsourcing_lessons import __version__, player
from outsourcing_lessons.blocks.block import Ask, Block, page_data
from outsourcing_lessons.blocks.html import as_html
from outsourcing_lessons.lessons.course import Course
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.money import unbroken
from outsourcing_lessons.player.modules import with_models
from outsourcing_lessons.render.book import Book
from outsourcing_lessons.render.notebook import Code, Part, Passage, Shown

TEMPLATES = Path(__file__).parent / "templates"
LIVE = ("ask", "explorer", "reveal", "research", "worksheet", "tally", "binder")
# What gives a learner's variants; saved with the answers, so that they can be judged elsewhere.
SETTINGS = ("business", "currency", "hour_value", "weekly_hours", "seed")
# Inside a script element these would end it, or end a line of JavaScript.
IN_SCRIPT = {c: f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def workbook_html(book: Book) -> bytes:
    """Write the workbook of a learner as one HTML file."""
    sections = [_Headings(chapter.slug).read(chapter.for_learner) for chapter in book.chapters]
    text = render(
        "workbook.html.j2",
        book=book,
        chapters=[
            {"chapter": c, "html": [Markup(unbroken(part)) for part in s.html], "contents": s.contents}
            for c, s in zip(book.chapters, sections, strict=True)
        ],
        data=unbroken(in_script(_data(book))),
        items=sum(len(chapter.asks) for chapter in book.chapters),
        version=__version__,
        policy=policy(),
        style=style(),
        script=script(),
    )
    return text.encode()


def in_script(data: Any) -> str:
    """Write plain data as JSON that is safe inside a script element.

    Examples
    --------
    >>> in_script({"a": "</script>"})
    '{"a":"\\\\u003c/script\\\\u003e"}'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for char, escaped in IN_SCRIPT.items():  # twenty times as fast as str.translate
        text = text.replace(char, escaped)
    return text


def _data(book: Book) -> dict[str, Any]:
    lessons = {c.slug: [_plain(block) for block in _live(c.for_learner)] for c in book.chapters}
    profile = book.profile
    settings = {name: getattr(profile, name) for name in SETTINGS}
    return {
        "course": chosen().id, "version": __version__, "learner_id": profile.learner_id,
        "learner": profile.learner, "settings": settings,
        "lessons": lessons,
    }  # fmt: skip


def _live(parts: Iterable[Part]) -> Iterator[Block]:
    return (part.block for part in parts if isinstance(part, Shown) and part.block.kind in LIVE)


def _plain(block: Block) -> dict[str, Any]:
    """Return a block as data, with its key in words: the page has nobody to ask for them."""
    data = page_data(block)
    if isinstance(block, Ask):
        data["item"]["answer"] = block.item.answer or block.item.key_in_words()
    return data


class _Headings:
    """The parts of a lesson as HTML; its headings get ids, and those of the second level a place in the contents."""

    def __init__(self, slug: str):
        self.slug = slug
        self.contents: list[tuple[str, Markup]] = []
        self.html: list[Markup] = []

    def read(self, parts: Iterable[Part]) -> _Headings:
        self.html = [self._part(part) for part in parts]
        return self

    def _part(self, part: Part) -> Markup:
        if isinstance(part, Passage):
            return Markup(f'<div class="wb-text">{self._markdown(part.markdown)}</div>')
        if isinstance(part, Code):
            return Markup(_code(part))
        return Markup(_block(part.block))

    def _markdown(self, text: str) -> str:
        html, found = _passage(self.slug, len(self.contents), text)
        self.contents += found
        return html


@lru_cache(maxsize=2000)
def _passage(slug: str, before: int, text: str) -> tuple[str, tuple[tuple[str, Markup], ...]]:
    """Return a passage as HTML, and its headings for the contents; most passages are the same for every learner."""
    anchors = _Anchors(slug, before)
    html = mistune.create_markdown(renderer=_Renderer(anchors), plugins=["table", "strikethrough"])(text)
    return str(html), tuple(anchors.found)


class _Anchors:
    """The ids of a passage's headings; ``before`` is how many of the lesson are in the contents already."""

    def __init__(self, slug: str, before: int):
        self.slug, self.before = slug, before
        self.found: list[tuple[str, Markup]] = []

    def anchor(self, text: str, level: int) -> str:
        if level == 1:
            return self.slug
        name = f"{self.slug}-{self.before + len(self.found) + 1}"
        if level == 2:
            self.found.append((name, Markup(text)))
            return name
        return ""


class _Renderer(mistune.HTMLRenderer):
    """mistune's own escaping renderer, with anchors on headings and no pictures from anywhere."""

    def __init__(self, anchors: _Anchors):
        super().__init__(escape=True)
        self._anchors = anchors

    def heading(self, text: str, level: int, **attributes) -> str:
        name = self._anchors.anchor(text, level)
        return f"<h{level}{f' id={chr(34)}{name}{chr(34)}' if name else ''}>{text}</h{level}>\n"

    def link(self, text: str, url: str, title: str | None = None) -> str:
        return super().link(text, url, title).replace("<a ", '<a rel="noopener noreferrer" ', 1)

    def image(self, text: str, url: str, title: str | None = None) -> str:
        return text


def _code(part: Code) -> str:
    escape = mistune.escape
    source = f'<pre class="wb-source"><code>{escape(part.source)}</code></pre>' if part.source else ""
    result = (
        f'<pre class="wb-result" aria-label="Result"><samp>{escape(part.result)}</samp></pre>' if part.result else ""
    )
    return f'<div class="wb-code">{source}{result}</div>'


def _block(block: Block) -> str:
    key = f' data-block="{mistune.escape(block.id)}"' if block.kind in LIVE else ""
    asked = ' data-item=""' if isinstance(block, Ask) else ""
    return f'<div class="wb-block"{key}{asked}>{as_html(block)}</div>'


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FunctionLoader(template), autoescape=True, undefined=jinja2.StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip


def render(name: str, **values: Any) -> str:
    """Fill a template of this folder."""
    return _environment().get_template(name).render(**values)


@cache
def template(name: str) -> str:
    """Return a file of the templates' folder."""
    return (TEMPLATES / name).read_text(encoding="utf-8")


def warm(passages: dict[str, tuple[Passage, ...]]) -> None:
    """Prepare what every workbook has alike; the passages are those of its lessons, by slug."""
    for slug, parts in passages.items():
        _Headings(slug).read(parts)
    _environment().get_template("workbook.html.j2")
    policy()


@cache
def style() -> Markup:
    """Return the styles of the workbook: the player's, then the page's."""
    return Markup("\n" + player.style() + "\n" + template("workbook.css") + "\n")


def script() -> Markup:
    """Return the one script: the page, with the player, the judge and the models of the course."""
    return _script_for(chosen())


@cache
def _script_for(course: Course) -> Markup:
    return Markup("\n" + with_models(TEMPLATES / "workbook.js", models=course.page_models) + "\n")


def policy() -> str:
    """Return the content security policy: nothing is fetched; this script, these styles and no others count.

    Style *attributes* stay allowed, since drawings may carry them; they can fetch nothing under this policy.
    """
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src '{player.hashed(script())}'",
            f"style-src-elem '{player.hashed(style())}' '{player.printed_style()}'",
            "style-src-attr 'unsafe-inline'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )
