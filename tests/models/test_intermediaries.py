"""What those in between take, and what they are good for."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from outsourcing_lessons.errors import ArgumentError
from outsourcing_lessons.models.bench import available
from outsourcing_lessons.models.intermediaries import (
    Cover,
    chain_price,
    cheaper,
    company_cost,
    frontier,
    individual_cost,
    outage_days,
    worker_share,
)

margins = st.floats(0, 1)
money = st.floats(0, 1000)
COVER = Cover(hours=400, individual_price=40, company_price=65, own_hour=60, outage=0.05, outage_cost=300)
covers = st.builds(
    Cover, hours=st.floats(1, 3000), individual_price=money, company_price=money, own_hour=money,
    individual_attention=st.floats(0, 50), company_attention=st.floats(0, 50), backup_fee=money,
    days=st.floats(0, 366), outage=margins, shared=margins, company_outage=margins, outage_cost=money,
)  # fmt: skip


@given(st.lists(margins, max_size=5))
def test_every_margin_takes_its_share_of_what_is_left(chain):
    left = 1.0
    for margin in chain:
        left *= 1 - margin
    assert worker_share(chain) == pytest.approx(left)


def test_chains_of_none_one_and_several():
    assert worker_share([]) == 1
    assert worker_share(0.3) == pytest.approx(0.7)
    assert worker_share([1, 0.2]) == 0
    assert worker_share([[0.3, 0.3], [0, 0.5]]) == pytest.approx([0.49, 0.5])


@given(st.floats(1, 1000), st.floats(0.01, 100), st.floats(0, 0.99))
def test_two_firms_in_a_row_take_more_than_one(intercept, slope, part):
    cost = part * intercept
    assert chain_price(intercept, slope, cost) == pytest.approx((3 * intercept + cost) / 4)
    assert chain_price(intercept, slope, cost, firms=1) == pytest.approx((intercept + cost) / 2)


def test_one_firm_asks_the_price_that_earns_most():
    prices = np.linspace(20, 100, 8001)
    best = prices[((prices - 20) * (100 - prices)).argmax()]
    assert chain_price(100, 2, 20, firms=1) == pytest.approx(best, abs=0.01)


def test_each_firm_in_a_chain_asks_the_price_that_earns_it_most():
    """The first expects the second to ask the middle between its price and the intercept."""
    wholesale = np.linspace(20, 100, 8001)
    final = (wholesale + 100) / 2
    first = ((wholesale - 20) * (100 - final)).argmax()
    assert chain_price(100, 1, 20) == pytest.approx(final[first], abs=0.01)


@given(covers, st.integers(0, 9))
def test_one_more_backup_never_leaves_more_days_without(cover, backups):
    fewer, more = outage_days(cover, [backups, backups + 1])
    assert more <= fewer + 1e-9 <= cover.days * cover.outage + 2e-9


@given(st.floats(0, 1), st.integers(0, 9))
def test_independent_outages_are_those_of_a_bench(outage, backups):
    cover = dataclasses.replace(COVER, outage=outage, days=100)
    assert outage_days(cover, backups) == pytest.approx(100 * (1 - available(outage, backups + 1)), abs=1e-9)


@given(covers, st.integers(0, 5))
def test_a_backup_does_not_help_when_all_are_out_at_once(cover, backups):
    together = dataclasses.replace(cover, shared=1)
    assert outage_days(together, backups) == pytest.approx(cover.days * cover.outage)


@given(covers, money, st.integers(0, 5))
def test_at_the_frontier_both_cost_the_same(cover, outage_cost, backups):
    price = frontier(cover, outage_cost, backups)
    there = dataclasses.replace(cover, company_price=max(price, 0), outage_cost=outage_cost)
    if price >= 0:
        assert company_cost(there) == pytest.approx(individual_cost(there, backups), rel=1e-9, abs=1e-6)


def test_the_dearer_an_outage_the_more_a_company_may_ask():
    assert (np.diff(frontier(COVER, [0, 100, 1000], backups=0)) > 0).all()


def test_who_is_cheaper_depends_on_what_an_outage_costs():
    assert cheaper(dataclasses.replace(COVER, outage_cost=0)) == "individual"
    assert cheaper(COVER) == "individual with backup"
    assert cheaper(dataclasses.replace(COVER, outage_cost=1e5)) == "company"
    assert cheaper(dataclasses.replace(COVER, company_price=40.5)) == "company"
    assert cheaper(dataclasses.replace(COVER, outage_cost=5000, shared=1)) == "company"


@pytest.mark.parametrize("name", [field.name for field in dataclasses.fields(Cover)])
def test_an_impossible_cover_is_refused_by_name(name):
    for value in (-1, float("nan"), "2", None, [1]):
        with pytest.raises(ArgumentError) as caught:
            dataclasses.replace(COVER, **{name: value})
        assert caught.value.name == name


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda: worker_share([0.3, 1.3]), "margins"),
        (lambda: worker_share([-0.1]), "margins"),
        (lambda: worker_share("0.3"), "margins"),
        (lambda: chain_price(10, 1, 10), "intercept"),
        (lambda: chain_price(10, 0, 1), "slope"),
        (lambda: chain_price(10, 1, -1), "cost"),
        (lambda: chain_price(10, 1, 1, 0), "firms"),
        (lambda: outage_days(COVER, 11), "backups"),
        (lambda: frontier(COVER, -1), "outage_cost"),
        (lambda: dataclasses.replace(COVER, outage=1.5), "outage"),
        (lambda: dataclasses.replace(COVER, hours=0), "hours"),
    ],
)
def test_impossible_input_is_named(call, name):
    with pytest.raises(ArgumentError) as caught:
        call()
    assert caught.value.name == name
