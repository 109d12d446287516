"""What a study of so many pairs can tell of how closely two things go together.

By Fisher's transformation, ``atanh(r)`` of pairs from a bivariate normal distribution is nearly normal, with standard
deviation ``1 / sqrt(n - 3)``.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from outsourcing_lessons.models.arguments import FloatOrArray, as_given, numbers
from outsourcing_lessons.models.normal import bar, share_above


def interval(
    correlation: ArrayLike, pairs: ArrayLike, confidence: ArrayLike = 0.95
) -> tuple[FloatOrArray, FloatOrArray]:
    """Return where the true correlation lies, given the one that was seen: ``tanh(atanh(r) ± z / sqrt(n - 3))``.

    It gives the lower and the upper end, in (-1, 1). Fisher (1921), Metron 1, 3-32.

    Parameters
    ----------
    correlation : number or array_like
        As it was seen, in (-1, 1).
    pairs : number or array_like
        How many pairs there were, in [4, ∞).
    confidence : number or array_like
        How often such an interval holds the truth, in (0, 1).

    Examples
    --------
    >>> [round(end, 2) for end in interval(0, 16)]
    [-0.5, 0.5]
    """
    seen, spread = _transformed(correlation, pairs)
    confidence = numbers("confidence", confidence, 0, 1, above=True, below=True)
    reach = bar((1 - confidence) / 2) * spread
    return as_given(np.tanh(seen - reach)), as_given(np.tanh(seen + reach))


def power(correlation: ArrayLike, pairs: ArrayLike, alpha: ArrayLike = 0.05) -> FloatOrArray:
    """Return how likely, in [alpha, 1], a study of so many pairs is to find a correlation that is there.

    Parameters
    ----------
    correlation, pairs : number or array_like
        The true one, and how many pairs there are; both as in `interval`.
    alpha : number or array_like
        How often one is found where there is none, in (0, 1): the test is two-sided.

    Examples
    --------
    >>> power(0.33, [16, 70]).round(2)
    array([0.24, 0.8 ])
    """
    truth, spread = _transformed(correlation, pairs)
    edge = bar(numbers("alpha", alpha, 0, 1, above=True, below=True) / 2)
    return as_given(share_above(edge - truth / spread) + share_above(edge + truth / spread))


def _transformed(correlation: ArrayLike, pairs: ArrayLike) -> tuple[np.ndarray, np.ndarray]:
    correlation = numbers("correlation", correlation, -1, 1, above=True, below=True)
    return np.arctanh(correlation), 1 / np.sqrt(numbers("pairs", pairs, 4) - 3)
