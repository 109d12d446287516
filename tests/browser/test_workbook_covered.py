"""workbook.html: a figure of a table is guessed before it is seen, and what is said about it comes after."""

from __future__ import annotations

import pytest
from axe import assert_no_axe_violations
from playwright.sync_api import expect
from specimens import ITEMS, ask

from outsourcing_lessons.blocks.block import parse_block
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.render.book import Book, Chapter
from outsourcing_lessons.render.html import workbook_html
from outsourcing_lessons.render.notebook import Passage, Shown

pytestmark = pytest.mark.browser

TABLE = "| At | 1 | 2,5 |\n|---|---:|---:|\n| Minutes | 2 | 3,5 |"


@pytest.fixture
def page(file_page, tmp_path):
    parts = (
        Passage("# One task"),
        Passage("## Count\n\nHow long?"),
        Passage(TABLE, "2,5"),
        Passage("Nearly twice as long."),
        Passage(TABLE.replace("Minutes", "Hours"), "1"),
        Passage("The end."),
        Shown(parse_block(ask(ITEMS["number"] | {"variant": "0123abcd"}))),
    )
    path = tmp_path / "workbook.html"
    path.write_bytes(workbook_html(Book(LearnerProfile("ada", "Ada"), (Chapter("first-number", "01", "One", parts),))))
    file_page.goto(f"{path.as_uri()}#first-number/2/1")
    return file_page


def test_a_figure_is_guessed_first_and_the_text_after_it_comes_then(page):
    later, guess = page.get_by_text("Nearly twice as long."), page.get_by_label("Your guess: Minutes, At 2,5")
    figure = page.locator("table").first.locator("td", has_text="3,5")
    expect(figure).to_have_count(0)
    expect(later).to_be_hidden()
    expect(page.get_by_role("button", name="See the figure")).to_have_count(1)
    assert_no_axe_violations(page)
    guess.fill("9")
    guess.press("Enter")
    expect(page.get_by_text("You guessed 9; the model says 3,5.")).to_be_visible()
    expect(figure).to_have_class("wb-opened")
    expect(page.get_by_role("status").first).to_be_focused()
    expect(later).to_be_visible()
    expect(page.get_by_label("Your guess: Hours, At 1")).to_be_visible()
    expect(page.get_by_text("The end.")).to_be_hidden()
    assert_no_axe_violations(page)


def test_it_opens_without_a_guess_too_and_on_paper(page):
    page.emulate_media(media="print")
    expect(page.get_by_text("Nearly twice as long.")).to_be_visible()
    page.emulate_media(media="screen")
    page.get_by_role("button", name="See the figure").first.click()
    expect(page.get_by_text("It is 3,5.")).to_be_visible()
    expect(page.get_by_text("Nearly twice as long.")).to_be_visible()
