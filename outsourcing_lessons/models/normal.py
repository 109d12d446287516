"""The normal distribution, as far as the other models need it.

Everything is about *shares*: of people above a bar, below it, or above two bars at once. No argument is checked here;
the models that use it know what is allowed and say so in their own words.
"""

from __future__ import annotations

import math
from statistics import NormalDist

import numpy as np
from numpy.typing import ArrayLike

NODES, WEIGHTS = np.polynomial.legendre.leggauss(64)  # enough for ten digits at any correlation


def density(z: ArrayLike) -> np.ndarray:
    """Return the height of the bell curve at z."""
    return np.exp(-np.square(z) / 2) / math.sqrt(2 * math.pi)


def share_above(z: ArrayLike) -> np.ndarray:
    """Return the share above z, exact far out in the tail too.

    Examples
    --------
    >>> share_above([0, 1.96]).round(3)
    array([0.5  , 0.025])
    """
    return np.asarray(_ERFC(np.asarray(z, dtype=float) / math.sqrt(2)), dtype=float) / 2


def bar(share: ArrayLike) -> np.ndarray:
    """Return the z that this share lies above: ``share_above(bar(share)) == share``; infinite at 0 and 1.

    Examples
    --------
    >>> bar([0.2, 0.5]).round(4)
    array([0.8416, 0.    ])
    """
    return 0.0 - np.asarray(_QUANTILE(share), dtype=float)


def share_above_both(x: ArrayLike, y: ArrayLike, correlation: ArrayLike) -> np.ndarray:
    """Return the share above x in one respect and above y in the other.

    Plackett's formula (1954): the product of the two shares, plus the integral of the joint density at (x, y) over the
    correlation from 0 up. We integrate over the logarithm of its arc cosine, because near a correlation of 1 all that
    happens, happens at small angles.

    Parameters
    ----------
    x, y : number or array_like
        The two bars; infinite ones are allowed.
    correlation : number or array_like
        In [0, 1].
    """
    x, y, correlation = np.broadcast_arrays(x, y, correlation)
    bounded = np.isfinite(x) & np.isfinite(y)
    partial = correlation < 1
    extra = _extra(np.where(bounded, x, 0.0), np.where(bounded, y, 0.0), np.where(partial, correlation, 0.0))
    above_x, above_y = share_above(x), share_above(y)
    return np.where(partial, above_x * above_y + bounded * extra, np.minimum(above_x, above_y))


def _extra(x: np.ndarray, y: np.ndarray, correlation: np.ndarray) -> np.ndarray:
    least = np.maximum(np.arccos(correlation), np.abs(x - y) / 9)  # at smaller angles there is nothing, below exp(-40)
    low, high = np.log(np.minimum(least, math.pi / 2)), math.log(math.pi / 2)
    half = (high - low) / 2
    angle = np.exp(half[..., None] * NODES + ((high + low) / 2)[..., None])
    apart, together = np.square(x - y)[..., None] / 8, (x * y)[..., None] / 2
    near = np.square(np.sin(angle / 2))
    power = (apart / near + together) / (1 - near)
    return half * ((np.exp(-power) * angle) @ WEIGHTS) / (2 * math.pi)


def _quantile(share: float) -> float:
    return NormalDist().inv_cdf(share) if 0 < share < 1 else math.copysign(math.inf, share - 0.5)


_ERFC = np.frompyfunc(math.erfc, 1, 1)
_QUANTILE = np.frompyfunc(_quantile, 1, 1)
