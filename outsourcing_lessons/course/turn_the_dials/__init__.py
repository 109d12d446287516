"""Lesson 05, Turn the dials: a year of the learner's business as a game; the test at the end; the playbook."""

from pathlib import Path

from outsourcing_lessons.course.turn_the_dials import game, predictions, year_computed
from outsourcing_lessons.course.turn_the_dials.fields import beforehand, fields_of
from outsourcing_lessons.course.turn_the_dials.worksheet import thirty_days
from outsourcing_lessons.lessons.bank import in_order
from outsourcing_lessons.lessons.lesson import Lesson, Objective
from outsourcing_lessons.lessons.questions import of_file

ORDER = """
    still-done game together survive which-dial copied
"""

LESSON = Lesson(
    slug="turn-the-dials",
    number="05",
    title="Turn the dials",
    notebook="05_turn_the_dials.ipynb",
    minutes=40,
    objectives=(
        Objective("which-dial", "Say which decision did it, alone and together with another."),
        Objective("read-spread", "Tell luck from decision: the middle year, and the year to survive."),
        Objective("let-go", "Say why looking pays, and why not."),
    ),
    items=in_order(
        ORDER,
        (
            *of_file(Path(__file__).with_name("questions.md"), "turn-the-dials").values(),
            *game.ITEMS,
            *year_computed.ITEMS,
            *predictions.ITEMS,
        ),
    ),
    explorers=(),
    reveals={"still-done": predictions.reveal_still_done},
    research=None,
    worksheet=thirty_days,
    fields=fields_of,
    beforehand=beforehand,
)
