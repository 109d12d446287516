"""What a learner is told to ask about the law is that of their country, or of none."""

from __future__ import annotations

import re

import pytest

from outsourcing_lessons.course import COURSE
from outsourcing_lessons.course.law import FILE, TITLES, card, cards_of, law_fields
from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import case_of
from outsourcing_lessons.notebook_files import read

LISTED = ("US", "DE", "AT", "CH", "GB", "JP", "IN", "BR", "FR")
SIGNS = {
    "US": "two core factors",
    "GB": "Autoclenz",
    "JP": "Freelance Act",
    "IN": "2020",
    "BR": "CLT",
    "FR": "2024/2831",
}
NEUTRAL = {topic: card(topic, "").text for topic in TITLES}


@pytest.mark.parametrize("country", ["", "KE", "NZ"])
def test_who_is_nowhere_or_elsewhere_gets_the_neutral_card(country):
    cards = {topic: card(topic, country) for topic in TITLES}
    assert {topic: one.text for topic, one in cards.items()} == NEUTRAL
    assert {one.place for one in cards.values()} == {"your country"}


@pytest.mark.parametrize(("country", "sign"), SIGNS.items())
def test_the_card_on_status_is_that_of_the_country(country, sign):
    said = str(law_fields(case_of(LearnerProfile(country=country)))["law_status"])
    assert sign in said and said.startswith("**Ask this in ") and "Ask a local lawyer" in said
    others = [
        card("status", other).text for other in LISTED if card("status", other).text != card("status", country).text
    ]
    assert not any(text in said for text in others)


def test_who_can_assign_copyright_and_who_cannot():
    assert all("cannot be assigned" in card("work", country).text for country in ("DE", "AT"))
    assert card("work", "CH").text.startswith("Copyright may be assigned as a whole.")
    assert "27" in card("work", "JP").text and "five years" in card("work", "IN").text
    assert card("work", "FR").text == NEUTRAL["work"], "nothing was read of it"


def test_european_rules_on_data_are_for_europe():
    assert "specific or general" in card("data", "NO").text and "adequacy" in card("data", "IE").text
    assert card("data", "GB").text == card("data", "US").text == NEUTRAL["data"]


def test_a_card_is_dated_short_and_says_how_it_was_read():
    for key, one in cards_of().items():
        assert len(one.markdown.split()) <= 90 and one.ask.endswith("?") and not re.search(r"\s\s", one.text), key
        assert all(part and part in one.markdown for part in (one.source, one.dated, one.read)), key


def test_no_country_has_another_key():
    """No country's rule is the key for another: of the options, the same are shown and right everywhere."""
    by_country = [case_of(LearnerProfile(country=country)) for country in ("", *LISTED)]
    for template in (template for lesson in COURSE.lessons for template in lesson.items):
        one = template.variant(by_country[0])
        if one.type in ("single-choice", "multiple-choice"):
            for case in by_country[1:]:
                other = template.variant(case)
                there = (other.key, [o.id for o in other.options])
                assert (one.key, [o.id for o in one.options]) == there, (one.id, case.profile.country)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (('countries = ["JP"]', 'countries = ["JAPAN"]'), "'JAPAN' is not an ISO 3166 code"),
        (('countries = ["GB"]', 'countries = ["US"]'), "two cards for US"),
        (('topic = "data"\ntext', 'topic = "machine"\ntext'), "data has no card for everybody else"),
        (('topic = "data"', 'topic = "tax"'), "topic is 'tax'"),
    ],
)
def test_a_file_that_would_mislead_is_refused(tmp_path, change, fault):
    path = tmp_path / "law.toml"
    path.write_text(FILE.read_text(encoding="utf-8").replace(*change), encoding="utf-8")
    with pytest.raises(ContentError, match=fault):
        cards_of(path)


def test_each_card_of_the_lesson_is_behind_a_question_of_its_own():
    lesson = COURSE.lesson("companies-over-people")
    cells = ["".join(cell["source"]) for cell in read(COURSE.notebook_of(lesson))["cells"]]
    told = [re.search(r'"""(.*)"""', cell, re.DOTALL)[1] for cell in cells if "{law_" in cell]
    shown = [lesson.tell(text, case_of(LearnerProfile(country="IN"))) for text in told]
    assert len(shown) == len(TITLES)
    assert all(one.folded and "?**\n\n**Ask this in " in one.markdown for one in shown)
