"""What a learner has done of each lesson, counted from what is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from outsourcing_lessons.lab.promises import Promise, promises
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.course import Course
from outsourcing_lessons.lessons.lesson import Lesson
from outsourcing_lessons.lessons.review_variants import REVIEWED, is_review
from outsourcing_lessons.lessons.worksheets import worksheets_of
from outsourcing_lessons.playbook.book import bind
from outsourcing_lessons.playbook.page import Appointment, Page
from outsourcing_lessons.progress.review import ReviewState, Today, review_days, today
from outsourcing_lessons.progress.store import Attempt, ProgressStore, SetAsideError


@dataclass(frozen=True)
class LessonProgress:
    """One lesson: how many of its items were ever answered, and how many fields of its worksheet the learner wrote."""

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
    """All lessons, the lesson last worked in, today's review, and what the learner said they would do."""

    lessons: tuple[LessonProgress, ...]
    last: LessonProgress | None
    review: Today
    promised: tuple[Promise, ...] = ()

    @property
    def begun(self) -> bool:
        return any(lesson.begun for lesson in self.lessons)


def standing_of(case: Case, store: ProgressStore, now: datetime, minutes: float = 5) -> Progress:
    """Count what a learner has done, and what is due of a review of so many minutes; ``now`` comes with its zone."""
    learner_id = case.profile.learner_id
    try:
        attempts = store.all_attempts(learner_id)
    except SetAsideError:  # what is damaged is out of the way now
        attempts = store.all_attempts(learner_id)
    entries = store.all_entries(learner_id)
    answered = {attempt.item_id for attempt in attempts if attempt.outcome.get("valid")}
    worksheets = worksheets_of(case.course.lessons, case)
    pages = bind("", [(one, entries.get(one.id, {})) for one in worksheets]).pages
    lessons = tuple(_lesson(lesson, page, answered) for lesson, page in zip(case.course.lessons, pages, strict=True))
    due = today(attempts, minutes_of_reviewed(case.course), is_review, now, minutes)
    return Progress(lessons, _last(lessons, attempts), due, promises(case, store, now))


def review_dates(case: Case, store: ProgressStore, now: datetime) -> tuple[Appointment, ...]:
    """Return the days on which a learner's questions come back, for a calendar.

    Each is known by its number: a later file moves those of an earlier one, and leaves none behind.
    """
    minutes = minutes_of_reviewed(case.course)
    days = review_days(store.all_attempts(case.profile.learner_id), minutes, now)
    return tuple(
        Appointment(f"{case.course.id}.review-{number}", day, _review_in_words(case.course.title, due, minutes))
        for number, (day, due) in enumerate(days, 1)
    )


def _review_in_words(title: str, due: tuple[ReviewState, ...], minutes: dict[str, float]) -> str:
    count, whole = len(due), max(1, round(sum(minutes[one.item_id] for one in due)))
    questions, about = f"{count} question{'s' * (count > 1)}", f"{whole} minute{'s' * (whole > 1)}"
    return f"{title}: {questions} to review, about {about}"


def minutes_of_reviewed(course: Course) -> dict[str, float]:
    """Return how long each item takes that comes back for review."""
    items = (item for lesson in course.lessons for item in lesson.items)
    return {item.id: item.minutes for item in items if item.section in REVIEWED}


def _lesson(lesson: Lesson, page: Page, answered: set[str]) -> LessonProgress:
    # The items of a lesson's test are asked at the start and at the end of the course, under other ids.
    ids = {item.id for item in lesson.items if item.section != "test"}
    return LessonProgress(lesson, len(ids & answered), len(ids), page.title, page.filled, page.fields)


def _last(lessons: tuple[LessonProgress, ...], attempts: list[Attempt]) -> LessonProgress | None:
    """Return the lesson of the last answer that was given in a lesson."""
    by_slug = {standing.lesson.slug: standing for standing in lessons}
    slugs = [a.item_id.partition(".")[0] for a in attempts if not is_review(a.seed)]
    return next((by_slug[slug] for slug in reversed(slugs) if slug in by_slug), None)
