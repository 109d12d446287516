"""Helpers of a quarter: who is here in which week, who goes, and who comes after them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from outsourcing_lessons.models.business.arrays import Flags, Floats, Luck, Whole
from outsourcing_lessons.models.business.dials import Dials
from outsourcing_lessons.models.business.quarter_news import News
from outsourcing_lessons.models.business.state import NOBODY, SLOTS, State
from outsourcing_lessons.models.business.weeks import ILL_WEEKS, WEEKS

_HALF = 65536  # the numbers in half of a 32-bit number
_WATCHED = 6553.6  # a tenth of them: how often watching for a week parts with a weak helper, at most


@dataclass(frozen=True)
class Team:
    """Who works."""

    on: Flags  # who is here, of shape (WEEKS, SLOTS, runs)
    present: Floats  # how many are here, of shape (WEEKS, runs)
    poor: Floats  # how many of them are no good ones
    arrivals: Floats  # how many come
    sent: Whole  # how many are sent away at the start, one figure for each run
    drag: Floats  # what each takes longer, as a factor, of shape (SLOTS, runs); changes as helpers do
    which: Whole  # places in ``drag`` of helpers who leave, by week
    first: Whole  # where each week begins among them
    passed_on: Floats  # for each of these the share of what is known that the next one gets
    successor: Floats  # and what the next one takes longer


def good_share(base: float, top: float, care: Floats) -> Floats:
    """Return the share of good ones among those chosen; half of the care brings most of it."""
    return base + (top - base) * (1 - np.exp(-3 * care)) / (1 - np.exp(-3.0))


def team_of(state: State, dials: Dials, luck: Luck, told: News) -> Team:
    """Hire, send away and part; leave in the state who is here at the end.

    Nobody leaves twice in a quarter, so all of it follows from the luck before a week is played. ``luck`` is that of
    the helpers, of shape (WEEKS, SLOTS, runs).
    """
    b, n = state.business, len(state.runs)
    weeks = np.arange(WEEKS, dtype=np.int8)[:, None, None]
    weak = (luck & np.uint32(0xFFFF)) >= np.ceil(_HALF * good_share(b.base, b.top, np.asarray(dials.care))).astype(
        np.uint32
    )
    gap = np.floor(b.gap + b.care_weeks * dials.care + 0.5).astype(np.int8)
    passed_on = np.broadcast_to(b.pass_on * (np.asarray(dials.people) > 1), n)
    opened, sent = _begin(state, dials, told, weak[0], gap, passed_on)

    chance, leave = luck >> np.uint32(16), _HALF * (1 - (1 - b.leave) ** (1 / 52))
    goes = chance < np.where(state.bad, np.ceil(leave + _WATCHED * told.seen), np.ceil(leave)).astype(np.uint32)
    goes &= weeks >= state.due
    gone = np.where(goes.any(axis=0), goes.argmax(axis=0), NOBODY).astype(np.int8)
    which = np.flatnonzero(gone < WEEKS)
    which = which[np.argsort(gone.flat[which], kind="stable")]
    when, run = gone.flat[which].astype(np.int64), which % n
    successor = state.bad.copy()
    successor.flat[which] = weak.reshape(WEEKS, -1)[when, which]

    back, later = gone + gap, weeks >= gone
    here = chance < np.uint32(np.ceil(_HALF * (1 - b.away)))
    on = (weeks >= state.due) & here & (~later | (weeks >= back))
    on[:ILL_WEEKS] &= ~told.falls_ill
    arrivals = np.bincount(when * n + run, minlength=WEEKS * n).reshape(WEEKS, n).astype(float)
    arrivals[0] += opened.sum(axis=0)
    team = Team(
        on=on, present=_count(on), poor=_count(on & (later & successor | ~later & state.bad)), arrivals=arrivals,
        sent=sent.sum(axis=0), drag=1 + b.slow * state.bad, which=which,
        first=np.searchsorted(when, np.arange(WEEKS + 1)), passed_on=passed_on[run],
        successor=1 + b.slow * successor.flat[which],
    )  # fmt: skip
    stays = np.maximum(np.where(gone < WEEKS, back, state.due) - WEEKS, 0)
    state.due, state.bad = np.where(state.due == NOBODY, NOBODY, stays).astype(np.int8), successor
    return team


def _begin(state: State, dials: Dials, told: News, weak: Flags, gap: Whole, passed_on: Floats) -> tuple[Flags, Flags]:
    """Fill the places that are wanted and empty, and part with those beyond; return both."""
    half = state.business.half
    wanted = np.arange(SLOTS)[:, None] < dials.people
    opened = wanted & ((state.due == NOBODY) | told.leaves)
    sent = ~wanted & (state.due < NOBODY)
    known = half + passed_on * (state.skill.max(axis=0) - half)
    state.due = np.where(opened, gap, np.where(wanted, state.due, NOBODY)).astype(np.int8)
    state.skill = np.where(opened, known, np.where(sent, half, state.skill))
    state.bad = np.where(opened, weak, state.bad)
    return opened, sent


def _count(which: Flags) -> Floats:
    return np.add.reduce(which.view(np.uint8), axis=1, dtype=np.uint8) * 1.0
