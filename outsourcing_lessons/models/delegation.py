"""How many people the work hangs on."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike

from outsourcing_lessons.errors import ArgumentError

EXACT_UP_TO = 12  # people: 4,096 ways to lose some of them


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
