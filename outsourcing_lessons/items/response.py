"""The parts of a response: what a judge reads of it is kept, and nothing else."""

from __future__ import annotations

from typing import Any

from outsourcing_lessons.items.item import Item

PARTS = {
    "single-choice": ("option",),
    "multiple-choice": ("options",),
    "number": ("value",),
    "ordering": ("order",),
    "allocation": ("amounts",),
    "prediction": ("value", "low", "high"),
    "short-text": ("text", "ticks"),
}


def kept_of(item: Item, response: dict[str, Any]) -> dict[str, Any]:
    """Return a valid response without what belongs to no answer to this item.

    Examples
    --------
    >>> from outsourcing_lessons.items.item import Number
    >>> words = {"title": "T", "prompt": "P", "praise": "Yes.", "otherwise": "No."}
    >>> item = Number(id="a.b", key=4, tolerance=0, low=0, high=9, **words)
    >>> kept_of(item, {"value": "4", "confidence": 80, "note": "!"})
    {'value': '4', 'confidence': 80}
    """
    return {name: response[name] for name in (*PARTS[item.type], "confidence") if name in response}
