"""What the notebook of lesson 02 may speak of, beside what every lesson may."""

from __future__ import annotations

from dataclasses import asdict

from outsourcing_lessons.course.hiring_blind.setting import setting_of
from outsourcing_lessons.course.hiring_blind.twists import twist_of
from outsourcing_lessons.lessons.case import Case


def fields_of(case: Case) -> dict[str, object]:
    """Return the slots of the trade, and how many apply in the story."""
    twist = twist_of(case)
    return {**asdict(twist), "people": twist.people, "candidates": setting_of(case).candidates}
