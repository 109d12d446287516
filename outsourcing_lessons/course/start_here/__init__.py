"""Lesson 00, Start here: the learner's business on one page, and a test to be compared with the one at the end."""

from outsourcing_lessons.course.start_here import sorting_items
from outsourcing_lessons.course.start_here.explorers import EXPLORERS
from outsourcing_lessons.course.start_here.fields import fields_of
from outsourcing_lessons.course.start_here.worksheet import task_map
from outsourcing_lessons.lessons.lesson import Lesson, Objective

LESSON = Lesson(
    slug="start-here",
    number="00",
    title="Start here: your business on one page",
    notebook="00_start_here.ipynb",
    minutes=25,
    objectives=(
        Objective("own-hour", "Say what an hour of your own must bring."),
        Objective("sort-tasks", "Sort your tasks into what to drop, automate, delegate and keep."),
    ),
    items=sorting_items.ITEMS,
    explorers=EXPLORERS,
    reveals={},
    research=None,
    worksheet=task_map,
    fields=fields_of,
)
