"""Recall on the four questions to a task: the questions, what leaving one out leads to, and tasks to ask them of."""

from __future__ import annotations

from dataclasses import dataclass

from outsourcing_lessons.course.managing_not_replacing.setting import twist_of
from outsourcing_lessons.items.draw import Draw
from outsourcing_lessons.items.item import Option, Ordering
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import item

ORDER = ("drop", "automate", "delegate", "keep")
WHY = (
    "First. Whatever is dropped needs no tool, no page and no watching.",
    "Second: with no judgement in it, it can go to a machine, if it comes often enough to pay.",
    "Third: what needs judgement and repeats goes to a person, in the house or outside.",
    "Last: what is left is yours, and now there is time for it.",
)
PRAISE = "Drop, automate, delegate, keep. The cheap answers come first, so that no money is spent on work nobody needs."


@dataclass(frozen=True)
class Four:
    """Four things to put in order, with why each belongs where it does."""

    prompt: str
    texts: tuple[str, ...]
    why: tuple[str, ...] = WHY
    praise: str = PRAISE
    first: str = "ask first"
    last: str = "ask last"


ASKED = Four(
    "In which order do you ask these of a task?",
    (
        "Need it be done at all?",
        "Is there no judgement in it, and does it come often?",
        "Could somebody else decide it, with a page and a limit?",
        "Do I want to be the one who does this?",
    ),
)
LEFT_OUT = Four(
    "Four owners each left out one of the four questions to a task, and this is what came of it. Put them in the order of the questions they left "
    "out.",
    (
        "A tool now writes the report that nobody reads",
        "Somebody is paid to copy six fields from one list to another, every day",
        "The owner settles each of the {matters}, although the rules fit on a page",
        "The first talk with a large new client was left to an assistant with a page",
    ),
    (
        "Need it be done at all? That comes first: now it is done without need, and by a machine that needs upkeep.",
        "Is there no judgement in it? That comes second: six fields a day are work for a machine, if it pays.",
        "Could somebody else decide it? That comes third: with a page and a limit, most would not come to the owner.",
        "Should I be the one? That comes last: a first talk has nothing to copy, and it hangs on the owner's word.",
    ),
    "Four mistakes, and behind each of them one question that nobody asked. " + PRAISE,
    "first question left out",
    "last question left out",
)
EXCUSES = Four(
    "A colleague keeps everything, and has a reason for each task. Which of the four questions does each reason answer? Order them from the "
    "question that you ask first to the one that you ask last.",
    (
        "“We have always done it, though I could not say for whom.”",
        "“It is the same five clicks each time, and I am quick at them.”",
        "“I know the rules best, as I wrote them all down myself.”",
        "“It is new every time, and a mistake would stay with us for a year.”",
    ),
    (
        "Need it be done at all? Nobody knows for whom it is done. Drop it, and see who asks.",
        "Is there no judgement in it? Five equal clicks are work for a machine, if they come often enough to pay.",
        "Could somebody else decide it? Rules that are written down can be followed by somebody else.",
        "Should I be the one? Yes. This is the only one of the four that is a reason to keep it.",
    ),
    "Three of the four reasons say that it could go. " + PRAISE,
    "answers the first question",
    "answers the last question",
)


def _tasks(case: Case, draw: Draw) -> Four:
    """Return four tasks of the trade, one for each answer."""
    twist = twist_of(case)
    return Four(
        "You ask the four questions of each of these tasks. Order them by the question at which a task leaves your desk; what stays comes last.",
        tuple(draw.pick(texts) for texts in (twist.drops, twist.automates, twist.delegates, twist.keeps)),
        (
            "It leaves at the first question: nobody would miss it.",
            "It leaves at the second: no judgement, and often enough to look at a machine.",
            "It leaves at the third: there is a judgement in it, and something for somebody else to go by.",
            "It stays: new each time, and dear when it goes wrong.",
        ),
        PRAISE,
        "leaves at the first question",
        "stays with you",
    )


@item("managing-not-replacing.recall-order", "recall", "hand-over", 1.5)
def order(case: Case, draw: Draw) -> Ordering:
    """The order of the four questions, asked for in four ways."""
    words = {"matters": twist_of(case).matters}
    one = draw.pick((ASKED, LEFT_OUT, EXCUSES, _tasks(case, draw)))
    options = tuple(
        Option(id=i, text=t.format_map(words), feedback=w) for i, t, w in zip(ORDER, one.texts, one.why, strict=True)
    )
    return Ordering(
        id="managing-not-replacing.recall-order",
        title="Four questions to a task",
        prompt=one.prompt,
        options=draw.shuffled(options),
        key=ORDER,
        first=one.first,
        last=one.last,
        praise=one.praise,
    )


ITEMS = (order,)
