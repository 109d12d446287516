"""All that learners handed in -> tables; a file that cannot be used is named, and stops no other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from outsourcing_lessons.collect import gradebook
from outsourcing_lessons.collect.files import files_in
from outsourcing_lessons.collect.given_out import Given
from outsourcing_lessons.collect.handed_in_by import People
from outsourcing_lessons.collect.inbox import Inbox
from outsourcing_lessons.collect.page import pages_of
from outsourcing_lessons.collect.statements import xapi_lines
from outsourcing_lessons.collect.table import as_csv, as_sqlite
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.render.folder_store import Store
from outsourcing_lessons.roster.person import Person


@dataclass(frozen=True)
class Collected:
    """What came of it."""

    # learners, answers: how many there are.
    learners: int
    answers: int
    # problems, notes: what could not be used and why; what was used and is worth knowing.
    problems: tuple[tuple[str, str], ...]
    notes: tuple[tuple[str, str], ...] = ()
    missing: tuple[gradebook.Row, ...] = ()  # who is in the roster and has handed in nothing


def collect(
    paths: Sequence[Path],
    destination: Path,
    *,
    learners: Sequence[LearnerProfile] | None = None,
    people: Mapping[str, Person] | None = None,
    lessons: Sequence[str] = (),
    base: str = "",
    salt: str = "",
) -> Collected:
    """Judge saved answers and write what they come to.

    ``learners`` are the roster: its settings count then, and not those that a file names. ``people`` is what the roster
    says of them besides, by id. ``lessons`` were given out, by number or name; what was handed in says so when empty.
    ``base`` and ``salt`` are those of `exports.xapi.statements`.

    Raises ArgumentError when the base is no web address, InputError when there is no such lesson, and StoreError when
    the tables cannot be written.
    """
    store = Store(destination, private=True)
    store.check()
    inbox = Inbox(People(learners, people) if learners is not None else None)
    inbox.take(files_in(paths))
    counting = inbox.counting()
    marks = [book.marks for _, book in counting.values()]
    answers = [row for one in marks for row in one.answers()]
    entries = [row for one in marks for row in one.written()]
    given = Given(counting, learners is not None, people or {}, lessons)
    rows = gradebook.gradebook(counting, learners, people or {}, given)
    store.write(
        {
            "answers.csv": as_csv(answers),
            "marks.csv": gradebook.as_csv(rows),
            "xapi.jsonl": xapi_lines(marks, base, salt),
            "answers.sqlite": as_sqlite(answers, entries, inbox.problems, inbox.notes),
            **pages_of(rows, marks, inbox.problems, inbox.notes, learners is not None),
        }
    )
    missing = tuple(row for row in rows if not row.files)
    return Collected(len(counting), len(answers), tuple(inbox.problems), tuple(inbox.notes), missing)
