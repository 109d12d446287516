"""Practice on learning: what repetition is worth, and what splitting the work throws away."""

from __future__ import annotations

import math

from outsourcing_lessons.items.item import Number, Option, SingleChoice, Trap, apart
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case, count, first_name, hours
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.models import learning
from outsourcing_lessons.money import plain, rounded


@item("one-task.later-job", "practice", "full-cost", 1.5)
def later_job(case: Case, draw: SeededRandom) -> Number:
    """The eighth job on an 80 % curve."""
    first, percent, job = draw.pick((10, 20, 40)), draw.pick((80, 85, 90)), draw.pick((8, 16))
    rate, doublings = percent / 100, int(math.log2(job))
    key = float(learning.unit_time(job, first, rate))
    close = max(0.06, 0.012 * key)
    steps = " → ".join(plain(first * rate**k, 1) for k in range(doublings + 1))
    return Number(
        title="The job after some practice",
        prompt=f"{first_name(case.trade.freelancer)} needs {hours(first)} for the first of a run of similar jobs and learns on "
        f"{_an(percent)} % curve.\n\nHow long does job number {job} take?",
        key=rounded(key, 2),
        tolerance=close,
        low=0,
        high=1000,
        unit="hours",
        decimals=1,
        hints=(
            f"On {_an(percent)} % curve a job takes {percent} % of the time each time the number of jobs doubles.",
            f"From job 1 to job {job} the number doubles {count(doublings)} times: "
            + ", ".join(str(2**k) for k in range(doublings + 1))
            + ".",
            f"So multiply {first} by {plain(rate, 2)}, {count(doublings)} times.",
        ),
        praise=f"{count(doublings).capitalize()} doublings: {steps} hours. The gain comes early and then slows, which is why even a short run "
        "with the same person pays.",
        traps=apart(
            Trap(
                id="every-job",
                value=first * rate ** (job - 1),
                tolerance=0.03 * first * rate ** (job - 1),
                feedback=f"You took {100 - percent} % off after every job. That would bring job {job} down to "
                f"{hours(first * rate ** (job - 1))}. The saving comes only with each doubling: jobs 2, 4, 8 and so on.",
            ),
            Trap(
                id="once",
                value=first * rate,
                tolerance=0.01 * first,
                feedback=f"That is the second job. The number of jobs doubles again after it, {count(doublings)} times in all.",
            ),
            Trap(
                id="straight-line",
                value=first * (1 - (1 - rate) * doublings),
                tolerance=0.01 * first,
                feedback=f"You counted the {count(doublings)} doublings, and took {100 - percent} % of the first job off each time. "
                "Each saving is a share of what the job takes by then, so the steps get smaller.",
            ),
        ),
        otherwise=f"Count how often the number of jobs doubles on the way to {job}, and take {percent} % of the time at each step.",
    )


@item("one-task.split", "practice", "small-bench", 1)
def split(case: Case, draw: SeededRandom) -> SingleChoice:
    """What sharing the work out does to the hours."""
    jobs, providers, percent = draw.pick((24, 30)), draw.pick((2, 3)), draw.pick((80, 85))  # not the sum the page shows
    extra = round(100 * float(learning.splitting_penalty(jobs, providers, percent / 100)))
    shares = {2: "two providers, half each", 3: "three providers, a third each"}[providers]
    fewer = round(100 * (1 - 1 / providers))
    options = (
        Option(
            id="same",
            text="Just as many: 0 % more",
            feedback="It would be so if nobody learned. But each provider now starts at the slow end of the curve, and none of "
            "them gets as far along it.",
        ),
        Option(id="some-more", text=f"About {extra} % more"),
        Option(
            id="fewer",
            text=f"About {fewer} % fewer",
            feedback="Side by side, the work may be ready sooner. You do not pay for the calendar, though, you pay for the "
            "hours, and of those there are more.",
        ),
        Option(
            id="multiple",
            text=f"About {100 * (providers - 1)} % more",
            feedback="That would be so if each of them did every job. Each does only a share; what is lost is "
            "the part of the curve that nobody reaches.",
        ),
    )
    return SingleChoice(
        title="Sharing it out",
        prompt=f"You expect {jobs} jobs of one kind this year, on {_an(percent)} % learning curve. Instead of one provider "
        f"you use {shares}.\n\nHow many hours will you pay for, compared with one provider doing them all?",
        options=draw.shuffled(options),
        key="some-more",
        hints=(
            "Does anyone get to do the fast, late jobs now?",
            f"One provider reaches job {jobs}. Now each of them stops at job {jobs // providers}.",
        ),
        praise=f"{extra} % by the model. The fast jobs at the end of the curve are never reached. That is the price "
        "of spreading work; having somebody when the first one is ill is what you may get for it.",
    )


def _an(percent: int) -> str:
    return f"{'an' if str(percent).startswith('8') else 'a'} {percent}"


ITEMS = (later_job, split)
