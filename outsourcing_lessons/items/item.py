"""The types of item, in one place: whatever works on any item asks it, or looks here which types there are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, TypeAlias

from pydantic import Field, TypeAdapter

from outsourcing_lessons.items.allocation import Allocation, Part
from outsourcing_lessons.items.base import Exhibit, ItemBase, Option, Record, Slug, Text
from outsourcing_lessons.items.bet import Bet
from outsourcing_lessons.items.choice import MultipleChoice, SingleChoice
from outsourcing_lessons.items.game import Dial, Game
from outsourcing_lessons.items.number import Number, Trap, apart, clear_of
from outsourcing_lessons.items.ordering import Ordering
from outsourcing_lessons.items.prediction import Prediction
from outsourcing_lessons.items.text import Check, ShortText

__all__ = [
    "TYPES", "Allocation", "Bet", "Check", "Dial", "Exhibit", "Game", "Item", "ItemBase", "MultipleChoice", "Number",
    "Option", "Ordering", "Part", "Prediction", "Record", "ShortText", "SingleChoice", "Slug", "Text", "Trap", "apart",
    "clear_of", "parse_item", "type_of_response", "without_key",
]  # fmt: skip

Item: TypeAlias = SingleChoice | MultipleChoice | Number | Ordering | Allocation | Prediction | ShortText | Game | Bet
TYPES: dict[str, type[ItemBase]] = {one.model_fields["type"].default: one for one in Item.__args__}
_items: TypeAdapter[Item] = TypeAdapter(Annotated[Item, Field(discriminator="type")])


def parse_item(data: dict[str, Any]) -> Item:
    """Read an item from plain data, as ``model_dump(mode="json")`` wrote it."""
    return _items.validate_python(data)


def type_of_response(response: Mapping[str, Any]) -> type[ItemBase] | None:
    """Return the type of item that a response answers, where the item itself is not at hand.

    Examples
    --------
    >>> type_of_response({"value": "3", "low": "1", "high": "9", "confidence": 80}).__name__
    'Prediction'
    """
    fits = [one for one in TYPES.values() if all(name in response for name in one.PARTS)]
    return max(fits, key=lambda one: len(one.PARTS), default=None)


def without_key(item: ItemBase) -> dict[str, Any]:
    """Return what a learner may see before answering: plain data with no key and no feedback."""
    hidden: dict[str, Any] = dict.fromkeys(item.SECRET, True)
    if item.NAMED:
        hidden[item.NAMED] = {"__all__": set(item.SECRET_OF_NAMED)}
    return item.model_dump(mode="json", exclude=hidden)
