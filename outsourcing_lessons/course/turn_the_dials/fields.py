"""What the notebook of lesson 05 may speak of, beside what every lesson may."""

from __future__ import annotations

from outsourcing_lessons.course.turn_the_dials.setting import BASELINE, LESSONS, hours_a_week, left_over
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.models.business import Dials


def fields_of(case: Case) -> dict[str, object]:
    """Return the owner's hours a week at the start, and what the four lessons' setting adds to the middle year."""
    return {
        "busy_week": round(hours_a_week(case, BASELINE)),
        "gain": float(_median(case, LESSONS) - _median(case, BASELINE)),
    }


def _median(case: Case, dials: Dials) -> float:
    years = sorted(left_over(case, dials))
    return float(years[len(years) // 2])
