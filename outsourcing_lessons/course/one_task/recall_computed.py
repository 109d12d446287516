"""Recall that is worked out: two doublings, and two people who are sometimes away."""

from __future__ import annotations

from outsourcing_lessons.items.item import Number, Trap, apart
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case, hours
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.models import bench
from outsourcing_lessons.money import plain, rounded


@item("one-task.recall-doubling", "recall", "full-cost", 1.5)
def doubling(case: Case, draw: SeededRandom) -> Number:
    """One doubling, two doublings."""
    first, percent = draw.pick((5, 10, 20)), draw.pick((70, 80, 90))
    rate = percent / 100
    key = first * rate**2
    return Number(
        title="Two doublings",
        prompt=f"First job: {hours(first)}. {percent} % learning curve. How long does the fourth job take?",
        key=key,
        tolerance=0.01 * first,
        low=0,
        high=1000,
        unit="hours",
        decimals=2,
        hints=("From 1 to 4 the number of jobs doubles twice.",),
        praise=f"{first} × {plain(rate, 1)} × {plain(rate, 1)} = {plain(key, 2)} hours.",
        traps=apart(
            Trap(
                id="once",
                value=first * rate,
                tolerance=0.005 * first,
                feedback="That is the second job. The fourth is one more doubling away.",
            ),
            Trap(
                id="every-job",
                value=first * rate**3,
                tolerance=0.005 * first,
                feedback="You took the saving three times, once for each further job. It comes with each doubling: 1 to 2, 2 to 4.",
            ),
        ),
        otherwise=f"Multiply by {plain(rate, 1)} once for each doubling from 1 to 4.",
    )


@item("one-task.recall-available", "recall", "small-bench", 1.5)
def available(case: Case, draw: SeededRandom) -> Number:
    """Two people, each sometimes away."""
    percent = draw.pick((5, 10, 20))
    away = percent / 100
    key = 100 * float(bench.available(away, 2))
    return Number(
        title="Somebody is there",
        prompt=f"Your main provider and your backup are each unavailable {percent} % of the time, independently. On what share of "
        "days is at least one of them there?",
        key=rounded(key, 2),
        tolerance=0.05,
        low=0,
        high=100,
        unit="%",
        decimals=2,
        hints=("How often are both away at once?", f"Both away: {plain(away, 2)} × {plain(away, 2)}."),
        praise=f"Both are away {plain(100 * away**2, 2)} % of the time, so somebody is there on {plain(key, 2)} % of days. The sum "
        "holds only if they are away for different reasons: not the same agency, town or holiday.",
        traps=apart(
            Trap(
                id="one-only",
                value=100 - percent,
                tolerance=0.02,
                feedback="That is one of them alone. The second fills most of the gaps the first one leaves.",
            ),
            Trap(
                id="added",
                value=100 - 2 * percent,
                tolerance=0.02,
                feedback="You added the two absences, as though each of them hurt you. Only the days on which both are away do.",
            ),
        ),
        otherwise="Take the chance that both are away at once from 100 %.",
    )


ITEMS = (doubling, available)
