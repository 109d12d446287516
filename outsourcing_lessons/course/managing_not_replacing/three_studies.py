"""One checklist in three studies: what they say together, and what may be said with them."""

from __future__ import annotations

from outsourcing_lessons.course.managing_not_replacing.setting import twist_of
from outsourcing_lessons.items.draw import Draw
from outsourcing_lessons.items.item import Exhibit, SingleChoice
from outsourcing_lessons.items.situation import Situation
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import item

STUDIES = Exhibit(
    caption="Share of operations with complications",
    columns=("Study", "Without the list", "With the list"),
    rows=(
        ("8 hospitals, before and after (Haynes, 2009)", "11.0 %", "7.0 %"),
        ("Start drawn by lot (Haugen, 2015)", "19.9 %", "11.5 %"),
        ("101 hospitals, made compulsory (Urbach, 2014)", "3.86 %", "3.82 %"),
    ),
)
READING = (
    "A page on the wall is a beginning. Whether it is used is a second thing, and somebody has to look. These studies do not prove that this is "
    "why they differ; it is the reading that costs you least to act on."
)
SITUATIONS = (
    Situation(
        prompt="The surgical checklist has been put to the test in more than one way. What would you take from these three studies for a "
        "procedure of your own?",
        key="used",
        right="A list that a team takes up helps; an order to have one need not",
        praise=READING,
        wrong=(
            (
                "largest",
                "The third study is by far the largest, so lists do not help",
                "Its size makes its own number exact: next to no change after a province told its hospitals to use a list. In the "
                "second study, the start was set by lot, and there complications fell. Both can be true, since they tried different things.",
            ),
            (
                "majority",
                "Two of three studies found a large effect, so a list is enough",
                "Studies are not votes. The third tried what most owners would try: announce the list to all, and expect the effect.",
            ),
            (
                "none",
                "The three contradict each other, so nothing can be learned from them",
                "They differ in what was done. Two followed hospitals as they began to use the list; the third measured an order to "
                "101 hospitals. That difference is the lesson.",
            ),
            (
                "middle",
                "The three average a fall by a quarter, so that is what to expect",
                "An average of three different things is a number for none of them. Ask which of the three is like your plan.",
            ),
        ),
    ),
    Situation(
        prompt="You have written a checklist for {work}. Four ways to bring it in are open to you. Which gives it the best chance of being used?",
        key="taken-up",
        right="The team hears why, tries it and mends it, and somebody counts mistakes",
        praise="Interviews in five hospitals say the same: a list was used where leaders explained why and showed how, and was given up where it only "
        "came by order (Conley and others, 2011).",
        wrong=(
            (
                "order",
                "Everybody gets it on Monday, with a friendly order to use it from now on",
                "That is most like the third study: an order to all. There next to nothing changed.",
            ),
            (
                "hang",
                "It hangs at every desk, and after a year you count the mistakes",
                "You would learn after a year that it had hung there. Somebody has to show how it is used, and to look before a year is over.",
            ),
            (
                "longer",
                "It is made longer first, until it holds every case that can come up",
                "Not one of the three tried that. A list that nobody was shown how to use is not used more for being long.",
            ),
            (
                "wait",
                "It stays in the drawer until the three studies agree with each other",
                "They tried different things and need not agree. Two of them show a way in which it has worked.",
            ),
        ),
    ),
    Situation(
        prompt="“Checklists cut complications by more than a third, from 11 % to 7 %,” says somebody who sells software for them. The table is at "
        "hand. What is the fair answer?",
        key="eight",
        right="“In eight hospitals, yes. By order, in 101, next to nothing changed.”",
        praise="The number is real, and it is one of three. " + READING,
        wrong=(
            (
                "true",
                "“Quite right, and a second study found an even larger effect than that.”",
                "It did, and the third found next to none. Whoever sells lists will not be the one to mention it.",
            ),
            (
                "false",
                "“That is wrong, since the largest study of all found no effect of lists.”",
                "The number is as published. The largest study tried something else: an order, to 101 hospitals.",
            ),
            (
                "weak",
                "“Before and after proves nothing, so there is nothing to talk about.”",
                "Before and after is weak evidence. But in the second study the start was drawn by lot, and it points the same way.",
            ),
            (
                "surgery",
                "“We are no hospital, so not one of these studies can tell us anything.”",
                "The percentages will not carry over. The question does: is the list used, or does it only hang there?",
            ),
        ),
    ),
)


@item(
    "managing-not-replacing.checklist",
    "practice",
    "know-limits",
    1.5,
    ("haynes-2009", "haugen-2015", "urbach-2014", "conley-2011"),
)
def checklist(case: Case, draw: Draw) -> SingleChoice:
    """Three studies of one checklist."""
    return draw.pick(SITUATIONS).ask(
        draw,
        "managing-not-replacing.checklist",
        "One checklist, three studies",
        exhibit=STUDIES,
        hints=("What was done in the third study that was not done in the first two?",),
        work=twist_of(case).work,
    )


ITEMS = (checklist,)
