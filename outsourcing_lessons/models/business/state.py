"""Where firms stand: one business, played by many runs at once."""

from __future__ import annotations

from copy import copy
from typing import TypeAlias

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

    Attributes
    ----------
    against : bool
        Whether the card of the next quarter is the one of three that hurts most.
    quarter : int
        How many have been played.
    cash, left : numpy.ndarray
        In the bank; earned less own hours so far.
    alive : numpy.ndarray
        1, or 0 once the firm is lost.
    customers : numpy.ndarray
        What they say, as a factor of demand.
    backlog : numpy.ndarray
        Jobs that wait.
    company : numpy.ndarray
        Jobs a week that the company stands ready for.
    stock, stale, practice, pile : numpy.ndarray
        Hours of building that still work; 1 while a change of the process has not been noticed; share of what was
        agreed that is done; hours of finding helpers that wait for the owner.
    due, skill, bad : numpy.ndarray
        Of each helper: the week of the coming quarter from which they are here; jobs done for this business, and `half`
        more; whether they are no good one.
    reports : list of dict
        What each quarter brought.
    """

    def __init__(self, business: Business, seed: int | Whole, runs: Luck, cards: Whole | None = None):
        self.business, self.seed, self.runs = business, seed, runs
        self.cards = deal(seed, runs) if cards is None else cards
        self.against = business.harder > 0 and cards is None
        self.quarter, self.reports = 0, list[Report]()
        n = len(runs)
        self.cash, self.left, self.alive = np.full(n, float(business.cash)), np.zeros(n), np.ones(n)
        self.customers, self.backlog, self.company = np.ones(n), np.full(n, 0.5 * business.jobs), np.zeros(n)
        self.stock, self.stale, self.practice, self.pile = np.zeros(n), np.zeros(n), np.ones(n), np.zeros(n)
        self.due = np.full((SLOTS, n), NOBODY, np.int8)
        self.skill = np.full((SLOTS, n), float(business.half))
        self.bad = np.zeros((SLOTS, n), bool)
        self.due[0], self.skill[0] = 0, 3 * business.half
        self.bad[0] = luck(seed, runs, FIRST_HELPER)[0, 0] >= np.uint32(min(business.base * 2**32, 2**32 - 1))

    def copied(self) -> State:
        """Return a state that can be played on while this one stays where it is; its cards stay as they are."""
        other = copy(self)
        for name, value in vars(self).items():
            if isinstance(value, np.ndarray):
                setattr(other, name, value.copy())
        other.reports, other.against = [], False
        return other

    def alone(self, run: int, times: int, seed: int) -> State:
        """Return where one firm stands, many times over, each with luck of its own from here on."""
        many = copy(self)
        for name, value in vars(self).items():
            if isinstance(value, np.ndarray):
                setattr(many, name, np.repeat(value[..., run : run + 1], times, axis=-1))
        many.seed, many.runs = seed, np.arange(times, dtype=np.uint32)
        many.reports, many.against = [], False
        return many
