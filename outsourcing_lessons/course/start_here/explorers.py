"""What is an hour of yours worth? Not the price on your invoice, and not what is left of it."""

from __future__ import annotations

from typing import Any

from outsourcing_lessons.blocks.block import Slider
from outsourcing_lessons.blocks.view import Point, Series, Value, View, say
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.explorer import ExplorerTemplate, PageModel, Scenarios

WEEKS, BILLABLE = 46, 60


def worth(income: float, weekly_hours: float, weeks: float, billable: float) -> float:
    """Return what an hour must bring: income wanted over billable hours in a year.

    Parameters
    ----------
    income : float
        Wanted in a year, before tax, currency.
    weekly_hours, weeks : float
        Hours worked in a week, weeks in a year.
    billable : float
        Share of the hours that a customer pays for, per cent, above 0.

    Examples
    --------
    >>> worth(income=60_000, weekly_hours=50, weeks=46, billable=60)
    43.47826086956522
    """
    return income / (weekly_hours * weeks * billable / 100)


def _sliders(case: Case) -> tuple[Slider, ...]:
    profile = case.profile
    income = profile.hour_value * profile.weekly_hours * WEEKS * BILLABLE / 100
    return (
        Slider(
            id="income",
            label="Income you want in a year",
            low=0.25 * income,
            high=3 * income,
            step=0.05 * income,
            value=income,
            prefix=case.prefix,
        ),
        Slider(
            id="weekly-hours",
            label="Hours you work in a week",
            low=5,
            high=80,
            step=1,
            value=min(80, max(5, round(profile.weekly_hours))),
            unit="hours",
        ),
        Slider(id="weeks", label="Weeks you work in a year", low=20, high=52, step=1, value=WEEKS, unit="weeks"),
        Slider(
            id="billable",
            label="Share of your hours that customers pay for",
            low=10,
            high=100,
            step=5,
            value=BILLABLE,
            unit="%",
        ),
    )


def _scenarios(case: Case) -> Scenarios:
    return (
        ("As your profile has it", {}),
        ("Every hour is paid for", {"billable": 100}),
        ("Only one hour in four is", {"billable": 25}),
        ("Ten weeks off", {"weeks": 42}),
    )


def hour(givens: dict[str, Any], values: dict[str, float]) -> dict[str, Any]:
    """Return what an hour must bring at every share of paid hours, and at the one that is set."""
    fixed = (values["income"], values["weekly-hours"], values["weeks"])
    paid = values["weekly-hours"] * values["billable"] / 100
    shares = range(10, 101, 5)
    return {
        "shares": shares,
        "worths": [worth(*fixed, share) for share in shares],
        "here": worth(*fixed, values["billable"]),
        "paid": paid,
        "year": paid * values["weeks"],
    }


VIEW = View(
    title="What an hour of yours must bring",
    x_label="Share of your hours that customers pay for, per cent",
    y_label="An hour must bring",
    money=True,
    series=(Series(name="An hour", x="shares", y="worths", role="own"),),
    marks=(Point(x="billable", y="here", text=say("{here:about}"), drag_x="billable"),),
    sentence=say(
        "Customers pay for {paid:1} of your {weekly_hours} hours a week, so each of these must bring {here:about}."
    ),
    readouts=(
        Value(label="An hour must bring", value=say("{here:about}")),
        Value(label="Paid hours in a year", value=say("{year}")),
    ),
)
HOUR = ExplorerTemplate(
    id="start-here.hour",
    title="What is an hour of yours worth?",
    question="How dear does an hour become when only a part of the week is paid for?",
    sliders=_sliders,
    scenarios=_scenarios,
    page=PageModel(hour, VIEW),
)
EXPLORERS = (HOUR,)
