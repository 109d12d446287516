"""What a trial task tells you about a provider.

A provider is good or bad. A good one passes a trial task with chance ``pass_good``, a bad one with ``pass_bad``; trials
are independent once you know which it is. Whether passing a trial foretells the real project is another question: in
the one field experiment on it, it hardly did (Jørgensen and Grov 2021), so set the two chances close together.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from outsourcing_lessons.models.arguments import FloatOrArray, as_given, numbers, refuse_unless, whole_numbers


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
    chances = {"base_rate": base_rate, "pass_good": pass_good, "pass_bad": pass_bad}
    read = (numbers(name, chance, 0, 1) for name, chance in chances.items())
    belief = _belief(passed, all_trials - passed, *read)
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


def _belief(
    passed: np.ndarray, failed: np.ndarray, base_rate: np.ndarray, pass_good: np.ndarray, pass_bad: np.ndarray
) -> np.ndarray:
    """Return the belief by way of logarithms, so that many trials do not vanish; NaN where nothing is possible."""
    with np.errstate(divide="ignore", invalid="ignore"):
        good = np.log(base_rate) + _times(passed, np.log(pass_good)) + _times(failed, np.log1p(-pass_good))
        bad = np.log1p(-base_rate) + _times(passed, np.log(pass_bad)) + _times(failed, np.log1p(-pass_bad))
        return np.exp(good - np.logaddexp(good, bad))


def _times(count: np.ndarray, log_chance: np.ndarray) -> np.ndarray:
    return np.where(count > 0, count * log_chance, 0.0)  # 0 times minus infinity is nothing here, not NaN
