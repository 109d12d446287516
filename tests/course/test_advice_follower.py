"""The advice followed blindly fails in each mistake lesson, and guessing nowhere gets far."""

from __future__ import annotations

import pytest

from outsourcing_lessons.course import COURSE
from outsourcing_lessons.items.guess import guesser_score
from outsourcing_lessons.items.judge import judge
from tests.course.cases import cases

MISTAKES = [lesson for lesson in COURSE.lessons if lesson.number in ("01", "02", "03", "04")]


@pytest.mark.parametrize("lesson", MISTAKES, ids=lambda lesson: lesson.slug)
def test_somebody_who_follows_the_advice_blindly_is_caught(lesson):
    for case in cases(range(1, 6)):
        items = [template.variant(case) for template in lesson.items if template.id in COURSE.advice]
        outcomes = [judge(item, COURSE.followed(item)) for item in items]
        assert outcomes and all(outcome["valid"] and not outcome["correct"] for outcome in outcomes)
        assert all(outcome["feedback"] != [""] for outcome in outcomes)


def test_all_the_advice_is_on_items_of_the_course():
    assert set(COURSE.advice) <= {template.id for lesson in COURSE.lessons for template in lesson.items}


@pytest.mark.parametrize("lesson", MISTAKES, ids=lambda lesson: lesson.slug)
def test_a_guesser_gets_a_quarter_of_a_lesson_at_most(lesson):
    for case in cases([1]):
        scores = [guesser_score(template.variant(case)) for template in lesson.items]
        scored = [score for score in scores if score is not None]
        assert max(scored) <= 0.5 and sum(scored) / len(scored) <= 0.25
