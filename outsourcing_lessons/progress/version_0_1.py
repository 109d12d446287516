"""Answers of version 0.1, whose one code was of all the words of a question: which of them are to a question of today.

They stay in the file as they are, and leave it with an export, whether or not they are.
"""

from __future__ import annotations

from collections.abc import Iterable

from outsourcing_lessons.items.identity import judged_alike, wording_of
from outsourcing_lessons.items.item import Item
from outsourcing_lessons.progress.store import Attempt


def same_question(item: Item, seed: int, attempts: Iterable[Attempt]) -> list[Attempt]:
    """Return those attempts at an item that are to this variant of it.

    Word for word the same is the same. Where words were changed since, what was drawn with the same seed is the same
    question if all that was answered to it is judged alike now.
    """
    by_code: dict[tuple[str, int], list[Attempt]] = {}
    for attempt in attempts:
        by_code.setdefault((wording_of(attempt.variant), attempt.seed), []).append(attempt)
    of_this = [
        made
        for (wording, old), made in by_code.items()
        if wording == item.wording
        or (seed == old and judged_alike(item, ((one.response, one.outcome) for one in made)))
    ]
    return sorted((one for made in of_this for one in made), key=lambda one: one.at)
