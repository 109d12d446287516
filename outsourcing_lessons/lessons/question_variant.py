"""A written question for one learner: what is drawn, the fields filled, and the item made of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.items.draw import Draw
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
from outsourcing_lessons.items.situation import SHOWN
from outsourcing_lessons.lessons.fields import fill
from outsourcing_lessons.lessons.question_lines import Drawn, Line, Side, Written

Put = Callable[[str, int], str]


def made(written: Written, item_id: str, fields: Mapping[str, object], draw: Draw) -> Item:
    """Return the item for a draw: first what all sides share is drawn, then the side, then what it draws itself.

    Raises
    ------
    ContentError
        If a field is unknown or a setting is no number; names file and line.
    """
    words = dict(fields)

    def put(text: str, line: int) -> str:
        return fill(text, words, f"{written.place}:{line}")

    counts = _draw(written.shared, words, draw, put)
    side = written.shared
    if written.sides:
        side = draw.pick(written.sides)
        counts = _draw(side, words, draw, put) or counts
    hints = side.hints or written.shared.hints
    about: dict[str, Any] = {
        "id": item_id,
        "title": put(written.title, written.shared.line),
        "prompt": "\n\n".join(put(line.text, line.line) for line in side.prompt),
        "exhibit": _exhibit(side if side.rows else written.shared, put),
        "hints": tuple(put(line.text, line.line) for line in hints),
        "praise": put(side.praise or written.shared.praise, side.line),
    }
    settings = {
        name: (put(one.text, one.line), one.line) for name, one in (written.shared.settings | side.settings).items()
    }
    about |= {name: settings[name][0] for name in ("title", "answer") if name in settings}
    if "key" in settings:
        return _number(about, side, settings, put, written.place)
    marks = [option.mark for option in side.options]
    if not any(marks):
        checks = [Check(id=o.id, text=put(o.text, o.line), feedback=put(o.said, o.line)) for o in side.options]
        least: dict[str, Any] = {"least_words": int(settings["words"][0])} if "words" in settings else {}
        return ShortText(**about, **least, checklist=tuple(checks))
    if "x" not in marks:
        ends: dict[str, Any] = {name: settings[name][0] for name in ("first", "last") if name in settings}
        key = tuple(option.id for option in sorted(side.options, key=lambda option: int(option.mark)))
        return Ordering(**about, **ends, options=draw.shuffled([_option(o, put) for o in side.options]), key=key)
    return _choice(about, side, counts, bool(written.sides), draw, put)


def _choice(about: dict[str, Any], side: Side, counts: Sequence[int], situated: bool, draw: Draw, put: Put) -> Item:
    rights = [option for option in side.options if option.mark == "x"]
    wrongs = [option for option in side.options if option.mark == " "]
    alone = len(rights) == 1
    if alone:
        about["praise"] = put(rights[0].said, rights[0].line)
    shown = list(side.options)
    if counts:
        some = [
            group if count >= len(group) else list(draw.some(group, count))
            for group, count in zip((rights, wrongs), counts, strict=True)
        ]
        rights, shown = some[0], [*some[0], *some[1]]
    elif situated and alone:
        shown = [*rights, wrongs[0], *draw.some(wrongs[1:], SHOWN - 1)]
    options = [_option(o, put, silent=alone and o.mark == "x") for o in shown]
    if alone:
        return SingleChoice(**about, options=draw.shuffled(options), key=rights[0].id)
    return MultipleChoice(**about, options=draw.shuffled(options), key=tuple(option.id for option in rights))


def _option(line: Line, put: Put, silent: bool = False) -> Option:
    return Option(id=line.id, text=put(line.text, line.line), feedback="" if silent else put(line.said, line.line))


def _exhibit(side: Side, put: Put) -> Exhibit | None:
    """Return the table: a row of headings, a row of dashes, and the rest."""
    if not side.rows:
        return None
    cells = [[put(cell.strip(), row.line) for cell in row.text.strip("|").split("|")] for row in side.rows]
    caption = put(side.caption.text, side.caption.line) if side.caption else ""
    return Exhibit(caption=caption, columns=tuple(cells[0]), rows=tuple(tuple(row) for row in cells[2:]))


def _number(about: dict[str, Any], side: Side, settings: dict[str, tuple[str, int]], put: Put, place: str) -> Number:
    def number(text: str, line: int) -> float:
        try:
            return float(text.replace(",", ""))
        except ValueError:
            raise ContentError(f"{place}:{line}: “{text}” is no number; write 12 or 0.5") from None

    names = [name for name in ("key", "tolerance", "low", "high", "decimals") if name in settings]
    traps = [
        Trap(id=o.id, value=number(value, o.line), tolerance=number(wide, o.line), feedback=put(o.text, o.line))
        for value, wide, o in side.traps
    ]
    about |= {"tolerance": 0, "low": 0, "high": 1e12} | {name: number(*settings[name]) for name in names}
    about |= {name: settings[name][0] for name in ("unit", "prefix", "otherwise") if name in settings}
    return Number(**about, traps=apart(*traps))


def _draw(side: Side, words: dict[str, object], draw: Draw, put: Put) -> tuple[int, ...]:
    """Draw what a side draws into the words; return how many right and wrong options are shown, if it says so."""
    counts: tuple[int, ...] = ()
    for one in side.draws:
        if not one.names:
            said = {kind: many for many, kind in (part.split() for part in put(one.source, one.line).split(","))}
            counts = tuple(int(said.get(kind, len(side.options))) for kind in ("right", "wrong"))
        else:
            words |= dict(zip(one.names, _values(one, words, draw, put), strict=True))
    return counts


def _values(one: Drawn, words: Mapping[str, Any], draw: Draw, put: Put) -> Sequence[object]:
    if one.source.startswith("of "):
        things = words[one.source[3:]]
        return (draw.pick(things),) if len(one.names) == 1 else draw.some(things, len(one.names))
    choice = draw.pick([part.strip() for part in one.source.split(" | ")])
    parts = [choice] if len(one.names) == 1 else [part.strip() for part in choice.split(",")]
    return [_value(put(part, one.line)) for part in parts]


def _value(text: str) -> object:
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text
