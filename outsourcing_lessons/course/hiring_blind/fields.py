"""What the notebook of lesson 02 may speak of, beside what every lesson may."""

from __future__ import annotations

from dataclasses import asdict

from outsourcing_lessons.course.hiring_blind.setting import FIVE, setting_of
from outsourcing_lessons.course.hiring_blind.twists import twist_of
from outsourcing_lessons.lessons.case import Case


def fields_of(case: Case) -> dict[str, object]:
    """Return the slots of the trade, how many apply in the story, and what five ways of choosing bring."""
    twist = twist_of(case)
    return {**asdict(twist), "people": twist.people, "candidates": setting_of(case).candidates, **FIVE}
