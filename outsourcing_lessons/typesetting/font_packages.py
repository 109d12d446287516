"""The command that installs fonts with given characters on this system."""

from __future__ import annotations

import platform
import shutil
import unicodedata
from typing import NamedTuple

CJK = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC", "HALFWIDTH", "FULLWIDTH")
EMOJI = "EMOJI"


class Installer(NamedTuple):
    """A program that installs packages: how it is called, and its packages by script."""

    command: str
    cjk: str
    emoji: str
    other: str

    def package(self, script: str) -> str:
        """Return the package with the letters of a script."""
        named = {"CJK": self.cjk, EMOJI: self.emoji}
        return named.get(script, self.other).format(script=script.lower())


INSTALLERS = {
    "apt-get": Installer("sudo apt-get install", "fonts-noto-cjk", "fonts-noto-color-emoji", "fonts-noto-core"),
    "dnf": Installer(
        "sudo dnf install",
        "google-noto-sans-cjk-fonts", "google-noto-color-emoji-fonts", "google-noto-sans-{script}-fonts",
    ),
    "pacman": Installer("sudo pacman -S", "noto-fonts-cjk", "noto-fonts-emoji", "noto-fonts"),
    "brew": Installer(
        "brew install --cask", "font-noto-sans-cjk", "font-noto-color-emoji", "font-noto-sans-{script}",
    ),
}  # fmt: skip
WINDOWS = "Settings > System > Optional features > Add a feature: the supplemental fonts of"


def scripts_of(characters: str) -> list[str]:
    """Return which scripts characters belong to: ``CJK``, ``EMOJI``, or as Unicode calls it (``DEVANAGARI``).

    Examples
    --------
    >>> scripts_of("佐藤🙂स\\U0010fffd")
    ['CJK', 'EMOJI', 'DEVANAGARI']
    """
    return list(dict.fromkeys(script for script in map(_script, characters) if script))


def remedy(characters: str, installer: str | None = None) -> str:
    """Return the command that installs fonts with these characters; "" where no font can have them.

    ``installer``: ``apt-get``, ``dnf``, ``pacman`` or ``brew``; by default what is on this machine, and "" for none.

    Examples
    --------
    >>> remedy("佐🙂स", "apt-get")
    'sudo apt-get install fonts-noto-cjk fonts-noto-color-emoji fonts-noto-core'
    >>> remedy("\\U0010fffd", "apt-get")
    ''
    """
    scripts = scripts_of(characters)
    if installer is None:
        installer = next((name for name in INSTALLERS if shutil.which(name)), "")
    if not scripts:
        return ""
    if installer in INSTALLERS:
        chosen = INSTALLERS[installer]
        return f"{chosen.command} {' '.join(dict.fromkeys(map(chosen.package, scripts)))}"
    listed = ", ".join(script.capitalize() for script in scripts)
    return f"{WINDOWS} {listed}" if platform.system() == "Windows" else f"install Noto fonts for {listed}"


def _script(char: str) -> str:
    first = unicodedata.name(char, "").partition(" ")[0].split("-")[0]
    if first == "MATHEMATICAL":  # letters of formulas, and no font for those is asked
        return ""
    if first in CJK:
        return "CJK"
    if unicodedata.category(char) in ("So", "Sk") and ord(char) > 0x2000 or 0x1F000 <= ord(char) <= 0x1FAFF:
        return EMOJI
    return first if unicodedata.category(char)[0] in "LMN" else ""
