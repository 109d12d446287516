"""Practice on a machine that answers: what ten good answers prove."""

from __future__ import annotations

from outsourcing_lessons.course.managing_not_replacing.story_numbers import twist_of
from outsourcing_lessons.items.item import Option, SingleChoice
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case, capital, count
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.models import ratings
from outsourcing_lessons.money import plain

HUNDRED = 100


@item("managing-not-replacing.ten-right", "practice", "know-limits", 1, ("yao-2024", "becker-2025"))
def ten_right(case: Case, draw: SeededRandom) -> SingleChoice:
    """A handful of good answers: how often may it be wrong all the same?"""
    tried = draw.pick((10, 15, 20, 30))
    most = HUNDRED * (1 - float(ratings.wilson_interval(tried, tried)[0]))
    twist = twist_of(case)
    options = (
        Option(id="interval", text=f"Up to {plain(most)} times in 100"),
        Option(
            id="never",
            text="Never",
            feedback=f"{capital(count(tried))} good answers cannot show that. A machine that is wrong once in {tried} would often pass them too.",
        ),
        Option(
            id="one-in",
            text=f"Up to {plain(HUNDRED / tried)} times in 100, once in {tried}",
            feedback=f"It sounds careful, and it is too low: one that is wrong once in {tried} passes {tried} cases about once in three times, and "
            "a worse one passes now and then as well.",
        ),
        Option(
            id="nothing",
            text=f"Up to 99 times in 100: {tried} cases say nothing at all",
            feedback=f"They say a good deal: one that is wrong every other time would hardly be right {tried} times in a row.",
        ),
    )
    return SingleChoice(
        title=f"All {count(tried)} were right",
        prompt=f"You give an AI agent {count(tried)} of last month’s cases, picked at random. All {count(tried)} of its {twist.pieces} are right.\n\n"
        "How often may it be wrong in the long run, if you allow for bad luck in the test as statisticians usually do (95 %)?",
        options=draw.shuffled(options),
        key="interval",
        hints=(
            "How easily would a machine that is wrong one time in ten get through this test?",
            "Longer tests leave less room. Does yours leave none, a little, some, or all of it?",
        ),
        praise=f"{tried} of {tried} fits with anything from 0 to {plain(most)} wrong in 100. So begin with drafts that a person reads, and go on counting. "
        "In a test of 2024 the best agent managed fewer than half of the service tasks, and the same task eight times in a row fewer than one in "
        "four (Yao and co-authors). Nor go by the feeling: in 2025, 16 experienced developers were 19 % slower with AI, and believed that they had been "
        "20 % faster (Becker and co-authors).",
    )


ITEMS = (ten_right,)
