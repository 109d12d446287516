"""The learner of a notebook: as its parameters say and, where a guest is at it, as the guest has saved."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from outsourcing_lessons.errors import ProfileError
from outsourcing_lessons.learner import PARAMETERS, LearnerProfile, check
from outsourcing_lessons.lessons.about_you import line_of, read_settings
from outsourcing_lessons.lessons.course import Course
from outsourcing_lessons.progress.profile import GUEST, save_profile, saved_profile
from outsourcing_lessons.progress.store import ProgressStore
from outsourcing_lessons.widgets.attended import cell_in_hand
from outsourcing_lessons.widgets.controller import Message, keeping


class Settled(NamedTuple):
    """Whom a notebook is for: the profile, which settings the notebook itself makes, and whether others are saved."""

    profile: LearnerProfile
    fixed: frozenset[str] = frozenset()
    saved: bool = False


def with_saved(learner: LearnerProfile, store: ProgressStore, course: Course) -> Settled:
    """Return a guest's profile with what was saved in place of what the notebook leaves as it came.

    A parameter that was changed in the notebook wins. Nothing is read where nobody is at the notebook: what papermill,
    nbval, render and export make of it depends on its parameters alone.
    """
    if learner.learner_id != GUEST or cell_in_hand() is None:
        return Settled(learner)
    saved, problem = keeping(lambda: saved_profile(store))
    if problem:
        print(problem)
    usual, usable = course.profile(), _usable(saved or {}, course)
    left = {name for name in PARAMETERS if getattr(learner, name) == getattr(usual, name)}
    profile = replace(learner, **{name: value for name, value in (saved or {}).items() if name in left & usable})
    return Settled(profile, frozenset(set(PARAMETERS) - left), bool(saved))


def save_settings(typed: Mapping[str, Any], settled: Settled, store: ProgressStore, course: Course) -> Message:
    """Keep what a learner typed into the form about them; return what it then says, or the faults of its fields."""
    settings, faults = read_settings(typed, course)
    if faults:
        return {"faults": faults}
    _, problem = keeping(lambda: save_profile(store, settings))
    if problem:
        return {"problem": problem}
    left = {name: value for name, value in settings.items() if name not in settled.fixed}
    return {"line": line_of(course.case(replace(settled.profile, **left)))}


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
            print(f"Your saved profile: {error}; the lesson continues without it.")
    return usable
