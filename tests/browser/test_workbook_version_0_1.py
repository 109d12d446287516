"""Answers that a workbook of version 0.1 kept; it was of the course that comes with the package."""

from __future__ import annotations

import json

import pytest
from reloading import reload
from test_workbook_file import bring, progress, saved

from outsourcing_lessons.course import COURSE
from outsourcing_lessons.lessons.courses import case_of
from outsourcing_lessons.render.book import Book, Chapter
from outsourcing_lessons.render.html import workbook_html
from outsourcing_lessons.render.notebook import Shown
from tests.mending import mended, rekeyed, reworded
from tests.version_0_1 import ADA, WORKBOOK

pytestmark = pytest.mark.browser


def test_answers_of_version_0_1_are_there_but_for_those_to_another_key(page, tmp_path):
    """Kept in the browser or brought in from a file, where all words were mended since; starting over forgets them too."""
    kept: dict[str, list] = {}
    for one in json.loads(WORKBOOK.read_text("utf-8"))["lessons"]["one-task"]["attempts"]:
        made = {name: one[name] for name in ("response", "outcome", "at")}
        kept.setdefault(f"outsourcing_lessons/ada/{one['item']}/{one['variant']}", []).append(made)
    lesson = COURSE.lesson("one-task")
    asked = {template.id for template in lesson.items}
    names = sorted({key.split("/")[2] for key in kept} & asked)  # of some the lesson has taken leave since
    with mended(reworded), mended(rekeyed, [lesson.item("brief")]):
        chapter = Chapter("one-task", "01", "One task", tuple(Shown(lesson.ask(name, case_of(ADA))) for name in names))
    (tmp_path / "workbook.html").write_bytes(workbook_html(Book(ADA, (chapter,))))
    page.goto((tmp_path / "workbook.html").as_uri())
    assert f"0 of {len(names)} answered" == progress(page)
    page.evaluate(
        "(kept) => Object.entries(kept).forEach(([key, attempts]) => localStorage.setItem(key, JSON.stringify({ attempts })))",
        kept,
    )
    for _ in range(2):  # they are taken along once
        reload(page)
        assert f"1 of {len(names)} answered" == progress(page)
    attempts = saved(page, tmp_path)["lessons"]["one-task"]["attempts"]
    assert [one["item"] for one in attempts].count("one-task.split") == 2
    page.get_by_role("button", name="Start over").click()
    page.locator("#sure-yes").click()
    reload(page)
    assert f"0 of {len(names)} answered" == progress(page)
    assert "Your answers are back." == bring(page, WORKBOOK.read_bytes())
    assert f"1 of {len(names)} answered" == progress(page)
