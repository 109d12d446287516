"""What somebody scores who knows nothing and guesses: below it nobody needs to have read a question."""

from __future__ import annotations

import math
from itertools import combinations

from outsourcing_lessons.items.item import Allocation, Item, MultipleChoice, Number
from outsourcing_lessons.items.judge import judge

# Above this, the bounds of a number only keep out slips of the keyboard: then a guesser knows it to a factor of ten.
WIDE = 1000.0
FACTOR = 10.0


def guesser_score(item: Item) -> float | None:
    """Return the expected score of a guesser.

    - Of options one is drawn, or a set of at least one.
    - A number is drawn evenly between its bounds, or, where these are wide, evenly on a logarithmic scale from a tenth
      of the key to ten times the key; its sign is known.
    - An order is drawn among all orders; a total is cut at random places.

    Returns
    -------
    float or None
        0 to 1; None for a prediction and a short text, where chance has no say.

    Examples
    --------
    >>> from outsourcing_lessons.items.item import Number
    >>> words = {"title": "T", "prompt": "P", "praise": "Yes.", "otherwise": "No."}
    >>> guesser_score(Number(id="a.b", key=30, tolerance=1, low=0, high=100, **words))
    0.02
    """
    match item.type:
        case "single-choice":
            return 1 / len(item.options)
        case "multiple-choice":
            return _of_sets(item)
        case "number":
            return _of_number(item)
        case "ordering":
            return 0.5  # a pair is as often right as wrong
        case "allocation":
            return _of_cuts(item)
    return None


def _of_sets(item: MultipleChoice) -> float:
    ids = [option.id for option in item.options]
    sets = [list(chosen) for size in range(1, len(ids) + 1) for chosen in combinations(ids, size)]
    scores: list[float] = [judge(item, {"options": chosen})["score"] for chosen in sets]
    return sum(scores) / len(scores)


def _of_number(item: Number) -> float:
    if item.high - item.low <= WIDE:
        low, high = max(item.key - item.tolerance, item.low), min(item.key + item.tolerance, item.high)
        return (high - low) / (item.high - item.low)
    size = abs(item.key)
    low, high = max(size - item.tolerance, size / FACTOR), min(size + item.tolerance, size * FACTOR)
    return math.log(high / low) / math.log(FACTOR * FACTOR) if size else 0.0


def _of_cuts(item: Allocation) -> float:
    """Average the chance that a part is within its bounds: cut at random, 1 − (1 − x)^(n − 1) of shares are below x."""
    others = len(item.parts) - 1

    def below(amount: float) -> float:
        return 1 - (1 - min(max(amount / item.total, 0.0), 1.0)) ** others

    return sum(below(part.high) - below(part.low) for part in item.parts) / len(item.parts)
