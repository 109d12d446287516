"""How long work waits, against direct sums, a simulation and the tables."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outsourcing_lessons.errors import ArgumentError
from outsourcing_lessons.models.queueing import erlang_c, kingman_wait, mean_wait, mm1_in_system, served_within

busy = st.floats(0, 0.999)
servers = st.integers(1, 60)


@given(servers, st.fractions(Fraction(1, 100), Fraction(99, 100)))
@settings(deadline=None)
def test_erlang_c_is_the_direct_sum(count, utilisation):
    load = utilisation * count
    last = load**count / math.factorial(count) / (1 - utilisation)
    expected = last / (sum(load**n / math.factorial(n) for n in range(count)) + last)
    assert erlang_c(count, float(load)) == pytest.approx(float(expected), rel=1e-9)


@pytest.mark.parametrize(
    ("count", "load", "expected"), [(2, 1, 1 / 3), (14, 10, 0.174), (20, 15, 0.160429387417), (12, 10, 0.44939)]
)
def test_erlang_c_at_known_places(count, load, expected):
    assert erlang_c(count, load) == pytest.approx(expected, abs=5e-4 if load == 10 else 1e-10)


def test_ten_erlangs_take_sixteen_servers_for_one_in_ten_to_wait():
    assert erlang_c(15, 10) > 0.1 > erlang_c(16, 10)


@given(busy)
def test_with_one_server_the_chance_to_wait_is_how_busy_it_is(utilisation):
    assert erlang_c(1, utilisation) == pytest.approx(utilisation)


@given(servers, busy, busy)
def test_the_busier_the_likelier_to_wait(count, one, other):
    less, more = erlang_c(count, [count * min(one, other), count * max(one, other)])
    assert 0 <= less <= more + 1e-12 <= 1 + 1e-12


@given(servers, busy)
def test_a_shared_queue_waits_less_than_separate_ones(count, utilisation):
    shared, separate = mean_wait(utilisation * count, 1, count), mean_wait(utilisation, 1)
    assert shared <= separate + 1e-12


def test_the_edges_of_the_load():
    assert erlang_c([1, 5, 10_000], 0).tolist() == [0, 0, 0]
    assert erlang_c(5, 5 * (1 - 1e-12)) == pytest.approx(1)
    assert erlang_c(10_000, 9_900) == pytest.approx(erlang_c(10_000, 9_900.0000001), rel=1e-6)
    assert 0 < erlang_c(10_000, 9_900) < 0.3
    assert mean_wait(0, 3) == 0
    assert served_within(0, 3, 1, 0) == 1


def test_the_county_hospital():
    assert 60 * mean_wait(2, 3) == pytest.approx(40)
    assert 60 * mean_wait(2, 3, 2) == pytest.approx(2.5)
    assert 2 * mean_wait(2, 3, [1, 2]) == pytest.approx([4 / 3, 1 / 12])  # Little's law: how many wait


def test_the_call_centre():
    assert mean_wait(0.2, 1 / 240, 55) == pytest.approx(8.184, abs=1e-3)
    assert served_within(0.2, 1 / 240, 55, 20) == pytest.approx(0.8668, abs=6e-5)


def test_waiting_agrees_with_people_queueing():
    random = np.random.default_rng(6)
    arrivals = np.cumsum(random.exponential(1 / 1.6, 200_000))
    free, waits = np.zeros(2), []
    for arrival, service in zip(arrivals, random.exponential(1, arrivals.size), strict=True):
        first = int(free[1] < free[0])
        begin = max(arrival, free[first])
        free[first] = begin + service
        waits.append(begin - arrival)
    waits = np.array(waits)
    assert mean_wait(1.6, 1, 2) == pytest.approx(waits.mean(), rel=0.05)
    assert erlang_c(2, 1.6) == pytest.approx((waits > 0).mean(), abs=0.015)
    assert served_within(1.6, 1, 2, 2) == pytest.approx((waits <= 2).mean(), abs=0.015)


@given(busy, st.floats(0.01, 100))
def test_kingman_is_exact_where_all_is_random(utilisation, service_time):
    exact = mean_wait(utilisation / service_time, 1 / service_time)
    assert kingman_wait(utilisation, 1, 1, service_time) == pytest.approx(exact, rel=1e-6)


def test_clockwork_does_not_wait_and_half_the_variation_waits_half():
    assert kingman_wait(0.99, 0, 0, 10) == 0
    assert kingman_wait(0.9, 0, 1, 10) == pytest.approx(kingman_wait(0.9, 1, 1, 10) / 2)


@given(busy)
def test_littles_law_with_one_server(utilisation):
    in_system = utilisation * (mean_wait(utilisation, 1) + 1)
    assert mm1_in_system(utilisation) == pytest.approx(in_system)


def test_close_to_fully_busy_the_queue_has_no_end():
    assert mm1_in_system(1 - 1e-9) == pytest.approx(1e9, rel=1e-6)
    assert mm1_in_system([0, 0.8, 0.9, 0.95]) == pytest.approx([0, 4, 9, 19])


def test_arrays_are_taken_together_and_numbers_stay_numbers():
    assert mean_wait([1, 2], 3, [[1], [2]]).shape == (2, 2)
    assert type(erlang_c(2, 1)) is type(mean_wait(1, 3)) is type(kingman_wait(0.5, 1, 1, 1)) is float


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda: erlang_c(0, 0.5), "servers"),
        (lambda: erlang_c(1.5, 0.5), "servers"),
        (lambda: erlang_c(2, 2), "offered_load"),
        (lambda: erlang_c(2, -1), "offered_load"),
        (lambda: mean_wait(3, 3), "arrival_rate"),
        (lambda: mean_wait([1, 7], 3, 2), "arrival_rate"),
        (lambda: mean_wait(-1, 3), "arrival_rate"),
        (lambda: mean_wait(1, 0), "service_rate"),
        (lambda: served_within(1, 3, 1, -1), "limit"),
        (lambda: mm1_in_system(1), "utilisation"),
        (lambda: mm1_in_system(-0.1), "utilisation"),
        (lambda: kingman_wait(1.2, 1, 1, 1), "utilisation"),
        (lambda: kingman_wait(0.5, -1, 1, 1), "cv_arrival"),
        (lambda: kingman_wait(0.5, 1, -1, 1), "cv_service"),
        (lambda: kingman_wait(0.5, 1, 1, -1), "service_time"),
    ],
)
def test_impossible_input_is_named(call, name):
    with pytest.raises(ArgumentError) as caught:
        call()
    assert caught.value.name == name
