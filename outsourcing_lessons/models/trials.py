"""What a trial task tells you about a provider, and when to stop trying and decide.

A provider is good or bad. A good one passes a trial task with chance ``pass_good``, a bad one with ``pass_bad``; trials
are independent once you know which it is. Whether passing a trial foretells the real project is another question: in
the one field experiment on it, it hardly did (Jørgensen and Grov 2021), so set the two chances close together.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from outsourcing_lessons.models.arguments import (
    FloatOrArray,
    as_given,
    numbers,
    one_number,
    one_whole_number,
    refuse_unless,
    whole_numbers,
)

Chance = np.ndarray | float
NEVER_MET, WALK_AWAY, TRY, HIRE = range(-1, 3)
ADVICE = ("walk away", "try again", "hire")


def belief_after(
    passed: ArrayLike, trials: ArrayLike, base_rate: ArrayLike, pass_good: ArrayLike, pass_bad: ArrayLike
) -> FloatOrArray:
    """Return the chance that a provider is good after ``passed`` of ``trials`` trial tasks.

    Bayes: the odds ``base_rate / (1 - base_rate)`` are multiplied by ``pass_good / pass_bad`` for each pass, and by
    ``(1 - pass_good) / (1 - pass_bad)`` for each failure. A result that neither a good nor a bad provider can have is
    an ArgumentError about ``passed``.

    Parameters
    ----------
    passed : int or array_like
        Trials passed, whole, in [0, trials].
    trials : int or array_like
        Trials done, whole, in [0, 1,000,000].
    base_rate : number or array_like
        Share of good providers among those you might try, in [0, 1].
    pass_good, pass_bad : number or array_like
        Chance that a good or a bad provider passes one trial, in [0, 1].

    Examples
    --------
    >>> round(belief_after(passed=1, trials=1, base_rate=0.3, pass_good=0.9, pass_bad=0.4), 3)
    0.491
    """
    trials = whole_numbers("trials", trials, 0)
    passed, all_trials = np.broadcast_arrays(whole_numbers("passed", passed, 0), trials)
    refuse_unless(passed <= all_trials, "passed", passed, "a whole number from 0 to trials")
    belief = _belief(passed, all_trials - passed, *_chances(base_rate, pass_good, pass_bad))
    refuse_unless(
        ~np.isnan(belief), "passed", np.broadcast_to(passed, belief.shape), "a result that some provider can have"
    )
    return as_given(belief)


def chance_to_pass(belief: ArrayLike, pass_good: ArrayLike, pass_bad: ArrayLike) -> FloatOrArray:
    """Return the chance that the next trial is passed: ``belief * pass_good + (1 - belief) * pass_bad``.

    Parameters
    ----------
    belief : number or array_like
        Chance that the provider is good, in [0, 1].
    pass_good, pass_bad : number or array_like
        As in `belief_after`.

    Examples
    --------
    >>> round(chance_to_pass(0.3, pass_good=0.9, pass_bad=0.4), 2)
    0.55
    """
    belief = numbers("belief", belief, 0, 1)
    return as_given(belief * numbers("pass_good", pass_good, 0, 1) + (1 - belief) * numbers("pass_bad", pass_bad, 0, 1))


@dataclass(frozen=True)
class Plan:
    """When to stop trying a provider, and what following that is worth."""

    value: float  # expected worth at the start, currency; 0 when it is best to walk away at once
    expected_trials: float  # trial tasks done on average
    hired: float  # chance that it ends in hiring
    good_if_hired: float  # chance that the one hired is good; not a number (NaN) when nobody ever is
    advice: np.ndarray  # [n, k] after k passes in n trials, as in `ADVICE`: 0 to 2, and -1 for k > n


def stopping_plan(
    base_rate: ArrayLike,
    pass_good: ArrayLike,
    pass_bad: ArrayLike,
    trial_cost: ArrayLike,
    good_hire: ArrayLike,
    bad_hire: ArrayLike,
    most_trials: ArrayLike = 10,
) -> Plan:
    """Return the best plan for trying one provider: after each trial hire, walk away, or pay for another.

    Backward induction from the last trial: the worth of a state is the largest of 0 (walk away), ``belief * good_hire +
    (1 - belief) * bad_hire`` (hire), and the expected worth after one more trial less its cost: optimal stopping of a
    sequence of tests, a standard result. Of equal choices the one that ends soonest is advised.

    Parameters
    ----------
    base_rate, pass_good, pass_bad : float
        As in `belief_after`, in [0, 1].
    trial_cost : float
        What one trial costs you, paid work and your own time, currency, in [0, ∞).
    good_hire, bad_hire : float
        What hiring a good or a bad one is worth against walking away, currency; ``bad_hire`` is usually below 0.
    most_trials : int
        Whole, in [0, 50].

    Examples
    --------
    >>> plan = stopping_plan(0.3, 0.9, 0.4, trial_cost=100, good_hire=4_000, bad_hire=-3_000)
    >>> round(plan.value), [ADVICE[plan.advice[1, k]] for k in (0, 1)]
    (648, ['walk away', 'try again'])
    """
    base_rate, pass_good, pass_bad = (float(chance) for chance in _chances(base_rate, pass_good, pass_bad, one_number))
    trial_cost = one_number("trial_cost", trial_cost)
    good_hire, bad_hire = one_number("good_hire", good_hire, -np.inf), one_number("bad_hire", bad_hire, -np.inf)
    last = one_whole_number("most_trials", most_trials, 0, 50)
    passes, done = np.arange(last + 1), np.arange(last + 1)[:, None]
    belief = _belief(passes, np.maximum(done - passes, 0), base_rate, pass_good, pass_bad)
    belief = np.nan_to_num(belief)  # a result that nobody can have is never met
    hire = belief * good_hire + (1 - belief) * bad_hire
    value, advice = np.maximum(hire, 0), np.where(hire > 0, HIRE, WALK_AWAY)
    passing = belief * pass_good + (1 - belief) * pass_bad
    for n in range(last - 1, -1, -1):
        again = passing[n, :-1] * value[n + 1, 1:] + (1 - passing[n, :-1]) * value[n + 1, :-1] - trial_cost
        better = again > value[n, :-1] + 1e-9 * np.abs(value[n, :-1])  # no more than rounding is no reason to go on
        value[n, :-1][better] = again[better]
        advice[n, :-1][better] = TRY
    return Plan(float(value[0, 0]), *_follow(advice, passing, belief), np.where(passes <= done, advice, NEVER_MET))


def _follow(advice: np.ndarray, passing: np.ndarray, belief: np.ndarray) -> tuple[float, float, float]:
    """Return the trials done, the chance of hiring, and the chance of good among those hired."""
    met = np.zeros(len(advice))
    met[0] = 1
    trials = hired = good = 0.0
    for n, row in enumerate(advice):
        ends = met * (row == HIRE)
        hired, good = hired + ends.sum(), good + ends @ belief[n]
        met = met * (row == TRY)
        trials += met.sum()
        passed = met * passing[n]
        met = met - passed
        met[1:] += passed[:-1]
    return float(trials), float(hired), float(good / hired) if hired else float("nan")


def _chances(
    base_rate: ArrayLike, pass_good: ArrayLike, pass_bad: ArrayLike, read: Callable[..., Any] = numbers
) -> tuple[Any, ...]:
    named = {"base_rate": base_rate, "pass_good": pass_good, "pass_bad": pass_bad}
    return tuple(read(name, value, 0, 1) for name, value in named.items())


def _belief(
    passed: np.ndarray, failed: np.ndarray, base_rate: Chance, pass_good: Chance, pass_bad: Chance
) -> np.ndarray:
    """Return the belief by way of logarithms, so that many trials do not vanish; NaN where nothing is possible."""
    with np.errstate(divide="ignore", invalid="ignore"):
        good = np.log(base_rate) + _times(passed, np.log(pass_good)) + _times(failed, np.log1p(-pass_good))
        bad = np.log1p(-base_rate) + _times(passed, np.log(pass_bad)) + _times(failed, np.log1p(-pass_bad))
        return np.exp(good - np.logaddexp(good, bad))


def _times(count: np.ndarray, log_chance: np.ndarray) -> np.ndarray:
    return np.where(count > 0, count * log_chance, 0.0)  # 0 times minus infinity is nothing here, not NaN
