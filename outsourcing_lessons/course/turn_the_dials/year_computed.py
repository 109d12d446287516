"""Practice beside the game: what two dials do together, which setting survives, and how to tell luck from decision."""

from __future__ import annotations

from outsourcing_lessons.course.turn_the_dials.opponents import business_of
from outsourcing_lessons.course.turn_the_dials.years import named_years, years_of
from outsourcing_lessons.items.item import Check, Exhibit, Number, Option, ShortText, SingleChoice, Trap, apart
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case, hours
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.money import readable

LIMIT, WATCH = 4, 2
PEOPLE = {2: "Two", 3: "Three"}


def beforehand(case: Case) -> None:
    """Play the years that the questions may ask about, and that all learners of a trade have alike."""
    for people in PEOPLE:
        _four(case, people)


def _middle(case: Case, **dials: float) -> float:
    """Return the score of the middle year, in the learner's money, rounded as it is shown."""
    return readable(case.hour * years_of(case, **dials).middle, 4)


def _four(case: Case, people: int) -> list[float]:
    """Return the scores with neither dial turned, with the limit, with watching, and with both."""
    turned: tuple[dict[str, float], ...] = ({}, {"limit": LIMIT}, {"watch": WATCH}, {"limit": LIMIT, "watch": WATCH})
    return [_middle(case, people=people, care=0.6, **dials) for dials in turned]


def _signed(case: Case, amount: float) -> str:
    return ("+" if amount > 0 else "") + case.money(amount)


@item("turn-the-dials.together", "practice", "which-dial", 2)
def together(case: Case, draw: SeededRandom) -> Number:
    """What watching adds once much is decided without the owner."""
    people = draw.pick(tuple(PEOPLE))
    start, limit, watch, both = _four(case, people)
    key, alone = both - limit, watch - start
    spoken = PEOPLE[people]
    traps = (
        Trap(
            id="alone",
            value=alone,
            tolerance=0.01 * abs(alone),
            feedback="That is what watching did while all questions still came to the owner. Here most are decided without the owner.",
        ),
        Trap(
            id="both",
            value=both - start,
            tolerance=0.005 * abs(both - start),
            feedback="That is what the limit and the watching brought together. The question is what the watching added to the limit.",
        ),
    )
    return Number(
        title="Two dials together",
        prompt=f"{spoken} people, chosen with care, and four settings: the score of the middle year of a thousand. What did {WATCH} hours of watching a week "
        f"add, once only 1 question in {2**LIMIT} came to the owner?",
        exhibit=Exhibit(
            caption="Score of the middle year",
            columns=("Turned", "Score"),
            rows=(
                ("Neither", case.money(start)),
                (f"Only the limit: 1 question in {2**LIMIT}", case.money(limit)),
                (f"Only watching, {WATCH} hours a week", case.money(watch)),
                ("Both", case.money(both)),
            ),
        ),
        key=key,
        tolerance=0.02 * abs(key),
        low=-1e12,
        high=1e12,
        prefix=case.prefix,
        hints=("Compare two settings that differ in nothing but the watching.",),
        praise=f"{case.money(both)} less {case.money(limit)}. Where all questions came to the desk, the same hours changed the score by "
        f"{_signed(case, alone)}. What a dial is worth depends on the others.",
        traps=apart(*(trap for trap in traps if abs(trap.value - key) > 0.1 * abs(key))),
        otherwise="Subtract the line with only the limit from the line with both.",
    )


@item("turn-the-dials.survive", "practice", "read-spread", 1)
def survive(case: Case, draw: SeededRandom) -> SingleChoice:
    """The middle is not the whole of it."""
    names = {
        "lessons": "The lessons, never adjusted",
        "start": "Everything through you",
        "let go": "Let go, nobody looks",
    }
    rows = tuple(
        (text, str(years.lost), case.about(case.hour * years.bad), hours(round(years.week)))
        for name, text in names.items()
        for years in (named_years(case, name),)
    )
    lost = case.about(-case.hour * business_of(case).ruin)
    return SingleChoice(
        title="The year you must survive",
        prompt=f"You have a loan to repay, and one bad year is enough to lose the firm. A lost firm scores {lost}, whatever went before. Which setting do you take, and which figure tells you?",
        exhibit=Exhibit(
            caption="A thousand years each",
            columns=("Setting", "Firms lost of 100", "One year in ten scores this or less", "Your week"),
            rows=rows,
        ),
        options=draw.shuffled(
            (
                Option(id="lessons", text="The lessons, never adjusted: fewest firms are lost"),
                Option(
                    id="let-go",
                    text="Let go, nobody looks: nothing waits for you any more",
                    feedback="Nothing waits, and nobody sees what goes wrong. Read the column of firms lost: that is the one your bank would read.",
                ),
                Option(
                    id="start",
                    text="Everything through you: you see every mistake yourself",
                    feedback="You see more of them. You also run out of hours, and jobs that wait are lost. Read the column of firms lost.",
                ),
                Option(
                    id="middle",
                    text="Any of them: in the long run the middle year decides",
                    feedback="In the long run, yes, for somebody who is sure to be there. A firm that is lost has no long run.",
                ),
            )
        ),
        key="lessons",
        hints=("Which column speaks of the end?",),
        praise="The middle year tells you what to expect, the bad years what to fear. A plan needs both.",
    )


@item("turn-the-dials.which-dial", "practice", "which-dial", 3.5)
def which_dial(case: Case, draw: SeededRandom) -> ShortText:
    """Explain the difference in one's own words."""
    return ShortText(
        title="Luck or decision?",
        prompt="Compare the first year you played with another one that had the same luck: a neighbour’s, or one from the list at the end of the game. "
        "Explain to somebody who was not there what made the difference, and how you know.",
        least_words=20,
        checklist=(
            Check(
                id="one-dial",
                text="It names a dial and a quarter, and says what turning only that would have changed",
                feedback="The turning point at the end of a year is such a sentence: one dial, one quarter, the same luck.",
            ),
            Check(
                id="luck",
                text="It says what was luck: how many of a thousand quarters with the same dials ended higher",
                feedback="Read “Luck or decision?” in your report. A good result in lucky weeks does not prove a good setting.",
            ),
            Check(
                id="tail",
                text="It says something about bad years too, not only about this one",
                feedback="Say how many firms of 100 are lost with that setting. One year cannot show it.",
            ),
            Check(
                id="model",
                text="It says that this is a model, and which figure you trust least",
                feedback="Name the figure you trust least. It is the first to look up in your own business.",
            ),
        ),
        hints=("Play the same year again, and turn one dial only.",),
        praise="That is how to argue from a model: the same luck, one change at a time, the bad years, and the weakest figure.",
        answer="“The second person made most of the difference: when the first left in week 5, somebody else was there, and hardly a job was lost. With the "
        "same dials, 40 of 100 quarters end higher, so I was not just lucky. One year does not show how many firms are lost. I trust the figure for "
        "departures least.”",
    )


ITEMS = (together, survive, which_dial)
