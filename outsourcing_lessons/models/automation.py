"""Whether a process is worth automating: break-even, present value, and payback.

Time is in any period you like, a year or a week, as long as it is the same for all. A process may change or die, and
with it what was built for it; so each period it survives with chance ``1 - death``.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from outsourcing_lessons.models.arguments import FloatOrArray, as_given, numbers

_FELT = 1e-200  # a rate below it is lost when it is multiplied, and nothing is left of the quotient


def breakeven_effort(saved_per_use: ArrayLike, uses_per_year: ArrayLike, years: ArrayLike) -> FloatOrArray:
    """Return how long you may work on a routine task before it costs more time than it saves.

    The unit is that of ``saved_per_use``. Munroe, xkcd 1205 (2013), with years of 365 days, days of 24 hours and five
    years of use. It counts no upkeep; four of the 45 cells of the chart differ from this rule.

    Parameters
    ----------
    saved_per_use, uses_per_year, years : number or array_like
        Time saved each time, in any unit; how often; how long it will be in use. All in [0, ∞).

    Examples
    --------
    >>> breakeven_effort(60, uses_per_year=365, years=5) / 3600  # a minute a day, in hours
    30.416666666666668
    """
    return as_given(
        numbers("saved_per_use", saved_per_use) * numbers("uses_per_year", uses_per_year) * numbers("years", years)
    )


def annuity_factor(rate: ArrayLike, years: ArrayLike) -> FloatOrArray:
    """Return what 1 at the end of each year is worth today: ``(1 - (1 + rate)**-years) / rate``; years at rate 0.

    In years; a standard result.

    Parameters
    ----------
    rate, years : number or array_like
        Interest a year, of which 0.1 is 10 %, and how many years; both in [0, ∞).

    Examples
    --------
    >>> annuity_factor([0, 0.1], 5).round(4)
    array([5.    , 3.7908])
    """
    return as_given(_annuity(numbers("rate", rate), numbers("years", years)))


def net_present_value(
    build_cost: ArrayLike, saving: ArrayLike, upkeep: ArrayLike, rate: ArrayLike, years: ArrayLike, death: ArrayLike = 0
) -> FloatOrArray:
    """Return what building it is worth today, over doing without, in currency.

    ``-build_cost + (saving - upkeep) * annuity_factor((rate + death) / (1 - death), years)``: savings and upkeep come
    at the end of each year that the process has survived.

    Parameters
    ----------
    build_cost : number or array_like
        Currency, now, in [0, ∞).
    saving, upkeep : number or array_like
        Currency a year, in [0, ∞).
    rate, years : number or array_like
        As in `annuity_factor`; it takes so many years at most.
    death : number or array_like
        Chance that the process changes or ends in a year, in [0, 1].

    Examples
    --------
    >>> net_present_value(2_000, saving=1_000, upkeep=200, rate=0.05, years=5, death=[0, 0.3]).round()
    array([1464., -611.])
    """
    _, discount = _survival(rate, death)
    factor = _annuity(discount, numbers("years", years))
    return as_given(_gain(saving, upkeep) * factor - numbers("build_cost", build_cost))


def payback(
    build_cost: ArrayLike, saving: ArrayLike, upkeep: ArrayLike = 0, rate: ArrayLike = 0, death: ArrayLike = 0
) -> FloatOrArray:
    """Return after how many years, not rounded, the present value reaches 0; infinite when it never does.

    Without interest and death it is ``build_cost / (saving - upkeep)``.

    Parameters
    ----------
    build_cost, saving, upkeep, rate, death : number or array_like
        As in `net_present_value`.

    Examples
    --------
    >>> payback(2_000, saving=1_000, upkeep=[0, 200, 1_000])
    array([2. , 2.5, inf])
    >>> round(payback(2_000, saving=1_000, upkeep=200, rate=0.05, death=0.1), 2)
    3.5
    """
    cost, gain = np.broadcast_arrays(numbers("build_cost", build_cost), _gain(saving, upkeep))
    alive, discount = _survival(rate, death)
    factor = np.where(cost == 0, 0.0, cost / np.where(gain > 0, gain, np.nan))  # the annuity factor that it takes
    lost = factor * discount
    safe = np.where((lost < 1) & alive, lost, 0.0)
    some = discount > _FELT
    years = np.where(some, -np.log1p(-safe) / np.log1p(np.where(some, discount, 1)), factor)
    return as_given(np.where(factor == 0, 0.0, np.where((lost < 1) & alive, years, np.inf)))


def _gain(saving: ArrayLike, upkeep: ArrayLike) -> np.ndarray:
    return numbers("saving", saving) - numbers("upkeep", upkeep)


def _survival(rate: ArrayLike, death: ArrayLike) -> tuple[np.ndarray, np.ndarray]:
    """Return whether a process can survive a year at all, and the rate that discounts for waiting and for death."""
    rate, death = np.broadcast_arrays(numbers("rate", rate), numbers("death", death, 0, 1))
    alive = death < 1
    return alive, np.where(alive, (rate + death) / np.where(alive, 1 - death, 1), 1e100)


def _annuity(rate: np.ndarray, years: np.ndarray) -> np.ndarray:
    some = np.where(rate > _FELT, rate, 1)  # expm1 keeps the quotient exact when the rate is tiny
    return np.where(rate > _FELT, -np.expm1(-years * np.log1p(some)) / some, years)
