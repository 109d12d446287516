"""The form in which a learner says who they are."""

from __future__ import annotations

import pytest
from asking_for_a_raise import COURSE

from outsourcing_lessons.blocks.markdown import as_markdown
from outsourcing_lessons.blocks.text import as_text
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.about_you import about_you, read_settings

TYPED = {
    "learner": " Ada ", "business": "hospital", "country": "DE", "currency": "EUR", "weekly_hours": "37,5 hours",
    "hour_value": "€ 1.250,50", "unsold_hour_value": "",
}  # fmt: skip


def form(**profile):
    return about_you(COURSE.case(LearnerProfile(**profile)), COURSE.lessons[0])


def test_a_guest_gets_every_setting_as_it_is():
    values = {one.name: one.value for one in form(currency="GBP", hour_value=87.5).fields}
    assert values == {
        "learner": "Guest", "business": "hospital", "country": "", "currency": "GBP", "weekly_hours": "50",
        "hour_value": "87.5", "unsold_hour_value": "",
    }  # fmt: skip


def test_the_trades_are_those_of_the_course():
    (trade,) = [one for one in form().fields if one.name == "business"]
    assert trade.options == COURSE.trade_names


@pytest.mark.parametrize("profile", [{"learner_id": "ada"}, {"edition": "print"}])
def test_a_workbook_made_for_somebody_has_the_line_alone(profile):
    assert not form(**profile).fields


def test_the_line_says_the_profile_and_a_name_is_no_markup():
    block = form(learner="<b>*Ada*", country="CH", currency="CHF", hour_value=80, unsold_hour_value=20)
    assert as_text(block).replace("\n", " ") == (
        "Made for <b>*Ada*: hospital, Switzerland, 50 hours a week, CHF\u00a080 for an hour you sell, CHF\u00a020 for "
        "one you do not. Stories and sums follow these numbers."
    )
    assert "&lt;b&gt;\\*Ada\\*" in as_markdown(block)


def test_what_people_type_is_read():
    settings, faults = read_settings(TYPED, COURSE)
    assert not faults and settings == {
        "learner": "Ada", "business": "hospital", "country": "DE", "currency": "EUR", "weekly_hours": 37.5,
        "hour_value": 1250.5, "unsold_hour_value": 0.0,
    }  # fmt: skip
    assert LearnerProfile(**settings)


@pytest.mark.parametrize(
    ("name", "typed", "words"),
    [
        ("learner", "", "Nothing is written. Allowed is a name of 1 to 200 characters."),
        ("learner", 7, "Nothing is written."),
        ("business", "lighthouse", "“lighthouse” cannot be used. Allowed is one of: hospital, bakery"),
        ("country", "Germany", "“Germany” cannot be used. Allowed is an ISO 3166 code"),
        ("currency", "DM", "“DM” cannot be used. Allowed is a current ISO 4217 code"),
        ("weekly_hours", "113", "“113” cannot be used. Allowed is a number of hours from 1 to 112."),
        ("hour_value", "a lot", "“a lot” cannot be used. Allowed is a number from 1 to 100,000,000"),
        ("hour_value", "", "Nothing is written."),
        ("unsold_hour_value", "0.5", "“0.5” cannot be used. Allowed is 0, or a number from 1"),
    ],
)
def test_each_fault_is_said_and_the_rest_is_read(name, typed, words):
    settings, faults = read_settings(TYPED | {name: typed}, COURSE)
    assert list(faults) == [name] and faults[name].startswith(words)
    assert settings.keys() == TYPED.keys() - {name}


def test_a_setting_that_is_no_field_is_left_out():
    assert read_settings({"seed": "7", "learner_id": "eve"}, COURSE) == ({}, {})
