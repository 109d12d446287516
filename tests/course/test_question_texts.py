"""What the texts of a lesson's questions speak of is there, on every side, whichever of them is drawn."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from outsourcing_lessons.authoring.learners import cases
from outsourcing_lessons.course import COURSE
from outsourcing_lessons.course.managing_not_replacing.fields import fields_of_questions
from outsourcing_lessons.lessons.fields import names_in
from outsourcing_lessons.lessons.lesson import Lesson
from outsourcing_lessons.lessons.question_lines import Side, questions_in

OF_QUESTIONS = {"managing-not-replacing": fields_of_questions}  # of lessons whose questions may speak of more
FILES = sorted(COURSE.folder.glob("*/questions.md"))
QUESTIONS = [(path.parent.name, one) for path in FILES for one in questions_in(path.read_text("utf-8"), str(path))]


def texts_of(side: Side) -> Iterator[str]:
    named = [*side.options, *(line for *_, line in side.traps)]
    for line in (*side.prompt, *named, *side.hints, *side.settings.values(), *side.rows):
        yield line.text
        yield line.said
    yield side.praise
    yield side.caption.text if side.caption else ""
    for one in side.draws:
        yield one.source.removeprefix("of ") if one.names and not one.source.startswith("of ") else ""


def drawn_in(side: Side) -> set[str]:
    return {name for one in side.draws for name in one.names}


def lists_in(side: Side) -> set[str]:
    return {one.source.removeprefix("of ") for one in side.draws if one.source.startswith("of ")}


def test_there_are_questions_in_text():
    assert len(QUESTIONS) > 50


@pytest.mark.parametrize("lesson", COURSE.lessons, ids=lambda lesson: lesson.slug)
def test_every_field_of_a_side_is_known(lesson: Lesson):
    written = [question for folder, question in QUESTIONS if folder == lesson.slug.replace("-", "_")]
    for case in cases([1]):
        known = {**case.trade.lists(lesson.slug), **case.fields_for(lesson.slug)}
        if lesson.slug != "turn-the-dials":
            known |= OF_QUESTIONS.get(lesson.slug, lesson.fields)(case)
        for question, side in ((one, side) for one in written for side in (one.shared, *one.asked)):
            drawn = drawn_in(question.shared) | drawn_in(side)
            used = set().union(*map(names_in, texts_of(side))) | lists_in(side)
            assert used <= set(known) | drawn, f"{question.place}:{side.line}, {case.profile.business}"
