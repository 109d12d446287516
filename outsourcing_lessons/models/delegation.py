"""How much still comes to the owner after handing work over, and how many people the rest hangs on."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike

from outsourcing_lessons.errors import ArgumentError
from outsourcing_lessons.models.arguments import FloatOrArray, as_given, numbers

LEVELS = ("tell", "sell", "consult", "agree", "advise", "inquire", "delegate")
REACHING = (1.0, 0.95, 0.8, 0.6, 0.3, 0.1, 0.0)  # our assumption, see share_reaching_owner
EXACT_UP_TO = 12  # people: 4,096 ways to lose some of them


def share_reaching_owner(level: ArrayLike, exceptions: ArrayLike = 0) -> FloatOrArray:
    """Return the share of decisions that still wait for the owner at a level of delegation.

    From 0 to 6: tell 100 %, sell 95 %, consult 80 %, agree 60 %, advise 30 %, inquire 10 %, delegate 0 %, and evenly in
    between; cases beyond the limit of authority come at any level: ``exceptions + (1 - exceptions) * share``. The
    levels are Appelo's (Management 3.0), a framework without measurements; the shares are our own teaching assumption.

    Parameters
    ----------
    level : number or array_like
        In [0, 6]; `LEVELS` has the names.
    exceptions : number or array_like
        Share of cases beyond what was handed over, in [0, 1].

    Examples
    --------
    >>> share_reaching_owner([0, 4, 6], exceptions=0.1).round(2)
    array([1.  , 0.37, 0.1 ])
    """
    level = numbers("level", level, 0, len(LEVELS) - 1)
    exceptions = numbers("exceptions", exceptions, 0, 1)
    return as_given(exceptions + (1 - exceptions) * np.interp(level, np.arange(len(LEVELS)), REACHING))


def hours_freed(
    decisions: ArrayLike, hours_each: ArrayLike, level: ArrayLike, exceptions: ArrayLike = 0, monitoring: ArrayLike = 0
) -> FloatOrArray:
    """Return the owner's hours a week that a level of delegation frees, against deciding everything.

    ``decisions * hours_each * (1 - share_reaching_owner) - monitoring``; below 0 when watching takes more than deciding
    did.

    Parameters
    ----------
    decisions : number or array_like
        How many a week, in [0, ∞).
    hours_each : number or array_like
        Owner's hours for one, in [0, ∞).
    level, exceptions : number or array_like
        As in `share_reaching_owner`.
    monitoring : number or array_like
        Owner's hours a week spent on watching how it goes, in [0, ∞).

    Examples
    --------
    >>> round(hours_freed(decisions=30, hours_each=0.25, level=5, monitoring=1), 2)
    5.75
    """
    total = numbers("decisions", decisions) * numbers("hours_each", hours_each)
    return as_given(total * (1 - share_reaching_owner(level, exceptions)) - numbers("monitoring", monitoring))


def truck_factor(assignment: ArrayLike) -> int:
    """Return the fewest people whose loss leaves more than half of the tasks with nobody who can do them.

    It is 0 when more than half of the tasks have nobody already. As in Avelino et al. (2016), arXiv:1604.06766, who
    take away, one after another, whoever covers most. With up to 12 people we try all sets; beyond that we do as they
    do, which may give one too many.

    Parameters
    ----------
    assignment : array_like
        Tasks in rows, people in columns; 1 or true where the person can do the task. At least one task.

    Examples
    --------
    >>> truck_factor([[1, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 1]])  # the first two: three of four tasks have nobody
    2
    """
    covers = _covers(assignment)
    return _exact(covers) if covers.shape[1] <= EXACT_UP_TO else _greedy(covers)


def _covers(assignment: ArrayLike) -> np.ndarray:
    table = np.asarray(assignment)
    if table.ndim != 2 or not len(table) or table.dtype.kind not in "biuf" or not np.isin(table, (0, 1)).all():
        raise ArgumentError("assignment", assignment, "a table of 0 and 1, tasks in rows and people in columns")
    return table.astype(np.int16)


@lru_cache
def _lost(people: int) -> np.ndarray:
    """Return how many are lost in every set of people who are left, sets being numbers with a bit for each person."""
    return people - (np.arange(2**people) >> np.arange(people)[:, None] & 1).sum(axis=0)


def _exact(covers: np.ndarray) -> int:
    people = covers.shape[1]
    able = covers @ (1 << np.arange(people, dtype=np.int16))
    bare = ((able[:, None] & np.arange(2**people, dtype=np.int16)) == 0).sum(axis=0)
    return int(_lost(people)[2 * bare > len(covers)].min())


def _greedy(covers: np.ndarray) -> int:
    lost = 0
    while 2 * (bare := covers.sum(axis=1) == 0).sum() <= len(covers):
        covers = np.delete(covers, covers[~bare].sum(axis=0).argmax(), axis=1)
        lost += 1
    return lost
