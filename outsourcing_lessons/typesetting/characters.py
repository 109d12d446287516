"""Which texts have characters that no font has, found before anything is printed."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Sequence
from pathlib import Path

from outsourcing_lessons.characters import legal
from outsourcing_lessons.errors import GlyphError
from outsourcing_lessons.typesetting.fonts import EVERYWHERE, MACHINE, Fonts
from outsourcing_lessons.typesetting.printing import printed, replaceable

NAMES = Path(__file__).with_name("names.typ")


def missing_glyphs(texts: Sequence[str], fonts: Fonts = MACHINE) -> dict[int, str]:
    """Return the characters that no font has, by the place of their text in the list.

    Halves the list until each text that fails stands alone: thousands of names take one page when all is well.
    """
    return _missing_glyphs(list(enumerate(texts)), fonts)


def lacking(texts: Iterable[str], fonts: Fonts = MACHINE) -> str:
    """Return the characters of texts that no font has, each once; Typst is not asked about ordinary ones."""
    return replaceable("".join(missing_glyphs(list(filter(None, [strange_words(texts)])), fonts).values()))


def strange_words(texts: Iterable[str]) -> str:
    """Return the words of texts that have a character beyond `EVERYWHERE`, each once; whole, since some join letters.

    Examples
    --------
    >>> strange_words(["Grüße – “Ada”", "to 山田 and", "山田 🙂"])
    '山田 🙂'
    """
    strange = (legal(text) for text in texts if not EVERYWHERE.issuperset(text))
    return " ".join(dict.fromkeys(w for text in strange for w in text.split() if not EVERYWHERE.issuperset(w)))


def _missing_glyphs(texts: list[tuple[int, str]], fonts: Fonts) -> dict[int, str]:
    try:
        if texts:
            names = [part for _, text in texts for part in (text, _pictures(text))]
            printed(NAMES, json.dumps({"names": names}, ensure_ascii=False), fonts)
        return {}
    except GlyphError as error:
        if len(texts) == 1:
            return {texts[0][0]: error.characters}
    half = len(texts) // 2
    return _missing_glyphs(texts[:half], fonts) | _missing_glyphs(texts[half:], fonts)


def _pictures(text: str) -> str:
    """Return the pictures of a text one by one: of several joined to one, Typst misses none if a font has the last."""
    return " ".join(char for char in text if unicodedata.category(char) == "So")
