"""The fonts of this machine, and in which order they are asked for a letter."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from outsourcing_lessons.errors import InputError

if TYPE_CHECKING:
    import typst

# The course's for Latin, and Typst's that sets Greek, Cyrillic and Hebrew as they should be.
TYPEFACES = Path(__file__).parent / "typefaces"
SERIF, SANS = "Literata Print", "Figtree Print"
OWN = (SERIF, SANS, "Libertinus Serif")
# What these have on every machine, so that nobody has to ask Typst for it: names of western and central Europe.
LATIN = frozenset(char for char in map(chr, range(0x180)) if char.isprintable())
# And signs of ordinary texts, with what ends a line.
EVERYWHERE = LATIN | frozenset("\n\t\xa0\u202f\u2011–—‘’‚“”„•…′″‹›€™←↑→↓−≈≠≤≥")
# Typst's last resort for Arabic: all its letters are equally wide, with gaps between.
LAST = "DejaVu Sans Mono"
# Fonts with letters of many scripts that they cannot set: for formulas, or with a box or a bitmap for each letter.
UNFIT = re.compile(r"^\.|math|new computer modern|last ?resort|adobe blank|unifont", re.IGNORECASE)
# Faces of a family that has a plainer one.
FANCY = re.compile("mono|slanted|display|looped|unjoined|rashi|kufi|nastaliq|condensed|light|black", re.IGNORECASE)
# Looked for first, since they suit the rest of the page.
FIRST = ("Noto Naskh Arabic", "Amiri", "Geeza Pro", "Noto Serif", "Noto Sans", "Segoe UI", "DejaVu Sans")
# The same Chinese character is written in five ways; kana and hangul tell by whom.
KANA, HANGUL = re.compile("[\u3040-\u30ff\uff66-\uff9d]"), re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7af]")


@dataclass(frozen=True)
class Fonts:
    """Where fonts are looked for besides the course's and Typst's own.

    ``system``: whether those installed on this machine count.
    """

    system: bool = True
    folders: tuple[str, ...] = ()


MACHINE, NONE = Fonts(), Fonts(system=False)
FILES = (".ttf", ".otf", ".ttc", ".otc")  # that Typst reads


def fonts_in(folder: Path | None) -> Fonts:
    """Return the fonts of this machine and those in a folder, or below it.

    Raises InputError when there is no such folder, or no font file in it.
    """
    if folder is None:
        return MACHINE
    if not folder.is_dir():
        raise InputError(f"--fonts: {folder} is not a folder")
    if not any(path.suffix.lower() in FILES for path in folder.rglob("*")):
        raise InputError(f"--fonts: no font file in {folder}; files that end in {', '.join(FILES)} are read")
    return Fonts(folders=(str(folder.resolve()),))


@cache
def found(fonts: Fonts) -> typst.Fonts:
    """Return the fonts as Typst wants them."""
    import typst

    return typst.Fonts(include_system_fonts=fonts.system, font_paths=[str(TYPEFACES), *fonts.folders])


def families(fonts: Fonts, text: str) -> list[str]:
    """Return the families that letters are looked for in, in order, once those of `OWN` do not have them."""
    fit = (family for family in found(fonts).families() if family not in (*OWN, LAST) and not UNFIT.search(family))
    return [*sorted(fit, key=_rank("JP" if KANA.search(text) else "KR" if HANGUL.search(text) else "SC")), LAST]


def _rank(cjk: str) -> Callable[[str], tuple]:
    """Return a key to sort families by: plain faces first, serif before sans, of CJK those of one country first."""

    def key(family: str) -> tuple:
        first = next((place for place, name in enumerate(FIRST) if family.startswith(name)), len(FIRST))
        return bool(FANCY.search(family)), first, "CJK" in family and not family.endswith(cjk), family

    return key
