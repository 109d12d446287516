"""Practice on handing over that is worked out: who could step in."""

from __future__ import annotations

from outsourcing_lessons.course.managing_not_replacing.story_numbers import twist_of
from outsourcing_lessons.items.item import Exhibit, Number, Trap, apart
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case, capital, count
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.lessons.trade import first_name
from outsourcing_lessons.models import delegation

# Who can do what: the helper, a second person, a firm. The first row is the work of the story, which the helper can do.
TABLES = {
    1: ((1, 0, 0), (1, 0, 0), (1, 0, 0), (1, 1, 0), (0, 1, 1)),
    2: ((1, 0, 0), (1, 0, 0), (0, 1, 0), (1, 1, 0), (0, 1, 1)),
}


def _tasks(case: Case, draw: SeededRandom) -> tuple[str, ...]:
    """Return the work that was handed over, and four others of this trade's that are not part of it."""
    twist = twist_of(case)
    others = [
        task.name
        for task in case.trade.tasks
        if (task.skill != "high" or task.done_by != "you") and task.name != twist.part_of
    ]
    return (twist.work_bare, *draw.some(others, 4))


@item("managing-not-replacing.cover", "practice", "hand-over", 1, ("avelino-2016",))
def cover(case: Case, draw: SeededRandom) -> Number:
    """How many must go before most of the work has nobody?"""
    names = (first_name(case.trade.freelancer), "Robin", case.trade.company)
    people, which = draw.shuffled(names), draw.pick((1, 1, 2))
    rows = draw.shuffled(tuple(zip(_tasks(case, draw), TABLES[which], strict=True)))
    tasks = tuple(task for task, _ in rows)
    table = tuple(tuple(able[names.index(name)] for name in people) for _, able in rows)
    key = delegation.truck_factor(table)
    chief = max(people, key=lambda name: sum(row[people.index(name)] for row in table))
    alone = sum(row == tuple(int(name == chief) for name in people) for row in table)
    return Number(
        title="Who could step in?",
        prompt="You have handed over five tasks. The table says who can do each of them without asking you.\n\nWhat is the smallest number of "
        "these three whose loss would leave more than half of the tasks with nobody?",
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
            else f"Two. Without {chief}, {_have(alone)} nobody; with the right second one gone as well it is more than half. Better than one, and thin in a week of "
            "flu. "
        )
        + "Programmers call this the bus factor, or truck factor: in 65 % of 133 well-known open-source systems it was two at most (Avelino, 2016). A "
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
                feedback=f"Try the worst case: without {chief}, {_have(alone)} nobody. That is not more than half of five.",
            ),
        ),
        otherwise="Take people away one at a time, and count the rows without a “yes”. Stop when there are three.",
    )


def _have(tasks: int) -> str:
    """Say that so many tasks have, what follows."""
    return f"{count(tasks)} {'task has' if tasks == 1 else 'tasks have'}"


ITEMS = (cover,)
