"""Who does what comes in, week by week: the company, helpers as far as the owner can decide, the owner for the rest."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from outsourcing_lessons.models.business.arrays import Floats, Luck
from outsourcing_lessons.models.business.dials import Dials
from outsourcing_lessons.models.business.luck import bell, upper
from outsourcing_lessons.models.business.quarter_news import News
from outsourcing_lessons.models.business.state import State
from outsourcing_lessons.models.business.team import Team
from outsourcing_lessons.models.business.tools import Tools
from outsourcing_lessons.models.business.weeks import OWNER_ILL_WEEKS, WEEKS

_NONE = 1e-9  # instead of a division by nothing


@dataclass(frozen=True)
class Jobs:
    """Jobs and hours, of shape (WEEKS, runs)."""

    asked: Floats  # jobs that came in
    own: Floats  # that the owner did
    bought: Floats  # that the company did
    helped: Floats  # that helpers did
    lost: Floats  # that left
    busy: Floats  # hours a week of each helper
    contract: Floats  # jobs a week that the company stands ready for
    hours: Floats  # the owner's, beside work that is never handed over

    @property
    def done(self) -> Floats:
        """Return all jobs done."""
        return self.own + self.bought + self.helped


def jobs_of(state: State, dials: Dials, luck: Luck, told: News, team: Team, tools: Tools) -> Jobs:
    """Play the weeks of a quarter; in the state, let helpers learn and what waits wait."""
    b = state.business
    contract, pile = _agreed(state, dials, team)
    asked = _asked(state, luck, told, contract)
    duties = tools.admin + pile / 3 + (dials.watch + dials.build + b.contact * dials.people + 0.5 * (dials.company > 0))
    free = np.maximum(b.week + b.stretch - b.own - duties, 2)
    free[:OWNER_ILL_WEEKS] = np.where(told.owner_ill, 3.0, free[:OWNER_ILL_WEEKS])
    each, pace = b.decisions * b.decide * told.reach, b.own_pace * b.hours * tools.quick
    speed, cover = b.helper_hours / tools.quick, contract * (team.present < dials.people)
    slowest, learnt = b.hours * b.floor, b.hours * (1 - b.floor) * b.half
    used, own, bought, helped, lost = (np.empty((WEEKS, len(state.runs))) for _ in range(5))
    for week in range(WEEKS):
        _part(state, team, week)
        able = learnt / state.skill
        able += slowest
        able *= team.drag
        np.divide(speed[week], able, out=able)
        able *= team.on[week]  # jobs a week of each helper
        capacity = np.add.reduce(able, axis=0)
        work = state.backlog + asked[week]
        company = np.minimum(work, contract[week])
        rest = work - company
        done = np.minimum(rest, capacity)
        company = company + np.minimum(rest - done, cover[week])
        can = np.minimum(free[week] / (each * (done + company) + _NONE), 1)
        helped[week], bought[week] = done, company = done * can, company * can
        given = done + company
        rest = work - given
        own[week] = mine = np.minimum(rest, (free[week] - each * given) / pace[week])
        rest = rest - mine
        lost[week] = leaving = rest * b.quit
        state.backlog = rest - leaving
        used[week] = share = done / (capacity + _NONE)
        able *= share
        state.skill = state.skill + able
    return Jobs(
        asked=asked, own=own, bought=bought, helped=helped, lost=lost, busy=used * b.helper_hours, contract=contract,
        hours=duties + each * (helped + bought) + own * pace,
    )  # fmt: skip


def _agreed(state: State, dials: Dials, team: Team) -> tuple[Floats, Floats]:
    """Return the jobs a week that the company stands ready for, and the hours of finding helpers that wait."""
    b = state.business
    contract, pile = np.empty((WEEKS, len(state.runs))), np.empty((WEEKS, len(state.runs)))
    finding = (b.search + b.care_hours * dials.care) * team.arrivals
    for week in range(WEEKS):
        contract[week], pile[week] = state.company, state.pile + finding[week]
        state.company = state.company + (dials.company * b.jobs - state.company) / 3
        state.pile = pile[week] * (2 / 3)
    return contract, pile


def _asked(state: State, luck: Luck, told: News, contract: Floats) -> Floats:
    """Return the jobs that come in; the customer who asked for cover stays away where there is none."""
    b, mean = state.business, told.demand
    if told.cover_asked.any():
        mean = mean * (1 - b.big * told.cover_asked * (contract < 0.95 * b.need * b.jobs))
    return np.floor(np.maximum(mean + np.sqrt(mean) * (b.swing * bell(luck[:, 0])), 0) + upper(luck[:, 1]))


def _part(state: State, team: Team, week: int) -> None:
    """Put the next one in the place of whoever leaves this week, with what colleagues pass on."""
    if team.first[week] == team.first[week + 1]:
        return
    now, half = slice(team.first[week], team.first[week + 1]), state.business.half
    which = team.which[now]
    state.skill.flat[which] = half + team.passed_on[now] * (state.skill.flat[which] - half)
    team.drag.flat[which] = team.successor[now]
