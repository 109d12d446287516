"""Recall that is worked out: what passing a trial tells, and one candidate alone."""

from __future__ import annotations

from outsourcing_lessons.course.hiring_blind.story_numbers import SCORED, good_of_100
from outsourcing_lessons.items.item import Number, Trap, apart
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.money import plain, rounded


@item("hiring-blind.recall-one-pass", "recall", "weigh-trial", 1.5)
def one_pass(case: Case, draw: SeededRandom) -> Number:
    """Ten good ones, ten poor ones, one trial."""
    passes, slips = draw.pick(((9, 3), (9, 1), (8, 2), (6, 2), (6, 4), (8, 4)))
    key = rounded(100 * passes / (passes + slips), 1)
    return Number(
        title="Who passed",
        prompt=f"Ten good and ten poor providers take a trial. {passes} of the good ones pass, and {slips} of the poor ones. You meet one who "
        "passed.\n\nHow likely is it that this one is good?",
        key=key,
        tolerance=1,
        low=0,
        high=100,
        unit="%",
        hints=(f"{passes + slips} have passed.",),
        praise=f"{passes} of the {passes + slips} who passed: {plain(key)} %.",
        traps=tuple(
            trap
            for trap in apart(
                Trap(
                    id="of-the-good",
                    value=10 * passes,
                    tolerance=0.5,
                    feedback=f"That is how many of the good ones pass. Look at those who passed, all {passes + slips} of them.",
                ),
                Trap(
                    id="of-all",
                    value=5 * passes,
                    tolerance=0.5,
                    feedback="You divided by all twenty. Those who failed no longer count: this one passed.",
                ),
                Trap(
                    id="half",
                    value=50,
                    tolerance=0.4,
                    feedback="That was so before the trial. A pass counts for something.",
                ),
            )
            if abs(trap.value - key) > trap.tolerance + 1
        ),
        otherwise="Good ones who passed, over all who passed.",
    )


@item("hiring-blind.recall-only-one", "recall", "know-limits", 1.5)
def only_one(case: Case, draw: SeededRandom) -> Number:
    """One applicant, taken whatever the marks."""
    base = draw.pick((20, 30, 40, 60, 70, 80))
    best = good_of_100(SCORED, base / 100)
    return Number(
        title="No choice",
        prompt=f"{base} of 100 providers are good. One applies, and you take them whatever your questions show.\n\nHow many of 100 such "
        "choices are good?",
        key=base,
        tolerance=0.5,
        low=0,
        high=100,
        unit="of 100",
        hints=("What do the questions change?",),
        praise=f"{base}. With five to choose from, the questions would have made it {best}. Judging pays only where you may say no.",
        traps=apart(
            Trap(
                id="as-if-five",
                value=best,
                tolerance=0.7,
                feedback="That is the figure with five to choose from. Here the answer was yes before the first question.",
            ),
            Trap(id="all", value=100, tolerance=0.4, feedback="Asking well does not make the one who came any better."),
        ),
        otherwise="If the questions change nothing, the share of good ones stays what it is in the market.",
    )


ITEMS = (one_pass, only_one)
