"""The explorers of lesson 03: two records, six friendly requests, and ways to be covered."""

from outsourcing_lessons.course.companies_over_people.cover_explorer import COVER
from outsourcing_lessons.course.companies_over_people.friendly_explorer import FRIENDLY
from outsourcing_lessons.course.companies_over_people.records_explorer import RECORDS

EXPLORERS = (RECORDS, FRIENDLY, COVER)
