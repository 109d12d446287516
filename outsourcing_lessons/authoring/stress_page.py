"""The statistics of a question as one page with bars."""

from __future__ import annotations

from html import escape

from outsourcing_lessons.authoring.stress import Stress

STYLE = "body{font:16px/1.5 system-ui;max-width:60rem;margin:2rem auto;padding:0 1rem}"
STYLE += "td,th{padding:.2rem .8rem;text-align:left}"


def stress_html(found: Stress) -> str:
    """Return a whole page that needs nothing else."""
    rows = "".join(_row(*row) for row in found.rows())
    faults = "".join(f"<li>{escape(who)}: {escape(fault)}</li>" for who, fault in found.faults[:20])
    texts = "".join(f"<dt>{escape(who)} an hour</dt><dd>{escape(text)}</dd>" for who, text in found.extremes)
    title = escape(found.id)
    return (
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title><style>{STYLE}</style>'
        f"<h1>{title}</h1><table>{rows}</table><h2>Faults</h2><ul>{faults or '<li>None.</li>'}</ul>"
        f"<h2>With very little and very much money</h2><dl>{texts}</dl></html>"
    )


def _row(what: str, said: str, share: float | None) -> str:
    bar = "" if share is None else f'<meter min="0" max="1" value="{share:.4f}">{share:.0%}</meter>'
    return f'<tr><th scope="row">{escape(what)}</th><td>{escape(said)}</td><td>{bar}</td></tr>'
