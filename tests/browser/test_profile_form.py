"""The form in which a learner says who they are: by keyboard, with its faults at the field."""

from __future__ import annotations

import pytest
from axe import assert_no_axe_violations
from gallery import FAULTS, lay, specimen
from specimens import OTHERS, other

pytestmark = pytest.mark.browser
LINE = "Made for Ada: design studio, 40 hours a week, €80 for an hour you sell."


@pytest.fixture
def page(laid):
    return laid


def show(page, saved=False, **more):
    lay(page, specimen(other(OTHERS["profile"]) | {"saved": saved}, **more))


def sent(page):
    return page.evaluate("hosts[0].kept")


def test_what_stands_in_the_form_is_sent_and_the_line_follows(page):
    show(page, reply={"line": LINE})
    page.get_by_label("Your name").fill("Ada")
    page.get_by_label("Your trade").select_option("design studio")
    page.get_by_label("Hours you work in a week").press("Enter")
    page.get_by_text("To update the texts and sums on this page").wait_for()
    (values,) = sent(page)
    assert (values["learner"], values["business"], values["currency"], values["country"]) == (
        "Ada",
        "design studio",
        "EUR",
        "",
    )
    assert page.get_by_text(LINE).is_visible() and not page.get_by_label("Your name").is_visible()
    assert page.evaluate("document.activeElement.textContent") == "Change it"
    assert_no_axe_violations(page)


def test_a_page_that_can_run_itself_again_does(page):
    show(page, reply={"line": LINE})
    page.evaluate("document.addEventListener('ol:profile', (event) => event.preventDefault(), { once: true })")
    page.get_by_role("button", name="Save").click()
    page.get_by_text("This page runs again now").wait_for()


def test_a_fault_is_said_at_its_field_which_gets_the_pen(page):
    show(page, reply={"faults": FAULTS})
    page.get_by_role("button", name="Save").click()
    page.get_by_text("Nothing is saved yet: one field needs another look.").wait_for()
    field = page.get_by_label("What an hour you sell brings in")
    assert field.get_attribute("aria-invalid") == "true" and field.evaluate("(one) => one === document.activeElement")
    described = field.evaluate(
        "(one) => one.getAttribute('aria-describedby').split(' ').map((id) => document.getElementById(id).innerText)"
    )
    assert described[-1] == FAULTS["hour_value"]
    assert_no_axe_violations(page)


def test_who_has_saved_sees_the_line_and_opens_the_form_by_keyboard(page):
    show(page, saved=True)
    change = page.get_by_role("button", name="Change it")
    assert change.is_visible() and not page.get_by_label("Your name").is_visible()
    change.focus()
    page.keyboard.press("Enter")
    assert not change.is_visible()
    assert page.get_by_label("Your name").evaluate("(one) => one === document.activeElement")


def test_an_open_form_is_closed_without_saving_where_something_is_saved(page):
    show(page, saved=True)
    page.get_by_role("button", name="Change it").click()
    page.get_by_role("button", name="Close without saving").press("Enter")
    assert page.evaluate("document.activeElement.textContent") == "Change it" and not sent(page)
    assert not page.get_by_label("Your name").is_visible()


def test_beside_a_form_that_was_never_saved_stands_nothing_to_change_or_close(page):
    show(page)
    assert page.locator(".ol-profile button:visible").all_inner_texts() == ["Save"]


def test_countries_and_currencies_go_by_their_names(page):
    show(page)
    words = [
        page.get_by_label(label).locator("option").all_inner_texts() for label in ("Your country", "Your currency")
    ]
    assert words == [
        [
            "I would rather not say",
            "Antarctica (AQ)",
            "Germany (DE)",
            "Japan (JP)",
            "Sweden (SE)",
            "United Kingdom (GB)",
        ],
        ["British Pound (GBP)", "Euro (EUR)", "Japanese Yen (JPY)", "Swedish Krona (SEK)", "US Dollar (USD)"],
    ]


def test_an_hour_is_worked_out_from_the_income(page):
    """60,000 in 46 weeks of 25 paid hours, out of 50."""
    show(page)
    page.get_by_text("Work it out from your income").click()
    page.get_by_label("What your work brings in a year, before tax").fill("€ 60.000")
    page.get_by_label("Hours a week that customers pay for").fill("25")
    page.get_by_label("Hours a week that customers pay for").press("Enter")
    page.get_by_text("An hour you sell brings in 52.17 EUR").wait_for()
    hours = [
        page.get_by_label(label).input_value()
        for label in ("What an hour you sell brings in", "What an hour you do not sell is worth")
    ]
    assert hours == ["52.17", "26.09"] and not sent(page)


@pytest.mark.parametrize("paid", ["some", "51", *(pytest.param(one, marks=pytest.mark.full) for one in ("", "0"))])
def test_an_hour_that_cannot_be_worked_out_changes_nothing(page, paid):
    show(page)
    page.get_by_text("Work it out from your income").click()
    page.get_by_label("What your work brings in a year, before tax").fill("60000")
    page.get_by_label("Hours a week that customers pay for").fill(paid)
    page.get_by_role("button", name="Work out my hour").click()
    page.get_by_text("Enter a number in all three").wait_for()
    assert page.get_by_label("What an hour you sell brings in").input_value() == "60"


def test_what_the_notebook_sets_cannot_be_changed_and_is_not_sent(page):
    block = other(OTHERS["profile"])
    block["fields"][5]["fixed"] = True
    lay(page, specimen(block, reply={"line": LINE}))
    assert page.get_by_label("What an hour you sell brings in").is_disabled()
    page.get_by_role("button", name="Save").click()
    page.get_by_text(LINE).wait_for()
    assert "hour_value" not in sent(page)[0] and "weekly_hours" in sent(page)[0]


def test_a_country_brings_its_currency_until_another_is_chosen(page):
    show(page)
    country, currency = page.get_by_label("Your country"), page.get_by_label("Your currency")
    assert currency.input_value() == "EUR"
    country.select_option("SE")
    assert currency.input_value() == "SEK"
    country.select_option("AQ")
    assert currency.input_value() == "SEK", "nobody pays there with one of its own"
    currency.select_option("USD")
    country.select_option("JP")
    assert currency.input_value() == "USD"


def test_a_currency_that_was_saved_stays(page):
    show(page, saved=True)
    page.get_by_role("button", name="Change it").click()
    page.get_by_label("Your country").select_option("SE")
    assert page.get_by_label("Your currency").input_value() == "EUR"
