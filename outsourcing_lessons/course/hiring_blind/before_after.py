"""The two items of this lesson in the tests before and after the course."""

from __future__ import annotations

from outsourcing_lessons.items.draw import Draw
from outsourcing_lessons.items.item import Number, Option, SingleChoice, Trap, apart
from outsourcing_lessons.lessons.case import Case, count
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.money import plain, rounded

GROUPS = (
    (20, 8, 6, 3),
    (20, 5, 4, 6),
    (30, 10, 9, 6),
    (30, 12, 9, 6),
    (40, 10, 8, 12),
    (40, 16, 14, 6),
    (50, 10, 8, 12),
    (50, 20, 16, 9),
)


@item("hiring-blind.test-way", "test", "read-signs", 1, ("sackett-2022", "jorgensen-2016", "lin-2010"))
def test_way(case: Case, draw: Draw) -> SingleChoice:
    """Which way of choosing gives the best chance?"""
    people, questions = draw.pick((5, 6, 7, 8)), draw.pick((4, 5, 6))
    minutes = draw.pick((30, 40, 45, 60))
    wrong = (
        Option(
            id="years",
            text=f"Compare all {count(people)} CVs line by line, and take the one with most years in this work",
            feedback="In a large summary of studies, years of experience were hardly better than drawing lots.",
        ),
        Option(
            id="talk",
            text=f"Talk freely with each for {minutes} minutes, and take the one who convinces you most",
            feedback="A free conversation tells something, and far less than the same questions with marks: everybody is asked something else.",
        ),
        Option(
            id="references",
            text="Ask each for two former clients, call these, and take the one they praise most",
            feedback="Clients whom a provider names are content ones. Among software providers, references fail to tell good from bad.",
        ),
        Option(
            id="certificates",
            text=f"Take whichever of the {count(people)} holds most certificates for this kind of work",
            feedback="On the marketplace that was studied, certificates did not help to win contracts. Whether their holders work better, the study "
            "does not say.",
        ),
        Option(
            id="price",
            text=f"Leave out the cheapest and the dearest, and take one of the middle {count(people - 2)}",
            feedback="A price in the middle says what others ask too. It does not say how the work will be done.",
        ),
    )
    right = Option(
        id="marks", text=f"Ask each the same {count(questions)} questions about the work, and mark the answers by a key"
    )
    task = draw.pick(case.trade.streams)
    return SingleChoice(
        id="hiring-blind.test-way",
        title="Which way?",
        prompt=f"{count(people).capitalize()} people offer to take over this work: {task}. You have about one evening to choose.\n\nWhich way "
        "gives the best chance of ending up with somebody who does it well?",
        options=draw.shuffled((right, *draw.some(wrong, 3))),
        key="marks",
        hints=("Which way makes them easiest to compare on the work itself?",),
        praise="Yes. The same questions for all, marked by a key made beforehand, came out ahead of the other ways in a large summary of "
        "studies (Sackett and others, 2022).",
    )


@item("hiring-blind.test-passed", "test", "weigh-trial", 1.5)
def test_passed(case: Case, draw: Draw) -> Number:
    """How likely is it that somebody who passed is good?"""
    people, good, passes, slips = draw.pick(GROUPS)
    key = rounded(100 * passes / (passes + slips), 1)
    traps = (
        Trap(
            id="of-the-good",
            value=100 * passes / good,
            tolerance=0.6,
            feedback=f"That is the share of the {good} good ones who passed. You know that this one passed; how many of those are good?",
        ),
        Trap(
            id="of-all",
            value=100 * passes / people,
            tolerance=0.6,
            feedback=f"You divided by all {people}. Those who failed are out of it.",
        ),
        Trap(
            id="unmoved",
            value=100 * good / people,
            tolerance=0.6,
            feedback="So it was before the sample. Having passed it counts for something.",
        ),
        Trap(
            id="poor-fail",
            value=100 * (people - good - slips) / (people - good),
            tolerance=0.6,
            feedback="That is the share of the others who failed. Look only at those who passed.",
        ),
    )
    return Number(
        id="hiring-blind.test-passed",
        title="Passed",
        prompt=f"{people} people offer this work: {draw.pick(case.trade.streams)}. {good} of them would do it well, but you cannot see which. "
        f"All do a small sample. Of the {good}, {passes} pass; of the others, {slips} pass too. You hire one of those who passed.\n\nHow "
        "likely is it that you have hired somebody who does it well?",
        key=key,
        tolerance=1,
        low=0,
        high=100,
        unit="%",
        hints=(f"{passes + slips} have passed in all.",),
        praise=f"{passes} of the {passes + slips} who passed: {plain(key)} %.",
        traps=tuple(trap for trap in apart(*traps) if abs(trap.value - key) > trap.tolerance + 1),
        otherwise="Put the good ones who passed over all who passed.",
    )


ITEMS = (test_way, test_passed)
