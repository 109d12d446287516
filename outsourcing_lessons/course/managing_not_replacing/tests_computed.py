"""Two items of the pre-test and the post-test: on what being busy does, and on what automating brings."""

from __future__ import annotations

from outsourcing_lessons.course.managing_not_replacing.predictions import wait_at
from outsourcing_lessons.course.managing_not_replacing.setting import first_name, twist_of
from outsourcing_lessons.items.item import Number, Option, SingleChoice, Trap, apart
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case, counted, hours
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.money import plain, rounded

SHARES = {3: "a third", 4: "a quarter", 6: "a sixth"}


@item("managing-not-replacing.test-wait", "test", "see-queue", 1)
def wait(case: Case, draw: SeededRandom) -> SingleChoice:
    """Part of the work is taken away: what becomes of the wait?"""
    busy, part = draw.pick(((90, 3), (80, 4), (90, 6), (96, 4), (96, 3), (84, 6)))
    minutes = draw.pick((5, 10, 15, 20))
    name = draw.pick((case.trade.owner, case.trade.freelancer))
    before, after = wait_at(busy / 100, minutes), wait_at(busy / 100 * (1 - 1 / part), minutes)
    options = (
        Option(id="model", text=_about(after)),
        Option(
            id="in-step",
            text=_about(before * (1 - 1 / part)),
            feedback=f"You shortened the wait by {SHARES[part]}, as the work was. But a wait depends on how often something else is in front, "
            "and that falls much faster than the work does.",
        ),
        Option(
            id="same",
            text=_about(before),
            feedback="It would stay if each question had to wait a set time. It waits for what is in front of it, and there is less of that now.",
        ),
        Option(
            id="left-over",
            text=_about(wait_at(busy / 100 / part, minutes)),
            feedback=f"That is the wait if {SHARES[part]} of the questions are left. {SHARES[part].capitalize()} has been taken away, so most of them still come.",
        ),
    )
    return SingleChoice(
        title="Less to do",
        prompt=f"{first_name(name)} answers questions that come irregularly, {minutes} minutes each on average, and is busy {busy} % of the "
        f"day. A question waits {plain(before, 1)} minutes on average before its turn. Now somebody else takes over {SHARES[part]} of the questions.\n\n"
        "How long do the rest wait, on average?",
        options=draw.shuffled(options),
        key="model",
        praise=f"With {plain(busy * (1 - 1 / part))} % of the day taken, there is seldom much in front of a question. Where somebody "
        "is nearly always busy, a little less work means a lot less waiting.",
    )


@item("managing-not-replacing.test-tool", "test", "worth-automating", 2)
def tool(case: Case, draw: SeededRandom) -> Number:
    """What is left of a saving after building and upkeep?"""
    saved, times = draw.pick(((6, 20), (5, 24), (10, 18), (12, 15), (5, 36), (12, 20), (8, 30)))
    keep, weeks = draw.pick((0.5, 1)), draw.pick((40, 50, 60, 80))
    weekly = saved * times / 60
    left = (weekly - keep) * weeks
    build = draw.pick([b for b in (10, 20, 30, 40, 50, 60, 80, 100) if b < left][-3:])
    key = left - build
    return Number(
        title="What is left of it",
        prompt=f"A tool for {twist_of(case).work} saves {saved} minutes each time, {times} times a week. It takes {build} hours of your time "
        f"to set up, and then {plain(60 * keep)} minutes of your time every week. You expect to use it for {weeks} weeks.\n\nHow many hours of your time "
        "does it save you in all?",
        key=rounded(key, 1),
        tolerance=0.5,
        low=-10000,
        high=10000,
        unit="hours",
        praise=f"{hours(weekly)} a week, less {plain(60 * keep)} minutes, for {weeks} weeks, is {plain(left)} hours. Take off the {build} of "
        f"the set-up, and {plain(key)} are left.",
        traps=apart(
            Trap(
                id="no-upkeep",
                value=weekly * weeks - build,
                tolerance=0.4,
                feedback=f"You left out the {plain(60 * keep)} minutes that it takes every week. They go on for as long as the tool is used.",
            ),
            Trap(
                id="no-build",
                value=left,
                tolerance=0.4,
                feedback=f"The {build} hours of the set-up are still to come off.",
            ),
            Trap(
                id="gross",
                value=weekly * weeks,
                tolerance=0.4,
                feedback=f"That is what it saves before it costs anything. The set-up and the weekly {plain(60 * keep)} minutes are yours too.",
            ),
            Trap(
                id="upkeep-once",
                value=weekly * weeks - build - keep,
                tolerance=0.1,
                feedback=f"You took the {plain(60 * keep)} minutes off once. They go every week.",
            ),
        ),
        otherwise="Work out a week: the saving less the upkeep. Multiply by the weeks, and take off the set-up.",
    )


def _about(minutes: float) -> str:
    return f"About {counted(round(minutes), 'minute')}"


ITEMS = (wait, tool)
