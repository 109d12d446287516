"""The seven types of item: what is asked, what counts as correct, and what is said about each mistake.

An item here is one variant, ready to be shown. It is plain data: ``model_dump(mode="json")`` is what the player gets,
and ``parse_item`` reads it back. ``prompt`` and all other texts are plain text; a blank line in a prompt starts a new
paragraph.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, model_validator

from outsourcing_lessons.words import MISSED, TICKED

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
ItemId = Annotated[str, Field(pattern=r"^[a-z0-9-]+\.[a-z0-9-]+$")]
Text = Annotated[str, Field(min_length=1)]


class Record(BaseModel):
    """Data that does not change after it is made and has no fields but its own."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Option(Record):
    """Something to choose or to place.

    ``feedback`` says why it is wrong to choose it (or, in an ordering, why it belongs where it does); for a correct
    option of a multiple choice, what was missed by leaving it out. Empty only for the key of a single choice.
    """

    id: Slug
    text: Text
    feedback: str = ""


class Exhibit(Record):
    """A small table that belongs to a prompt."""

    caption: Text
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Trap(Record):
    """A wrong number that a known misconception leads to, and what to say about it."""

    id: Slug
    value: float
    tolerance: float
    feedback: Text


class Part(Record):
    """One share of an allocation: correct from ``low`` to ``high``, with a word for each side."""

    id: Slug
    text: Text
    low: float
    high: float
    too_low: Text
    too_high: Text


class Check(Record):
    """One line of the list a learner ticks against their own text."""

    id: Slug
    text: Text
    feedback: Text


class ItemBase(Record):
    """What every item has.

    Parameters
    ----------
    id : str
        ``lesson.item``, for good. Whoever makes a template leaves it out: its decorator says it, once.
    variant, wording : str
        Which question this is, and how it is put: codes, as ``items.identity`` makes them.
    title, prompt : str
        A heading of a few words; the question.
    exhibit : Exhibit or None
        A table to read.
    hints : tuple of str
        In steps: the first helps a little, the last nearly solves it.
    praise : str
        Said when the response is correct: why it is.
    answer : str
        The key in words, shown on request.
    objective : str
        Which objective of the lesson it serves.
    minutes : float
        How long it takes.
    sources : tuple of str
        Ids in ``course.sources``.
    """

    id: ItemId = ""
    variant: str = ""
    wording: str = ""
    title: Text
    prompt: Text
    exhibit: Exhibit | None = None
    hints: tuple[Text, ...] = ()
    praise: Text
    answer: str = ""
    objective: str = ""
    minutes: float = Field(default=1.5, gt=0, le=15)
    sources: tuple[str, ...] = ()


def _distinct(options: tuple[Option | Part | Check, ...]) -> None:
    for values in ([o.id for o in options], [o.text for o in options]):
        if len(set(values)) != len(values):
            raise ValueError(f"two equal options among {values}")


class SingleChoice(ItemBase):
    """Exactly one option is correct; ``key`` is its id."""

    type: Literal["single-choice"] = "single-choice"
    options: tuple[Option, ...] = Field(min_length=2)
    key: Slug

    @model_validator(mode="after")
    def _sound(self) -> Self:
        _distinct(self.options)
        if self.key not in [o.id for o in self.options]:
            raise ValueError(f"key {self.key!r} is not an option")
        if silent := [o.id for o in self.options if o.id != self.key and not o.feedback]:
            raise ValueError(f"wrong options without feedback: {silent}")
        return self


class MultipleChoice(ItemBase):
    """Some options are correct; ``key`` holds their ids. Every option has feedback."""

    type: Literal["multiple-choice"] = "multiple-choice"
    options: tuple[Option, ...] = Field(min_length=3)
    key: tuple[Slug, ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _sound(self) -> Self:
        _distinct(self.options)
        if not set(self.key) < {o.id for o in self.options}:
            raise ValueError("the key must be some, and not all, of the options")
        if silent := [o.id for o in self.options if not o.feedback]:
            raise ValueError(f"options without feedback: {silent}")
        return self

    def said_of(self, option: Option) -> str:
        """Return what is said of an option that was judged wrongly: a line among others, so it names the option."""
        return f"{MISSED if option.id in self.key else TICKED} “{option.text}”: {option.feedback}"


def apart(*traps: Trap) -> tuple[Trap, ...]:
    """Return the traps without those that catch a number which an earlier one catches too.

    With some numbers two misconceptions lead to the same wrong answer; then only the first can be told.
    """
    kept: list[Trap] = []
    for trap in traps:
        if all(abs(trap.value - other.value) > trap.tolerance + other.tolerance for other in kept):
            kept.append(trap)
    return tuple(kept)


class Number(ItemBase):
    """A number; correct within ``tolerance`` (absolute, in the unit) of ``key``.

    ``prefix`` stands before it (a currency symbol), ``unit`` after it; both may be typed along. ``low`` and ``high``
    are the bounds a response must keep; ``otherwise`` is said to a wrong number that is no known trap.
    """

    type: Literal["number"] = "number"
    key: float
    tolerance: float = Field(ge=0)
    low: float
    high: float
    unit: str = ""
    prefix: str = ""
    decimals: int = Field(default=0, ge=0, le=4)
    traps: tuple[Trap, ...] = ()
    otherwise: Text

    @model_validator(mode="after")
    def _sound(self) -> Self:
        if not self.low <= self.key <= self.high:
            raise ValueError(f"key {self.key} outside {self.low} to {self.high}")
        if clash := [t.id for t in self.traps if abs(t.value - self.key) <= t.tolerance + self.tolerance]:
            raise ValueError(f"traps too near the key {self.key}: {clash}")
        if self.traps != apart(*self.traps):
            raise ValueError(f"traps that catch the same number: {[t.id for t in self.traps]}")
        return self


class Ordering(ItemBase):
    """Put all options in order; ``key`` holds their ids from ``first`` to ``last``."""

    type: Literal["ordering"] = "ordering"
    options: tuple[Option, ...] = Field(min_length=3)
    key: tuple[Slug, ...]
    first: Text
    last: Text

    @model_validator(mode="after")
    def _sound(self) -> Self:
        _distinct(self.options)
        if sorted(self.key) != sorted(o.id for o in self.options):
            raise ValueError("the key must hold every option once")
        if silent := [o.id for o in self.options if not o.feedback]:
            raise ValueError(f"options without feedback: {silent}")
        return self


class Allocation(ItemBase):
    """Split ``total`` (in ``unit`` or ``prefix``) over the parts; correct when each part is within its bounds."""

    type: Literal["allocation"] = "allocation"
    total: float = Field(gt=0)
    unit: str = ""
    prefix: str = ""
    parts: tuple[Part, ...] = Field(min_length=2)
    key: dict[str, float]

    @model_validator(mode="after")
    def _sound(self) -> Self:
        _distinct(self.parts)
        if set(self.key) != {p.id for p in self.parts} or abs(sum(self.key.values()) - self.total) > 1e-9:
            raise ValueError("the key must give every part and add up to the total")
        if bad := [p.id for p in self.parts if not p.low <= self.key[p.id] <= p.high]:
            raise ValueError(f"the key is outside its own bounds at {bad}")
        return self


class Prediction(ItemBase):
    """A number guessed before the truth is shown: best guess, a range, and how sure the range is.

    The response is correct when the range holds ``key``; it is scored by how well the confidence fitted (Brier).
    """

    type: Literal["prediction"] = "prediction"
    key: float
    low: float
    high: float
    unit: str = ""
    prefix: str = ""
    decimals: int = Field(default=0, ge=0, le=4)
    below: Text
    above: Text

    @model_validator(mode="after")
    def _sound(self) -> Self:
        if not self.low <= self.key <= self.high:
            raise ValueError(f"key {self.key} outside {self.low} to {self.high}")
        return self


class ShortText(ItemBase):
    """A few sentences of the learner's own, compared by the learner with a checklist and an example."""

    type: Literal["short-text"] = "short-text"
    least_words: int = Field(default=5, ge=1)
    checklist: tuple[Check, ...] = Field(min_length=2)

    @model_validator(mode="after")
    def _sound(self) -> Self:
        _distinct(self.checklist)
        return self


Item = Annotated[
    SingleChoice | MultipleChoice | Number | Ordering | Allocation | Prediction | ShortText, Field(discriminator="type")
]
Numeric = Number | Allocation | Prediction  # answered with figures, which have a prefix and a unit
_items = TypeAdapter(Item)


def parse_item(data: dict[str, Any]) -> Item:
    """Read an item from plain data, as ``model_dump(mode="json")`` wrote it."""
    return _items.validate_python(data)


SECRET = {
    "key", "answer", "praise", "feedback", "traps", "otherwise", "tolerance", "below", "above", "too_low", "too_high",
}  # fmt: skip


def without_key(item: Item) -> dict[str, Any]:
    """Return what a learner may see before answering: plain data with no key and no feedback."""
    data = {name: value for name, value in item.model_dump(mode="json").items() if name not in SECRET}
    for field in ("options", "parts", "checklist"):
        if field in data:
            bounds = {"low", "high"} if field == "parts" else set()
            data[field] = [{k: v for k, v in row.items() if k not in SECRET | bounds} for row in data[field]]
    return data
