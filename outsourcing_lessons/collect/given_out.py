"""Which lessons each learner was given: what nobody gave them is not missing.

The roster's column ``lessons`` decides, then what the instructor says, then what was handed in. Where there is a
roster, a workbook's file alone does not decide for its learner, who may have changed it: the lessons of all files do.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from outsourcing_lessons.collect.inbox import Book
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.render.cohort import slugs_of
from outsourcing_lessons.roster.person import NOBODY, Person


class Given:
    """Says of each learner which lessons they were given; raises InputError when there is no such lesson.

    ``counting`` has what was handed in, by learner id: the name and the answers. ``with_roster`` says whether it is
    known who was to hand in, and ``people`` what the roster says of them. ``lessons`` were given to all for whom it
    names none.
    """

    def __init__(
        self,
        counting: Mapping[str, tuple[str, Book]],
        with_roster: bool,
        people: Mapping[str, Person],
        lessons: Sequence[str],
    ):
        self._with_roster, self._people = with_roster, people
        self._said = slugs_of(lessons) if lessons else ()
        alike = [book for who, (_, book) in counting.items() if not people.get(who, NOBODY).lessons]
        self._of_all = _held(alike)

    def __call__(self, learner_id: str, book: Book | None) -> tuple[str, ...]:
        """Return the slugs of a learner's lessons, in the order of the course."""
        if own := self._people.get(learner_id, NOBODY).lessons:
            return slugs_of(own)
        return self._said or (self._of_all if self._with_roster or book is None else _held([book]))


def _held(books: Sequence[Book]) -> tuple[str, ...]:
    """Return the lessons of workbooks, with what was answered besides; all where no workbook was handed in."""
    held = {slug for book in books for slug in book.lessons}
    if held.isdisjoint(chosen().slugs):
        return tuple(chosen().slugs)
    answered = {item.partition(".")[0] for book in books for item in book.marks.attempts}
    return tuple(slug for slug in chosen().slugs if slug in held | answered)
