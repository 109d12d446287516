"""The typefaces of every surface, as style: in the page itself, or as files that a server gives."""

from __future__ import annotations

import base64
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent / "fonts"
_LATIN = (
    "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,"
    "U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD"
)
_EXTENDED = (
    "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,"
    "U+20AD-20C0,U+2113"
)


class Face(NamedTuple):
    """A file, the family it belongs to, its weights, and the characters a browser fetches it for."""

    family: str
    file: str
    weights: str
    characters: str


FACES = (
    Face("Literata", "literata-latin.woff2", "200 900", _LATIN),
    Face("Literata", "literata-latin-ext.woff2", "200 900", _EXTENDED),
    Face("Figtree", "figtree-latin.woff2", "300 900", _LATIN),
    Face("Figtree", "figtree-latin-ext.woff2", "300 900", _EXTENDED),
)
FILES = tuple(face.file for face in FACES)


def faces(address: Callable[[str], str], *families: str) -> str:
    """Return the ``@font-face`` rules, of all families if none is named; ``address`` gives that of a file by its name.

    Examples
    --------
    >>> "src: url(fonts/figtree-latin.woff2)" in faces(lambda name: f"fonts/{name}")
    True
    """
    return "".join(
        f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weights}; font-display: swap; '
        f'src: url({address(face.file)}) format("woff2"); unicode-range: {face.characters}; }}\n'
        for face in FACES
        if not families or face.family in families
    )


@cache
def embedded(*families: str) -> str:
    """Return the rules with the files in them, for a page that is one file."""
    return faces(lambda name: f"data:font/woff2;base64,{base64.b64encode(content(name)).decode()}", *families)


@cache
def content(name: str) -> bytes:
    """Return one of ``FILES``."""
    return (FOLDER / name).read_bytes()
