"""Recall that is worked out: a chain of margins."""

from __future__ import annotations

from outsourcing_lessons.items.item import Number, Trap, apart
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.models import intermediaries
from outsourcing_lessons.money import rounded


@item("companies-over-people.recall-chain", "recall", "follow-money", 1.5)
def chain(case: Case, draw: SeededRandom) -> Number:
    """Two equal margins."""
    margin = draw.pick((10, 20, 30, 40))
    key = 100 * float(intermediaries.worker_share([margin / 100, margin / 100]))
    return Number(
        title="Two margins",
        prompt=f"Two firms stand between you and the worker, and each keeps {margin} % of what it gets. What share of your money reaches the "
        "worker?",
        key=rounded(key, 1),
        tolerance=0.4,
        low=0,
        high=100,
        unit="%",
        hints=(f"The second takes its {margin} % of what the first has left.",),
        praise=f"{100 - margin} % of {100 - margin} %. Each layer may earn its share. Ask each what it does for it.",
        traps=apart(
            Trap(
                id="added",
                value=100 - 2 * margin,
                tolerance=0.4,
                feedback="You took both off the full amount. The second takes its share of less.",
            ),
            Trap(id="one", value=100 - margin, tolerance=0.4, feedback="That is after one of the two."),
        ),
        otherwise="Multiply what the first leaves by what the second leaves.",
    )


ITEMS = (chain,)
