"""What has been handed in so far, by learner: each file is read, asked whose it is, and judged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from outsourcing_lessons import __version__
from outsourcing_lessons.collect.files import GivenFile, Refused, Unusable
from outsourcing_lessons.collect.handed_in_by import People
from outsourcing_lessons.collect.marks import STRANGE, Marks
from outsourcing_lessons.collect.room import is_room, read_room
from outsourcing_lessons.collect.saved_answers import Saved, read_saved
from outsourcing_lessons.collect.whose import Owner, Whose
from outsourcing_lessons.errors import few
from outsourcing_lessons.items.base import counted
from outsourcing_lessons.learner import CHOOSES_VARIANT, LearnerProfile


@dataclass
class Book:
    """The answers to one workbook: a learner whose settings were changed after the hand-out may have two.

    ``lessons`` are those that it holds, by its files; none where that is not known.
    """

    marks: Marks
    files: list[str] = field(default_factory=list)
    newest: str = ""
    lessons: set[str] = field(default_factory=set)


@dataclass
class Handed:
    """All of one learner: workbooks of their own by their settings, and what they answered in rooms."""

    learner: str
    books: dict[LearnerProfile, Book] = field(default_factory=dict)
    rooms: list[Book] = field(default_factory=list)

    def book(self, owner: Owner, own: bool) -> Book:
        if not own:
            self.rooms.append(Book(Marks(owner.profile)))
            return self.rooms[-1]
        return self.books.setdefault(owner.profile, Book(Marks(owner.profile)))

    @property
    def counting(self) -> Book:
        """The workbook answered last, and with it what was answered in rooms."""
        found = max(self.books.values(), key=lambda one: one.newest, default=self.rooms[0] if self.rooms else None)
        assert found is not None  # a learner is here for a file
        for room in self.rooms:
            if room is not found:
                for item, given in room.marks.attempts.items():
                    found.marks.attempts.setdefault(item, {}).update(given)
                for place, entry in room.marks.entries.items():
                    found.marks.entries.setdefault(place, entry)
                found.files += room.files
                found.newest = max(found.newest, room.newest)
        self.rooms = []
        return found


class Inbox:
    """Takes files in; ``problems`` are what could not be used and why, ``notes`` what was used and is worth knowing."""

    def __init__(self, people: People | None = None):
        self.problems: list[tuple[str, str]] = []
        self.notes: list[tuple[str, str]] = []
        self._whose = Whose(people)
        self._learners: dict[str, Handed] = {}
        self._digests: dict[str, str] = {}

    def take(self, files: Iterable[GivenFile | Refused]) -> None:
        """Take files in, one after another."""
        for file in files:
            if isinstance(file, Refused):
                self.problems.append((file.name, file.why))
                continue
            try:
                if is_room(file):
                    self._room(file)
                else:
                    for saved in read_saved(file):
                        self._one(saved, file)
            except Unusable as error:
                self.problems.append((file.name, str(error)))

    def _room(self, file: GivenFile) -> None:
        strangers = []
        for saved in read_room(file):
            try:
                self._one(saved, file)
            except Unusable:
                strangers.append(saved.learner)
        if strangers:
            told = f"has answers of people who are not in the roster: {few(strangers)}; they are left out"
            self.notes.append((file.name, told))

    def counting(self) -> dict[str, tuple[str, Book]]:
        """Return by learner id the name and the answers that count; say which files do not."""
        found = {}
        for learner_id, handed in sorted(self._learners.items()):
            book = handed.counting
            for other in handed.books.values():
                if other is not book:
                    why = f"has other settings than {book.files[0]}, which {learner_id} answered later: not counted"
                    self.problems += [(name, why) for name in other.files]
            found[learner_id] = (handed.learner, book)
        return found

    def _one(self, saved: Saved, file: GivenFile) -> None:
        if saved.digest in self._digests:
            self.notes.append((file.name, f"holds the same as {self._digests[saved.digest]}"))
            return
        owner = self._whose(saved, file)
        self._digests[saved.digest] = file.name
        handed = self._learners.setdefault(owner.learner_id, Handed(owner.learner))
        handed.learner = handed.learner or owner.learner
        book = handed.book(owner, saved.own)
        at = saved.newest or file.at
        new = book.marks.add(saved.lessons, saved.settings.get("seed"), at=at)
        if owner.note:
            self.notes.append((file.name, owner.note))
        if book.files and saved.own:
            said = counted(new, "answer is", "answers are")
            told = f"belongs to {owner.learner_id}, like {book.files[0]}: {said} new, both are combined"
            self.notes.append((file.name, told))
        book.files.append(file.name)
        book.lessons |= saved.workbook
        book.newest = max(book.newest, at)
        self._troubles(saved, file, book.marks)

    def _troubles(self, saved: Saved, file: GivenFile, marks: Marks) -> None:
        for what, count in marks.troubles.items():
            if count:
                way_round = _way_round(saved, marks) if what == STRANGE else ""
                self.problems.append((file.name, f"has {count} {what}{way_round}"))


def _way_round(saved: Saved, marks: Marks) -> str:
    """Say of answers to another variant to which questions they are, and what was changed after the hand-out."""
    named = few(list(marks.strangers))
    used = {name: saved.settings.get(name) for name in CHOOSES_VARIANT}
    changed = [name for name, value in used.items() if value not in (None, getattr(marks.profile, name))]
    if not changed:
        made = f", with version {saved.version} of the course" if saved.version not in ("", __version__) else ""
        return (
            f" ({named}): these questions were changed after they were given out{made}."
            " Collect it with the lessons and the version of the course as they were then"
        )
    return (
        f" ({named}): the workbook was made with another {', '.join(changed)} than the roster has."
        " Collect it with the roster of the day it was handed out, or without --roster"
    )
