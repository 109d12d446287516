"""A learner profile is usable or refused with the parameter, what it was and what is allowed."""

from __future__ import annotations

import pytest

from outsourcing_lessons.errors import ProfileError
from outsourcing_lessons.learner import LearnerProfile, faults_of, seed_of

STRANGE_NAMES = (
    '"); import os',
    "</script><img src=x onerror=alert(1)>",
    '#eval("1+1")',
    "=cmd|' /C calc'!A0",
    "שרה לוי",
    "🦊 Fox",
    "x" * 200,
)


@pytest.mark.parametrize("name", STRANGE_NAMES)
def test_a_strange_name_is_a_name(name):
    assert LearnerProfile(learner=name).learner == name


@pytest.mark.parametrize(
    ("field", "value", "allowed"),
    [
        ("learner_id", "../x", "a-z, 0-9 and hyphen"),
        ("learner_id", "-", "not beginning with a hyphen"),
        ("learner_id", "con", "Windows"),
        ("learner_id", "lpt1", "Windows"),
        ("learner_id", "a" * 300, "1 to 64"),
        ("learner_id", "Ada", "a-z"),
        ("learner_id", "", "1 to 64"),
        ("learner", "", "1 to 200"),
        ("learner", "x" * 10_240, "1 to 200"),
        ("learner", "a\x00b", "control"),
        ("learner", "a\nb", "control"),
        ("learner", "a\ud800", "control"),
        ("business", None, "name of a trade"),
        ("country", "de", "two capitals"),
        ("country", "ZZ", "ISO 3166"),
        ("unsold_hour_value", 0.5, "0, or a number from 1"),
        ("unsold_hour_value", float("nan"), "0, or a number from 1"),
        ("currency", "eur", "capitals"),
        ("currency", "DEM", "current"),
        ("hour_value", -5.0, "from 1"),
        ("hour_value", float("nan"), "from 1"),
        ("hour_value", True, "from 1"),
        ("weekly_hours", 0.0, "1 to 112"),
        ("weekly_hours", 400.0, "1 to 112"),
        ("seed", -1, "whole number"),
        ("seed", 1.5, "whole number"),
        ("edition", "draft", "study, print, key"),
    ],
)
def test_an_unusable_parameter_is_refused_by_name(field, value, allowed):
    with pytest.raises(ProfileError, match=allowed) as refused:
        LearnerProfile(**{field: value})
    assert refused.value.name == field


def test_all_faults_are_found_at_once():
    faults = faults_of({"learner_id": "../x", "currency": "euro", "learner": "Ada", "weekly_hours": -1})
    assert [fault.name for fault in faults] == ["learner_id", "currency", "weekly_hours"]


def test_the_seed_of_an_id_never_changes():
    assert seed_of("ada-01") == 2077714396


def test_a_long_value_is_cut_in_the_message():
    with pytest.raises(ProfileError) as refused:
        LearnerProfile(learner_id="a" * 300)
    assert len(str(refused.value)) < 250
