"""The lines of a question in Markdown: what each begins with says what it is.

``## Title {#id practice objective 1.5min @source}``
    begins a question; ``###`` begins one of the sides that it is asked from.
``- [x] text {#id}``, ``- [ ] text {#id}``
    an option that is right, or wrong; ``1. text {#id}`` its place in an order; ``- text {#id}`` a line to tick.
``  : text``
    what is said of the option above it; from the margin, what is said to whoever was right.
``? text``
    a hint, in steps.
``! 20 ± 0.5: text {#id}``
    a wrong number and the mistake that leads to it.
``= name: a | b | c``, ``= one, other: 2, 3 | 4, 5``, ``= one, other: of streams``, ``= one, other: any of a | b | c``
    what is drawn, in this order: one of what there is, or as many different ones as there are names.
``= 3 right, 2 wrong``
    how many of the options are shown.
``unit: hours``
    a setting: one of `SETTINGS`. ``order: fixed`` shows the options as they are written.
``Table: caption``
    the name of the table above or below it.

Everything else is the prompt. Lines of a paragraph are one line, as always in Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.lessons.author_errors import within

SETTINGS = {
    "title", "first", "last", "words", "answer", "key", "tolerance", "low", "high", "unit", "prefix", "decimals",
    "otherwise", "order",
}  # fmt: skip

_HEAD = re.compile(r"## +(?P<title>.*?)\s*(?:\{(?P<marks>[^{}]*)\})?\s*")
_OPTION = re.compile(r"- \[(?P<box>.)\] *(?P<text>.*)")
_PLACE = re.compile(r"(?P<place>\d+)\. +(?P<text>.*)")
_ID = re.compile(r"(?P<text>.*?)\s*\{#(?P<id>[^{}]*)\}\s*")
_TRAP = re.compile(r"! *(?P<value>[^±:]+?) *(?:± *(?P<tolerance>[^:]+?))? *: *(?P<text>.*)")
_SETTING = re.compile(rf"({'|'.join(sorted(SETTINGS))}): +(.*)")
_DRAWN = re.compile(r"= *(?P<what>[^:]*?)(?: *: *(?P<from>.*))?")


@dataclass
class Line:
    """A text with the line it stands in: an option, a hint, a check, a paragraph of the prompt."""

    text: str
    line: int
    id: str = ""
    mark: str = ""  # "x" or " " of an option, its place in an order, "" of a line to tick
    said: str = ""  # what is said of it


@dataclass
class Drawn:
    """What is drawn: names and what they are drawn from, or (without names) how many right and wrong options."""

    names: tuple[str, ...]
    source: str
    line: int


@dataclass
class Side:
    """What one question, or one side of it, says."""

    line: int
    prompt: list[Line] = field(default_factory=list)
    options: list[Line] = field(default_factory=list)
    traps: list[tuple[str, str, Line]] = field(default_factory=list)  # value, tolerance, what is said
    hints: list[Line] = field(default_factory=list)
    draws: list[Drawn] = field(default_factory=list)
    settings: dict[str, Line] = field(default_factory=dict)
    rows: list[Line] = field(default_factory=list)
    caption: Line | None = None
    praise: str = ""


@dataclass
class Written:
    """A question as it is written: its heading, what all of its sides share, and the sides."""

    title: str
    marks: tuple[str, ...]
    place: str
    shared: Side
    sides: list[Side] = field(default_factory=list)

    @property
    def asked(self) -> list[Side]:
        """The sides, each with what all share where it says nothing itself; what is drawn stays where it is."""
        if not self.sides:
            return [self.shared]
        parts = ("prompt", "options", "traps", "hints", "rows", "caption", "praise")
        return [
            replace(
                side,
                settings=self.shared.settings | side.settings,
                **{part: getattr(side, part) or getattr(self.shared, part) for part in parts},
            )
            for side in self.sides
        ]


def questions_in(text: str, place: str) -> Iterator[Written]:
    """Yield the questions of a text in order; what stands before the first heading is for whoever edits it.

    Raises ContentError if a line cannot be what its beginning says; names file and line, and says what to write.
    """
    question: Written | None = None
    side: Side | None = None
    fresh = True  # the next line of prose begins a paragraph
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("## "):
            if question:
                yield question
            head = _HEAD.fullmatch(line)
            if head is None or not head["title"]:
                raise ContentError(f"{place}:{number}: a question needs a title; write “## Title {{#id …}}”")
            side = Side(number)
            question = Written(head["title"], tuple((head["marks"] or "").split()), place, side)
        elif question is None or side is None:
            continue
        elif line.startswith("###"):
            side = Side(number)
            question.sides.append(side)
        else:
            with within(number):
                _read(side, line, number, place, fresh)
        fresh = not line.strip() or line.startswith("#")
    if question:
        yield question


def _read(side: Side, line: str, number: int, place: str, fresh: bool) -> None:
    """Put one line where it belongs."""
    here = f"{place}:{number}"
    if not line.strip():
        return
    if line[0] == " ":
        _continued(side, line.strip(), here)
    elif option := _OPTION.fullmatch(line):
        if option["box"] not in "x ":
            raise ContentError(
                f"{here}: an option begins with “- [x]” if it is right or “- [ ]”, not “- [{option['box']}]”"
            )
        side.options.append(_identified(option["text"], number, option["box"]))
    elif placed := _PLACE.fullmatch(line):
        side.options.append(_identified(placed["text"], number, placed["place"]))
    elif line.startswith("- "):
        side.options.append(_identified(line[2:].strip(), number, ""))
    elif line.startswith("? "):
        side.hints.append(Line(line[2:].strip(), number))
    elif line.startswith(": "):
        side.praise = line[2:].strip()
    elif line.startswith("! "):
        trap = _TRAP.fullmatch(line)
        if trap is None:
            raise ContentError(f"{here}: a wrong number is written “! 20 ± 0.5: what led to it”, not “{line}”")
        side.traps.append((trap["value"], trap["tolerance"] or "0", _identified(trap["text"], number, "!")))
    elif line.startswith("= "):
        side.draws.append(_drawn(line, number, here))
    elif line.startswith("Table: "):
        side.caption = Line(line[7:].strip(), number)
    elif line.startswith("|"):
        side.rows.append(Line(line.strip(), number))
    elif setting := _SETTING.fullmatch(line):
        side.settings[setting[1]] = Line(setting[2].strip(), number)
    elif side.options:
        raise ContentError(f"{here}: text after the options; indent it to go on with an option, or put it before them")
    elif side.prompt and not fresh:
        side.prompt[-1].text += " " + line.strip()
    else:
        side.prompt.append(Line(line.strip(), number))


def _continued(side: Side, text: str, here: str) -> None:
    if not side.options:
        raise ContentError(f"{here}: an indented line belongs to an option, and there is none above it")
    option = side.options[-1]
    if text.startswith(": "):
        option.said = f"{option.said} {text[2:].strip()}".strip()
    elif option.said:
        option.said += " " + text
    else:
        whole = _identified(f"{option.text} {text}", option.line, option.mark)
        option.text, option.id = whole.text, whole.id or option.id


def _identified(text: str, number: int, mark: str) -> Line:
    found = _ID.fullmatch(text)
    return Line(found["text"], number, found["id"], mark) if found else Line(text.strip(), number, "", mark)


def _drawn(line: str, number: int, here: str) -> Drawn:
    found = _DRAWN.fullmatch(line)
    what = found["what"] if found else ""
    if found and found["from"]:
        names = tuple(name.strip() for name in what.split(","))
        if all(name.isidentifier() for name in names):
            _refuse_too_few(names, found["from"].strip(), here)
            return Drawn(names, found["from"].strip(), number)
    elif re.search(r"\b(right|wrong)$", what):
        return Drawn((), what, number)
    raise ContentError(f"{here}: what is drawn is written “= name: a | b” or “= 3 right, 2 wrong”, not “{line}”")


def _refuse_too_few(names: tuple[str, ...], source: str, here: str) -> None:
    """Refuse a choice that has not one value for each name, whichever is drawn."""
    if source.startswith("of "):
        return
    if source.startswith("any of "):
        choices = [source[7:].split(" | ")]
        wrong = [one for one in choices if len(one) < len(names)]
    else:
        choices = [one.split(",") for one in source.split(" | ")] if len(names) > 1 else []
        wrong = [one for one in choices if len(one) != len(names)]
    if wrong:
        raise ContentError(f"{here}: {len(wrong[0])} values for {len(names)} names; give one for each name")
