"""The files of the three pages, as they are but for the course's title; no build step, and nothing else is served."""

from __future__ import annotations

import io
from functools import cache
from html import escape
from importlib.resources import files

import segno

from outsourcing_lessons import player
from outsourcing_lessons.lessons.courses import chosen

HTML, SCRIPT, STYLE = "text/html", "text/javascript", "text/css"
_OWN = {"/": ("participant.html", HTML), "/console": ("console.html", HTML), "/projector": ("projector.html", HTML)}
MODULES = (
    "make.js", "words.js", "link.js", "queue.js", "bars.js", "host.js", "join.js", "steps.js", "participant.js",
    "agenda.js", "results.js", "console.js", "projector.js",
)  # fmt: skip
_MODULES = {f"/pages/{name}": (name, SCRIPT) for name in MODULES}
_STYLES = {f"/pages/{name}": (name, STYLE) for name in ("workshop.css", "console.css", "projector.css")}
_FILES = _OWN | _MODULES | _STYLES
PAGES = (*_FILES, "/player.js", "/player.css")


@cache
def page(path: str) -> tuple[bytes, str]:
    """Return what is at an address, and its kind."""
    if path == "/player.js":
        return player.script().encode(), SCRIPT
    if path == "/player.css":
        return player.style().encode(), STYLE
    name, kind = _FILES[path]
    found = files(__name__).joinpath(name).read_bytes()
    return found.replace(b"{{course}}", escape(chosen().title).encode()) if kind == HTML else found, kind


@cache
def qr(address: str) -> bytes:
    """Draw an address to be photographed, as SVG; black on white also in the dark."""
    drawn = io.BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="svg", border=2, light="#fff", omitsize=True)
    return drawn.getvalue()
