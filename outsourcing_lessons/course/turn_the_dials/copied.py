"""When the advice is wrong: what the winner's dials are worth in another business."""

from __future__ import annotations

from outsourcing_lessons.items.draw import Draw
from outsourcing_lessons.items.item import SingleChoice
from outsourcing_lessons.items.situation import Situation
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import item

COPIED = (
    Situation(
        prompt="A friend with few decisions to make and cheap mistakes wants to copy your dials from {firm}. What do you advise?",
        key="again",
        right="Put their own figures in, and look for their own setting",
        wrong=(
            (
                "copy",
                "Copy them: the four lessons hold everywhere",
                "In this model no setting is the best in every trade. The lessons tell you which dials matter and why, not where they stop.",
            ),
            (
                "average",
                "Take the average of both businesses",
                "An average of two settings is a third one, made for neither.",
            ),
            (
                "opposite",
                "Do the opposite: their trade is different",
                "Different does not mean opposite. Some dials will stand alike, and some will not.",
            ),
            (
                "hand-over-more",
                "Copy them, and hand over even more: mistakes are cheap there",
                "There is little to hand over where few decisions are made. It would free hardly an hour.",
            ),
        ),
        hints=("What does handing over decisions save somebody who has few to make?",),
        praise="With few decisions there is little to free by handing them over, and with cheap mistakes little to gain by watching. What carries "
        "over is the way of looking.",
    ),
    Situation(
        prompt="In a friend's trade good people are rare and much has to be decided. “The four lessons leave the dial for companies at nought, so I "
        "do too,” says the friend. What do you advise?",
        key="try-it",
        right="Turn that dial with the friend's own figures before deciding",
        wrong=(
            (
                "nought",
                "Leave it at nought: a company takes a margin in any trade",
                "It takes one, and gives something for it. Where good people are rare, that can be worth the margin.",
            ),
            (
                "full",
                "Turn it up all the way: whoever cannot find good people needs a company",
                "How far it pays depends on the friend's figures, and nobody has put them in yet.",
            ),
            (
                "half",
                "Leave it in the middle, where the least can go wrong",
                "The middle is a setting like any other. Nothing makes it the safest one.",
            ),
            (
                "care-instead",
                "Leave it, and choose people with more care instead",
                "It may do as well, or not: where good people are rare, care finds few. Put in the figures and see.",
            ),
        ),
        hints=("What do you pay a company for, beside the work?",),
        praise="In this model, where good people are rare and much has to be decided, a company can be worth its margin. Nought is right for other "
        "figures.",
    ),
    Situation(
        prompt="It is two years later, in your own business. The work repeats itself less than it did, and mistakes have become dear. The dials still "
        "stand where you left them. What do you do?",
        key="new-figures",
        right="Put in the figures of today, and turn each dial again",
        wrong=(
            (
                "leave",
                "Leave them: they were found by trying, and not by guessing",
                "By trying, with the figures of two years ago. The figures have changed.",
            ),
            (
                "all-back",
                "Turn everything back to the start: new times, new beginning",
                "The start was poor for reasons, and some of them still hold. Look at which.",
            ),
            (
                "only-watch",
                "Watch for longer, and leave all the other dials as they are",
                "It may be one of them. What a dial is worth depends on where the others stand, so look at all.",
            ),
            (
                "this-year",
                "Wait for this year's result, and then decide",
                "One year is one draw of luck. It cannot tell you whether a setting has gone out of date.",
            ),
        ),
        hints=("What was your setting found with?",),
        praise="A setting belongs to its figures, your own of two years ago included. Two things have changed at once, and together they may do what "
        "neither does alone.",
    ),
    Situation(
        prompt="A magazine prints “the best setting of all six dials, from a thousand firms”. What is it good for, in {firm}?",
        key="starting-point",
        right="As a place to begin turning, one dial at a time",
        wrong=(
            (
                "use-it",
                "As it stands: a thousand firms cannot all be wrong",
                "They need not be wrong. A setting that suits the thousand on average may suit none of them.",
            ),
            (
                "nothing",
                "For nothing: every business is different",
                "It is different, and not in everything. Somewhere you have to begin.",
            ),
            (
                "vote",
                "As a list of dials in order of their worth",
                "What a dial is worth depends on where the others stand. There is no such list for everybody.",
            ),
            (
                "best-firms",
                "As it stands, if it is taken from the ten best of the thousand",
                "The best of a thousand were lucky as well. Their luck does not come with their dials.",
            ),
        ),
        hints=("Whose figures is it made for?",),
        praise="Begin anywhere, and then change one thing at a time with your own figures. In this model no setting is the best in every trade.",
    ),
)


@item("turn-the-dials.copied", "when-wrong", "which-dial", 1)
def copied(case: Case, draw: Draw) -> SingleChoice:
    """Dials that were set for somebody else, or for another time."""
    return draw.pick(COPIED).ask(draw, "turn-the-dials.copied", "Somebody else's dials", firm=case.trade.firm)
