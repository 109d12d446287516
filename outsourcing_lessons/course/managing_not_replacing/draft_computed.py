"""Practice on a machine that drafts: what its drafts take, all told, and what ten good ones prove."""

from __future__ import annotations

from outsourcing_lessons.course.managing_not_replacing.setting import CAUGHT, MINUTES, twist_of
from outsourcing_lessons.items.item import Exhibit, Number, Option, SingleChoice, Trap, apart
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case, capital, count, first_name
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.models import drafting, ratings
from outsourcing_lessons.money import plain

HUNDRED = 100


@item("managing-not-replacing.draft", "practice", "worth-automating", 1.5, ("becker-2025",))
def draft(case: Case, draw: SeededRandom) -> Number:
    """What a hundred drafts take, with the reading, the faults that are found and those that are not."""
    check, wrong, repair = draw.pick((2, 3, 4)), draw.pick((5, 10, 20)), draw.pick((60, 90, 120))
    twist, helper = twist_of(case), first_name(case.trade.freelancer)
    # An hour of 60 is a minute of 1, so that the model counts in minutes.
    one = drafting.draft_cost(60, check, 1 - wrong / HUNDRED, CAUGHT, MINUTES, repair)
    key = round(HUNDRED * float(one))
    reading, found = HUNDRED * check, round(wrong * CAUGHT)
    missed, by_hand = wrong - found, HUNDRED * MINUTES
    redone, repaired = found * MINUTES, missed * repair
    less = by_hand - key
    return Number(
        title="A hundred drafts",
        prompt=f"A machine drafts the {twist.pieces}, and {helper} reads every draft before it goes out.\n\nHow many minutes do 100 "
        f"{twist.pieces} take in all, with everything that goes wrong?",
        exhibit=Exhibit(
            caption="Assumptions for 100 drafts",
            columns=("What", "How it is"),
            rows=(
                (f"Written by hand, 100 {twist.pieces} would take", f"{plain(by_hand)} minutes"),
                ("Reading a draft", f"{check} minutes"),
                ("Wrong", f"{wrong} of 100"),
                ("Found by reading, and written again by hand", f"{found} of them, {MINUTES} minutes each"),
                ("Not found, and put right later", f"{missed} of them, {repair} minutes each"),
            ),
        ),
        key=key,
        tolerance=0.5,
        low=0,
        high=100000,
        unit="minutes",
        hints=(
            f"Three sums: reading all 100, writing {found} again, putting {missed} right later.",
            f"{HUNDRED} × {check} = {reading}, and {found} × {MINUTES} = {redone}. And the ones that went out?",
        ),
        praise=f"{reading} + {redone} + {repaired} = {plain(key)} minutes, "
        + (f"{plain(less)} less than by hand. " if less > 0 else f"{plain(-less)} more than by hand. " if less < 0 else "as by hand. ")
        + f"The {count(missed)} that nobody found cost {plain(repaired)} of them. Measure it on your own: in an experiment of 2025, 16 experienced "
        "developers were 19 % slower with AI, and believed afterwards that they had been 20 % faster (Becker and co-authors).",
        traps=apart(
            Trap(
                id="reading-only",
                value=reading,
                tolerance=0.4,
                feedback="That is the reading. The faults come on top: those that are found, and those that are not.",
            ),
            Trap(
                id="no-reading",
                value=redone + repaired,
                tolerance=0.4,
                feedback=f"You left out the reading: {check} minutes for each of the 100, whether it is right or wrong.",
            ),
            Trap(
                id="no-misses",
                value=reading + redone,
                tolerance=0.4,
                feedback=f"You left out what went out wrong: {missed}, at {repair} minutes each.",
            ),
            Trap(
                id="none-found",
                value=reading + wrong * repair,
                tolerance=0.4,
                feedback=f"You let all {wrong} go out. Reading finds {found} of them; those take {MINUTES} minutes each.",
            ),
            Trap(
                id="all-found",
                value=reading + wrong * MINUTES,
                tolerance=0.4,
                feedback=f"You let the reading find all {wrong}. It finds {found}, and {missed} go out.",
            ),
        ),
        otherwise=f"Add three things: the reading of all 100, the {found} written again, and the {missed} put right later.",
    )  # fmt: skip


@item("managing-not-replacing.ten-right", "practice", "know-limits", 1, ("yao-2024", "remote-labor-index"))
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
        prompt=f"You give an AI agent {count(tried)} of last month's cases, picked at random. All {count(tried)} of its {twist.pieces} are right.\n\n"
        "How often may it be wrong in the long run, if you allow for bad luck in the test as statisticians usually do (95 %)?",
        options=draw.shuffled(options),
        key="interval",
        hints=(
            "How easily would a machine that is wrong one time in ten get through this test?",
            "Longer tests leave less room. Does yours leave none, a little, some, or all of it?",
        ),
        praise=f"{tried} of {tried} fits with anything from 0 to {plain(most)} wrong in 100. So begin with drafts that a person reads, and go on counting. "
        "In a test of 2024 the best agent managed fewer than half of the service tasks, and the same task eight times in a row fewer than one in "
        f"four (Yao and co-authors). Of whole freelance jobs, the best did {plain(2.5, 1)} % well enough in October 2025 and {plain(16.1, 1)} % in mid-2026 (Remote Labor "
        "Index): test again every quarter.",
    )


ITEMS = (draft, ten_right)
