"""Names that a program has read in the wrong encoding: what they were meant to be."""

from __future__ import annotations

import html
import re
import unicodedata

# What stands for a letter that an encoding lacks, where text was read and where it was saved (as ANSI).
LOST = "\N{REPLACEMENT CHARACTER}?"
ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#x[0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
# Encodings that UTF-8 is taken for, and how many letters must make sense again: some of the latter are common in names.
ENCODINGS = {"cp1252": 1, "mac_roman": 1, "cp1250": 2, "cp1251": 3, "cp1254": 2}


def meant(name: str) -> str | None:
    """Return what a garbled name was meant to be, "" if it cannot be known; None for a name that is not garbled.

    Examples
    --------
    >>> meant("ChloÃ© MÃ¼ller"), meant("Chlo&eacute;"), meant("M?ller"), meant("Chloé Müller")
    ('Chloé Müller', 'Chloé', '', None)
    """
    if any(sign in name for sign in LOST):
        return ""
    if ENTITY.search(name):
        once = html.unescape(name)
        return None if once == name else meant(once) or once
    for encoding, least in ENCODINGS.items():
        found = _read_again(name, encoding)
        if found is not None:
            deeper = meant(found)
            if deeper or (_makes_sense(found) and sum(not char.isascii() for char in found) >= least):
                return deeper or found
    return None


def _read_again(name: str, encoding: str) -> str | None:
    """Return the name with its bytes read as UTF-8, None if they are none."""
    if name.isascii():
        return None
    try:
        return b"".join(_byte(char, encoding) for char in name).decode("utf-8")
    except UnicodeError:
        return None


def _byte(char: str, encoding: str) -> bytes:
    try:
        return char.encode(encoding)
    except UnicodeEncodeError:
        return char.encode("latin-1")  # what Windows does with the bytes that its encodings leave out


def _makes_sense(name: str) -> bool:
    """Return whether a name is of letters, those beside Latin ones of Latin script too."""
    strange = [char for char in name if not char.isascii()]
    letters = [char for char in name if char.isalpha()]
    scripts = {unicodedata.name(char, "").partition(" ")[0] for char in letters}
    return len(scripts) == 1 and all(unicodedata.category(char)[0] in "LM" or char in "’‘“”–\u00a0" for char in strange)
