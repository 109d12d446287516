"""What is an hour of yours worth? Not the price on your invoice, and not what is left of it."""

from __future__ import annotations

from outsourcing_lessons.blocks.block import Frame, Readout, Slider
from outsourcing_lessons.charts.chart import Chart, Line, Mark, describe, narrow, svg
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import ExplorerTemplate
from outsourcing_lessons.money import plain

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


def _scenarios(case: Case):
    return (
        ("As your profile has it", {}),
        ("Every hour is paid for", {"billable": 100}),
        ("Only one hour in four is", {"billable": 25}),
        ("Ten weeks off", {"weeks": 42}),
    )


def _frame(case: Case, values: dict[str, float]) -> Frame:
    fixed = (values["income"], values["weekly-hours"], values["weeks"])
    here = worth(*fixed, values["billable"])
    shares = tuple(range(10, 101, 5))
    chart = Chart(
        title="What an hour of yours must bring",
        x_label="Share of your hours that customers pay for, per cent",
        y_label="An hour must bring",
        y_prefix=case.prefix,
        lines=(Line("An hour", shares, tuple(worth(*fixed, share) for share in shares)),),
        marks=(Mark(values["billable"], here, case.about(here)),),
    )
    paid = values["weekly-hours"] * values["billable"] / 100
    return Frame(
        svg=svg(chart),
        narrow=narrow(chart),
        alt=describe(chart),
        sentence=f"Customers pay for {plain(paid, 1)} of your {plain(values['weekly-hours'])} hours a week, so each of these must bring "
        f"{case.about(here)}.",
        readouts=(
            Readout(label="An hour must bring", value=case.about(here)),
            Readout(label="Paid hours in a year", value=plain(paid * values["weeks"])),
        ),
    )


HOUR = ExplorerTemplate(
    id="start-here.hour",
    title="What is an hour of yours worth?",
    question="How dear does an hour become when only a part of the week is paid for?",
    sliders=_sliders,
    scenarios=_scenarios,
    frame=_frame,
)
EXPLORERS = (HOUR,)
