"""The workbook's review: the page schedules as progress/review.py does, and asks what is due, one question at a time."""

from __future__ import annotations

import json
import random
from datetime import UTC, datetime, timedelta

import pytest
from axe import assert_no_axe_violations
from icalendar import Calendar
from playwright.sync_api import expect
from reloading import reload
from specimens import ITEMS, OTHERS, RIGHT, WRONG, ask, other

from outsourcing_lessons import player
from outsourcing_lessons.blocks.block import parse_block
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.progress.review import review_states
from outsourcing_lessons.progress.store import Attempt
from outsourcing_lessons.render.book import Book, Chapter
from outsourcing_lessons.render.html import workbook_html
from outsourcing_lessons.render.notebook import Passage, Shown
from tests.javascript import evaluated

pytestmark = pytest.mark.browser

BEGUN = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
SCHEDULE = """data.map((history) => {
  let card = null;
  return history.map(({ outcome, response, at }) => {
    card = afterReview(card, ratingOf(outcome, response), Date.parse(at));
    return (card.due - Date.parse(at)) / 86400000;
  });
})"""


def history(dice: random.Random) -> list[dict]:
    """Return answers to one question, minutes to a year apart, right and wrong, sure and unsure."""
    now, made = BEGUN, []
    for _ in range(dice.randint(1, 12)):
        response = {} if dice.random() < 0.3 else {"confidence": dice.choice([25, 50, 60, 70, 80, 90, 95])}
        outcome = {"valid": True, "correct": dice.random() < 0.75}
        made.append({"outcome": outcome, "response": response, "at": now.isoformat()})
        now += timedelta(minutes=dice.choice([5, 600, 1439, 1440, 4000, 20_000, 90_000, 500_000]))
    return made


def days_in_python(made: list[dict]) -> list[float]:
    """Return after how many days the question comes back, after each answer; each has a seed of its own."""
    attempts = [
        Attempt(
            id=f"a{seed}", learner_id="ada", item_id="small.one", variant="v0123abcd", seed=seed,
            response=one["response"], outcome=one["outcome"], at=one["at"],
        )
        for seed, one in enumerate(made)
    ]  # fmt: skip
    states = [review_states(attempts[: count + 1])["small.one"] for count in range(len(attempts))]
    return [(state.due - state.last) / timedelta(days=1) for state in states]


def test_the_page_schedules_as_the_python_does(full):
    dice = random.Random("reviews")
    histories = [history(dice) for _ in range(400 if full else 80)]
    found = evaluated(player.script("fsrs.js"), SCHEDULE, histories)
    assert found == [days_in_python(made) for made in histories]
    assert len({days for made in found for days in made}) > 50


@pytest.fixture
def page(file_page):
    return file_page


TYPES = ("single-choice", "multiple-choice", "number")


@pytest.fixture(scope="module")
def workbook(tmp_path_factory):
    """A workbook with three questions from memory, and a practice question that never comes back."""
    asked = [Shown(parse_block(ask(ITEMS[type_] | {"variant": "0123abcd"}, "recall"))) for type_ in TYPES]
    practice = Shown(parse_block(ask(ITEMS["allocation"] | {"variant": "0123abcd"})))
    binder = Shown(parse_block(other(OTHERS["binder"])))
    parts = (Passage("# Small\n\nA story."), practice, *asked, binder)
    path = tmp_path_factory.mktemp("review") / "workbook.html"
    path.write_bytes(workbook_html(Book(LearnerProfile("ada", "Ada"), (Chapter("small", "01", "Small", parts),))))
    return path


def keep(page, type_: str, response: dict, at: datetime) -> None:
    """Keep an answer as the page itself would have."""
    item, course = ITEMS[type_]["id"], chosen().id.replace("-", "_")
    record = json.dumps({"attempts": [{"response": response, "at": at.isoformat().replace("+00:00", "Z")}]})
    page.evaluate("([key, record]) => localStorage.setItem(key, record)", [f"{course}/ada/{item}/0123abcd", record])


def test_what_is_due_is_asked_anew_one_question_at_a_time(page, workbook):
    page.clock.set_fixed_time(BEGUN)
    page.goto(workbook.as_uri())
    assert not page.locator("#review-card").is_visible()
    keep(page, "allocation", WRONG["allocation"], BEGUN)
    keep(page, "single-choice", WRONG["single-choice"], BEGUN)
    keep(page, "multiple-choice", RIGHT["multiple-choice"], BEGUN)
    reload(page)
    assert "Nothing is due today. Come back on Tuesday 6 January." in page.inner_text("#review-card")
    page.clock.set_fixed_time(BEGUN + timedelta(days=10))
    reload(page)
    assert "2 questions you would soon forget" in page.inner_text("#review-card")
    page.click("#review-open")
    expect(page.locator("#review .ol-title")).to_have_text(ITEMS["single-choice"]["title"])
    assert not page.locator("#review :checked").count() and page.inner_text("#left") == "2 questions"
    assert_no_axe_violations(page)
    page.locator(f"#review [value='{RIGHT['single-choice']['option']}']").check()
    page.click("#go")
    expect(page.locator("#go")).to_have_text("Continue")
    page.click("#go")
    expect(page.locator("#review .ol-title")).to_have_text(ITEMS["multiple-choice"]["title"])
    page.click("#skip")
    expect(page.locator("#home")).to_be_visible()
    reload(page)
    page.click("#review-open")
    expect(page.locator("#review .ol-title")).to_have_text(ITEMS["multiple-choice"]["title"])
    for option in RIGHT["multiple-choice"]["options"]:
        page.locator(f"#review [value='{option}']").check()
    page.click("#go")
    expect(page.locator("#go")).to_have_text("Finish")
    page.click("#go")
    expect(page.locator("#review-card")).to_contain_text("Done for today. Come back on")
    assert not page.locator("#review-open").is_visible()


def test_an_address_of_a_review_with_nothing_due_leads_home(page, workbook):
    page.goto(f"{workbook.as_uri()}#review")
    expect(page.locator("#home")).to_be_visible()
    assert not page.locator("#review").is_visible()


def test_the_calendar_that_the_page_makes_has_the_days_of_reviews(page, workbook):
    """As the kernel's has; a question answered wrong comes back sooner than one answered right."""
    page.clock.set_fixed_time(BEGUN)
    page.goto(workbook.as_uri())
    keep(page, "single-choice", WRONG["single-choice"], BEGUN)
    keep(page, "multiple-choice", RIGHT["multiple-choice"], BEGUN)
    reload(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save my dates for the calendar", include_hidden=True).dispatch_event("click")
    events = Calendar.from_ical(download.value.path().read_bytes()).walk("VEVENT")
    known_by = [f"{chosen().id}.review-{number}.ada@outsourcing-lessons" for number in (1, 2)]
    assert [str(one["uid"]) for one in events] == known_by
    minutes = {f"{ITEMS[type_]['minutes']:g}" for type_ in ("single-choice", "multiple-choice")}
    about = {f"{chosen().title}: 1 question to review, about {one} minute{'s' * (one != '1')}" for one in minutes}
    assert {str(one["summary"]) for one in events} == about
    assert [one["dtstart"].dt.day for one in events] == [6, 7]
