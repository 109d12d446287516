"""Practice on the dials that is worked out: where to look."""

from __future__ import annotations

from outsourcing_lessons.items.item import Allocation, Exhibit, Part
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import item


@item("managing-not-replacing.looks", "practice", "hand-over", 2)
def looks(case: Case, draw: SeededRandom) -> Allocation:
    """Share out the cases you can look at in a week."""
    few, some = draw.whole(4, 6), draw.whole(9, 12)
    rest = draw.whole(3, 4)
    total = few + some + rest
    dear, middling, cheap = case.money(case.price(5)), case.money(case.price(3)), case.money(case.price(0.5))
    return Allocation(
        title="Where to look",
        prompt=f"Three kinds of decision are made without you now. On Fridays you have time to look at {total} of last week's cases, early "
        "enough to put a mistake right. Share them out so that you catch the most money, and so that no kind goes unseen.",
        exhibit=Exhibit(
            caption="Last quarter, by kind of decision",
            columns=("Kind", "Cases a week", "Wrong", "Cost of a mistake"),
            rows=(
                ("A", str(few), "1 in 5", dear),
                ("B", "60", "1 in 50", cheap),
                ("C", str(some), "1 in 10", middling),
            ),
        ),
        total=total,
        unit="cases",
        parts=(
            Part(
                id="a",
                text=f"Kind A ({few} cases)",
                low=few,
                high=few,
                too_low=f"A look at a case of kind A saves one fifth of {dear} on average, more than any other look. Take all {few}.",
                too_high=f"There are only {few} cases of kind A in a week.",
            ),
            Part(
                id="b",
                text="Kind B (60 cases)",
                low=1,
                high=rest + 1,
                too_low="Nobody would see kind B at all. Its mistakes are rare and cheap as of last quarter; without a look now and then "
                "you would not learn that this has changed.",
                too_high=f"Most cases are of kind B, but a look there saves one fiftieth of {cheap} on average. Kinds A and C come first.",
            ),
            Part(
                id="c",
                text=f"Kind C ({some} cases)",
                low=some - 1,
                high=some + 0,
                too_low=f"A look at a case of kind C saves one tenth of {middling} on average, many times as much as one at kind B.",
                too_high=f"There are only {some} cases of kind C in a week.",
            ),
        ),
        key={"a": float(few), "b": float(rest), "c": float(some)},
        hints=(
            "What does one look bring, on average? The chance of a mistake times what it costs.",
            "One look brings most with A, then C, and little with B. How many cases are there of A and C?",
        ),
        praise=f"A and C in full, and {rest} of B, picked by lot. Looking where most cases are feels fair and finds least. The few looks at "
        "B do not pay at last quarter's figures: they are how you would learn that the figures have changed.",
    )


ITEMS = (looks,)
