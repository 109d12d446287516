"""The first decision: is a bill worth paying, in a full week or in a quiet one?"""

from __future__ import annotations

from outsourcing_lessons.course.start_here.own_hour import thursday
from outsourcing_lessons.items.item import Option, SingleChoice
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case, count
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.lessons.trade import first_name


@item("start-here.two-hours", "practice", "own-hour", 1)
def two_hours(case: Case, draw: SeededRandom) -> SingleChoice:
    """Pay, or do it yourself?"""
    full = draw.pick((True, False))
    given = thursday(case, draw.pick((2, 3)))
    mine = [task.name for task in case.trade.tasks if task.done_by == "you" and task.skill != "high"]
    task, helper = draw.pick(mine), first_name(case.trade.freelancer)
    hours, bill = count(given.hours), case.money(given.bill)
    sold, freed = case.money(given.hours * given.sold), case.money(given.hours * given.unsold)
    week = (
        f"This week is full: {case.trade.buyers} wait, and you are about to turn one away."
        if full
        else f"This week is quiet: no {case.trade.buyer} waits."
    )
    return SingleChoice(
        title="Pay, or do it yourself?",
        prompt=f"You have {hours} hours of {task} ahead of you. {helper} knows your ways, and would drop other work and step in today, for {bill}.\n\n"
        f"An hour put into what {case.trade.buyers} pay for brings you {case.money(given.sold)}. An hour that is only free is worth {case.money(given.unsold)} to you. {week} What "
        "pays?",
        options=draw.shuffled(
            (
                Option(
                    id="pay" if full else "pay-anyway",
                    text=f"Pay {bill}, since {hours} hours of mine bring {sold}",
                    feedback=""
                    if full
                    else f"They would, if a {case.trade.buyer} were waiting. This week nobody is: you would pay {bill} for time that is worth {freed} to you.",
                ),
                Option(
                    id="do-it-anyway" if full else "do-it",
                    text=f"Do it myself, since {hours} free hours are worth only {freed}",
                    feedback=f"In a quiet week, yes. But this week a {case.trade.buyer} you turn away takes {sold} elsewhere, and the bill is only {bill}."
                    if full
                    else "",
                ),
                Option(
                    id="free",
                    text="Do it myself, since my own time costs nothing",
                    feedback="No invoice comes for it. But what you would have done with the time is gone, and that is its price.",
                ),
                Option(
                    id="always",
                    text="Pay, since what others can do is never my work",
                    feedback="Then no bill could ever be too high. Hand it over at the right price, not at any price.",
                ),
            )
        ),
        key="pay" if full else "do-it",
        praise=f"{hours.capitalize()} hours are worth {sold} in this full week and {freed} in a quiet one. The bill is {bill} in both."
        if full
        else f"{hours.capitalize()} hours are worth {freed} in this quiet week and {sold} in a full one. The bill is {bill} in both.",
    )


ITEMS = (two_hours,)
