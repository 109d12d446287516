"""Whatever the course says that comes with the package: no test of the engine that is not listed turns red by it."""

from __future__ import annotations

import re
from pathlib import Path

from outsourcing_lessons.course import COURSE
from outsourcing_lessons.lessons import courses
from tests.which_course import OF_THE_CONTENT, TESTS, TINY, is_about_the_large_course

NAMED = re.compile(
    r"outsourcing_lessons\.course\b|outsourcing_lessons import course\b|"
    + "|".join(rf"(?<![\w-]){re.escape(slug)}(?![\w-])" for slug in COURSE.slugs)
)
OF_THE_ENGINE = [
    path
    for path in sorted(TESTS.rglob("*.py"))
    if not is_about_the_large_course(path) and "tiny_course" not in path.parts and path.name != Path(__file__).name
]


def test_no_other_test_imports_the_large_course_or_names_a_lesson_of_it():
    found = {
        f"{path.relative_to(TESTS).as_posix()}:{n}": line.strip()
        for path in OF_THE_ENGINE
        for n, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if NAMED.search(line)
    }
    assert found == {}


def test_the_same_look_finds_it_in_a_file_of_the_list():
    assert NAMED.search((TESTS / "course/test_lessons.py").read_text("utf-8"))


def test_nothing_is_listed_that_is_not_there_or_need_not_be():
    for name in OF_THE_CONTENT:
        place = TESTS / name
        texts = [path.read_text("utf-8") for path in ([place] if place.is_file() else place.rglob("*.py"))]
        assert texts, name


def test_the_environment_names_the_tiny_course_here():
    assert courses.chosen().id == TINY
