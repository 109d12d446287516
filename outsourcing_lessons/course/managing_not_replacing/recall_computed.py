"""Recall that is worked out: a wait, and when a tool is earned back."""

from __future__ import annotations

from outsourcing_lessons.items.item import Number, Trap, apart
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case, hours
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.models import queueing
from outsourcing_lessons.money import plain


@item("managing-not-replacing.recall-wait", "recall", "see-queue", 1)
def wait(case: Case, draw: SeededRandom) -> Number:
    """Busy over free, times minutes."""
    busy, minutes = draw.pick(((80, 10), (80, 15), (75, 20), (75, 10), (90, 5), (90, 20)))
    pile = round(float(queueing.mm1_in_system(utilisation=busy / 100)))
    key = pile * minutes
    return Number(
        title="How long does it wait?",
        prompt=f"Somebody is {busy} % busy and takes {minutes} minutes for a question, on average. How long does a question wait before it is "
        "taken up?",
        key=key,
        tolerance=0.5,
        low=0,
        high=10000,
        unit="minutes",
        hints=(f"Put what is taken over what is free: {busy} ÷ {100 - busy}.",),
        praise=f"{busy} ÷ {100 - busy} × {minutes} = {key} minutes, when questions come irregularly and vary in length.",
        traps=apart(
            Trap(
                id="one-over-free",
                value=100 / (100 - busy) * minutes,
                tolerance=0.4,
                feedback=f"That is until it is answered, with the {minutes} minutes of the answer itself. The wait ends when somebody begins.",
            ),
            Trap(
                id="one-answer",
                value=minutes,
                tolerance=0.4,
                feedback=f"That is one question in front of it. At {busy} % busy there are {pile} on the desk, on average.",
            ),
            Trap(
                id="share",
                value=busy / 100 * minutes,
                tolerance=0.4,
                feedback=f"You took {busy} % of one answer. Divide by what is free: {busy} ÷ {100 - busy}.",
            ),
        ),
        otherwise="Take the busy share over the free share, times the minutes for an answer.",
    )


@item("managing-not-replacing.recall-payback", "recall", "worth-automating", 1)
def payback(case: Case, draw: SeededRandom) -> Number:
    """Weeks until earned back."""
    weekly, keep, build = draw.pick(((3, 1, 40), (3, 1, 60), (4, 1, 60), (4, 1, 90), (2.5, 0.5, 50), (5, 1, 80)))
    key = build / (weekly - keep)
    return Number(
        title="Weeks to earn it back",
        prompt=f"A tool takes {build} hours to build, saves {hours(weekly)} a week and needs {hours(keep)} of upkeep a week. After how many "
        "weeks is it earned back?",
        key=key,
        tolerance=0.4,
        low=0,
        high=10000,
        unit="weeks",
        hints=(f"What is left of {hours(weekly)} each week?",),
        praise=f"{build} ÷ ({plain(weekly, 1)} − {plain(keep, 1)}) = {plain(key)} weeks. Will the work still be done this way by then?",
        traps=apart(
            Trap(
                id="no-upkeep",
                value=build / weekly,
                tolerance=0.4,
                feedback="You left out the upkeep, which goes off every week.",
            ),
            Trap(
                id="added",
                value=build / (weekly + keep),
                tolerance=0.4,
                feedback="You added the upkeep to the saving. It takes away from it.",
            ),
        ),
        otherwise="Divide the building by what is left each week after the upkeep.",
    )


ITEMS = (wait, payback)
