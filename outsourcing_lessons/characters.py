"""Characters that documents cannot hold, and what stands for them: one table for HTML, DOCX, PDF, ICS and XML.

``player/characters.js`` does the same for what a page saves.
"""

from __future__ import annotations

import re
from typing import Any

# Word writes its bullets and arrows as characters of its own fonts, which are nobody else's.
OF_WORD = str.maketrans(
    dict.fromkeys("\uf02d\uf06e\uf06f\uf071\uf076\uf0a7\uf0a8\uf0b7\uf0d8\uf0fc\uf0fe", "•")
    | {"\uf0df": "←", "\uf0e0": "→", "\uf04a": "☺"}
)
# What Windows calls characters 128 to 159, which are control characters everywhere else; browsers read them so too.
OF_WINDOWS = {code: bytes([code]).decode("cp1252", "ignore") for code in range(0x80, 0xA0)}
LINE_BREAKS = dict.fromkeys((0x0B, 0x0C, 0x2028, 0x2029), "\n")
STAND_IN_FOR = OF_WORD | OF_WINDOWS | LINE_BREAKS
HALVES = re.compile("[\ud800-\udfff]")
# Control characters, the places that Unicode has promised never to use, and the mark of byte order: XML takes none of
# the first, PDF/UA-1 none of the first and not the last.
LAST_TWO = "".join(chr(plane << 16 | place) for plane in range(17) for place in (0xFFFE, 0xFFFF))
NOT_TEXT = re.compile(f"[\x00-\x08\x0e-\x1f\x7f\ufdd0-\ufdef\ufeff{LAST_TWO}]")
# What most texts consist of, none of it among these: to see that takes a tenth of the time.
ALL_BUT_USUAL = re.compile("[^\t\n\r -~\xa0-\u2027\u202a-\ud7ff]")


def legal(text: str) -> str:
    """Return a text that every document can hold, with what stands for the rest.

    Examples
    --------
    >>> legal("\\uf0b7 one\\x0btwo\\x00 \\x93quoted\\x94 \\uffff")
    '• one\\ntwo “quoted” '
    """
    return (
        text if not ALL_BUT_USUAL.search(text) else NOT_TEXT.sub("", HALVES.sub("\ufffd", text.translate(STAND_IN_FOR)))
    )


def legal_throughout(content: Any) -> Any:
    """Return data, such as JSON holds, with each of its texts as `legal` has it.

    Examples
    --------
    >>> legal_throughout({"title": "a\\ufeffb", "rows": (1, ["\\uf0b7"])})
    {'title': 'ab', 'rows': [1, ['•']]}
    """
    if isinstance(content, dict):
        return {name: legal_throughout(one) for name, one in content.items()}
    if isinstance(content, list | tuple):
        return [legal_throughout(one) for one in content]
    return legal(content) if isinstance(content, str) else content


def replaced(text: str) -> dict[str, str]:
    """Return the characters of a text that something else stands for, line breaks left out.

    Examples
    --------
    >>> replaced("\\uf0b7 one\\x0btwo\\x00")
    {'\\uf0b7': '•', '\\x00': ''}
    """
    changed = {char: legal(char) for char in text if legal(char) != char}
    return {char: by for char, by in changed.items() if by != "\n"}


def named(char: str) -> str:
    """Write a character that may not show anywhere with its number: ``李 (U+674E)``."""
    return f"{char} (U+{ord(char):04X})" if char.isprintable() else f"U+{ord(char):04X}"
