"""Where quality cannot be seen, the good leave first; where it can, they come back."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from outsourcing_lessons.errors import ArgumentError
from outsourcing_lessons.models.lemons import quality_on_offer, trade_price, trade_volume, unravels

lows = st.floats(0, 100)
widths = st.floats(0.1, 100)
multiples = st.floats(0.1, 5)


def test_akerlofs_market_unravels():
    prices = np.linspace(0, 2, 9)
    assert quality_on_offer(prices, 0, 2) == pytest.approx(prices / 2)
    assert (1.5 * quality_on_offer(prices[1:], 0, 2) < prices[1:]).all()
    assert unravels(1.5, 0, 2) is True


@given(st.floats(0.1, 100), multiples)
def test_from_worthless_up_it_takes_a_multiple_of_two(high, multiple):
    assert unravels(multiple, 0, high) == (multiple < 2)


@given(lows, widths, multiples)
@settings(max_examples=40, deadline=None)
def test_buyers_do_not_regret_the_price_and_would_regret_a_higher_one(low, width, multiple):
    high = low + width
    price = trade_price(multiple, low, high)
    assume(price >= low + 1e-9)
    assert multiple * quality_on_offer(price, low, high) == pytest.approx(price)
    higher = np.linspace(price * 1.001, max(price, high) * 1.5, 20)
    assert (multiple * quality_on_offer(higher, low, high) <= higher).all()


@given(lows, widths, multiples, multiples)
def test_the_more_buyers_value_it_the_more_is_sold(low, width, one, other):
    less, more = trade_volume([min(one, other), max(one, other)], low, low + width)
    assert 0 <= less <= more + 1e-9 <= 1 + 1e-9


@given(lows, widths, st.floats(0.1, 0.99))
def test_nothing_is_sold_that_is_worth_less_to_buyers(low, width, multiple):
    assert trade_volume(multiple, low, low + width) == 0


def test_the_volume_agrees_with_sellers_drawn_at_random():
    quality = np.random.default_rng(2).uniform(1, 5, 400_000)
    sold = quality <= trade_price(1.5, 1, 5)
    assert trade_volume(1.5, 1, 5) == pytest.approx(sold.mean(), abs=0.005)


def test_below_the_worst_quality_nobody_sells():
    assert np.isnan(quality_on_offer(1, 2, 3))
    assert quality_on_offer([2, 3, 9], 2, 3).tolist() == [2, 2.5, 2.5]


def test_arrays_are_taken_together():
    assert unravels([1.5, 2], 0, [[1], [2]]).tolist() == [[True, False], [True, False]]
    assert type(trade_price(1.5, 1, 5)) is float


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda: quality_on_offer(-1, 0, 2), "price"),
        (lambda: quality_on_offer(1, -1, 2), "low"),
        (lambda: quality_on_offer(1, 2, 2), "low"),
        (lambda: trade_price(0, 0, 2), "multiple"),
        (lambda: trade_volume(1.5, 0, 0), "high"),
    ],
)
def test_impossible_input_is_named(call, name):
    with pytest.raises(ArgumentError) as caught:
        call()
    assert caught.value.name == name
