"""Two items of the pre-test and the post-test: on what being busy does, and on what automating brings."""

from __future__ import annotations

from outsourcing_lessons.course.managing_not_replacing.predictions import wait_at
from outsourcing_lessons.items.item import Option, SingleChoice
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case, counted
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.lessons.trade import first_name
from outsourcing_lessons.money import half_up, plain

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


def _about(minutes: float) -> str:
    return f"About {counted(int(half_up(minutes)), 'minute')}"


ITEMS = (wait,)
