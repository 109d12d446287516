"""Lesson 01, One task, one provider: see work as a stream, and keep a small bench that learns you."""

from outsourcing_lessons.course.one_task import (
    before_after,
    bench_items,
    cost_items,
    evidence_items,
    learning_items,
    predictions,
    recall,
    when_wrong,
)
from outsourcing_lessons.course.one_task.explorers import EXPLORERS
from outsourcing_lessons.course.one_task.fields import fields_of
from outsourcing_lessons.course.one_task.research import RESEARCH
from outsourcing_lessons.course.one_task.worksheet import bench_plan
from outsourcing_lessons.lessons.lesson import Lesson, Objective

ONE_TASK = Lesson(
    slug="one-task",
    number="01",
    title="One task, one provider",
    notebook="01_one_task_one_provider.ipynb",
    minutes=50,
    objectives=(
        Objective("see-streams", "Tell a stream of jobs from a one-off."),
        Objective("full-cost", "Work out what a stranger costs in full, and from which job on a regular is cheaper."),
        Objective("small-bench", "Choose how many providers to keep, and keep the backup of use."),
        Objective("know-limits", "Say when this advice is wrong, and how strong its evidence is."),
    ),
    items=(
        *predictions.ITEMS,
        *learning_items.ITEMS,
        *cost_items.ITEMS,
        *bench_items.ITEMS,
        *evidence_items.ITEMS,
        *when_wrong.ITEMS,
        *recall.ITEMS,
        *before_after.ITEMS,
    ),
    explorers=EXPLORERS,
    reveals={"break-even": predictions.reveal_break_even},
    research=RESEARCH,
    worksheet=bench_plan,
    fields=fields_of,
)
