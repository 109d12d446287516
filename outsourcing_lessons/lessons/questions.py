"""Questions written as text: one ``questions.md`` a lesson, or a string in a notebook (see `question_lines`).

Where there is a question of one right option it is a single choice; of several, a multiple choice; numbered lines
are an order, lines without a box are a checklist, and a ``key:`` makes it a number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.items.identity import codes
from outsourcing_lessons.items.item import Item
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.author_errors import within
from outsourcing_lessons.lessons.case import Case, known
from outsourcing_lessons.lessons.lesson import SECTIONS, ItemTemplate, drawn
from outsourcing_lessons.lessons.question_lines import Line, Side, Written, questions_in
from outsourcing_lessons.lessons.question_variant import made

Namespace = Callable[[Case], Mapping[str, object]]

_MINUTES = re.compile(r"(\d+(?:\.\d+)?)min")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
OWN = "own"  # the lesson, in the id of a question that no lesson's bank holds
ORDINARY = 1.5  # minutes


def of_file(path: Path, slug: str, fields: Namespace = lambda case: {}) -> dict[str, ItemTemplate]:
    """Return the questions of a lesson's file by the part of their id after the dot.

    ``fields``: what the texts may speak of for a case, beside `Case.fields_for` and `Trade.lists` of the lesson.

    Raises ContentError at the first fault; names folder, file and line, what was found, what is allowed, and the cure.
    """
    found: dict[str, ItemTemplate] = {}
    with within(file=path):
        for written in questions_in(path.read_text("utf-8"), f"{path.parent.name}/{path.name}"):
            with within(written.shared.line):
                template = _template(written, slug, fields)
                name = template.id.partition(".")[2]
                if name in found:
                    raise ContentError(
                        f"{_head(written)}: the id {name!r} is taken by a question above; give it another"
                    )
            found[name] = template
    return found


def own_question(text: str, case: Case, place: str) -> Item:
    """Return the question that a text holds, for one learner: an author's own, in no lesson's bank.

    Its id is made from the title, and so are ids of options that have none: a renamed option is another one.

    Raises ContentError if the text holds no question or several, or one with a fault; names place and line.
    """
    written = list(questions_in(text.strip("\n"), place))
    if len(written) != 1:
        raise ContentError(f"{place}: {len(written) or 'no'} questions where one is asked; begin it with “## Title”")
    (question,) = written
    for side in (question.shared, *question.sides):
        for line in _named(side):
            line.id = line.id or slug_of(line.text)
    name = next((mark[1:] for mark in question.marks if mark.startswith("#")), slug_of(question.title))
    item_id = f"{OWN}.{name}"

    def make(draw: SeededRandom) -> Item:
        item = _made(question, item_id, {**case.trade.lists(), **case.fields}, draw).unsolved(draw)
        item = item.model_copy(update={"answer": item.answer or item.key_in_words()})
        return item.model_copy(update=codes(item, draw.drawn))

    _refuse(question)
    make(SeededRandom(item_id, case.profile.seed))  # so that a fault is told as it is
    return drawn(item_id, case.profile.seed, make).item


def with_ids(text: str, place: str = "questions.md") -> str:
    """Return the text with an id at the end of every option, place, line to tick and wrong number that had none.

    An id is made of the first words; where another of the same question's side has it already, a number is added.
    Applied to what it returned, it changes nothing.

    Examples
    --------
    >>> print(with_ids("## Who?\\n- [x] Ada {#a}\\n  : Yes.\\n- [ ] Her dog\\n  : It barks."))
    ## Who?
    - [x] Ada {#a}
      : Yes.
    - [ ] Her dog {#her-dog}
      : It barks.
    """
    lines = text.splitlines(keepends=True)
    for written in questions_in(text, place):
        for side in (written.shared, *written.sides):
            named = _named(side)
            taken = {line.id for line in named}
            for line in named:
                if line.id:
                    continue
                base = slug_of(line.text)
                tries = (base, *(f"{base}-{number}" for number in range(2, len(named) + 2)))
                line.id = next(one for one in tries if one not in taken)
                taken.add(line.id)
                last = _last(lines, line.line - 1)
                bare = lines[last].splitlines()[0]
                lines[last] = f"{bare} {{#{line.id}}}{lines[last][len(bare) :]}"
    return "".join(lines)


def _last(lines: list[str], at: int) -> int:
    """Return where the text of an option ends: lines that go on are indented, and what is said of it has a colon."""
    while at + 1 < len(lines) and lines[at + 1].startswith(" ") and lines[at + 1].strip()[:2] not in ("", ": "):
        at += 1
    return at


def slug_of(text: str) -> str:
    """Return an id for a text.

    Examples
    --------
    >>> slug_of("The first twenty of the day, from top to bottom")
    'the-first-twenty-of-the-day'
    """
    return "-".join(re.findall(r"[a-z0-9]+", text.lower())[:6]) or "one"


def _template(written: Written, slug: str, fields: Namespace) -> ItemTemplate:
    marks = list(written.marks)
    ids = [mark[1:] for mark in marks if mark[0] == "#"]
    sources = tuple(mark[1:] for mark in marks if mark[0] == "@")
    minutes = [float(found[1]) for mark in marks if (found := _MINUTES.fullmatch(mark))]
    sections = [mark for mark in marks if mark in SECTIONS]
    rest = [m for m in marks if m[0] not in "#@" and not _MINUTES.fullmatch(m) and m not in SECTIONS]
    if len(ids) != 1 or not _SLUG.fullmatch(ids[0]):
        raise ContentError(
            f"{_head(written)} needs one id of small letters, digits and hyphens; "
            f"write “{{#{slug_of(written.title)} …}}”"
        )
    if len(sections) != 1:
        raise ContentError(f"{_head(written)} needs one section after its id: {', '.join(SECTIONS)}")
    if len(rest) != 1 or not _SLUG.fullmatch(rest[0]):
        raise ContentError(
            f"{_head(written)} needs one objective of the lesson after its section; found: {rest or 'none'}"
        )
    for side in (written.shared, *written.sides):
        for line in _named(side):
            if not line.id:
                with within(line.line):
                    raise ContentError(
                        f"{written.place}:{line.line}: “{line.text}” has no id; end it with {{#{slug_of(line.text)}}}, "
                        "under which answers are kept for good"
                    )
    _refuse(written)
    item_id = f"{slug}.{ids[0]}"

    def make(case: Case, draw: SeededRandom) -> Item:
        return _made(written, item_id, known(case, slug, fields, lists=True), draw)

    return ItemTemplate(item_id, sections[0], rest[0], minutes[0] if minutes else ORDINARY, sources, make)


def _made(written: Written, item_id: str, known: Mapping[str, object], draw: SeededRandom) -> Item:
    try:
        return made(written, item_id, known, draw)
    except ValidationError as error:
        raise ContentError(f"{_head(written)}: {'; '.join(map(_said, error.errors()))}") from error


def _said(fault: Mapping[str, Any]) -> str:
    """Return a fault of a value with the name it is written under."""
    names = {"least_words": "words"}
    name = next((str(part) for part in reversed(fault["loc"]) if isinstance(part, str)), "")
    name = names.get(name, name)
    if name == "praise":
        return "there is no feedback for a right answer; add a line “: …” that begins at the margin"
    if fault["type"] == "missing":
        return f"no “{name}”; add a line “{name}: …”"
    said = fault["msg"].removeprefix("Value error, ")
    return f"“{name}”: {said}" if name else said


def _refuse(written: Written) -> None:
    """Refuse what no draw could make right: a wrong option without a reason, no right one, nothing to answer."""
    for side in written.asked:
        here = f"{written.place}:{side.line}"
        rights = [option for option in side.options if option.mark == "x"]
        kinds = {"box" if o.mark in ("x", " ") and o.mark else "place" if o.mark else "tick" for o in side.options}
        if len(kinds) > 1:
            raise ContentError(
                f"{here}: “{written.title}” mixes options, places and lines to tick; write all of them alike"
            )
        if not kinds and "key" not in side.settings:
            raise ContentError(f"{here}: “{written.title}” has nothing to answer; add options (“- [x] …”) or “key: …”")
        if kinds == {"box"} and not rights:
            raise ContentError(f"{here}: no option of “{written.title}” is marked as right; put an x into its box")
        if kinds == {"box"} and len(rights) == len(side.options):
            raise ContentError(f"{here}: every option of “{written.title}” is marked as right; add one that is wrong")
        for number, option in enumerate(side.options):
            with within(option.line):
                _refuse_option(option, side.options[:number], len(rights), written.place)


def _refuse_option(option: Line, above: list[Line], rights: int, place: str) -> None:
    here = f"{place}:{option.line}"
    if option.text in [other.text for other in above]:
        raise ContentError(f"{here}: two equal options, “{option.text}”; drop one")
    if option.id in [other.id for other in above if other.id]:
        raise ContentError(f"{here}: the id {option.id!r} is taken by an option above; give it another")
    if not option.said:
        raise ContentError(f"{here}: {_silent(option, rights)}; add a line “  : …”")


def _silent(option: Line, rights: int) -> str:
    if option.mark == "x":
        what = "does not say why it is right" if rights == 1 else "does not say why leaving it out is wrong"
        return f"the right option “{option.text}” {what}"
    if option.mark == " ":
        return f"the wrong option “{option.text}” does not say why it is wrong"
    if option.mark:
        return f"“{option.text}” does not say why it belongs there"
    return f"“{option.text}” does not say what to do when it is missing"


def _named(side: Side) -> list[Line]:
    return [*side.options, *(line for *_, line in side.traps)]


def _head(written: Written) -> str:
    return f"{written.place}:{written.shared.line}: “{written.title}”"
