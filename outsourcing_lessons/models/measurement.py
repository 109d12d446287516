"""What a test tells about learners and about its own items."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import ArrayLike

from outsourcing_lessons.errors import ArgumentError
from outsourcing_lessons.models.arguments import FloatOrArray, as_given, numbers, one_whole_number, refuse_unless

ZERO_OR_ONE = "0 or 1"


def normalised_gain(pre: ArrayLike, post: ArrayLike) -> FloatOrArray:
    """Return the share of what was left to learn that was learned: ``(post - pre) / (100 - pre)``.

    It is up to 1, and below 0 when the score fell. Hake (1998), American Journal of Physics 66, 64-74: .23 in 14
    traditional courses, .48 in 48 interactive ones.

    Parameters
    ----------
    pre : number or array_like
        Score before, per cent, in [0, 100): with 100 nothing was left.
    post : number or array_like
        Score after, per cent, in [0, 100].

    Examples
    --------
    >>> normalised_gain(pre=90, post=95)
    0.5
    """
    pre = numbers("pre", pre, 0, 100, below=True)
    return as_given((numbers("post", post, 0, 100) - pre) / (100 - pre))


def gain_band(gain: ArrayLike) -> str | np.ndarray:
    """Return Hake's word for a gain, see `normalised_gain`: "low" below .3, "medium", "high" from .7.

    Examples
    --------
    >>> gain_band([0.23, 0.48, 0.7]).tolist()
    ['low', 'medium', 'high']
    """
    return _banded(numbers("gain", gain, -np.inf), (0.3, 0.7), ("low", "medium", "high"))


def difficulty(item: ArrayLike) -> FloatOrArray:
    """Return the share of learners who got an item right: the higher, the easier.

    Parameters
    ----------
    item : array_like
        0 or 1 for each learner; or learners in rows and items in columns. At least one learner.

    Examples
    --------
    >>> difficulty([1, 1, 0, 1])
    0.75
    """
    return as_given(_answers("item", item).mean(axis=0))


def difficulty_flag(share: ArrayLike) -> str | np.ndarray:
    """Return what to do about an item of this difficulty: "ideal" from .4 to .6, "revise" outside .2 to .8, or "fair".

    The share is as from `difficulty`, the bands are those of Ebel and Frisbie (1991).

    Examples
    --------
    >>> difficulty_flag([0.1, 0.3, 0.5, 0.9]).tolist()
    ['revise', 'fair', 'ideal', 'revise']
    """
    share = np.round(numbers("share", share, 0, 1), 9)
    words = np.where((share < 0.2) | (share > 0.8), "revise", np.where((share < 0.4) | (share > 0.6), "fair", "ideal"))
    return words if words.ndim else str(words)


def point_biserial(item: ArrayLike, total: ArrayLike) -> float:
    """Return how well an item separates those who do well from those who do not.

    ``(M1 - M0) / s * √(p q)``: the mean total of those who got it right less that of the others, in standard deviations
    s of all totals (over n, not n - 1), p and q being the two shares. It equals Pearson's correlation.

    In [-1, 1]; not a number (NaN) when all have the same answer or the same total. Standard result.

    Parameters
    ----------
    item : array_like
        0 or 1 for each learner.
    total : array_like
        Score in the whole test of each learner, as many.

    Examples
    --------
    >>> round(point_biserial([1, 1, 1, 0, 0], [9, 8, 5, 6, 2]), 3)
    0.667
    """
    item, total = _answers("item", item), numbers("total", total, -np.inf)
    if item.ndim != 1 or item.shape != total.shape:
        raise ArgumentError("total", total.shape, f"one score for each of the {len(item)} learners")
    share, spread = item.mean(), total.std()
    if share in (0, 1) or spread <= 1e-12 * np.abs(total).max():
        return float("nan")
    return float((total[item == 1].mean() - total[item == 0].mean()) / spread * np.sqrt(share * (1 - share)))


def discrimination_flag(correlation: ArrayLike) -> str | np.ndarray:
    """Return what to do about an item that correlates with the total like this, see `point_biserial`.

    "very good" from .40, "good" from .30, "revise" from .20, "poor" from 0, and below 0 "check the key". Ebel and
    Frisbie (1991).

    Examples
    --------
    >>> discrimination_flag([0.45, 0.3, 0.1, -0.2]).tolist()
    ['very good', 'good', 'poor', 'check the key']
    """
    words = ("check the key", "poor", "revise", "good", "very good")
    return _banded(numbers("correlation", correlation, -1, 1), (0, 0.2, 0.3, 0.4), words)


def brier(forecast: ArrayLike, outcome: ArrayLike) -> float:
    """Return how far forecasts were off: the mean of ``(forecast - outcome)**2``.

    In [0, 1]: 0 is perfect, 0.25 is what "half sure" always gets. Brier score, standard result.

    Parameters
    ----------
    forecast : number or array_like
        How sure, as a chance, in [0, 1].
    outcome : number or array_like
        1 when it came true, else 0.

    Examples
    --------
    >>> round(brier([0.9, 0.6, 0.8], [1, 0, 1]), 3)
    0.137
    """
    forecast, outcome = _forecasts(forecast, outcome)
    return float(np.square(forecast - outcome).mean())


def calibration_curve(
    forecast: ArrayLike, outcome: ArrayLike, bins: int = 5, least: int = 1
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return how often things came true, by how sure somebody was.

    For each step that has ``least`` forecasts: how sure on average, the share that came true, and how many there were.

    Parameters
    ----------
    forecast, outcome : array_like
        As in `brier`.
    bins : int
        Into how many equal steps of sureness to sort them, whole, in [1, 100].
    least : int
        How many forecasts a step must have, whole, 1 or more.

    Examples
    --------
    >>> sure, true, many = calibration_curve([0.5, 0.55, 0.9, 1, 0.95], [1, 0, 1, 1, 0])
    >>> true.round(2).tolist(), many.tolist()
    ([0.5, 0.67], [2, 3])
    """
    forecast, outcome = (values.ravel() for values in _forecasts(forecast, outcome))
    bins = one_whole_number("bins", bins, 1, 100)
    step = np.minimum((np.round(forecast * bins, 9)).astype(int), bins - 1)  # 0.6 of 5 is 3, whatever the rounding
    many = np.bincount(step, minlength=bins)
    used = many >= one_whole_number("least", least)
    sums = (np.bincount(step, values, minlength=bins)[used] for values in (forecast, outcome))
    sure, true = (total / many[used] for total in sums)
    return sure, true, many[used]


def _answers(name: str, value: ArrayLike) -> np.ndarray:
    answers = numbers(name, value, 0, 1)
    refuse_unless((answers == 0) | (answers == 1), name, answers, ZERO_OR_ONE)
    if not answers.ndim or not len(answers):
        raise ArgumentError(name, value, "0 or 1 for at least one learner")
    return answers


def _forecasts(forecast: ArrayLike, outcome: ArrayLike) -> tuple[np.ndarray, np.ndarray]:
    forecast = np.atleast_1d(numbers("forecast", forecast, 0, 1))
    outcome = _answers("outcome", np.atleast_1d(outcome))
    if forecast.shape != outcome.shape:
        raise ArgumentError("outcome", outcome.shape, f"one outcome for each forecast, {forecast.shape}")
    return forecast, outcome


def _banded(value: np.ndarray, edges: Sequence[float], words: Sequence[str]) -> str | np.ndarray:
    band = np.array(words)[np.searchsorted(edges, np.round(value, 9), side="right")]
    return band if np.ndim(band) else str(band)
