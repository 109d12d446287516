"""The second explorer of lesson 04: what an automation is worth, upkeep and the life of the process included."""

from __future__ import annotations

import math
from dataclasses import dataclass

from outsourcing_lessons.blocks.block import Frame, Readout, Slider
from outsourcing_lessons.charts.chart import Chart, Line, Mark, describe, narrow, svg
from outsourcing_lessons.course.managing_not_replacing.setting import DISCOUNT, WEEKS, setting_of
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import ExplorerTemplate
from outsourcing_lessons.models import automation
from outsourcing_lessons.money import plain

PITCHED_YEARS = 5
HORIZON = PITCHED_YEARS * WEEKS
STEP = 4


@dataclass(frozen=True)
class Sum:
    """An automation in money: the building now, saving and upkeep a year, and how many years there is a use for it."""

    build: float
    saving: float
    upkeep: float
    years: float

    def worth(self, years):
        """Return what it is worth today if it runs for so many years; arrays are taken too."""
        return automation.net_present_value(self.build, self.saving, self.upkeep, DISCOUNT, years)

    def pitched(self, years):
        """Return what it would be worth after so many years without upkeep."""
        return automation.net_present_value(self.build, self.saving, 0, DISCOUNT, years)

    @property
    def week(self) -> int | None:
        """The week in which it is earned back with interest, if it lives to see it."""
        return self._week(DISCOUNT)

    @property
    def plain_week(self) -> int | None:
        """The week in which it is earned back when later money counts in full."""
        return self._week(0)

    def _week(self, rate: float) -> int | None:
        years = float(automation.payback(self.build, self.saving, self.upkeep, rate))
        return max(1, math.ceil(years * WEEKS - 1e-9)) if years <= self.years else None


def _sliders(case: Case) -> tuple[Slider, ...]:
    tool = setting_of(case).tool
    return (
        Slider(id="saved", label="Saved each time", low=1, high=60, step=1, value=tool.saved, unit="minutes"),
        Slider(id="times", label="How often", low=1, high=100, step=1, value=tool.times, unit="times a week"),
        Slider(id="build", label="Your hours to build it", low=0, high=200, step=5, value=tool.build, unit="hours"),
        Slider(
            id="upkeep",
            label="Your hours to keep it running",
            low=0,
            high=12,
            step=0.5,
            value=tool.upkeep,
            unit="hours a month",
            decimals=1,
        ),
        Slider(
            id="years",
            label="Years until the work is done differently",
            low=0.5,
            high=5,
            step=0.5,
            value=tool.years,
            unit="years",
            decimals=1,
        ),
    )


def _scenarios(case: Case):
    return (
        ("The offer, with what was not said", {}),
        ("As it was pitched: no upkeep, five years", {"upkeep": 0, "years": PITCHED_YEARS}),
        ("The work changes after a year", {"years": 1}),
        ("Five times a week, an hour of upkeep a month", {"times": 5, "upkeep": 1}),
        ("Built in a weekend, hardly any upkeep", {"build": 15, "upkeep": 0.5}),
    )


def _sum_at(case: Case, values: dict[str, float]) -> Sum:
    yearly = values["saved"] * values["times"] / 60 * WEEKS
    own = case.hour
    return Sum(values["build"] * own, yearly * own, values["upkeep"] * 12 * own, values["years"])


def _frame(case: Case, values: dict[str, float]) -> Frame:
    chosen = _sum_at(case, values)
    weeks = [float(week) for week in range(0, HORIZON + 1, STEP)]
    end = chosen.years * WEEKS
    years = [min(week, end) / WEEKS for week in weeks]
    worth = float(chosen.worth(chosen.years))
    chart = Chart(
        title="What it has brought so far, in today's money",
        x_label="Weeks since it was built",
        y_label="Saved, less the building and the upkeep",
        y_prefix=case.prefix,
        lines=(
            Line("With upkeep, to its end", weeks, chosen.worth(years)),
            Line("As pitched", weeks, chosen.pitched([week / WEEKS for week in weeks])),
        ),
        marks=tuple(_marks(chosen, end, worth)),
    )
    yearly = values["saved"] * values["times"] / 60 * WEEKS
    return Frame(
        svg=svg(chart),
        narrow=narrow(chart),
        alt=describe(chart),
        sentence=_sentence(case, chosen, worth),
        readouts=(
            Readout(label="Worth today", value=case.about(worth)),
            Readout(label="Earned back", value=_when(chosen.plain_week)),
            Readout(label="Earned back, with interest", value=_when(chosen.week)),
            Readout(label="Hours in a year", value=f"{plain(yearly)} saved, {plain(values['upkeep'] * 12)} of upkeep"),
        ),
    )


def _marks(chosen: Sum, end: float, worth: float):
    if chosen.week and chosen.week < end - STEP:
        yield Mark(chosen.week, 0, f"earned back with interest, week {chosen.week}")
    if end < HORIZON:
        yield Mark(end, worth, "the work changes")


def _when(week: int | None) -> str:
    return f"in week {week}" if week is not None else "never"


def _sentence(case: Case, chosen: Sum, worth: float) -> str:
    life = f"{plain(chosen.years, 1)} year" + ("" if chosen.years == 1 else "s")
    if chosen.upkeep >= chosen.saving:
        said = f"The upkeep takes as much as is saved, or more: after {life} it has cost {case.about(-worth)}."
    elif chosen.plain_week is None:
        said = f"In {life} it does not earn its building back: {case.about(-worth)} are missing."
    elif chosen.week is None:
        said = f"It is earned back in week {chosen.plain_week}. With interest it never is: {case.about(-worth)} are missing after {life}."
    else:
        also = "" if chosen.week == chosen.plain_week else f", or in week {chosen.week} with interest"
        said = (
            f"It is earned back in week {chosen.plain_week}{also}. Over {life} it is worth {case.about(worth)} today."
        )
    if not chosen.upkeep and chosen.years == PITCHED_YEARS:
        return said + " This is the sum as it was pitched."
    pitched = float(chosen.pitched(PITCHED_YEARS))
    return said + f" Pitched without upkeep and for five years, it would be {case.about(pitched)}."


TOOL = ExplorerTemplate(
    id="managing-not-replacing.tool",
    title="Worth automating?",
    question="Start from the offer. Which of its numbers would you check first, before you say yes?",
    sliders=_sliders,
    scenarios=_scenarios,
    frame=_frame,
)
