"""What people are paid in the stories of the course: never less than is known to be allowed, and the page says so."""

from __future__ import annotations

from itertools import product

import pytest

from outsourcing_lessons.course import COURSE
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.about_you import line_of
from outsourcing_lessons.lessons.courses import case_of
from outsourcing_lessons.places import numbers_of, place_of

HOURS = (1.0, 7.3, 13.9, 20.0, 35.5, 60.0, 400.0)


def case(country: str, hour: float, **more):
    return case_of(LearnerProfile(business=COURSE.trade_names[0], hour_value=hour, country=country, **more))


@pytest.mark.parametrize(("country", "currency"), [("DE", "EUR"), ("US", "USD")])
def test_no_rate_is_below_a_known_floor(country, currency):
    """And whoever is dearer stays dearer, or at least not cheaper."""
    for trade, hour in product(COURSE.trade_names, HOURS):
        here = case_of(LearnerProfile(business=trade, hour_value=hour, country=country, currency=currency))
        multiples = sorted(float(here.trade[name]) for name in here.trade.rates)
        rates = [here.rate(multiple) for multiple in multiples]
        said = [here.fields[name] for name in here.trade.rates]
        assert rates[0] >= place_of(country).floor.amount and rates == sorted(rates), (trade, hour, rates)
        assert said == [here.rate(here.trade[name]) for name in here.trade.rates], (trade, hour)


def test_without_a_floor_a_rate_is_its_share_of_the_hour():
    for here in (case("", 5.0), case("SE", 5.0, currency="SEK"), case("DE", 5.0, currency="USD"), case("DE", 90.0)):
        assert all(
            here.rate(float(here.trade[name])) == here.price(float(here.trade[name])) for name in here.trade.rates
        )


def test_the_page_says_what_the_rates_rest_on():
    raised, unknown = line_of(case("DE", 20.0)), line_of(case("SE", 20.0, currency="SEK"))
    assert "Assumption: nobody's rate is below 13,90\u00a0€ an hour" in raised and "Hannover Chamber" in raised
    assert "We do not know the hourly minimum wage in Sweden" in unknown
    assert line_of(case("", 20.0)).endswith("Stories and sums follow these numbers.")
    assert line_of(case("DE", 90.0)).endswith("Stories and sums follow these numbers.")


def test_an_item_is_the_same_question_in_every_country():
    """Its numbers look otherwise, and an answer still belongs to it."""
    items = [template for lesson in COURSE.lessons[:3] for template in lesson.items]
    for template in items:
        here, there = (template.variant(case(country, 90.0, seed=5)) for country in ("", "DE"))
        assert here.variant == there.variant, template.id
        assert not here.numbers and "numbers" not in here.model_dump() and there.numbers == numbers_of("DE", "EUR")
