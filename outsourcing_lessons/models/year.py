"""What a year of work comes to: the mistakes in it, the hours of its owner, and the money."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from outsourcing_lessons.models.delegation import share_reaching_owner
from outsourcing_lessons.models.dials import Business, Dials
from outsourcing_lessons.models.queueing import kingman_wait

BUSIEST = 0.97  # beyond, Kingman's formula speaks of queues longer than a year could build up
BUILDING_WEEKS = 4
QUARTER = 13


@dataclass(frozen=True)
class Year:
    """What came of all runs; every array has one figure for each run, the weekly ones one row for each week.

    Attributes
    ----------
    cash, surplus : numpy.ndarray
        Currency; surplus is after the owner's hours at their worth, own work aside.
    owner_hours : numpy.ndarray
        Hours the owner worked in all.
    quality : numpy.ndarray
        Share of finished jobs that reached the customer without a mistake.
    worst_quarter : numpy.ndarray
        Cash of the worst 13 weeks, currency.
    weekly_surplus, weekly_hours : numpy.ndarray
        Of shape (weeks, runs), currency and hours; mistakes count with their average here.
    """

    cash: np.ndarray
    surplus: np.ndarray
    owner_hours: np.ndarray
    quality: np.ndarray
    worst_quarter: np.ndarray
    weekly_surplus: np.ndarray
    weekly_hours: np.ndarray


@dataclass
class Work:
    """What providers did, week by run: jobs done, their pay, the share of good people, and how many joined."""

    done: np.ndarray
    pay: np.ndarray
    good: np.ndarray | float
    joined: np.ndarray | float


def account(
    business: Business, dials: Dials, random: np.random.Generator, jobs: np.ndarray, inside: Work, outside: Work
) -> Year:
    """Add up what came of the jobs that were handed out inside and outside."""
    weeks, runs = jobs.shape
    done = inside.done + outside.done
    reaching = share_reaching_owner(dials.delegation, business.exceptions)
    mistakes, escaped = _mistakes(business, dials, inside, outside, reaching)
    hours = _owner_hours(business, dials, random, done, inside.joined + outside.joined, mistakes, reaching)
    busy = hours / np.float32(business.weekly_hours)
    sold = done * (1 - np.float32(reaching) * (1 - 1 / np.maximum(busy, 1)))
    busy = np.minimum(busy, BUSIEST)
    half_busy = kingman_wait(0.5, 1, 1, business.decision_hours)  # at half busy, ρ / (1 - ρ) is 1
    waiting = done * busy / (1 - busy) * np.float32(half_busy * business.decisions * reaching * business.waiting_cost)
    cash = sold * np.float32(business.job_value) - inside.pay - outside.pay - waiting
    cash -= (jobs - sold) * np.float32(business.late_cost)
    hours = np.minimum(hours, np.float32(business.weekly_hours))
    return _year(business, random, cash, hours, sold, escaped)


def _mistakes(
    business: Business, dials: Dials, inside: Work, outside: Work, reaching: float
) -> tuple[np.ndarray, np.ndarray]:
    """Return the mistakes made, and those that nobody sees in time."""
    watched = 1 - math.exp(-dials.monitoring_hours / business.watching_hours)
    unseen = (1 - business.owner_catch * reaching) * (1 - business.owner_catch * watched)
    practice = np.exp(-business.practice_decay * (1 - watched) * np.arange(len(inside.done)))[:, None]
    more = (1 + business.drift * (1 - reaching) * (1 - practice)).astype(np.float32)
    worse = business.error_bad - business.error_good
    made = inside.done * (business.error_bad - np.float32(worse) * inside.good)
    if dials.companies:
        made += outside.done * (business.error_bad - worse * outside.good)
    made = np.minimum(made * more, inside.done + outside.done)
    return made, made * np.float32(unseen)


def _owner_hours(
    business: Business,
    dials: Dials,
    random: np.random.Generator,
    done: np.ndarray,
    joined: np.ndarray | float,
    mistakes: np.ndarray,
    reaching: float,
) -> np.ndarray:
    weeks, runs = done.shape
    bench = dials.bench_size if dials.companies < 1 else 0
    steady = business.own_work + dials.monitoring_hours + bench * business.contact_hours
    steady += business.company_contact if dials.companies else 0
    arrival = business.search_hours + business.onboarding_hours + dials.vetting * business.vetting_hours
    hours = done * np.float32(business.decisions * business.decision_hours * reaching) + np.float32(steady)
    hours += joined * np.float32(arrival)
    hours += mistakes * np.float32(business.rework_hours)
    if dials.automation_hours:
        hours -= _automation(business, dials, random, weeks, runs)
        hours[:BUILDING_WEEKS] += dials.automation_hours / BUILDING_WEEKS
    return hours


def _automation(business: Business, dials: Dials, random: np.random.Generator, weeks: int, runs: int) -> np.ndarray:
    """Return the hours a week that automation saves, less its upkeep, for as long as the process stays the same."""
    saved = business.automatable_hours * -math.expm1(-dials.automation_hours / business.automation_scale)
    net = saved - business.automation_upkeep * dials.automation_hours
    week = np.arange(weeks)[:, None]
    lives = (week >= BUILDING_WEEKS) & (week < random.exponential(business.process_life, runs))
    return lives * np.float32(min(net, business.own_work))


def _year(
    business: Business,
    random: np.random.Generator,
    cash: np.ndarray,
    hours: np.ndarray,
    sold: np.ndarray,
    escaped: np.ndarray,
) -> Year:
    """Draw the mistakes of each quarter and add up."""
    quarters = np.arange(0, len(cash) - QUARTER + 1, QUARTER)  # weeks beyond whole quarters belong to the last
    escaped = np.minimum(escaped, sold)
    made = random.poisson(np.add.reduceat(escaped, quarters))
    by_quarter = np.add.reduceat(cash, quarters) - made * business.error_cost
    total, owner_hours = by_quarter.sum(axis=0), hours.sum(axis=0, dtype=float)
    quality = 1 - np.minimum(made.sum(axis=0) / np.maximum(sold.sum(axis=0), 1e-9), 1)
    weekly = cash - escaped * np.float32(business.error_cost)
    weekly -= (hours - np.float32(business.own_work)) * np.float32(business.own_hour)
    surplus = total - (owner_hours - len(cash) * business.own_work) * business.own_hour
    return Year(total, surplus, owner_hours, quality, by_quarter.min(axis=0), weekly, hours)
