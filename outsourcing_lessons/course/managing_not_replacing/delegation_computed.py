"""Practice on handing over that needs more than text: four tasks of a trade, and who could step in."""

from __future__ import annotations

from outsourcing_lessons.course.managing_not_replacing.setting import first_name, twist_of
from outsourcing_lessons.items.draw import Draw
from outsourcing_lessons.items.item import Exhibit, Number, Option, Ordering, Trap, apart
from outsourcing_lessons.lessons.case import Case, capital, count
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.models import delegation


@item("managing-not-replacing.four-ways", "practice", "hand-over", 2, ("sourcing-playbook",))
def four_ways(case: Case, draw: Draw) -> Ordering:
    """Drop, automate, delegate, keep."""
    twist = twist_of(case)
    why = {
        "drop": (
            twist.drops,
            "nobody would miss it, so it goes first. Ask this before anything else: work that is automated or handed over "
            "without need is still paid for",
        ),
        "automate": (
            twist.automates,
            "the same steps every time and no judgement in them. A machine can have it, if it comes often enough to pay "
            "for the building and the upkeep",
        ),
        "delegate": (
            twist.delegates,
            "there is a judgement in it, so a machine would get the odd case wrong; and there are rules or examples, so "
            "somebody else can learn it. Whether that is one of your people or a provider is the next question: make or buy",
        ),
        "keep": (
            twist.keeps,
            "there is no last time to copy, nothing to write down yet, and a mistake is dear. Here your own hours are best "
            "spent",
        ),
    }
    tasks = {name: draw.pick(texts) for name, (texts, _) in why.items()}
    options = tuple(Option(id=i, text=text, feedback=f"{_short(text)}: {why[i][1]}.") for i, text in tasks.items())
    return Ordering(
        title="Drop, automate, delegate, keep",
        prompt=f"Four tasks from {case.trade.firm}. Order them by how far they can go from your desk: first the one to stop doing, then "
        "the one for a machine, then the one for somebody else, and last the one that stays with you.",
        options=draw.shuffled(options),
        key=("drop", "automate", "delegate", "keep"),
        first="stop doing it",
        last="keep it",
        hints=(
            "Which of them would nobody miss?",
            "Where is there no judgement at all? And where is there nothing yet to write down?",
        ),
        praise="Ask in this order for every task: need it be done at all? Can it run by itself? Can somebody else decide it, in the "
        "house or outside? What is left is yours. The third has a second half, make or buy, which the British guide for public buyers "
        "wants settled before any call for bids (Cabinet Office, 2021).",
    )


TABLES = {
    1: ((1, 0, 0), (1, 0, 0), (1, 0, 0), (1, 1, 0), (0, 1, 1)),
    2: ((1, 0, 0), (1, 0, 0), (0, 1, 0), (1, 1, 0), (0, 1, 1)),
}


@item("managing-not-replacing.cover", "practice", "hand-over", 2, ("avelino-2016",))
def cover(case: Case, draw: Draw) -> Number:
    """How many must go before most of the work has nobody?"""
    people = draw.shuffled((first_name(case.trade.freelancer), "Robin", case.trade.company))
    tasks = draw.some([t.name for t in case.trade.tasks if t.skill != "high" or t.done_by != "you"], 5)
    table = draw.shuffled(TABLES[draw.pick((1, 1, 2))])
    key = delegation.truck_factor(table)
    chief = max(people, key=lambda name: sum(row[people.index(name)] for row in table))
    alone = sum(row == tuple(int(name == chief) for name in people) for row in table)
    return Number(
        title="Who could step in?",
        prompt="You have handed over five tasks. The table says who can do each of them without asking you.\n\nWhat is the smallest number of "
        "them whose loss would leave more than half of the tasks with nobody?",
        exhibit=Exhibit(
            caption="Who can do it alone",
            columns=("", *people),
            rows=tuple(
                (capital(task), *("yes" if can else "–" for can in row)) for task, row in zip(tasks, table, strict=True)
            ),
        ),
        key=key,
        tolerance=0,
        low=0,
        high=20,
        hints=(
            "More than half of five is three.",
            "Take one person away at a time and count the rows that are left without a “yes”. Is it three for anybody?",
        ),
        praise=(
            f"One: without {chief}, three of five tasks have nobody. You have been replaced by a bottleneck of the same size. "
            if key == 1
            else f"Two. Without {chief} it is {count(alone)} tasks; with the right second one gone as well it is more than half. Better than one, and thin in a week of "
            "influenza. "
        )
        + "Programmers call this the truck factor, or bus factor: in 65 % of 133 well-known open-source systems it was two at most (Avelino, 2016). A "
        "second person who does each task for real once a month raises it.",
        traps=apart(
            Trap(
                id="everybody",
                value=len(people),
                tolerance=0,
                feedback="With all three gone, everything stands still. More than half does so sooner: look for the one on whom most hangs.",
            ),
            Trap(
                id="none",
                value=0,
                tolerance=0,
                feedback="With everybody there each task has somebody. Take people away, one at a time.",
            ),
            Trap(
                id="two-not-one",
                value=2,
                tolerance=0,
                feedback=f"With two gone, more than half stands still; but one is enough. Take away {chief} and count.",
            )
            if key == 1
            else Trap(
                id="one-not-two",
                value=1,
                tolerance=0,
                feedback=f"Try the worst case: without {chief}, {count(alone)} of five tasks have nobody. That is not more than half.",
            ),
        ),
        otherwise="Take people away one at a time, and count the rows without a “yes”. Stop when there are three.",
    )


def _short(text: str) -> str:
    return text.partition(":")[0].partition(",")[0]


ITEMS = (four_ways, cover)
