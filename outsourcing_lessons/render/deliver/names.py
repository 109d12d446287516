"""Names of files that every file system takes, whoever they are named after."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping

from outsourcing_lessons.learner import RESERVED

FORBIDDEN = re.compile(r'[<>:"/\\|?*\s]+')
JOINERS = "\u200c\u200d"  # unseen, and part of how some names are written
# A name may have 255 bytes: the rest is for an ending, an id, and what is added to it while it is written.
LONGEST = 150


def cleaned(name: str, otherwise: str = "workbook") -> str:
    """Return a name as a file can have it on Linux, macOS, Windows and a memory stick.

    Examples
    --------
    >>> cleaned("Ada / Bo: 1st?  try. "), cleaned("con"), cleaned("../.."), cleaned("Łucja Żak")
    ('Ada - Bo - 1st - try', 'con-', 'workbook', 'Łucja Żak')
    """
    text = unicodedata.normalize("NFC", name)
    text = "".join(char for char in text if char.isspace() or char in JOINERS or unicodedata.category(char)[0] != "C")
    text = FORBIDDEN.sub(_gap, text)
    text = _shortened(text.strip(" .-_~"))
    if not text:
        return otherwise
    return f"{text}-" if text.partition(".")[0].strip().casefold() in RESERVED else text


def _gap(found: re.Match[str]) -> str:
    return " " if found[0].isspace() else " - "


def _shortened(text: str) -> str:
    """Cut a name to its longest, between characters and not before a mark that belongs to the one before."""
    if len(text.encode()) <= LONGEST:
        return text
    text = text.encode()[:LONGEST].decode(errors="ignore")
    return text.rstrip(" .-_~" + JOINERS)


def told_apart(names: Mapping[str, str]) -> dict[str, str]:
    """Return names by learner id; those that some file system takes for one another get the id behind them.

    Examples
    --------
    >>> told_apart({"a1": "Anna Maier", "a2": "anna maier", "b": "Bo"})
    {'a1': 'Anna Maier (a1)', 'a2': 'anna maier (a2)', 'b': 'Bo'}
    """
    alike = Counter(map(_same, names.values()))
    return {one: name if alike[_same(name)] == 1 else f"{name} ({one})" for one, name in names.items()}


def _same(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()
