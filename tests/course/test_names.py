"""The owner and the customer of a story are called as people are where the learner lives."""

from __future__ import annotations

import re
from itertools import product

import pytest

from outsourcing_lessons.course import COURSE
from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.names import read_names, sharing
from outsourcing_lessons.lessons.toml_file import parsed
from outsourcing_lessons.lessons.trade import Slots, Trade, first_name

GROUP = '[one]\ncountries = ["DE"]\nshe = ["Katrin Vogel", "Anja Seidel", "Ina Beck", "Eva Hofer"]\n'
GROUP += 'he = ["Uwe Hartmann", "Jan Kuhn", "Max Graf", "Tim Berg"]\n'
NAMES = read_names(COURSE.folder)
NAMED = ("owner", "customer", "freelancer", "veteran", "second", "spotless", "worker")


def case_in(country: str, business: str = "online shop"):
    return COURSE.case(LearnerProfile(business=business, country=country))


def texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, Slots | tuple):
        for one in value if isinstance(value, tuple) else (value[name] for name in value.keys()):
            yield from texts(one)


def names_of(trade):
    tables = (trade, *(trade.of(lesson.slug) for lesson in COURSE.lessons))
    found = [table[name] for table in tables for name in NAMED if name in table.keys()]
    return [*map(first_name, found), *trade.of("turn-the-dials").helpers]


@pytest.mark.parametrize("business", COURSE.trade_names)
def test_a_person_with_a_name_of_the_country_has_it_wherever_they_are_named(business):
    usual, there = COURSE.trades[business], case_in("BR", business).trade
    for slot, pronoun in usual.people.items():
        assert there[slot] in NAMES["BR"][usual[pronoun]]
        assert not any(usual[slot] in text for text in texts(there))
    before, after = (" ".join(texts(trade)) for trade in (usual, there))
    assert before.count(usual.customer) == after.count(there.customer) >= 2


def test_no_two_people_of_a_story_have_the_same_first_name():
    for country, business in product(NAMES, COURSE.trade_names):
        found = names_of(case_in(country, business).trade)
        assert len(set(found)) == len(found), (country, business, sorted(found))


def test_who_works_for_them_keeps_the_name_of_the_trade():
    assert case_in("JP").trade.freelancer == COURSE.trades["online shop"].freelancer


def test_nobody_is_called_as_somebody_else_whom_the_trade_names():
    usual = COURSE.trades["online shop"]
    names = {
        "she": ("Ana Rocha", "Eva Lima", "Rita Pinto", "Sara Melo"),
        "he": ("Rui Dias", "Ivo Reis", "Nuno Vaz", "Gil Sá"),
    }
    owner = usual.with_names(names, 0).owner
    values = {name: usual[name] for name in usual.keys()} | {"freelancer": f"{first_name(owner)} Castro"}
    there = Trade(values, people=usual.people).with_names(names, 0)
    assert first_name(there.owner) != first_name(owner)
    assert there.owner in names["she"]


@pytest.mark.parametrize("country", ["", "AQ"])
def test_where_no_names_are_known_a_story_has_those_of_its_trade(country):
    assert case_in(country).trade is COURSE.trades["online shop"]


def test_a_course_without_names_has_none(tmp_path):
    assert read_names(tmp_path) == {}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('["DE"]', '["XX"]', "one.countries has 'XX'; allowed: an ISO 3166 code"),
        ('"Anja Seidel"', '"Katrin Vogel"', "one.she has 3 different names; allowed: 4 or more"),
        ('"Jan Kuhn"', '"Jan"', "one.he"),
        ("[one]", GROUP + "[two]", "two.countries has DE, and so has one"),
    ],
)
def test_what_is_wrong_with_a_file_of_names_is_told(tmp_path, old, new, said):
    (tmp_path / "names.toml").write_text(GROUP.replace(old, new))
    with pytest.raises(ContentError, match="names.toml") as refused:
        read_names(tmp_path)
    assert said in str(refused.value)


def test_no_two_trades_of_the_course_share_a_name():
    assert sharing(COURSE.folder, len(COURSE.trade_names)) == ()
    assert sharing(COURSE.folder, len(COURSE.trade_names) + 1) == tuple(parsed(COURSE.folder / "names.toml"))


def test_a_trade_beyond_the_names_shares_some_and_has_nobody_twice(tmp_path):
    (tmp_path / "names.toml").write_text(GROUP)
    names, trade = read_names(tmp_path)["DE"], COURSE.trades["online shop"]
    women = dict.fromkeys(("owner", "customer", "other_customer"), "other")
    values = {"owner": "Ada O", "customer": "Bea C", "other_customer": "Cia D", "other": "she"}
    for turn in range(9):
        there = type(trade)(values, people=women).with_names(names, turn)
        assert len({there[slot] for slot in women}) == 3 and {there[slot] for slot in women} <= set(names["she"])


@pytest.mark.parametrize("business", COURSE.trade_names)
def test_no_trade_speaks_of_a_season_that_half_of_the_world_has_at_another_time(business):
    said = " ".join(texts(COURSE.trades[business]))
    assert not re.findall(r"\b(?:winter|summer|spring|autumn|snow|ice|heating)\b", said.replace("break some ice", ""))
