"""What the notebook of lesson 03 may speak of, beside what every lesson may."""

from __future__ import annotations

from dataclasses import asdict

from outsourcing_lessons.course.companies_over_people.setting import FEW, GOOD, MANY, company_rate
from outsourcing_lessons.course.companies_over_people.twists import HARD_TO_JUDGE, twist_of
from outsourcing_lessons.lessons.case import Case


def fields_of(case: Case) -> dict[str, object]:
    """Return the slots of the trade, the two records, and the company's price of an hour."""
    return {
        **asdict(twist_of(case)),
        "few": FEW,
        "many": MANY,
        "good": GOOD,
        "company_rate": company_rate(case),
        "hard_to_judge": HARD_TO_JUDGE[case.profile.business],
    }
