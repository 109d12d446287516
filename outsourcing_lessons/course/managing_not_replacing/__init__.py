"""Lesson 04, Managing, not replacing: hand over the decision with a page and a limit, and keep watching a few dials."""

from pathlib import Path

from outsourcing_lessons.course.managing_not_replacing import (
    delegation_computed,
    draft_computed,
    page_computed,
    predictions,
    recall_computed,
    tests_computed,
    when_wrong_computed,
)
from outsourcing_lessons.course.managing_not_replacing.explorers import EXPLORERS
from outsourcing_lessons.course.managing_not_replacing.fields import fields_of, fields_of_questions
from outsourcing_lessons.course.managing_not_replacing.research import RESEARCH
from outsourcing_lessons.course.managing_not_replacing.worksheet import hand_over_sheet
from outsourcing_lessons.lessons.bank import in_order
from outsourcing_lessons.lessons.lesson import Lesson, Objective
from outsourcing_lessons.lessons.questions import of_file

ORDER = """
    bet wait who-decides four-ways holes let-go checklist dials ten-right agent-page cover nobody-looks
    first-of-its-kind room-to-spare still-right recall-wait recall-free-hour recall-second recall-order
    recall-page recall-payback recall-decay recall-mandate recall-gamed recall-agent recall-not-here test-wait
"""

LESSON = Lesson(
    slug="managing-not-replacing",
    number="04",
    title="Managing, not replacing",
    notebook="04_managing_not_replacing.ipynb",
    minutes=45,
    objectives=(
        Objective(
            "see-queue", "Say how long others wait for somebody who is busy, and what handing over does to that."
        ),
        Objective(
            "hand-over",
            "Hand over a decision, to a person or a machine, with a page, a limit and a few measures; say who could step in.",
        ),
        Objective(
            "worth-automating",
            "Work out whether an automation or a machine’s draft pays, with upkeep, reading and misses counted.",
        ),
        Objective("know-limits", "Say when this advice is wrong, and how strong its evidence is."),
    ),
    items=in_order(
        ORDER,
        (
            *of_file(Path(__file__).with_name("questions.md"), "managing-not-replacing", fields_of_questions).values(),
            *delegation_computed.ITEMS,
            *draft_computed.ITEMS,
            *page_computed.ITEMS,
            *predictions.ITEMS,
            *recall_computed.ITEMS,
            *tests_computed.ITEMS,
            *when_wrong_computed.ITEMS,
        ),
    ),
    explorers=EXPLORERS,
    reveals={"wait": predictions.reveal_wait},
    research=RESEARCH,
    worksheet=hand_over_sheet,
    fields=fields_of,
    formula_sources=("kingman-1961",),
)
