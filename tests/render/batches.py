"""A batch whose options are given flat, for tests that vary one of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from pathlib import Path
from typing import Any

from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.render import run
from outsourcing_lessons.render.batch import Listener
from outsourcing_lessons.render.deliver.wanted import Wanted
from outsourcing_lessons.render.look import PLAIN, Look
from outsourcing_lessons.render.report import Report
from outsourcing_lessons.roster import Roster


def render_batch(
    learners: Iterable[LearnerProfile], destination: Path | str, people=None, look: Look = PLAIN, **options: Any
) -> Report:
    """Render with options that are fields of `Wanted`, `Run` and `Listener`."""
    made = []
    for kind in (Wanted, run.Run, Listener):
        names = {field.name for field in fields(kind)} & options.keys()
        made.append(kind(**{name: options.pop(name) for name in names}))
    assert not options, f"no options of a batch: {options}"
    wanted, how, listener = made
    return run.render(Roster(tuple(learners), people=people or {}), destination, wanted, how, look, listener)
