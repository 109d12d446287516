"""The learner of a notebook: as its parameters say and, where a guest is at it, as the guest has saved."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from outsourcing_lessons.errors import ProfileError
from outsourcing_lessons.learner import PARAMETERS, LearnerProfile, check
from outsourcing_lessons.lessons.course import Course
from outsourcing_lessons.progress.profile import GUEST, saved_profile
from outsourcing_lessons.progress.store import ProgressStore
from outsourcing_lessons.widgets.attended import cell_in_hand
from outsourcing_lessons.widgets.controller import keeping


def with_saved(learner: LearnerProfile, store: ProgressStore, course: Course) -> LearnerProfile:
    """Return a guest's profile with what was saved in place of what the notebook leaves as it came.

    A parameter that was changed in the notebook wins. Nothing is read where nobody is at the notebook: what papermill,
    nbval, render and export make of it depends on its parameters alone.
    """
    if learner.learner_id != GUEST or cell_in_hand() is None:
        return learner
    saved, problem = keeping(lambda: saved_profile(store))
    if problem:
        print(problem)
    usual, usable = course.profile(), _usable(saved or {}, course)
    left = {name for name in PARAMETERS if getattr(learner, name) == getattr(usual, name)}
    return replace(learner, **{name: value for name, value in (saved or {}).items() if name in left & usable})


def _usable(saved: dict[str, Any], course: Course) -> set[str]:
    """Return the names of the settings that this version can use; of the others it says what is wrong."""
    usable = set()
    for name in PARAMETERS:
        try:
            if name in saved:
                check(name, saved[name])
                if name == "business":
                    course.check_trade(saved[name])
                usable.add(name)
        except ProfileError as error:
            print(f"Your saved profile: {error}; the lesson goes on without it.")
    return usable
