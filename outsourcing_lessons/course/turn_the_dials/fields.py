"""What the notebook of lesson 05 may speak of, beside what every lesson may."""

from __future__ import annotations

from outsourcing_lessons.course.turn_the_dials import year_computed
from outsourcing_lessons.course.turn_the_dials.first_year import first_year
from outsourcing_lessons.course.turn_the_dials.game import business_fields
from outsourcing_lessons.course.turn_the_dials.opponents import business_of
from outsourcing_lessons.course.turn_the_dials.predictions import still_done
from outsourcing_lessons.course.turn_the_dials.years import named_years
from outsourcing_lessons.lessons.case import Case


def beforehand(case: Case) -> None:
    """Play all years that learners of a trade have alike."""
    fields_of(case)
    named_years(case, "let go")  # which a question tells of
    first_year(business_of(case))
    year_computed.beforehand(case)


def fields_of(case: Case) -> dict[str, object]:
    """Return figures of the business, the week at the start, and middle years and firms lost of 100 of named settings."""
    start, article, lessons = (named_years(case, name) for name in ("start", "article", "lessons"))
    return {
        **business_fields(case, business_of(case)),
        "busy_week": round(start.week), "still_done": round(still_done(business_of(case))),
        "start_score": start.middle * case.hour, "article_score": article.middle * case.hour,
        "lessons_score": lessons.middle * case.hour, "lessons_more": (lessons.middle - start.middle) * case.hour,
        "start_lost": start.lost, "article_lost": article.lost,
    }  # fmt: skip
