"""Lesson 02, Hiring blind: choose for work you cannot judge, by learning how to test it."""

from pathlib import Path

from outsourcing_lessons.course.hiring_blind import (
    know_computed,
    predictions,
    recall_computed,
    sign_computed,
    trial_computed,
)
from outsourcing_lessons.course.hiring_blind.fields import fields_of
from outsourcing_lessons.course.hiring_blind.hires_explorer import HIRE_TEN
from outsourcing_lessons.course.hiring_blind.judging_explorer import JUDGING
from outsourcing_lessons.course.hiring_blind.research import RESEARCH
from outsourcing_lessons.course.hiring_blind.trials_explorer import TRIALS
from outsourcing_lessons.course.hiring_blind.worksheet import know_enough_card
from outsourcing_lessons.lessons.bank import in_order
from outsourcing_lessons.lessons.lesson import Lesson, Objective
from outsourcing_lessons.lessons.questions import of_file

ORDER = """
    first-click ten-hires marks who-stays machine-made one-pass after-the-trial hours-that-pay
    vague-brief test-of-done licensed hundred-times where-it-stops machine-judge recall-years
    recall-best-sign recall-lemons recall-references recall-one-pass recall-floor recall-learn-what recall-only-one
    recall-wheel recall-machine recall-late test-way
"""

LESSON = Lesson(
    slug="hiring-blind",
    number="02",
    title="Hiring blind",
    notebook="02_hiring_blind.ipynb",
    minutes=45,
    objectives=(
        Objective("read-signs", "Tell a sign that predicts good work from one that only reassures."),
        Objective("weigh-trial", "Work out what passing a trial tells you, and when to stop trying."),
        Objective("know-enough", "Decide how much to learn, and write a test of done that you can run yourself."),
        Objective("know-limits", "Say when this advice is wrong, and how strong its evidence is."),
    ),
    items=in_order(
        ORDER,
        (
            *of_file(Path(__file__).with_name("questions.md"), "hiring-blind", fields_of).values(),
            *know_computed.ITEMS,
            *predictions.ITEMS,
            *recall_computed.ITEMS,
            *sign_computed.ITEMS,
            *trial_computed.ITEMS,
        ),
    ),
    explorers=(HIRE_TEN, JUDGING, TRIALS),
    reveals={"first-click": predictions.reveal_first_click, "ten-hires": predictions.reveal_ten_hires},
    research=RESEARCH,
    worksheet=know_enough_card,
    fields=fields_of,
)
