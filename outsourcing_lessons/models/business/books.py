"""What a quarter comes to: mistakes, money, hours, and what customers say."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from outsourcing_lessons.models.business.arrays import Floats, Luck
from outsourcing_lessons.models.business.dials import Dials
from outsourcing_lessons.models.business.luck import lower, upper
from outsourcing_lessons.models.business.quarter_news import News
from outsourcing_lessons.models.business.state import Report, State
from outsourcing_lessons.models.business.team import Team
from outsourcing_lessons.models.business.tools import Tools
from outsourcing_lessons.models.business.weeks import OWNER_ILL_WEEKS
from outsourcing_lessons.models.business.work import Jobs


@dataclass(frozen=True)
class Mistakes:
    """Of shape (WEEKS, runs): mistakes that reach a customer, the owner's hours for the others, what all that costs."""

    escaped: Floats
    rework: Floats
    damage: Floats


def mistakes_of(state: State, luck: Luck, told: News, team: Team, tools: Tools, jobs: Jobs) -> Mistakes:
    """Count mistakes and wrong decisions. Helpers err by the hour, a company and a tool by the job."""
    b = state.business
    error_hours = team.present * b.error_good + team.poor * (b.error_bad - b.error_good)
    made = jobs.busy * error_hours / b.hours + jobs.bought * b.error_company + jobs.done * tools.share * b.error_tool
    unseen = 1 - b.catch * told.seen
    slips = np.floor(made * (b.decisions * (1 - told.reach) * b.wrong * unseen) + upper(luck[:, 3]))
    made = (made + jobs.own * (0.5 * b.error_good)) * ((1 + tools.stale) * (2 - state.practice))
    made = np.minimum(made, jobs.done)
    found = 1 - (1 - b.look * told.reach) * unseen
    escaped = np.floor(made * (1 - found) + lower(luck[:, 1]))
    severity = np.minimum(0.5 / np.sqrt(upper(luck[:, 2]) + 1 / 65536), 8)
    # of wrong decisions half cost more than the usual, a quarter three times as much, and none more than the limit
    size = lower(luck[:, 3]) * (1 - told.reach)
    damage = escaped * severity * b.error_cost + slips * (size / (1 - size)) * b.stake
    return Mistakes(escaped=escaped, rework=b.rework * found * made, damage=damage)


def book(state: State, dials: Dials, told: News, team: Team, jobs: Jobs, wrong: Mistakes) -> Report:
    """Close the quarter in the state and return what it brought: one figure for each run, ``path`` by week."""
    b = state.business
    hours = np.minimum(jobs.hours + wrong.rework, 168 - b.own)
    # an hour of illness is not an hour off
    hours[:OWNER_ILL_WEEKS] = np.where(told.owner_ill, b.week - b.own, hours[:OWNER_ILL_WEEKS])
    paid = team.present * np.maximum(jobs.busy, b.guarantee) * b.rate
    paid += (0.8 * jobs.bought + 0.2 * jobs.contract) * b.company_price
    paid += b.trial * dials.care * team.arrivals
    money = told.price * (jobs.done - b.late * jobs.lost) - paid - wrong.damage - b.fixed
    money[0] -= 3 * b.guarantee * b.rate * team.sent
    spare = b.week - b.own - hours
    draw = b.draw * np.minimum(np.maximum(state.cash / b.cash, b.least), 1)
    path = state.cash + np.cumsum(money + b.sell * np.maximum(spare, 0) - draw, axis=0)
    weekly = {
        "asked": jobs.asked, "done": jobs.done, "lost": jobs.lost, "mistakes": wrong.escaped, "hours": hours,
        "money": money,
    }  # fmt: skip
    report: Report = {name: figures.sum(axis=0) * state.alive for name, figures in weekly.items()}
    overtime = np.minimum(spare, 0).sum(axis=0) * state.alive
    state.left = state.left + report["money"] - report["hours"] + 0.5 * overtime
    state.alive = state.alive * (path.min(axis=0) >= 0)
    home = np.maximum(path[-1] - b.reserve * b.cash, 0) * state.alive
    state.cash = path[-1] * state.alive - home
    complaints = (report["mistakes"] + 0.5 * report["lost"]) / (report["done"] + report["lost"] + 1)
    state.customers = np.maximum(state.customers + 0.4 * (1.15 - state.customers) - b.fame * complaints, 0.3)
    state.quarter += 1
    report |= {
        "cash": state.cash, "home": home, "alive": state.alive, "customers": state.customers,
        "backlog": state.backlog, "path": path,
    }  # fmt: skip
    state.reports.append(report)
    return report
