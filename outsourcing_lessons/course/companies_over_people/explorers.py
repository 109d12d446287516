"""The two explorers of lesson 03: which of two records is the better bet, and when a company is worth its price."""

from __future__ import annotations

import math
from dataclasses import asdict
from typing import Any

import numpy as np

from outsourcing_lessons.blocks.block import Slider
from outsourcing_lessons.blocks.view import Goal, Point, Prediction, Series, Value, View, say
from outsourcing_lessons.course.companies_over_people.setting import (
    ALIKE,
    AWAY,
    FEW,
    GOOD,
    MANY,
    USUAL,
    cover_in_story,
    mark_up,
    setting_of,
    twist_of,
)
from outsourcing_lessons.lessons.case import Case, first_name
from outsourcing_lessons.lessons.explorer import ExplorerTemplate, PageModel, Scenarios, settled
from outsourcing_lessons.models import intermediaries, ratings
from outsourcing_lessons.money import readable, rounded

ORDINARY = np.arange(50.0, 96)  # good jobs in 100 that are usual on a marketplace
SET = ("company_price", "individual_attention", "outage", "shared", "outage_cost")  # by the sliders


def _record_sliders(case: Case) -> tuple[Slider, ...]:
    twist = twist_of(case)
    return (
        Slider(
            id="ordinary",
            label="What is ordinary here: good jobs in 100",
            short="Ordinary here",
            low=50,
            high=95,
            step=1,
            value=USUAL,
            unit="in 100",
        ),
        Slider(
            id="alike",
            label="How alike people are, from 10 (they differ a lot) to 100 (hardly); 0: nothing is known of the market",
            short="How alike people are",
            words={"0": "nothing is known"},
            low=0,
            high=100,
            step=10,
            value=ALIKE,
        ),
        Slider(
            id="short-jobs", label=f"{twist.spotless}: jobs, all good", low=1, high=40, step=1, value=FEW, unit="jobs"
        ),
        Slider(
            id="long-bad",
            label=f"{twist.veteran}: not good, of {MANY} jobs",
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
        ("Nothing is known of the market", {"alike": 0}),
        ("Eight jobs in ten are good", {"ordinary": 80}),
        ("Nearly all jobs are good", {"ordinary": 95}),
        ("Nearly all are good, and people are much alike", {"ordinary": 95, "alike": 100}),
        ("Twenty good jobs of twenty", {"short-jobs": 20}),
    )


def _record_givens(case: Case) -> dict[str, Any]:
    twist = twist_of(case)
    short, long = twist.spotless, twist.veteran
    names = {"short": short, "long": long, "short_first": first_name(short), "long_first": first_name(long)}
    return {**names, "few": FEW, "many": MANY, "bad": MANY - GOOD}


def records(givens: dict[str, Any], values: dict[str, float]) -> dict[str, Any]:
    """Return how likely the one with the long record is better, by what is ordinary on the marketplace."""
    jobs, good, alike = int(values["short-jobs"]), givens["many"] - int(values["long-bad"]), values["alike"]
    levels = [*ORDINARY.tolist(), values["ordinary"]]
    prior = [(level * alike / 100, (100 - level) * alike / 100) if alike else (1.0, 1.0) for level in levels]
    won, lost = np.array(prior).T
    better = 100 * np.asarray(ratings.chance_better(good, givens["many"], jobs, jobs, won, lost))
    chances = [rounded(float(one), 9) for one in better]  # no more is summed exactly
    chance = chances[-1]
    even = 48.5 <= chance < 51.5
    long_low, short_low = (
        rounded(100 * float(ratings.wilson_interval(*record)[0]), 9)
        for record in ((good, givens["many"]), (jobs, jobs))
    )
    story = jobs == givens["few"] and values["long-bad"] == givens["bad"]
    return {
        "levels": ORDINARY,
        "chances": chances[:-1],
        "evens": [50.0] * len(ORDINARY),
        "chance": chance,
        "sure": min(max(chance, 100 - chance), 99.0),
        "even": even,
        "long_better": not even and chance > 50,
        "short_better": not even and chance <= 50,
        "unknown": alike == 0,
        "differ": 0 < alike <= 30,
        "some": 30 < alike < 70,
        "same": alike >= 70,
        "long_low": long_low,
        "short_low": short_low,
        "flipped": story and not even and chance <= 50,
    }


RECORDS_VIEW = View(
    title="On which marketplace is the long record the better bet?",
    x_label="What is ordinary there: good jobs in 100",
    y_label="Chance that {long_first} is better",
    y_unit=" %",
    series=(
        Series(name="{long_first} is better", x="levels", y="chances"),
        Series(name="an even bet", x="levels", y="evens", role="stranger"),
    ),
    marks=(Point(x="ordinary", y="chance", text=say("{chance} %")),),
    sentence=say(
        ("unknown", "If you know nothing of the marketplace, "),
        ("not unknown", "Where {ordinary} jobs in 100 are good"),
        ("differ", " and people differ a lot, "),
        ("some", " and people differ somewhat, "),
        ("same", " and people are much alike, "),
        ("even", "the bet is even."),
        ("long_better", "bet on {long_first}: there is a {sure} % chance of being right."),
        ("short_better", "bet on {short_first}: there is a {sure} % chance of being right."),
        " By the records alone, {short_first} gets at least {short_low} of 100 jobs right, and {long_first} {long_low}.",
    ),
    readouts=(
        Value(label="Chance that {long} is better", value=say("{chance} %")),
        Value(label="{short}, at worst", value=say("{short_low} of 100 good")),
        Value(label="{long}, at worst", value=say("{long_low} of 100 good")),
    ),
    goal=Goal(
        ask="Leave both records as they are. Find a marketplace on which the short record is the better bet.",
        when="flipped",
        said=say(
            "You found one: where {ordinary} jobs in 100 are good, the same two records make {short_first} the better bet, with "
            "a {sure} % chance of being right."
        ),
    ),
    prediction=Prediction(axis="y", text="your guess: {guess} %"),
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
            label="What the company charges above a person's price",
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
        ("The company charges a tenth more", {"mark-up": 10}),
        ("Both in one town, and a missed day is expensive", {"together": 80, "gap": case.price(20)}),
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
    title="How much more may a company charge?",
    x_label="What a day with nobody costs you, {currency}",
    y_label="Above a person's price",
    y_unit=" %",
    series=(
        Series(name="Worth it up to", x="gaps", y="worth"),
        Series(name="It charges", x="ends", y="asks", role="stranger"),
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
        ("more", " charges {mark_up} % more than a person"),
        ("not more", " charges no more than a person"),
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
            "You found one: at {gap:about} for a day with nobody, {mark_up} % on top, {away} % of days away, {together} % of "
            "these together and {own_hours:1} hours a month of yours, the company is the cheapest. Is there another?"
        ),
    ),
)


RECORDS = ExplorerTemplate(
    id="companies-over-people.records",
    title="Two records",
    question="What would have to be ordinary on a marketplace before the short record is the better bet?",
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
