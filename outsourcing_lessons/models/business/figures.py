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
    """The figures of a business. Money is in hours of the owner's own time; a week's figure is for an usual week.

    Parameters
    ----------
    jobs, hours, price : float
        Jobs that usually come in a week; a newcomer's hours for one; what it brings.
    swing : float
        How much demand swings from week to week; 1 is pure chance.
    quit, late : float
        Share of waiting jobs that leave each week; what such a job costs, as a share of its price.
    fixed : float
        Rent, tools and insurance a week.
    week, stretch : float
        The owner's hours a week, of which those beyond count one and a half; hours beyond, at most, for jobs and
        questions.
    own, admin : float
        Hours a week of work that is never handed over, and earns what it costs; of work that a tool could take over.
    own_pace : float
        The owner's hours for a job, as a share of a newcomer's.
    draw, least : float
        Money a week to live on; the share of it that must do when there is less in the bank than at the start.
    sell : float
        Money for an hour of the week that comes free.
    cash, reserve : float
        In the bank at the start; how many times as much stays there at the end of a quarter, the rest is taken home.
    ruin, goodwill : float
        What it costs to lose the firm; what all the customers are worth at the end.
    rate, helper_hours, guarantee : float
        Money for a helper's hour; hours a week at most; hours a week that are paid in any case.
    contact : float
        The owner's hours a week for each helper.
    floor, half : float
        Hours of a job in the end, as a share of a newcomer's; jobs after which half of that is learnt.
    pass_on : float
        Share of what is known here that a newcomer gets from a colleague.
    leave, away : float
        Chance to leave within a year; to be away in a week.
    base, top : float
        Share of good helpers without care in choosing, and with full care.
    slow : float
        What the others take longer, as a share.
    error_good, error_bad : float
        Mistakes in a newcomer's hours for a job, of good helpers and of others.
    search, gap : float
        The owner's hours to find and brief a helper; weeks until one is there.
    care_hours, care_weeks, trial : float
        More hours and weeks with full care; money for the paid trial.
    company_price, error_company : float
        What a company takes for a job; mistakes in one.
    need, big : float
        Share of the work a company must stand ready for, to count as cover; share of the work that comes from the
        customer who asks for it.
    error_cost, rework : float
        Cost of a mistake that reaches a customer, on average; the owner's hours for one found in time.
    decisions, decide : float
        Decisions in a job; the owner's hours for one.
    wrong, stake : float
        Wrong decisions for each mistake in a job; what one of the usual size costs.
    look, catch, watch_half : float
        Share of mistakes found where decisions pass the desk; by watching everything; hours a week to watch half.
    fame : float
        How customers take mistakes and waiting; 1 is usual.
    half_life : float
        Years until half of what was agreed is forgotten, unwatched. Bloom and others (2020) found half left after 8.5.
    routine, build_half, fade : float
        Share of a job that a tool could do; hours of building until half of that is done; share that stops working each
        week.
    error_tool : float
        Mistakes in a job's worth of what the tool drafts.
    harder : float
        Above 0 the news is against the firm: of three cards drawn the one comes that hurts the present dials most.

    Examples
    --------
    >>> usual = dict(jobs=10, hours=6, price=7.6, rate=0.4, company_price=3.8, error_cost=14, stake=3.4)
    >>> Business(**usual).half_life
    8.5
    >>> Business(**usual, leave=1)
    Traceback (most recent call last):
    outsourcing_lessons.errors.ArgumentError: leave is 1; allowed: a number from 0, below 1
    """

    jobs: float
    hours: float
    price: float
    swing: float = 0.7
    quit: float = 0.35
    late: float = 0.2
    fixed: float = 8
    week: float = 45
    stretch: float = 10
    own: float = 30
    own_pace: float = 0.6
    admin: float = 6
    draw: float = 28
    least: float = 0.6
    sell: float = 0.6
    cash: float = 150
    reserve: float = 2
    ruin: float = 800
    goodwill: float = 400
    rate: float
    helper_hours: float = 24
    guarantee: float = 6
    contact: float = 0.6
    floor: float = 0.6
    half: float = 20
    pass_on: float = 0.4
    leave: float = 0.5
    away: float = 0.05
    base: float = 0.4
    top: float = 0.85
    slow: float = 0.3
    error_good: float = 0.05
    error_bad: float = 0.22
    search: float = 8
    gap: float = 4
    care_hours: float = 8
    care_weeks: float = 2
    trial: float = 5
    company_price: float
    error_company: float = 0.05
    need: float = 0.15
    big: float = 0.3
    error_cost: float
    rework: float = 1.5
    decisions: float = 2
    decide: float = 0.35
    wrong: float = 0.3
    stake: float
    look: float = 0.4
    catch: float = 0.8
    watch_half: float = 1.2
    fame: float = 1
    half_life: float = 8.5
    routine: float = 0.1
    build_half: float = 45
    fade: float = 0.015
    error_tool: float = 0.12
    harder: float = 0

    def __post_init__(self) -> None:
        for figure in fields(self):
            name, value = figure.name, getattr(self, figure.name)
            most = 1 if name in (*_SHARES, *_CHANCES) else inf
            one_number(name, value, 0, most, above=name in _ABOVE_NOTHING, below=name in _CHANCES)
        one_number("week", self.week, 0, 168)
        one_number("own", self.own, 0, self.week)
        one_number("top", self.top, self.base, 1)
