"""Practice on the dials: measures that are hard to game, and where to look."""

from __future__ import annotations

from outsourcing_lessons.course.managing_not_replacing.setting import first_name, twist_of
from outsourcing_lessons.items.draw import Draw
from outsourcing_lessons.items.item import Allocation, Exhibit, MultipleChoice, Option, Part
from outsourcing_lessons.lessons.case import Case, capital
from outsourcing_lessons.lessons.lesson import item


@item("managing-not-replacing.dials", "practice", "hand-over", 1.5, ("holmstrom-1991",))
def dials(case: Case, draw: Draw) -> MultipleChoice:
    """Which measures would be hard to meet without doing the work well?"""
    twist, helper = twist_of(case), first_name(case.trade.freelancer)
    sound = (
        Option(
            id="again",
            text=f"{capital(twist.asker)}s who come back about the same thing: at most 1 in 10",
            feedback="This one is hard to please without solving the matter: whoever was fobbed off comes back, and counts.",
        ),
        Option(
            id="oldest",
            text=f"Age of the oldest {twist.matter} that the {twist.asker} has not confirmed as settled: at most 2 working days",
            feedback="An average can hide one that nobody wants to touch. The oldest cannot hide, and only the one who asked can take it off "
            "the list.",
        ),
        Option(
            id="drawn",
            text="Five cases a week, picked by lot and read by you: at most 1 you would have settled otherwise",
            feedback="Nobody knows which cases the lot will pick, so all have to be right. Of the measures here, it is the one that looks at "
            "quality itself.",
        ),
        Option(
            id="rung",
            text=f"Three {twist.asker}s a week, chosen and rung up by you: at most 1 whose matter is not settled",
            feedback="You choose whom to ring, and you ask about the result. Nobody can prepare for that but by settling things.",
        ),
    )
    gamed = (
        Option(
            id="closed",
            text=f"{capital(twist.matters)} closed in a day: at least 25",
            feedback=f"{helper} can meet this with short answers. The {twist.asker} comes back, and the second {twist.matter} counts as well.",
        ),
        Option(
            id="first-reply",
            text="Average time to a first reply: at most 20 minutes",
            feedback="“We are looking into it” after one minute meets this. It says how fast a reply goes out, and nothing about what is in it.",
        ),
        Option(
            id="praise",
            text=f"Messages of thanks that {helper} passes on: at least 5 a week",
            feedback=f"{helper} chooses what you see. A measure should not be in the hands of the person it measures.",
        ),
    )
    chosen, tempting = draw.some(sound, 3), draw.some(gamed, 2)
    return MultipleChoice(
        id="managing-not-replacing.dials",
        title="Dials that tell the truth",
        prompt=f"{helper} now decides, and you want to see that it goes well: a few figures, each with a limit at which you look closer. "
        "Which of these would be hard to keep within the limit without doing the work well?",
        options=draw.shuffled(chosen + tempting),
        key=tuple(option.id for option in chosen),
        hints=(
            f"Be {helper} on a bad day: how could you meet each of them while serving nobody?",
            "Two of the five can be met by being quick or by choosing what you show.",
        ),
        praise="Few, each with a limit, and each costly to fake. Effort goes where it is measured: Holmström and Milgrom (1991) show in "
        "theory that strong pay on a measured part can draw it away from the part that is hard to measure. So set one measure of speed "
        "against one of quality, and pay for neither alone.",
    )


@item("managing-not-replacing.looks", "practice", "hand-over", 2)
def looks(case: Case, draw: Draw) -> Allocation:
    """Share out the cases you can look at in a week."""
    few, some = draw.whole(4, 6), draw.whole(9, 12)
    rest = draw.whole(3, 4)
    total = few + some + rest
    dear, middling, cheap = case.money(case.price(5)), case.money(case.price(3)), case.money(case.price(0.5))
    return Allocation(
        id="managing-not-replacing.looks",
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


ITEMS = (dials, looks)
