"""The questions of lesson 01: a prediction with its reveal, practice, one to remember, and one of the test."""

from __future__ import annotations

from asking_for_a_raise.talk import PULL, settled
from outsourcing_lessons.blocks.block import Reveal
from outsourcing_lessons.items.item import (
    Check,
    MultipleChoice,
    Number,
    Option,
    Prediction,
    ShortText,
    SingleChoice,
    Trap,
    apart,
)
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.lessons.trade import first_name
from outsourcing_lessons.money import plain


@item("first-number.guess", "predict", "open", 1, ("galinsky-2001",))
def guess(case: Case, draw: SeededRandom) -> Prediction:
    """Where does a talk end that begins at eight per cent?"""
    boss = first_name(case.trade.boss)
    return Prediction(
        id="first-number.guess",
        title="Eight per cent",
        prompt=f"{boss} had 3 % in mind. {first_name(case.trade.person)} opens with 8 %. At what raise does the talk end?",
        key=settled([8], 3)[0],
        low=0,
        high=20,
        unit="%",
        hints=("Nearer to one of the two numbers than to the other?",),
        praise="Your range held it.",
        below="A first number pulls further than you thought.",
        above="A first number does not pull that far.",
    )


def reveal_guess(case: Case) -> Reveal:
    """Where it ends, and why."""
    return Reveal(
        id="first-number.reveal-guess",
        prediction="first-number.guess",
        title="What it came to",
        truth=f"{plain(settled([8], 3)[0], 1)} %",
        explanation="The first number stays in both heads, and the talk ends between the two.",
        formula="raise = planned + pull × (opening − planned)",
        assumptions=f"Our own model; a pull of {plain(PULL, 1)} is our assumption.",
    )


@item("first-number.meet", "practice", "open", 1)
def meet(case: Case, draw: SeededRandom) -> Number:
    """What does meeting in the middle bring in a year?"""
    month, planned, opening = case.fields["month"], draw.pick((2, 3, 4)), draw.pick((8, 10, 12))
    key = 12 * month * (planned + opening) / 200
    return Number(
        id="first-number.meet",
        title="In the middle",
        prompt=f"A month of {first_name(case.trade.person)} is paid {case.money(month)}. The plan was {planned} %, the number "
        f"asked for is {opening} %, and they meet in the middle.\n\nHow much more is that in a year?",
        key=key,
        tolerance=0.01 * key,
        low=0,
        high=1e12,
        prefix=case.prefix,
        hints=("What is the middle of the two?",),
        praise=f"{plain((planned + opening) / 2, 1)} % of twelve months.",
        traps=apart(Trap(id="month", value=key / 12, tolerance=0.005 * key, feedback="That is one month of twelve.")),
        otherwise="Take the middle of both numbers, and twelve months.",
    )


@item("first-number.counter", "practice", "open", 1)
def counter(case: Case, draw: SeededRandom) -> SingleChoice:
    """What to do with a low answer?"""
    boss, low = first_name(case.trade.boss), draw.pick((1, 2))
    options = (
        Option(id="reason", text="Say your number again, with its reason"),
        Option(id="middle", text="Meet in the middle", feedback="Then the low number has drawn you half of the way."),
        Option(id="accept", text="Say yes before it is gone", feedback="A first answer is seldom the last one."),
    )
    return SingleChoice(
        id="first-number.counter",
        title="A low answer",
        prompt=f"You asked for 8 %. {boss} answers at once: {low} %. What do you do next?",
        options=draw.shuffled(options),
        key="reason",
        hints=("Which of the two numbers do you want to talk about?",),
        praise="What is talked about is the number that pulls.",
    )


@item("first-number.extras", "practice", "open", 1)
def extras(case: Case, draw: SeededRandom) -> MultipleChoice:
    """What can be asked for where there is no money?"""
    first, second, _ = case.trade.extras
    options = (
        Option(id="first", text=first.capitalize(), feedback="It costs the other side little."),
        Option(id="second", text=second.capitalize(), feedback="It is within what a boss may decide."),
        Option(id="law", text="A lower tax", feedback="No boss can give that."),
    )
    return MultipleChoice(
        id="first-number.extras",
        title="No money left",
        prompt=f"{case.trade.boss} has no money this year. What could still be asked for?",
        options=draw.shuffled(options),
        key=("first", "second"),
        hints=("What may a boss decide alone?",),
        praise="Both are worth something to you and cost little.",
    )


@item("first-number.words", "practice", "open", 1.5)
def words(case: Case, draw: SeededRandom) -> ShortText:
    """Say the number."""
    return ShortText(
        id="first-number.words",
        title="Say it",
        prompt=f"Write the sentence in which you name your number to {case.trade.boss}.",
        checklist=(
            Check(id="number", text="It has a number in it.", feedback="Without a number there is nothing to answer."),
            Check(id="reason", text="It says why.", feedback="A reason makes the number one to talk about."),
        ),
        hints=("A number, then its reason.",),
        praise="Now say it aloud.",
        answer="I would like eight per cent, because I have trained four people this year.",
    )


@item("first-number.who", "recall", "open", 1)
def who(case: Case, draw: SeededRandom) -> SingleChoice:
    """Who should name the first number?"""
    place = draw.pick(("at work", "at a flea market", "over a flat"))
    options = (
        Option(id="you", text="You, if you know what is usual"),
        Option(id="them", text="Always the other", feedback="Then their number is the one that pulls."),
        Option(id="nobody", text="Nobody", feedback="A talk without a number ends without one."),
    )
    return SingleChoice(
        id="first-number.who",
        title="Who begins?",
        prompt=f"You negotiate {place}. Who should name the first number?",
        options=draw.shuffled(options),
        key="you",
        hints=("Which number stays in both heads?",),
        praise="The first number pulls the others towards it.",
    )


@item("first-number.test-end", "test", "open", 1)
def test_end(case: Case, draw: SeededRandom) -> Number:
    """Where does it end with a pull that is given?"""
    planned, opening, pull = draw.pick((2, 3, 4)), draw.pick((7, 9, 11, 13)), draw.pick((20, 40, 60))
    (key,) = settled([opening], planned, pull / 100)
    return Number(
        id="first-number.test-end",
        title="Where it ends",
        prompt=f"One side planned {planned} %, the other opens with {opening} %. A first number closes {pull} % of the gap. "
        "At how many per cent do they end?",
        key=key,
        tolerance=0.05,
        low=0,
        high=100,
        unit="%",
        decimals=1,
        praise="The plan, and a share of the gap.",
        otherwise="Take the gap, its share, and add that to the plan.",
    )


ITEMS = (guess, meet, counter, extras, words, who, test_end)
