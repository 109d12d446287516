"""What the notebook of lesson 02 may speak of, beside what every lesson may."""

from __future__ import annotations

from outsourcing_lessons.course.hiring_blind.story_numbers import FIVE, story_numbers
from outsourcing_lessons.lessons.case import Case


def fields_of(case: Case) -> dict[str, object]:
    """Return how many apply in the story, and what ways of choosing bring, alone and together."""
    return {"candidates": story_numbers(case).candidates, **FIVE}
