"""The worksheets of a course, checked together: what one draws from another is there, and so is what a sum needs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from outsourcing_lessons.blocks.formula import names_in
from outsourcing_lessons.blocks.handout import Handout, place_of
from outsourcing_lessons.blocks.sheet import Formula, Worksheet
from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.lessons.case import Case

if TYPE_CHECKING:
    from outsourcing_lessons.lessons.lesson import Lesson


def worksheets_of(lessons: Iterable[Lesson], case: Case) -> tuple[Worksheet, ...]:
    """Return the worksheets of lessons for a learner, in order."""
    return tuple(lesson.worksheet(case) for lesson in lessons)


def refuse_loose_ends(worksheets: Iterable[Worksheet]) -> None:
    """Refuse worksheets of which one draws from, or works with, a field that is not there.

    Raises ContentError at the first; names the worksheet, the field, and what there is. A worksheet draws from earlier
    ones only.
    """
    before: dict[str, set[str]] = {}
    for worksheet in worksheets:
        mine = set(_names(worksheet))
        for what, wanted, known in _wanted(worksheet, before, mine):
            if wanted not in known:
                there = ", ".join(sorted(known)) or "none"
                raise ContentError(f"{worksheet.id}: {what} {wanted!r}, which does not exist; there are: {there}")
        before[worksheet.id] = mine


def refuse_loose_handouts(handouts: Iterable[Handout], worksheets: Iterable[Worksheet], where: str) -> None:
    """Refuse pages of a playbook that show a field which is not there, and pages to send that show a private one.

    Raises ContentError at the first; names the file, the page, the field, and what there is.
    """
    worksheets = tuple(worksheets)
    there = {worksheet.id: set(_names(worksheet)) for worksheet in worksheets}
    to_send = {worksheet.id: set(_names(worksheet, private=False)) for worksheet in worksheets}
    for handout in handouts:
        for source in (s for part in handout.parts for s in (*part.lines.values(), *part.columns.values())):
            sheet, name = place_of(source)
            field = name.partition(".")[0]
            for known, fault in ((there, "is not there"), (to_send, "is private, though the page is sent")):
                if field not in known.get(sheet, ()) and (known is there or handout.sent):
                    allowed = ", ".join(sorted(known.get(sheet, known)))
                    raise ContentError(
                        f"{where}: the page {handout.id!r} shows {source!r}, which {fault}; there are: {allowed}"
                    )


def _wanted(worksheet: Worksheet, before: dict[str, set[str]], mine: set[str]) -> Iterator[tuple[str, str, set[str]]]:
    for sheet in worksheet.sheets:
        for name, draw in sheet.draws.items():
            own = {field.id for field in sheet.fields}
            yield "draws into the field", name.partition(".")[0], own
            yield "draws from the earlier worksheet", draw.worksheet, set(before)
            there = before.get(draw.worksheet, set())
            for field in (draw.field, *draw.only):
                yield f"draws from {draw.worksheet} the field", field, there
        for formula in _formulas(worksheet):
            yield from (("works with the field", name, mine) for name in names_in(formula))


def _formulas(worksheet: Worksheet) -> Iterator[Formula]:
    for sheet in worksheet.sheets:
        yield from (field.formula for field in sheet.fields if field.formula is not None)
        yield from (name for field in sheet.fields for rule in field.rules for name in rule.when)
        yield from (result.formula for result in sheet.results)


def _names(worksheet: Worksheet, private: bool = True) -> Iterator[str]:
    """Return the ids of its fields, those of its private sheets among them or not."""
    return (field.id for sheet in worksheet.sheets if private or not sheet.private for field in sheet.fields)
