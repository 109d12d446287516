"""The parts of a response: what a judge reads of it is kept, and nothing else."""

from __future__ import annotations

from typing import Any

from outsourcing_lessons.items.item import Item, Number, Prediction
from outsourcing_lessons.items.numbers import read_number

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


def plain_answer(item: Item, response: dict[str, Any]) -> Any:
    """Return what was answered as a program wants it: an option's id or several, a number, amounts by part, a text.

    Parameters
    ----------
    item : Item
        What was asked.
    response : dict
        A valid response.

    Returns
    -------
    str, float, list of str or dict
        Of a prediction its ``value``, ``low`` and ``high``.

    Examples
    --------
    >>> from outsourcing_lessons.items.item import Number
    >>> words = {"title": "T", "prompt": "P", "praise": "Yes.", "otherwise": "No."}
    >>> plain_answer(Number(id="a.b", key=4, tolerance=0, low=0, high=9, **words), {"value": "4,0"})
    4.0
    """
    if item.type == "number":
        return _as_number(item, response.get("value"))
    if item.type == "prediction":
        return {name: _as_number(item, response.get(name)) for name in PARTS["prediction"]}
    return response.get(PARTS[item.type][0])


def _as_number(item: Number | Prediction, typed: Any) -> Any:
    """Return what was typed as the number that the judge took it for: of two readings the one nearer the key."""
    readings = read_number(typed, item.prefix, item.unit)
    return min(readings, key=lambda reading: abs(reading - item.key)) if readings else typed
