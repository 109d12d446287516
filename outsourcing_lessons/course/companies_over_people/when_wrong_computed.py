"""Where this advice is wrong, worked out: what bundling costs."""

from __future__ import annotations

from outsourcing_lessons.items.item import Number, Trap, clear_of
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case, count, hours
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.money import plain, rounded


@item("companies-over-people.own-bottleneck", "when-wrong", "know-limits", 1.5)
def own_bottleneck(case: Case, draw: SeededRandom) -> Number:
    """How much more a company may charge when you are the one who coordinates."""
    people, bought, each = draw.pick((3, 4)), draw.pick((20, 25, 40)), draw.pick((1, 1.5))
    price, own = case.rate(case.trade.regular_rate), case.hour
    mine, left = people * each, 1
    invoice = bought * price
    key = 100 * (mine - left) * own / invoice
    tolerance = min(max(0.4, 0.02 * key), key / 5)
    return Number(
        title="What may the company charge?",
        prompt=f"A project needs {count(people)} different skills, {bought} hours a week in all, at {case.money(price)} an hour from "
        f"individuals. Each of them takes {hours(each)} of your week to coordinate, at {case.money(own)} an hour. A company would "
        f"coordinate them for you and take {hours(left)} of your week in all.\n\nBy how many per cent may the company's bill be higher "
        "before it costs you more?",
        key=rounded(key, 1),
        tolerance=tolerance,
        low=0,
        high=1000,
        unit="%",
        decimals=1,
        hints=(
            "How many of your hours does the company save in a week, and what are they worth?",
            f"{plain(mine - left, 1)} hours saved, at {case.money(own)}, against an invoice of {case.money(invoice)}.",
        ),
        praise=f"{plain(mine - left, 1)} × {case.money(own)} = {case.money((mine - left) * own)}, against {case.money(invoice)}. That is what your "
        "coordinating is worth. If your week is full and the hours would have gone to customers, it may be worth more. The advice to "
        "prefer individuals leaves this line out.",
        traps=clear_of(
            rounded(key, 1),
            tolerance,
            Trap(
                id="nothing",
                value=0,
                tolerance=min(0.2, key / 5),
                feedback="By nothing, if your hours were free. You coordinate, every week, and those hours are a cost.",
            ),
            Trap(
                id="no-rest",
                value=100 * mine * own / invoice,
                tolerance=0.01 * key,
                feedback=f"You counted all of your hours as saved. With the company {hours(left)} a week remains.",
            ),
            Trap(
                id="one-person",
                value=100 * each * own / invoice,
                tolerance=0.01 * key,
                feedback=f"That is the time for one of them. There are {count(people)}.",
            ),
            Trap(
                id="hours-share",
                value=100 * (mine - left) / bought,
                tolerance=0.01 * key,
                feedback="You compared hours with hours. Yours have another price than theirs, so compare money with money.",
            ),
        ),
        otherwise="Price the hours of yours that the company saves, and divide by what the individuals' invoices come to.",
    )


ITEMS = (own_bottleneck,)
