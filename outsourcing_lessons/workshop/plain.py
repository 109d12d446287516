"""What somebody wrote about themselves, as text that can stand on anybody's screen."""

from __future__ import annotations

import unicodedata

HIDDEN = ("Cc", "Cf", "Cs", "Co")
JOINERS = "\u200c\u200d"  # within words of some scripts, and in pictures made of two


def plain(given: object) -> str:
    """Return what somebody wrote about themselves on one line: no control, direction or half characters.

    What is no text is "".

    Examples
    --------
    >>> plain(" Ada\\u202e\\n  Lovelace\\x00 ")
    'Ada Lovelace'
    """
    shown = (" " if one.isspace() else one for one in (given if isinstance(given, str) else ""))
    return " ".join("".join(c for c in shown if c in JOINERS or unicodedata.category(c) not in HIDDEN).split())
