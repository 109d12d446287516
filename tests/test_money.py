"""Amounts are written as people read them: sums as they are, estimates in three figures."""

from __future__ import annotations

import pytest

from outsourcing_lessons.money import CURRENCIES, SYMBOLS, about, money, plain, readable


@pytest.mark.parametrize(
    ("amount", "currency", "written"),
    [
        (1234.5, "GBP", "£1,234.50"),
        (45 * 733, "INR", "₹32,985"),
        (5115, "INR", "₹5,115"),
        (999999, "JPY", "¥999,999"),
        (426.005, "EUR", "€426.01"),
        (0.125, "EUR", "€0.13"),
        (95, "CHF", "CHF\u00a095"),
        (9.5, "EUR", "€9.50"),
        (0, "USD", "$0"),
        (-120, "EUR", "\u2212€120"),
        (1234567, "JPY", "¥1,234,570"),
        (0.456, "KWD", "KWD\u00a00.46"),
        (99.996, "EUR", "€100"),
    ],
)
def test_a_sum_is_written_as_it_is(amount, currency, written):
    assert money(amount, currency) == written


@pytest.mark.parametrize(
    ("amount", "written"),
    [(32985, "₹33,000"), (5115, "₹5,120"), (3665, "₹3,670"), (-43.478, "\u2212₹43.50"), (1234567, "₹1,230,000")],
)
def test_an_estimate_has_three_figures_and_halves_go_one_way(amount, written):
    assert about(amount, "INR") == written


@pytest.mark.parametrize(
    ("number", "decimals", "written"),
    [(2.50, 2, "2.5"), (100, 0, "100"), (-0.001, 1, "0"), (1e6, 0, "1,000,000"), (52.5, 0, "53"), (53.5, 0, "54")],
)
def test_plain(number, decimals, written):
    assert plain(number, decimals) == written


def test_readable_keeps_figures_and_sign():
    assert readable(-12345.6) == -12300 and readable(0) == 0


def test_every_symbol_belongs_to_a_currency():
    assert set(SYMBOLS) <= CURRENCIES
