"""The page about what was handed in, and the search that it shares with the index: in a real browser."""

from __future__ import annotations

import json

import pytest
from asking_for_a_raise import COURSE
from axe import assert_no_axe_violations

from outsourcing_lessons.collect import collect
from outsourcing_lessons.learner import LearnerProfile
from tests.collect.handed_in import ADA, CHOICE, answers, attempt, right

pytestmark = pytest.mark.browser


def test_a_learner_is_found_on_another_page_and_nothing_is_amiss(chromium, tmp_path):
    roster = [ADA, *(LearnerProfile(f"l-{number:04}", f"Zoë Nr {number}") for number in range(600))]
    response = right(CHOICE.variant(COURSE.case(ADA))) | {"confidence": 80}
    (tmp_path / "ada.json").write_text(json.dumps(answers(attempt(CHOICE, response=response))))
    for out, learners in (("out", roster), ("few", roster[:20])):
        collect([tmp_path / "ada.json"], tmp_path / out, learners=learners)
    page, said = chromium.new_page(viewport={"width": 390, "height": 844}), []
    page.on("console", lambda message: said.append(message.text))
    page.goto((tmp_path / "few" / "report.html").as_uri())
    assert_no_axe_violations(page)
    page.goto((tmp_path / "out" / "report.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_label("Find a learner").fill("nr 590 zoe")
    found = page.get_by_role("link", name="Zoë Nr 590 (l-0590)")
    found.wait_for()
    assert "1 found" == page.locator("#found-said").inner_text()
    found.click()
    page.wait_for_url("**/report-2.html#l-0590")
    assert page.locator("tr:target").inner_text().startswith("Zoë Nr 590") and [] == said
    page.close()
