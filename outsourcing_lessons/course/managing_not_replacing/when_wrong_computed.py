"""Where this advice is wrong, worked out: room to spare."""

from __future__ import annotations

import math

from outsourcing_lessons.course.managing_not_replacing.predictions import wait_at
from outsourcing_lessons.items.item import Option, SingleChoice
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case, hours
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.money import plain


@item("managing-not-replacing.room-to-spare", "when-wrong", "know-limits", 1)
def room_to_spare(case: Case, draw: SeededRandom) -> SingleChoice:
    """An owner who is not the bottleneck."""
    busy, setup = draw.pick((40, 50)), draw.whole(20, 30, 5)
    watch, freed = 1, draw.pick((2, 2.5))
    weeks = setup / (freed - watch)
    before = wait_at(busy / 100)
    options = (
        Option(id="leave", text="Leave the decisions where they are, and look for customers"),
        Option(
            id="hand-over",
            text="Hand them over all the same: an owner should not be answering questions all day",
            feedback=f"That is the rule, applied where its reasons are missing. A question waits {plain(before)} minutes as it is, and "
            f"somebody else can decide already. You would spend {hours(setup)} to free hours for which nothing is waiting.",
        ),
        Option(
            id="half",
            text="Hand over half, for half of the work",
            feedback="A smaller dose of what is not needed. The wait is short already, and nothing is waiting for the hours that come free.",
        ),
        Option(
            id="automate",
            text="Have a machine answer most of the questions, as it needs nobody to watch over it",
            feedback="A machine needs watching too: it does not notice when something has changed. And the "
            f"wait it would shorten is {plain(before)} minutes.",
        ),
    )
    return SingleChoice(
        title="An owner with room to spare",
        prompt=f"A friend runs a small firm with a partner. Either of them decides what comes up; when one is ill or away, the other does. "
        f"The friend is {busy} % busy, and questions of ten minutes wait {plain(before)} minutes on average. Business is slow: there are too few "
        f"customers. To have the staff decide instead would take {hours(setup)} to set up and {hours(watch)} a week to watch, and free "
        f"{hours(freed)} a week.\n\nWhat would you advise?",
        options=draw.shuffled(options),
        key="leave",
        hints=(
            f"What would be done with the {hours(freed)} a week? And what happens here when one of the two is ill?",
            "What is the business short of: decisions, or customers?",
        ),
        praise=f"In hours it would be earned back after {math.ceil(weeks)} weeks. But freed hours are worth something only if something is "
        "waiting for them. Here hardly anything waits, illness is provided for, and customers are missing. Below about 80 % busy there is "
        "little waiting to save: the number is a rule of thumb, the curve in the explorer is the reason.",
    )


ITEMS = (room_to_spare,)
