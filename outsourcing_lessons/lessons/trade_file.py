"""Reads the trades of a course: ``slots.toml`` says what each file beside it holds; all faults are told at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from itertools import chain
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, TypeAdapter, ValidationError

from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.lessons.names import PRONOUNS
from outsourcing_lessons.lessons.toml_file import Table, parsed, refusal, shown
from outsourcing_lessons.lessons.trade import Trade

SLOTS = "slots.toml"
NAME = r"^[a-z][a-z0-9_]*$"
RESERVED = ("of", "fields", "keys", "common")


class Slot(Table):
    """What one slot holds; ``what`` says it to whoever writes a trade.

    ``pronoun`` is the slot that says whether the person who is named here is she or he: such a person has a name of the
    learner's country where the course knows some.
    """

    kind: Literal["text", "number", "multiple", "rate", "whole", "texts", "tables", "figures"]
    what: Annotated[str, Field(min_length=1)]
    count: Annotated[int, Field(ge=1)] | None = None
    one_of: list[str | int] | None = None
    pronoun: str = ""
    slots: dict[Annotated[str, Field(pattern=NAME)], Slot] | None = None


Declared = Mapping[str, Any]  # of slots, and of tables of slots


def declared(path: Path) -> dict[str, Slot | dict[str, Slot]]:
    """Return the slots that a course declares: a slot by its name, or a table of slots.

    Raises ContentError with every fault of the file.
    """
    found: dict[str, Any] = {}
    faults: list[str] = []
    for name, value in parsed(path).items():
        table = not isinstance(value, Mapping) or not isinstance(value.get("kind"), str)
        try:
            found[name] = _TABLE.validate_python(value) if table else Slot.model_validate(value)
        except ValidationError as error:
            faults += [f"{'.'.join(map(str, (name, *one['loc'])))}: {one['msg']}" for one in error.errors()]
    faults += [f"{name} is kept for other things; give the slot another name" for name in RESERVED if name in found]
    if faults:
        raise ContentError(refusal(path, faults))
    return found


_TABLE = TypeAdapter(dict[Annotated[str, Field(pattern=NAME)], Slot])


def read_trades(folder: Path, names: Iterable[str], lessons: Iterable[str]) -> dict[str, Trade]:
    """Return the trades of a course by name.

    The folder has ``slots.toml`` and a file for each trade, called as the trade with hyphens. A table that is called as
    one of the ``lessons`` is what only this lesson speaks of.

    Raises ContentError with every empty, unknown or unfit slot of every file, and every slot of a lesson that hides a
    common one.
    """
    slots, slugs = declared(folder / SLOTS), tuple(lessons)
    common = [name for name, slot in slots.items() if isinstance(slot, dict) and name not in slugs]
    of_kind = {name: slot.kind for name, slot in slots.items() if isinstance(slot, Slot)}
    multiples, rates = ([name for name in of_kind if of_kind[name] == kind] for kind in ("multiple", "rate"))
    people = {name: slot.pronoun for name, slot in slots.items() if isinstance(slot, Slot) and slot.pronoun}
    faults = [refusal(folder / SLOTS, [*_hidden(slots, common, slugs), *_unnamed(slots, people)])]
    found = {}
    for name in names:
        path = folder / f"{name.replace(' ', '-')}.toml"
        values = parsed(path)
        faults.append(refusal(path, list(_faults(slots, values)) + _misnamed(values, name)))
        found[name] = Trade(values, common, multiples, rates, people)
    if faults := [one for one in faults if one]:
        raise ContentError("\n".join(faults))
    return found


def _misnamed(values: Declared, name: str) -> list[str]:
    return [] if values.get("name", name) == name else [f"name is {values['name']!r}; allowed: {name!r}, as the file"]


def _hidden(slots: Declared, common: list[str], slugs: tuple[str, ...]) -> Iterator[str]:
    shared = {name: name for name, slot in slots.items() if isinstance(slot, Slot)}
    shared |= {name: f"{table}.{name}" for table in common for name in slots[table]}
    for slug in slugs:
        for name in slots.get(slug, {}):
            if name in shared:
                yield f"{slug}.{name} would hide {shared[name]}; give one of them another name"


def _unnamed(slots: Declared, people: Mapping[str, str]) -> Iterator[str]:
    for name, pronoun in people.items():
        slot = slots.get(pronoun)
        if not isinstance(slot, Slot) or set(slot.one_of or ()) - set(PRONOUNS):
            yield f"{name}.pronoun is {pronoun!r}; allowed: a slot whose one_of is {list(PRONOUNS)}"


def _faults(slots: Declared, values: Declared, place: str = "") -> Iterator[str]:
    """Yield what is amiss with a table: first what is missing, then what is there."""
    for name, slot in slots.items():
        where = f"{place}{name}"
        if isinstance(slot, Slot):
            if values.get(name, "") in ("", [], {}):
                yield f"{where} is empty: {slot.what}"
            else:
                yield from _unfit(slot, values[name], where)
        elif not isinstance(values.get(name, {}), Mapping):
            yield f"{where} is {shown(values[name])}; allowed: a table"
        else:
            yield from _faults(slot, values.get(name, {}), f"{where}.")
    for name in values:
        if name not in slots:
            near = get_close_matches(name, slots, n=1)
            yield f"{place}{name} is not a slot" + (
                f"; did you mean {near[0]!r}?" if near else f" of {SLOTS}; take it out"
            )


def _unfit(slot: Slot, value: Any, where: str) -> Iterator[str]:
    if slot.one_of and value not in slot.one_of:
        yield f"{where} is {shown(value)}; allowed: {', '.join(map(str, slot.one_of))}"
    elif not _ALLOWED[slot.kind][1](value):
        yield f"{where} is {shown(value)}; allowed: {_ALLOWED[slot.kind][0]}"
    elif slot.count and len(value) != slot.count:
        yield f"{where} has {len(value)}; allowed: {slot.count}"
    elif slot.kind == "tables":
        yield from chain.from_iterable(_faults(slot.slots or {}, one, f"{where}.{n}.") for n, one in enumerate(value))


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


_ALLOWED: dict[str, tuple[str, Callable[[Any], bool]]] = {
    "text": ("text in quotes", lambda value: isinstance(value, str) and bool(value.strip())),
    "number": ("a number", _number),
    "multiple": ("a number: so many of the learner's hours", _number),
    "rate": ("a number: so many of the learner's hours", _number),
    "whole": ("a whole number", lambda value: _number(value) and isinstance(value, int)),
    "figures": (
        "a table of numbers, each with its name",
        lambda value: isinstance(value, dict) and all(map(_number, value.values())),
    ),
    "texts": (
        "a list of texts",
        lambda value: isinstance(value, list) and all(isinstance(one, str) and one.strip() for one in value),
    ),
    "tables": (
        "tables in [[double brackets]]",
        lambda value: isinstance(value, list) and all(isinstance(one, dict) for one in value),
    ),
}
