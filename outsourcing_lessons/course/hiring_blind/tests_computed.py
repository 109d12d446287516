"""The item of the tests before and after the course that is worked out."""

from __future__ import annotations

from outsourcing_lessons.items.item import Number, Trap, apart
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.money import plain, rounded

GROUPS = (
    (20, 8, 6, 3),
    (20, 5, 4, 6),
    (30, 10, 9, 6),
    (30, 12, 9, 6),
    (40, 10, 8, 12),
    (40, 16, 14, 6),
    (50, 10, 8, 12),
    (50, 20, 16, 9),
)


@item("hiring-blind.test-passed", "test", "weigh-trial", 1.5)
def test_passed(case: Case, draw: SeededRandom) -> Number:
    """How likely is it that somebody who passed is good?"""
    people, good, passes, slips = draw.pick(GROUPS)
    key = rounded(100 * passes / (passes + slips), 1)
    traps = (
        Trap(
            id="of-the-good",
            value=100 * passes / good,
            tolerance=0.6,
            feedback=f"That is the share of the {good} good ones who passed. You know that this one passed; how many of those are good?",
        ),
        Trap(
            id="of-all",
            value=100 * passes / people,
            tolerance=0.6,
            feedback=f"You divided by all {people}. Those who failed no longer count: this one passed.",
        ),
        Trap(
            id="unmoved",
            value=100 * good / people,
            tolerance=0.6,
            feedback="That was so before the sample. A pass counts for something.",
        ),
        Trap(
            id="poor-fail",
            value=100 * (people - good - slips) / (people - good),
            tolerance=0.6,
            feedback="That is the share of the others who failed. Look only at those who passed.",
        ),
    )
    return Number(
        title="Passed",
        prompt=f"{people} people offer this work: {draw.pick(case.trade.streams)}. {good} of them would do it well, but you cannot see which. "
        f"All do a small sample. Of those {good}, {passes} pass. Of the others, {slips} pass too. You hire one of those who passed.\n\nHow "
        "likely is it that you have hired somebody who does it well?",
        key=key,
        tolerance=1,
        low=0,
        high=100,
        unit="%",
        hints=(f"{passes + slips} have passed in all.",),
        praise=f"{passes} of the {passes + slips} who passed: {plain(key)} %.",
        traps=tuple(trap for trap in apart(*traps) if abs(trap.value - key) > trap.tolerance + 1),
        otherwise="Put the good ones who passed over all who passed.",
    )


ITEMS = (test_passed,)
