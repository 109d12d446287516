"""One kind of business: every figure of it is an assumption of the course that a learner may change."""

from __future__ import annotations

from dataclasses import dataclass, fields
from math import inf

from outsourcing_lessons.models.arguments import one_number

_SHARES = (
    "late", "least", "sell", "floor", "pass_on", "away", "base", "top", "error_good", "error_bad", "error_company",
    "need", "big", "look", "catch", "routine", "fade", "error_tool", "harder",
)  # fmt: skip
_CHANCES = ("quit", "leave")  # 1 would leave nobody to wait, and no helper for a day
_ABOVE_NOTHING = (
    "jobs", "hours", "own_pace", "cash", "helper_hours", "half", "decide", "watch_half", "half_life", "build_half",
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class Business:
    """The figures of a business. Money is in hours of the owner's own time; a week's figure is for a usual week.

    Examples
    --------
    >>> usual = dict(jobs=10, hours=6, price=7.6, rate=0.4, company_price=3.8, error_cost=14, stake=3.4)
    >>> Business(**usual).half_life
    8.5
    >>> Business(**usual, leave=1)
    Traceback (most recent call last):
    outsourcing_lessons.errors.ArgumentError: leave is 1; allowed: a number from 0, below 1
    """

    jobs: float  # jobs that usually come in a week
    hours: float  # a newcomer's hours for one
    price: float  # what one brings
    swing: float = 0.7  # how much demand swings from week to week; 1 is pure chance
    quit: float = 0.35  # share of waiting jobs that leave each week
    late: float = 0.2  # what such a job costs, as a share of its price
    fixed: float = 8  # rent, tools and insurance a week
    week: float = 45  # the owner's hours a week; those beyond count one and a half
    stretch: float = 10  # hours beyond, at most, for jobs and questions
    own: float = 30  # hours a week of work that is never handed over, and earns what it costs
    own_pace: float = 0.6  # the owner's hours for a job, as a share of a newcomer's
    admin: float = 6  # hours a week of work that a tool could take over
    draw: float = 28  # money a week to live on
    least: float = 0.6  # the share of it that must do when there is less in the bank than at the start
    sell: float = 0.6  # money for an hour of the week that comes free
    cash: float = 150  # in the bank at the start
    reserve: float = 2  # how many times as much stays there at the end of a quarter; the rest is taken home
    ruin: float = 800  # what it costs to lose the firm
    goodwill: float = 400  # what all the customers are worth at the end
    rate: float  # money for a helper's hour
    helper_hours: float = 24  # hours a week of a helper at most
    guarantee: float = 6  # hours a week that are paid in any case
    contact: float = 0.6  # the owner's hours a week for each helper
    floor: float = 0.6  # hours of a job in the end, as a share of a newcomer's
    half: float = 20  # jobs after which half of that is learnt
    pass_on: float = 0.4  # share of what is known here that a newcomer gets from a colleague
    leave: float = 0.5  # chance that a helper leaves within a year
    away: float = 0.05  # chance that one is away in a week
    base: float = 0.4  # share of good helpers without care in choosing
    top: float = 0.85  # share of good helpers with full care
    slow: float = 0.3  # what the others take longer, as a share
    error_good: float = 0.05  # mistakes in a newcomer's hours for a job, of good helpers
    error_bad: float = 0.22  # the same of the others
    search: float = 8  # the owner's hours to find and brief a helper
    gap: float = 4  # weeks until one is there
    care_hours: float = 8  # more hours with full care
    care_weeks: float = 2  # more weeks with full care
    trial: float = 5  # money for the paid trial
    company_price: float  # what a company takes for a job
    error_company: float = 0.05  # mistakes in a job by a company
    need: float = 0.15  # share of the work a company must stand ready for, to count as cover
    big: float = 0.3  # share of the work that comes from the customer who asks for it
    error_cost: float  # cost of a mistake that reaches a customer, on average
    rework: float = 1.5  # the owner's hours for a mistake found in time
    decisions: float = 2  # decisions in a job
    decide: float = 0.35  # the owner's hours for one
    wrong: float = 0.3  # wrong decisions for each mistake in a job
    stake: float  # what a wrong decision of the usual size costs
    look: float = 0.4  # share of mistakes found where decisions pass the desk
    catch: float = 0.8  # share of mistakes found by watching everything
    watch_half: float = 1.2  # hours a week to watch half
    fame: float = 1  # how customers take mistakes and waiting; 1 is usual
    half_life: float = 8.5  # years until half of what was agreed is forgotten, unwatched; so in Bloom et al. (2020)
    routine: float = 0.1  # share of a job that a tool could do
    build_half: float = 45  # hours of building until half of that is done
    fade: float = 0.015  # share of it that stops working each week
    error_tool: float = 0.12  # mistakes in a job's worth of what the tool drafts
    harder: float = 0  # above 0, of three cards of news drawn the one comes that hurts the present dials most

    def __post_init__(self) -> None:
        for figure in fields(self):
            name, value = figure.name, getattr(self, figure.name)
            most = 1 if name in (*_SHARES, *_CHANCES) else inf
            one_number(name, value, 0, most, above=name in _ABOVE_NOTHING, below=name in _CHANCES)
        one_number("week", self.week, 0, 168)
        one_number("own", self.own, 0, self.week)
        one_number("top", self.top, self.base, 1)
