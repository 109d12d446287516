"""How many of those you pick turn out good, and what it is worth to judge them better.

Candidates differ in how well they will do. The buyer sees only a sign of it, correlated with the truth by the
*validity*, takes the one of a few who looks best, or the best-looking share of very many (the *selection ratio*), and
hopes to have taken from the share who are good enough (the *base rate*). Both the sign and the truth are taken as
normally distributed.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from outsourcing_lessons.errors import ArgumentError
from outsourcing_lessons.models.arguments import FloatOrArray, as_given, numbers, whole_numbers
from outsourcing_lessons.models.normal import bar, density, share_above, share_above_both

STEPS = np.linspace(-8, 12, 401)  # evenly spaced sums of such smooth curves are exact to rounding
COARSE = np.linspace(-8, 8, 161)  # for what every frame of an explorer needs: still eight digits
SHARP = 0.7  # from this validity on the truth itself is the smoother variable to sum over


def success_best_of(base_rate: ArrayLike, validity: ArrayLike, candidates: ArrayLike) -> FloatOrArray:
    """Return the chance that the one of a few candidates who looks best is good.

    With X what you see and Y how they will do, standard normal and correlated by v = ``validity``, the one of k
    candidates with the highest X is taken, and is good if Y is above the bar y that the share ``base_rate`` lies above:
    ``∫ k density(x) below(x)**(k - 1) below((v x - y) / sqrt(1 - v**2)) dx``. It is a standard result, to six digits or
    more: the highest of k (an order statistic) of a bivariate normal distribution. With k = 1 or v = 0 it is
    ``base_rate``; with v = 1, ``1 - (1 - base_rate)**k``. `success_ratio` answers another question, about a share of
    very many, and is too high for a few: 0.74 where one of five gives 0.70.

    Parameters
    ----------
    base_rate, validity : number or array_like
        Share of candidates who are good enough; correlation of what you see with how they will do. Both in [0, 1].
    candidates : int or array_like
        How many there are to choose one from, k, whole, in [1, 1,000,000].

    Examples
    --------
    >>> round(success_best_of(base_rate=0.5, validity=0.42, candidates=5), 3)
    0.696
    """
    base_rate = numbers("base_rate", base_rate, 0, 1)
    validity = numbers("validity", validity, 0, 1)
    candidates = whole_numbers("candidates", candidates)
    base_rate, validity, candidates = np.broadcast_arrays(base_rate, validity, candidates)
    share, sharp = np.empty(base_rate.shape), validity > SHARP
    share[~sharp] = _summed_over_signs(bar(base_rate[~sharp]), validity[~sharp], candidates[~sharp])
    share[sharp] = _summed_over_truth(bar(base_rate[sharp]), validity[sharp], candidates[sharp])
    share = np.where((candidates == 1) | (validity == 0), base_rate, np.clip(share, base_rate, 1))
    return as_given(share)


def combined_validity(first: ArrayLike, second: ArrayLike, intercorrelation: ArrayLike) -> FloatOrArray:
    """Return how well two signs together go with how somebody will do, each weighted as well as can be.

    ``sqrt((a**2 + b**2 - 2 a b r) / (1 - r**2))`` for validities a and b that correlate by r.

    It is the multiple correlation with two predictors, a standard result. Where no three things can be correlated like
    that, it is an ArgumentError: two signs that say the same cannot differ much in validity.

    Parameters
    ----------
    first, second : number or array_like
        Validity of each sign alone, in [0, 1].
    intercorrelation : number or array_like
        How far the two signs say the same, in (-1, 1).

    Examples
    --------
    >>> round(combined_validity(0.42, 0.33, intercorrelation=0.3), 3)
    0.471
    """
    first, second = numbers("first", first, 0, 1), numbers("second", second, 0, 1)
    between = numbers("intercorrelation", intercorrelation, -1, 1, above=True, below=True)
    squared = (first**2 + second**2 - 2 * first * second * between) / (1 - between**2)
    if np.any(squared > 1 + 1e-12):
        slack = np.sqrt((1 - first**2) * (1 - second**2))
        least, most = (np.max(first * second - slack), np.min(first * second + slack))
        raise ArgumentError("intercorrelation", intercorrelation, f"{least:.2f} to {most:.2f} for these validities")
    return as_given(np.sqrt(np.minimum(squared, 1)))


def success_ratio(base_rate: ArrayLike, validity: ArrayLike, selection_ratio: ArrayLike) -> FloatOrArray:
    """Return the share of those picked who are good, where a share of very many is picked: P(good | picked).

    With bars x and y that the shares ``selection_ratio`` and ``base_rate`` lie above, it is the share above both
    divided by ``selection_ratio``. For one picked of a few, see `success_best_of`. Taylor and Russell (1939), Journal
    of Applied Psychology 23, 565-578: their tables, for any value.

    Parameters
    ----------
    base_rate, validity : number or array_like
        As in `success_best_of`, in [0, 1].
    selection_ratio : number or array_like
        Share of candidates taken, in (0, 1]; a fifth of them is 0.2.

    Examples
    --------
    >>> round(success_ratio(base_rate=0.5, validity=0.5, selection_ratio=0.2), 2)
    0.78
    """
    base_rate = numbers("base_rate", base_rate, 0, 1)
    validity = numbers("validity", validity, 0, 1)
    taken = numbers("selection_ratio", selection_ratio, 0, 1, above=True)
    return as_given(np.minimum(share_above_both(bar(taken), bar(base_rate), validity) / taken, 1))


def mean_z_selected(selection_ratio: ArrayLike) -> FloatOrArray:
    """Return how far above average those picked look, in standard deviations: ``density(bar) / selection_ratio``.

    Naylor and Shine (1965).

    Parameters
    ----------
    selection_ratio : number or array_like
        Share of candidates taken, in (0, 1].

    Examples
    --------
    >>> round(mean_z_selected(0.2), 5)
    1.39981
    """
    taken = numbers("selection_ratio", selection_ratio, 0, 1, above=True)
    return as_given(density(bar(taken)) / taken)


def utility_gain(
    hires: ArrayLike,
    years: ArrayLike,
    validity: ArrayLike,
    sd_value: ArrayLike,
    selection_ratio: ArrayLike,
    assessment_cost: ArrayLike = 0,
) -> FloatOrArray:
    """Return what selecting is worth over picking at random, in currency.

    ``hires * years * validity * sd_value * mean_z_selected(selection_ratio) - assessment_cost``

    It is below 0 when the assessment costs more than it brings. Brogden (1949), Cronbach and Gleser.

    Parameters
    ----------
    hires, years : number or array_like
        How many are taken, and how long each stays, in [0, ∞).
    validity : number or array_like
        In [0, 1], as in `success_ratio`.
    sd_value : number or array_like
        What one standard deviation of doing better is worth, currency a year and hire, in [0, ∞).
    selection_ratio : number or array_like
        Share of candidates taken, in (0, 1].
    assessment_cost : number or array_like
        What assessing *all* candidates costs together, currency, in [0, ∞).

    Examples
    --------
    >>> round(utility_gain(100, 3, 0.35, 50_000, 0.2, assessment_cost=75_000), -3)
    7274000.0
    """
    validity = numbers("validity", validity, 0, 1)
    cost = numbers("assessment_cost", assessment_cost)
    return as_given(validity * _worth_of_perfect(hires, years, sd_value, mean_z_selected(selection_ratio)) - cost)


def worth_of_better_judgement(
    hires: ArrayLike,
    years: ArrayLike,
    validity: ArrayLike,
    better_validity: ArrayLike,
    sd_value: ArrayLike,
    candidates: ArrayLike,
) -> FloatOrArray:
    """Return what a step of validity is worth, in currency: the most you should spend on learning to judge better.

    ``hires * years * sd_value * (better_validity - validity) * best_of(candidates)``. Divided by what your hour is
    worth, it is the number of hours that learning may take.

    Parameters
    ----------
    better_validity : number or array_like
        Validity afterwards, in [0, 1]; below ``validity`` the worth is negative.
    candidates : int or array_like
        How many there are to choose one from at each hire, as in `best_of`.
    hires, years, validity, sd_value : number or array_like
        As in `utility_gain`.

    Examples
    --------
    >>> round(worth_of_better_judgement(2, 1, 0.19, 0.42, sd_value=5_000, candidates=5))
    2675
    """
    step = numbers("better_validity", better_validity, 0, 1) - numbers("validity", validity, 0, 1)
    return as_given(step * _worth_of_perfect(hires, years, sd_value, best_of(candidates)))


def best_of(candidates: ArrayLike) -> FloatOrArray:
    """Return how good the best of several candidates is on average, in standard deviations above the mean.

    The expected maximum of k independent standard normals, a standard result:
    ``∫ z k density(z) (1 - share_above(z))**(k - 1) dz``. Seen through an assessment, multiply by its validity.

    Parameters
    ----------
    candidates : int or array_like
        How many, k, whole, in [1, 1,000,000].

    Examples
    --------
    >>> best_of([1, 2, 5, 20]).round(4)
    array([0.    , 0.5642, 1.163 , 1.8675])
    """
    candidates = whole_numbers("candidates", candidates)
    log_below = np.log1p(-share_above(STEPS))
    others_below = np.exp((candidates[..., None] - 1) * log_below)
    best = candidates * (others_below @ (STEPS * density(STEPS))) * (STEPS[1] - STEPS[0])
    return as_given(np.where(candidates == 1, 0.0, best))


def _worth_of_perfect(
    hires: ArrayLike, years: ArrayLike, sd_value: ArrayLike, looks_above_average: ArrayLike
) -> np.ndarray:
    return numbers("hires", hires) * numbers("years", years) * numbers("sd_value", sd_value) * looks_above_average


def _summed_over_signs(y: np.ndarray, validity: np.ndarray, candidates: np.ndarray) -> np.ndarray:
    """Sum, over how the best-looking one looks, the chance that somebody who looks like that is good."""
    looks = _power(share_above(-COARSE), candidates - 1) * candidates[..., None] * density(COARSE)
    good = share_above((y[..., None] - validity[..., None] * COARSE) / np.sqrt(1 - validity[..., None] ** 2))
    return np.sum(looks * good, axis=-1) * (COARSE[1] - COARSE[0])


def _summed_over_truth(y: np.ndarray, validity: np.ndarray, candidates: np.ndarray) -> np.ndarray:
    """Integrate the same by parts: the better the sign, the smoother it is in this variable."""
    apart = np.sqrt(1 - validity[..., None] ** 2) * COARSE
    below = share_above(-(y[..., None] + apart) / validity[..., None])
    return 1 - np.sum(_power(below, candidates) * density(COARSE), axis=-1) * (COARSE[1] - COARSE[0])


def _power(share: np.ndarray, exponent: np.ndarray) -> np.ndarray:
    return np.power(share, np.asarray(exponent, dtype=float)[..., None])
