"""Recall on markets: how many signs of each kind are shown is drawn before what is asked."""

from __future__ import annotations

from outsourcing_lessons.items.item import MultipleChoice, Option
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import item

HEALTHY = (
    (
        "several", "Several who could do it have answered your brief",
        "Those who answered are your market. A long list of names who do not reply is none.",
    ),
    (
        "reasons", "They can say why their prices differ",
        "Where prices differ for reasons that can be named, you can compare. Otherwise you are guessing.",
    ),
    (
        "new", "Somebody new has found clients in the last year",
        "If newcomers get in, prices and habits are kept honest. If nobody new ever does, ask what keeps them out.",
    ),
    (
        "left", "Clients have changed provider, and gone on working",
        "Where others could leave and went on working, you could too. A market is also the way out.",
    ),
)  # fmt: skip
THIN = (
    (
        "one-answers", "One provider stands out so far that comparing seems a waste",
        "One good answer is luck, and next year it is dependence. Ask who else would have done it.",
    ),
    (
        "all-same", "All offers are within a hair of one another, with no reasons given",
        "It may be coincidence. It may also be one firm behind several names, or a price that all copy: then there is less choice "
        "than it looks.",
    ),
    (
        "one-source", "All of them would pass the work on to the same firm",
        "Four names and one pair of hands. If that firm is ill, all four are.",
    ),
    (
        "many-names", "A search for providers brings up hundreds of names",
        "Names are not offers. Count those who answer a brief, and of these the ones you could tell to be good.",
    ),
)  # fmt: skip
ASKED = (
    "Before you compare anybody for {jobs}: which of these are signs of a market you can choose in?",
    "A friend wants to know whether there is a market for {jobs}. Which of these would let you say yes?",
    "You look for a second provider of {jobs}, just in case. Which of these show that there is one to be found?",
)


@item("companies-over-people.recall-market", "recall", "settle-risk", 1.5, ("sourcing-playbook",))
def market(case: Case, draw: SeededRandom) -> MultipleChoice:
    """Is there a market?"""
    healthy = draw.some(HEALTHY, draw.pick((2, 3)))
    thin = draw.some(THIN, 5 - len(healthy))
    return MultipleChoice(
        title="Is there a market?",
        prompt=draw.pick(ASKED).format(jobs=case.trade.stream.jobs),
        options=draw.shuffled([Option(id=i, text=text, feedback=why) for i, text, why in (*healthy, *thin)]),
        key=tuple(i for i, _, _ in healthy),
        praise="Half an hour of asking tells you. Where the market is thin, person or company is the smaller question: grow a second source "
        "first.",
    )


ITEMS = (market,)
