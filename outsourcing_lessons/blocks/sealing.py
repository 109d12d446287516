"""Questions in files that learners get, so that a search for words finds no key in them.

It is no secret: whoever knows that this is Base64 reads it. It keeps a key from being stumbled upon, and nothing more.
"""

from __future__ import annotations

import base64
import json
from typing import Any

SEALED = "sealed"
OPEN = ("id", "type", "title", "variant", "wording")  # what is read without the rest


def sealed(item: dict[str, Any]) -> dict[str, Any]:
    """Return an item as data of which only what names it can be read; the page has the other half of this.

    Examples
    --------
    >>> item = {"id": "a.b", "type": "number", "key": 4}
    >>> sealed(item)
    {'id': 'a.b', 'type': 'number', 'sealed': 'eyJpZCI6ImEuYiIsInR5cGUiOiJudW1iZXIiLCJrZXkiOjR9'}
    >>> unsealed(sealed(item)) == item
    True
    """
    whole = json.dumps(item, ensure_ascii=False, separators=(",", ":")).encode()
    return {name: item[name] for name in OPEN if name in item} | {SEALED: base64.b64encode(whole).decode()}


def unsealed(item: dict[str, Any]) -> dict[str, Any]:
    """Return an item as it was before it was sealed; any other as it is."""
    return json.loads(base64.b64decode(item[SEALED])) if SEALED in item else item


def seal_keys(outputs: list[dict[str, Any]], mime: str) -> None:
    """Seal the questions in the outputs of a cell."""
    for output in outputs:
        block = output.get("data", {}).get(mime)
        if isinstance(block, dict) and isinstance(block.get("item"), dict):
            block["item"] = sealed(block["item"])
