"""A written question for one learner: what is drawn, the fields filled, and the item made of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext, suppress
from typing import Any

from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.items.item import (
    Check,
    Exhibit,
    Item,
    MultipleChoice,
    Number,
    Option,
    Ordering,
    ShortText,
    SingleChoice,
    Trap,
    apart,
)
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.fields import fill
from outsourcing_lessons.lessons.question_lines import Drawn, Line, Side, Written
from outsourcing_lessons.number_format import reckoning

Put = Callable[[str, int], str]

FIGURES = ("key", "tolerance", "low", "high", "decimals", "words")
SHOWN = 3  # mistakes beside the answer, when a side of a question has more of them


def made(written: Written, item_id: str, fields: Mapping[str, object], draw: SeededRandom) -> Item:
    """Return the item for a draw: first what all sides share is drawn, then the side, then what it draws itself.

    Raises ContentError if a field is unknown or a setting is no number; names file and line.
    """
    words = dict(fields)

    def put(text: str, line: int) -> str:
        return fill(text, words, f"{written.place}:{line}")

    counts = _draw(written.shared, words, draw, put, written.place)
    side = draw.pick(written.asked) if written.sides else written.shared
    if written.sides:
        counts = _draw(side, words, draw, put, written.place) or counts
    about: dict[str, Any] = {
        "id": item_id,
        "title": put(written.title, written.shared.line),
        "prompt": "\n\n".join(put(line.text, line.line) for line in side.prompt),
        "exhibit": _exhibit(side, put),
        "hints": tuple(put(line.text, line.line) for line in side.hints),
        "praise": put(side.praise, side.line),
    }
    settings = {name: (_set(name, one, put), one.line) for name, one in side.settings.items()}
    about |= {name: settings[name][0] for name in ("title", "answer") if name in settings}
    if "key" in settings:
        return _number(about, side, settings, put, written.place)
    marks = [option.mark for option in side.options]
    if not any(marks):
        checks = [Check(id=o.id, text=put(o.text, o.line), feedback=put(o.said, o.line)) for o in side.options]
        least: dict[str, Any] = (
            {"least_words": int(_figure(*settings["words"], written.place))} if "words" in settings else {}
        )
        return ShortText(**about, **least, checklist=tuple(checks))
    if "x" not in marks:
        ends: dict[str, Any] = {name: settings[name][0] for name in ("first", "last") if name in settings}
        key = tuple(option.id for option in sorted(side.options, key=lambda option: int(option.mark)))
        return Ordering(**about, **ends, options=draw.shuffled([_option(o, put) for o in side.options]), key=key)
    return _choice(about, side, counts, bool(written.sides), draw, put)


def _set(name: str, one: Line, put: Put) -> str:
    with reckoning() if name in FIGURES else nullcontext():
        return put(one.text, one.line)


def _choice(
    about: dict[str, Any], side: Side, counts: Mapping[str, int | None], situated: bool, draw: SeededRandom, put: Put
) -> Item:
    rights = [option for option in side.options if option.mark == "x"]
    wrongs = [option for option in side.options if option.mark == " "]
    alone = len(rights) == 1
    if alone:
        about["praise"] = put(rights[0].said, rights[0].line)
    made = {id(option): _option(option, put, silent=alone and option.mark == "x") for option in side.options}
    keys, options = [option.id for option in rights], [made[id(option)] for option in side.options]
    if counts:
        groups = {"x": [made[id(o)] for o in rights], " ": [made[id(o)] for o in wrongs]}
        for mark in dict.fromkeys(option.mark for option in side.options):  # drawn in the order of the text
            count = counts["right" if mark == "x" else "wrong"]
            groups[mark] = groups[mark] if count is None else list(draw.some(groups[mark], count))
        keys, options = [option.id for option in groups["x"]], [*groups["x"], *groups[" "]]
    elif situated and alone and len(wrongs) > SHOWN:
        lines = [rights[0], wrongs[0], *draw.some(wrongs[1:], SHOWN - 1)]
        options = [made[id(option)] for option in lines]
    shown = tuple(options) if "order" in side.settings else draw.shuffled(options)
    if alone:
        return SingleChoice(**about, options=shown, key=keys[0])
    return MultipleChoice(**about, options=shown, key=tuple(keys))


def _option(line: Line, put: Put, silent: bool = False) -> Option:
    return Option(id=line.id, text=put(line.text, line.line), feedback="" if silent else put(line.said, line.line))


def _exhibit(side: Side, put: Put) -> Exhibit | None:
    """Return the table: a row of headings, a row of dashes, and the rest."""
    if not side.rows:
        return None
    cells = [[put(cell.strip(), row.line) for cell in row.text.strip("|").split("|")] for row in side.rows]
    caption = put(side.caption.text, side.caption.line) if side.caption else ""
    return Exhibit(caption=caption, columns=tuple(cells[0]), rows=tuple(tuple(row) for row in cells[2:]))


def _figure(text: str, line: int, place: str) -> float:
    try:
        return float(text.replace(",", ""))
    except ValueError:
        raise ContentError(f"{place}:{line}: “{text}” is not a number; write 12 or 0.5") from None


def _number(about: dict[str, Any], side: Side, settings: dict[str, tuple[str, int]], put: Put, place: str) -> Number:
    def number(text: str, line: int) -> float:
        return _figure(text, line, place)

    names = [name for name in ("key", "tolerance", "low", "high", "decimals") if name in settings]
    figures: dict[str, Any] = {"tolerance": 0, "low": 0, "high": 1e12}
    figures |= {name: number(*settings[name]) for name in names}
    words: dict[str, Any] = {name: settings[name][0] for name in ("unit", "prefix", "otherwise") if name in settings}
    traps = [
        Trap(id=o.id, value=number(value, o.line), tolerance=number(wide, o.line), feedback=put(o.text, o.line))
        for value, wide, o in side.traps
    ]
    return Number(**about, **figures, **words, traps=apart(*traps))


def _draw(side: Side, words: dict[str, object], draw: SeededRandom, put: Put, place: str) -> dict[str, int | None]:
    """Draw what a side draws into the words; return how many right and wrong options it shows, if it says so."""
    counts: dict[str, int | None] = {}
    for one in side.draws:
        here = f"{place}:{one.line}"
        if one.names:
            values = _values(one, words, draw, put, here)
            if len(values) != len(one.names):
                raise ContentError(f"{here}: {len(values)} values for {len(one.names)} names; give one for each name")
            words |= dict(zip(one.names, values, strict=True))
            continue
        counts = {"right": None, "wrong": None}
        for part in put(one.source, one.line).split(","):
            number, _, kind = part.strip().partition(" ")
            there = sum(option.mark == {"right": "x", "wrong": " "}.get(kind) for option in side.options)
            if kind not in counts or not number.isdecimal() or not 0 < int(number) <= there:
                raise ContentError(f"{here}: “{part.strip()}” of {there} there are; write “= 3 right, 2 wrong”")
            counts[kind] = int(number)
    return counts


def _values(one: Drawn, words: Mapping[str, object], draw: SeededRandom, put: Put, here: str) -> Sequence[object]:
    many = len(one.names) > 1
    if one.source.startswith("of "):
        name = one.source[3:].strip()
        things = words.get(name)
        if not isinstance(things, tuple | list):
            lists = sorted(key for key, value in words.items() if isinstance(value, tuple | list))
            raise ContentError(f"{here}: no list {name!r} to draw from; there are: {', '.join(lists) or 'none'}")
        return draw.some(things, len(one.names)) if many else (draw.pick(things),)
    if one.source.startswith("any of "):
        parts = list(draw.some([part.strip() for part in one.source[7:].split(" | ")], len(one.names)))
    else:
        choice = draw.pick([part.strip() for part in one.source.split(" | ")])
        parts = [part.strip() for part in choice.split(",")] if many else [choice]
    return [_value(part, one.line, put) for part in parts]


def _value(part: str, line: int, put: Put) -> object:
    with reckoning():
        text = put(part, line)
    for kind in (int, float):
        with suppress(ValueError):
            return kind(text)
    return put(part, line)
