"""What the notebook of lesson 02 may speak of, beside what every lesson may."""

from __future__ import annotations

from outsourcing_lessons.course.hiring_blind.setting import FIVE, setting_of
from outsourcing_lessons.lessons.case import Case


def fields_of(case: Case) -> dict[str, object]:
    """Return how many apply in the story, and what ways of choosing bring, alone and together."""
    return {"candidates": setting_of(case).candidates, **FIVE}
