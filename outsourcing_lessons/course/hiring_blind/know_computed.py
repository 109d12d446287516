"""Practice on knowing enough that is worked out: what scored questions may cost, the borrowed key included."""

from __future__ import annotations

from outsourcing_lessons.course.hiring_blind.story_numbers import SCORED, TALK, good_of_100, owner_of
from outsourcing_lessons.items.item import Exhibit, Number, Trap, apart
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case, count, hours
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.money import plain, readable


@item("hiring-blind.hours-that-pay", "practice", "know-enough", 2, ("sackett-2022",))
def hours_that_pay(case: Case, draw: SeededRandom) -> Number:
    """How many of the owner's hours scored questions may take, once the key is paid for."""
    choices, people, multiple = draw.pick((2, 3, 4)), draw.pick((5, 8, 10)), draw.pick((30, 40, 50, 60))
    lent, lender = draw.pick((1, 2)), case.price(1.5)
    talk, scored = (good_of_100(validity, people=people) for validity in (TALK, SCORED))
    own, loss = case.hour, case.price(multiple)
    more = scored - talk
    saved = choices * more / 100 * loss
    key = readable((saved - lent * lender) / own, 4)
    return Number(
        title="What may it cost?",
        prompt=f"{owner_of(case)} will choose {count(choices)} providers in the next two years, each from {count(people)} applicants, half "
        "of whom are good. Scored questions need a key: somebody who knows the craft says what a strong answer is, and what a weak "
        f"one. That takes {hours(lent)}, paid once. The rest is {owner_of(case)}’s own time.\n\n"
        "Up to how many hours of that time may it take in all before it costs more than it saves?",
        exhibit=Exhibit(
            caption="What a better choice is worth (assumptions of this lesson)",
            columns=("", ""),
            rows=(
                ("Good choices in 100, by free conversation", str(talk)),
                ("Good choices in 100, by scored questions", str(scored)),
                ("One wrong choice costs", case.money(loss)),
                (f"The key: {hours(lent)} at {case.money(lender)}", case.money(lent * lender)),
                ("An hour of the owner’s is worth", case.money(own)),
                ("Choices to be made", str(choices)),
            ),
        ),
        key=key,
        tolerance=0.025 * key,
        low=0,
        high=1e12,
        unit="hours",
        decimals=1,
        hints=(
            "How many wrong choices in 100 do the questions save? How much money is that for one choice?",
            f"{scored} − {talk} = {more} in 100. So one choice is better by {more} % of {case.money(loss)}.",
            f"{case.money(more / 100 * loss)} for one choice, {count(choices)} choices, less {case.money(lent * lender)} for the key; then divide "
            f"by {case.money(own)}.",
        ),
        praise=f"{more} % of {case.money(loss)} is {case.money(more / 100 * loss)} a choice. Over {count(choices)} choices, with the key paid for, "
        f"that buys {plain(key, 1)} hours. Writing five questions takes far less. Learning the craft takes far more.",
        traps=tuple(
            trap
            for trap in apart(
                Trap(
                    id="no-key",
                    value=saved / own,
                    tolerance=0.02 * key,
                    feedback=f"You left out what the key costs: {case.money(lent * lender)}, to be taken off before you divide.",
                ),
                Trap(
                    id="one-choice",
                    value=(saved / choices - lent * lender) / own,
                    tolerance=0.02 * key,
                    feedback=f"That is for a single choice. The questions serve {'both' if choices == 2 else 'all ' + count(choices)}.",
                ),
                Trap(
                    id="all-of-it",
                    value=(choices * scored / 100 * loss - lent * lender) / own,
                    tolerance=0.02 * key,
                    feedback=f"You credited the questions with all {scored} good choices. {talk} of them would have been good after a free "
                    f"conversation. The questions earn the {more} more.",
                ),
                Trap(
                    id="against-chance",
                    value=(choices * (scored - 50) / 100 * loss - lent * lender) / own,
                    tolerance=0.02 * key,
                    feedback=f"You compared with picking at random, which gives 50. Without the questions there would still be a free "
                    f"conversation, at {talk}.",
                ),
                Trap(
                    id="in-money",
                    value=saved - lent * lender,
                    tolerance=0.02 * saved,
                    feedback=f"That is what it saves, in money. Divide by {case.money(own)} to see how many hours that is.",
                ),
            )
            if trap.value > 0 and abs(trap.value - key) > trap.tolerance + 0.025 * key
        ),
        otherwise="Good choices gained in 100, times the cost of a wrong one, times the number of choices, less the key; then divide by the price of "
        "an hour.",
    )


ITEMS = (hours_that_pay,)
