"""The task map: the week on one page, each task with one of four decisions."""

from __future__ import annotations

from outsourcing_lessons.blocks.sheet import Entry, Result, Sheet, Worksheet
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.formula import formula
from outsourcing_lessons.money import plain

DECISIONS = ("eliminate", "automate", "delegate", "keep")
SKILLS = ("little", "some", "much")
WRITTEN = ("nowhere", "a few notes", "mostly", "fully")
OF_SKILL = {"low": "little", "medium": "some", "high": "much"}


def task_map(case: Case) -> Worksheet:
    """Return the task map, filled in with the trade's eight tasks."""
    mine = [task for task in case.trade.tasks if task.done_by == "you"]
    return Worksheet(
        id="start-here.task-map",
        title="Your task map",
        purpose="Your week on one page. You will come back to it in every lesson, and change your mind about some of it.",
        sheets=(
            Sheet(
                title="What you do in a week",
                help="Drop what nobody would miss. Automate what is always the same. Delegate what another could do from a page. Keep what "
                "only you can do, for now.",
                rows=10,
                fields=(
                    Entry(id="task", label="Task"),
                    Entry(id="hours", label="Hours a week", type="number"),
                    Entry(id="skill", label="Skill it takes", type="choice", options=SKILLS),
                    Entry(id="written", label="Written down", type="choice", options=WRITTEN),
                    Entry(id="decision", label="What I will do with it", type="choice", options=DECISIONS),
                ),
                start=_trade_tasks(case),
                results=(
                    Result(label="All of it, in hours a week", formula=formula("sum(hours)"), decimals=1),
                    Result(
                        label="Of these dropped, automated or delegated",
                        formula=formula('sum(hours * (decision in ("eliminate", "automate", "delegate")))'),
                        decimals=1,
                    ),
                ),
            ),
            Sheet(
                title="One commitment",
                fields=(
                    Entry(
                        id="commitment",
                        label="The one task I stop doing myself",
                        example=max(mine, key=lambda task: task.documented).name,
                        promise=True,
                    ),
                    Entry(id="by", label="By", type="date"),
                ),
            ),
        ),
    )


def _trade_tasks(case: Case) -> dict[str, str]:
    start: dict[str, str] = {}
    for row, task in enumerate(case.trade.tasks, 1):
        start |= {
            f"task.{row}": task.name,
            f"hours.{row}": plain(task.hours, 1),
            f"skill.{row}": OF_SKILL[task.skill],
            f"written.{row}": WRITTEN[task.documented],
        }
    return start
