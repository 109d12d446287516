"""The course keeps every one of its own rules."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from outsourcing_lessons.authoring import rules
from outsourcing_lessons.authoring.content import content_of_course
from outsourcing_lessons.authoring.policy import Policy
from outsourcing_lessons.authoring.rule import RULES

assert rules.__all__, "importing them is what makes the rules known"
CONTENT = content_of_course()
THOROUGH = {slug: {**limits, "draws": Policy().draws} for slug, limits in CONTENT.policy.lessons.items()}


@cache
def thorough():
    """The course, with lessons tried on as many learners as all others that `author check` would wait too long for."""
    return replace(CONTENT, policy=replace(CONTENT.policy, lessons=THOROUGH))


@pytest.mark.parametrize("lesson", [lesson.slug for lesson in CONTENT.lessons])
@pytest.mark.parametrize("code", [code for code, rule in RULES.items() if not rule.of_course])
def test_a_lesson_keeps_the_rule(code, lesson):
    subject = next(subject for subject in thorough().subjects if subject.lesson.slug == lesson)
    assert list(map(str, RULES[code].faults(subject))) == []


@pytest.mark.parametrize("code", [code for code, rule in RULES.items() if rule.of_course])
def test_the_course_keeps_the_rule(code):
    assert list(map(str, RULES[code].faults(thorough()))) == []
