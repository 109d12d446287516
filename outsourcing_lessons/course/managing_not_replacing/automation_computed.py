"""Practice on automation: when the building is earned back, and what a famous chart leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from outsourcing_lessons.course.managing_not_replacing.setting import twist_of
from outsourcing_lessons.items.item import Number, Trap, apart
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case, hours
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.models import automation
from outsourcing_lessons.money import plain, rounded

DAYS_A_YEAR = 365
YEARS = 5


@item("managing-not-replacing.payback", "practice", "worth-automating", 1.5)
def payback(case: Case, draw: SeededRandom) -> Number:
    """In how many weeks is the building earned back, upkeep taken off?"""
    saved, times, upkeep, build = draw.pick(
        (
            (6, 20, 30, 30),
            (6, 20, 30, 45),
            (6, 20, 30, 60),
            (5, 30, 30, 40),
            (5, 30, 30, 60),
            (10, 18, 60, 40),
            (10, 18, 60, 60),
            (12, 20, 60, 60),
            (12, 20, 60, 90),
            (4, 30, 30, 45),
        )
    )
    weekly, keep = saved * times / 60, upkeep / 60
    key = build / (weekly - keep)
    return Number(
        title="When is it earned back?",
        prompt=f"An automation for {twist_of(case).work} saves {saved} minutes each time, {times} times a week. Building it takes {build} "
        f"hours of your time. From then on it takes {upkeep} minutes a week to keep it running.\n\nAfter how many weeks are the {build} "
        "hours earned back?",
        key=rounded(key, 1),
        tolerance=0.4,
        low=0,
        high=10000,
        unit="weeks",
        decimals=1,
        hints=(
            "First find what it saves in a week, in hours.",
            f"{saved} × {times} = {saved * times} minutes: {hours(weekly)}. What goes off for upkeep?",
            f"{plain(weekly, 1)} − {plain(keep, 1)} = {hours(weekly - keep)} a week are left to earn back {build} hours.",
        ),
        praise=f"{build} ÷ {plain(weekly - keep, 1)} = {plain(key, 1)} weeks. If the work is done differently before then, the building is "
        "never earned back. Ask how long it has been done this way so far; it is a better guess than a hope.",
        traps=apart(
            Trap(
                id="no-upkeep",
                value=build / weekly,
                tolerance=0.4,
                feedback=f"You left out the upkeep. {upkeep} minutes go every week for as long as the thing runs, so only "
                f"{hours(weekly - keep)} are really saved.",
            ),
            Trap(
                id="upkeep-added",
                value=build / (weekly + keep),
                tolerance=0.3,
                feedback="You counted the upkeep as a saving. It takes from what is saved each week.",
            ),
            Trap(
                id="upkeep-once",
                value=(build + keep) / weekly,
                tolerance=0.1,
                feedback=f"You added the upkeep to the building, once. It comes back every week, so take it off the {hours(weekly)}.",
            ),
        ),
        otherwise="Take the weekly upkeep from the weekly saving, both in hours, and see how often the rest goes into the building.",
    )


@dataclass(frozen=True)
class Cell:
    """A cell of the chart: what is shaved off, how often a day, what is printed, and a unit as large as it is long."""

    seconds: int
    task: str
    often: str
    per_day: int
    printed: float
    unit: str
    unit_seconds: float


HOUR, DAY = 3600, 24 * 3600
CELLS = (
    Cell(30, "30 seconds", "once a day", 1, 12, "hours", HOUR),
    Cell(60, "1 minute", "50 times a day", 50, 8, "weeks", 7 * DAY),
    Cell(300, "5 minutes", "50 times a day", 50, 9, "months", DAYS_A_YEAR * DAY / 12),
    Cell(3600, "1 hour", "5 times a day", 5, 10, "months", DAYS_A_YEAR * DAY / 12),
)
IN_DAYS = {
    "hours": "",
    "weeks": " (A day has 24 hours here, and a week 7 days.)",
    "months": " (A day has 24 hours here, and a month 30.4 days.)",
}


def _eight_hours(cell: Cell, key: float) -> Iterator[Trap]:
    """Yield the trap of a day of eight hours, where the length of a day comes into the answer."""
    if cell.unit != "hours":
        yield Trap(
            id="eight-hours",
            value=key * 3,
            tolerance=0.02 * key,
            feedback="You took a day of eight working hours. That would be sensible too, but the chart's days have 24.",
        )


@item("managing-not-replacing.famous-chart", "practice", "worth-automating", 2, ("munroe-2013",))
def famous_chart(case: Case, draw: SeededRandom) -> Number:
    """One of the four cells that break the chart's own rule."""
    cell = draw.pick(CELLS)
    total = float(
        automation.breakeven_effort(saved_per_use=cell.seconds, uses_per_year=cell.per_day * DAYS_A_YEAR, years=YEARS)
    )
    key = total / cell.unit_seconds
    return Number(
        title="Check the famous chart",
        prompt="A well-known chart (xkcd 1205) says how long you may work on making a task shorter before you spend more time than you "
        "save. Its rule: the time saved each time × the number of times in five years. It counts every day of the year.\n\n"
        f"For a task from which {cell.task} can be saved, done {cell.often}, the chart prints {plain(cell.printed)} {cell.unit}. What does "
        f"its own rule give?{IN_DAYS[cell.unit]}",
        key=rounded(key, 1),
        tolerance=0.025 * key,
        low=0,
        high=1e6,
        unit=cell.unit,
        decimals=1,
        hints=(
            f"How often is it done in five years? {cell.per_day} × 365 × 5.",
            f"That is {plain(cell.per_day * DAYS_A_YEAR * YEARS)} times {cell.task}. Turn it into {cell.unit}.",
        ),
        praise=f"{plain(round(key, 1), 1)} {cell.unit}, where {plain(cell.printed)} are printed. Four of the chart's 45 cells differ like this from its own rule "
        "(Munroe, 2013). What it leaves out matters more: upkeep is not in it at all, and it takes for granted that nothing changes "
        "for five years.",
        traps=apart(
            Trap(
                id="printed",
                value=cell.printed,
                tolerance=0.01 * cell.printed,
                feedback="That is what the chart prints. Multiply it out: a number may be printed, shared and wrong.",
            ),
            Trap(
                id="one-year",
                value=key / YEARS,
                tolerance=0.02 * key / YEARS,
                feedback="That is one year. The chart looks five years ahead.",
            ),
            Trap(
                id="working-days",
                value=key * 250 / 365,
                tolerance=0.01 * key,
                feedback="You counted about 250 working days a year. For an office that is sensible; this chart counts all 365.",
            ),
            *_eight_hours(cell, key),
        ),
        otherwise=f"Multiply the time saved by the number of times a day, by 365 and by 5; then turn it into {cell.unit}.",
    )


ITEMS = (payback, famous_chart)
