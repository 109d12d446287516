"""The advice followed blindly fails in each mistake lesson."""

from __future__ import annotations

import pytest

from outsourcing_lessons.authoring.learners import cases
from outsourcing_lessons.course import COURSE
from outsourcing_lessons.items.judge import judge

MISTAKES = [lesson for lesson in COURSE.lessons if lesson.number in ("01", "02", "03", "04")]


@pytest.mark.parametrize("lesson", MISTAKES, ids=lambda lesson: lesson.slug)
def test_somebody_who_follows_the_advice_blindly_is_caught(lesson):
    for case in cases(range(1, 6)):
        items = [template.variant(case) for template in lesson.items if template.id in COURSE.advice]
        outcomes = [judge(item, COURSE.followed(item)) for item in items]
        assert all(outcome["valid"] for outcome in outcomes) and not all(outcome["correct"] for outcome in outcomes)
        assert all(outcome["feedback"] != [""] for outcome in outcomes)


def test_all_the_advice_is_on_items_of_the_course():
    assert set(COURSE.advice) <= {template.id for lesson in COURSE.lessons for template in lesson.items}
