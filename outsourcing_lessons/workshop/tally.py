"""How a room answered: for each round a few bars, whatever the type of the item."""

from __future__ import annotations

from typing import Any

from outsourcing_lessons.items.base import counted, rights
from outsourcing_lessons.items.item import Item
from outsourcing_lessons.workshop.state import Round


def distribution(item: Item, round_: Round) -> dict[str, Any]:
    """Return how many answered, how many were right, that in words, and the bars.

    A bar has ``label``, ``count``, whether it is the ``key``, and the ``letter`` of an option. ``note`` says what the
    bars are where the words speak of something else, ``mark`` what the bar of the key is called.
    """
    answers = list(round_.answers.values())
    bars = item.bars(answers)
    found = {"answered": len(answers), "right": rights(answers), "words": item.counted(answers), "bars": bars}
    return found | (item.beside_bars(bars) if answers else {})


def votes(item: Item, round_: Round) -> dict[str, Any]:
    """Return how a room voted, with no sign of which answer is right."""
    answers = list(round_.answers.values())
    bars = [{name: what for name, what in one.items() if name != "key"} for one in item.votes(answers)]
    found = {"answered": len(answers), "words": counted(len(answers), "answer"), "bars": bars}
    return found | ({"note": note} if (note := item.VOTES) else {})
