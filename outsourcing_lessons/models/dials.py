"""A small business that buys work, the dials its owner can turn, and what may hit it: the capstone's parameters."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import ClassVar

import numpy as np

from outsourcing_lessons.errors import ArgumentError
from outsourcing_lessons.models.arguments import one_number, one_whole_number

SHOCKS = ("best provider leaves", "demand doubles")
CHANCES = (
    "learning_rate", "departure", "outage", "base_rate", "best_validity", "error_good", "error_bad", "company_good",
    "company_outage", "exceptions", "owner_catch", "automation_upkeep",
)  # fmt: skip
NOT_ZERO = ("jobs", "job_hours", "weekly_hours", "learning_rate", "member_hours", "watching_hours", "automation_scale",
            "process_life")  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Business:
    """One kind of business; every figure is an assumption that a learner may change. Money is in the own currency.

    Parameters
    ----------
    jobs : float
        Jobs a week on average, in (0, 1,000].
    job_hours : float
        Provider's hours for a first job, in (0, ∞).
    job_value : float
        What a finished job brings in, currency, in [0, ∞).
    own_hour : float
        What an hour of the owner's is worth, currency, in [0, ∞).
    weekly_hours, own_work : float
        Hours a week the owner has, in (0, 168], and needs for work that is never handed over, in [0, 168].
    newcomer_rate, regular_rate, company_rate : float
        Price of a provider's hour, currency, in [0, ∞): somebody new each time, one of the bench, a company.
    learning_rate, forgetting : float
        As in `learning.time_after_breaks`: in (0, 1], and per week in [0, ∞).
    member_hours : float
        Hours a week that one of the bench has for this business, in (0, ∞).
    search_hours, onboarding_hours, contact_hours : float
        Owner's hours to find somebody, to brief somebody new, and a week for each one on the bench, in [0, ∞).
    departure, outage : float
        Chance that one of the bench leaves within a year, and is unavailable in a given week, in [0, 1].
    late_cost : float
        What a job that nobody can do costs beside its value, currency, in [0, ∞).
    base_rate, candidates, best_validity, vetting_hours : float
        Share of good providers among candidates, in [0, 1]; candidates for a place, whole, 1 or more; validity of
        judging with full effort, in [0, 1]; owner's hours which that takes for a place, in [0, ∞).
    error_good, error_bad : float
        Chance of a mistake in a job by a good and by a bad provider, in [0, 1].
    error_cost, rework_hours : float
        What a mistake that reaches a customer costs, currency; owner's hours for any mistake; in [0, ∞).
    company_good, company_outage, company_contact : float
        Share of good people at the company and its chance to have nobody in a week, in [0, 1]; owner's hours a week for
        dealing with it, in [0, ∞).
    decisions, decision_hours, waiting_cost : float
        Decisions in each job; owner's hours for one; currency for each hour a job waits for one; in [0, ∞).
    exceptions : float
        Share of decisions beyond what can be handed over, in [0, 1].
    owner_catch : float
        Share of mistakes seen where the owner looks, in [0, 1].
    watching_hours : float
        Hours a week of monitoring with which the owner looks at 63 % of what is delegated, in (0, ∞).
    practice_decay, drift : float
        Share of agreed practice lost a week when nobody watches; by how much delegated mistakes multiply, beside the
        first, once all is lost; in [0, ∞).
    automatable_hours, automation_scale, automation_upkeep : float
        Hours of the owner's week that could be automated; building hours with which 63 % of them are, in (0, ∞); upkeep
        a week as a share of building hours, in [0, 1].
    process_life : float
        Weeks that what was automated stays the same on average, in (0, ∞).

    Raises
    ------
    ArgumentError
        At the first parameter that is impossible.
    """

    jobs: float = 3
    job_hours: float = 8
    job_value: float = 600
    own_hour: float = 60
    weekly_hours: float = 45
    own_work: float = 28
    newcomer_rate: float = 32
    regular_rate: float = 36
    company_rate: float = 60
    learning_rate: float = 0.85
    forgetting: float = 0.02
    member_hours: float = 20
    search_hours: float = 2
    onboarding_hours: float = 3
    contact_hours: float = 0.5
    departure: float = 0.3
    outage: float = 0.05
    late_cost: float = 200
    base_rate: float = 0.5
    candidates: int = 5
    best_validity: float = 0.5
    vetting_hours: float = 6
    error_good: float = 0.05
    error_bad: float = 0.25
    error_cost: float = 500
    rework_hours: float = 1
    company_good: float = 0.75
    company_outage: float = 0.005
    company_contact: float = 0.5
    decisions: float = 4
    decision_hours: float = 0.5
    waiting_cost: float = 2
    exceptions: float = 0.05
    owner_catch: float = 0.6
    watching_hours: float = 2
    practice_decay: float = 0.03
    drift: float = 3
    automatable_hours: float = 4
    automation_scale: float = 40
    automation_upkeep: float = 0.01
    process_life: float = 100

    def __post_init__(self) -> None:
        high = dict.fromkeys(CHANCES, 1) | {"jobs": 1000, "weekly_hours": 168, "own_work": 168}
        for field in fields(self):
            value = getattr(self, field.name)
            if field.name == "candidates":
                one_whole_number(field.name, value)
            else:
                one_number(field.name, value, 0, high.get(field.name, np.inf), above=field.name in NOT_ZERO)


@dataclass(frozen=True, kw_only=True)
class Dials:
    """What the owner decides. ``Dials.RANGES`` has the least and the most of each.

    Parameters
    ----------
    bench_size : int
        How many regular providers take turns, in [0, 6]; 0 is somebody new for every job.
    vetting : float
        Effort in choosing people, as a share of all that is useful, in [0, 1].
    companies : float
        Share of jobs given to a company, in [0, 1].
    delegation : float
        Level of delegation, in [0, 6], as in `delegation.LEVELS`.
    automation_hours : float
        Owner's hours spent on building automation in the first four weeks, in [0, 200].
    monitoring_hours : float
        Owner's hours a week for watching how delegated work goes, in [0, 20].
    """

    bench_size: int = 2
    vetting: float = 0.5
    companies: float = 0
    delegation: float = 3
    automation_hours: float = 0
    monitoring_hours: float = 1

    RANGES: ClassVar = {
        "bench_size": (0, 6), "vetting": (0, 1), "companies": (0, 1), "delegation": (0, 6),
        "automation_hours": (0, 200), "monitoring_hours": (0, 20),
    }  # fmt: skip

    def __post_init__(self) -> None:
        for name, (low, high) in self.RANGES.items():
            read = one_whole_number if name == "bench_size" else one_number
            read(name, getattr(self, name), low, high)


@dataclass(frozen=True)
class Shock:
    """Something that happens to every run in the same week.

    Parameters
    ----------
    week : int
        Counted from 1, whole, in [1, 520].
    kind : str
        One of `SHOCKS`: the best of the bench leaves, or twice the jobs come from this week on.
    """

    week: int
    kind: str

    def __post_init__(self) -> None:
        one_whole_number("week", self.week, 1, 520)
        if self.kind not in SHOCKS:
            raise ArgumentError("kind", self.kind, " or ".join(repr(kind) for kind in SHOCKS))
