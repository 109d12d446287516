"""A logo, from an SVG or PNG file of anybody's: what remains can be drawn and do nothing else.

It is only ever shown as a picture, where scripts do not run and nothing is fetched. Of an SVG, whatever could do either
is taken out besides. A PNG becomes an SVG with the picture in it, so pages and print know one kind.
"""

from __future__ import annotations

import base64
import re
import struct
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree
from xml.parsers import expat

LARGEST = 200_000  # bytes; each workbook has it in it
SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
PNG = b"\x89PNG\r\n\x1a\n"
# What draws; everything else in an SVG is left out: scripts, pages within it, links, and what changes by itself.
DRAWS = {
    "svg", "g", "defs", "symbol", "use", "title", "desc", "path", "rect", "circle", "ellipse", "line", "polyline",
    "polygon", "text", "tspan", "textPath", "linearGradient", "radialGradient", "stop", "pattern", "clipPath", "mask",
    "filter", "marker", "image", "switch", "style", "feGaussianBlur", "feOffset", "feBlend", "feColorMatrix",
    "feComposite", "feFlood", "feMerge", "feMergeNode", "feDropShadow",
}  # fmt: skip
OWN_OR_PICTURE = re.compile(r"#[^\s]*|data:image/(?:png|jpeg);base64,[A-Za-z0-9+/=\s]*")
FETCHES = re.compile(r"@import|url\(\s*['\"]?(?!#)|expression\(|\\", re.IGNORECASE)
LENGTH = re.compile(r"([0-9.]+)(?:px|pt|mm|cm|in|em)?")


class NoLogo(ValueError):
    """The file is no logo that can be used; the text says why, and what to do."""


@dataclass(frozen=True)
class Logo:
    """A logo as an SVG, and how wide it is for its height."""

    svg: str
    ratio: float

    @property
    def address(self) -> str:
        """The logo as the address of a picture, which fetches nothing."""
        return "data:image/svg+xml," + quote(self.svg, safe=" =:/,;()'")


def logo_at(path: Path) -> Logo:
    """Read a logo; raises NoLogo when it is none that can be used."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise NoLogo(f"the file {path.name} cannot be read: {error.strerror or error}") from None
    if len(content) > LARGEST:
        found = f"the file {path.name} has {len(content):,} bytes"
        raise NoLogo(f"{found}; allowed: {LARGEST:,}, because it is in each workbook")
    return _png(content) if content.startswith(PNG) else _svg(content, path.name)


def _png(content: bytes) -> Logo:
    wide, high = struct.unpack(">II", content[16:24].ljust(8, b"\0"))
    if not wide or not high:
        raise NoLogo("the PNG is damaged; save it again")
    data = base64.b64encode(content).decode()
    picture = f'<image width="{wide}" height="{high}" href="data:image/png;base64,{data}"/>'
    sides = f'width="{wide}" height="{high}" viewBox="0 0 {wide} {high}"'
    return Logo(f'<svg xmlns="{SVG}" {sides}>{picture}</svg>', wide / high)


def _svg(content: bytes, name: str) -> Logo:
    for prefix, space in (("", SVG), ("xlink", XLINK)):
        ElementTree.register_namespace(prefix, space)
    try:
        _without_entities(content)
        root = ElementTree.fromstring(content)
    except (ElementTree.ParseError, expat.ExpatError, LookupError, ValueError):
        raise NoLogo(f"{name} is neither SVG nor PNG, or defines entities; export it as plain SVG or PNG") from None
    if root.tag != f"{{{SVG}}}svg":
        raise NoLogo(f"{name} is XML but not SVG; export it as plain SVG or as PNG")
    ratio = _ratio(root)
    _clean(root)
    return Logo(ElementTree.tostring(root, encoding="unicode"), ratio)


def _without_entities(content: bytes) -> None:
    """Read through the file before anything of it is kept; an entity may grow without end, or read another file."""
    parser = expat.ParserCreate()

    def refuse(*_) -> None:
        raise ValueError

    parser.EntityDeclHandler = refuse
    parser.Parse(content, True)


def _ratio(root: ElementTree.Element) -> float:
    box = [float(part) for part in re.findall(r"-?[0-9.]+(?:e-?[0-9]+)?", root.get("viewBox", ""))]
    sides = [LENGTH.fullmatch(root.get(name, "").strip()) for name in ("width", "height")]
    wide, high = box[2:4] if len(box) == 4 else [float(side[1]) if side else 0.0 for side in sides]
    if wide <= 0 or high <= 0:
        raise NoLogo("the SVG states no size; give it a viewBox, or a width and a height")
    if len(box) != 4:
        root.set("viewBox", f"0 0 {wide:g} {high:g}")
    return wide / high


def _clean(element: ElementTree.Element) -> None:
    for name, value in list(element.attrib.items()):
        plain = name.rpartition("}")[2].lower()
        fetches = plain == "href" and not OWN_OR_PICTURE.fullmatch(value.strip())
        if plain.startswith("on") or fetches or (plain != "href" and FETCHES.search(value)):
            del element.attrib[name]
    if element.tag == f"{{{SVG}}}style" and FETCHES.search(element.text or ""):
        element.text = ""
    for child in list(element):
        space, _, name = str(child.tag).rpartition("}") if isinstance(child.tag, str) else ("", "", "")
        if space == f"{{{SVG}" and name in DRAWS:
            _clean(child)
        else:
            element.remove(child)
