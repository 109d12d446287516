"""The second explorer of lesson 04: what an automation is worth, upkeep and the life of the process included."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from numpy.typing import ArrayLike

from outsourcing_lessons.blocks.block import Slider
from outsourcing_lessons.blocks.view import Goal, Point, Series, Value, View, say
from outsourcing_lessons.course.managing_not_replacing.story_numbers import DISCOUNT, WEEKS, story_numbers
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.explorer import ExplorerTemplate, PageModel, Scenarios
from outsourcing_lessons.models import automation
from outsourcing_lessons.models.arguments import FloatOrArray

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

    def worth(self, years: ArrayLike) -> FloatOrArray:
        """Return what it is worth today if it runs for so many years; arrays are taken too."""
        return automation.net_present_value(self.build, self.saving, self.upkeep, DISCOUNT, years)

    def pitched(self, years: ArrayLike) -> FloatOrArray:
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
    tool = story_numbers(case).tool
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


def _scenarios(case: Case) -> Scenarios:
    return (
        ("The offer, with what was not said", {}),
        ("As it was pitched: no upkeep, five years", {"upkeep": 0, "years": PITCHED_YEARS}),
        ("The work changes after a year", {"years": 1}),
        ("Five times a week, an hour of upkeep a month", {"times": 5, "upkeep": 1}),
        ("Built in a weekend, hardly any upkeep", {"build": 15, "upkeep": 0.5}),
    )


def _givens(case: Case) -> dict[str, Any]:
    return {"hour": case.hour}


def tool(givens: dict[str, Any], values: dict[str, float]) -> dict[str, Any]:
    """Return what an automation has brought week by week, with its upkeep and as it was pitched."""
    own, yearly = givens["hour"], values["saved"] * values["times"] / 60 * WEEKS
    chosen = Sum(values["build"] * own, yearly * own, values["upkeep"] * 12 * own, values["years"])
    weeks, end = range(0, HORIZON + 1, STEP), chosen.years * WEEKS
    week, plain_week = chosen.week, chosen.plain_week
    worth = float(chosen.worth(chosen.years))
    sinks = chosen.upkeep >= chosen.saving
    return {
        "weeks": weeks,
        "run": chosen.worth([min(week, end) / WEEKS for week in weeks]),
        "pitch": chosen.pitched([week / WEEKS for week in weeks]),
        "week": week,
        "plain_week": plain_week,
        "other_week": week is not None and week != plain_week,
        "zero": 0,
        "early": week is not None and week < end - STEP,
        "end": end,
        "ends": end < HORIZON,
        "worth": worth,
        "missing": -worth,
        "sinks": sinks,
        "lost": not sinks and plain_week is None,
        "late": not sinks and plain_week is not None and week is None,
        "earned": not sinks and week is not None,
        "as_pitched": chosen.upkeep == 0 and chosen.years == PITCHED_YEARS,
        "pitched": float(chosen.pitched(PITCHED_YEARS)),
        "yearly": yearly,
        "kept": values["upkeep"] * 12,
        "turned": worth < 0 < float(chosen.pitched(PITCHED_YEARS)) and values["upkeep"] > 0,
    }


LIFE = "{years:1} {years|year|years}"
VIEW = View(
    title="What it has brought so far, in today’s money",
    x_label="Weeks since it was built",
    y_label="Saved, less the building and the upkeep",
    money=True,
    series=(
        Series(name="With upkeep, to its end", x="weeks", y="run", role="machine"),
        Series(name="As pitched", x="weeks", y="pitch", role="stranger"),
    ),
    marks=(
        Point(x="week", y="zero", text=say("earned back with interest, week {week}"), when="early"),
        Point(x="end", y="worth", text=say("the work changes"), when="ends", drag_x="years"),
    ),
    sentence=say(
        ("sinks", f"The upkeep takes as much as is saved, or more: after {LIFE} it has cost {{missing:about}}."),
        ("lost", f"In {LIFE} it does not earn its building back: {{missing:about}} are missing."),
        (
            "late",
            "It is earned back in week {plain_week}. With interest it never is: {missing:about} are missing "
            f"after {LIFE}.",
        ),
        ("earned", "It is earned back in week {plain_week}"),
        ("earned, other_week", ", or in week {week} with interest"),
        ("earned", f". Over {LIFE} it is worth {{worth:about}} today."),
        ("as_pitched", " This is the sum as it was pitched."),
        ("not as_pitched", " Pitched without upkeep and for five years, it would be {pitched:about}."),
    ),
    readouts=(
        Value(label="Worth today", value=say("{worth:about}")),
        Value(label="Earned back", value=say(("plain_week", "in week {plain_week}"), ("not plain_week", "never"))),
        Value(label="Earned back, with interest", value=say(("week", "in week {week}"), ("not week", "never"))),
        Value(label="Hours in a year", value=say("{yearly} saved, {kept} of upkeep")),
    ),
    goal=Goal(
        ask="Find a tool that pays as it was pitched, and loses money with its upkeep and its end.",
        when="turned",
        said=say(
            "You found it: pitched at {pitched:about}, and {missing:about} are lost. Most of it hides in the last two sliders."
        ),
    ),
)


TOOL = ExplorerTemplate(
    id="managing-not-replacing.tool",
    title="Worth automating?",
    question="Start from the offer. Which of its numbers would you check first, before you say yes?",
    sliders=_sliders,
    scenarios=_scenarios,
    page=PageModel(tool, VIEW, _givens),
)
