"""The questions of lesson 02: an order, a split, a game, where the advice is wrong, and one of the test."""

from __future__ import annotations

from asking_for_a_raise.walk_away import patience
from outsourcing_lessons.items.item import Allocation, Dial, Game, Number, Option, Ordering, Part, SingleChoice
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.lessons.trade import first_name
from outsourcing_lessons.money import plain


@item("walk-away.steps", "practice", "else", 1)
def steps(case: Case, draw: SeededRandom) -> Ordering:
    """What comes before what?"""
    options = (
        Option(id="look", text="Look what others pay", feedback="First: without it no number has a reason."),
        Option(id="ask", text="Name your number", feedback="Once you know what is usual."),
        Option(id="leave", text="Say that you could leave", feedback="Last, and only if you would."),
    )
    return Ordering(
        id="walk-away.steps",
        title="In which order?",
        prompt=f"{case.trade.person} wants more money. What comes first, what last?",
        options=draw.shuffled(options),
        key=("look", "ask", "leave"),
        first="First",
        last="Last",
        hints=("What do you need to know before you ask?",),
        praise="Know, ask, and only then speak of leaving.",
    )


@item("walk-away.hour", "practice", "else", 1.5)
def hour(case: Case, draw: SeededRandom) -> Allocation:
    """How to spend the hour before the talk."""
    minutes = draw.pick((60, 120))
    more, less = "Not that much.", "More than that."
    parts = (
        Part(
            id="look",
            text="Looking what others pay",
            low=0.4 * minutes,
            high=0.8 * minutes,
            too_low=less,
            too_high=more,
        ),
        Part(id="say", text="Saying it aloud", low=0.2 * minutes, high=0.6 * minutes, too_low=less, too_high=more),
    )
    return Allocation(
        id="walk-away.hour",
        title="Before the talk",
        prompt=f"There are {minutes} minutes left before the talk. How should they be spent?",
        total=minutes,
        unit="minutes",
        parts=parts,
        key={"look": 0.6 * minutes, "say": 0.4 * minutes},
        hints=("Which of the two does nobody do?",),
        praise="Both count, and looking takes longer.",
    )


@item("walk-away.year", "practice", "else", 2)
def year(case: Case, draw: SeededRandom) -> Game:
    """A year of asking."""
    return Game(
        id="walk-away.year",
        title="A year of asking",
        prompt=f"{case.trade.boss} hears you once a quarter, and refuses whoever asks for too much. An hour of getting ready "
        f"makes the limit higher and costs you {plain(patience.HOUR, 2)} % of your pay. What do you get out of a year?",
        model="patience",
        quarters=4,
        seed=draw.below(1000),
        dials=(
            Dial(id="ask", text="What you ask for", low=0, high=10, step=1, start=2, unit="%", words={"0": "nothing"}),
            Dial(id="hours", text="Getting ready", low=0, high=8, step=0.5, start=0, unit="hours", decimals=1),
        ),
        unit="% of your pay",
        decimals=2,
        hints=("What does a refusal cost, beside the hours?",),
        praise="Try another year: the same luck, other settings.",
    )


@item("walk-away.soon", "when-wrong", "else", 1)
def soon(case: Case, draw: SeededRandom) -> SingleChoice:
    """When is walking away wrong?"""
    weeks = draw.pick(("two weeks", "a month", "six weeks"))
    options = (
        Option(id="wait", text=f"Wait these {weeks}, and ask again"),
        Option(id="leave", text="Leave", feedback=f"What costs {weeks} is no reason to go."),
        Option(id="forget", text="Forget about it", feedback="A date was named: keep the other side to it."),
    )
    return SingleChoice(
        id="walk-away.soon",
        title="Not now",
        prompt=f"{first_name(case.trade.boss)} says: not now, but in {weeks}, when the budget is made. What do you do?",
        options=draw.shuffled(options),
        key="wait",
        praise="A no with a date is nearly a yes.",
    )


@item("walk-away.test-gap", "test", "else", 1)
def test_gap(case: Case, draw: SeededRandom) -> Number:
    """What is the least to accept?"""
    month, other, loss = case.fields["month"], draw.pick((4, 5, 6, 7)), draw.pick((1, 2, 3))
    return Number(
        id="walk-away.test-gap",
        title="The least",
        prompt=f"You are paid {case.money(month)} a month. Another place pays {other} % more, and going there costs you as much as "
        f"{loss} % of your pay. Below which raise, in per cent, would you go?",
        key=other - loss,
        tolerance=0,
        low=0,
        high=100,
        unit="%",
        praise="What the other place pays, less what going there costs.",
        otherwise="Take what going costs off what the other place pays more.",
    )


ITEMS = (steps, hour, year, soon, test_gap)
