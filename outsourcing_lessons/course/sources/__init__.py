"""Every study, law and framework the course may name, and how each was verified."""

from outsourcing_lessons.course.sources import companies_over_people, hiring_blind, managing_not_replacing, one_task

SOURCES = {
    source.id: source
    for module in (one_task, hiring_blind, companies_over_people, managing_not_replacing)
    for source in module.SOURCES
}
