"""Our papermill engine gives of every lesson what papermill's stock engine gives."""

from __future__ import annotations

import pytest

from outsourcing_lessons.course import COURSE
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.render import engine, execute, notebook

LEARNER = LearnerProfile("ada", 'Ada "); import os', COURSE.trade_names[1], currency="GBP", hour_value=95.0, seed=7)


@pytest.mark.full
@pytest.mark.parametrize("lesson", COURSE.lessons, ids=lambda lesson: lesson.slug)
def test_both_engines_give_the_same_notebook(lesson):
    text = notebook.read(COURSE.notebook_of(lesson))
    ours, stock = (
        notebook.written(notebook.clean(execute.execute(text, lesson.notebook, LEARNER, name)))
        for name in (engine.register(), None)
    )
    assert stock == ours
