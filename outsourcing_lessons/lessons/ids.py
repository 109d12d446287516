"""One id for one thing in the whole course: pages look things up by their ids, and answers are kept under them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.worksheets import refuse_loose_ends, worksheets_of

if TYPE_CHECKING:
    from outsourcing_lessons.lessons.lesson import Lesson


def passage_id(slug: str, text: str) -> str:
    """Return the id of a passage that a notebook tells: its text before it is filled, in short."""
    return f"{slug}.tell-{hashlib.sha256(text.encode()).hexdigest()[:8]}"


def note_id(slug: str, section: str) -> str:
    """Return the id of the instructor's note on a section."""
    return f"{slug}.guide-{section}" if slug else f"guide-{section}"


def part_id(slug: str, name: str) -> str:
    """Return the id of a part of a lesson: of a reveal, of what ends the course, of its form or its list of sources."""
    return f"{slug}.{name}"


def refuse_shared(*lessons: Lesson, case: Case | None = None) -> None:
    """Refuse lessons of which two parts have the same id, or whose worksheets name what is not there.

    Raises ContentError at the first such id; names it and both its places. Worksheets are looked at where a case is
    given.
    """
    taken: dict[str, str] = {}
    for lesson in lessons:
        for block_id, what in _named(lesson, case):
            place = f"{what} of lesson {lesson.number}"
            if block_id in taken:
                raise ContentError(
                    f"the id {block_id!r} is that of {taken[block_id]} and of {place}; an id stands for one thing in "
                    "the whole course, so give one of them another"
                )
            taken[block_id] = place
    if case:
        refuse_loose_ends(worksheets_of(lessons, case))


def _named(lesson: Lesson, case: Case | None) -> Iterator[tuple[str, str]]:
    """Yield each id of a lesson, and whose it is; a worksheet names itself when it is made, so it needs a case."""
    yield from ((item.id, f"the item in section {item.section!r}") for item in lesson.items)
    yield from ((explorer.id, f"the explorer {explorer.title!r}") for explorer in lesson.explorers)
    yield from ((part_id(lesson.slug, f"reveal-{name}"), f"the reveal {name!r}") for name in lesson.reveals)
    yield from ((part_id(lesson.slug, name), f"the closing {name!r}") for name in lesson.closing)
    if lesson.research:
        yield lesson.research.id, "the research"
    if case:
        worksheet = lesson.worksheet(case)
        yield worksheet.id, f"the worksheet {worksheet.title!r}"
    yield part_id(lesson.slug, "sources"), "the list of sources"
    yield part_id(lesson.slug, "profile"), "the learner's profile"
