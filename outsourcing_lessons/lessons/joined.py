"""What joins the lessons of a course: the tests before and after, and what each lesson teaches."""

from __future__ import annotations

from collections.abc import Iterable

from outsourcing_lessons.blocks.block import Pair
from outsourcing_lessons.blocks.handout import Studied
from outsourcing_lessons.lessons.course_file import Tests
from outsourcing_lessons.lessons.lesson import ItemTemplate, Lesson
from outsourcing_lessons.lessons.test_variants import after, before

TEST = "test"  # the section whose items are asked before and after, in variants of their own
TAUGHT = ("practice", "when-wrong")  # what is asked where it is taught


def tested(tests: Tests | None, lesson: Lesson) -> tuple[ItemTemplate, ...]:
    """Return the items of a lesson that both tests ask."""
    named = tests.items if tests else []
    return tuple(one for one in lesson.section(TEST) if not named or one.id in named)


def pairs_of(tests: Tests | None, lessons: Iterable[Lesson]) -> tuple[Pair, ...]:
    """Return the items before and after, by lesson; none where there are no tests."""
    if not tests:
        return ()
    asked = ((lesson.title, tested(tests, lesson)) for lesson in lessons)
    return tuple(
        Pair(
            title=title,
            before=tuple(item.id for item in before(tests.before, items)),
            after=tuple(item.id for item in after(tests.after, items)),
        )
        for title, items in asked
        if items
    )


def studied_in(lessons: Iterable[Lesson]) -> tuple[Studied, ...]:
    """Return what the lessons teach, each with the items that ask for it in the lesson itself."""
    found = (
        (lesson, one, tuple(i.id for i in lesson.items if i.objective == one.id and i.section in TAUGHT))
        for lesson in lessons
        for one in lesson.objectives
    )
    return tuple(
        Studied(lesson=f"{lesson.number} {lesson.title}", able=one.text, items=items)
        for lesson, one, items in found
        if items
    )
