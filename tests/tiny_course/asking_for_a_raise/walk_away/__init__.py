"""Lesson 02: what else there is decides how a talk ends."""

from asking_for_a_raise.walk_away import items
from outsourcing_lessons.blocks.sheet import Entry, Sheet, Worksheet
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import Lesson, Objective


def talk(case: Case) -> Worksheet:
    """Return the worksheet: the plan for the talk."""
    fields = (
        Entry(
            id="other",
            label="What I do if the answer is no",
            example=f"I ask at {case.trade.of('walk-away').other}",
            promise=True,
        ),
        Entry(id="on", label="I ask on", type="date", reminder="I ask", of_page=True),
    )
    sheets = (Sheet(title="The talk", fields=fields),)
    return Worksheet(id="walk-away.talk", title="My talk", purpose="A day, and a way out.", sheets=sheets)


LESSON = Lesson(
    slug="walk-away",
    number="02",
    title="Know what else there is",
    notebook="02_walk_away.ipynb",
    minutes=10,
    objectives=(Objective("else", "Say what else there is before you ask."),),
    items=items.ITEMS,
    explorers=(),
    reveals={},
    research=None,
    worksheet=talk,
)
