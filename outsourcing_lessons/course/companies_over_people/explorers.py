"""The two explorers of lesson 03: whom two records make the better bet, and when a company is worth its price."""

from __future__ import annotations

import math
from dataclasses import asdict
from typing import Any

import numpy as np

from outsourcing_lessons.blocks.block import Slider
from outsourcing_lessons.blocks.view import Goal, Point, Series, Value, View, say
from outsourcing_lessons.course.companies_over_people.setting import (
    AWAY,
    FEW,
    GOOD,
    MANY,
    cover_in_story,
    mark_up,
    setting_of,
    twist_of,
)
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.explorer import ExplorerTemplate, PageModel, Scenarios, settled
from outsourcing_lessons.models import intermediaries, ratings
from outsourcing_lessons.money import readable, rounded

SHARES = np.arange(0.5, 100)  # per cent, the middle of each point
SET = ("company_price", "individual_attention", "outage", "shared", "outage_cost")  # by the sliders


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


def _record_scenarios(case: Case) -> Scenarios:
    return (
        ("As in the story", {}),
        ("One perfect job", {"short-jobs": 1}),
        ("Twelve without a stain", {"short-jobs": 12}),
        ("One stain on the short record", {"short-bad": 1}),
        ("A hundred jobs, ten of them not good", {"long-jobs": 100, "long-bad": 10}),
    )


def _record_givens(case: Case) -> dict[str, Any]:
    twist = twist_of(case)
    short, long = twist.spotless, twist.veteran
    return {"short": short, "long": long, "short_first": short.split()[0], "long_first": long.split()[0]}


def records(givens: dict[str, Any], values: dict[str, float]) -> dict[str, Any]:
    """Return how good the two might be by their records, and how likely the one with the long record is better."""
    found: dict[str, Any] = {"shares": SHARES}
    good = {}
    for name in ("short", "long"):
        jobs = int(values[f"{name}-jobs"])
        good[name] = (max(0, int(jobs - values[f"{name}-bad"])), jobs)
        low, high = (100 * float(bound) for bound in ratings.wilson_interval(*good[name]))
        belief, at = _belief(*good[name]), max(low, 0.5)
        found |= {f"{name}_belief": belief, f"{name}_low": low, f"{name}_high": high}
        found |= {f"{name}_at": at, f"{name}_height": float(np.interp(at, SHARES, belief))}
    chance = rounded(100 * float(ratings.chance_better(*good["long"], *good["short"])), 9)  # no more is summed exactly
    even = 48.5 <= chance < 51.5
    return found | {
        "chance": chance,
        "even": even,
        "long_better": not even and chance > 50,
        "short_better": not even and chance <= 50,
        "sure": min(max(chance, 100 - chance), 99.0),
        "turned": chance < 51.5 and values["short-bad"] == 0,
    }


def _belief(good: int, jobs: int) -> np.ndarray:
    share = SHARES / 100
    log = good * np.log(share) + (jobs - good) * np.log(1 - share)
    weight = np.exp(log - log.max())
    shares: np.ndarray = 100 * weight / weight.sum()
    return shares


RECORDS_VIEW = View(
    title="How good might they really be?",
    x_label="True share of good jobs, per cent",
    y_label="How likely each share is, per point",
    y_unit=" %",
    series=(
        Series(name="{short}", x="shares", y="short_belief", role="stranger"),
        Series(name="{long}", x="shares", y="long_belief"),
    ),
    marks=(
        Point(x="short_at", y="short_height", text=say("{short_first}: from {short_low} %")),
        Point(x="long_at", y="long_height", text=say("{long_first}: from {long_low} %")),
    ),
    sentence=say(
        ("even", "Who is better is a coin toss here."),
        ("long_better", "Bet on {long_first}, who is the better one with a chance of {sure} %."),
        ("short_better", "Bet on {short_first}, who is the better one with a chance of {sure} %."),
        " In a bad case {short_first}'s true share is {short_low} %, and {long_first}'s {long_low} %.",
    ),
    readouts=(
        Value(label="Chance that {long} is the better one", value=say("{chance} %")),
        Value(label="{short}, 95 % range", value=say("{short_low} to {short_high} %")),
        Value(label="{long}, 95 % range", value=say("{long_low} to {long_high} %")),
    ),
    goal=Goal(
        ask="Find how many jobs without a stain the short record needs before the bet is even.",
        when="turned",
        said=say(
            "You found it: against {long_bad} not good of {long_jobs}, {short_jobs} {short_jobs|job|jobs} without a stain will "
            "do. The chance of {long_first} is {chance} % then."
        ),
    ),
)


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


def _cover_scenarios(case: Case) -> Scenarios:
    return (
        ("As in the story", {}),
        ("A missed day does little harm", {"gap": readable(round(0.3 * case.hour / _step(case)) * _step(case))}),
        ("The company asks a tenth more", {"mark-up": 10}),
        ("Both in one town, and a missed day is very dear", {"together": 80, "gap": case.price(20)}),
        ("Your week is full already", {"own-hours": 14}),
    )


def _cover_givens(case: Case) -> dict[str, Any]:
    fixed = {name: value for name, value in asdict(cover_in_story(case)).items() if name not in SET}
    return {**fixed, "most": case.price(20), "currency": case.profile.currency}


def cover(givens: dict[str, Any], values: dict[str, float]) -> dict[str, Any]:
    """Return what a year costs in three ways, and what a company may ask at any cost of a day with nobody."""
    person, asked = givens["individual_price"], values["mark-up"]
    fixed = {name: value for name, value in givens.items() if name not in ("most", "currency")}
    year = intermediaries.Cover(
        **fixed,
        company_price=person * (1 + asked / 100),
        individual_attention=12 * values["own-hours"],
        outage=values["away"] / 100,
        shared=values["together"] / 100,
        outage_cost=values["gap"],
    )
    gaps = np.arange(41) * givens["most"] / 40
    limits = np.minimum(*(intermediaries.frontier(year, [*gaps, values["gap"]], backups) for backups in (0, 1)))
    worth = settled(100 * (limits / person - 1))
    costs = settled([*intermediaries.individual_cost(year, [0, 1]).tolist(), intermediaries.company_cost(year)])
    best = costs.index(min(costs))
    return {
        "gaps": gaps,
        "worth": worth[:-1],
        "limit": worth[-1],
        "ends": [0.0, givens["most"]],
        "asks": [asked, asked],
        "person_cost": costs[0],
        "backup_cost": costs[1],
        "company_cost": costs[2],
        "least": costs[best],
        "person": best == 0,
        "backup": best == 1,
        "company": best == 2,
        "worthwhile": worth[-1] >= 0.5,
        "more": asked > 0,
    }


COVER_VIEW = View(
    title="What may a company ask on top?",
    x_label="What a day with nobody costs you, {currency}",
    y_label="Above a person's price",
    y_unit=" %",
    series=(
        Series(name="Worth it up to", x="gaps", y="worth"),
        Series(name="It asks", x="ends", y="asks", role="stranger"),
    ),
    marks=(Point(x="gap", y="mark_up", text=say("you are here")),),
    sentence=say(
        "The cheapest way here is ",
        ("person", "one person"),
        ("backup", "a person and a backup"),
        ("company", "the company"),
        ", at {least:about} a year. ",
        ("company", "It"),
        ("not company", "The company"),
        ("more", " asks {mark_up} % more than a person"),
        ("not more", " asks no more than a person"),
        ("company", ", and would still be worth it at "),
        ("not company", ", and is worth "),
        ("worthwhile, not company", "at most "),
        ("worthwhile", "{limit} % more."),
        ("not worthwhile", "no more at all."),
    ),
    readouts=(
        Value(label="One person, a year", value=say("{person_cost:about}")),
        Value(label="A person and a backup, a year", value=say("{backup_cost:about}")),
        Value(label="The company, a year", value=say("{company_cost:about}")),
        Value(
            label="The company is worth at most",
            value=say(("worthwhile", "{limit} % above a person"), ("not worthwhile", "no more than a person")),
        ),
    ),
    goal=Goal(
        ask="Make the company the cheapest way.",
        when="company",
        said=say(
            "You found one: at {gap:about} for a day with nobody, {mark_up} % asked on top, {away} % of days away, {together} % of "
            "these together and {own_hours:1} hours a month of yours, the company is the cheapest. Is there another?"
        ),
    ),
)


RECORDS = ExplorerTemplate(
    id="companies-over-people.records",
    title="Two records",
    question="How many jobs without a stain does the short record need before the bet is even?",
    sliders=_record_sliders,
    scenarios=_record_scenarios,
    page=PageModel(records, RECORDS_VIEW, _record_givens),
)
COVER = ExplorerTemplate(
    id="companies-over-people.cover",
    title="Person, backup or company",
    question="Find two different reasons why the company becomes the cheapest way.",
    sliders=_cover_sliders,
    scenarios=_cover_scenarios,
    page=PageModel(cover, COVER_VIEW, _cover_givens),
)
EXPLORERS = (RECORDS, COVER)
