"""An explorer of lesson 03: when a company is worth its price."""

from __future__ import annotations

import math
from dataclasses import asdict, fields, replace
from typing import Any

import numpy as np

from outsourcing_lessons.blocks.block import Slider
from outsourcing_lessons.blocks.view import Find, Goal, Point, Series, Value, View, say
from outsourcing_lessons.course.companies_over_people.story_numbers import (
    AWAY,
    checking_hours,
    cover_in_story,
    mark_up,
    story_numbers,
)
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.explorer import ExplorerTemplate, PageModel, Scenarios, settled
from outsourcing_lessons.models import intermediaries
from outsourcing_lessons.money import readable

REASONS = {
    "by_gap": ("gap",),
    "by_price": ("mark-up",),
    "by_absence": ("away", "together"),
    "by_time": ("own-hours", "checking"),
}
COMPANY = 3  # among the costs
SET = ("company_price", "individual_attention", "outage", "shared", "outage_cost")  # by the sliders
FIXED = {field.name for field in fields(intermediaries.Cover)} - set(SET)


def _cover_sliders(case: Case) -> tuple[Slider, ...]:
    story = story_numbers(case)
    most = case.price(20)
    return (
        Slider(
            id="gap",
            label="What a day with nobody costs you",
            low=0,
            high=most,
            step=_step(case),
            value=story.gap,
            prefix=case.prefix,
            decimals=2 if most < 100 else 0,
        ),
        Slider(
            id="mark-up",
            label="What the company charges above a person’s price",
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
            label="Of these, days on which everybody is away at once",
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
            value=story.own_hours,
            unit="hours",
            decimals=1,
        ),
        Slider(
            id="checking",
            label="Your hours a month to check a machine that does it",
            short="Your hours checking a machine",
            low=0,
            high=60,
            step=1,
            value=checking_hours(case),
            unit="hours",
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
        ("Your week is full already", {"own-hours": 14, "checking": 60}),
        ("A machine that is quickly checked", {"checking": 4}),
    )


def _cover_givens(case: Case) -> dict[str, Any]:
    fixed = {name: value for name, value in asdict(cover_in_story(case)).items() if name not in SET}
    fixed |= {f"start_{slider.id.replace('-', '_')}": slider.value for slider in _cover_sliders(case)}
    return {**fixed, "most": case.price(20), "currency": case.profile.currency}


def _year(givens: dict[str, Any], values: dict[str, float]) -> intermediaries.Cover:
    fixed = {name: value for name, value in givens.items() if name in FIXED}
    return intermediaries.Cover(
        **fixed,
        company_price=givens["individual_price"] * (1 + values["mark-up"] / 100),
        individual_attention=12 * values["own-hours"],
        outage=values["away"] / 100,
        shared=values["together"] / 100,
        outage_cost=values["gap"],
    )


def _ways(year: intermediaries.Cover, checking: float) -> tuple[tuple[intermediaries.Cover, int], ...]:
    """Return one person, a person and a backup, and a machine, each with how many back it up.

    A machine costs nothing here but your checking, and on days when you are away nobody checks.
    """
    machine = replace(year, individual_price=0, individual_attention=12 * checking)
    return (year, 0), (year, 1), (machine, 0)


def _costs(givens: dict[str, Any], values: dict[str, float]) -> list[float]:
    """Return what a year costs in each of these ways, and with the company."""
    year = _year(givens, values)
    ways = _ways(year, values["checking"])
    each = [intermediaries.individual_cost(one, backups) for one, backups in ways]
    return list(settled([*each, intermediaries.company_cost(year)]))


def _decides(givens: dict[str, Any], values: dict[str, float], sliders: tuple[str, ...]) -> bool:
    """Say whether these sliders make the company the cheapest: without them it is not, or with them alone it is."""
    start = {name: givens[f"start_{name.replace('-', '_')}"] for name in values}

    def wins(setting: dict[str, float]) -> bool:
        costs = _costs(givens, setting)
        return costs.index(min(costs)) == COMPANY

    moved = {name: values[name] for name in sliders}
    back = {name: start[name] for name in sliders}
    return moved != back and (not wins(values | back) or wins(start | moved))


def cover(givens: dict[str, Any], values: dict[str, float]) -> dict[str, Any]:
    """Return what a year costs in four ways, and what a company may ask at any cost of a day with nobody."""
    person, asked, year = givens["individual_price"], values["mark-up"], _year(givens, values)
    ways = _ways(year, values["checking"])
    gaps = np.arange(41) * givens["most"] / 40
    limits = np.min([intermediaries.frontier(one, [*gaps, values["gap"]], backups) for one, backups in ways], axis=0)
    worth = settled(100 * (limits / person - 1))
    costs = _costs(givens, values)
    best = costs.index(min(costs))
    return {
        "gaps": gaps,
        "worth": worth[:-1],
        "limit": worth[-1],
        "ends": [0.0, givens["most"]],
        "asks": [asked, asked],
        "person_cost": costs[0],
        "backup_cost": costs[1],
        "machine_cost": costs[2],
        "company_cost": costs[3],
        "least": costs[best],
        "person": best == 0,
        "backup": best == 1,
        "machine": best == 2,
        "company": best == COMPANY,
        "worthwhile": worth[-1] >= 0.5,
        "more": asked > 0,
        **{name: best == COMPANY and _decides(givens, values, sliders) for name, sliders in REASONS.items()},
    }


COVER_VIEW = View(
    title="How much more may a company charge?",
    x_label="What a day with nobody costs you, {currency}",
    y_label="Above a person’s price",
    y_unit=" %",
    series=(
        Series(name="Worth it up to", x="gaps", y="worth"),
        Series(name="It charges", x="ends", y="asks", role="stranger"),
    ),
    marks=(Point(x="gap", y="mark_up", text=say("you are here"), drag_x="gap", drag_y="mark-up"),),
    sentence=say(
        "The cheapest way here is ",
        ("person", "one person"),
        ("backup", "a person and a backup"),
        ("machine", "a machine that you check"),
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
        Value(label="A machine that you check, a year", value=say("{machine_cost:about}")),
        Value(label="The company, a year", value=say("{company_cost:about}")),
        Value(
            label="The company is worth at most",
            value=say(("worthwhile", "{limit} % above a person"), ("not worthwhile", "no more than a person")),
        ),
    ),
    goal=Goal(
        ask="Make the company the cheapest way, for two different reasons.",
        enough=2,
        finds=(
            Find(
                when="by_gap",
                said=say("The cost of a day with nobody: at {gap:about} for such a day, the company is the cheapest."),
            ),
            Find(
                when="by_price",
                said=say("Its price: at {mark_up} % above a person’s price, the company is the cheapest."),
            ),
            Find(
                when="by_absence",
                said=say(
                    "How people are away: on {away} % of days, and on {together} % of these all at once, the company is "
                    "the cheapest."
                ),
            ),
            Find(
                when="by_time",
                said=say(
                    "Your own time: at {own_hours:1} {own_hours|hour|hours} a month for each person and {checking} for a machine, the company is the cheapest."
                ),
            ),
        ),
    ),
)


COVER = ExplorerTemplate(
    id="companies-over-people.cover",
    title="Person, backup, machine or company",
    question="Find two different reasons why the company becomes the cheapest way.",
    sliders=_cover_sliders,
    scenarios=_cover_scenarios,
    page=PageModel(cover, COVER_VIEW, _cover_givens),
)
