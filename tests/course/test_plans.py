"""The plans of workshops fill their time, in the order of the course, and keep what may not be left out."""

from __future__ import annotations

import pytest

from outsourcing_lessons.course import COURSE
from outsourcing_lessons.workshop.fitting import agenda_of_room
from outsourcing_lessons.workshop.opening import new_room
from outsourcing_lessons.workshop.pace import SLACK
from outsourcing_lessons.workshop.plan_table import lines_of
from tests.notes import notes_of

each = pytest.mark.parametrize("minutes", COURSE.plans)
SECTIONS = [(lesson.slug, section) for lesson in COURSE.lessons for section in notes_of(lesson)]


def entries(minutes):
    """Return the sections in a plan, as (lesson, section)."""
    return [tuple(entry.split(" ")) for entry in COURSE.plans[minutes] if isinstance(entry, str)]


@each
def test_a_plan_takes_its_time(minutes):
    lines = lines_of(agenda_of_room(new_room(None, minutes=minutes)))
    assert sum(line.minutes for line in lines) == pytest.approx(minutes, abs=SLACK)
    assert sum(bool(line.note) for line in lines) == len(entries(minutes))


@each
def test_a_plan_keeps_the_order_of_the_course(minutes):
    places = [SECTIONS.index(entry) for entry in entries(minutes)]
    assert places == sorted(places) and len(set(places)) == len(places)


@each
def test_a_lesson_that_is_begun_has_its_prediction_and_its_worksheet(minutes):
    for lesson in COURSE.lessons[1:5]:
        taken = {section for slug, section in entries(minutes) if slug == lesson.slug}
        assert not taken or {"predict", "worksheet"} <= taken


def test_who_is_tested_after_was_tested_before():
    for minutes in COURSE.plans:
        tests = [section for _, section in entries(minutes) if section.endswith("-test")]
        assert tests in ([], ["pre-test", "post-test"])


def test_every_section_has_a_name_that_a_plan_can_print():
    assert {section for lesson in COURSE.lessons for section in notes_of(lesson)} == set(COURSE.sections)


@pytest.mark.parametrize("lesson", COURSE.lessons[1:5], ids=lambda lesson: lesson.slug)
def test_any_of_the_four_lessons_alone_fills_an_hour(lesson):
    lines = lines_of(agenda_of_room(new_room([lesson.slug])))
    assert sum(line.minutes for line in lines) == pytest.approx(60, abs=SLACK)
