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


@item("companies-over-people.test-worth", "test", "know-limits", 1)
def worth(case: Case, draw: SeededRandom) -> SingleChoice:
    """In which situation is the company worth its higher price?"""
    extra = draw.pick((25, 30, 40, 50))
    right = draw.pick(
        (
            "Somebody has to answer at any hour of day or night, also in August",
            "Your client demands proof of insurance and a yearly check of data security",
            "Five different skills are needed at once, and your own week is already full",
            "Nobody who could do it has a record, and you cannot judge the result",
        )
    )
    wrong = draw.some(
        (
            (
                "yours",
                "Somebody who has worked well for you for two years has time for it",
                "You know how this person works. A company would charge you for telling you what you know.",
            ),
            (
                "rated",
                "A person with 60 rated jobs, 58 of them good, has time for it",
                "The record says what the company's name would say. There is little left to pay for.",
            ),
            (
                "quick-check",
                "You can check each result in five minutes, and a late one does no harm",
                "Cheap to check and not urgent: neither the company's word nor its cover is worth much here.",
            ),
            (
                "name",
                "The company is the best-known name in your trade",
                "A name by itself does nothing. Ask what you get with it: cover, checking, liability. If none, it is a price.",
            ),
            (
                "one-desk",
                "The company would give the work to one of its staff, without a deputy",
                "Then one person is all you get, at a company's price: on the day that person is away, nobody knows the work.",
            ),
        ),
        3,
    )
    options = (Option(id="worth", text=right),) + tuple(Option(id=i, text=text, feedback=why) for i, text, why in wrong)
    return SingleChoice(
        title="Worth the higher price",
        prompt=f"A company charges {extra} % more than a person would, for work in {case.trade.firm} like yours. In which of these situations is it "
        "most likely worth it?",
        options=draw.shuffled(options),
        key="worth",
        praise="Here the company supplies something that one person cannot, or that you cannot see for yourself. That is what the higher "
        "price is for.",
    )


ITEMS = (record, worth)
