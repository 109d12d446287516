"""Questions in files that learners get, so that a search for words finds no key in them.

Letters and digits are exchanged for others, as in a puzzle: it takes no room, and whoever knows how reads it. It keeps
a key from being stumbled upon, and nothing more.
"""

from __future__ import annotations

import json
from string import ascii_lowercase, ascii_uppercase, digits
from typing import Any

SEALED = "sealed"
OPEN = ("id", "variant")  # what is read without the rest
_QUOTES = '"`'  # the one that stands everywhere would have to be escaped
_PLAIN = ascii_lowercase + ascii_uppercase + digits + _QUOTES
_ROWS = (ascii_lowercase, ascii_uppercase, digits, _QUOTES)
_TURNED = "".join(row[len(row) // 2 :] + row[: len(row) // 2] for row in _ROWS)
_EXCHANGED = str.maketrans(_PLAIN, _TURNED)  # done twice, it is undone


def sealed(item: dict[str, Any]) -> dict[str, Any]:
    """Return an item as data of which only what names it can be read; the page has the other half of this.

    Examples
    --------
    >>> item = {"id": "a.b", "type": "number", "key": 4}
    >>> sealed(item)
    {'id': 'a.b', 'sealed': '{`vq`:`n.o`,`glcr`:`ahzore`,`xrl`:9}'}
    >>> unsealed(sealed(item)) == item
    True
    """
    whole = json.dumps(item, ensure_ascii=False, separators=(",", ":")).translate(_EXCHANGED)
    return {name: item[name] for name in OPEN if name in item} | {SEALED: whole}


def unsealed(item: dict[str, Any]) -> dict[str, Any]:
    """Return an item as it was before it was sealed; any other as it is."""
    return json.loads(item[SEALED].translate(_EXCHANGED)) if SEALED in item else item


def seal_keys(outputs: list[dict[str, Any]], mime: str) -> None:
    """Seal the questions in the outputs of a cell."""
    for output in outputs:
        block = output.get("data", {}).get(mime)
        if isinstance(block, dict) and isinstance(block.get("item"), dict):
            block["item"] = sealed(block["item"])
