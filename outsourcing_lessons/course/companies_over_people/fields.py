"""What the notebook of lesson 03 may speak of, beside what every lesson may."""

from __future__ import annotations

from outsourcing_lessons.course.companies_over_people.story_numbers import (
    FEW,
    GOOD,
    MANY,
    USUAL,
    company_rate,
    name_costs,
    twist_of,
)
from outsourcing_lessons.course.law import law_fields
from outsourcing_lessons.lessons.case import Case


def fields_of(case: Case) -> dict[str, object]:
    """Return the two records and their market, what the company charges, and what to ask about the law."""
    return {
        "few": FEW,
        "many": MANY,
        "good": GOOD,
        "usual": USUAL,
        "company_rate": company_rate(case),
        "made": twist_of(case).made.format(our="your"),
        "name_costs": name_costs(case),
        **law_fields(case),
    }
