"""A playbook as one HTML page that prints well."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path

from outsourcing_lessons.playbook.book import Playbook
from outsourcing_lessons.playbook.page import Page, Section
from outsourcing_lessons.words import BOOK, OPEN

# What a page saves that has no kernel looks the same.
STYLE = (Path(__file__).parents[1] / "player" / "book.css").read_text(encoding="utf-8")
POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:"


def web(playbook: Playbook, faces: str = "", first: Iterable[Page] = ()) -> str:
    """Return the playbook as one self-contained HTML page, after the pages ``first`` of something else.

    ``faces`` are rules of style that bring the typefaces along; without them the page is set in those of its reader.
    """
    dates = "".join(f"<li>{escape(str(one))}</li>" for one in playbook.appointments)
    plan = f"<section><h2>{BOOK['dates']}</h2><ul>{dates}</ul></section>" if dates else ""
    written = "".join(_page(page, 3) for page in playbook.written_pages)
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        f"<title>{escape(playbook.title)}</title><style>{faces}{STYLE}</style></head><body><main>"
        f'<h1>{escape(playbook.title)}</h1><p class="soft"><bdi>{escape(playbook.learner)}</bdi></p>'
        + "".join(_page(page, 2) for page in first)
        + _contents(playbook)
        + "".join(_page(page, 2) for page in playbook.use)
        + (f"<h2>{BOOK['all']}</h2>{written}" if written else "")
        + plan
        + "</main></body></html>\n"
    )


def _contents(playbook: Playbook) -> str:
    titles = zip(playbook.use, playbook.contents, strict=False)
    items = "".join(f'<li><a href="#{escape(page.id)}">{escape(title)}</a></li>' for page, title in titles)
    listed = f"<h2>{BOOK['use']}</h2><ul>{items}</ul>" if items else ""
    missing = playbook.still_missing
    return f"<nav>{listed}</nav>" * bool(items) + (f'<p class="open">{escape(missing)}</p>' if missing else "")


def _page(page: Page, level: int) -> str:
    about = f'<p class="soft">{escape(page.about)}</p>'
    name = f' id="{escape(page.id)}"' if page.id else ""
    sections = "".join(_section(section, level + 1) for section in page.sections)
    return f"<section{name}><h{level}>{escape(page.title)}</h{level}>{about}{sections}</section>"


def _section(section: Section, level: int) -> str:
    title = f"<h{level}>{escape(section.title)}</h{level}>"
    results = "".join(f"<p>{escape(result)}</p>" for result in section.results)
    if not section.columns:
        pairs = "".join(f"<dt>{escape(k)}</dt>{_tag('dd', v)}" for k, v in section.rows)
        open_ = f'<p class="open">{escape(section.still_open)}</p>' if section.open else ""
        return title + (f"<dl>{pairs}</dl>" if pairs else "") + open_ + results
    head = "".join(f'<th scope="col">{escape(c)}</th>' for c in section.columns)
    rows = "".join("<tr>" + "".join(_tag("td", cell) for cell in row) + "</tr>" for row in section.rows)
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    region = f'<div class="table" tabindex="0" role="region" aria-label="{escape(section.title)}">{table}</div>'
    return title + region + results


def _tag(name: str, text: str) -> str:
    open_ = ' class="open"' if text == OPEN else ""
    return f"<{name}{open_}>{escape(text)}</{name}>"
