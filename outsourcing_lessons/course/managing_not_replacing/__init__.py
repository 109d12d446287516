"""Lesson 04, Managing, not replacing: hand over the decision with a page and a limit, and keep watching a few dials."""

from outsourcing_lessons.course.managing_not_replacing import (
    automation_items,
    before_after,
    delegation_items,
    dial_items,
    page_items,
    predictions,
    queue_items,
    recall,
    still_here,
    three_studies,
    when_wrong,
)
from outsourcing_lessons.course.managing_not_replacing.explorers import EXPLORERS
from outsourcing_lessons.course.managing_not_replacing.fields import fields_of
from outsourcing_lessons.course.managing_not_replacing.research import RESEARCH
from outsourcing_lessons.course.managing_not_replacing.worksheet import hand_over_sheet
from outsourcing_lessons.lessons.lesson import Lesson, Objective

MANAGING_NOT_REPLACING = Lesson(
    slug="managing-not-replacing",
    number="04",
    title="Managing, not replacing",
    notebook="04_managing_not_replacing.ipynb",
    minutes=50,
    objectives=(
        Objective(
            "see-queue", "Say how long others wait for somebody who is busy, and what handing over does to that."
        ),
        Objective(
            "hand-over", "Hand over a decision with a page, a limit and a few measures, and say who could step in."
        ),
        Objective(
            "worth-automating", "Work out whether an automation pays, with its upkeep and the life of the process."
        ),
        Objective("know-limits", "Say when this advice is wrong, and how strong its evidence is."),
    ),
    items=(
        *predictions.ITEMS,
        *queue_items.ITEMS,
        *still_here.ITEMS,
        *delegation_items.ITEMS,
        *page_items.ITEMS,
        *three_studies.ITEMS,
        *dial_items.ITEMS,
        *automation_items.ITEMS,
        *when_wrong.ITEMS,
        *recall.ITEMS,
        *before_after.ITEMS,
    ),
    explorers=EXPLORERS,
    reveals={"wait": predictions.reveal_wait},
    research=RESEARCH,
    worksheet=hand_over_sheet,
    fields=fields_of,
    formula_sources=("kingman-1961",),
)
