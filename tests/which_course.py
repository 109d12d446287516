"""Which course a test is about.

The engine is tested on the tiny course, so that the course that comes with the package may say what it likes. Only the
tests listed here are about that one. While any other test runs, and while its file is read, the environment names the
tiny course.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

TESTS = Path(__file__).parent
TINY = "asking-for-a-raise"

# About the content itself, and meant to stay so.
OF_THE_CONTENT = {
    "collect/test_sent_before.py",
    "course",
    "notebooks",
    "authoring/test_fields_page.py",
    "player/test_explorers.py",
    "player/twins.py",
    "progress/test_version_0_1.py",
    "test_binder.py",
    "test_docs.py",
    "test_engine_names_no_course.py",
    "test_second_course.py",
    "test_worked_examples.py",
    "browser/test_course_explorers.py",
    "browser/test_filled_js.py",  # on the worksheets of a whole course, with whatever they draw and work out
    "browser/test_game_page.py",  # the game that is a year of this course
    "browser/test_lab_content.py",
    "browser/test_workbook_fits.py",
    "browser/test_workbook_version_0_1.py",
    "widgets/test_version_0_1.py",
    "workshop/test_version_0_1.py",
}


def is_about_the_large_course(path: Path) -> bool:
    """Whether a file of tests is one of those listed here, or no file of tests.

    No course is named for a notebook, of either course: the lesson that it opens says which it is.
    """
    if not path.is_relative_to(TESTS) or path.suffix == ".ipynb":
        return True
    name = path.relative_to(TESTS).as_posix()
    return any(name == one or name.startswith(f"{one}/") for one in OF_THE_CONTENT)


@contextmanager
def chosen_for(path: Path) -> Iterator[None]:
    """Name the tiny course in the environment while a file of tests of the engine is read or runs."""
    from outsourcing_lessons.lessons import courses

    before = os.environ.get(courses.VARIABLE)
    if not is_about_the_large_course(path):
        os.environ[courses.VARIABLE] = TINY
    try:
        yield
    finally:
        if before is None:
            os.environ.pop(courses.VARIABLE, None)
        else:
            os.environ[courses.VARIABLE] = before
