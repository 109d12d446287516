"""What a worksheet gives: from other pages and by working it out; what the learner writes always wins."""

from __future__ import annotations

import pytest
from axe import assert_no_axe_violations
from gallery import lay, specimen
from specimens import FLOWING, other

pytestmark = pytest.mark.browser
DRAWN = {"stream.1": "Post", "stream.2": "Photos"}


@pytest.fixture
def page(laid):
    return laid


def show(page, entries=None):
    lay(page, specimen(other(FLOWING), drawn=DRAWN) | {"kept": {"entries": entries or {}}})


def value(page, label):
    return page.get_by_label(label, exact=True).input_value()


def streams(page):
    return [value(page, f"Stream, row {row}") for row in (1, 2, 3)]


def told(page, name):
    """Wait for what a binder hears of an entry."""
    page.wait_for_function("(name) => window.heard?.[name] !== undefined", arg=name)
    return page.evaluate("window.heard")


def listen(page):
    page.evaluate("document.addEventListener('ol:entries', ({ detail }) => (window.heard = detail.entries))")


def test_what_another_worksheet_gives_stands_there_marked_and_is_not_kept(page):
    show(page)
    page.get_by_text("From your task map: Stream.").wait_for()
    assert streams(page) == ["Post", "Photos", ""]
    field = page.get_by_label("Stream, row 1")
    described = field.evaluate("(one) => document.getElementById(one.getAttribute('aria-describedby')).innerText")
    assert described.startswith("From your task map") and not page.evaluate("hosts[0].kept.length")
    assert_no_axe_violations(page)


def test_what_the_learner_writes_wins_and_only_that_is_kept(page):
    show(page, {"stream.2": ""})
    listen(page)
    page.get_by_text("From your task map: Stream.").wait_for()
    page.get_by_label("Stream, row 1").fill("Books")
    assert told(page, "stream.1") == {"stream.1": "Books", "stream.2": ""}
    assert streams(page) == ["Books", "", ""]
    assert page.get_by_text("From your task map: Stream.").is_hidden()


def test_it_follows_the_other_worksheet_where_nothing_is_written(page):
    show(page, {"stream.1": "Books"})
    page.get_by_text("From your task map: Stream.").wait_for()
    page.evaluate("window.drawnFrom = { 'stream.1': 'Taxes', 'stream.3': 'Mail' }")
    page.evaluate(
        "document.dispatchEvent(new CustomEvent('ol:entries', { detail: { id: 'your-week.task-map', entries: {} } }))"
    )
    page.wait_for_function("document.querySelector('[aria-label=\\'Stream, row 3\\']').value === 'Mail'")
    assert streams(page) == ["Books", "", "Mail"]


def test_sums_work_themselves_out_while_one_types(page):
    show(page)
    page.get_by_label("Times a year, row 1").fill("24")
    page.get_by_label("Times a year, row 3").fill("1,5")
    assert page.locator(".ol-results").inner_text().split("\n") == ["All jobs of a year", "25.5 (of 100)"]
    page.get_by_label("Hours for a usual job").fill("3")
    assert value(page, "So one job should cost") == "€171"
    assert page.get_by_text("Worked out from the entries above.").is_visible()


def test_a_figure_of_ones_own_stays_until_it_is_emptied(page):
    show(page)
    listen(page)
    page.get_by_label("So one job should cost").fill("200")
    page.get_by_label("Hours for a usual job").fill("3")
    assert value(page, "So one job should cost") == "200" and told(page, "job-hours")["should-cost"] == "200"
    assert page.get_by_text("Worked out from the entries above.").is_hidden()
    page.get_by_label("So one job should cost").fill("")
    page.get_by_label("Hours for a usual job").focus()
    page.wait_for_function("document.querySelectorAll('.ol-sheet')[1].querySelectorAll('textarea')[1].value === '€171'")
    page.wait_for_function("window.heard['should-cost'] === ''")


def test_the_page_to_print_has_what_is_given_and_worked_out(page, saved_page):
    show(page, {"times.1": "100", "job-hours": "2"})
    page.get_by_text("From your task map: Stream.").wait_for()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save this page as a file").click()
    saved_page.set_content(download.value.path().read_text(encoding="utf-8"))
    text = saved_page.inner_text("main")
    assert all(words in text for words in ("Photos", "€114", "All jobs of a year: 100")) and "(of 100)" not in text
