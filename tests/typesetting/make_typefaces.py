"""Make the typefaces of the PDFs: ``python tests/typesetting/make_typefaces.py FOLDER``.

Typst sets no variable fonts, so each weight is a file of its own, cut down to Latin. Needs fonttools, fontpkg-literata
3.103 and fontpkg-figtree 2.2, which no other part of the project does. The families have names of their own: a Literata
that is installed on a machine changes no PDF.
"""

from __future__ import annotations

import sys
from importlib.resources import files
from pathlib import Path

LATIN = (
    "20-7E,A0-24F,259,2BB-2BC,2C6-2C7,2D8-2DD,300-304,306-30C,31B,323-328,1E00-1EFF,2002-200A,202F,2010-2015,2018-201A,"
    "201C-201E,2020-2022,2026,2030,2032-2033,2039-203A,2044,2070-2079,2080-2089,20A0-20BF,2116,2122,2153-2154,215B-215E,"
    "2190-2193,2212,2215,2248,2260,2264-2265,2713"
)
SETTING = ["ccmp", "locl", "mark", "mkmk", "kern", "liga", "lnum", "pnum", "tnum"]
# Of each face: where it comes from, its weight and name, and for which size in points it is drawn. What is semibold
# in Literata is a heading.
FACES = (
    ("literata", "Literata", 400, "Regular", 10),
    ("literata", "Literata-Italic", 400, "Italic", 10),
    ("literata", "Literata", 600, "SemiBold", 24),
    ("literata", "Literata", 700, "Bold", 10),
    ("figtree", "Figtree", 400, "Regular", None),
    ("figtree", "Figtree", 600, "SemiBold", None),
    ("figtree", "Figtree", 700, "Bold", None),
)


def face(package: str, name: str, weight: int, style: str, size: int | None):
    """Return one weight of a variable font."""
    from fontTools.subset import Options, Subsetter, parse_unicodes
    from fontTools.ttLib import TTFont
    from fontTools.varLib.instancer import instantiateVariableFont

    axes = "opsz,wght" if size else "wght"
    font = TTFont(str(files(f"fontpkg_{package}") / "files" / f"{name}[{axes}].ttf"))
    font = instantiateVariableFont(font, {"wght": weight} | ({"opsz": size} if size else {}))
    options = Options(layout_features=SETTING, hinting=False, name_IDs=["*"], notdef_outline=True)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=parse_unicodes(LATIN))
    subsetter.subset(font)
    family = f"{package.capitalize()} Print"
    names = {1: family, 2: style, 3: f"{family} {style}", 4: f"{family} {style}", 16: family, 17: style}
    names[6] = f"{family}-{style}".replace(" ", "")
    for id_ in (*names, 18, 21, 22, 25):
        font["name"].removeNames(nameID=id_)
    for id_, words in names.items():
        font["name"].setName(words, id_, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    font["OS/2"].fsSelection = {"Italic": 0b1, "Bold": 0b100000, "Regular": 0b1000000}.get(style, 0)
    font["head"].macStyle = {"Bold": 0b1, "Italic": 0b10}.get(style, 0)
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False
    return font


def main(folder: Path) -> None:
    """Write all of them."""
    for package, name, weight, style, size in FACES:
        face(package, name, weight, style, size).save(folder / f"{package}-{style.lower()}.ttf")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
