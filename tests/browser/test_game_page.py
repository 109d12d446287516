"""The game of the last lesson, played in workbook.html: by keyboard, with what it says to a screen reader, and kept."""

from __future__ import annotations

import re

import pytest
from axe import assert_no_axe_violations
from reloading import reload
from story import Story

from outsourcing_lessons.blocks.block import Ask
from outsourcing_lessons.course import COURSE
from outsourcing_lessons.items.judge import judge
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.render.book import Book, Chapter
from outsourcing_lessons.render.html import workbook_html
from outsourcing_lessons.render.notebook import Passage, Shown
from tests import full_run

pytestmark = pytest.mark.browser
PROFILE = LearnerProfile("ada", "Ada")


def block() -> Ask:
    return COURSE.lesson("turn-the-dials").ask("game", COURSE.case(PROFILE))


@pytest.fixture(scope="module")
def workbook(tmp_path_factory):
    plan = COURSE.lesson("turn-the-dials").worksheet(COURSE.case(PROFILE))
    parts = (Passage("# Turn the dials\n\n## A year"), Shown(block()), Passage("## A plan"), Shown(plan))
    path = tmp_path_factory.mktemp("game") / "workbook.html"
    path.write_bytes(workbook_html(Book(PROFILE, (Chapter("turn-the-dials", "05", "Turn the dials", parts),))))
    return path


@pytest.fixture
def opened(file_page, workbook):
    """The page without motion; at the end nothing was complained about."""
    page, complaints = file_page, []
    page.set_viewport_size({"width": 1366, "height": 768})
    page.emulate_media(reduced_motion="reduce")
    page.on("pageerror", lambda error: complaints.append(str(error)))
    begin(page, workbook)
    yield page
    assert complaints == []


def begin(page, workbook) -> None:
    """Open the workbook as one page, at the beginning of a year."""
    page.goto(workbook.as_uri())
    as_one_page(page)
    page.wait_for_selector(".ol-game-decide")


def as_one_page(page) -> None:
    """Show all at once; the workbook remembers that over a reload."""
    page.evaluate("document.body.classList.contains('wb-paged') && document.getElementById('whole').click()")


def press(page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).press("Enter")


def tab_and_press(page, name: str) -> None:
    """Press a button as whoever has no mouse does: go to it with Tab, and press Enter."""
    for _ in range(60):
        page.keyboard.press("Tab")
        focused = page.evaluate("[document.activeElement.tagName, document.activeElement.textContent]")
        if focused[0] == "BUTTON" and focused[1] == name:
            break
    else:
        raise AssertionError(f"{name} cannot be reached by Tab")
    page.keyboard.press("Enter")


def guess(page) -> None:
    page.get_by_role("slider", name=re.compile("in the bank")).focus()
    page.keyboard.press("ArrowRight")


def turn_up(page, dials: dict[str, int]) -> None:
    """Turn dials up by keyboard, by their names and how often."""
    for name, times in dials.items():
        page.get_by_role("slider", name=name).focus()
        for _ in range(times):
            page.keyboard.press("ArrowRight")


def play_quarter(page, press=press) -> None:
    guess(page)
    press(page, "Play thirteen weeks")
    page.wait_for_selector(".ol-game-report")


def play_on(page, press=press) -> None:
    """Play what is left of a year, from the report of a quarter on."""
    played = page.inner_text(".ol-game-top ol").count("played")
    while not page.get_by_role("button", name="See the year", exact=True).count():
        press(page, "Next quarter")
        play_quarter(page, press)
        played += 1
        assert page.inner_text(".ol-game-top ol").count("played") == played
    press(page, "See the year")
    page.wait_for_selector(".ol-game-end")


def kept(page) -> list[dict]:
    stored = page.evaluate("Object.entries(localStorage).filter(([key]) => key.includes('turn-the-dials.game'))")
    (record,) = (text for _, text in stored)
    return page.evaluate("(text) => JSON.parse(text).attempts", record)


def figures(rows: list[str]) -> list[float]:
    return [float(row.replace("−", "-").replace("€", "").replace(",", "")) for row in rows]


YEAR = {"People": 1, "Care in choosing": 6, "What they decide alone": 6, "Hours you check": 6}
sitting = Story()


@pytest.mark.parametrize("scheme", [pytest.param("light", marks=pytest.mark.full), "dark"])
def test_three_years_on_a_phone(opened, scheme, full, subtests):
    """In one sitting, since a year takes longer to play than to look at; axe finds nothing in any view."""
    opened.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    opened.set_viewport_size({"width": 390, "height": 844})
    sitting.tell(subtests, opened, full)


@sitting.step
def the_first_is_played_by_keyboard(page):
    assert not page.get_by_role("button", name="Take over my best year").is_visible()
    assert_no_axe_violations(page, ".ol-block")
    turn_up(page, YEAR)
    play_quarter(page, tab_and_press)
    assert_no_axe_violations(page, ".ol-block")
    *lines, last = figures(page.locator(".ol-game-ledger tbody td").all_inner_texts())
    assert sum(lines) == pytest.approx(last)
    play_on(page, tab_and_press)


@sitting.step
def its_account_adds_up_as_it_is_shown(page):
    page.wait_for_selector(".ol-game-rivals li")
    assert_no_axe_violations(page, ".ol-block")
    *lines, last = figures(page.locator(".ol-game-end .ol-game-side tbody td").all_inner_texts())
    assert sum(lines) == pytest.approx(last)


@sitting.step
def it_is_kept_and_makes_the_plan(page):
    (first,) = kept(page)
    assert first["response"]["dials"][0] == {
        "people": 2,
        "care": 0.6,
        "company": 0,
        "limit": 3,
        "build": 0,
        "watch": 1.5,
    }
    assert first["outcome"]["points"] == pytest.approx(judge(block().item, first["response"])["points"], abs=1e-6)
    assert "Your first year is kept." in page.inner_text(".ol-game-end")
    page.get_by_role("button", name="Take over my best year").click()
    plan = [page.get_by_role("textbox", name=f"In three months, row {row}") for row in (1, 4, 6)]
    assert [one.input_value().replace("\xa0", " ") for one in plan] == [
        "two people",
        "all but 1 question in 8, up to a limit",
        "1.5 hours a week to check",
    ]


@sitting.step
def playing_from_the_turning_point_brings_what_it_promised(page):
    said = page.inner_text(".ol-game-end")
    promised = re.search(r"same luck: (\S+) more", said)
    assert promised, said
    press(page, "Play from there")
    play_quarter(page)
    play_on(page)
    first, second = (one["outcome"]["points"] for one in kept(page))
    assert 60 * (second - first) == pytest.approx(figures([promised[1]])[0], abs=10)  # as it is shown


@sitting.step
def a_harder_year_with_another_figure_is_kept_with_them(page):
    press(page, "All my years")
    page.locator("details.ol-game-rests summary").click()
    assert_no_axe_violations(page, ".ol-block")
    page.get_by_label(re.compile("^Years until half")).select_option(index=0)
    page.get_by_role("checkbox", name="A harder year").check()
    press(page, "A new year")
    play_quarter(page)
    play_on(page)
    first, second, third = kept(page)
    assert "figures" not in first["response"] and "figures" not in second["response"]
    assert third["response"]["figures"] == {"half_life": pytest.approx(8.5 / 4, abs=0.01), "reserve": 1, "harder": 1}
    assert third["outcome"]["points"] == pytest.approx(judge(block().item, third["response"])["points"], abs=1e-6)


@sitting.step
def all_are_there_after_a_reload(page):
    reload(page)
    as_one_page(page)
    page.wait_for_selector(".ol-game-stage table")
    assert "3 years played" in page.inner_text(".ol-game-title")
    assert "First year" in page.inner_text(".ol-game-stage table")
    tab_and_press(page, "My first year again")
    assert page.get_by_role("slider").count() == 7  # who has played a year has all six dials at once


broken_off = Story()


def test_a_year_that_is_broken_off(opened, full, subtests):
    """Twice, since all of it is read from the page's memory; a year takes longer to play than to look at."""
    broken_off.tell(subtests, opened, full)


@broken_off.step
def it_goes_on_after_a_reload(page):
    page.get_by_role("slider", name="People").focus()
    page.keyboard.press("ArrowRight")
    press(page, "Play without a guess")
    press(page, "Next quarter")
    page.get_by_role("slider", name="To a company").focus()
    page.keyboard.press("ArrowRight")
    guess(page)
    press(page, "Play thirteen weeks")
    bank = page.inner_text(".ol-game-top p")
    reload(page)
    as_one_page(page)
    page.wait_for_selector(".ol-game-stage button")
    assert "2 quarters are played" in page.inner_text(".ol-game-stage")
    press(page, "Go on with quarter 3")
    assert page.inner_text(".ol-game-top p") == bank
    assert page.inner_text(".ol-game-top ol").count("played") == 2


@broken_off.step
def a_year_that_is_over_and_not_yet_kept_is_kept_after_a_reload(page):
    press(page, "Play without a guess")
    while not page.get_by_role("button", name="See the year", exact=True).count():
        press(page, "Next quarter")
        press(page, "Play without a guess")
    reload(page)
    as_one_page(page)
    page.wait_for_selector(".ol-game-stage button")
    press(page, "See how it ended")
    page.wait_for_selector(".ol-game-end")
    (year,) = kept(page)
    dials = [(one["people"], one["company"]) for one in year["response"]["dials"]]
    assert dials == [(2, 0), (2, 0.05), (2, 0.05), (2, 0.05)]


@broken_off.step
def what_is_kept_does_not_go_on(page):
    reload(page)
    as_one_page(page)
    page.wait_for_selector(".ol-game-stage table")
    assert page.get_by_role("button", name=re.compile("^Go on with")).count() == 0


# What is said while weeks pass is gone too soon for a busy machine to look at it.
WATCHED = """
window.told = [];
const keep = () => told.push(document.querySelector(".ol-game-story")?.textContent ?? "");
new MutationObserver(keep).observe(document.body, { childList: true, subtree: true });
"""
SPOIL = """(draft) => Object.keys(localStorage).filter((key) => key.includes('turn-the-dials.game'))
  .map((key) => localStorage.setItem(key, JSON.stringify({ attempts: [], draft: JSON.parse(draft) }))).length"""
NO_YEARS = (
    "{}",
    '{"dials": [{}], "guesses": [null], "seed": 1}',
    '{"dials": [], "guesses": [1], "seed": 1}',
    '{"dials": [1], "guesses": [1], "seed": "x"}',
)


first_half = Story()


def test_the_first_half_of_a_year(opened, full, subtests):
    first_half.tell(subtests, opened, full)


@first_half.step
def two_dials_are_shut_in_the_first_quarter_and_can_be_opened(page):
    assert page.get_by_role("slider").count() == 5
    press(page, "All six")
    assert page.get_by_role("slider").count() == 7


@first_half.step
def every_dial_says_its_price_and_moves_the_week(page):
    week = page.locator(".ol-game-bar")
    for dial in ("People", "What they decide alone", "Hours you check", "To a company", "Hours you build"):
        slider = page.get_by_role("slider", name=dial)
        price = page.locator(f"#{slider.get_attribute('aria-describedby')}")
        before = (price.inner_text(), week.get_attribute("aria-label"))
        slider.focus()
        for _ in range(4):
            page.keyboard.press("ArrowRight")
        assert price.inner_text() != before[0] and week.get_attribute("aria-label") != before[1], dial


@first_half.step
def the_button_waits_for_a_guess(page):
    go = page.get_by_role("button", name="Play thirteen weeks")
    assert go.is_disabled()
    guess(page)
    assert go.is_enabled()


@first_half.step
def one_may_play_without_and_skip_the_weeks(page):
    page.emulate_media(reduced_motion="no-preference")
    page.set_viewport_size({"width": 390, "height": 844})
    press(page, "Play without a guess")
    page.wait_for_selector("text=The weeks pass.")
    assert page.evaluate("document.activeElement.textContent") == "Skip"
    page.keyboard.press("Enter")
    page.wait_for_selector(".ol-game-report")
    assert "You guessed" not in page.inner_text(".ol-game-report")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@first_half.step
def weeks_pass_by_themselves(page):
    """Ten times as fast as for a learner."""
    press(page, "Next quarter")
    page.evaluate("const later = setTimeout; window.setTimeout = (what, ms) => later(what, ms / 10)")
    page.evaluate(WATCHED)
    press(page, "Play without a guess")
    page.wait_for_selector(".ol-game-report")
    assert page.evaluate("told.some((text) => text.includes('The weeks pass.'))")


@first_half.step
def a_draft_that_is_no_year_is_as_good_as_none(page):
    for draft in NO_YEARS if full_run.is_full() else NO_YEARS[1:3]:
        assert page.evaluate(SPOIL, draft) == 1
        reload(page)
        as_one_page(page)
        page.wait_for_selector(".ol-game-decide")
