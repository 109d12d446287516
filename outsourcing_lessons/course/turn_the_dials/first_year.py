"""The first year that a learner plays: a typical one."""

from __future__ import annotations

from functools import lru_cache
from itertools import count

import numpy as np

from outsourcing_lessons.course.turn_the_dials.opponents import LESSONS, START
from outsourcing_lessons.models.business import Business, Dials, play

YEARS = 1000
AT_ONCE = 32  # seeds that are tried together: as dear as one, and seldom are more needed
ONE_YEAR = np.zeros(1, np.uint32)  # a seed has many years; the first is the one that is played


@lru_cache(maxsize=64)
def first_year(business: Business) -> int:
    """Return the first seed whose year is typical: for who changes nothing, and for the lessons left standing.

    Typical is the middle third of a thousand years. So nobody's first year is one in a hundred.
    """
    bounds = [(dials, *_middle_third(business, dials)) for dials in (START, LESSONS)]
    for first in count(1, AT_ONCE):
        seeds = np.arange(first, first + AT_ONCE)
        typical = np.ones(AT_ONCE, bool)
        for dials, low, high in bounds:
            scores = play(business, dials, seeds, np.repeat(ONE_YEAR, AT_ONCE)).score
            typical &= (low <= scores) & (scores <= high)
        if typical.any():
            return int(seeds[typical.argmax()])
    raise AssertionError("seeds do not end")


def _middle_third(business: Business, dials: Dials) -> tuple[float, float]:
    low, high = np.quantile(play(business, dials, seed=0, runs=YEARS).score, (1 / 3, 2 / 3))
    return float(low), float(high)
