"""The pages: each its HTML with the course's title, its styles and one script, joined from modules.

Styles, scripts and typefaces lie under an address that changes with what is in them, so they are fetched once.
"""

from __future__ import annotations

import gzip
import hashlib
from dataclasses import replace
from functools import cache
from html import escape
from pathlib import Path

from outsourcing_lessons import player
from outsourcing_lessons.brand import Brand
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.player import typefaces
from outsourcing_lessons.player.modules import Models, fetched, lending, with_models

HTML, SCRIPT, STYLE, FONT = "text/html", "text/javascript", "text/css", "font/woff2"
SVG, NO_LOGO = "image/svg+xml", '<svg xmlns="http://www.w3.org/2000/svg"/>'
FOLDER = Path(__file__).parent
# Each page with its title and the styles it begins with.
_PAGES = {
    "participant": ("Workshop", ("first", "workshop")),
    "console": ("Console · Workshop", ("player", "workshop", "console")),
    "projector": ("Projector · Workshop", ("player", "workshop", "projector")),
    "remote": ("Remote · Workshop", ("player", "workshop", "remote")),
}
_OWN = {f"/{name}".removesuffix("participant"): name for name in _PAGES}
_LOGO, _ACCENT = "/logo.svg", "/brand.css"
PAGES = (*_OWN, _LOGO, _ACCENT)
# A phone begins with the participant's script and the first style; what else it needs it fetches when that is near.
_FETCHED = ("blocks.js", "explorers.js", "games.js")
_STYLES = {
    "first.css": player.first_style, "blocks.css": player.later_style, "faces.css": lambda: _faces(),
    "player.css": lambda: _faces() + player.style(),
}  # fmt: skip
_FONTS = {f"fonts/{name}": name for name in typefaces.FILES}
FILES = (
    *(f"{name}.js" for name in _PAGES), *_FETCHED, *_STYLES, "workshop.css", "console.css", "projector.css",
    "remote.css", *_FONTS,
)  # fmt: skip
_brand = Brand()


def use_brand(brand: Brand) -> None:
    """Have the pages of this process show whose workshop it is."""
    global _brand
    _brand = brand
    for made in (page, zipped):
        made.cache_clear()


@cache
def page(path: str) -> tuple[bytes, str]:
    """Return what is at an address, and its kind."""
    if path == _LOGO:
        return (_brand.logo.svg if _brand.logo else NO_LOGO).encode(), SVG
    if path == _ACCENT:
        return _coloured().encode(), STYLE
    if path in _OWN:
        return _framed(_OWN[path]).encode(), HTML
    return _file(path.removeprefix(f"/files/{version()}/"))


@cache
def _file(name: str) -> tuple[bytes, str]:
    if name in _FONTS:
        return typefaces.content(_FONTS[name]), FONT
    if name.endswith(".css"):
        return (_STYLES[name]() if name in _STYLES else _text(name)).encode(), STYLE
    return _script(name).encode(), SCRIPT


def _text(name: str) -> str:
    return (FOLDER / name).read_text(encoding="utf-8")


def _script(name: str) -> str:
    """Return a page's script, which holds the player; that of phones lends it to those they fetch later."""
    phone, entry = FOLDER / "participant.js", FOLDER / name
    if entry == phone:
        return lending(entry)
    return fetched(entry, phone, _models(name)) if name in _FETCHED else with_models(entry, models=_models(name))


def _faces() -> str:
    return typefaces.faces(lambda name: f"fonts/{name}")


@cache
def version() -> str:
    """Return what names these very files: a browser may keep them for as long as it likes."""
    whole = hashlib.sha256()
    for name in FILES:
        whole.update(_file(name)[0])
    return whole.hexdigest()[:12]


def addresses() -> tuple[str, ...]:
    """Return all addresses that something is at."""
    return (*PAGES, *(f"/files/{version()}/{name}" for name in FILES))


def _framed(name: str) -> str:
    title, styles = _PAGES[name]
    sheets = [f"{{{{files}}}}/{style}.css" for style in styles]
    branded = "{{brand}}" in _text(f"{name}.html")
    if branded and _brand.accent:
        sheets.append(_ACCENT.removeprefix("/"))
    links = "\n".join(f'<link rel="stylesheet" href="{sheet}">' for sheet in sheets)
    given = {
        "styles": links, "body": _text(f"{name}.html"), "title": title, "name": name, "course": escape(chosen().title),
        "files": f"files/{version()}", "brand": _branded(),
    }  # fmt: skip
    whole = _text("frame.html")
    for field, text in given.items():
        whole = whole.replace(f"{{{{{field}}}}}", text)
    return whole


def _branded() -> str:
    """Return what stands on the join page and on the wall of whose workshop it is: a logo or a name, when, by whom."""
    name = escape(_brand.organisation)
    shown = f'<img src="logo.svg" alt="{name or "Logo"}" height="36">' if _brand.logo else name
    # A name that stands above is not said again.
    about = escape((_brand if _brand.logo else replace(_brand, organisation="")).about)
    lines = (("ws-name", shown), ("ws-about", about))
    said = "".join(f'<p class="{kind}">{line}</p>' for kind, line in lines if line)
    return f'<section class="ws-brand" aria-label="Organiser">{said}</section>' if said else ""


def _coloured() -> str:
    """Return the accent as a style of its own; the pages allow none within them."""
    colours = f"light-dark({_brand.accent}, {_brand.accent_on_dark})"
    return f".ol-page {{ --ws-brand: {colours}; }}\n" if _brand.accent else ""


@cache
def zipped(path: str) -> bytes:
    """Return what is at an address, compressed: a room's phones share one network. Typefaces are so already."""
    return gzip.compress(page(path)[0], 9, mtime=0)


def _models(name: str) -> Models:
    games, models = chosen().game_models, chosen().page_models
    if name == "games.js":
        return games
    explorers = {one: models[one] for one in models if one not in games}
    if name == "projector.js":  # the wall plays the rivals of a game
        return models
    return explorers if name in ("explorers.js", "console.js") else {}
