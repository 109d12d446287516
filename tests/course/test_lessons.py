"""Lessons and findings are found by their names, and one that there is not is refused."""

from __future__ import annotations

import pytest

from outsourcing_lessons.course import COURSE
from outsourcing_lessons.errors import UnknownNameError


def test_a_lesson_has_three_names():
    assert COURSE.lesson("one-task") is COURSE.lesson("01") is COURSE.lesson("1")


def test_an_unknown_lesson_is_refused_with_the_known_ones():
    with pytest.raises(UnknownNameError, match="one-task"):
        COURSE.lesson("two-tasks")


def test_a_finding_of_no_source_is_refused():
    with pytest.raises(UnknownNameError, match="no source 'hearsay-2020'"):
        COURSE.finding("hearsay-2020", "Everybody says so.")
