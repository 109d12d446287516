"""A playbook as one HTML page that prints well."""

from __future__ import annotations

from html import escape

from outsourcing_lessons.playbook.book import Playbook
from outsourcing_lessons.playbook.page import Page, Section
from outsourcing_lessons.words import BOOK, OPEN

STYLE = """
:root {
  color-scheme: light dark;
  --text: light-dark(#1c1c1a, #f2f1ec); --soft: light-dark(#4a4a45, #c9c6bd); --line: light-dark(#c9c6bd, #55534c);
  --ground: light-dark(#fff, #16161a); --accent: light-dark(#0b4f6c, #8fd3f4);
}
body {
  margin: 0 auto; max-width: 46rem; padding: 2rem 1.25rem 4rem; font: 1rem/1.6 system-ui, sans-serif;
  color: var(--text); background: var(--ground);
}
h1 { font-size: 2rem; line-height: 1.2 }
h2 { font-size: 1.5rem; margin-top: 3rem; color: var(--accent) }
h3 { font-size: 1.1rem }
.soft, .open { color: var(--soft) }
.open { font-style: italic }
dt { font-weight: 600 }
dd { margin: 0 0 .75rem; white-space: pre-line }
.table { overflow-x: auto }
table { border-collapse: collapse; width: 100% }
th, td { border: 1px solid var(--line); padding: .4rem .6rem; text-align: start; vertical-align: top }
@media print { :root { color-scheme: light } body { max-width: none; padding: 0 } section { break-before: page } }
"""


def web(playbook: Playbook) -> str:
    """Return the playbook as one self-contained HTML page."""
    dates = "".join(f"<li>{a.day.day} {a.day:%B %Y}: {escape(a.text)}</li>" for a in playbook.appointments)
    plan = f"<section><h2>{BOOK['dates']}</h2><ul>{dates}</ul></section>" if dates else ""
    written = "".join(_page(page, 3) for page in playbook.written_pages)
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{escape(playbook.title)}</title><style>{STYLE}</style></head><body><main>"
        f'<h1>{escape(playbook.title)}</h1><p class="soft"><bdi>{escape(playbook.learner)}</bdi></p>'
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
