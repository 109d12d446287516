"""Where this advice is wrong, worked out: room to spare, and upkeep."""

from __future__ import annotations

import math

from outsourcing_lessons.course.managing_not_replacing.predictions import wait_at
from outsourcing_lessons.items.item import Number, Option, SingleChoice, Trap, apart
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


@item("managing-not-replacing.upkeep", "when-wrong", "worth-automating", 1.5, ("munroe-2013",))
def upkeep(case: Case, draw: SeededRandom) -> Number:
    """An automation that never pays."""
    saving, keep, years = draw.pick(
        ((60, 40, 2), (72, 48, 2), (48, 30, 2), (60, 36, 2), (50, 30, 2), (48, 36, 3), (60, 42, 3))
    )
    short = draw.pick((10, 12, 15, 20))
    build = (saving - keep) * years + short
    own = case.hour
    key = -short * own
    return Number(
        title="Automate the rest?",
        prompt=f"“Automate what you can, and free your time.” {case.trade.company} offers a second tool, for another chore of your "
        f"week. It saves {saving} hours a year. It takes {build} hours to build and {keep} hours a year to keep up. You expect to work differently in {years} years. Your hour is worth "
        f"{case.money(own)}.\n\nWhat is it worth over its life, in money? Put a minus in front if it costs more than it saves. (Leave "
        "interest aside.)",
        key=key,
        tolerance=0.01 * abs(key),
        low=-1e12,
        high=1e12,
        prefix=case.prefix,
        hints=(
            f"What is left of {saving} hours a year after the upkeep? And how many years of it?",
            f"{saving - keep} hours × {years} years = {(saving - keep) * years} hours, against {build} hours to build.",
        ),
        praise=f"{(saving - keep) * years} − {build} = −{short} hours, at {case.money(own)}. It saves time every single day, and it never "
        "pays. A well-known chart would have said yes: it takes five years for granted, and counts no upkeep (xkcd 1205; Munroe, 2013). Do it "
        "by hand, and ask again when it comes twice as often.",
        traps=apart(
            Trap(
                id="no-upkeep",
                value=(saving * years - build) * own,
                tolerance=0.01 * abs(saving * years - build) * own,
                feedback=f"You left the upkeep out, as the offer does. {keep} hours go every year, and then nothing is left over.",
            ),
            Trap(
                id="five-years",
                value=((saving - keep) * 5 - build) * own,
                tolerance=0.01 * abs((saving - keep) * 5 - build) * own,
                feedback=f"You counted five years. The process lasts {years}; after that the tool does what nobody needs any more.",
            ),
            Trap(
                id="no-build",
                value=(saving - keep) * years * own,
                tolerance=0.01 * (saving - keep) * years * own,
                feedback=f"That is what it saves once it is there. The {build} hours of building come first.",
            ),
            Trap(
                id="sign",
                value=short * own,
                tolerance=0.01 * short * own,
                feedback="The amount is right, and it is a loss. Put a minus in front.",
            ),
            Trap(
                id="one-year",
                value=(saving - keep - build) * own,
                tolerance=0.01 * abs(saving - keep - build) * own,
                feedback=f"You counted a single year. It runs for {years}.",
            ),
        ),
        otherwise="Take the upkeep from the yearly saving, multiply by the years, take off the building, and turn hours into money.",
    )


ITEMS = (room_to_spare, upkeep)
