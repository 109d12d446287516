"""A year of a small business, week by week, played many times: what the dials do together.

The assumptions, in plain words. All are ours, for teaching; the figures behind them are in `Business`.

- **Work.** Jobs arrive at random around a weekly average (Poisson). A job that nobody can do in its week is lost.
- **The bench.** Regulars share their jobs evenly, learn by the job and forget between jobs (`learning`), leave by
  chance and are replaced at once by somebody who starts anew, and are unavailable in some weeks. Each has only so many
  hours a week. Each new one costs the owner search and onboarding, and each of them some contact every week.
- **Strangers.** With a bench of 0 every job goes to somebody new, always available, at the newcomer's price.
- **Choosing.** The better one judges candidates, the more of those hired are good (`selection.success_best_of`). Effort
  buys validity in proportion. Bad ones make more mistakes, and stay until they leave.
- **A company** charges more, learns as one and never leaves; it sends now a good one, now a bad one, and rarely nobody.
  Vetting does not change whom it sends.
- **Deciding.** Every job needs decisions; the level of delegation says how many wait for the owner (`delegation`), how
  long follows from how busy the owner is (`queueing.kingman_wait`, capped at 97 % busy), and waiting costs. An owner
  with more to do than there are hours loses jobs: as many of those that wait for a decision as there are hours short.
- **Mistakes.** The owner sees a share of mistakes where a decision passes the desk, and by monitoring. What is not seen
  reaches the customer. Agreed practice fades when nobody watches, and delegated work then goes wrong more often.
- **Automation** costs the owner hours in the first four weeks and some upkeep, and saves hours, each hour of building
  less than the one before, until by chance the process changes; then it saves nothing any more.
- **Money.** Cash is what jobs bring in, less providers, mistakes, waiting and lost jobs. Surplus is cash less the
  owner's hours at their worth, beside those of the owner's own work, which is taken to earn what it costs. Nothing is
  carried over from before, and nothing counts after the year.
"""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np

from outsourcing_lessons.errors import ArgumentError
from outsourcing_lessons.models.arguments import one_whole_number
from outsourcing_lessons.models.dials import SHOCKS, Business, Dials, Shock
from outsourcing_lessons.models.learning import time_after_breaks
from outsourcing_lessons.models.selection import success_best_of
from outsourcing_lessons.models.year import QUARTER, Work, Year, account

__all__ = ["SHOCKS", "Business", "Dials", "Shock", "Year", "simulate"]

BLOCK = 500  # runs at a time: smaller arrays stay in a processor's cache, which takes a quarter off the time
LUCK = 2**16  # steps of luck: fine enough for a weekly chance of a few in a thousand, and quick to draw
DRAWS = 4096  # equally likely values that stand for a Poisson distribution


def simulate(
    business: Business, dials: Dials, runs: int = 1000, weeks: int = 52, seed: int = 1, shock: Shock | None = None
) -> Year:
    """Play the year many times.

    Parameters
    ----------
    business : Business
    dials : Dials
    runs : int
        How often, whole, in [1, 100,000].
    weeks : int
        How long, whole, in [13, 520].
    seed : int
        The same seed gives the same result; whole, in [0, 1,000,000].
    shock : Shock, optional
        In a week of the year.

    Returns
    -------
    Year

    Examples
    --------
    >>> year = simulate(Business(), Dials(delegation=4))
    >>> year.cash.shape, bool(year.surplus.mean() > simulate(Business(), Dials(delegation=0)).surplus.mean())
    ((1000,), True)
    """
    runs, weeks = one_whole_number("runs", runs, 1, 100_000), one_whole_number("weeks", weeks, QUARTER, 520)
    if shock and shock.week > weeks:
        raise ArgumentError("shock", shock, f"in one of the {weeks} weeks")
    success = success_best_of(business.base_rate, dials.vetting * business.best_validity, business.candidates)
    blocks = [min(BLOCK, runs - first) for first in range(0, runs, BLOCK)]
    streams = np.random.default_rng(one_whole_number("seed", seed, 0)).spawn(len(blocks))
    years = [
        _play(business, dials, random, (weeks, block), success, shock)
        for random, block in zip(streams, blocks, strict=True)
    ]
    return Year(
        *(np.concatenate(parts, axis=-1) for parts in zip(*(vars(year).values() for year in years), strict=True))
    )


def _play(
    business: Business,
    dials: Dials,
    random: np.random.Generator,
    shape: tuple[int, ...],
    success: float,
    shock: Shock | None,
) -> Year:
    jobs = _arrivals(business, random, shape, shock)
    own = _bench if dials.bench_size else _strangers
    inside = own(business, dials, random, (1 - dials.companies) * jobs, success, shock)
    outside = _company(business, dials, random, dials.companies * jobs)
    return account(business, dials, random, jobs, inside, outside)


def _arrivals(
    business: Business, random: np.random.Generator, shape: tuple[int, ...], shock: Shock | None
) -> np.ndarray:
    """Return the jobs of each week and run, looked up in a table of equally likely values: faster than drawing."""
    which = random.integers(0, DRAWS, shape, dtype=np.uint16)
    jobs = _poisson(business.jobs)[which]
    if shock and shock.kind == "demand doubles":
        jobs[shock.week - 1 :] = _poisson(2 * business.jobs)[which[shock.week - 1 :]]
    return jobs


@lru_cache
def _poisson(mean: float) -> np.ndarray:
    counts = np.arange(int(mean + 10 * math.sqrt(mean) + 20))
    below = np.cumsum(np.exp(counts[1:] * math.log(mean) - np.cumsum(np.log(counts[1:])) - mean)) + math.exp(-mean)
    values = np.searchsorted(below, (np.arange(DRAWS) + 0.5) / DRAWS) + 1.0
    values[(np.arange(DRAWS) + 0.5) / DRAWS < math.exp(-mean)] = 0
    return (values * (mean / values.mean())).astype(np.float32)


@lru_cache
def _hours(business: Business, weekly_jobs: float, weeks: int) -> np.ndarray:
    """Return the hours of a job by how many weeks somebody has been here, with so many jobs a week."""
    done = 1 + weekly_jobs * np.arange(weeks)
    between = 1 / max(weekly_jobs, 1e-6)  # a job in a lifetime teaches nothing
    table = time_after_breaks(done, business.job_hours, business.learning_rate, between, business.forgetting)
    return table.astype(np.float32)


def _strangers(
    business: Business, dials: Dials, random: np.random.Generator, jobs: np.ndarray, success: float, shock: Shock | None
) -> Work:
    return Work(jobs, jobs * np.float32(business.job_hours * business.newcomer_rate), success, jobs)


def _company(business: Business, dials: Dials, random: np.random.Generator, jobs: np.ndarray) -> Work:
    weeks = len(jobs)
    if not dials.companies:
        return Work(jobs, jobs, 0.0, 0.0)
    done = jobs * (random.random(jobs.shape, dtype=np.float32) >= business.company_outage)
    hours = _hours(business, dials.companies * business.jobs, weeks)[:, None]
    joined = np.zeros((weeks, 1), dtype=np.float32)
    joined[0] = 1
    return Work(done, done * hours * np.float32(business.company_rate), business.company_good, joined)


def _bench(
    business: Business, dials: Dials, random: np.random.Generator, jobs: np.ndarray, success: float, shock: Shock | None
) -> Work:
    """Add up the bench, member by member.

    A member's history is one whole number a week: twice the week in which whoever is here now joined, plus 1 if they
    are good. Since later weeks have larger numbers, a running maximum keeps the latest to join.
    """
    weeks, runs = jobs.shape
    if dials.companies == 1:
        return Work(jobs, jobs, 0.0, 0.0)
    histories, there = _histories(business, random, success, (weeks, dials.bench_size, runs))
    successor_good = random.random((runs,)) < success  # drawn in any case, so that a shock changes nothing else
    if shock and shock.kind == "best provider leaves":
        _lose_best(histories, shock.week - 1, successor_good)
    hours = _hours(business, (1 - dials.companies) * business.jobs / dials.bench_size, weeks)
    capacity, load, here, good, joined = (np.zeros(jobs.shape, dtype=np.float32) for _ in range(5))
    start = np.arange(weeks, dtype=np.int16)[:, None]
    needs = np.empty(jobs.shape, dtype=np.float32)
    for member in range(dials.bench_size):
        history, present = histories[:, member], there[:, member]
        tenure = start - (history >> 1)
        np.take(hours, tenure, out=needs, mode="clip")  # in bounds anyway; without a mode numpy makes a copy first
        here += present
        good += (history & 1) * present
        joined += tenure == 0
        capacity += present / needs
        load += np.multiply(needs, present, out=needs)
    some = np.maximum(here, 1)
    done = np.minimum(jobs, capacity * np.float32(business.member_hours))
    return Work(done, done * load / some * np.float32(business.regular_rate), good / some, joined)


def _histories(
    business: Business, random: np.random.Generator, success: float, shape: tuple[int, ...]
) -> tuple[np.ndarray, np.ndarray]:
    """Return who is here and whether they are available; one random number a week decides on leaving and absence."""
    leaving = 1 - (1 - business.departure) ** (1 / 52)
    luck = random.integers(0, LUCK, shape, dtype=np.uint16)
    joins = np.arange(0, 2 * shape[0], 2, dtype=np.int16)[:, None, None]
    histories = (joins + (luck < round(leaving * success * LUCK))) * (luck < round(leaving * LUCK))
    histories[0] = random.random(shape[1:]) < success
    for before, now in zip(histories, histories[1:], strict=False):  # several times faster than maximum.accumulate
        np.maximum(before, now, out=now)
    return histories, (luck < round((1 - business.outage) * LUCK)).astype(np.float32)


def _lose_best(histories: np.ndarray, week: int, good: np.ndarray) -> None:
    """Replace, in each run, the one who is good and has been here longest."""
    standing = np.where(histories[week] & 1, 1000, 0) - (histories[week] >> 1)
    best = standing.argmax(axis=0) == np.arange(histories.shape[1])[:, None]
    successor = np.where(best, 2 * week + good, 0).astype(np.int16)
    np.maximum(histories[week:], successor, out=histories[week:])
