"""Two first decisions on the task list: what to hand over first, and what to do with each task."""

from __future__ import annotations

from outsourcing_lessons.items.item import MultipleChoice, Number, Option, Trap, apart
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case, capital, hours
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.lessons.trade import Slots
from outsourcing_lessons.money import plain, rounded, written

SKILL = {"low": "little skill", "medium": "some skill", "high": "much skill"}
DOCUMENTED = ("written down nowhere", "a few notes", "mostly written down", "fully written down")


@item("start-here.ready", "practice", "sort-tasks", 1.5)
def ready(case: Case, draw: SeededRandom) -> MultipleChoice:
    """Which tasks could go to somebody else this month?"""
    good = [task for task in case.trade.tasks if task.skill != "high" and task.documented >= 2]
    not_yet = [task for task in case.trade.tasks if task.documented == 0]
    chosen = draw.some(good, 2) + draw.some(not_yet, 2)
    options = tuple(
        Option(id=f"task-{n}", text=_described(task), feedback=_why(task)) for n, task in enumerate(chosen, 1)
    )
    return MultipleChoice(
        title="Ready to go",
        prompt="Somebody capable and new has time for you from Monday. Which of these tasks could they take over this month, without your "
        "spending it on explaining?",
        options=draw.shuffled(options),
        key=("task-1", "task-2"),
        hints=("How would they know on the first day whether they were doing it right?",),
        praise="Both can be learned from what is written down, and a mistake would be noticed. The other two may be worth handing over "
        "as well; but first they have to leave your head.",
    )


@item("start-here.hour-value", "practice", "own-hour", 1.5)
def hour_value(case: Case, draw: SeededRandom) -> Number:
    """Turn an income and a calendar into the value of an hour."""
    weekly, weeks, percent = draw.pick(
        ((40, 40, 50), (50, 40, 40), (50, 40, 50), (50, 40, 60), (40, 50, 60), (50, 48, 50))
    )
    paid = weekly * weeks * percent // 100
    target = case.price(draw.pick((0.8, 1, 1.2)))
    income = target * paid
    return Number(
        title="The price of an hour",
        prompt=f"Somebody wants to earn {written(rounded(income), case.prefix)} a year, works {weekly} hours a week for {weeks} weeks, and customers "
        f"pay for {percent} % of those hours.\n\nWhat must one paid hour bring?",
        key=target,
        tolerance=0.015 * target,
        low=0,
        high=1e12,
        prefix=case.prefix,
        hints=(
            "How many hours a year are paid for?",
            f"{weekly} × {weeks} = {plain(weekly * weeks)} hours, and {percent} % of them: {plain(paid)}.",
        ),
        praise=f"{plain(paid)} paid hours have to bring the whole income. Is an hour of explaining worth as much? Yes, if you could have sold it. "
        f"Spread over all hours worked it comes to {case.money(income / (weekly * weeks))}, and the truth lies between the two. Either way, your "
        "own time belongs in every sum of this course.",
        traps=apart(
            Trap(
                id="all-hours",
                value=income / (weekly * weeks),
                tolerance=0.01 * target,
                feedback="You divided by all hours worked. Customers pay only for a part of them, and that part must bring everything.",
            )
        ),
        otherwise="Divide the income by the hours that are paid for.",
    )


def _described(task: Slots) -> str:
    return f"{capital(task.name)}: {hours(task.hours)} a week, {SKILL[task.skill]}, {DOCUMENTED[task.documented]}"


def _why(task: Slots) -> str:
    if task.documented == 0:
        return (
            f"“{capital(task.name)}” is written down nowhere. Handing it over now would mean explaining it day by day. "
            "Write it down first, or show it a few times with somebody watching."
        )
    return (
        f"“{capital(task.name)}” takes {SKILL[task.skill]} and is {DOCUMENTED[task.documented]}: somebody else could start "
        f"from the page, and one look at the result would tell you how it goes."
    )


ITEMS = (hour_value, ready)
