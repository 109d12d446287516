"""Lesson 00, Start here: the week of the learner's business on one page, and a test to compare the last one with."""

from outsourcing_lessons.course.start_here import draft_computed, hour_computed
from outsourcing_lessons.course.start_here.explorers import EXPLORERS
from outsourcing_lessons.course.start_here.fields import fields_of
from outsourcing_lessons.course.start_here.worksheet import task_map
from outsourcing_lessons.lessons.lesson import Lesson, Objective

LESSON = Lesson(
    slug="start-here",
    number="00",
    title="Start here: your business on one page",
    notebook="00_start_here.ipynb",
    minutes=15,
    objectives=(
        Objective("own-hour", "Say what an hour of your own is worth, sold and not sold."),
        Objective("sort-tasks", "Sort your tasks into what to drop, automate, delegate and keep."),
    ),
    items=(*hour_computed.ITEMS, *draft_computed.ITEMS),
    explorers=EXPLORERS,
    reveals={},
    research=None,
    worksheet=task_map,
    fields=fields_of,
)
