"""The item of the tests before and after the course that is worked out."""

from __future__ import annotations

import math

from outsourcing_lessons.items.item import Number, Trap, apart
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case, hours
from outsourcing_lessons.lessons.lesson import item


@item("one-task.test-turn", "test", "full-cost", 2)
def turn(case: Case, draw: SeededRandom) -> Number:
    """From how many jobs on is the more expensive provider cheaper?"""
    explain, setup = draw.pick((1.5, 2)), draw.pick((4, 6, 8))
    own = case.hour
    cheap, dear = case.price(draw.pick((2.5, 2.8))), case.price(draw.pick((3.2, 3.4)))
    gain = cheap + explain * own - dear
    key = math.ceil(setup * own / gain - 1e-9)
    return Number(
        title="The one who charges more",
        prompt=f"One provider charges {case.money(cheap)} a job, and each job takes {hours(explain)} of your time to explain. Another "
        f"charges {case.money(dear)} a job and needs no explaining after {hours(setup)} of your time at the start. Your hour is "
        f"worth {case.money(own)}.\n\nFrom how many jobs on has the second cost you no more than the first?",
        key=key,
        tolerance=0,
        low=0,
        high=1000,
        unit="jobs",
        praise=f"Each job costs {case.money(cheap + explain * own)} with the first and {case.money(dear)} with the second, so the "
        f"{case.money(setup * own)} at the start are earned back after {key}.",
        traps=apart(
            Trap(
                id="one-early",
                value=key - 1,
                tolerance=0,
                feedback="One job too few: at that point the start has not quite been earned back.",
            ),
            Trap(
                id="never",
                value=0,
                tolerance=0,
                feedback="The second charges more a job, and still wins in time, because your explaining stops. Price your own hours.",
            ),
        ),
        otherwise=f"Find what a job costs in each way, your own hours included, and see how often the difference goes into the "
        f"{hours(setup)} at the start.",
    )


ITEMS = (turn,)
