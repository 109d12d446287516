"""What each learner reached: by the first answer to each question, by the last, and by the best.

The first test, predictions, texts and games give no marks, as on a learning platform. An answer given after it had been
shown gives none either, and in the last test only the first answer counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

from outsourcing_lessons.collect.inbox import Book
from outsourcing_lessons.collect.marks import Given
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.course import Course
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.lessons.notebook_questions import as_asked
from outsourcing_lessons.lessons.own_notebooks import own_folder
from outsourcing_lessons.roster.person import NOBODY, Person
from outsourcing_lessons.spreadsheet import table

ONCE = "post-test"
DIGITS = 4
COLUMNS = ("learner_id", "learner", "email", "numbers", "files", "newest", "asked", "answered")


class Question(NamedTuple):
    """One question of the course: where it is asked, what it is called, and whether it gives marks."""

    id: str
    lesson: str
    section: str
    title: str
    marked: bool


class Score(NamedTuple):
    """Points of one question or of several, each from 0 to 1."""

    first: float = 0.0
    last: float = 0.0
    best: float = 0.0

    def plus(self, other: Score) -> Score:
        return Score(*(round(a + b, DIGITS) for a, b in zip(self, other, strict=True)))


@dataclass(frozen=True)
class Standing:
    """Of one lesson: how many of the questions are answered, and the points of those that give any."""

    asked: int
    answered: int
    score: Score


@dataclass(frozen=True)
class Row:
    """One learner; ``total`` is how many points there are, ``files`` how many files were handed in."""

    learner_id: str
    learner: str
    email: str = ""
    files: int = 0
    newest: str = ""
    asked: int = 0
    answered: int = 0
    score: Score = Score()
    total: int = 0
    lessons: Mapping[str, Standing] = field(default_factory=dict)

    @property
    def numbers(self) -> str:
        """The numbers of the lessons that the learner was given."""
        return ", ".join(chosen().lesson(slug).number for slug in self.lessons)

    @property
    def share(self) -> float:
        """How much of what is asked was answered, from 0 to 1."""
        return self.answered / self.asked if self.asked else 0.0


def questions() -> tuple[Question, ...]:
    """Return what the notebooks ask, in order."""
    return _questions(chosen(), own_folder())


@cache
def _questions(course: Course, own: Path | None) -> tuple[Question, ...]:
    case, found = course.case(course.profile()), []
    for lesson in map(as_asked, course.lessons):
        for template in lesson.items:
            item = template.variant(case)
            marked = item.GRADED and not item.COMMITTED and template.section != "pre-test"
            found.append(Question(item.id, lesson.slug, template.section, item.title, marked))
    return tuple(found)


def gradebook(
    counting: Mapping[str, tuple[str, Book]],
    learners: Sequence[LearnerProfile] | None,
    people: Mapping[str, Person],
    lessons_of: Callable[[str, Book | None], Sequence[str]],
) -> list[Row]:
    """Return a row for each learner: those of the roster in its order, or else all who handed something in."""
    books = {learner_id: book for learner_id, (_, book) in counting.items()}
    names = {one.learner_id: one.learner for one in learners or ()}
    if learners is None:
        names = {learner_id: name for learner_id, (name, _) in counting.items()}
    return [
        _row(learner_id, name, people.get(learner_id, NOBODY), book, lessons_of(learner_id, book))
        for learner_id, name in names.items()
        for book in [books.get(learner_id)]
    ]


def _row(learner_id: str, learner: str, person: Person, book: Book | None, slugs: Sequence[str]) -> Row:
    theirs = [one for one in questions() if one.lesson in slugs]
    attempts = book.marks.attempts if book else {}
    asked_in = {slug: [q for q in theirs if q.lesson == slug] for slug in chosen().slugs if slug in slugs}
    lessons = {slug: _standing(those, attempts) for slug, those in asked_in.items()}
    score = Score()
    for one in lessons.values():
        score = score.plus(one.score)
    asked, answered = (sum(getattr(one, name) for one in lessons.values()) for name in ("asked", "answered"))
    files, newest = (len(set(book.files)), book.newest) if book else (0, "")
    total = sum(one.marked for one in theirs)
    return Row(learner_id, learner, person.email, files, newest, asked, answered, score, total, lessons)


def _standing(asked: list[Question], attempts: Mapping[str, Mapping[tuple, Given]]) -> Standing:
    score = Score()
    for one in asked:
        if one.marked and one.id in attempts:
            score = score.plus(score_of(attempts[one.id].values(), one.section == ONCE))
    return Standing(len(asked), sum(one.id in attempts for one in asked), score)


def score_of(given: Iterable[Given], once: bool = False) -> Score:
    """Return the points of the attempts at one question."""
    made = sorted(given, key=lambda one: (one.at, one.text))
    points = [0.0 if one.told else float(one.outcome["score"] or 0) for one in made]
    own = [point for one, point in zip(made, points, strict=True) if not one.told]
    return Score(points[0], points[0], points[0]) if once else Score(points[0], own[-1] if own else 0.0, max(points))


def as_csv(rows: Sequence[Row]) -> bytes:
    """Write the marks as CSV: all of a learner first, then lesson by lesson."""
    numbers = {lesson.slug: lesson.number for lesson in chosen().lessons}
    each = [f"{number}_{name}" for number in numbers.values() for name in ("answered", "best")]
    names = ["lessons" if name == "numbers" else name for name in COLUMNS]
    columns = [*names, "first", "last", "best", "total"]
    cells = (
        [*(getattr(row, name) for name in COLUMNS), *row.score, row.total]
        + [value for slug in numbers for value in _of_lesson(row.lessons.get(slug))]
        for row in rows
    )
    return table([*columns, *each], cells).encode("utf-8-sig")


def _of_lesson(standing: Standing | None) -> tuple[int | str, float | str]:
    return (standing.answered, standing.score.best) if standing else ("", "")
