"""Practice on ratings that is worked out: how many jobs stand behind one."""

from __future__ import annotations

from outsourcing_lessons.course.companies_over_people.setting import GOOD, MANY
from outsourcing_lessons.items.item import Number, Trap, apart
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case, count
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.models import ratings
from outsourcing_lessons.money import plain, rounded


@item("companies-over-people.ten-ordinary", "practice", "weigh-ratings", 2)
def ten_ordinary(case: Case, draw: SeededRandom) -> Number:
    """Shrink a short record towards the ordinary, on a phone calculator."""
    good, k = draw.pick((6, 7, 8)), draw.pick((4, 5, 6, 15))
    key = 100 * float(ratings.posterior_mean(k, k, good, 10 - good))
    other = 100 * float(ratings.posterior_mean(GOOD, MANY, good, 10 - good))
    return Number(
        title="Ten ordinary jobs",
        prompt=f"Here is a way to compare records without a model. Say that on this marketplace {count(good)} of ten jobs done by "
        "somebody unknown turn out well. Then add ten such ordinary jobs to everybody's record, and compare the shares.\n\n"
        f"Somebody new has {k} good jobs out of {k}. What share of good jobs does that give?",
        key=rounded(key, 1),
        tolerance=0.6,
        low=0,
        high=100,
        unit="%",
        decimals=1,
        hints=(
            f"The ten ordinary jobs bring {count(good)} good ones and {count(10 - good)} that are not.",
            f"Good jobs: {k} + {good}. Jobs in all: {k} + 10.",
        ),
        praise=f"{k + good} of {k + 10}, or {plain(key, 1)} %. The same ten jobs turn {GOOD} of {MANY} into {GOOD + good} of "
        f"{MANY + 10}, which is {plain(other, 1)} %. A short record is pulled far towards the ordinary, a long one hardly moves.",
        traps=apart(
            Trap(
                id="as-shown",
                value=100,
                tolerance=0.3,
                feedback=f"That is the record as it is shown. With {k} jobs it could well be luck; the ten ordinary jobs are there "
                "to say so.",
            ),
            Trap(
                id="mean-of-shares",
                value=50 + 5 * good,
                tolerance=0.3,
                feedback=f"You took the middle between 100 % and {10 * good} %, as if both stood for as many jobs. Add the jobs up "
                "first, then divide.",
            ),
            Trap(
                id="only-below",
                value=100 * k / (k + 10),
                tolerance=0.3,
                feedback=f"You added ten jobs and no good ones. Of an ordinary ten, {count(good)} turn out well: they count above the "
                "line too.",
            ),
            Trap(
                id="only-ordinary",
                value=10 * good,
                tolerance=0.3,
                feedback=f"That is a person nobody knows. This one has shown something, though not much: add the {k} good jobs.",
            ),
        ),
        otherwise=f"Add {good} to the good jobs and 10 to the jobs, and divide the one by the other.",
    )


ITEMS = (ten_ordinary,)
