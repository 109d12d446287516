"""Which course a test is about.

The engine is tested on the tiny course, so that the course that comes with the package may say what it likes. Only the
tests listed here are about that one; the list is to become shorter. While any other test runs, and while its file is
read, the environment names the tiny course.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from outsourcing_lessons.lessons import courses

TESTS = Path(__file__).parent
TINY = "asking-for-a-raise"

# About the content itself, and meant to stay so.
OF_THE_CONTENT = {
    "course",
    "notebooks",
    "test_docs.py",
    "test_engine_names_no_course.py",
    "test_second_course.py",
    "test_worked_examples.py",
    "workshop/test_version_0_1.py",
}
# About the engine, and not yet brought over to the tiny course.
NOT_YET = {
    "widgets/test_worksheet_flow.py",
    "workshop/test_fitting.py",
    "workshop/test_minutes_of_a_copy.py",
    "items/test_identity.py",
    "authoring/test_rules.py",
    "authoring/test_fields_page.py",
    "authoring/test_stress.py",
    "blocks/test_markdown.py",
    "blocks/test_text.py",
    "browser/gallery.py",
    "browser/test_game_page.py",
    "browser/test_lab.py",
    "browser/test_lab_extension.py",
    "browser/test_scorm_package.py",
    "browser/test_start_page.py",
    "browser/test_workbook_file.py",
    "browser/test_workshop.py",
    "charts/test_chart.py",
    "cli/test_author.py",
    "cli/test_cli.py",
    "cli/test_export.py",
    "cli/test_lab.py",
    "cli/test_notebooks.py",
    "cli/test_progress.py",
    "debrief/test_debrief.py",
    "exports/test_qti.py",
    "exports/test_xapi.py",
    "items/test_item.py",
    "lab/test_author_copy.py",
    "lab/test_doctor.py",
    "lab/test_putting_back.py",
    "lab/test_server_extension.py",
    "lessons/test_course.py",
    "lessons/test_ids.py",
    "lessons/test_own_questions.py",
    "lessons/test_redraw.py",
    "lessons/test_review_variants.py",
    "lessons/test_trade_file.py",
    "notebook_copies.py",
    "player/test_modules.py",
    "player/twins.py",
    "progress/test_former.py",
    "render/collect/test_collect.py",
    "render/test_book.py",
    "render/test_canary.py",
    "render/test_cohort.py",
    "render/test_cohort_elsewhere.py",
    "render/test_engine.py",
    "render/test_pdf_access.py",
    "widgets/test_mended.py",
    "widgets/test_saved.py",
}


def is_about_the_large_course(path: Path) -> bool:
    """Whether a file of tests is one of those listed here, or no file of tests (a notebook, say)."""
    if not path.is_relative_to(TESTS):
        return True
    name = path.relative_to(TESTS).as_posix()
    return any(name == one or name.startswith(f"{one}/") for one in OF_THE_CONTENT | NOT_YET)


@contextmanager
def chosen_for(path: Path) -> Iterator[None]:
    """Name the tiny course in the environment while a file of tests of the engine is read or runs."""
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
