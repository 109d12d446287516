"""Practice on knowing enough that is worked out: which hours pay, and where whoever knows little stands."""

from __future__ import annotations

from outsourcing_lessons.course.hiring_blind.setting import SCORED, TALK, good_of_100, owner_of
from outsourcing_lessons.items.item import Exhibit, Number, Trap, apart
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case, count
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.money import plain, readable


@item("hiring-blind.hours-that-pay", "practice", "know-enough", 2, ("sackett-2022",))
def hours_that_pay(case: Case, draw: SeededRandom) -> Number:
    """How many hours of learning to judge pay for themselves."""
    choices, people, multiple = draw.pick((2, 3, 4)), draw.pick((5, 8, 10)), draw.pick((30, 40, 50, 60))
    talk, scored = (good_of_100(validity, people=people) for validity in (TALK, SCORED))
    own, loss = case.hour, case.price(multiple)
    more = scored - talk
    key = readable(choices * more / 100 * loss / own, 4)
    return Number(
        title="How long may you learn?",
        prompt=f"{owner_of(case)} will choose {count(choices)} providers in the next two years, each from {count(people)} applicants, half "
        "of whom are good. An evening class teaches nothing about the craft. It teaches how to ask the same questions of all and "
        "give marks.\n\nUp to how many hours may it take before it costs more than it saves?",
        exhibit=Exhibit(
            caption="What a better choice is worth",
            columns=("", ""),
            rows=(
                ("Good choices of 100, by free conversation", str(talk)),
                ("Good choices of 100, with marks", str(scored)),
                ("One wrong choice costs", case.money(loss)),
                ("One hour of the owner's is worth", case.money(own)),
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
            "How many wrong choices in 100 does it save? How much money is that in one choice?",
            f"{scored} − {talk} = {more} of 100. So one choice is better by {more} % of {case.money(loss)}.",
            f"{case.money(more / 100 * loss)} for one choice, {count(choices)} choices, and {case.money(own)} for an hour.",
        ),
        praise=f"{more} % of {case.money(loss)} is {case.money(more / 100 * loss)} a choice; over {count(choices)} choices that buys "
        f"{plain(key, 1)} hours. An evening to learn to ask is inside it. A course from October to June is not.",
        traps=tuple(
            trap
            for trap in apart(
                Trap(
                    id="one-choice",
                    value=key / choices,
                    tolerance=0.02 * key,
                    feedback=f"That is for a single choice. What you have learned serves {'both' if choices == 2 else 'all ' + count(choices)}.",
                ),
                Trap(
                    id="all-of-it",
                    value=choices * scored / 100 * loss / own,
                    tolerance=0.02 * key,
                    feedback=f"You credited the class with all {scored} good choices. {talk} of them would have been good after a free "
                    f"conversation. The class earns the {more} more.",
                ),
                Trap(
                    id="against-lots",
                    value=choices * (scored - 50) / 100 * loss / own,
                    tolerance=0.02 * key,
                    feedback=f"You compared with drawing lots, which gives 50. Without the class there would still be a free "
                    f"conversation, at {talk}.",
                ),
                Trap(
                    id="no-share",
                    value=choices * loss / own,
                    tolerance=0.02 * key,
                    feedback=f"That would be right if every choice were wrong without the class and good with it. It turns {more} in "
                    "100.",
                ),
                Trap(
                    id="in-money",
                    value=choices * more / 100 * loss,
                    tolerance=0.02 * choices * more / 100 * loss,
                    feedback=f"That is what it saves, in money. Divide by {case.money(own)} to see how many hours that is.",
                ),
            )
            if abs(trap.value - key) > trap.tolerance + 0.025 * key
        ),
        otherwise="Good choices gained in 100, times the cost of a wrong one, times the number of choices, over the price of your hour.",
    )


@item("hiring-blind.wheel", "practice", "know-enough", 2, ("kruger-1999", "magnus-2022"))
def wheel(case: Case, draw: SeededRandom) -> Number:
    """Random guesses make the worst look overconfident."""
    (low, high), (share, place) = (
        draw.pick(((0, 100), (20, 100), (30, 100), (10, 90), (24, 100))),
        draw.pick((("quarter", 12.5), ("fifth", 10))),
    )
    middle = (low + high) / 2
    key = middle - place
    return Number(
        title="The wheel",
        prompt="A thousand people take a test, and each is asked where they stand: 0 is the bottom, 100 the top. Nobody thinks about it. "
        f"Each spins a wheel that stops anywhere from {low} to {high} and says that number. The bottom {share} really stand at "
        f"{plain(place, 1)}, on average.\n\nBy how many places does the bottom {share} seem to overrate itself, on average?",
        key=key,
        tolerance=0.6,
        low=0,
        high=100,
        unit="places",
        decimals=1,
        hints=(
            "What number does the wheel give, on average?",
            f"The middle of {low} and {high} is {plain(middle, 1)}, for the bottom {share} as for anybody.",
            f"{plain(middle, 1)} said, {plain(place, 1)} true.",
        ),
        praise=f"{plain(middle, 1)} said, {plain(place, 1)} true: {plain(key, 1)} places, from people who thought nothing at all. Kruger and "
        "Dunning (1999) found 62 said and 12 true in the bottom quarter. Noise with no psychology fits such data almost "
        "perfectly (Magnus and Peresetsky, 2022). So do not pass over the confident, or trust the modest, on the strength of it. Test "
        "them.",
        traps=apart(
            Trap(
                id="none",
                value=0,
                tolerance=0.5,
                feedback="Nobody here has an opinion of themselves, true. But whoever stands at the bottom can hardly guess lower than "
                "they are, so their guesses come out too high all the same.",
            ),
            Trap(
                id="said",
                value=middle,
                tolerance=0.5,
                feedback=f"{plain(middle, 1)} is what they say. Take off where they really stand, {plain(place, 1)}.",
            ),
            Trap(
                id="highest",
                value=high - place,
                tolerance=0.5,
                feedback=f"That is the one whose wheel stops at {high}. Take the average of the wheel.",
            ),
        ),
        otherwise="Take the average that the wheel gives, less where they really stand.",
    )


ITEMS = (hours_that_pay, wheel)
