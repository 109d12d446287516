"""Lesson 01, One task, one provider: see work as a stream, and keep a small bench that learns you."""

from pathlib import Path

from outsourcing_lessons.course.one_task import (
    cost_computed,
    learning_computed,
    machine_computed,
    predictions,
    recall_computed,
    tests_computed,
)
from outsourcing_lessons.course.one_task.explorers import EXPLORERS
from outsourcing_lessons.course.one_task.fields import fields_of
from outsourcing_lessons.course.one_task.research import RESEARCH
from outsourcing_lessons.course.one_task.worksheet import bench_plan
from outsourcing_lessons.lessons.bank import in_order
from outsourcing_lessons.lessons.lesson import Lesson, Objective
from outsourcing_lessons.lessons.questions import of_file

ORDER = """
    first-reply year-factor split keeps-learning off-the-invoice checked-draft
    machine-in-the-brief departure access brief one-person streams ninety-five came-back just-once looks-employed who-gains
    recall-doubling recall-available recall-what-decides recall-hidden recall-familiarity recall-exit recall-warm
    recall-record recall-drafts recall-one-off test-turn
"""

LESSON = Lesson(
    slug="one-task",
    number="01",
    title="One task, one provider",
    notebook="01_one_task_one_provider.ipynb",
    minutes=45,
    objectives=(
        Objective("see-streams", "Tell a stream of jobs from a one-off."),
        Objective(
            "full-cost",
            "Work out what a job costs in full in four ways: a stranger, a regular, yourself, a machine’s draft.",
        ),
        Objective(
            "small-bench", "Choose how many people to keep, who keeps what they learn, and how they get in and out."
        ),
        Objective("know-limits", "Say when this advice is wrong, and how strong its evidence is."),
    ),
    items=in_order(
        ORDER,
        (
            *of_file(Path(__file__).with_name("questions.md"), "one-task", fields_of).values(),
            *cost_computed.ITEMS,
            *learning_computed.ITEMS,
            *machine_computed.ITEMS,
            *predictions.ITEMS,
            *recall_computed.ITEMS,
            *tests_computed.ITEMS,
        ),
    ),
    explorers=EXPLORERS,
    reveals={"year-factor": predictions.reveal_year_factor, "first-reply": predictions.reveal_first_reply},
    research=RESEARCH,
    worksheet=bench_plan,
    fields=fields_of,
)
