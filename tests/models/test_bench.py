"""What newcomers, a regular and a bench cost: against a simulation, by hand, and in the limits."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outsourcing_lessons.errors import ArgumentError
from outsourcing_lessons.models.bench import (
    Stream,
    available,
    bench_costs,
    billed_hours,
    break_even,
    newcomer_costs,
    price_ceiling,
    regular_costs,
)
from outsourcing_lessons.models.learning import splitting_penalty, unit_time

LOGOS = Stream(
    first_hours=10, rate=0.8, newcomer_price=30, regular_price=40, own_hour=60, search_hours=2, onboarding_hours=3,
    setup_hours=4,
)  # fmt: skip
ROUGH = dataclasses.replace(LOGOS, departure=0.1, weeks_between=3, forgetting=0.02, outage=0.1, delay_cost=500)
PRICES = ("newcomer_price", "regular_price", "own_hour", "delay_cost")

hours = st.floats(0, 100)
chances = st.floats(0, 1)
streams = st.builds(
    Stream, first_hours=st.floats(0.1, 500), rate=st.floats(0.5, 1), newcomer_price=hours, regular_price=hours,
    own_hour=hours, search_hours=hours, onboarding_hours=hours, setup_hours=hours, departure=chances,
    weeks_between=st.floats(0, 52), forgetting=st.floats(0, 0.5), outage=chances, delay_cost=st.floats(0, 1e4),
)  # fmt: skip


def simulated_costs(stream, jobs, providers, runs, random):
    """Play the policy job by job, person by person; the mean cumulative cost."""
    kept = np.exp(-stream.forgetting * stream.weeks_between * providers)
    experience = np.full((runs, providers), np.nan)  # nobody yet, or somebody who has left
    total, means = np.full(runs, float(stream.setup_hours * stream.own_hour)), []
    for job in range(jobs):
        turn = job % providers
        new = np.isnan(experience[:, turn])
        experience[new, turn] = 0
        worked = stream.first_hours * (experience[:, turn] + 1) ** np.log2(stream.rate)
        out = random.random((runs, min(job + 1, providers))) < stream.outage
        total += new * (stream.search_hours + stream.onboarding_hours) * stream.own_hour
        total += worked * stream.regular_price + out.all(axis=1) * stream.delay_cost
        experience[:, turn] = (experience[:, turn] + 1) * kept
        experience[random.random(runs) < stream.departure, turn] = np.nan
        means.append(total.mean())
    return np.array(means)


@pytest.mark.parametrize("providers", [1, 2, 3])
def test_the_formula_agrees_with_a_simulation(providers):
    simulated = simulated_costs(ROUGH, 24, providers, 20_000, np.random.default_rng(7))
    assert bench_costs(ROUGH, 24, providers) == pytest.approx(simulated, rel=0.005)


def test_a_newcomer_costs_the_same_each_time():
    assert newcomer_costs(LOGOS, 3).tolist() == [600, 1200, 1800]


def test_a_regular_costs_setup_once_and_then_the_learning_curve():
    by_hand = 4 * 60 + 5 * 60 + 40 * np.cumsum([unit_time(n, 10, 0.8) for n in range(1, 21)])
    assert regular_costs(LOGOS, 20) == pytest.approx(by_hand)


def test_a_departure_brings_back_the_first_job():
    leaver = dataclasses.replace(LOGOS, departure=0.25)
    second = 0.25 * (300 + 10 * 40) + 0.75 * 8 * 40
    third = 0.25 * (300 + 10 * 40) + 0.75 * 0.25 * 8 * 40 + 0.75**2 * unit_time(3, 10, 0.8) * 40
    assert np.diff(regular_costs(leaver, 3)) == pytest.approx([second, third])


@given(streams, st.integers(1, 60))
def test_a_bench_of_one_is_a_regular(stream, jobs):
    assert bench_costs(stream, jobs, 1).tolist() == regular_costs(stream, jobs).tolist()


@given(streams, st.integers(1, 60), st.integers(1, 8))
def test_totals_only_grow(stream, jobs, providers):
    for costs in (newcomer_costs(stream, jobs), regular_costs(stream, jobs), bench_costs(stream, jobs, providers)):
        assert costs.shape == (jobs,)
        assert np.isfinite(costs).all()
        assert (np.diff(costs) >= -1e-9 * costs[1:]).all()


@given(streams, st.integers(2, 60), st.integers(1, 8))
def test_a_longer_look_changes_nothing_before(stream, jobs, providers):
    assert bench_costs(stream, jobs, providers)[:-1] == pytest.approx(bench_costs(stream, jobs - 1, providers))


@given(streams, st.integers(1, 60), st.integers(1, 8), st.floats(0.01, 1000))
def test_costs_scale_with_the_currency(stream, jobs, providers, factor):
    scaled = dataclasses.replace(stream, **{name: factor * getattr(stream, name) for name in PRICES})
    assert newcomer_costs(scaled, jobs) == pytest.approx(factor * newcomer_costs(stream, jobs))
    assert bench_costs(scaled, jobs, providers) == pytest.approx(factor * bench_costs(stream, jobs, providers))


@given(streams, st.sampled_from(["first_hours", "own_hour", "search_hours", "setup_hours", "departure", "outage"]))
def test_whatever_makes_things_harder_makes_a_regular_no_cheaper(stream, name):
    value = getattr(stream, name)
    harder = dataclasses.replace(stream, **{name: (1 + value) / 2 if name in ("departure", "outage") else value + 1})
    assert (regular_costs(harder, 40) >= regular_costs(stream, 40) * (1 - 1e-9)).all()


@given(streams)
def test_a_regular_who_always_leaves_is_a_newcomer_at_his_price(stream):
    lost = dataclasses.replace(stream, departure=1, newcomer_price=stream.regular_price, setup_hours=0, outage=0)
    assert regular_costs(lost, 30) == pytest.approx(newcomer_costs(lost, 30))


@given(st.integers(1, 10), st.integers(1, 12), st.floats(0.5, 1))
def test_the_hours_of_a_bench_grow_by_the_splitting_penalty(each, providers, rate):
    jobs = each * providers
    hours_only = Stream(
        first_hours=1, rate=rate, newcomer_price=0, regular_price=1, own_hour=0, search_hours=0, onboarding_hours=0
    )
    extra = bench_costs(hours_only, jobs, providers)[-1] / regular_costs(hours_only, jobs)[-1] - 1
    assert extra == pytest.approx(splitting_penalty(jobs, providers, rate), abs=1e-9)


@given(streams)
@settings(max_examples=300)
def test_break_even_is_even_and_not_one_job_earlier(stream):
    jobs = 80
    newcomers, regular = newcomer_costs(stream, jobs), regular_costs(stream, jobs)
    cheaper = regular <= newcomers * (1 + 1e-9)
    found = break_even(stream, jobs)
    if found is None:
        assert not cheaper[-1]
    else:
        assert cheaper[found - 1 :].all()
        assert found == 1 or not cheaper[found - 2]


def test_break_even_at_known_places():
    assert break_even(LOGOS) == 3
    assert break_even(dataclasses.replace(LOGOS, setup_hours=0)) == 2
    assert break_even(dataclasses.replace(LOGOS, setup_hours=0, regular_price=30)) == 1
    assert break_even(dataclasses.replace(LOGOS, setup_hours=400)) == 55
    assert break_even(dataclasses.replace(LOGOS, setup_hours=400), jobs=54) is None
    assert break_even(dataclasses.replace(LOGOS, rate=1, regular_price=70)) is None


def test_two_equal_totals_are_a_break_even_whatever_the_rounding():
    same = dataclasses.replace(LOGOS, rate=1, setup_hours=0, departure=1, regular_price=0.1, newcomer_price=0.1)
    assert break_even(same) == 1


@given(chances, st.integers(1, 30))
def test_one_more_on_the_bench_never_makes_it_less_available(outage, providers):
    assert 0 <= available(outage, providers) <= available(outage, providers + 1) <= 1


def test_the_waiting_jobs_cost_what_the_outage_says():
    late = dataclasses.replace(LOGOS, outage=0.1, delay_cost=1000)
    extra = np.diff(bench_costs(late, 4, 2) - bench_costs(LOGOS, 4, 2), prepend=0)
    assert extra == pytest.approx([100, 10, 10, 10])  # at the first job only one has joined


@pytest.mark.parametrize("name", [field.name for field in dataclasses.fields(Stream)])
def test_an_impossible_stream_is_refused_by_name(name):
    for value in (-1, float("nan"), float("inf"), "2", None, [1, 2]):
        with pytest.raises(ArgumentError) as caught:
            dataclasses.replace(LOGOS, **{name: value})
        assert caught.value.name == name


@pytest.mark.parametrize("name", ["rate", "departure", "outage"])
def test_no_share_is_above_one(name):
    with pytest.raises(ArgumentError, match=name):
        dataclasses.replace(LOGOS, **{name: 1.5})


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda: newcomer_costs(LOGOS, 0), "jobs"),
        (lambda: regular_costs(LOGOS, 2.5), "jobs"),
        (lambda: bench_costs(LOGOS, 10, 0), "providers"),
        (lambda: bench_costs(LOGOS, [1, 2], 1), "jobs"),
        (lambda: break_even(LOGOS, 0), "jobs"),
        (lambda: available(1.1, 2), "outage"),
        (lambda: available(0.1, 0), "providers"),
    ],
)
def test_impossible_input_is_named(call, name):
    with pytest.raises(ArgumentError) as caught:
        call()
    assert caught.value.name == name


# --- who keeps the learning, what is left to do oneself, and what it may cost


@pytest.mark.parametrize(
    ("other_way", "rate", "from_job"), [(426, 0.8, 4), (360, 0.8, 4), (240, 0.8, 7), (240, 1, 11), (240, 0.9, 9)]
)
def test_from_which_job_a_regular_beats_a_way_of_one_price(other_way, rate, from_job):
    """15 hours of one's own at 60 once, then 6 hours at 26: worked out apart, by a second method."""
    stream = Stream(
        first_hours=6, rate=rate, newcomer_price=other_way / 6, regular_price=26, own_hour=60, search_hours=0,
        onboarding_hours=0, setup_hours=15,
    )  # fmt: skip
    assert break_even(stream) == from_job
    assert newcomer_costs(stream, 24)[-1] == pytest.approx(24 * other_way)
    if rate == 0.8:
        assert regular_costs(stream, 4)[-1] == pytest.approx(1390.1681776334553)


@given(streams, st.integers(1, 60), st.integers(1, 5))
def test_of_learning_that_is_kept_by_the_provider_nothing_reaches_the_bill(stream, jobs, providers):
    kept = dataclasses.replace(stream, passed_on=0)
    assert billed_hours(kept, jobs, providers) == pytest.approx(np.full(jobs, stream.first_hours))
    half = billed_hours(dataclasses.replace(stream, passed_on=0.5), jobs, providers)
    assert half == pytest.approx((billed_hours(stream, jobs, providers) + stream.first_hours) / 2)
    same = dataclasses.replace(stream, rate=1, forgetting=0)
    assert bench_costs(kept, jobs, providers) == pytest.approx(bench_costs(same, jobs, providers))


@given(streams, st.integers(1, 60), st.integers(1, 5))
def test_looking_after_a_job_costs_the_same_with_everybody(stream, jobs, providers):
    looked_after = dataclasses.replace(stream, managing_hours=0.5)
    more = 0.5 * stream.own_hour * np.arange(1, jobs + 1)
    assert newcomer_costs(looked_after, jobs) == pytest.approx(newcomer_costs(stream, jobs) + more)
    assert bench_costs(looked_after, jobs, providers) == pytest.approx(bench_costs(stream, jobs, providers) + more)


@given(streams, st.integers(1, 60), st.floats(0, 1e6))
def test_at_the_highest_price_a_regular_costs_what_the_other_way_does(stream, jobs, otherwise):
    price = price_ceiling(stream, jobs, otherwise)
    total = regular_costs(dataclasses.replace(stream, regular_price=price), jobs)[-1]
    assert total == pytest.approx(otherwise, abs=1e-6) if price else total >= otherwise - 1e-6
