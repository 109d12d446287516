"""Lesson 05, Turn the dials: a year of the learner's business, a thousand times; the test at the end; the playbook."""

from pathlib import Path

from outsourcing_lessons.course.turn_the_dials import dial_computed, predictions
from outsourcing_lessons.course.turn_the_dials.explorers import EXPLORERS
from outsourcing_lessons.course.turn_the_dials.fields import fields_of
from outsourcing_lessons.course.turn_the_dials.worksheet import thirty_days
from outsourcing_lessons.lessons.bank import in_order
from outsourcing_lessons.lessons.lesson import Lesson, Objective
from outsourcing_lessons.lessons.questions import of_file

ORDER = """
    let-go care-alone together survive which-dial copied
"""

LESSON = Lesson(
    slug="turn-the-dials",
    number="05",
    title="Turn the dials",
    notebook="05_turn_the_dials.ipynb",
    minutes=40,
    objectives=(
        Objective("which-dial", "Say which dial did it, alone and together with another."),
        Objective("read-spread", "Read a spread of years: the middle, and the year to survive."),
    ),
    items=in_order(
        ORDER,
        (
            *of_file(Path(__file__).with_name("questions.md"), "turn-the-dials").values(),
            *dial_computed.ITEMS,
            *predictions.ITEMS,
        ),
    ),
    explorers=EXPLORERS,
    reveals={"let-go": predictions.reveal_let_go},
    research=None,
    worksheet=thirty_days,
    fields=fields_of,
)
