"""Automation pays when what it saves, while it lives, is worth more than what it takes."""

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from outsourcing_lessons.errors import ArgumentError
from outsourcing_lessons.models.automation import annuity_factor, breakeven_effort, net_present_value, payback

rates = st.floats(0, 0.5)
chances = st.floats(0, 0.95)
years = st.floats(0, 50)
money = st.floats(0, 1e5)


@given(st.floats(0, 0.5), st.integers(0, 60))
def test_an_annuity_is_the_sum_of_its_payments(rate, count):
    assert annuity_factor(rate, count) == pytest.approx(sum((1 + rate) ** -t for t in range(1, count + 1)))


@pytest.mark.parametrize(
    ("rate", "count", "expected"), [(0.1, 5, 3.7908), (0.1, 3, 2.4869), (0.08, 5, 3.9927), (0.05, 10, 7.7217)]
)
def test_the_annuity_table(rate, count, expected):
    assert annuity_factor(rate, count) == pytest.approx(expected, abs=6e-5)


@pytest.mark.parametrize("rate", [0, 1e-300, 1e-16, 1e-12])
def test_next_to_no_interest_is_no_trouble(rate):
    assert annuity_factor(rate, 7) == pytest.approx(7)
    assert payback(100, 50, rate=rate) == pytest.approx(2)


def test_for_ever_is_worth_one_over_the_rate():
    assert annuity_factor(0.05, 1e6) == pytest.approx(20)


@given(st.floats(0.001, 0.5), st.floats(0, 0.5), years)
def test_interest_makes_later_worth_less(rate, more, count):
    assert annuity_factor(rate + more, count) <= annuity_factor(rate, count) + 1e-9 <= count + 1e-9


@given(money, money, money, rates, chances, st.integers(0, 30))
def test_the_present_value_is_the_sum_over_the_years_it_survives(cost, saving, upkeep, rate, death, count):
    by_year = sum(((1 - death) / (1 + rate)) ** year * (saving - upkeep) for year in range(1, count + 1))
    assert net_present_value(cost, saving, upkeep, rate, count, death) == pytest.approx(by_year - cost, abs=1e-4)


def test_the_present_value_agrees_with_processes_that_die():
    lives = np.random.default_rng(9).geometric(0.3, 200_000) - 1  # whole years survived
    saved = np.minimum(lives, 5) * 800 - 2000
    assert net_present_value(2000, 1000, 200, 0, 5, death=0.3) == pytest.approx(saved.mean(), abs=15)


@given(st.floats(1, 1e5), st.floats(1, 1e5), st.floats(0, 0.9), rates, chances)
def test_at_the_payback_the_present_value_is_nothing(cost, saving, part, rate, death):
    upkeep = part * saving
    when = payback(cost, saving, upkeep, rate, death)
    if math.isfinite(when):
        assume(when < 500)
        assert net_present_value(cost, saving, upkeep, rate, when, death) == pytest.approx(0, abs=1e-5 * cost)
    else:
        assert net_present_value(cost, saving, upkeep, rate, 1e6, death) <= 1e-5 * cost


@pytest.mark.parametrize("tiny", [5e-324, 1e-310, 1e-201, 1e-150])
def test_a_chance_too_small_to_be_felt_changes_nothing(tiny):
    for of_it in ({"rate": tiny}, {"death": tiny}):
        assert payback(3000, 1500, 500, **of_it) == pytest.approx(3)
        assert net_present_value(3000, 1500, 500, years=3, **({"rate": 0} | of_it)) == pytest.approx(0, abs=1e-6)


def test_payback_without_interest_is_a_quotient():
    assert payback(3000, 1500, 500) == 3
    assert payback(3000, 500, 500) == payback(3000, 100, 500) == math.inf
    assert payback(0, 0) == payback(0, 100, 500) == 0
    assert payback(100, 1000, death=1) == math.inf


def test_a_process_that_surely_dies_saves_nothing():
    assert net_present_value(500, 1e4, 0, 0, 10, death=1) == pytest.approx(-500)
    assert net_present_value(500, 1e4, 0, 0.1, 0) == -500


@given(money, st.floats(1, 1e5), rates, st.floats(0, 0.5), st.floats(0, 0.4))
def test_the_shorter_a_process_lives_the_later_it_pays(cost, saving, rate, death, more):
    assert payback(cost, saving, 0, rate, death) <= payback(cost, saving, 0, rate, death + more) + 1e-9


def test_the_famous_chart():
    hours = breakeven_effort(np.array([1, 30, 60, 300]), uses_per_year=365, years=5) / 3600
    assert hours == pytest.approx([0.507, 15.2, 30.4, 152.1], abs=0.05)
    assert breakeven_effort(60, 50 * 365, 5) / 86400 / 7 == pytest.approx(9.05, abs=0.01)  # the chart says 8 weeks


def test_arrays_are_taken_together_and_numbers_stay_numbers():
    assert net_present_value(100, [10, 20], 1, 0.1, [[1], [2], [3]]).shape == (3, 2)
    assert payback(100, [50, 5, 200], [0, 10, 0]).tolist() == [2, math.inf, 0.5]
    assert all(type(value) is float for value in (payback(1, 1), annuity_factor(0.1, 2), breakeven_effort(1, 2, 3)))


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda: breakeven_effort(-1, 1, 1), "saved_per_use"),
        (lambda: breakeven_effort(1, -1, 1), "uses_per_year"),
        (lambda: breakeven_effort(1, 1, -1), "years"),
        (lambda: annuity_factor(-0.1, 5), "rate"),
        (lambda: annuity_factor(0.1, -5), "years"),
        (lambda: net_present_value(-1, 1, 0, 0.1, 5), "build_cost"),
        (lambda: net_present_value(1, -1, 0, 0.1, 5), "saving"),
        (lambda: net_present_value(1, 1, -1, 0.1, 5), "upkeep"),
        (lambda: net_present_value(1, 1, 0, 0.1, 5, 1.1), "death"),
        (lambda: payback(1, 1, 0, rate=-1), "rate"),
        (lambda: payback("1", 1), "build_cost"),
    ],
)
def test_impossible_input_is_named(call, name):
    with pytest.raises(ArgumentError) as caught:
        call()
    assert caught.value.name == name
