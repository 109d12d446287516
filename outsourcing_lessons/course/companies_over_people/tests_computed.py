"""Two items of the pre-test and the post-test: on short and long records, and on when a company is worth its price."""

from __future__ import annotations

from outsourcing_lessons.items.item import Option, SingleChoice
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import item

LONG = ((38, 40), (48, 50), (57, 60), (67, 70), (76, 80))
SHORT = (2, 3, 4)
MIDDLE = ((8, 10), (9, 12), (12, 15), (15, 20))
WORN = ((80, 100), (102, 120), (72, 90), (120, 150))


@item("companies-over-people.test-record", "test", "weigh-ratings", 1)
def record(case: Case, draw: SeededRandom) -> SingleChoice:
    """Which of four records would you bet on?"""
    good, jobs = draw.pick(LONG)
    short, (middle, of_middle), (worn, of_worn) = draw.pick(SHORT), draw.pick(MIDDLE), draw.pick(WORN)
    options = (
        Option(id="long", text=f"{jobs} jobs, of which {good} went well"),
        Option(
            id="short",
            text=f"{short} jobs, of which {short} went well",
            feedback=f"No stain, and hardly any cloth. Somebody who succeeds four times in five also has a fair chance of {short} good jobs out of "
            f"{short}.",
        ),
        Option(
            id="middle",
            text=f"{of_middle} jobs, of which {middle} went well",
            feedback=f"That is {round(100 * middle / of_middle)} %, from few jobs. Another record here shows a higher share, from more.",
        ),
        Option(
            id="worn",
            text=f"{of_worn} jobs, of which {worn} went well",
            feedback=f"The longest record, and it makes one thing certain: about {round(100 - 100 * worn / of_worn)} jobs in a hundred do not go "
            "well.",
        ),
    )
    return SingleChoice(
        title="Four records",
        prompt=f"Four providers would take this work at the same price: {case.trade.stream.jobs}. All you know is how many jobs each has done and how many "
        "went well. Which would you bet on to do the next one well?",
        options=draw.shuffled(options),
        key="long",
        praise="A high share from many jobs. Few jobs can be luck; many jobs at a lower share are known to be worse.",
    )


ITEMS = (record,)
