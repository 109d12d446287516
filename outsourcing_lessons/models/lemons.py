"""What happens to a market in which buyers cannot see quality.

Quality x is spread evenly from ``low`` to ``high``. It is worth x to the one who sells and ``multiple * x`` to the one
who buys, so from a multiple of 1 on every unit ought to be sold. But buyers see only the average of what is on offer,
and at any price those whose quality is worth more than the price stay away. Buyers compete, so they pay what the
average is worth to them.

Akerlof (1970), Quarterly Journal of Economics 84(3), 488-500, with any range of quality.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from outsourcing_lessons.models.arguments import FloatOrArray, as_given, numbers, refuse_unless


def quality_on_offer(price: ArrayLike, low: ArrayLike, high: ArrayLike) -> FloatOrArray:
    """Return the average quality of those who sell at this price: ``(low + min(price, high)) / 2``.

    In currency; not a number (NaN) below ``low``, where nobody sells.

    Parameters
    ----------
    price : number or array_like
        Currency, in [0, ∞).
    low, high : number or array_like
        Worst and best quality, as what it is worth to its seller, currency; ``0 <= low < high``.

    Examples
    --------
    >>> quality_on_offer([1, 2, 5], low=0, high=2)
    array([0.5, 1. , 1. ])
    """
    low, high = _range(low, high)
    price = numbers("price", price)
    return as_given(np.where(price >= low, (low + np.minimum(price, high)) / 2, np.nan))


def trade_price(multiple: ArrayLike, low: ArrayLike, high: ArrayLike) -> FloatOrArray:
    """Return the highest price that buyers do not regret on average.

    It solves ``price = multiple * quality_on_offer(price)``: everything sells, at ``multiple * (low + high) / 2``, when
    that is at least ``high``; otherwise the price has slid down to ``multiple * low / (2 - multiple)``. Below ``low``,
    or 0, nobody sells at it.

    Parameters
    ----------
    multiple : number or array_like
        What a unit is worth to a buyer, as a multiple of its worth to the seller, in (0, ∞).
    low, high : number or array_like
        As in `quality_on_offer`.

    Examples
    --------
    >>> trade_price([1.5, 2], low=0, high=2)
    array([0., 2.])
    >>> trade_price(1.5, low=1, high=5)
    3.0
    """
    multiple, low, high = _market(multiple, low, high)
    for_all = multiple * (low + high) / 2
    everything = for_all >= high
    slid = multiple * low / np.where(everything, 1, 2 - multiple)  # where not everything sells, the multiple is below 2
    return as_given(np.where(everything, for_all, slid))


def trade_volume(multiple: ArrayLike, low: ArrayLike, high: ArrayLike) -> FloatOrArray:
    """Return the share of units that are sold although nobody can see quality.

    Parameters and formulas as in `trade_price`. It is 0 when the market has unravelled.

    Examples
    --------
    >>> trade_volume([1.2, 1.5, 1.8], low=1, high=5)
    array([0.125, 0.5  , 1.   ])
    """
    multiple, low, high = _market(multiple, low, high)
    return as_given(np.clip((trade_price(multiple, low, high) - low) / (high - low), 0, 1))


def unravels(multiple: ArrayLike, low: ArrayLike, high: ArrayLike) -> bool | np.ndarray:
    """Return whether nothing is sold: with a worst quality of 0, at every multiple below 2.

    Parameters are as in `trade_price`.

    Examples
    --------
    >>> unravels(1.5, low=0, high=2), unravels(2, low=0, high=2)
    (True, False)
    """
    return trade_volume(multiple, low, high) == 0


def _range(low: ArrayLike, high: ArrayLike) -> tuple[np.ndarray, np.ndarray]:
    low, high = np.broadcast_arrays(numbers("low", low), numbers("high", high, above=True))
    refuse_unless(low < high, "low", low, "a number of 0 or more, below high")
    return low, high


def _market(multiple: ArrayLike, low: ArrayLike, high: ArrayLike) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    return numbers("multiple", multiple, above=True), *_range(low, high)
