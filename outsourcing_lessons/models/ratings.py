"""How far to trust a share of successes: intervals, shrinkage, and who is better.

A rating is so many successes in so many trials. Five of five and 48 of 50 are both good; the question is how good the
provider may be who has so far shown this.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import ArrayLike

from outsourcing_lessons.models.arguments import (
    FloatOrArray,
    as_given,
    numbers,
    one_number,
    one_whole_number,
    refuse_unless,
)
from outsourcing_lessons.models.normal import bar

NODES, WEIGHTS = np.polynomial.legendre.leggauss(72)


def wilson_interval(
    successes: ArrayLike, trials: ArrayLike, confidence: float = 0.95
) -> tuple[FloatOrArray, FloatOrArray]:
    """Return the lower and upper bound of Wilson's interval for the true share of successes.

    With p = successes / n and z the bar of ``(1 - confidence) / 2``:
    ``(p + z²/2n ± z √(p (1 - p)/n + z²/4n²)) / (1 + z²/n)``. Without trials it is (0, 1): nothing is known. Wilson
    (1927); Newcombe (1998), Statistics in Medicine 17, 857-872; recommended for few trials by Brown, Cai and DasGupta
    (2001), doi:10.1214/ss/1009213286.

    Parameters
    ----------
    successes : number or array_like
        In [0, trials].
    trials : number or array_like
        n, in [0, ∞).
    confidence : number or array_like
        In (0, 1).

    Examples
    --------
    >>> low, high = wilson_interval([5, 48], [5, 50])
    >>> low.round(3)
    array([0.566, 0.865])
    """
    successes, trials = _record(successes, trials)
    z = bar((1 - numbers("confidence", confidence, 0, 1, above=True, below=True)) / 2)
    spread = successes * (trials - successes) / np.maximum(trials, 1e-300)  # 0 of 0 has none
    middle, half = successes + z**2 / 2, z * np.sqrt(spread + z**2 / 4)
    low = np.where(successes == 0, 0.0, (middle - half) / (trials + z**2))
    high = np.where(successes == trials, 1.0, (middle + half) / (trials + z**2))
    return as_given(low), as_given(high)


def posterior_mean(
    successes: ArrayLike, trials: ArrayLike, prior_successes: ArrayLike, prior_failures: ArrayLike
) -> FloatOrArray:
    """Return the share to expect: the record with earlier experience added, ``(k + a) / (n + a + b)``.

    The mean of a beta distribution after binomial data; standard result.

    Parameters
    ----------
    successes, trials : number or array_like
        k of n, as in `wilson_interval`.
    prior_successes, prior_failures : number or array_like
        a and b, in [0, ∞): what you knew before, as if it were so many successes and failures.

    Examples
    --------
    >>> round(posterior_mean(5, 5, prior_successes=8, prior_failures=2), 3)
    0.867
    """
    successes, trials = _record(successes, trials)
    won, lost = numbers("prior_successes", prior_successes), numbers("prior_failures", prior_failures)
    known = trials + won + lost
    refuse_unless(known > 0, "trials", np.broadcast_to(trials, known.shape), "a number above 0 where the prior is 0")
    return as_given((successes + won) / known)


def chance_better(
    successes_a: ArrayLike,
    trials_a: ArrayLike,
    successes_b: ArrayLike,
    trials_b: ArrayLike,
    prior_successes: ArrayLike = 1,
    prior_failures: ArrayLike = 1,
) -> FloatOrArray:
    """Return the chance that provider A's true share of successes is above B's.

    Each true share has a beta distribution, with the prior's successes and failures added to the record; the chance is
    ``∫ density_a(x) P(share_b < x) dx``, summed numerically to about eight digits. Standard result for two beta
    distributions.

    Parameters
    ----------
    successes_a, trials_a, successes_b, trials_b : number or array_like
        The two records, as in `wilson_interval`.
    prior_successes, prior_failures : number or array_like
        In [0.5, ∞); 1 and 1, the default, hold every share equally likely before.

    Examples
    --------
    >>> round(chance_better(48, 50, 5, 5), 3)
    0.712
    """
    records = _record(successes_a, trials_a, "_a"), _record(successes_b, trials_b, "_b")
    prior = numbers("prior_successes", prior_successes, 0.5), numbers("prior_failures", prior_failures, 0.5)
    shapes = [shape for won, n in records for shape in (won + prior[0], n - won + prior[1])]
    a, b = np.split(np.stack(np.broadcast_arrays(*shapes))[..., None], 2)
    turned = a.sum(axis=0) < b.sum(axis=0)  # sum over whose share is known better: its bell must not fall between nodes
    chance = _chance_above(np.where(turned, b, a), np.where(turned, a, b))
    return as_given(np.where(turned[..., 0], 1 - chance, chance))


def thompson_shares(
    successes: ArrayLike,
    trials: ArrayLike,
    prior_successes: ArrayLike = 1,
    prior_failures: ArrayLike = 1,
    draws: int = 2000,
    seed: int = 1,
) -> np.ndarray:
    """Return the share of the next jobs each provider should get when you go on learning about them.

    Thompson (1933): draw a possible true share for each provider from its beta distribution and give the job to the
    highest; the share of draws a provider wins is its share of jobs. Whoever may yet turn out best still gets some. The
    shares add up to 1.

    Parameters
    ----------
    successes, trials : array_like
        One record for each provider, as in `wilson_interval`.
    prior_successes, prior_failures : number
        In (0, ∞).
    draws : int
        Whole, in [1, 1,000,000].
    seed : int
        The same seed gives the same shares; whole, in [0, 1,000,000].

    Examples
    --------
    >>> thompson_shares([48, 5, 0], [50, 5, 0]).round(1)
    array([0.7, 0.3, 0. ])
    """
    successes, trials = (np.atleast_1d(values) for values in _record(successes, trials))
    won = successes + one_number("prior_successes", prior_successes, above=True)
    lost = trials - successes + one_number("prior_failures", prior_failures, above=True)
    random = np.random.default_rng(one_whole_number("seed", seed, 0))
    drawn = random.beta(won, lost, (one_whole_number("draws", draws), won.size))
    return np.bincount(drawn.argmax(axis=1), minlength=won.size) / len(drawn)


def _record(successes: ArrayLike, trials: ArrayLike, ending: str = "") -> tuple[np.ndarray, np.ndarray]:
    name = "successes" + ending
    successes, trials = np.broadcast_arrays(numbers(name, successes), numbers("trials" + ending, trials))
    refuse_unless(successes <= trials, name, successes, f"a number from 0 to trials{ending}")
    return successes, trials


def _chance_above(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Return the chance that a share with the shapes a is above one with the shapes b."""
    angles, weights = _spread(*_limits(a))
    density = _density(angles, a) * weights
    low, high = _limits(b)
    up_to = np.clip(angles, low, high)[..., None]
    inner, steps = _spread(np.broadcast_to(low[..., None], up_to.shape), up_to)
    below = (_density(inner, b[..., None]) * steps).sum(-1)
    whole, steps = _spread(low, high)
    below = below / (_density(whole, b) * steps).sum(-1, keepdims=True)
    return np.minimum((density * below).sum(-1) / density.sum(-1), 1)


def _limits(shapes: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the angles between which all but exp(-30) of a beta distribution lies; the share is sin² of the angle.

    In the angle its bell has about the same width everywhere, and no end at which it shoots up.
    """
    won, lost = 2 * shapes[0] - 1, 2 * shapes[1] - 1
    middle = np.arctan2(np.sqrt(won), np.sqrt(lost))
    reach = math.sqrt(60) / np.maximum(np.sqrt(won) + np.sqrt(lost), 1)
    return np.maximum(middle - reach, 0), np.minimum(middle + reach, math.pi / 2)


def _density(angles: np.ndarray, shapes: np.ndarray) -> np.ndarray:
    """Return the density at these angles, up to a factor: 1 where it is highest."""
    won, lost = 2 * shapes[0] - 1, 2 * shapes[1] - 1
    top = np.arctan2(np.sqrt(won), np.sqrt(lost))
    with np.errstate(divide="ignore", invalid="ignore"):
        log = _power(won, np.sin(angles), np.sin(top)) + _power(lost, np.cos(angles), np.cos(top))
    return np.exp(log)


def _power(exponent: np.ndarray, base: np.ndarray, top: np.ndarray) -> np.ndarray:
    return np.where(exponent > 0, exponent * np.log(base / top), 0.0)


def _spread(low: np.ndarray, high: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return angles from low to high and their weights, densest at the ends, where a power may be a fraction."""
    t = (NODES + 1) / 2
    return low + (high - low) * t**3 * (10 + t * (6 * t - 15)), (high - low) * 15 * WEIGHTS * np.square(t * (1 - t))
