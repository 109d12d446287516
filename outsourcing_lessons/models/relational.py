"""When a promise about future work is worth keeping: the arithmetic of relational contracts.

Patience is what the next job is worth today as a share of this one: the chance that there is a next job times the
discount for waiting. Somebody who is sure to work for you again next week has a patience near 1; somebody you will
never meet again has 0.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from outsourcing_lessons.models.arguments import FloatOrArray, as_given, numbers, refuse_unless


def patience_threshold(temptation: ArrayLike, reward: ArrayLike, punishment: ArrayLike) -> FloatOrArray:
    """Return the least patience at which both sides do better to keep their word: ``(T - R) / (T - P)``.

    Breaking one's word once pays the temptation T now and the punishment P ever after; keeping it pays the reward R
    every time. Keeping it is worth as much when ``R / (1 - d) = T + d * P / (1 - d)``, which gives the patience d.

    Parameters
    ----------
    temptation : number or array_like
        Gain from one job when only the other side keeps its word; currency per job, above the punishment.
    reward : number or array_like
        Gain per job when both keep it; from the punishment to the temptation.
    punishment : number or array_like
        Gain per job once nobody does.

    Returns
    -------
    float or numpy.ndarray
        Patience, in [0, 1].

    Notes
    -----
    The textbook result for a repeated prisoner's dilemma in which trust, once broken, does not come back.

    Examples
    --------
    >>> patience_threshold(temptation=10, reward=6, punishment=2)
    0.5
    """
    given = {"temptation": temptation, "reward": reward, "punishment": punishment}
    temptation, reward, punishment = np.broadcast_arrays(*(numbers(name, v, -np.inf) for name, v in given.items()))
    refuse_unless(temptation > punishment, "temptation", temptation, "a number above the punishment")
    between = (reward >= punishment) & (reward <= temptation)
    refuse_unless(between, "reward", reward, "a number from the punishment to the temptation")
    return as_given((temptation - reward) / (temptation - punishment))


def credible_bonus(surplus: ArrayLike, patience: ArrayLike) -> FloatOrArray:
    """Return the largest bonus a provider should believe in without a contract: ``d / (1 - d) * surplus``.

    Whoever breaks the promise saves the bonus once and loses the surplus of every later job, so a promise is worth
    keeping up to the value of those: ``surplus * (d + d**2 + ...)``.

    Parameters
    ----------
    surplus : number or array_like
        What working together is worth per job to the one who promises, over their next best choice; currency per job,
        in [0, ∞).
    patience : number or array_like
        Chance of another job times the discount for waiting, in [0, 1).

    Returns
    -------
    float or numpy.ndarray
        Currency.

    Notes
    -----
    The reneging constraint of relational contracts, as in Baker, Gibbons and Murphy (2002), Quarterly Journal of
    Economics 117(1), 39-84.

    Examples
    --------
    >>> round(credible_bonus(surplus=200, patience=0.8), 2)
    800.0
    """
    surplus = numbers("surplus", surplus)
    patience = numbers("patience", patience, 0, 1, below=True)
    return as_given(patience / (1 - patience) * surplus)
