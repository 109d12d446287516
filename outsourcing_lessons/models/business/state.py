"""Where firms stand: one business, played by many runs at once."""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from typing import Any, TypeAlias

import numpy as np

from outsourcing_lessons.models.business.arrays import Floats, Luck, Whole
from outsourcing_lessons.models.business.figures import Business
from outsourcing_lessons.models.business.luck import FIRST_HELPER, luck
from outsourcing_lessons.models.business.news import deal

SLOTS = 4  # helpers, at most
NOBODY = 99  # the week from which a helper is here who does not come at all

Report: TypeAlias = dict[str, Floats]


class State:
    """Where every run stands: arrays with one figure for each run, or with SLOTS rows for the helpers.

    Parameters
    ----------
    business : Business
    seed : int or numpy.ndarray
        In [0, 2**32); one, or one for each run.
    runs : numpy.ndarray of uint32
        Numbers of the runs; each has its own luck.
    cards : numpy.ndarray, optional
        The news of each run, of shape (3, runs); drawn with the luck unless given.

    """

    def __init__(self, business: Business, seed: int | Whole, runs: Luck, cards: Whole | None = None):
        self.business, self.seed, self.runs = business, seed, runs
        self.cards = deal(seed, runs) if cards is None else cards
        self.against = business.harder > 0 and cards is None  # whether the next card is the one of three that hurts
        self.quarter, self.reports = 0, list[Report]()  # how many have been played, and what each brought
        n = len(runs)
        self.cash, self.left = np.full(n, float(business.cash)), np.zeros(n)  # in the bank; earned less own hours
        self.alive, self.customers = np.ones(n), np.ones(n)  # 0 once the firm is lost; their word, a factor of demand
        self.backlog = np.full(n, 0.5 * business.jobs)  # jobs that wait
        self.company = np.zeros(n)  # jobs a week that the company stands ready for
        self.stock, self.stale = np.zeros(n), np.zeros(n)  # hours of building that work; 1 while a change is unnoticed
        self.practice, self.pile = np.ones(n), np.zeros(n)  # share of what was agreed that is done; hours of finding
        # Of each helper the week from which they are here, jobs done here and `half` more, and whether they are bad.
        self.due = np.full((SLOTS, n), NOBODY, np.int8)
        self.skill = np.full((SLOTS, n), float(business.half))
        self.bad = np.zeros((SLOTS, n), bool)
        self.due[0], self.skill[0] = 0, 3 * business.half
        self.bad[0] = luck(seed, runs, FIRST_HELPER)[0, 0] >= np.uint32(min(business.base * 2**32, 2**32 - 1))

    def copied(self) -> State:
        """Return a state that can be played on while this one stays where it is; its cards stay as they are."""
        return self._with(np.ndarray.copy)

    def alone(self, run: int, times: int, seed: int) -> State:
        """Return where one firm stands, many times over, each with luck of its own from here on."""
        many = self._with(lambda figures: np.repeat(figures[..., run : run + 1], times, axis=-1))
        many.seed, many.runs = seed, np.arange(times, dtype=np.uint32)
        return many

    def _with(self, change: Callable[[Any], Any]) -> State:
        other = copy(self)
        for name, value in vars(self).items():
            if isinstance(value, np.ndarray):
                setattr(other, name, change(value))
        other.reports, other.against = [], False
        return other
