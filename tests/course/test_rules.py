"""The course keeps every one of its own rules."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from outsourcing_lessons.authoring.content import content_of_course
from outsourcing_lessons.authoring.policy import Policy
from outsourcing_lessons.authoring.rule import RULES
from outsourcing_lessons.authoring.rules.rhythm import minutes_of

CONTENT = content_of_course()
QUICK = 2  # learners; the questions are made for 20,000 in test_fuzz
FEW = 4  # of so many trades one is looked at, where not all are
WHOLE = {"R207"}  # a word that is listed may be in the texts of one trade
EACH, OF_ALL = ([code for code, rule in RULES.items() if rule.of_course is of_all] for of_all in (False, True))


@cache
def tried_on(draws: int, every: int = 1):
    """The course with each lesson tried on so many learners, also where `author check` would wait too long for it.

    Of so many trades one is looked at.
    """
    lessons = {slug: {**limits, "draws": draws} for slug, limits in CONTENT.policy.lessons.items()}
    content = replace(CONTENT, policy=replace(CONTENT.policy, draws=draws, lessons=lessons))
    for subject in content.subjects:
        vars(subject)["cases"] = subject.cases[::every]
    return content


@pytest.mark.parametrize(("draws", "every"), [(QUICK, FEW), pytest.param(Policy().draws, 1, marks=pytest.mark.full)])
@pytest.mark.parametrize("code", EACH)
def test_a_lesson_keeps_the_rule(code, draws, every):
    assert [str(fault) for subject in tried_on(draws, every).subjects for fault in RULES[code].faults(subject)] == []


@pytest.mark.parametrize("code", [pytest.param(code, marks=[pytest.mark.full] * (code in WHOLE)) for code in OF_ALL])
def test_the_course_keeps_the_rule(code, full):
    assert list(map(str, RULES[code].faults(tried_on(QUICK, 1 if full else FEW)))) == []


def test_no_lesson_takes_anybody_more_than_45_minutes():
    longest = {
        subject.lesson.slug: max(sum(minutes_of(subject, case).values()) for case in subject.cases)
        for subject in CONTENT.subjects
    }
    assert {slug: minutes for slug, minutes in longest.items() if minutes > 45.001} == {}
