"""Amounts are written as people read them."""

from __future__ import annotations

import pytest

from outsourcing_lessons.money import CURRENCIES, SYMBOLS, money, plain, readable


@pytest.mark.parametrize(
    ("amount", "currency", "written"),
    [
        (1234.5, "GBP", "£1,230"),
        (95, "CHF", "CHF\u00a095"),
        (9.5, "EUR", "€9.50"),
        (0, "USD", "$0"),
        (-120, "EUR", "\u2212€120"),
        (1234567, "JPY", "¥1,230,000"),
        (0.456, "KWD", "KWD\u00a00.46"),
        (99.996, "EUR", "€100"),
    ],
)
def test_money(amount, currency, written):
    assert money(amount, currency) == written


@pytest.mark.parametrize(
    ("number", "decimals", "written"), [(2.50, 2, "2.5"), (100, 0, "100"), (-0.001, 1, "0"), (1e6, 0, "1,000,000")]
)
def test_plain(number, decimals, written):
    assert plain(number, decimals) == written


def test_readable_keeps_figures_and_sign():
    assert readable(-12345.6) == -12300 and readable(0) == 0


def test_every_symbol_belongs_to_a_currency():
    assert set(SYMBOLS) <= CURRENCIES
