"""Which variant a saved answer is to: by its code, and for a file of version 0.1 by what it says of its answers."""

from __future__ import annotations

import re
from typing import Any

from outsourcing_lessons.items.identity import judged_alike, wording_of
from outsourcing_lessons.items.item import Item

WORDING = re.compile(r"w[0-9a-f]{8}")


class SameQuestion:
    """Says of each answer in a lesson of a file whether it is to an item as it is made today.

    ``same_seed``: whether the file is of a workbook with the seed that counts.
    """

    def __init__(self, given: list[Any], same_seed: bool):
        self._given, self._same_seed = given, same_seed
        self._found: dict[tuple[str, str], bool] = {}

    def __call__(self, item: Item, one: dict[str, Any]) -> bool:
        code = one.get("variant")
        if not isinstance(code, str) or code == item.variant:
            return code == item.variant
        wording = wording_of(code)
        if not wording or wording == item.wording:
            return bool(wording)
        if (item.id, code) not in self._found:
            self._found[item.id, code] = self._same_seed and judged_alike(item, self._made(item.id, code))
        return self._found[item.id, code]

    def _made(self, item_id: str, code: str) -> list[tuple[Any, Any]]:
        mine = (one for one in self._given if isinstance(one, dict) and one.get("item") == item_id)
        return [(one.get("response"), one.get("outcome")) for one in mine if one.get("variant") == code]


def wording_in(one: dict[str, Any]) -> str:
    """Return how the question of a saved answer was put, or "" where the file does not say it."""
    said = one.get("wording")
    if isinstance(said, str) and WORDING.fullmatch(said):
        return said
    return wording_of(one["variant"])
