"""Practice on learning: what splitting the work throws away."""

from __future__ import annotations

from outsourcing_lessons.items.item import Option, SingleChoice
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.models import learning


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


ITEMS = (split,)
