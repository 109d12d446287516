"""Practice on the owner as a queue: what is on the desk, and what a second person changes."""

from __future__ import annotations

from outsourcing_lessons.course.managing_not_replacing.predictions import wait_at
from outsourcing_lessons.course.managing_not_replacing.setting import first_name, twist_of
from outsourcing_lessons.items.item import Number, Option, SingleChoice, Trap, apart
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case, counted
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.models import queueing
from outsourcing_lessons.money import plain


@item("managing-not-replacing.desk", "practice", "see-queue", 2)
def desk(case: Case, draw: SeededRandom) -> Number:
    """From one share of the day taken to a higher one: what happens to the pile?"""
    now, then = draw.pick(((50, 96), (75, 98), (80, 96), (80, 98), (90, 96), (90, 98)))  # not what the page shows next
    before, key = (round(float(queueing.mm1_in_system(utilisation=p / 100))) for p in (now, then))
    return Number(
        title="The pile on the desk",
        prompt=f"Somebody's day is {now} % taken. On average the desk holds {counted(before, 'matter')}, the one in hand included. Then more "
        f"come in, and the day is {then} % taken.\n\nHow many are on the desk now, on average?",
        key=key,
        tolerance=0.3,
        low=0,
        high=1000,
        unit="matters",
        decimals=1,
        hints=(
            "Look at the share that is free, and at what becomes of it.",
            f"Free: {100 - now} % before, {100 - then} % now.",
            f"Put what is taken over what is free: {now} ÷ {100 - now} = {before}. And now?",
        ),
        praise=f"{then} ÷ {100 - then} = {key}. The day is {plain(100 * (then - now) / now)} % fuller and the pile {plain(key / before, 1)} "
        "times as high. Turn it round: for somebody this busy, handing over a small share takes away a large part of the waiting.",
        traps=apart(
            Trap(
                id="in-step",
                value=before * then / now,
                tolerance=0.15,
                feedback=f"You let the pile grow in step with the work. But it depends on what is left free, and that went from "
                f"{100 - now} % to {100 - then} %.",
            ),
            Trap(
                id="one-over-free",
                value=100 / (100 - then),
                tolerance=0.15,
                feedback=f"That is 100 ÷ {100 - then}. Nearly: put the {then} % that are taken on top. Some of the time the desk is empty.",
            ),
            Trap(
                id="points",
                value=before + (then - now),
                tolerance=0.15,
                feedback=f"You added one matter for each per cent. The pile grows slowly at first and steeply at the end: compare what is "
                f"free, {100 - now} % and {100 - then} %.",
            ),
        ),
        otherwise="Put the share that is taken over the share that is free.",
    )


@item("managing-not-replacing.helper", "practice", "see-queue", 1)
def helper(case: Case, draw: SeededRandom) -> SingleChoice:
    """A second person who may decide: by how much does the wait fall?"""
    busy, minutes = draw.pick((0.85, 0.9)), draw.pick((10, 12, 20))
    alone = wait_at(busy, minutes)
    rate = 1 / minutes
    both = float(queueing.mean_wait(arrival_rate=busy * rate, service_rate=rate, servers=2))
    chance = 100 * float(queueing.erlang_c(servers=2, offered_load=busy))
    options = (
        Option(id="nearly-gone", text=_minutes(both)),
        Option(
            id="half",
            text=_minutes(alone / 2),
            feedback="Two people, half the wait: it sounds right. But a wait is made of what lies in front, and with two at work "
            "little ever does: most of the time one of them is free.",
        ),
        Option(
            id="quarter",
            text=_minutes(alone / 4),
            feedback="You expected more than a halving, and it goes further still. What counts is how often both are taken at once: "
            f"{plain(chance)} % of the time. Before, the one was taken {plain(100 * busy)} % of the time.",
        ),
        Option(
            id="same",
            text=_minutes(alone),
            feedback="It would stay so if the second person had to come to you for every decision. This one may decide, so a matter "
            "goes to whoever is free first.",
        ),
    )
    return SingleChoice(
        title="One more who may decide",
        prompt=f"{first_name(case.trade.owner)} is {plain(100 * busy)} % busy, with {minutes} minutes for each {twist_of(case).matter} on "
        f"average, and each waits {_minutes(alone).lower()}. From tomorrow {first_name(case.trade.freelancer)} handles the same pile "
        "and may decide as well: whoever is free takes the next one.\n\nHow long does one wait then?",
        options=draw.shuffled(options),
        key="nearly-gone",
        hints=(
            "A matter waits only when both are taken at the same moment.",
            f"Each of them is now taken {plain(50 * busy, 1)} % of the time.",
        ),
        praise=f"Both are taken at once only {plain(chance)} % of the time, and then it is not for long. The formula behind it is "
        "Erlang's. It counts on two things: one shared pile, and nobody who has to ask back.",
    )


def _minutes(number: float) -> str:
    return f"About {plain(number, 0 if number >= 2 else 1)} minutes"


ITEMS = (desk, helper)
