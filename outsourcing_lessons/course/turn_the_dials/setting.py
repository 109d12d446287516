"""The learner's business as the simulator sees it, and the settings the lesson compares.

Every figure is an assumption of the course. Money is set in the owner's hours, so that it fits every currency.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.models.business import Business, Dials, Shock, Year, simulate

SEED = 1
WORK_A_WEEK = 24  # provider's hours that come in, at the pace of a first job

BASELINE = Dials(bench_size=0, vetting=0.1, companies=0, delegation=1, automation_hours=0, monitoring_hours=0)
LESSONS = Dials(bench_size=2, vetting=0.7, companies=0, delegation=4, automation_hours=30, monitoring_hours=2)


def business_of(case: Case) -> Business:
    """Return the learner's business."""
    trade, hour, profile = case.trade, case.hour, case.profile
    own = dict(**trade.of("turn-the-dials"))
    hours = trade.stream.first_hours
    mistake = own.pop("mistake")
    return Business(
        jobs=WORK_A_WEEK / hours,
        job_hours=hours,
        job_value=2.4 * hours * hour,
        own_hour=hour,
        weekly_hours=profile.weekly_hours,
        own_work=0.6 * profile.weekly_hours,
        newcomer_rate=case.price(case.trade.newcomer_rate),
        regular_rate=case.price(case.trade.regular_rate),
        company_rate=case.price(trade.agency_rate),
        late_cost=3 * hour,
        error_cost=mistake * hour,
        waiting_cost=hour / 30,
        **own,
    )


@lru_cache(maxsize=64)
def year_of(business: Business, dials: Dials, runs: int = 1000, shock: Shock | None = None) -> Year:
    """Play a year; the same question is answered from memory."""
    return simulate(business, dials, runs=runs, seed=SEED, shock=shock)


def left_over(case: Case, dials: Dials, runs: int = 1000, shock: Shock | None = None) -> NDArray[np.float64]:
    """Return what each year leaves after providers, mistakes and the owner's hours for this work, currency.

    The owner's other work is the same in all settings and is left out.
    """
    return year_of(business_of(case), dials, runs, shock).surplus


def hours_a_week(case: Case, dials: Dials) -> float:
    """Return how many hours the owner works in a week, on average, other work included."""
    return float(year_of(business_of(case), dials).owner_hours.mean()) / 52
