"""A thousand years of the learner's business: what the dials do, alone and together, and what a shock does."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from outsourcing_lessons.blocks.block import Frame, Readout, Slider
from outsourcing_lessons.charts.chart import Chart, Line, Mark, describe, narrow, svg
from outsourcing_lessons.course.turn_the_dials.setting import (
    BASELINE,
    LESSONS,
    business_of,
    hours_a_week,
    left_over,
    year_of,
)
from outsourcing_lessons.lessons.case import Case, hours
from outsourcing_lessons.lessons.explorer import ExplorerTemplate, Scenarios, Values
from outsourcing_lessons.models.business import SHOCKS, Dials, Shock
from outsourcing_lessons.money import plain

SHARES = tuple(range(5, 96, 5))
LEVELS = "0 tell · 3 agree · 6 delegate"


def _dial_sliders(start: Dials) -> tuple[Slider, ...]:
    return (
        Slider(
            id="bench",
            label="Regular providers (0: a stranger each time)",
            short="Regular providers",
            words={"0": "a stranger each time"},
            low=0,
            high=6,
            step=1,
            value=start.bench_size,
            unit="people",
        ),
        Slider(
            id="vetting", label="Care in choosing people", low=0, high=100, step=10, value=100 * start.vetting, unit="%"
        ),
        Slider(
            id="companies",
            label="Work given to a company",
            low=0,
            high=100,
            step=10,
            value=100 * start.companies,
            unit="%",
        ),
        Slider(
            id="delegation",
            label=f"Level of delegation ({LEVELS})",
            short="Level of delegation",
            low=0,
            high=6,
            step=1,
            value=start.delegation,
        ),
        Slider(
            id="automation",
            label="Your hours for automating",
            low=0,
            high=120,
            step=10,
            value=start.automation_hours,
            unit="hours",
        ),
        Slider(
            id="monitoring",
            label="Your hours a week for watching",
            low=0,
            high=8,
            step=0.5,
            value=start.monitoring_hours,
            unit="hours",
            decimals=1,
        ),
    )


def dials_at(values: dict[str, float]) -> Dials:
    """Return the dials as the sliders stand."""
    return Dials(
        bench_size=int(values["bench"]),
        vetting=values["vetting"] / 100,
        companies=values["companies"] / 100,
        delegation=values["delegation"],
        automation_hours=values["automation"],
        monitoring_hours=values["monitoring"],
    )


def _year_scenarios(case: Case) -> Scenarios:
    care: Values = {"vetting": 70}
    decide: Values = {"delegation": 4}
    watch: Values = {"monitoring": 2}
    both = {"bench": 2} | care
    return (
        ("Where most things still go through you", {}),
        ("Only a bench of two", {"bench": 2}),
        ("Only care in choosing", care),
        ("Bench and care", both),
        ("Only handing over decisions", decide),
        ("Handing over and watching", decide | watch),
        ("Only automating", {"automation": 30}),
        ("Only a company", {"companies": 100}),
        ("All four lessons", both | decide | watch | {"automation": 30}),
        ("All four lessons, with a bench of six", both | decide | watch | {"automation": 30, "bench": 6}),
    )


def _year_frame(case: Case, values: dict[str, float]) -> Frame:
    dials = dials_at(values)
    yours, before = left_over(case, dials), left_over(case, BASELINE)
    lines = [Line("The start", SHARES, _spread(before))]
    if dials != BASELINE:
        lines.append(Line("Your dials", SHARES, _spread(yours)))
    middle = float(np.median(yours))
    chart = Chart(
        title="A thousand years, from the worst to the best",
        x_label="Share of years that end below, per cent",
        y_label="Left over in the year, after your own hours",
        y_prefix=case.prefix,
        y_from_zero=False,
        lines=tuple(lines),
        marks=(Mark(50, middle, case.about(middle)),),
    )
    year = year_of(business_of(case), dials)
    return Frame(
        svg=svg(chart),
        narrow=narrow(chart),
        alt=describe(chart),
        sentence=_year_sentence(case, dials, middle, float(np.median(before))),
        readouts=(
            Readout(label="Left over, middle year", value=case.about(middle)),
            Readout(label="One year in ten is below", value=case.about(float(np.percentile(yours, 10)))),
            Readout(label="Your week", value=hours(round(hours_a_week(case, dials)))),
            Readout(label="Jobs without a mistake", value=f"{plain(100 * float(year.quality.mean()), 1)} %"),
        ),
    )


def _spread(years: NDArray[np.float64]) -> tuple[float, ...]:
    return tuple(float(amount) for amount in np.percentile(years, SHARES))


def _year_sentence(case: Case, dials: Dials, middle: float, before: float) -> str:
    if dials == BASELINE:
        half = f"leave {case.about(before)} or more" if before >= 0 else f"lose at most {case.about(-before)}"
        return f"This is the start: half of the years {half}."
    more, longer = middle - before, round(hours_a_week(case, dials) - hours_a_week(case, BASELINE), 1)
    week = f"{hours(abs(longer))} {'longer' if longer > 0 else 'shorter'}" if longer else "as long as before"
    return f"In the middle year {case.about(abs(more))} {'more' if more >= 0 else 'less'} is left over than at the start. Your week is {week}."


def _shock_sliders(case: Case) -> tuple[Slider, ...]:
    return (
        Slider(
            id="kind",
            label="What happens (1: the best provider leaves · 2: demand doubles)",
            short="What happens",
            words={"1": "the best provider leaves", "2": "demand doubles"},
            low=1,
            high=2,
            step=1,
            value=1,
        ),
        Slider(id="week", label="In which week", low=4, high=40, step=1, value=13),
        *_dial_sliders(LESSONS),
    )


def _shock_scenarios(case: Case) -> Scenarios:
    return (
        ("The best of two leaves", {}),
        ("Your only provider leaves", {"bench": 1}),
        ("Demand doubles", {"kind": 2}),
        ("Demand doubles, and all goes through you", {"kind": 2, "delegation": 1, "monitoring": 0}),
        ("Demand doubles, with a bench of four", {"kind": 2, "bench": 4}),
    )


def _shock_frame(case: Case, values: dict[str, float]) -> Frame:
    dials, week = dials_at(values), int(values["week"])
    business = business_of(case)
    struck = year_of(business, dials, 400, Shock(week, SHOCKS[int(values["kind"]) - 1]))
    calm = year_of(business, dials, 400)
    weeks = tuple(range(1, 53))
    with_shock, without = (tuple(np.cumsum(y.weekly_surplus.mean(axis=1))) for y in (struck, calm))
    gap = with_shock[-1] - without[-1]
    chart = Chart(
        title="What is left over, week by week",
        x_label="Week",
        y_label="Left over since the first week, on average",
        y_prefix=case.prefix,
        y_from_zero=False,
        lines=(Line("A calm year", weeks, without), Line("With the shock", weeks, with_shock)),
        marks=(Mark(week, with_shock[week - 1], f"week {week}"),),
    )
    words = f"{case.about(abs(gap))} {'more' if gap >= 0 else 'less'}"
    return Frame(
        svg=svg(chart),
        narrow=narrow(chart),
        alt=describe(chart),
        sentence=f"{_happening(values)} in week {week} leaves {words} by the end of the year than a calm year does.",
        readouts=(
            Readout(label="By the end of the year", value=words),
            Readout(label="Your week after the shock", value=hours(float(struck.weekly_hours[week:].mean()))),
            Readout(label="The same weeks of a calm year", value=hours(float(calm.weekly_hours[week:].mean()))),
        ),
    )


def _happening(values: dict[str, float]) -> str:
    return "Losing the best provider" if int(values["kind"]) == 1 else "A doubling of demand"


YEAR = ExplorerTemplate(
    id="turn-the-dials.year",
    title="Turn the dials",
    question="Which setting beats the start by most? And which dial did it?",
    sliders=lambda case: _dial_sliders(BASELINE),
    scenarios=_year_scenarios,
    frame=_year_frame,
)
SHOCK = ExplorerTemplate(
    id="turn-the-dials.shock",
    title="And then something happens",
    question="The dials stand where the four lessons would put them. What holds, and what would you turn now?",
    sliders=_shock_sliders,
    scenarios=_shock_scenarios,
    frame=_shock_frame,
)
EXPLORERS = (YEAR, SHOCK)
