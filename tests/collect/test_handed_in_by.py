"""Learning platforms name folders and files after learners; the roster says who that is."""

from __future__ import annotations

import pytest

from outsourcing_lessons.collect.handed_in_by import People, names_by_platform
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.roster.person import Person

PEOPLE = People(
    [LearnerProfile(name, learner) for name, learner in (("ada", "Ada Okafor"), ("zm-7", "Zoë van Müller"),
     ("chen", "陳 大文"), ("tom-1", "Tom Ash"), ("tom-2", "Tom Ash"))],
    {"ada": Person(email="Ada@Example.org")},
)  # fmt: skip


@pytest.mark.parametrize(
    ("said", "who"),
    [
        ("ada", "ada"), ("Okafor, Ada", "ada"), ("okaforada", "ada"), ("ADA OKAFOR", "ada"), ("ada@example.org", "ada"),
        ("vanmullerzoe", "zm-7"), ("Müller Zoë van", "zm-7"), ("Zoe_van_Muller", "zm-7"), ("陳 大文", "chen"),
        ("tom-2", "tom-2"), ("Tom Ash", None), ("nobody", None), ("", None), ("...", None),
    ],
)  # fmt: skip
def test_a_learner_is_found_by_id_address_or_name_in_any_order_and_never_guessed(said, who):
    found = PEOPLE.find(said)
    assert who == (found.learner_id if found else None)


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("subs.zip/Okafor Ada_12345_assignsubmission_file_/a.json", "Okafor Ada"),
        ("subs.zip/Okafor Ada_12345_assignsubmission_file_a.json", "Okafor Ada"),
        ("subs.zip/陳 大文_7_assignsubmission_file_/essay/a.json", "陳 大文"),
        ("submissions.zip/okaforada_LATE_99_1234_ada-answers.json", "okaforada"),
        ("submissions.zip/okaforada_99_1234_ada-answers-1.json", "okaforada"),
        ("Submitted files/Okafor, Ada/Outsourcing 1/Version 2/a.json", "Okafor, Ada"),
        ("d.zip/Ada Okafor/Outsourcing/Version 1/a.json", "Ada Okafor"),
        ("class.zip/Ada Okafor - my-answers 2026-11-30.json", "Ada Okafor"),
    ],
)
def test_the_names_of_platforms_are_read(place, name):
    assert name == names_by_platform(tuple(place.split("/")))[0]
