"""The words of the start page that are about this learner."""

from __future__ import annotations

from outsourcing_lessons.blocks import escape
from outsourcing_lessons.lessons.case import Case, count, hours
from outsourcing_lessons.money import plain


def welcome(case: Case) -> str:
    """What the workbook knows, and how to put it right."""
    profile = case.profile
    return f"""Made for **{escape.markdown(profile.learner)}**: {case.trade.firm}, {hours(profile.weekly_hours)} a week,
**{case.money(profile.hour_value)}** for an hour of your own time. Stories and sums follow these numbers."""


def tasks(case: Case) -> str:
    """What the task list of the trade adds up to."""
    mine = [task for task in case.trade.tasks if task.done_by == "you"]
    share = sum(task.hours for task in mine)
    loose = [task.name for task in mine if task.documented == 0]
    return f"""Below is a week in {case.trade.firm} as we imagine it: eight tasks, {plain(sum(t.hours for t in case.trade.tasks))} hours. The
owner does {count(len(mine))} of them in person, {plain(share)} hours a week. Written down nowhere of these: {", ".join(loose)}.

Yours will differ. Overwrite what is wrong."""


PASSAGES = {"welcome": welcome, "tasks": tasks}
