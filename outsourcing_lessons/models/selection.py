"""How many of those you pick turn out good, and what it is worth to judge them better.

Candidates differ in how well they will do. The buyer sees only a sign of it, correlated with the truth by the
*validity*, takes the best-looking share (the *selection ratio*) and hopes they are among the share who are good enough
(the *base rate*). Both the sign and the truth are taken as normally distributed.
"""

from __future__ import annotations

import numpy as np

from outsourcing_lessons.models.arguments import as_given, numbers, whole_numbers
from outsourcing_lessons.models.normal import bar, density, share_above, share_above_both

STEPS = np.linspace(-8, 12, 401)  # evenly spaced sums of such smooth curves are exact to rounding


def success_ratio(base_rate, validity, selection_ratio):
    """Return the share of those picked who are good: P(good | picked).

    With bars x and y that the shares ``selection_ratio`` and ``base_rate`` lie above, it is the share above both
    divided by ``selection_ratio``.

    Parameters
    ----------
    base_rate : number or array_like
        Share of candidates who are good enough, in [0, 1].
    validity : number or array_like
        Correlation of what you see with how they will do, in [0, 1].
    selection_ratio : number or array_like
        Share of candidates taken, in (0, 1]; 1 candidate in 5 is 0.2.

    Returns
    -------
    float or numpy.ndarray
        Share, in [0, 1].

    Notes
    -----
    Taylor and Russell (1939), Journal of Applied Psychology 23, 565-578: their tables, for any value.

    Examples
    --------
    >>> round(success_ratio(base_rate=0.5, validity=0.5, selection_ratio=0.2), 2)
    0.78
    """
    base_rate = numbers("base_rate", base_rate, 0, 1)
    validity = numbers("validity", validity, 0, 1)
    taken = numbers("selection_ratio", selection_ratio, 0, 1, above=True)
    return as_given(np.minimum(share_above_both(bar(taken), bar(base_rate), validity) / taken, 1))


def mean_z_selected(selection_ratio):
    """Return how far above average those picked look, in standard deviations: ``density(bar) / selection_ratio``.

    Parameters
    ----------
    selection_ratio : number or array_like
        Share of candidates taken, in (0, 1].

    Returns
    -------
    float or numpy.ndarray
        Standard deviations, in [0, ∞).

    Notes
    -----
    Naylor and Shine (1965).

    Examples
    --------
    >>> round(mean_z_selected(0.2), 5)
    1.39981
    """
    taken = numbers("selection_ratio", selection_ratio, 0, 1, above=True)
    return as_given(density(bar(taken)) / taken)


def utility_gain(hires, years, validity, sd_value, selection_ratio, assessment_cost=0):
    """Return what selecting is worth over picking at random, in money.

    ``hires * years * validity * sd_value * mean_z_selected(selection_ratio) - assessment_cost``

    Parameters
    ----------
    hires : number or array_like
        How many are taken, in [0, ∞).
    years : number or array_like
        How long each stays, in [0, ∞).
    validity : number or array_like
        In [0, 1], as in `success_ratio`.
    sd_value : number or array_like
        What one standard deviation of doing better is worth, currency a year and hire, in [0, ∞).
    selection_ratio : number or array_like
        Share of candidates taken, in (0, 1].
    assessment_cost : number or array_like
        What assessing *all* candidates costs together, currency, in [0, ∞).

    Returns
    -------
    float or numpy.ndarray
        Currency; below 0 when the assessment costs more than it brings.

    Notes
    -----
    Brogden (1949), Cronbach and Gleser.

    Examples
    --------
    >>> round(utility_gain(100, 3, 0.35, 50_000, 0.2, assessment_cost=75_000), -3)
    7274000.0
    """
    validity = numbers("validity", validity, 0, 1)
    cost = numbers("assessment_cost", assessment_cost)
    return as_given(validity * _worth_of_perfect(hires, years, sd_value, selection_ratio) - cost)


def worth_of_better_judgement(hires, years, validity, better_validity, sd_value, selection_ratio):
    """Return what a step of validity is worth: the most you should spend on learning to judge better.

    ``hires * years * sd_value * (better_validity - validity) * mean_z_selected(selection_ratio)``. Divided by what your
    hour is worth, it is the number of hours that learning may take.

    Parameters
    ----------
    better_validity : number or array_like
        Validity afterwards, in [0, 1]; below ``validity`` the worth is negative.
    hires, years, validity, sd_value, selection_ratio : number or array_like
        As in `utility_gain`.

    Returns
    -------
    float or numpy.ndarray
        Currency.

    Examples
    --------
    >>> round(worth_of_better_judgement(2, 1, 0.19, 0.42, sd_value=5_000, selection_ratio=0.2))
    3220
    """
    step = numbers("better_validity", better_validity, 0, 1) - numbers("validity", validity, 0, 1)
    return as_given(step * _worth_of_perfect(hires, years, sd_value, selection_ratio))


def best_of(candidates):
    """Return how good the best of several candidates is on average, in standard deviations above the mean.

    The expected maximum of k independent standard normals, ``∫ z k density(z) (1 - share_above(z))**(k - 1) dz``. Seen
    through an assessment, multiply by its validity.

    Parameters
    ----------
    candidates : int or array_like
        How many, k, whole, in [1, 1,000,000].

    Returns
    -------
    float or numpy.ndarray
        Standard deviations.

    Notes
    -----
    Standard result.

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


def _worth_of_perfect(hires, years, sd_value, selection_ratio) -> np.ndarray:
    shares = mean_z_selected(selection_ratio)
    return numbers("hires", hires) * numbers("years", years) * numbers("sd_value", sd_value) * shares
