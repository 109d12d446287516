"""A new trade: a file with every slot, what belongs there, and what another trade says there."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from outsourcing_lessons.authoring.new.changes import Changes
from outsourcing_lessons.authoring.new.entry import with_entry
from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.lessons.course import Course
from outsourcing_lessons.lessons.course_file import FILE
from outsourcing_lessons.lessons.toml_file import parsed
from outsourcing_lessons.lessons.trade_file import SLOTS, Slot, declared, read_trades

_NAME = re.compile(r"[a-z][a-z ]*[a-z]")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
TABLES = ("tables", "figures")  # kinds of slots that a file has below all that is plain
WIDE = 100  # from here on a list has a line for each of its entries


def new_trade(course: Course, name: str) -> tuple[Path, ...]:
    """Write a trade in which every slot is filled, and put it last in the course.

    A sentence that says nothing yet would break the stories and sums of every lesson, so each slot holds what the first
    trade of the course says there, below what belongs there.

    ``name``: small letters, with spaces.

    Raises ContentError if the course has a trade of that name, or the name cannot be one of a trade and of its file.
    """
    if not _NAME.fullmatch(name):
        raise ContentError(f"{name!r} cannot be the name of a trade; allowed: small letters and spaces")
    folder, model = course.folder / "trades", course.trade_names[0]
    path = folder / f"{name.replace(' ', '-')}.toml"
    if name in course.trade_names or path.exists():
        raise ContentError(f"{path} already exists; give the trade another name")
    values = parsed(folder / f"{model.replace(' ', '-')}.toml")
    if "name" in values:
        values["name"] = name
    head = f"# A new trade. Every value below is that of the {model} until you write your own.\n\n"
    with Changes() as changes:
        changes.write(path, head + "\n".join(_lines(declared(folder / SLOTS), values)) + "\n")
        changes.write(course.folder / FILE, with_entry(course.folder / FILE, "trades", name))
        read_trades(folder, (*course.trade_names, name), course.slugs)
    return changes.files


def _lines(slots: Mapping[str, Any], values: Mapping[str, Any], table: str = "") -> Iterator[str]:
    """Yield the lines of a table: what stands in it alone, then tables, and lists of tables."""
    plain = {name: slot for name, slot in slots.items() if isinstance(slot, Slot) and slot.kind not in TABLES}
    for name, slot in plain.items():
        if name in values:
            yield f"# {_about(slot)}"
            yield f"{_key(name)} = {_value(values[name])}"
    for name, slot in slots.items():
        if name in plain or name not in values:
            continue
        place = f"{table}{_key(name)}"
        if isinstance(slot, Slot) and slot.kind == "figures":
            yield from ("", f"# {_about(slot)}", f"[{place}]", *_bare(values[name]))
        elif isinstance(slot, Slot):
            yield from ("", f"# {_about(slot)}")
            for number, row in enumerate(values[name]):
                yield from ("", f"[[{place}]]") if number else (f"[[{place}]]",)
                yield from _lines(slot.slots or {}, row, place + ".") if not number else _bare(row)
        else:
            yield from ("", f"[{place}]", *_lines(slot, values[name], place + "."))


def _bare(row: Mapping[str, Any]) -> Iterator[str]:
    yield from (f"{_key(name)} = {_value(value)}" for name, value in row.items())


def _about(slot: Slot) -> str:
    told = [slot.what.rstrip(".")]
    told += [f"one of {', '.join(map(str, slot.one_of))}"] if slot.one_of else []
    told += [f"{slot.count} of them"] if slot.count else []
    return "; ".join(told) + "."


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else json.dumps(name)


def _value(value: Any) -> str:
    if not isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    line = f"[{', '.join(map(_value, value))}]"
    return line if len(line) < WIDE else "[\n" + "".join(f"    {_value(one)},\n" for one in value) + "]"
