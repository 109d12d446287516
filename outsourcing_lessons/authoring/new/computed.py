"""What `author new question` begins with where a question is worked out in Python: a number, a prediction."""

from __future__ import annotations

NUMBER = '''\
"""Say here what this question is about."""

from __future__ import annotations

from outsourcing_lessons.items.item import Number, Trap, apart
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import item


def cost_of_a_year(each: float, times: int, hour: float) -> float:
    """Return what so many hours, so many times a year, are worth; the model of an explorer may take its place."""
    return each * times * hour


@item("{slug}.{name}", "{section}", "{objective}", minutes=2)
def {model}(case: Case, draw: SeededRandom) -> Number:
    """Say here what it asks."""
    each, times = draw.pick((2, 3, 5)), draw.pick((6, 8, 12))
    key = cost_of_a_year(each, times, case.hour)
    return Number(
        title="{title}",
        prompt=f"Explaining a job takes you {{each}} hours, and you do it {{times}} times a year. An hour of yours is "
        f"worth {{case.money(case.hour)}}.\\n\\nWhat is all the explaining of a year worth?",
        key=key,
        tolerance=0.02 * key,
        low=0,
        high=100 * key,
        prefix=case.prefix,
        hints=("How many hours are that in a year?", "Multiply them by what an hour of yours is worth."),
        praise="Say here why this is right.",
        traps=apart(
            Trap(
                id="once",
                value=each * case.hour,
                tolerance=0.01 * key,
                feedback="Say here why this is wrong: it is what explaining once is worth.",
            ),
        ),
        otherwise="Say here how it is worked out.",
    )
'''
PREDICTION = '''\
"""Say here what is predicted."""

from __future__ import annotations

from outsourcing_lessons.blocks.block import Reveal
from outsourcing_lessons.items.item import Prediction
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case, counted
from outsourcing_lessons.lessons.lesson import item

EACH, TIMES = 3, 24  # hours, and how often in a year


@item("{slug}.{name}", "predict", "{objective}", minutes=1)
def {model}(case: Case, draw: SeededRandom) -> Prediction:
    """Say here what it asks."""
    return Prediction(
        title="{title}",
        prompt=f"Somebody explains the same job {{TIMES}} times a year.\\n\\nHow many hours does that take?",
        key=EACH * TIMES,
        low=0,
        high=500,
        unit="hours",
        hints=("How long does it take once?",),
        praise="Your range held it.",
        below="It is less than your range. Say here what one overlooks.",
        above="It is more than your range. Say here what one overlooks.",
    )


def reveal_{model}(case: Case) -> Reveal:
    """Return the truth, how it is worked out, and what it takes for granted."""
    return Reveal(
        id="{slug}.reveal-{name}",
        prediction="{slug}.{name}",
        title="What it comes to",
        truth=counted(EACH * TIMES, "hour"),
        explanation="Say here why it is so much.",
        formula="hours = hours for one time × times a year",
        assumptions="Say here what is made up.",
    )
'''
