"""A trial moves belief as far as good and bad differ in it, and is worth its price only if it may change the mind."""

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from outsourcing_lessons.errors import ArgumentError
from outsourcing_lessons.models.trials import (
    HIRE,
    NEVER_MET,
    TRY,
    WALK_AWAY,
    belief_after,
    chance_to_pass,
    stopping_plan,
)

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


costs = st.floats(0, 500)
goods = st.floats(0, 5000)
bads = st.floats(-5000, 0)


@given(chances, inner, inner, costs, goods, bads, st.integers(0, 8))
@settings(deadline=None)
def test_a_plan_is_worth_at_least_deciding_now_and_at_most_knowing(base_rate, good, bad, cost, gain, loss, most):
    plan = stopping_plan(base_rate, good, bad, cost, gain, loss, most)
    now = max(0, base_rate * gain + (1 - base_rate) * loss)
    assert now - 1e-6 <= plan.value <= base_rate * gain + 1e-6
    assert 0 <= plan.expected_trials <= most


@given(inner, inner, inner, costs, goods, bads, st.integers(0, 6))
@settings(deadline=None)
def test_the_plan_is_worth_what_following_it_brings(base_rate, good, bad, cost, gain, loss, most):
    plan = stopping_plan(base_rate, good, bad, cost, gain, loss, most)
    right = plan.good_if_hired if plan.hired else 0
    brought = plan.hired * (right * gain + (1 - right) * loss) - plan.expected_trials * cost
    assert plan.value == pytest.approx(brought, abs=1e-4)


@given(inner, inner, inner, costs, goods, bads, st.integers(0, 6))
@settings(deadline=None)
def test_being_allowed_one_more_trial_never_hurts(base_rate, good, bad, cost, gain, loss, most):
    fewer, more = (stopping_plan(base_rate, good, bad, cost, gain, loss, trials) for trials in (most, most + 1))
    assert more.value >= fewer.value - 1e-6


def test_the_plan_agrees_with_playing_it():
    plan = stopping_plan(0.3, 0.9, 0.4, 100, 4000, -3000, 10)
    random = np.random.default_rng(8)
    total = 0.0
    for is_good in random.random(20_000) < 0.3:
        n = k = 0
        while plan.advice[n, k] == TRY:
            k += random.random() < (0.9 if is_good else 0.4)
            n += 1
        total += (plan.advice[n, k] == HIRE) * (4000 if is_good else -3000) - 100 * n
    assert plan.value == pytest.approx(total / 20_000, abs=50)


def test_trials_that_teach_nothing_or_cost_too_much_are_not_made():
    for plan in (
        stopping_plan(0.5, 0.7, 0.7, 1, 1000, -900),
        stopping_plan(0.5, 0.9, 0.2, 1e6, 1000, -900),
        stopping_plan(0.5, 0.9, 0.2, 10, 1000, -900, most_trials=0),
    ):
        assert (plan.value, plan.expected_trials, plan.hired) == (pytest.approx(50), 0, 1)
    nobody = stopping_plan(0.1, 0.7, 0.7, 1, 1000, -900)
    assert nobody.value == 0
    assert nobody.advice[0, 0] == WALK_AWAY
    assert np.isnan(nobody.good_if_hired)


def test_only_what_can_happen_has_advice():
    advice = stopping_plan(0.3, 0.9, 0.4, 100, 4000, -3000, 5).advice
    assert advice.shape == (6, 6)
    assert ((advice == NEVER_MET) == np.triu(np.ones((6, 6)), 1)).all()


@given(inner, st.tuples(inner, inner), costs, goods, bads)
@settings(deadline=None)
def test_more_passes_are_never_advised_against(base_rate, passing, cost, gain, loss):
    assume(max(passing) - min(passing) > 0.01)
    last = stopping_plan(base_rate, max(passing), min(passing), cost, gain, loss, 6).advice[-1]
    assert (np.diff(last) >= 0).all()


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
        (lambda: stopping_plan([0.5], 0.9, 0.4, 1, 1, 1), "base_rate"),
        (lambda: stopping_plan(0.5, 0.9, 0.4, -1, 1, 1), "trial_cost"),
        (lambda: stopping_plan(0.5, 0.9, 0.4, 1, "1", 1), "good_hire"),
        (lambda: stopping_plan(0.5, 0.9, 0.4, 1, 1, None), "bad_hire"),
        (lambda: stopping_plan(0.5, 0.9, 0.4, 1, 1, 1, 51), "most_trials"),
    ],
)
def test_impossible_input_is_named(call, name):
    with pytest.raises(ArgumentError) as caught:
        call()
    assert caught.value.name == name
