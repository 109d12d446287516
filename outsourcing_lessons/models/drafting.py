"""What a piece of work costs when a machine drafts it and a person checks, against doing it oneself or buying it.

A draft takes a person's time to ask for and to check, and a fee. Some drafts are wrong. A check finds a share of those,
and they are done again by hand; the others go out, and each costs what a miss costs:

``own_hour * (ask + check) / 60 + fee + (1 - right) * (caught * own_hour * redo / 60 + (1 - caught) * miss)``

This is bookkeeping, an expected cost, and no finding. Every input is an assumption of whoever uses it: how often a
machine is right differs from task to task and changes within months, so measure it on drafts of your own, and again
later. Two things are taken for granted: a fault is as likely in a piece that is checked as in one that is not, and the
check itself spoils nothing. Whoever reads a share of the drafts only multiplies both ``check`` and ``caught`` by it.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from outsourcing_lessons.models.arguments import FloatOrArray, as_given, numbers


def draft_cost(
    own_hour: ArrayLike,
    check: ArrayLike,
    right: ArrayLike,
    caught: ArrayLike,
    redo: ArrayLike,
    miss: ArrayLike,
    ask: ArrayLike = 0,
    fee: ArrayLike = 0,
) -> FloatOrArray:
    """Return what a piece costs on average, in currency, when a machine drafts it and a person checks the draft.

    Parameters
    ----------
    own_hour : number or array_like
        What an hour of the person who checks is worth, currency, in [0, ∞).
    check : number or array_like
        Minutes to check a draft, in [0, ∞).
    right : number or array_like
        Share of drafts without a fault that matters, in [0, 1].
    caught : number or array_like
        Share of the faulty drafts that the check finds, in [0, 1].
    redo : number or array_like
        Minutes to put a draft right that was found wrong, in [0, ∞).
    miss : number or array_like
        What a faulty draft costs that goes out, currency, in [0, ∞).
    ask : number or array_like
        Minutes to ask for a draft, in [0, ∞).
    fee : number or array_like
        What the machine costs for a draft, currency, in [0, ∞).

    Examples
    --------
    >>> round(draft_cost(60, check=30, right=0.8, caught=0.9, redo=90, miss=400, ask=15, fee=1), 2)
    70.2
    >>> read = np.array([0, 0.5, 1])  # of the drafts
    >>> draft_cost(60, check=6 * read, right=0.9, caught=0.8 * read, redo=10, miss=30).round(2)
    array([3. , 5.2, 7.4])
    """
    minutes = numbers("ask", ask) + numbers("check", check)
    sure = numbers("own_hour", own_hour) * minutes / 60 + numbers("fee", fee)
    found, slipped = _faults(own_hour, right, caught, redo)
    return as_given(sure + found + slipped * numbers("miss", miss))


def mean_cost(share: ArrayLike, drafted: ArrayLike, otherwise: ArrayLike) -> FloatOrArray:
    """Return what a piece costs on average when a machine drafts a share of them and the rest is done another way.

    ``share * drafted + (1 - share) * otherwise``

    Parameters
    ----------
    share : number or array_like
        Share of the pieces that a machine drafts, in [0, 1].
    drafted, otherwise : number or array_like
        What such a piece costs, see `draft_cost`, and one that is done by hand, or bought.

    Examples
    --------
    >>> mean_cost([0, 0.5, 1], drafted=5, otherwise=9)
    array([9., 7., 5.])
    """
    share = numbers("share", share, 0, 1)
    return as_given(share * numbers("drafted", drafted) + (1 - share) * numbers("otherwise", otherwise))


def breakeven_check(
    otherwise: ArrayLike,
    own_hour: ArrayLike,
    right: ArrayLike,
    caught: ArrayLike,
    redo: ArrayLike,
    miss: ArrayLike,
    ask: ArrayLike = 0,
    fee: ArrayLike = 0,
) -> FloatOrArray:
    """Return how many minutes a check may take before a draft costs as much as the other way.

    It is 0 where a draft is the more expensive way even if its check took no time.

    Parameters
    ----------
    otherwise : number or array_like
        What a piece costs that is done by hand, or bought, currency, in [0, ∞).
    own_hour : number or array_like
        Above 0, else as in `draft_cost`.
    right, caught, redo, miss, ask, fee : number or array_like
        As in `draft_cost`.

    Examples
    --------
    >>> breakeven_check(9, own_hour=60, right=0.9, caught=0.8, redo=10, miss=[30, 500]).round(1)
    array([7.6, 0. ])
    """
    own = numbers("own_hour", own_hour, above=True)
    left = numbers("otherwise", otherwise) - draft_cost(own, 0, right, caught, redo, miss, ask, fee)
    return as_given(np.maximum(60 * left / own, 0.0))


def breakeven_faults(
    otherwise: ArrayLike,
    own_hour: ArrayLike,
    check: ArrayLike,
    caught: ArrayLike,
    redo: ArrayLike,
    miss: ArrayLike,
    ask: ArrayLike = 0,
    fee: ArrayLike = 0,
) -> FloatOrArray:
    """Return which share of the drafts may be wrong before a draft costs as much as the other way.

    It is 0 where a draft is the more expensive way even if all are right, 1 where it is the cheaper even if none is.

    Parameters
    ----------
    otherwise : number or array_like
        What a piece costs that is done by hand, or bought, currency, in [0, ∞).
    own_hour, check, caught, redo, miss, ask, fee : number or array_like
        As in `draft_cost`.

    Examples
    --------
    >>> round(breakeven_faults(78, own_hour=60, check=30, caught=0.9, redo=90, miss=400, ask=15, fee=1), 3)
    0.264
    """
    left = numbers("otherwise", otherwise) - draft_cost(own_hour, check, 1, caught, redo, miss, ask, fee)
    found, slipped = _faults(own_hour, 0, caught, redo)
    left, each = np.broadcast_arrays(left, found + slipped * numbers("miss", miss))
    between = (left > 0) & (left < each)  # only there the quotient is wanted, and cannot be too large for a number
    share = np.where(between, left / np.where(between, each, 1), 1.0)
    return as_given(np.where(left <= 0, 0.0, share))


def _faults(own_hour: ArrayLike, right: ArrayLike, caught: ArrayLike, redo: ArrayLike) -> tuple[np.ndarray, np.ndarray]:
    """Return what doing again costs a draft, and the share of drafts that go out faulty."""
    wrong, caught = 1 - numbers("right", right, 0, 1), numbers("caught", caught, 0, 1)
    return wrong * caught * numbers("own_hour", own_hour) * numbers("redo", redo) / 60, wrong * (1 - caught)
