"""The plans of workshops fill their time, in the order of the course, and keep what may not be left out."""

from __future__ import annotations

import pytest

from outsourcing_lessons.course import COURSE
from outsourcing_lessons.lessons.notes import notes_of
from outsourcing_lessons.lessons.plans import steps

each = pytest.mark.parametrize("minutes", COURSE.plans)


@each
def test_a_plan_takes_exactly_its_time(minutes):
    found = list(steps(COURSE, minutes))
    assert sum(step.minutes for step in found) == minutes
    assert found[-1].start + found[-1].minutes == minutes


@each
def test_a_plan_keeps_the_order_of_the_course(minutes):
    order = [(lesson.slug, section) for lesson in COURSE.lessons for section in notes_of(lesson)]
    places = [order.index((step.lesson, step.section)) for step in steps(COURSE, minutes) if step.lesson]
    assert places == sorted(places) and len(set(places)) == len(places)


@each
def test_a_lesson_that_is_begun_has_its_prediction_and_its_worksheet(minutes):
    for lesson in COURSE.lessons[1:5]:
        taken = {step.section for step in steps(COURSE, minutes) if step.lesson == lesson.slug}
        assert not taken or {"predict", "worksheet"} <= taken


def test_who_is_tested_after_was_tested_before():
    for minutes in COURSE.plans:
        tests = [step.section for step in steps(COURSE, minutes) if step.section.endswith("-test")]
        assert tests in ([], ["pre-test", "post-test"])


def test_every_section_has_a_name_that_a_plan_can_print():
    assert {section for lesson in COURSE.lessons for section in notes_of(lesson)} == set(COURSE.sections)


def test_any_of_the_four_lessons_alone_fills_an_hour():
    assert [sum(guide.minutes for guide in notes_of(lesson).values()) for lesson in COURSE.lessons[1:5]] == [60] * 4
