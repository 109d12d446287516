"""A playbook as one HTML page that prints well."""

from __future__ import annotations

from html import escape

from outsourcing_lessons.playbook.book import Page, Playbook, Section
from outsourcing_lessons.words import OPEN

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
    plan = f"<section><h2>Dates</h2><ul>{dates}</ul></section>" if dates else ""
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        f"<title>{escape(playbook.title)}</title><style>{STYLE}</style></head><body><main>"
        f'<h1>{escape(playbook.title)}</h1><p class="soft"><bdi>{escape(playbook.learner)}</bdi></p>'
        + "".join(map(_page, playbook.pages))
        + plan
        + "</main></body></html>\n"
    )


def _page(page: Page) -> str:
    progress = f'<p class="soft">{escape(page.purpose)} {page.filled} of {page.fields} fields filled in.</p>'
    return f"<section><h2>{escape(page.title)}</h2>{progress}{''.join(map(_section, page.sections))}</section>"


def _section(section: Section) -> str:
    title = f"<h3>{escape(section.title)}</h3>"
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
