"""A lesson that opens with a bet ends its parts, and itself, with what was chosen and what came of it."""

from __future__ import annotations

import pytest
from specimens import OTHERS, SINGLE, ask, other

from outsourcing_lessons.blocks.block import parse_block
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.render.book import Book, Chapter
from outsourcing_lessons.render.html import workbook_html
from outsourcing_lessons.render.notebook import Passage, Shown

pytestmark = pytest.mark.browser

OPTIONS = [{"feedback": "You will see."} | option for option in SINGLE["options"]]
KEPT = {name: said for name, said in SINGLE.items() if name not in ("key", "answer")}
BET = KEPT | {"type": "bet", "id": "first-job.bet", "options": OPTIONS}
TOLD = OTHERS["reveal"] | {"prediction": BET["id"]}


@pytest.fixture
def page(file_page):
    return file_page


@pytest.fixture
def opened(page, tmp_path):
    """A lesson of one bet and its reveal; nothing was complained about at the end."""
    shown = (
        Passage("# One task\n\nA story begins."),
        Shown(parse_block(ask(BET | {"variant": "0123abcd"}, "predict"))),
        Passage("## What came of it\n\nRead on."),
        Shown(parse_block(other(TOLD))),
        Shown(parse_block(other(OTHERS["explorer"]))),
    )
    path = tmp_path / "workbook.html"
    path.write_bytes(
        workbook_html(Book(LearnerProfile("ada", "Ada"), (Chapter("first-job", "01", "One task", shown),)))
    )
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(f"{path.as_uri()}#first-job/1/1")
    yield page
    assert [] == complaints


def test_a_part_with_a_bet_ends_with_the_choice_and_what_came_of_it(opened):
    opened.get_by_label("Give all pages to an agency").check()
    opened.locator("#go").click()
    opened.locator(".wb-step:visible .ol-feedback").wait_for()
    closes = opened.locator("[data-close]").evaluate_all("(all) => all.map(({ id }) => id)")
    assert len(closes) > 1
    for close in closes:
        opened.evaluate("(id) => { location.hash = id; }", close)
        said = opened.locator(f"[id='{close}']:visible .wb-bet")
        said.wait_for()
        assert "You chose “Give all pages to an agency”." in said.inner_text() and TOLD["truth"] in said.inner_text()
