"""The two explorers of lesson 03."""

from outsourcing_lessons.course.companies_over_people.cover_explorer import COVER
from outsourcing_lessons.course.companies_over_people.records_explorer import RECORDS

EXPLORERS = (RECORDS, COVER)
