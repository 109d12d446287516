"""An explorer of lesson 03: which of two records is the better bet, by what is ordinary on the marketplace."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np

from outsourcing_lessons.blocks.block import Slider
from outsourcing_lessons.blocks.view import Goal, Point, Prediction, Series, Value, View, say
from outsourcing_lessons.course.companies_over_people.story_numbers import ALIKE, FEW, GOOD, MANY, USUAL, twist_of
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.explorer import ExplorerTemplate, PageModel, Scenarios
from outsourcing_lessons.lessons.trade import first_name
from outsourcing_lessons.models import ratings
from outsourcing_lessons.money import rounded

LEVELS_DRAWN = np.arange(50.0, 96, 3)  # good jobs in 100 that are usual on a marketplace


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
            label="How alike people are (10: they differ a lot, 100: hardly, 0: nothing is known)",
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


def beforehand(case: Case) -> None:
    """Compute what the explorer finds for everybody alike, at the settings with a name."""
    start = {slider.id: slider.value for slider in _record_sliders(case)}
    for _, values in _record_scenarios(case):
        records(_record_givens(case), start | values)


def records(givens: dict[str, Any], values: dict[str, float]) -> dict[str, Any]:
    """Return how likely the one with the long record is better, by what is ordinary on the marketplace."""
    known = (givens[name] for name in ("few", "many", "bad"))
    return _found(*known, *(values[name] for name in ("short-jobs", "long-bad", "alike", "ordinary")))


@lru_cache(64)
def _found(
    few: int, many: int, bad: int, short_jobs: float, long_bad: float, alike: float, ordinary: float
) -> dict[str, Any]:
    jobs, good = int(short_jobs), many - int(long_bad)
    levels = [*LEVELS_DRAWN.tolist(), ordinary]
    prior = [(level * alike / 100, (100 - level) * alike / 100) if alike else (1.0, 1.0) for level in levels]
    won, lost = np.array(prior).T
    better = 100 * np.asarray(ratings.chance_better(good, many, jobs, jobs, won, lost))
    chances = [rounded(float(one), 9) for one in better]  # no more is summed exactly
    chance = chances[-1]
    even = 48.5 <= chance < 51.5
    long_low, short_low = (
        rounded(100 * float(ratings.wilson_interval(*record)[0]), 9) for record in ((good, many), (jobs, jobs))
    )
    story = jobs == few and long_bad == bad
    return {
        "levels": LEVELS_DRAWN,
        "chances": chances[:-1],
        "evens": [50.0] * len(LEVELS_DRAWN),
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
    marks=(Point(x="ordinary", y="chance", text=say("{chance} %"), drag_x="ordinary"),),
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


RECORDS = ExplorerTemplate(
    id="companies-over-people.records",
    title="Two records",
    question="What would have to be ordinary on a marketplace before the short record is the better bet?",
    sliders=_record_sliders,
    scenarios=_record_scenarios,
    page=PageModel(records, RECORDS_VIEW, _record_givens),
)
