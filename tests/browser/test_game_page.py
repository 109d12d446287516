"""The game of the last lesson, played in workbook.html: by keyboard, with what it says to a screen reader, and kept."""

from __future__ import annotations

import re

import pytest
from axe import assert_no_axe_violations
from story import Story

from outsourcing_lessons.blocks.block import Ask
from outsourcing_lessons.course import COURSE
from outsourcing_lessons.items.judge import judge
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.render.book import Book, Chapter
from outsourcing_lessons.render.html import workbook_html
from outsourcing_lessons.render.notebook import Passage, Shown

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


def play_year(page, turns: dict[str, int], press=press) -> None:
    """Play a year by keyboard; in its first quarter turn dials up, by their names and how often."""
    for name, times in turns.items():
        page.get_by_role("slider", name=name).focus()
        for _ in range(times):
            page.keyboard.press("ArrowRight")
    for quarter in range(4):
        guess(page)
        press(page, "Play thirteen weeks")
        page.wait_for_selector(".ol-game-report")
        over = page.get_by_role("button", name="See the year", exact=True).count()
        press(page, "See the year" if over else "Next quarter")
        if over:
            break
        assert page.inner_text(".ol-game-top ol").count("played") == quarter + 1
    page.wait_for_selector(".ol-game-end")


def kept(page) -> list[dict]:
    stored = page.evaluate("Object.entries(localStorage).filter(([key]) => key.includes('turn-the-dials.game'))")
    (record,) = (text for _, text in stored)
    return page.evaluate("(text) => JSON.parse(text).attempts", record)


def test_a_year_is_played_by_keyboard_kept_and_there_after_a_reload(opened):
    take_over = opened.get_by_role("button", name="Take over my best year")
    assert not take_over.is_visible()
    play_year(
        opened, {"People": 1, "Care in choosing": 6, "What they decide alone": 6, "Hours you check": 6}, tab_and_press
    )
    (first,) = kept(opened)
    assert first["response"]["dials"][0] == {
        "people": 2,
        "care": 0.6,
        "company": 0,
        "limit": 3,
        "build": 0,
        "watch": 1.5,
    }
    assert first["outcome"]["points"] == pytest.approx(judge(block().item, first["response"])["points"], abs=1e-6)
    assert "Your first year is kept." in opened.inner_text(".ol-game-end")
    take_over.click()
    plan = [opened.get_by_role("textbox", name=f"In three months, row {row}") for row in (1, 4, 6)]
    assert [one.input_value().replace("\xa0", " ") for one in plan] == [
        "two people",
        "all but 1 question in 8, up to a limit",
        "1.5 hours a week to check",
    ]
    opened.get_by_role("button", name="All my years").click()
    opened.get_by_role("checkbox", name="A harder year").check()
    press(opened, "A new year")
    play_year(opened, {})
    assert len(kept(opened)) == 2 and kept(opened)[0] == first
    harder = kept(opened)[1]
    assert harder["response"]["figures"] == {"reserve": 1, "harder": 1}
    assert harder["outcome"]["points"] == pytest.approx(judge(block().item, harder["response"])["points"], abs=1e-6)
    opened.reload()
    as_one_page(opened)
    opened.wait_for_selector(".ol-game-stage table")
    assert "2 years played" in opened.inner_text(".ol-game-title")
    assert "First year" in opened.inner_text(".ol-game-stage table")
    tab_and_press(opened, "My first year again")
    assert opened.get_by_role("slider").count() == 7  # who has played a year has all six dials at once


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
    page.reload()
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
    page.reload()
    as_one_page(page)
    page.wait_for_selector(".ol-game-stage button")
    press(page, "See how it ended")
    page.wait_for_selector(".ol-game-end")
    (year,) = kept(page)
    dials = [(one["people"], one["company"]) for one in year["response"]["dials"]]
    assert dials == [(2, 0), (2, 0.05), (2, 0.05), (2, 0.05)]


@broken_off.step
def what_is_kept_does_not_go_on(page):
    page.reload()
    as_one_page(page)
    page.wait_for_selector(".ol-game-stage table")
    assert page.get_by_role("button", name=re.compile("^Go on with")).count() == 0


SPOIL = """(draft) => Object.keys(localStorage).filter((key) => key.includes('turn-the-dials.game'))
  .map((key) => localStorage.setItem(key, JSON.stringify({ attempts: [], draft: JSON.parse(draft) }))).length"""
NO_YEARS = (
    "{}",
    '{"dials": [{}], "guesses": [null], "seed": 1}',
    '{"dials": [], "guesses": [1], "seed": 1}',
    '{"dials": [1], "guesses": [1], "seed": "x"}',
)


def test_a_draft_that_is_no_year_is_as_good_as_none(opened, full):
    press(opened, "Play without a guess")  # now there is a record to spoil
    opened.wait_for_selector(".ol-game-report")
    for draft in NO_YEARS if full else NO_YEARS[1:3]:
        assert opened.evaluate(SPOIL, draft) == 1
        opened.reload()
        as_one_page(opened)
        opened.wait_for_selector(".ol-game-decide")


def test_the_button_waits_for_a_guess_and_one_may_play_without(opened):
    go = opened.get_by_role("button", name="Play thirteen weeks")
    assert go.is_disabled()
    guess(opened)
    assert go.is_enabled()
    press(opened, "Play without a guess")
    opened.wait_for_selector(".ol-game-report")
    assert "You guessed" not in opened.inner_text(".ol-game-report")


def test_two_dials_are_shut_in_the_first_quarter_and_can_be_opened(opened):
    assert opened.get_by_role("slider").count() == 5
    press(opened, "All six")
    assert opened.get_by_role("slider").count() == 7


def test_every_dial_says_its_price_and_moves_the_week(opened):
    press(opened, "All six")
    week = opened.locator(".ol-game-bar")
    for dial in ("People", "What they decide alone", "Hours you check", "To a company", "Hours you build"):
        slider = opened.get_by_role("slider", name=dial)
        price = opened.locator(f"#{slider.get_attribute('aria-describedby')}")
        before = (price.inner_text(), week.get_attribute("aria-label"))
        slider.focus()
        for _ in range(4):
            opened.keyboard.press("ArrowRight")
        assert price.inner_text() != before[0] and week.get_attribute("aria-label") != before[1], dial


def figures(rows: list[str]) -> list[float]:
    return [float(row.replace("−", "-").replace("€", "").replace(",", "")) for row in rows]


def play_on(page) -> None:
    while not page.get_by_role("button", name="See the year", exact=True).count():
        press(page, "Next quarter")
        press(page, "Play without a guess")
        page.wait_for_selector(".ol-game-report")
    press(page, "See the year")
    page.wait_for_selector(".ol-game-end")


def test_weeks_pass_and_can_be_skipped(chromium, workbook):
    context = chromium.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    begin(page, workbook)
    press(page, "Play without a guess")
    page.wait_for_selector("text=The weeks pass.")
    assert page.evaluate("document.activeElement.textContent") == "Skip"
    page.keyboard.press("Enter")
    page.wait_for_selector(".ol-game-report")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


def test_weeks_pass_by_themselves(chromium, workbook):
    context = chromium.new_context()
    page = context.new_page()
    begin(page, workbook)
    press(page, "Play without a guess")
    page.wait_for_selector(".ol-game-report")
    context.close()


@pytest.mark.parametrize("scheme", [pytest.param("light", marks=pytest.mark.full), "dark"])
def test_axe_finds_nothing_in_any_of_its_views(chromium, workbook, scheme):
    context = chromium.new_context(viewport={"width": 390, "height": 844}, reduced_motion="reduce", color_scheme=scheme)
    page = context.new_page()
    begin(page, workbook)
    assert_no_axe_violations(page, ".ol-block")
    press(page, "Play without a guess")
    page.wait_for_selector(".ol-game-report")
    assert_no_axe_violations(page, ".ol-block")
    play_on(page)
    page.wait_for_selector(".ol-game-rivals li")
    assert_no_axe_violations(page, ".ol-block")
    press(page, "All my years")
    page.locator("details.ol-game-rests summary").click()
    assert_no_axe_violations(page, ".ol-block")
    context.close()


after_a_year = Story()


def test_after_a_year(opened, full, subtests):
    """Three years in one sitting, each of which begins where the one before has ended."""
    after_a_year.tell(subtests, opened, full)


@after_a_year.step
def its_account_adds_up_as_it_is_shown(page):
    guess(page)
    press(page, "Play thirteen weeks")
    *lines, last = figures(page.locator(".ol-game-ledger tbody td").all_inner_texts())
    assert sum(lines) == pytest.approx(last)
    play_on(page)
    *lines, last = figures(page.locator(".ol-game-end .ol-game-side tbody td").all_inner_texts())
    assert sum(lines) == pytest.approx(last)


@after_a_year.step
def playing_from_the_turning_point_brings_what_it_promised(page):
    said = page.inner_text(".ol-game-end")
    promised = re.search(r"same luck: (\S+) more", said)
    assert promised, said
    press(page, "Play from there")
    press(page, "Play without a guess")
    page.wait_for_selector(".ol-game-report")
    play_on(page)
    first, second = (one["outcome"]["points"] for one in kept(page))
    assert 60 * (second - first) == pytest.approx(figures([promised[1]])[0], abs=10)  # as it is shown


@after_a_year.step
def a_figure_can_be_changed_and_the_year_is_kept_with_it(page):
    page.get_by_role("button", name="All my years").click()
    page.locator("details.ol-game-rests summary").click()
    page.get_by_label(re.compile("^Years until half")).select_option(index=0)
    press(page, "My first year again")
    play_year(page, {})
    assert kept(page)[2]["response"]["figures"] == {"half_life": pytest.approx(8.5 / 4, abs=0.01)}
    assert "figures" not in kept(page)[0]["response"]
