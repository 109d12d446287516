"""Every lesson of the course that comes with the package, in real JupyterLab."""

from __future__ import annotations

import pytest
from lab_server import LAPTOP, RUNNING, LabServer, assert_it_reads_well_on_a_phone, blocks_in, open_lesson, show_all

from outsourcing_lessons.course import COURSE

pytestmark = [pytest.mark.browser, pytest.mark.full]


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with LabServer(tmp_path_factory.mktemp("lab")).running() as server:
        yield server


@pytest.mark.parametrize("lesson", COURSE.lessons, ids=lambda lesson: lesson.slug)
def test_it_starts_itself_and_reads_well_on_a_phone_by_day_and_in_the_dark(chromium, server, lesson):
    _, live = blocks_in(COURSE.notebooks / lesson.notebook)
    page = chromium.new_page(viewport=LAPTOP)
    open_lesson(page, server, lesson.notebook, len(live))
    assert page.locator(RUNNING).count() == len(live) and page.get_by_text("Error displaying widget").count() == 0
    show_all(page)
    for theme in ("Dark", "Light"):
        assert_it_reads_well_on_a_phone(page, theme)
    page.close()
