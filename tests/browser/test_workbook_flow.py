"""In workbook.html, too, one worksheet fills in the next, and who the workbook is for is one line."""

from __future__ import annotations

import pytest
from reloading import reload
from specimens import CHOICE_SHEET, FLOWING, OTHERS, other

from outsourcing_lessons.blocks.block import parse_block
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.render.book import Book, Chapter
from outsourcing_lessons.render.html import workbook_html
from outsourcing_lessons.render.notebook import Shown
from tests.patience import wait_until

pytestmark = pytest.mark.browser
STREAM = "document.querySelector('[aria-label=\"Stream, row 1\"]').value"
CHOOSE = """() => {
  const select = document.querySelector('[aria-label="What I will do with it, row 2"]');
  select.value = "delegate";
  select.dispatchEvent(new Event("input", { bubbles: true }));
}"""


@pytest.fixture
def page(file_page):
    return file_page


@pytest.fixture
def opened(page, tmp_path):
    blocks = (OTHERS["profile"], CHOICE_SHEET, FLOWING, OTHERS["binder"])
    parts = tuple(Shown(parse_block(other(block))) for block in blocks)
    path = tmp_path / "workbook.html"
    path.write_bytes(
        workbook_html(Book(LearnerProfile("ada", "Ada"), (Chapter("first-job", "01", "One task", parts),)))
    )
    page.goto(path.as_uri())
    return page


def test_a_profile_is_one_line_that_nobody_changes_and_a_decision_on_one_worksheet_fills_in_the_next(opened):
    """Which stays after a reload."""
    assert OTHERS["profile"]["line"] in opened.locator("main").evaluate("(one) => one.textContent")
    assert not opened.locator(".ol-profile-form").count()
    assert opened.evaluate(STREAM) == ""
    opened.evaluate(CHOOSE)
    wait_until(lambda: opened.evaluate(STREAM) == "Answer the post")
    reload(opened)
    wait_until(lambda: opened.evaluate(STREAM) == "Answer the post")
