"""How far a record can be trusted, and who is better."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outsourcing_lessons.errors import ArgumentError
from outsourcing_lessons.models.ratings import chance_better, posterior_mean, thompson_shares, wilson_interval

records = st.integers(0, 300).flatmap(lambda trials: st.tuples(st.integers(0, trials), st.just(trials)))


@pytest.mark.parametrize(
    ("record", "low", "high"),
    [
        ((26, 78), 0.2387267, 0.4435859),
        ((38, 100), 0.290976, 0.477902),
        ((0, 5), 0, 0.4344825),
        ((81, 263), 0.2553, 0.3662),
        ((15, 148), 0.0624, 0.1605),
        ((0, 20), 0, 0.1611),
        ((1, 29), 0.0061, 0.1718),
    ],
)
def test_published_intervals(record, low, high):
    assert wilson_interval(*record) == pytest.approx((low, high), abs=6e-5)


@given(records, st.floats(0.5, 0.999))
def test_wilsons_bounds_are_where_the_score_test_turns(record, confidence):
    successes, trials = record
    if not trials:
        assert wilson_interval(0, 0, confidence) == (0, 1)
        return
    low, high = wilson_interval(successes, trials, confidence)
    assert 0 <= low <= successes / trials <= high <= 1
    z_squared = (wilson_interval(1, 1, confidence)[0] ** -1) - 1  # of one in one the lower bound is 1 / (1 + z²)
    for bound in (low, high):
        off = (successes / trials - bound) ** 2
        assert off * trials == pytest.approx(z_squared * bound * (1 - bound), rel=1e-6, abs=1e-9)


@given(records)
def test_failures_mirror_successes(record):
    successes, trials = record
    low, high = wilson_interval(successes, trials)
    assert wilson_interval(trials - successes, trials) == pytest.approx((1 - high, 1 - low), abs=1e-12)


@given(st.integers(1, 100), st.floats(0, 1))
def test_ten_times_the_record_narrows_the_interval(trials, share):
    lows, highs = wilson_interval(share * np.array([trials, 10 * trials]), [trials, 10 * trials])
    assert lows[0] <= lows[1] + 1e-12
    assert highs[1] <= highs[0] + 1e-12


def test_a_record_without_end_is_certain():
    assert wilson_interval(9e11, 1e12) == pytest.approx((0.9, 0.9), abs=1e-5)
    assert wilson_interval(7, 7)[1] == 1


@given(records, st.floats(0.1, 50), st.floats(0.1, 50))
def test_the_share_to_expect_lies_between_record_and_prior(record, won, lost):
    successes, trials = record
    prior = won / (won + lost)
    seen = successes / trials if trials else prior
    mean = posterior_mean(successes, trials, won, lost)
    assert min(seen, prior) - 1e-12 <= mean <= max(seen, prior) + 1e-12


def test_without_a_record_there_is_only_the_prior():
    assert posterior_mean(0, 0, 8, 2) == 0.8
    assert posterior_mean(3, 4, 0, 0) == 0.75


@given(records, records)
@settings(deadline=None, max_examples=50)
def test_one_of_the_two_is_better(one, other):
    assert chance_better(*one, *other) + chance_better(*other, *one) == pytest.approx(1, abs=2e-8)
    assert chance_better(*one, *one) == pytest.approx(0.5, abs=1e-8)


@given(records, records)
@settings(deadline=None, max_examples=50)
def test_another_success_never_makes_one_worse(one, other):
    assert chance_better(one[0] + 1, one[1] + 1, *other) >= chance_better(*one, *other) - 1e-8


@pytest.mark.parametrize("records", [(48, 50, 5, 5), (3, 4, 30, 50), (0, 0, 1, 3), (900, 1000, 880, 1000)])
@pytest.mark.parametrize("prior", [(1, 1), (8, 2), (0.5, 0.5)])
def test_who_is_better_agrees_with_drawing(records, prior):
    random = np.random.default_rng(4)
    (won_a, n_a), (won_b, n_b) = records[:2], records[2:]
    a = random.beta(won_a + prior[0], n_a - won_a + prior[1], 400_000)
    b = random.beta(won_b + prior[0], n_b - won_b + prior[1], 400_000)
    assert chance_better(*records, *prior) == pytest.approx((a > b).mean(), abs=0.004)


def test_who_is_better_in_closed_form():
    assert chance_better(1, 1, 0, 0) == pytest.approx(2 / 3)
    assert chance_better(2, 2, 0, 0) == pytest.approx(3 / 4)
    assert chance_better(5, 5, 0, 5) == pytest.approx(1 - 1 / 924)  # the six best of twelve draws are all A's
    assert chance_better(48, 50, 5, 5) == pytest.approx(0.7117224880382774)


def test_who_is_better_of_endless_records():
    assert chance_better(9e8, 1e9, 8e8, 1e9) == 1
    assert chance_better(8e8, 1e9, 9e8, 1e9) == pytest.approx(0, abs=1e-12)
    assert chance_better(5e8, 1e9, 5e8, 1e9) == pytest.approx(0.5)


def test_arrays_are_taken_together():
    assert chance_better([1, 2], [1, 2], 0, 0) == pytest.approx([2 / 3, 3 / 4])
    assert wilson_interval([[1], [2]], [2, 3, 4])[0].shape == (2, 3)
    assert type(chance_better(1, 1, 0, 0)) is float
    assert type(wilson_interval(1, 2)[0]) is float


def test_thompson_gives_each_the_chance_of_being_best():
    shares = thompson_shares([48, 5], [50, 5], draws=100_000)
    assert shares.sum() == pytest.approx(1)
    assert shares[0] == pytest.approx(chance_better(48, 50, 5, 5), abs=0.006)
    assert thompson_shares([0] * 4, [0] * 4, draws=100_000) == pytest.approx(0.25, abs=0.01)


def test_the_same_seed_gives_the_same_shares():
    assert (thompson_shares([3, 4], [5, 5], seed=2) == thompson_shares([3, 4], [5, 5], seed=2)).all()
    assert (thompson_shares([3, 4], [5, 5], seed=2) != thompson_shares([3, 4], [5, 5], seed=3)).any()


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda: wilson_interval(6, 5), "successes"),
        (lambda: wilson_interval(-1, 5), "successes"),
        (lambda: wilson_interval(0, -1), "trials"),
        (lambda: wilson_interval(1, 5, 1), "confidence"),
        (lambda: wilson_interval(1, 5, 0), "confidence"),
        (lambda: wilson_interval(1, 5, 95), "confidence"),
        (lambda: posterior_mean(0, 0, 0, 0), "trials"),
        (lambda: posterior_mean(1, 2, -1, 0), "prior_successes"),
        (lambda: posterior_mean(1, 2, 1, -1), "prior_failures"),
        (lambda: chance_better(3, 2, 1, 1), "successes_a"),
        (lambda: chance_better(1, 2, 2, 1), "successes_b"),
        (lambda: chance_better(1, 2, 1, None), "trials_b"),
        (lambda: chance_better(1, 2, 1, 2, 0.1), "prior_successes"),
        (lambda: thompson_shares([1, 2], [1, 1]), "successes"),
        (lambda: thompson_shares([1], [1], draws=0), "draws"),
        (lambda: thompson_shares([1], [1], seed=0.5), "seed"),
    ],
)
def test_impossible_input_is_named(call, name):
    with pytest.raises(ArgumentError) as caught:
        call()
    assert caught.value.name == name
