"""The two explorers of lesson 03: whom two records make the better bet, and when a company is worth its price."""

from __future__ import annotations

import math

import numpy as np

from outsourcing_lessons.blocks.block import Frame, Readout, Slider
from outsourcing_lessons.charts.chart import Chart, Line, Mark, describe, narrow, svg
from outsourcing_lessons.course.companies_over_people.setting import (
    AWAY,
    FEW,
    GOOD,
    MANY,
    cover_of,
    mark_up,
    setting_of,
    twist_of,
)
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import ExplorerTemplate
from outsourcing_lessons.models import intermediaries, ratings
from outsourcing_lessons.money import plain, readable

SHARES = np.arange(0.5, 100)  # per cent, the middle of each point
NAMES = {"individual": "one person", "individual with backup": "a person and a backup", "company": "the company"}


def _record_sliders(case: Case) -> tuple[Slider, ...]:
    twist = twist_of(case)
    return (
        Slider(id="short-jobs", label=f"{twist.spotless}: jobs rated", low=1, high=40, step=1, value=FEW, unit="jobs"),
        Slider(
            id="short-bad", label=f"{twist.spotless}: of these not good", low=0, high=5, step=1, value=0, unit="jobs"
        ),
        Slider(id="long-jobs", label=f"{twist.veteran}: jobs rated", low=1, high=120, step=1, value=MANY, unit="jobs"),
        Slider(
            id="long-bad",
            label=f"{twist.veteran}: of these not good",
            low=0,
            high=20,
            step=1,
            value=MANY - GOOD,
            unit="jobs",
        ),
    )


def _record_scenarios(case: Case):
    return (
        ("As in the story", {}),
        ("One perfect job", {"short-jobs": 1}),
        ("Twelve without a stain", {"short-jobs": 12}),
        ("One stain on the short record", {"short-bad": 1}),
        ("A hundred jobs, ten of them not good", {"long-jobs": 100, "long-bad": 10}),
    )


def _record_frame(case: Case, values: dict[str, float]) -> Frame:
    twist = twist_of(case)
    names = (twist.spotless, twist.veteran)
    records = []
    for jobs, bad in (("short-jobs", "short-bad"), ("long-jobs", "long-bad")):
        records.append((max(0, int(values[jobs] - values[bad])), int(values[jobs])))
    (short, short_jobs), (long, long_jobs) = records
    chance = 100 * float(ratings.chance_better(long, long_jobs, short, short_jobs))
    bounds = [[100 * float(bound) for bound in ratings.wilson_interval(good, jobs)] for good, jobs in records]
    lines = tuple(Line(name, SHARES, _belief(*record)) for name, record in zip(names, records, strict=True))
    marks = tuple(
        Mark(max(low, 0.5), line.at(max(low, 0.5)), f"{name.split()[0]}: from {plain(low)} %")
        for name, line, (low, _) in zip(names, lines, bounds, strict=True)
    )
    chart = Chart(
        title="How good might they really be?",
        x_label="True share of good jobs, per cent",
        y_label="How likely each share is, per point",
        y_unit=" %",
        lines=lines,
        marks=marks,
    )
    return Frame(
        svg=svg(chart),
        narrow=narrow(chart),
        alt=describe(chart),
        sentence=_record_sentence(names, chance, bounds),
        readouts=(
            Readout(label=f"Chance that {names[1]} is the better one", value=f"{plain(chance)} %"),
            *(
                Readout(label=f"{name}, 95 % range", value=f"{plain(low)} to {plain(high)} %")
                for name, (low, high) in zip(names, bounds, strict=True)
            ),
        ),
    )


def _belief(good: int, jobs: int) -> tuple[float, ...]:
    share = SHARES / 100
    log = good * np.log(share) + (jobs - good) * np.log(1 - share)
    weight = np.exp(log - log.max())
    return tuple(100 * weight / weight.sum())


def _record_sentence(names, chance: float, bounds) -> str:
    (short_low, _), (long_low, _) = bounds
    short, long = (name.split()[0] for name in names)
    ends = f"In a bad case {short}'s true share is {plain(short_low)} %, and {long}'s {plain(long_low)} %."
    if 48.5 <= chance < 51.5:
        return f"Who is better is a coin toss here. {ends}"
    better, sure = (long, chance) if chance > 50 else (short, 100 - chance)
    return f"Bet on {better}, who is the better one with a chance of {plain(min(sure, 99))} %. {ends}"


def _cover_sliders(case: Case) -> tuple[Slider, ...]:
    setting = setting_of(case)
    most = case.price(20)
    return (
        Slider(
            id="gap",
            label="What a day with nobody costs you",
            low=0,
            high=most,
            step=_step(case),
            value=setting.gap,
            prefix=case.prefix,
            decimals=2 if most < 100 else 0,
        ),
        Slider(
            id="mark-up",
            label="What the company asks above a person's price",
            low=0,
            high=120,
            step=1,
            value=mark_up(case),
            unit="%",
        ),
        Slider(
            id="away", label="Days on which a person is away", low=1, high=30, step=1, value=round(100 * AWAY), unit="%"
        ),
        Slider(
            id="together",
            label="Of these, days on which all persons are away at once",
            low=0,
            high=100,
            step=5,
            value=0,
            unit="%",
        ),
        Slider(
            id="own-hours",
            label="Your hours a month for each person",
            low=0,
            high=16,
            step=0.5,
            value=setting.own_hours,
            unit="hours",
            decimals=1,
        ),
    )


def _step(case: Case) -> float:
    """Return a step for sums of money on which every price in two figures lies that is worth an hour or more."""
    unit = 10.0 ** (math.floor(math.log10(case.hour)) - 1)
    return readable(unit if case.hour < 25 * unit else 5 * unit)


def _cover_scenarios(case: Case):
    return (
        ("As in the story", {}),
        ("A missed day does little harm", {"gap": readable(round(0.3 * case.hour / _step(case)) * _step(case))}),
        ("The company asks a tenth more", {"mark-up": 10}),
        ("Both in one town, and a missed day is very dear", {"together": 80, "gap": case.price(20)}),
        ("Your week is full already", {"own-hours": 14}),
    )


def _cover_frame(case: Case, values: dict[str, float]) -> Frame:
    cover = cover_of(
        case,
        gap=values["gap"],
        mark_up=values["mark-up"],
        away=values["away"] / 100,
        together=values["together"] / 100,
        own_hours=values["own-hours"],
    )
    gaps = np.linspace(0, case.price(20), 41)
    limits = np.minimum(intermediaries.frontier(cover, gaps, 0), intermediaries.frontier(cover, gaps, 1))
    worth = 100 * (limits / cover.individual_price - 1)
    here = min(float(intermediaries.frontier(cover, cover.outage_cost, k)) for k in (0, 1))
    limit = 100 * (here / cover.individual_price - 1)
    asked = values["mark-up"]
    chart = Chart(
        title="What may a company ask on top?",
        x_label="What a day with nobody costs you" + (f", {case.profile.currency}"),
        y_label="Above a person's price",
        y_unit=" %",
        lines=(Line("Worth it up to", gaps, worth), Line("It asks", (gaps[0], gaps[-1]), (asked, asked))),
        marks=(Mark(cover.outage_cost, asked, "you are here"),),
    )
    best = intermediaries.cheaper(cover)
    costs = {
        "individual": intermediaries.individual_cost(cover),
        "individual with backup": intermediaries.individual_cost(cover, 1),
        "company": intermediaries.company_cost(cover),
    }
    return Frame(
        svg=svg(chart),
        narrow=narrow(chart),
        alt=describe(chart),
        sentence=_cover_sentence(NAMES[best], case.about(costs[best]), best == "company", asked, limit),
        readouts=(
            *(
                Readout(label=f"{name[0].upper()}{name[1:]}, a year", value=case.about(float(costs[way])))
                for way, name in NAMES.items()
            ),
            Readout(label="The company is worth at most", value=_above(limit)),
        ),
    )


def _above(limit: float) -> str:
    return f"{plain(limit)} % above a person" if limit >= 0.5 else "no more than a person"


def _cover_sentence(name: str, cost: str, company: bool, asked: float, limit: float) -> str:
    worth = f"{'' if company else 'at most '}{plain(limit)} % more" if limit >= 0.5 else "no more at all"
    asks = f"asks {plain(asked)} % more than a person" if asked else "asks no more than a person"
    best = f"The cheapest way here is {name}, at {cost} a year."
    if company:
        return f"{best} It {asks}, and would still be worth it at {worth}."
    return f"{best} The company {asks}, and is worth {worth}."


RECORDS = ExplorerTemplate(
    id="companies-over-people.records",
    title="Two records",
    question="How many jobs without a stain does the short record need before the bet is even?",
    sliders=_record_sliders,
    scenarios=_record_scenarios,
    frame=_record_frame,
)
COVER = ExplorerTemplate(
    id="companies-over-people.cover",
    title="Person, backup or company",
    question="Find two different reasons why the company becomes the cheapest way.",
    sliders=_cover_sliders,
    scenarios=_cover_scenarios,
    frame=_cover_frame,
)
EXPLORERS = (RECORDS, COVER)
