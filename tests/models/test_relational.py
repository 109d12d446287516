"""A promise is kept where the future is worth more than breaking it."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from outsourcing_lessons.errors import ArgumentError
from outsourcing_lessons.models.relational import credible_bonus, patience_threshold

gains = st.floats(-1e6, 1e6)
patiences = st.floats(0, 0.99)


@given(st.tuples(gains, gains, gains))
def test_the_threshold_makes_keeping_and_breaking_worth_the_same(payoffs):
    punishment, reward, temptation = sorted(payoffs)
    assume(temptation - punishment > 1e-3 and reward - punishment > 1e-3)
    patience = patience_threshold(temptation, reward, punishment)
    assert 0 <= patience < 1
    keeping, breaking = reward / (1 - patience), temptation + punishment * patience / (1 - patience)
    assert keeping == pytest.approx(breaking, rel=1e-6, abs=1e-6 * (1 + abs(punishment)) / (1 - patience))


def test_the_limits_of_the_threshold():
    assert patience_threshold(6, 6, 2) == 0
    assert patience_threshold(10, 2, 2) == 1


@given(gains, st.floats(0.01, 1e3), st.floats(0.01, 1e3), st.floats(0.01, 1e3))
def test_more_temptation_takes_more_patience(punishment, reward, temptation, more):
    reward = punishment + reward
    temptation = np.array([reward + temptation, reward + temptation + more])
    less_patience, more_patience = patience_threshold(temptation, reward, punishment)
    assert less_patience <= more_patience + 1e-12


@given(st.floats(0, 1e6), patiences)
def test_a_bonus_is_credible_up_to_the_value_of_the_later_jobs(surplus, patience):
    assert credible_bonus(surplus, patience) == pytest.approx(surplus * (patience ** np.arange(1, 5_000)).sum())


@given(st.floats(0, 1e6), patiences, patiences)
def test_a_longer_view_makes_a_larger_bonus_credible(surplus, one, other):
    assert credible_bonus(surplus, min(one, other)) <= credible_bonus(surplus, max(one, other))


def test_nothing_is_credible_to_a_stranger():
    assert credible_bonus(500, 0) == 0


def test_arrays_are_taken_together():
    assert patience_threshold(10, [6, 2], 2).tolist() == [0.5, 1]
    assert credible_bonus([100, 200], 0.5).tolist() == [100, 200]


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda: patience_threshold(2, 2, 2), "temptation"),
        (lambda: patience_threshold(1, 3, 2), "temptation"),
        (lambda: patience_threshold(10, 11, 2), "reward"),
        (lambda: patience_threshold(10, 1, 2), "reward"),
        (lambda: patience_threshold(10, 6, "2"), "punishment"),
        (lambda: credible_bonus(-1, 0.5), "surplus"),
        (lambda: credible_bonus(1, 1), "patience"),
        (lambda: credible_bonus(1, -0.1), "patience"),
    ],
)
def test_impossible_input_is_named(call, name):
    with pytest.raises(ArgumentError) as caught:
        call()
    assert caught.value.name == name
