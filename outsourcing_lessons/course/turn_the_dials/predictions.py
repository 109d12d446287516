"""The prediction of the last lesson: hand over everything and watch nothing."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from outsourcing_lessons.blocks.block import Reveal
from outsourcing_lessons.course.turn_the_dials.setting import LESSONS, business_of, hours_a_week, left_over, year_of
from outsourcing_lessons.items.item import Prediction
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case, hours
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.money import plain

UNWATCHED = replace(LESSONS, delegation=6, monitoring_hours=0)
INDIAN_YEARS = 8.5  # in which about half of the practices went (Bloom and co-authors, 2020: eight to nine)
INDIAN_DECAY = 1 - 0.5 ** (1 / (52 * INDIAN_YEARS))  # a week


def worse_years(case: Case) -> int:
    """Return in how many of 100 years less is left over when everything is handed over and nobody watches."""
    return round(100 * float(np.mean(left_over(case, UNWATCHED) < left_over(case, LESSONS))))


def made_up_for(worse: int) -> str:
    """Say, of the hours that came free, in how many of 100 years they did not make up for the mistakes."""
    if worse == 0:
        return "make up for it in every year"
    return f"do not make up for it in {worse} of 100 years"


@item("turn-the-dials.let-go", "predict", "read-spread", 1.5)
def let_go(case: Case, draw: SeededRandom) -> Prediction:
    """In how many of a hundred years is it worse?"""
    freed = hours_a_week(case, LESSONS) - hours_a_week(case, UNWATCHED)
    return Prediction(
        title="Let go of everything?",
        prompt=f"All dials stand where the four lessons would put them. Now {case.trade.owner.split()[0]} goes one step further: hand over "
        f"every decision, and stop watching. That frees another {hours(freed)} a week, and those hours are counted at their full worth.\n\n"
        "Luck being the same, in how many of 100 years is less left over than before?",
        key=worse_years(case),
        low=0,
        high=100,
        unit="of 100 years",
        hints=("What happens to agreed practice when nobody looks?",),
        praise="Your range held the truth.",
        below="It is worse less often than you thought. The hours that come free are real, and in a lucky year nothing happens to spoil them.",
        above="It is worse more often than you thought. The hours come free at once; the mistakes come later, and somebody has to pay for them.",
    )


def reveal_let_go(case: Case) -> Reveal:
    """How often it is worse, and what makes it so."""
    business = business_of(case)
    before, after = (100 * float(year_of(business, dials).quality.mean()) for dials in (LESSONS, UNWATCHED))
    tenth_before, tenth_after = (float(np.percentile(left_over(case, dials), 10)) for dials in (LESSONS, UNWATCHED))
    return Reveal(
        id="turn-the-dials.reveal-let-go",
        prediction="turn-the-dials.let-go",
        title="When nobody watches",
        truth=f"{worse_years(case)} of 100 years",
        explanation=f"Jobs without a mistake fall from {plain(before)} % to {plain(after)} %. In one year in ten less than "
        f"{case.about(tenth_after)} is left over; with two hours of watching a week that line was at {case.about(tenth_before)}. The hours "
        f"that came free {made_up_for(worse_years(case))}.",
        formula="mistakes = (those of the people) × (1 + drift × practice lost), less those somebody sees; practice lost grows every week that "
        "nobody watches",
        assumptions=f"Our own model, with our own figures. Agreed practice fades by {plain(100 * business.practice_decay, 1)} % a week when nobody "
        "looks at all, and mistakes in delegated work grow up to fourfold as it does. That practice fades without attention has been observed: in Indian "
        "textile plants about half of the practices that had been introduced were gone after eight to nine years. That is "
        f"{plain(100 * INDIAN_DECAY, 2)} % a week, so ours fades {round(business.practice_decay / INDIAN_DECAY)} times as fast, and shows in one year. How "
        "fast it goes in a business like yours, we do not know.",
    )


ITEMS = (let_go,)
