"""The three pages: each its HTML with the course's title, its styles and one script, joined from modules."""

from __future__ import annotations

import gzip
import io
from functools import cache
from html import escape
from pathlib import Path

import segno

from outsourcing_lessons import player
from outsourcing_lessons.brand import Brand
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.player import typefaces
from outsourcing_lessons.player.modules import Models, with_models

HTML, SCRIPT, STYLE, FONT = "text/html", "text/javascript", "text/css", "font/woff2"
SVG, NO_LOGO = "image/svg+xml", '<svg xmlns="http://www.w3.org/2000/svg"/>'
FOLDER = Path(__file__).parent
NAMES = ("participant", "console", "projector")
_OWN = {"/": ("participant.html", HTML), "/console": ("console.html", HTML), "/projector": ("projector.html", HTML)}
_SCRIPTS = {f"/pages/{name}.js": (f"{name}.js", SCRIPT) for name in (*NAMES, "explorers", "games")}
_STYLES = {f"/pages/{name}": (name, STYLE) for name in ("workshop.css", "console.css", "projector.css")}
_FILES = _OWN | _SCRIPTS | _STYLES
# Apart: whoever joins a room should wait for neither.
_EXPLORERS = ("/pages/explorers.js", "/pages/projector.js")
_GAMES = "/pages/games.js"
_FONTS = {f"/fonts/{name}": name for name in typefaces.FILES}
_LOGO = "/logo.svg"
PAGES = (*_FILES, *_FONTS, "/player.css", _LOGO)
_brand = Brand()


def use_brand(brand: Brand) -> None:
    """Have the pages of this process show whose workshop it is."""
    global _brand
    _brand = brand
    for made in (page, zipped):
        made.cache_clear()


@cache
def page(path: str) -> tuple[bytes, str]:
    """Return what is at an address, and its kind; a page's script holds the player with it."""
    if path == "/player.css":
        return (typefaces.faces(lambda name: f"fonts/{name}") + player.style()).encode(), STYLE
    if path in _FONTS:
        return typefaces.content(_FONTS[path]), FONT
    if path == _LOGO:
        return (_brand.logo.svg if _brand.logo else NO_LOGO).encode(), SVG
    name, kind = _FILES[path]
    if kind == SCRIPT:
        return with_models(FOLDER / name, models=_models(path)).encode(), kind
    found = (FOLDER / name).read_bytes()
    return _named(found) if kind == HTML else found, kind


def _named(html: bytes) -> bytes:
    html = html.replace(b"{{course}}", escape(chosen().title).encode())
    return html.replace(b"{{brand}}", _branded().encode())


def _branded() -> str:
    """Return what stands on the join page and on the wall of whose workshop it is: a logo, else a name."""
    name = escape(_brand.organisation)
    shown = f'<img src="logo.svg" alt="{name or "Logo"}" height="36">' if _brand.logo else name
    return f'<p class="ws-brand">{shown}</p>' if shown else ""


@cache
def zipped(path: str) -> bytes:
    """Return what is at an address, compressed: a room's phones share one network. Typefaces are so already."""
    return gzip.compress(page(path)[0], 9, mtime=0)


def _models(path: str) -> Models:
    games, models = chosen().game_models, chosen().page_models
    if path == _GAMES:
        return games
    return {name: models[name] for name in models if name not in games} if path in _EXPLORERS else {}


@cache
def qr(address: str) -> bytes:
    """Draw an address to be photographed, as SVG; black on white also in the dark."""
    drawn = io.BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="svg", border=2, light="#fff", omitsize=True)
    return drawn.getvalue()
