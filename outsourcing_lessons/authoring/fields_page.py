"""The fields that the text of a course may have, as a page in Markdown; made from the course, so complete."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from outsourcing_lessons.lessons.case import ABOUT, FUNCTIONS, NAMES, Case
from outsourcing_lessons.lessons.course import Course
from outsourcing_lessons.lessons.fields import fill
from outsourcing_lessons.lessons.lesson import Lesson
from outsourcing_lessons.lessons.trade_file import SLOTS, Slot, declared

EXAMPLE_OWNER = "Ada Lovelace"  # in a course whose trades have no owner
PRICED = ("multiple", "rate")  # written as so many of the learner's hours, told as what they are worth
AMOUNT = " In a text: the amount."
Row = tuple[str, str, str]  # what is written, what it is, what a learner reads


def fields_page(course: Course, lessons: tuple[Lesson, ...]) -> str:
    """Return the page on what every lesson may speak of, and on what only some of the lessons may."""
    case = course.case(course.profile())
    slots = declared(course.folder / "trades" / SLOTS)
    return "\n\n".join(
        [
            "## In every lesson",
            _table("Field", f"With the first trade, {case.profile.business}", _common(case, slots)),
            "## Functions",
            _table("Written", "A learner reads", _functions(case)),
            *(part for lesson in lessons for part in _own(lesson, case, slots)),
        ]
    )


def _common(case: Case, slots: Mapping[str, Slot | dict[str, Slot]]) -> Iterator[Row]:
    said = {**_said(slots, case.course.slugs), **ABOUT}
    for name, value in case.fields.items():
        if not callable(value):
            yield name, said[name], fill(f"{{{name}}}", case.fields, name)


def _said(slots: Mapping[str, Slot | dict[str, Slot]], slugs: tuple[str, ...]) -> dict[str, str]:
    """Return what every common slot is, by the name that text has for it."""
    tables = [slot for name, slot in slots.items() if isinstance(slot, dict) and name not in slugs]
    plain = {name: slot for name, slot in slots.items() if isinstance(slot, Slot)}
    said = {
        name: slot.what + AMOUNT * (slot.kind in PRICED) for table in (plain, *tables) for name, slot in table.items()
    }
    return {NAMES.get(name, name): what for name, what in said.items()}


def _functions(case: Case) -> Iterator[Row]:
    fields = {"owner": EXAMPLE_OWNER, **case.fields}
    for name, value in case.fields.items():
        if callable(value):
            written = FUNCTIONS[name]
            yield written, _first_line(value), fill(f"{{{written}}}", fields, name)


def _own(lesson: Lesson, case: Case, slots: Mapping[str, Slot | dict[str, Slot]]) -> list[str]:
    table = slots.get(lesson.slug, {})
    slotted = {name: slot.what for name, slot in table.items()} if isinstance(table, dict) else {}
    found = {**case.fields_for(lesson.slug), **lesson.fields(case)}
    worked_out = _first_line(lesson.fields).removeprefix("Return ")
    rows = [
        (name, slotted.get(name, "Worked out.") if not callable(value) else _first_line(value), _shown(name, found))
        for name, value in found.items()
        if name not in case.fields or found[name] != case.fields[name] and not callable(value)
    ]
    if not rows:
        return []
    about = [f"Worked out: {worked_out[:1].lower()}{worked_out[1:]}"] if worked_out else []
    return [f"## In {lesson.number} {lesson.title}", *about, _table("Field", "Reads", iter(rows))]


def _shown(name: str, fields: Mapping[str, object]) -> str:
    return "(a function)" if callable(fields[name]) else fill(f"{{{name}}}", fields, name)


def _first_line(what: object) -> str:
    return (getattr(what, "__doc__", None) or "").strip().partition("\n")[0]


def _table(first: str, last: str, rows: Iterator[Row]) -> str:
    lines = [f"| {first} | What it is | {last} |", "|---|---|---|"]
    for written, said, value in rows:
        cells = [" ".join(cell.replace("|", "\\|").split()) for cell in (said, value)]
        lines.append(f"| `{{{written}}}` | {cells[0]} | {cells[1]} |")
    return "\n".join(lines)
