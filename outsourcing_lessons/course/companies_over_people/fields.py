"""What the notebook of lesson 03 may speak of, beside what every lesson may."""

from __future__ import annotations

from outsourcing_lessons.course.companies_over_people.setting import FEW, GOOD, MANY, company_rate
from outsourcing_lessons.lessons.case import Case


def fields_of(case: Case) -> dict[str, object]:
    """Return the two records, and the company's price of an hour."""
    return {"few": FEW, "many": MANY, "good": GOOD, "company_rate": company_rate(case)}
