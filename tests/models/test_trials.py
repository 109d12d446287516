"""A trial moves belief as far as good and bad differ in it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from outsourcing_lessons.errors import ArgumentError
from outsourcing_lessons.models.trials import belief_after, chance_to_pass

chances = st.floats(0, 1)
inner = st.floats(0.01, 0.99)
counts = st.integers(0, 12)


@given(inner, inner, inner, counts, counts)
def test_bayes_trial_by_trial(base_rate, pass_good, pass_bad, passed, failed):
    good, bad = base_rate, 1 - base_rate
    for if_good, if_bad in [(pass_good, pass_bad)] * passed + [(1 - pass_good, 1 - pass_bad)] * failed:
        good, bad = good * if_good, bad * if_bad
    found = belief_after(passed, passed + failed, base_rate, pass_good, pass_bad)
    assert found == pytest.approx(good / (good + bad))


@given(chances, inner, st.integers(0, 50))
def test_a_trial_that_both_pass_alike_teaches_nothing(base_rate, passing, trials):
    assert belief_after(trials // 2, trials, base_rate, passing, passing) == pytest.approx(base_rate)


@given(inner, st.tuples(inner, inner), st.integers(1, 30))
def test_more_passes_never_lower_belief(base_rate, passing, trials):
    beliefs = belief_after(np.arange(trials + 1), trials, base_rate, max(passing), min(passing))
    assert (np.diff(beliefs) >= -1e-12).all()


@given(inner, inner, inner, st.integers(0, 15))
def test_belief_is_right_on_average(base_rate, pass_good, pass_bad, trials):
    """Before the trials, the belief expected after them is the belief now."""
    expected = 0.0
    for passed in range(trials + 1):
        ways = np.prod(np.arange(trials - passed + 1, trials + 1)) / np.prod(np.arange(1.0, passed + 1))
        good = base_rate * ways * pass_good**passed * (1 - pass_good) ** (trials - passed)
        bad = (1 - base_rate) * ways * pass_bad**passed * (1 - pass_bad) ** (trials - passed)
        expected += (good + bad) * belief_after(passed, trials, base_rate, pass_good, pass_bad)
    assert expected == pytest.approx(base_rate)


def test_certainty_stays_certain_and_proof_is_proof():
    assert belief_after(3, 5, [0, 1], 0.9, 0.4).tolist() == [0, 1]
    assert belief_after(1, 1, 0.01, 0.5, 0) == 1
    assert belief_after(0, 1, 0.99, 1, 0.5) == 0
    assert belief_after(0, 0, 0.3, 1, 0) == 0.3


def test_many_trials_do_not_vanish():
    assert belief_after(500_000, 1_000_000, 0.5, 0.51, 0.49) == pytest.approx(0.5)
    assert belief_after(600_000, 1_000_000, 0.5, 0.6, 0.4) == 1


@given(chances, chances, chances)
def test_the_chance_to_pass_lies_between_the_two(belief, pass_good, pass_bad):
    chance = chance_to_pass(belief, pass_good, pass_bad)
    assert min(pass_good, pass_bad) - 1e-12 <= chance <= max(pass_good, pass_bad) + 1e-12


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda: belief_after(2, 1, 0.5, 0.9, 0.4), "passed"),
        (lambda: belief_after(-1, 1, 0.5, 0.9, 0.4), "passed"),
        (lambda: belief_after(0.5, 1, 0.5, 0.9, 0.4), "passed"),
        (lambda: belief_after(1, 1, 0.5, 0, 0), "passed"),
        (lambda: belief_after(1, 1, 0, 0.5, 0), "passed"),
        (lambda: belief_after(0, -1, 0.5, 0.9, 0.4), "trials"),
        (lambda: belief_after(0, 1, 1.5, 0.9, 0.4), "base_rate"),
        (lambda: belief_after(0, 1, 0.5, 1.9, 0.4), "pass_good"),
        (lambda: chance_to_pass(0.5, 0.9, -0.4), "pass_bad"),
        (lambda: chance_to_pass(1.5, 0.9, 0.4), "belief"),
    ],
)
def test_impossible_input_is_named(call, name):
    with pytest.raises(ArgumentError) as caught:
        call()
    assert caught.value.name == name
