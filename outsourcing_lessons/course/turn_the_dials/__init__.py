"""Lesson 05, Turn the dials: a year of the learner's business, a thousand times; the test at the end; the playbook."""

from pathlib import Path

from outsourcing_lessons.blocks.block import Binder, Pair, Tally
from outsourcing_lessons.course.start_here import MISTAKES, START_HERE
from outsourcing_lessons.course.turn_the_dials import dial_computed, predictions
from outsourcing_lessons.course.turn_the_dials.explorers import EXPLORERS
from outsourcing_lessons.course.turn_the_dials.fields import fields_of
from outsourcing_lessons.course.turn_the_dials.worksheet import thirty_days
from outsourcing_lessons.lessons.bank import in_order
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import Lesson, Objective
from outsourcing_lessons.lessons.questions import of_file
from outsourcing_lessons.lessons.test_variants import after, before

SLUG = "turn-the-dials"
POST_TEST = tuple(template for lesson in MISTAKES for template in after(SLUG, lesson.section("test")))

ORDER = """
    let-go care-alone together survive which-dial copied
"""
OWN = in_order(
    ORDER,
    (
        *of_file(Path(__file__).with_name("questions.md"), "turn-the-dials").values(),
        *dial_computed.ITEMS,
        *predictions.ITEMS,
    ),
)


def tally(case: Case) -> Tally:
    """Return the comparison of the two tests."""
    pairs = (
        Pair(
            title=lesson.title,
            before=tuple(t.id for t in before(START_HERE.slug, lesson.section("test"))),
            after=tuple(t.id for t in after(SLUG, lesson.section("test"))),
        )
        for lesson in MISTAKES
    )
    return Tally(
        id="turn-the-dials.tally",
        title="What has changed",
        purpose="Eight questions before, eight of the same kind after.",
        pairs=tuple(pairs),
    )


def binder(case: Case) -> Binder:
    """Return all worksheets of the course, to be bound."""
    return Binder(
        id="turn-the-dials.playbook",
        title="My outsourcing playbook",
        purpose="Everything you wrote on the worksheets, as a document of yours. Half a page is better than none; do it again when there is more.",
        worksheets=tuple(lesson.worksheet(case) for lesson in (START_HERE, *MISTAKES, TURN_THE_DIALS)),
    )


TURN_THE_DIALS = Lesson(
    slug=SLUG,
    number="05",
    title="Turn the dials",
    notebook="05_turn_the_dials.ipynb",
    minutes=40,
    objectives=(
        Objective("which-dial", "Say which dial did it, alone and together with another."),
        Objective("read-spread", "Read a spread of years: the middle, and the year to survive."),
    ),
    items=(*OWN, *POST_TEST),
    explorers=EXPLORERS,
    reveals={"let-go": predictions.reveal_let_go},
    research=None,
    worksheet=thirty_days,
    fields=fields_of,
    closing={"tally": tally, "playbook": binder},
)
