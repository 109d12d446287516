"""workbook.html: one file that needs nothing else, judged in the page, with no way out to the network.

- All texts pass through Jinja's escaping, `as_html` or mistune's; blocks travel as JSON in which no ``<`` is left.
- The policy in its head allows the one script and the styles by their hashes, and nothing to be fetched at all.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
import mistune
from markupsafe import Markup

from outsourcing_lessons import __version__, player
from outsourcing_lessons.blocks.block import Ask, Binder, Block, Prose, Research, page_data
from outsourcing_lessons.blocks.html import as_html
from outsourcing_lessons.blocks.sealing import sealed
from outsourcing_lessons.blocks.sheet import Sheet, Worksheet
from outsourcing_lessons.items.item import Game
from outsourcing_lessons.learner import CHOOSES_VARIANT
from outsourcing_lessons.lessons.course import Course
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.money import unbroken
from outsourcing_lessons.player import typefaces
from outsourcing_lessons.player.modules import with_models
from outsourcing_lessons.render import passages
from outsourcing_lessons.render.book import Book, Chapter
from outsourcing_lessons.render.notebook import Code, Part, Passage, Shown
from outsourcing_lessons.render.passages import Piece
from outsourcing_lessons.render.steps import LONGEST, MORE, walk

TEMPLATES = Path(__file__).parent / "templates"
LIVE = ("ask", "explorer", "reveal", "research", "worksheet", "tally", "binder")
FINDINGS = 3  # on one screen; the page's script counts alike
MINUTES = {"explorer": 3.0, "reveal": 1.5, "tally": 2.0, "binder": 2.0}
# Inside a script element these would end it, or end a line of JavaScript.
IN_SCRIPT = {c: f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def workbook_html(book: Book) -> bytes:
    """Write the workbook of a learner as one HTML file."""
    text = render(
        "workbook.html.j2",
        book=book,
        chapters=[_entry(chapter) for chapter in book.chapters],
        unbroken=lambda html: Markup(unbroken(html)),
        data=unbroken(in_script(_data(book))),
        items=sum(len(chapter.asks) for chapter in book.chapters),
        version=__version__,
        brand=book.look.brand,
        letter=Markup(letter_html(book.letter)),
        policy=policy(),
        style=style(),
        script=script(),
    )
    return text.encode()


def letter_html(markdown: str) -> str:
    """Return a letter as HTML; its headings are lines in bold, since the page has an outline of its own."""
    return re.sub(r"<(/?)h[1-6][^>]*>", r"<\1b>", passages.html_of(markdown)) if markdown else ""


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
    # They are saved with the answers, so that these can be judged elsewhere.
    settings = {name: getattr(profile, name) for name in CHOOSES_VARIANT}
    return {
        "course": chosen().id, "title": chosen().title, "version": __version__, "learner_id": profile.learner_id,
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
        data["item"] = sealed(data["item"])
    return data


def _pieces(chapter: Chapter) -> Iterator[Piece]:
    """Yield a lesson in pieces; its headings of the second level are counted, for the ids."""
    headings = 0
    for part in chapter.for_learner:
        if isinstance(part, Passage):
            found = passages.pieces(chapter.slug, headings, part.markdown)
            headings += sum(piece.level == 2 for piece in found)
            yield from (_covering(piece, part.covered) for piece in found)
        elif isinstance(part, Code):
            yield Piece(Markup(_code(part)), len((part.source + part.result).split()))
        elif isinstance(part.block, Prose):
            yield Piece(Markup(_block(part.block)), len(part.block.markdown.split()))
        else:
            yield from _block_pieces(part.block)


def _covering(piece: Piece, column: str) -> Piece:
    """Return a piece; of a table, with the column that the page's script covers until it was guessed."""
    if not (column and piece.is_table):
        return piece
    mark = Markup('<table data-covered="{}">').format(column)
    return piece._replace(html=Markup(piece.html.replace(Markup("<table>"), mark, 1)))


def _block_pieces(block: Block) -> Iterator[Piece]:
    """Yield a block; where it is more than a screen holds, places besides, to which the page moves what follows."""
    title = Markup.escape(getattr(block, "title", ""))
    first, *others = screens(block)
    yield Piece(Markup(_block(block)), title=title, kind=block.kind, minutes=first, beside=_beside(block))
    for minutes in others:
        place = Markup('<div class="wb-block" data-more-of="{}"></div>').format(block.id)
        yield Piece(place, title=title, kind=MORE, minutes=minutes)


def screens(block: Block) -> list[float]:
    """Return the minutes of each screen that a block takes: a sheet of a worksheet, or some findings."""
    if isinstance(block, Worksheet):
        return list(map(_minutes_of_sheet, block.sheets))
    if isinstance(block, Research):
        rest = range(0, len(block.findings), FINDINGS)
        return [0.5 * len(block.findings[place : place + FINDINGS]) for place in rest]
    return [minutes_of(block)]


def _beside(block: Block) -> int:
    """Return how many words a question has, its table included; a game fills a screen."""
    if not isinstance(block, Ask):
        return 0
    if isinstance(block.item, Game):
        return LONGEST
    exhibit = block.item.exhibit
    cells = [cell for row in exhibit.rows for cell in row] if exhibit else []
    return len(" ".join([block.item.prompt, *cells]).split())


def minutes_of(block: Block) -> float:
    """Return how long a block takes, roughly; an item says it of itself."""
    if isinstance(block, Ask):
        return block.item.minutes
    return sum(screens(block)) if isinstance(block, Worksheet | Research) else MINUTES.get(block.kind, 1.0)


def _minutes_of_sheet(sheet: Sheet) -> float:
    return 1.0 + 0.5 * len(sheet.fields) * min(sheet.rows, 3)


def _entry(chapter: Chapter) -> dict[str, Any]:
    """Return a lesson for the template: its parts and steps, and what one leaves it with."""
    blocks = [part.block for part in chapter.for_learner if isinstance(part, Shown)]
    made = [block.title for block in blocks if isinstance(block, Worksheet | Binder)]
    parts = walk(chapter.title, _pieces(chapter))
    worked_out = sum(step.minutes for part in parts for step in part.steps)
    said = next((lesson.minutes for lesson in chosen().lessons if lesson.slug == chapter.slug), 0)
    later = sum(one.item.minutes for one in blocks if isinstance(one, Ask) and one.section == "recall")
    # The steps take as long as the lesson says of itself, without what is for another day.
    pace = said / (worked_out - later) if said and worked_out > later else 1.0
    minutes = said or max(5, 5 * round(worked_out / 5))
    return {"chapter": chapter, "parts": parts, "minutes": minutes, "pace": pace, "made": made}


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


def warm(of_lessons: dict[str, tuple[Passage, ...]]) -> None:
    """Prepare what every workbook has alike; the passages are those of its lessons, by slug."""
    for slug, parts in of_lessons.items():
        for _ in _pieces(Chapter(slug, "", "", parts)):
            pass
    _environment().get_template("workbook.html.j2")
    policy()


@cache
def style() -> Markup:
    """Return the styles of the workbook: the typefaces, the player's, then the page's."""
    pages = "".join(template(f"{name}.css") for name in ("workbook", "steps", "close"))
    return Markup("\n" + typefaces.embedded() + player.style() + "\n" + pages + "\n")


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
            "font-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )
