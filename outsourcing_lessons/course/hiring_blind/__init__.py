"""Lesson 02, Hiring blind: choose for work you cannot judge, by learning how to test it."""

from outsourcing_lessons.course.hiring_blind import (
    before_after,
    know_items,
    predictions,
    recall,
    sign_items,
    trial_items,
    when_wrong,
)
from outsourcing_lessons.course.hiring_blind.explorers import EXPLORERS
from outsourcing_lessons.course.hiring_blind.fields import fields_of
from outsourcing_lessons.course.hiring_blind.research import RESEARCH
from outsourcing_lessons.course.hiring_blind.worksheet import know_enough_card
from outsourcing_lessons.lessons.lesson import Lesson, Objective

HIRING_BLIND = Lesson(
    slug="hiring-blind",
    number="02",
    title="Hiring blind",
    notebook="02_hiring_blind.ipynb",
    minutes=50,
    objectives=(
        Objective("read-signs", "Tell a sign that predicts good work from one that only reassures."),
        Objective("weigh-trial", "Work out what passing a trial tells you, and when to stop trying."),
        Objective("know-enough", "Decide how much to learn, and write a test of done that you can run yourself."),
        Objective("know-limits", "Say when this advice is wrong, and how strong its evidence is."),
    ),
    items=(
        *predictions.ITEMS,
        *sign_items.ITEMS,
        *trial_items.ITEMS,
        *know_items.ITEMS,
        *when_wrong.ITEMS,
        *recall.ITEMS,
        *before_after.ITEMS,
    ),
    explorers=EXPLORERS,
    reveals={"ten-hires": predictions.reveal_ten_hires},
    research=RESEARCH,
    worksheet=know_enough_card,
    fields=fields_of,
)
