"""Practice on the page: a procedure whose holes are drawn."""

from __future__ import annotations

from outsourcing_lessons.course.managing_not_replacing.story_numbers import story_numbers, twist_of
from outsourcing_lessons.items.item import Exhibit, MultipleChoice, Option
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import item


def _lines(case: Case) -> dict[str, tuple[str, ...]]:
    """Return, by part of the page: its name, a line that says it, a line that does not, and what is missing."""
    twist = twist_of(case)
    return {
        "trigger": (
            "Trigger",
            f"At nine and at two, for each new {twist.matter}",
            "As soon as there is time",
            "“As soon as there is time” is a different moment for each reader, and on a full day it never comes. Name an hour or an event.",
        ),
        "inputs": (
            "Inputs",
            twist.needs,
            "All the necessary information",
            "Which information is necessary is what the reader does not know yet. Name each thing, and where it lies.",
        ),
        "steps": (
            "Steps",
            twist.steps,
            "Handle it in the usual way",
            "“The usual way” is in your head. A stranger can only follow steps that are written as steps.",
        ),
        "check": (
            "Quality check",
            f"Before it goes out: right {twist.asker}, right sum, entry in the log",
            "Make sure that everything is good",
            "“Good” cannot be ticked. Name the two or three things that a second person would look at.",
        ),
        "exceptions": (
            "Exceptions",
            f"{twist.stop}: stop and call",
            "In special cases, use common sense",
            "The special cases are those in which common sense differs. List the ones you fear, and what to do then: stop, and call.",
        ),
        "limit": (
            "Limit of authority",
            f"Up to {case.money(story_numbers(case).limit)} without asking",
            "Small sums are fine without asking",
            "“Small” is one thing to you and another to somebody new, so they will ask each time, or not at all. Write the sum.",
        ),
    }


@item("managing-not-replacing.holes", "practice", "hand-over", 1)
def holes(case: Case, draw: SeededRandom) -> MultipleChoice:
    """Find the lines on which a stranger would have to guess."""
    lines = _lines(case)
    open_ones = draw.some(tuple(lines), 3)
    options = tuple(
        Option(
            id=part,
            text=name,
            feedback=hole
            if part in open_ones
            else f"“{said}”: two strangers would do the same on reading this. Nothing to guess here.",
        )
        for part, (name, said, _, hole) in lines.items()
    )
    rows = tuple((name, vague if part in open_ones else said) for part, (name, said, vague, _) in lines.items())
    return MultipleChoice(
        title="A page with holes",
        prompt="A capable stranger starts on Monday with nothing but this page, and cannot reach you. On which lines will they have to guess?",
        exhibit=Exhibit(caption=f"How we handle {twist_of(case).work}", columns=("Line", "What it says"), rows=rows),
        options=options,
        key=tuple(part for part in lines if part in open_ones),
        hints=(
            "Read each line as two different people would. Would both do the same?",
            "Three of the six leave room for two readings.",
        ),
        praise="Those three read well and settle nothing. The test of a page is quick: let two people read it apart and say what they "
        "would do. Where they differ, there is a hole.",
    )


ITEMS = (holes,)
