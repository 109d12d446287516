"""The key of an item for an instructor: what is right, why, and what is said to each mistake."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from outsourcing_lessons.blocks.outline import Labelled, amount
from outsourcing_lessons.items.answer import key_in_words
from outsourcing_lessons.items.item import (
    Allocation,
    Item,
    MultipleChoice,
    Number,
    Ordering,
    Prediction,
    ShortText,
    SingleChoice,
)  # fmt: skip


def key_of(item: Item) -> list[Labelled]:
    """Return the key of an item, why it is right, and what is said to each mistake.

    What is said to a prediction that held speaks of the learner's range, so it is no reason for the key.
    """
    pieces = [Labelled("Key", item.answer or key_in_words(item))]
    if item.type != "prediction":
        pieces.append(Labelled("Why", item.praise))
    pieces += [Labelled(f"If {mistake}", feedback) for mistake, feedback in _MISTAKES[item.type](item)]
    return pieces + [Labelled(f"Hint {n}", hint) for n, hint in enumerate(item.hints, 1)]


def _per_option(item: SingleChoice | MultipleChoice | Ordering) -> list[tuple[str, str]]:
    return [(f"“{option.text}”", option.feedback) for option in item.options if option.feedback]


def _per_trap(item: Number) -> list[tuple[str, str]]:
    return [(amount(item, trap.value), trap.feedback) for trap in item.traps] + [("any other number", item.otherwise)]


def _per_part(item: Allocation) -> list[tuple[str, str]]:
    """Return what is said to a share too small or too large, where it can be either."""
    said: list[tuple[str, str]] = []
    for part in item.parts:
        below = (f"{part.text} below {amount(item, part.low)}", part.too_low)
        above = (f"{part.text} above {amount(item, part.high)}", part.too_high)
        said += [below] * (part.low > 0) + [above] * (part.high < item.total)
    return said


def _per_range(item: Prediction) -> list[tuple[str, str]]:
    return [
        ("the range holds it", item.praise),
        ("all of the range is too high", item.below),
        ("all of the range is too low", item.above),
    ]


def _per_check(item: ShortText) -> list[tuple[str, str]]:
    return [(f"“{check.text}” is missing", check.feedback) for check in item.checklist]


_MISTAKES: dict[str, Callable[[Any], list[tuple[str, str]]]] = {
    "single-choice": _per_option,
    "multiple-choice": _per_option,
    "number": _per_trap,
    "ordering": _per_option,
    "allocation": _per_part,
    "prediction": _per_range,
    "short-text": _per_check,
}
