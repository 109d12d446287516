"""Hours fall along the learning curve, and rise with breaks and with splitting."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from outsourcing_lessons.errors import ArgumentError
from outsourcing_lessons.models.learning import cumulative_time, splitting_penalty, time_after_breaks, unit_time

jobs = st.integers(1, 300)
rates = st.floats(0.5, 1)
firsts = st.floats(0.01, 1e4)
weeks = st.floats(0, 520)
forgettings = st.floats(0, 1)


@given(jobs, firsts, rates)
def test_doubling_the_jobs_multiplies_the_hours_by_the_rate(n, first, rate):
    assert unit_time(2 * n, first, rate) == pytest.approx(rate * unit_time(n, first, rate))


@given(jobs, firsts, rates)
def test_no_job_takes_longer_than_the_one_before(n, first, rate):
    assert unit_time(n + 1, first, rate) <= unit_time(n, first, rate) <= first


@given(jobs, firsts, rates)
def test_the_total_is_the_sum_of_the_jobs(n, first, rate):
    assert cumulative_time(n, first, rate) == pytest.approx(sum(unit_time(i, first, rate) for i in range(1, n + 1)))


def test_arrays_give_what_their_elements_give():
    n, rate = np.array([[1], [7], [20]]), np.array([0.7, 0.8, 1.0])
    for function in (unit_time, cumulative_time):
        table = function(n, 10, rate)
        assert table.shape == (3, 3)
        assert table == pytest.approx(np.array([[function(int(i), 10, float(r)) for r in rate] for i in n[:, 0]]))


def test_single_numbers_give_a_plain_float():
    assert type(unit_time(8, 10, 0.8)) is float
    assert type(cumulative_time(8, 10, 0.8)) is float
    assert type(splitting_penalty(8, 2, 0.8)) is float
    assert type(time_after_breaks(8, 10, 0.8, 1, 0.1)) is float


@pytest.mark.parametrize(
    ("all_jobs", "providers", "expected"), [(20, 2, 0.205), (20, 4, 0.426), (100, 2, 0.23), (100, 4, 0.51)]
)
def test_splitting_costs_what_the_evidence_says(all_jobs, providers, expected):
    assert splitting_penalty(all_jobs, providers, 0.8) == pytest.approx(expected, abs=0.005 if all_jobs > 20 else 5e-4)


@given(jobs, rates)
def test_one_provider_splits_nothing(n, rate):
    assert splitting_penalty(n, 1, rate) == 0


@given(jobs, st.integers(1, 20), rates)
def test_more_providers_never_learn_faster(n, providers, rate):
    assert splitting_penalty(n, providers + 1, rate) >= splitting_penalty(n, providers, rate) - 1e-12


@given(jobs, st.integers(1, 400))
def test_splitting_costs_nothing_where_nobody_learns(n, providers):
    assert splitting_penalty(n, providers, 1) == pytest.approx(0, abs=1e-12)


def test_an_uneven_split_is_as_even_as_possible():
    by_hand = (2 * cumulative_time(3, 1, 0.8) + cumulative_time(4, 1, 0.8)) / cumulative_time(10, 1, 0.8) - 1
    assert splitting_penalty(10, 3, 0.8) == pytest.approx(by_hand)


def test_providers_beyond_the_jobs_do_none():
    assert splitting_penalty(3, 50, 0.8) == pytest.approx(3 / cumulative_time(3, 1, 0.8) - 1)


@given(jobs, firsts, rates, weeks)
def test_without_forgetting_breaks_cost_nothing(n, first, rate, weeks_between):
    assert time_after_breaks(n, first, rate, weeks_between, 0) == pytest.approx(unit_time(n, first, rate))


@given(jobs, firsts, rates, weeks, forgettings)
def test_experience_follows_its_recursion(n, first, rate, weeks_between, forgetting):
    experience = 0.0
    for _ in range(n - 1):
        experience = (experience + 1) * np.exp(-forgetting * weeks_between)
    expected = first * (experience + 1) ** np.log2(rate)
    assert time_after_breaks(n, first, rate, weeks_between, forgetting) == pytest.approx(expected)


@given(jobs, rates, weeks, forgettings)
def test_longer_breaks_never_make_a_job_quicker(n, rate, weeks_between, forgetting):
    shorter, longer = time_after_breaks(n, 1, rate, np.array([weeks_between, weeks_between + 1]), forgetting)
    assert unit_time(n, 1, rate) - 1e-12 <= shorter <= longer + 1e-12 <= 1 + 2e-12


def test_everything_is_forgotten_in_the_limit():
    assert time_after_breaks([2, 50], 10, 0.8, 1e6, 1) == pytest.approx(10)


@pytest.mark.parametrize("loss", [1e-300, 1e-16, 1e-9])
def test_a_tiny_loss_is_no_trouble(loss):
    assert time_after_breaks(100, 10, 0.8, 1, loss) == pytest.approx(unit_time(100, 10, 0.8))


@pytest.mark.parametrize(
    ("call", "name", "found"),
    [
        (lambda: unit_time(0, 10, 0.8), "n", 0),
        (lambda: unit_time(1, 0, 0.8), "first", 0),
        (lambda: unit_time(1, 10, 0), "rate", 0),
        (lambda: unit_time(1, 10, 1.01), "rate", 1.01),
        (lambda: unit_time([1, 2], 10, [0.8, 80]), "rate", 80),
        (lambda: cumulative_time(2.5, 10, 0.8), "n", 2.5),
        (lambda: cumulative_time(-1, 10, 0.8), "n", -1),
        (lambda: cumulative_time(10**9, 10, 0.8), "n", 10**9),
        (lambda: splitting_penalty(0, 2, 0.8), "jobs", 0),
        (lambda: splitting_penalty(10, 0, 0.8), "providers", 0),
        (lambda: time_after_breaks(2, 10, 0.8, -1, 0.1), "weeks_between", -1),
        (lambda: time_after_breaks(2, 10, 0.8, 1, -0.1), "forgetting", -0.1),
    ],
)
def test_impossible_input_is_named(call, name, found):
    with pytest.raises(ArgumentError) as caught:
        call()
    assert (caught.value.name, caught.value.found) == (name, found)
