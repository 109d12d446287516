"""One id for one thing in the whole course: pages look things up by their ids, and answers are kept under them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.lessons.case import Case

if TYPE_CHECKING:
    from outsourcing_lessons.lessons.lesson import Lesson


def passage_id(slug: str, name: str) -> str:
    """Return the id of a passage; its name may be that of an item, as "departure" is."""
    return f"{slug}.tell-{name}"


def reveal_id(slug: str, name: str) -> str:
    """Return the id of a reveal; its name is that of its prediction."""
    return f"{slug}.reveal-{name}"


def closing_id(slug: str, name: str) -> str:
    """Return the id of what ends the course."""
    return f"{slug}.{name}"


def sources_id(slug: str) -> str:
    """Return the id of the list of what a lesson draws on."""
    return f"{slug}.sources"


def refuse_shared(*lessons: Lesson, case: Case | None = None) -> None:
    """Refuse lessons of which two parts have the same id.

    Raises
    ------
    ContentError
        At the first such id; names it and both its places.
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


def _named(lesson: Lesson, case: Case | None) -> Iterator[tuple[str, str]]:
    """Yield each id of a lesson, and whose it is; a worksheet names itself when it is made, so it needs a case."""
    yield from ((item.id, f"the item in section {item.section!r}") for item in lesson.items)
    yield from ((explorer.id, f"the explorer {explorer.title!r}") for explorer in lesson.explorers)
    yield from ((passage_id(lesson.slug, name), f"the passage {name!r}") for name in lesson.passages)
    yield from ((reveal_id(lesson.slug, name), f"the reveal {name!r}") for name in lesson.reveals)
    yield from ((guide.id, f"the guide {name!r}") for name, guide in lesson.guides.items())
    yield from ((closing_id(lesson.slug, name), f"the closing {name!r}") for name in lesson.closing)
    if lesson.research:
        yield lesson.research.id, "the research"
    if case:
        worksheet = lesson.worksheet(case)
        yield worksheet.id, f"the worksheet {worksheet.title!r}"
    yield sources_id(lesson.slug), "the list of sources"
