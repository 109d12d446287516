"""Many files of saved answers -> one table; a file that cannot be used is named, and stops no other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.render.collect.marks import STRANGE, Marks
from outsourcing_lessons.render.collect.saved import Saved, Unusable, read_saved
from outsourcing_lessons.render.collect.table import as_csv, as_sqlite
from outsourcing_lessons.render.html import SETTINGS
from outsourcing_lessons.render.store import Store

NAMED = 5  # items in one message


@dataclass(frozen=True)
class Collected:
    """What came of it: how many learners and answers there are, and (file, problem) for each problem."""

    learners: int
    answers: int
    problems: tuple[tuple[str, str], ...]


def collect(paths: Sequence[Path], destination: Path, *, learners: Sequence[LearnerProfile] | None = None) -> Collected:
    """Judge saved answers and write ``answers.csv`` and ``answers.sqlite``.

    Parameters
    ----------
    paths : sequence of Path
        Files that workbooks saved, or that claim so.
    destination : Path
        The folder of the two tables.
    learners : sequence of LearnerProfile, optional
        The roster; then its settings count, and not those that a file names.

    Raises
    ------
    StoreError
        When the tables cannot be written.
    """
    store = Store(destination)
    store.check()
    found = _Found({one.learner_id: one for one in learners} if learners is not None else None)
    for path in paths:
        found.take(path)
    marks = [found.marks[learner_id] for learner_id in sorted(found.marks)]
    answers = [row for one in marks for row in one.answers()]
    entries = [row for one in marks for row in one.written()]
    database = as_sqlite(answers, entries, found.problems)
    store.write({"answers.csv": as_csv(answers), "answers.sqlite": database})
    return Collected(len(marks), len(answers), tuple(found.problems))


class _Found:
    """What the files read so far hold, by learner."""

    def __init__(self, known: dict[str, LearnerProfile] | None):
        self.known = known
        self.marks: dict[str, Marks] = {}
        self.first: dict[str, str] = {}
        self.problems: list[tuple[str, str]] = []

    def take(self, path: Path) -> None:
        name = str(path)
        try:
            saved = read_saved(path, self.known)
            if saved.digest in self.first:
                raise Unusable(f"holds the same as {self.first[saved.digest]}")
            learner_id = saved.profile.learner_id
            marks = self.marks.setdefault(learner_id, Marks(saved.profile))
            if marks.profile != saved.profile:
                raise Unusable(f"has other settings than {self.first[learner_id]}, which also belongs to {learner_id}")
        except Unusable as error:
            self.problems.append((name, str(error)))
            return
        if learner_id in self.first:
            told = f"belongs to {learner_id}, like {self.first[learner_id]}; the answers in both are combined"
            self.problems.append((name, told))
        self.first.setdefault(learner_id, name)
        self.first[saved.digest] = name
        marks.troubles.clear()
        marks.strangers.clear()
        marks.add(saved.lessons, saved.settings.get("seed"))
        for what, count in marks.troubles.items():
            if count:
                self.problems.append((name, f"has {count} {what}{_way_round(saved, marks) if what == STRANGE else ''}"))


def _way_round(saved: Saved, marks: Marks) -> str:
    """Say of answers to another variant to which questions they are, and what was changed after the hand-out."""
    items = list(marks.strangers)
    named = ", ".join(items[:NAMED]) + (f" and {len(items) - NAMED} more" if len(items) > NAMED else "")
    used = {name: saved.settings.get(name) for name in SETTINGS}
    changed = [name for name, value in used.items() if value not in (None, getattr(marks.profile, name))]
    if not changed:
        return f" ({named})"
    return (
        f" ({named}): the workbook was made with another {', '.join(changed)} than the roster has."
        " Collect it with the roster of the day it was handed out, or without --roster"
    )
