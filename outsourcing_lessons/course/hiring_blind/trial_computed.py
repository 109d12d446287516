"""Practice on trials: what passing one tells you."""

from __future__ import annotations

from outsourcing_lessons.course.hiring_blind.story_numbers import twist_of
from outsourcing_lessons.items.item import Number, Trap, apart
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.models import trials
from outsourcing_lessons.money import plain, rounded


@item("hiring-blind.one-pass", "practice", "weigh-trial", 2)
def one_pass(case: Case, draw: SeededRandom) -> Number:
    """Bayes after one good trial."""
    good, passes, slips = draw.pick((20, 40, 50)), draw.pick((80, 90)), draw.pick((20, 30, 40))
    both, slipped = good * passes / 100, (100 - good) * slips / 100
    key = 100 * trials.belief_after(1, 1, good / 100, passes / 100, slips / 100)
    return Number(
        title="One good trial",
        prompt=f"Of the {twist_of(case).people} you could hire, {good} % are good. A good one passes your trial {passes} % of the "
        f"time. A poor one passes it {slips} % of the time all the same. Somebody has just passed.\n\nHow likely is it that this one is good?",
        key=rounded(key, 1),
        tolerance=0.7,
        low=0,
        high=100,
        unit="%",
        hints=(
            "Imagine 100 of them at the trial. How many pass in all, and how many of those are good?",
            f"Good and passed: {passes} % of {good}, which is {plain(both, 1)}. Poor and passed: {slips} % of {100 - good}, which "
            f"is {plain(slipped, 1)}.",
            f"{plain(both, 1)} out of {plain(both + slipped, 1)}.",
        ),
        praise=f"{plain(both, 1)} of {plain(both + slipped, 1)} who pass are good: {plain(key)} %. The trial moved you from {good} % to "
        f"{plain(key)} %, and no further. And {plain(good - both, 1)} of the {good} good ones were sent home. How far one trial can move you depends on "
        "where you began.",
        traps=tuple(
            trap
            for trap in apart(
                Trap(
                    id="turned-round",
                    value=passes,
                    tolerance=0.5,
                    feedback=f"{passes} % of good ones pass. You were asked the other way round: of those who pass, how many are good? "
                    "Poor ones pass as well, and there may be many of them.",
                ),
                Trap(
                    id="out-of-all",
                    value=both,
                    tolerance=0.5,
                    feedback=f"{plain(both, 1)} of 100 are good and pass. But you know already that this one passed, so count them "
                    f"among the {plain(both + slipped, 1)} who pass.",
                ),
                Trap(
                    id="poor-fail",
                    value=100 - slips,
                    tolerance=0.5,
                    feedback=f"{100 - slips} % is how many poor ones fail. How many of those who pass are good depends also on how many good "
                    "ones there are.",
                ),
                Trap(
                    id="unmoved",
                    value=good,
                    tolerance=0.5,
                    feedback=f"{good} % is where you stood before the trial. A good one passes more easily than a poor one, so a pass "
                    "must move you.",
                ),
            )
            if abs(trap.value - round(key, 1)) > trap.tolerance + 0.7
        ),
        otherwise="Count 100 people: the good ones who pass, put over all who pass.",
    )


ITEMS = (one_pass,)
