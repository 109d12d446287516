"""brand.toml -> a brand, or one sentence that says which line of it cannot be used."""

from __future__ import annotations

import datetime
import tomllib
import unicodedata
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from outsourcing_lessons.brand.contrast import DARK, HEX, LEAST, LIGHT, least_on, nearest
from outsourcing_lessons.brand.logo import Logo, NoLogo, logo_at
from outsourcing_lessons.characters import legal
from outsourcing_lessons.errors import InputError

KEYS = ("organisation", "trainer", "date", "logo", "accent", "letter")
NEW = "outsourcing-lessons brand new"
LONGEST, LONGEST_LETTER = 80, 6000


@dataclass(frozen=True)
class Brand:
    """Whose course it is; what is empty is not shown."""

    # organisation, trainer, date: as they are printed.
    organisation: str = ""
    trainer: str = ""
    date: str = ""
    logo: Logo | None = None  # the logo
    # A colour for the organisation's name and the lines beside it, such as ``#0a5750``; readable on light paper.
    accent: str = ""
    letter: str = ""  # to each learner: Markdown with fields

    @property
    def accent_on_dark(self) -> str:
        """The accent as it can be read on dark paper."""
        return nearest(self.accent, DARK) if self.accent else ""

    @property
    def by(self) -> str:
        """Who gives the course: ``with Grace Wanjiru, Acme Academy``.

        Examples
        --------
        >>> Brand("Acme Academy", "Grace Wanjiru").by, Brand("Acme Academy").by, Brand().by
        ('with Grace Wanjiru, Acme Academy', 'Acme Academy', '')
        """
        with_trainer = f"with {self.trainer}" if self.trainer else ""
        return ", ".join(filter(None, (with_trainer, self.organisation)))

    @property
    def about(self) -> str:
        """The line under a title: when the course is, and who gives it.

        Examples
        --------
        >>> Brand("Acme Academy", date="March 2026").about, Brand("", "Grace Wanjiru").about, Brand().about
        ('March 2026 · Acme Academy', 'with Grace Wanjiru', '')
        """
        return " · ".join(filter(None, (self.date, self.by)))

    @property
    def fields(self) -> dict[str, str]:
        """What a letter can have filled in of the brand."""
        return {"organisation": self.organisation, "trainer": self.trainer, "date": self.date}


def read_brand(path: Path) -> Brand:
    """Read a brand; the files it names lie beside it.

    Raises InputError when it cannot be used; says which entry, what was found and what is allowed.
    """
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read: {getattr(error, 'strerror', None) or error}") from None
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{path} is not TOML: {error}; `{NEW}` writes one to start from") from None
    try:
        return _brand(given, path.parent)
    except ValueError as error:
        raise InputError(f"{path}: {error}") from None


def _brand(given: dict[str, Any], folder: Path) -> Brand:
    for name in given:
        if name not in KEYS:
            near = get_close_matches(name.lower(), KEYS, n=1)
            asked = f" (did you mean {near[0]}?)" if near else ""
            raise ValueError(f"there is no entry {name!r}; there are: {', '.join(KEYS)}{asked}")
    texts = {name: _line(name, given.get(name, "")) for name in ("organisation", "trainer", "logo", "accent")}
    return Brand(
        texts["organisation"],
        texts["trainer"],
        _date(given.get("date", "")),
        _logo(texts["logo"], folder),
        _accent(texts["accent"]),
        _letter(given.get("letter", ""), folder),
    )


def _line(name: str, value: object) -> str:
    if not isinstance(value, str) or len(value) > LONGEST or any(map(_breaks_lines, value)):
        shown = str(value)[:LONGEST]
        raise ValueError(f"{name} is {shown!r}; allowed: text in one line, of at most {LONGEST} characters")
    return legal(value).strip()


def _breaks_lines(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Zl", "Zp")


def _date(value: object) -> str:
    """Return a date as it is printed: a text as it is, a date of TOML in words."""
    if isinstance(value, datetime.date):
        return f"{value.day} {value:%B %Y}"
    return _line("date", value)


def _logo(name: str, folder: Path) -> Logo | None:
    if not name:
        return None
    try:
        return logo_at(folder / name)
    except NoLogo as error:
        raise ValueError(f"logo: {error}") from None


def _accent(colour: str) -> str:
    if not colour:
        return ""
    if not HEX.fullmatch(colour):
        raise ValueError(f"accent is {colour!r}; allowed: a colour such as '#0a5750'")
    found = least_on(colour, LIGHT)
    if found < LEAST:
        raise ValueError(
            f"accent {colour} has a contrast of {found:.1f} to the paper, and {LEAST:g} is the least that everybody"
            f" can read; {nearest(colour, LIGHT)} would do"
        )
    return colour.lower()


def _letter(value: object, folder: Path) -> str:
    """Return the letter: what is written there, or what is in the file of that name."""
    if not isinstance(value, str):
        raise ValueError("letter: allowed: Markdown in three quotation marks, or the name of a file such as letter.md")
    text = value.strip()
    if text.endswith(".md") and "\n" not in text:
        try:
            text = (folder / text).read_text(encoding="utf-8-sig").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise ValueError(f"letter: {text} cannot be read: {getattr(error, 'strerror', None) or error}") from None
    if len(text) > LONGEST_LETTER:
        raise ValueError(f"letter has {len(text):,} characters; allowed: {LONGEST_LETTER:,}, about a page and a half")
    return legal(text)
