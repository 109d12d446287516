"""What the start page may speak of, beside what every lesson may."""

from __future__ import annotations

from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.money import plain


def fields_of(case: Case) -> dict[str, object]:
    """Return what the task list of the trade adds up to, in hours a week, and how much of it the owner does."""
    tasks = case.trade.tasks
    own = [task for task in tasks if task.done_by == "you"]
    return {
        "task_hours": plain(sum(task.hours for task in tasks)),
        "own_tasks": len(own),
        "own_hours": plain(sum(task.hours for task in own)),
        "unwritten": next(task.name for task in own if task.documented == 0),
    }
