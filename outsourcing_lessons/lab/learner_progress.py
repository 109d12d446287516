"""What a learner has done of each lesson, counted from what is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.course import Course
from outsourcing_lessons.lessons.lesson import Lesson
from outsourcing_lessons.lessons.review_variants import REVIEWED, is_review
from outsourcing_lessons.playbook.book import bind
from outsourcing_lessons.progress.review import Today, today
from outsourcing_lessons.progress.store import Attempt, ProgressStore, SetAsideError


@dataclass(frozen=True)
class LessonProgress:
    """One lesson: how many of its items were ever answered, and how many fields of its worksheet are filled in."""

    lesson: Lesson
    answered: int
    items: int
    worksheet: str
    filled: int
    fields: int

    @property
    def begun(self) -> bool:
        return bool(self.answered or self.filled)


@dataclass(frozen=True)
class Progress:
    """All lessons, the lesson last worked in, and today's review."""

    lessons: tuple[LessonProgress, ...]
    last: LessonProgress | None
    review: Today

    @property
    def begun(self) -> bool:
        return any(lesson.begun for lesson in self.lessons)


def standing_of(case: Case, store: ProgressStore, now: datetime, minutes: float = 5) -> Progress:
    """Count what a learner has done.

    Parameters
    ----------
    case : Case
        Who; the learner id says whose answers count.
    store : ProgressStore
        What is kept.
    now : datetime
        With its zone.
    minutes : float
        How long today's review may take.
    """
    learner_id = case.profile.learner_id
    try:
        attempts = store.all_attempts(learner_id)
    except SetAsideError:  # what is damaged is out of the way now
        attempts = store.all_attempts(learner_id)
    entries = store.all_entries(learner_id)
    answered = {attempt.item_id for attempt in attempts if attempt.outcome.get("valid")}
    lessons = tuple(_lesson(lesson, case, answered, entries) for lesson in case.course.lessons)
    due = today(attempts, minutes_of_reviewed(case.course), is_review, now, minutes)
    return Progress(lessons, _last(lessons, attempts), due)


def minutes_of_reviewed(course: Course) -> dict[str, float]:
    """Return how long each item takes that comes back for review."""
    items = (item for lesson in course.lessons for item in lesson.items)
    return {item.id: item.minutes for item in items if item.section in REVIEWED}


def _lesson(lesson: Lesson, case: Case, answered: set[str], entries: dict) -> LessonProgress:
    # The items of a lesson's test are asked at the start and at the end of the course, under other ids.
    ids = {item.id for item in lesson.items if item.section != "test"}
    worksheet = lesson.worksheet(case)
    kept = entries.get(worksheet.id, {})
    (page,) = bind("", [(worksheet, kept)]).pages
    filled = page.filled if kept else 0  # what the course filled in is no work of the learner's
    return LessonProgress(lesson, len(ids & answered), len(ids), worksheet.title, filled, page.fields)


def _last(lessons: tuple[LessonProgress, ...], attempts: list[Attempt]) -> LessonProgress | None:
    """Return the lesson of the last answer that was given in a lesson."""
    by_slug = {standing.lesson.slug: standing for standing in lessons}
    slugs = [a.item_id.partition(".")[0] for a in attempts if not is_review(a.seed)]
    return next((by_slug[slug] for slug in reversed(slugs) if slug in by_slug), None)
