"""A lesson with a store that forgets, and a guard against widgets that pile up."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from outsourcing_lessons.course import COURSE
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.progress.memory import MemoryProgress
from outsourcing_lessons.widgets.lesson import OpenLesson


@pytest.fixture
def store():
    return MemoryProgress()


@pytest.fixture
def opened(store):
    """Open the lesson for a profile, as a notebook does."""

    def opening(**profile):
        return OpenLesson(COURSE.lesson("one-task"), LearnerProfile(**profile), store)

    return opening


@pytest.fixture
def person(monkeypatch):
    """A person at the notebook, who runs the cell whose id is ``person.cell``."""
    at = SimpleNamespace(cell="cell-1", tab="tab-1", run="")

    def request():
        header = {"session": at.tab, "msg_id": at.run}
        return {"content": {"allow_stdin": True}, "metadata": {"cellId": at.cell}, "header": header}

    monkeypatch.setattr("IPython.get_ipython", lambda: SimpleNamespace(get_parent=request))
    yield at
    _close_all()


def _close_all():
    from outsourcing_lessons.widgets import live

    for widget in live._live.values():
        widget.close()
    live._live.clear()
