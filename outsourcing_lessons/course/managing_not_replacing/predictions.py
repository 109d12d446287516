"""The prediction of lesson 04, and what is shown once it is committed."""

from __future__ import annotations

from dataclasses import dataclass

from outsourcing_lessons.blocks.block import Reveal
from outsourcing_lessons.course.managing_not_replacing.story_numbers import (
    BUSY,
    DAY_HOURS,
    MINUTES,
    REQUESTS,
    story_numbers,
)
from outsourcing_lessons.items.item import Exhibit, Prediction
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case, count
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.lessons.trade import first_name
from outsourcing_lessons.models import queueing
from outsourcing_lessons.money import plain, rounded


def wait_at(busy: float, minutes: float = MINUTES, spread: float = 1) -> float:
    """Return the minutes a question waits for somebody so busy, arrivals being irregular."""
    return float(queueing.kingman_wait(utilisation=busy, cv_arrival=1, cv_service=spread, service_time=minutes))


@dataclass(frozen=True)
class Way:
    """A way to ask for the wait, with its own key."""

    question: str
    key: float
    unit: str
    truth: str


def _ways(case: Case) -> tuple[Way, ...]:
    owner, helper = first_name(case.trade.owner), first_name(case.trade.freelancer)
    minutes, asked, she = wait_at(BUSY), story_numbers(case).asked, case.trade.owner_is
    return (
        Way(
            f"{helper} asks a question. How long does it lie on {owner}’s desk, on average, before {she} turns to it?",
            rounded(minutes, 1), "minutes", f"{plain(minutes)} minutes",
        ),
        Way(
            f"{helper} asks a question and waits for the answer. How long does that take, on average, from the asking to the answer?",
            rounded(minutes + MINUTES, 1), "minutes",
            f"{plain(minutes + MINUTES)} minutes: {plain(minutes)} until it is begun, and {count(MINUTES)} for the answer",
        ),
        Way(
            f"{helper} asks {count(asked)} questions in a day, and each lies on {owner}’s desk until {she} turns to it. Add those waits up: how many "
            "hours do they come to in a day, on average?",
            rounded(asked * minutes / 60, 1), "hours",
            f"{plain(asked * minutes / 60, 1)} hours: {count(asked)} questions, {plain(minutes)} minutes each",
        ),
    )  # fmt: skip


def _way_of(case: Case) -> Way:
    """Return how this learner is asked, so that the truth is told in the same words."""
    return SeededRandom("managing-not-replacing.wait-way", case.profile.seed).pick(_ways(case))


@item("managing-not-replacing.wait", "predict", "see-queue", 1.5)
def wait(case: Case, draw: SeededRandom) -> Prediction:
    """At 90 % busy, how long does a question wait?"""
    owner, way = first_name(case.trade.owner), _way_of(case)
    return Prediction(
        title="How long does it lie there?",
        prompt=way.question,
        exhibit=Exhibit(
            caption=f"{owner}’s desk (assumptions of this lesson)",
            columns=("What", "How it is"),
            rows=(
                ("Requests that arrive in a day", f"{REQUESTS}, at any moment"),
                ("Time for each", f"{MINUTES} minutes on average: some two, some forty"),
                ("Order", "first come, first served"),
                ("Share of the day that is taken", f"{round(100 * BUSY)} %"),
            ),
        ),
        key=way.key,
        low=0,
        high=600,
        unit=way.unit,
        hints=(
            "How often will there be something else in front of it?",
            "The free hour is not kept in one piece for this question. It has gone by in bits, at moments when nobody asked.",
        ),
        praise="Your range held the truth.",
        below="The wait is shorter than your range. The desk is cleared now and then, and some questions find it empty.",
        above="The wait is longer than your range. A free hour in the day sounds like room, and it is spread over all the moments at "
        "which nobody happened to ask.",
    )


def reveal_wait(case: Case) -> Reveal:
    """The model's answer, its formula and what it takes for granted."""
    owner, helper = first_name(case.trade.owner), first_name(case.trade.freelancer)
    asked = story_numbers(case).asked
    there = round(float(queueing.mm1_in_system(utilisation=BUSY)))
    minutes = wait_at(BUSY)
    return Reveal(
        id="managing-not-replacing.reveal-wait",
        prediction="managing-not-replacing.wait",
        title="An hour and a half",
        truth=_way_of(case).truth,
        explanation=f"On average {count(there)} requests are on {owner}’s desk, and each takes {count(MINUTES)} minutes. A quarter of an hour "
        "with nothing to do cannot be saved up; an hour with twelve questions has to be worked off. With "
        f"{count(asked)} questions a day, {helper} waits for {plain(asked * minutes / 60, 1)} hours in all, to get "
        f"{plain(asked * MINUTES / 60, 1)} hours of {owner}’s time.",
        formula=f"wait = busy ÷ (1 − busy) × minutes for an answer = {plain(BUSY, 1)} ÷ {plain(1 - BUSY, 1)} × {MINUTES} = {plain(minutes)} minutes",
        assumptions=f"Requests arrive at random through a day of {DAY_HOURS} hours, and how long they take varies as much as in the simplest "
        "model of queues, so some take two minutes and some forty. They are dealt with in order, one at a time, with no lunch and no "
        f"closing time. If all took exactly {MINUTES} minutes, the wait would be half as long (Kingman, 1961, has the formula that "
        "allows for variation). A real desk is sorted by urgency; then the urgent wait less, and the rest wait longer than this.",
    )


ITEMS = (wait,)
