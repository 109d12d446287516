"""The key of an item for an instructor: what is right, why, and what is said to each mistake."""

from __future__ import annotations

from outsourcing_lessons.blocks.outline import Labelled
from outsourcing_lessons.items.item import Item


def key_of(item: Item) -> list[Labelled]:
    """Return the key of an item, why it is right, and what is said to each mistake.

    What is said to a prediction that held speaks of the learner's range, so it is no reason for the key.
    """
    pieces = [Labelled("Key", item.answer or item.key_in_words())]
    if not item.COMMITTED:
        pieces.append(Labelled("Why", item.praise))
    pieces += [Labelled(f"If {mistake}", feedback) for mistake, feedback in item.mistakes()]
    return pieces + [Labelled(f"Hint {n}", hint) for n, hint in enumerate(item.hints, 1)]
