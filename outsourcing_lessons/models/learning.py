"""How the hours a job takes fall with experience, and rise again after a break.

The curve is Crawford's: each doubling of the number of jobs done multiplies the hours of *one* job by the learning
rate. Wright's curve, of the same shape, is about the *average* of all jobs so far; the two must not be mixed.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from outsourcing_lessons.models.arguments import FloatOrArray, as_given, numbers, whole_numbers


def unit_time(n: ArrayLike, first: ArrayLike, rate: ArrayLike) -> FloatOrArray:
    """Return the hours that the n-th job takes: ``first * n ** log2(rate)``.

    Crawford's unit curve. Textbook tables give its coefficients, for example .512 for the eighth job at 80 %.

    Parameters
    ----------
    n : number or array_like
        Which job of the same kind, in [1, ∞); the first is 1.
    first : number or array_like
        Hours of the first job, in (0, ∞).
    rate : number or array_like
        Learning rate, in (0, 1]: what remains of the hours when the number of jobs doubles. 0.8 is an "80 % curve";
        1 is no learning.

    Examples
    --------
    >>> round(unit_time(8, 10, 0.8), 2)
    5.12
    """
    n = numbers("n", n, 1)
    first = numbers("first", first, above=True)
    return as_given(first * n ** _exponent(rate))


def cumulative_time(n: ArrayLike, first: ArrayLike, rate: ArrayLike) -> FloatOrArray:
    """Return the hours of the first n jobs together: the exact sum of `unit_time` over 1 to n.

    Parameters
    ----------
    n : int or array_like
        How many jobs, whole, in [0, 1,000,000].
    first, rate : number or array_like
        As in `unit_time`.

    Examples
    --------
    >>> round(cumulative_time(20, 1, 0.8), 3)
    10.485
    >>> cumulative_time([0, 1, 2], 10, 0.8)
    array([ 0., 10., 18.])
    """
    n = whole_numbers("n", n, 0)
    first = numbers("first", first, above=True)
    exponents, which = np.unique(_exponent(rate), return_inverse=True)  # one sum for each rate, however many n
    sums = np.zeros((exponents.size, n.max(initial=0) + 1))
    np.cumsum(np.arange(1, sums.shape[1]) ** exponents[:, None], axis=1, out=sums[:, 1:])
    return as_given(first * sums[which.reshape(np.shape(rate)), n])


def splitting_penalty(jobs: ArrayLike, providers: ArrayLike, rate: ArrayLike) -> FloatOrArray:
    """Return the share of hours added by splitting equal jobs over several providers.

    With C(m) for the hours of m jobs by one provider and k providers, ``k * C(jobs / k) / C(jobs) - 1``: everybody
    starts at the dear end of the curve. Jobs that cannot be split evenly are spread as evenly as possible; providers
    beyond the number of jobs do none. A share of 0.205 means 20.5 % more hours.

    Parameters
    ----------
    jobs, providers : int or array_like
        Whole, in [1, 1,000,000].
    rate : number or array_like
        Learning rate as in `unit_time`, in (0, 1].

    Examples
    --------
    >>> round(splitting_penalty(20, 2, 0.8), 3), round(splitting_penalty(20, 4, 0.8), 3)
    (0.205, 0.426)
    """
    jobs = whole_numbers("jobs", jobs)
    providers = whole_numbers("providers", providers)
    share, left = np.divmod(jobs, providers)
    split = left * cumulative_time(share + 1, 1, rate) + (providers - left) * cumulative_time(share, 1, rate)
    return as_given(split / cumulative_time(jobs, 1, rate) - 1)


def time_after_breaks(
    n: ArrayLike, first: ArrayLike, rate: ArrayLike, weeks_between: ArrayLike, forgetting: ArrayLike
) -> FloatOrArray:
    """Return the hours that a provider's n-th job takes when every break between two jobs costs experience.

    Experience is counted in jobs. It starts at ``e_1 = 0``; a job adds one, and the break after it keeps the share
    ``f = exp(-forgetting * weeks_between)``, so ``e_n = (e_(n-1) + 1) * f = f + f**2 + ... + f**(n-1)``. The n-th job
    then takes ``first * (e_n + 1) ** log2(rate)`` hours: as `unit_time` without forgetting, and never below
    ``first * (1 / (1 - f)) ** log2(rate)`` with it. How experience fades is not fully understood, and no one form is
    agreed. This one is our own teaching assumption, chosen for its simplicity; it is not a published finding.

    Parameters
    ----------
    n : number or array_like
        Which of this provider's jobs, in [1, ∞).
    first, rate : number or array_like
        As in `unit_time`.
    weeks_between : number or array_like
        Weeks from one of the provider's jobs to the next, in [0, ∞).
    forgetting : number or array_like
        Share of experience lost per week, continuously, in [0, ∞); 0.02 keeps 98 % after a week and 35 % after a year.

    Examples
    --------
    >>> round(time_after_breaks(8, 10, 0.8, weeks_between=4, forgetting=0), 2)
    5.12
    >>> round(time_after_breaks(8, 10, 0.8, weeks_between=4, forgetting=0.05), 2)
    6.21
    """
    n = numbers("n", n, 1)
    first = numbers("first", first, above=True)
    loss = numbers("forgetting", forgetting) * numbers("weeks_between", weeks_between)
    return as_given(first * (_experience(n, loss) + 1) ** _exponent(rate))


def _exponent(rate: ArrayLike) -> np.ndarray:
    return np.log2(numbers("rate", rate, 0, 1, above=True))


def _experience(n: np.ndarray, loss: np.ndarray) -> np.ndarray:
    """Return the sum of the geometric series f + ... + f**(n-1) for f = exp(-loss); n - 1 when nothing is lost."""
    some = np.where(loss > 0, loss, 1)  # expm1 keeps the quotient exact when the loss is tiny
    return np.where(loss > 0, np.exp(-some) * np.expm1(-(n - 1) * some) / np.expm1(-some), n - 1)
