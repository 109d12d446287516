"""Deliveries of a batch: what is wanted and is there already is kept, and the rest is made.

Like workbooks, each is noted in the journal with what it was made from, and appears whole or not at all. What depends
on all learners is made only of those who have everything.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from outsourcing_lessons.errors import StoreError
from outsourcing_lessons.items.base import counted
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.render import pool
from outsourcing_lessons.render.deliver import archives, mail_merge, moodle, print_run
from outsourcing_lessons.render.deliver.archives import Archive, contents_of
from outsourcing_lessons.render.deliver.names import told_apart
from outsourcing_lessons.render.deliver.print_run import Volume
from outsourcing_lessons.render.deliver.wanted import Wanted
from outsourcing_lessons.render.journal import OF_ALL, Journal
from outsourcing_lessons.render.plan import Job, Own
from outsourcing_lessons.render.storage import AnyStore, StoredFile
from outsourcing_lessons.roster.person import NOBODY, Person

FIRST_OF = (".html", ".pdf")  # what is sent of a workbook where there is no archive


@dataclass(frozen=True)
class Parcel:
    """A learner who has everything: who it is, and what is handed out, by its name in their folder."""

    profile: LearnerProfile
    person: Person
    stem: str
    contents: tuple[tuple[str, StoredFile], ...]

    @property
    def archive(self) -> str:
        """What the archive is called: after the files in it, or where those have no names of their own, the id."""
        return self.profile.learner_id if self.stem == Own.stem else self.stem

    @property
    def printed(self) -> StoredFile | None:
        """The printed workbook."""
        return next((file for name, file in self.contents if name.endswith(".pdf")), None)

    @property
    def page(self) -> StoredFile:
        """The one file to send."""
        found = (file for ending in FIRST_OF for name, file in self.contents if name.endswith(ending))
        return next(found, self.contents[0][1])


def parcels_of(
    jobs: Sequence[Job], files: Mapping[str, tuple[StoredFile, ...]], people: Mapping[str, Person]
) -> list[Parcel]:
    """Return the parcels of those who have everything, in the order of the roster."""
    ids = [(job, job.profile.learner_id) for job in jobs if files.get(job.profile.learner_id)]
    return [
        Parcel(job.profile, people.get(one, NOBODY), job.own.stem, contents_of(files[one], job.folder))
        for job, one in ids
    ]


class Delivery:
    """Makes what is wanted of parcels."""

    def __init__(self, store: AnyStore, journal: Journal, workers: int):
        self.store, self.journal, self.workers = store, journal, workers
        self.files: list[StoredFile] = []
        self.said: list[str] = []
        self._known: dict[str, list[StoredFile]] = {}
        for mark, file in (pair for pairs in journal.files().values() for pair in pairs):
            self._known.setdefault(mark, []).append(file)

    def make(self, parcels: Sequence[Parcel], wanted: Wanted) -> None:
        """Make everything; what was made is in `files`, also when it ends early.

        Raises StoreError when something cannot be written or read.
        """
        zips = self._archives(parcels) if wanted.archives else {}
        if wanted.moodle:
            archive = moodle.archive_of([(one.profile, one.person, one.contents) for one in parcels])
            self._large(archive, partial(archives.packed, self.store, archive.contents))
            self.said.append(f"{moodle.PATH}: the feedback files of {counted(len(parcels), 'learner')}, for Moodle")
        if wanted.print_run:
            self._print_run(parcels)
        rows = [
            mail_merge.Row(
                one.profile.learner_id,
                one.profile.learner,
                one.person.email,
                zips.get(one.profile.learner_id, one.page.path),
                one.person.extra,
            )
            for one in parcels
        ]
        self.files += self.store.write({mail_merge.PATH: mail_merge.as_csv(rows, wanted.base_url)})
        self.said.append(f"{mail_merge.PATH}: who gets which file")

    def _archives(self, parcels: Sequence[Parcel]) -> dict[str, str]:
        """Make an archive for each learner; return their places by learner id."""
        names = told_apart({one.profile.learner_id: one.archive for one in parcels})
        orders = [
            Archive(f"{archives.FOLDER}/{names[one.profile.learner_id]}.zip", one.contents, one.profile.learner_id)
            for one in parcels
        ]
        missing = [order for order in orders if not self._kept(order.fingerprint)]
        made = pool.run(missing, archives.work, archives.prepare, self.store, self.workers)
        with closing(made):
            for place, result in made:
                self._note(missing[place], result)
        self.said.append(f"{archives.FOLDER}/: {counted(len(orders), 'archive')}")
        return {order.learner_id: order.path for order in orders}

    def _note(self, order: Archive, result: tuple[StoredFile, ...] | StoreError | pool.Died) -> None:
        if isinstance(result, StoreError):
            raise result
        if isinstance(result, pool.Died):
            raise StoreError(f"{order.path} could not be made: the process that packed it was ended")
        self.journal.add(order.learner_id, order.fingerprint, result)
        self.files += result

    def _print_run(self, parcels: Sequence[Parcel]) -> None:
        books = [(one.profile.learner, one.printed) for one in parcels if one.printed]
        volumes = print_run.volumes_of(books, chosen().title)
        for volume in volumes:
            self._large(volume, partial(print_run.bound, self.store, volume))
        places = ", ".join(volume.path for volume in volumes)
        self.said.append(f"{places}: {counted(len(books), 'book')} in the order of the roster, to print")

    def _large(self, order: Archive | Volume, make: Callable[[Path], object]) -> None:
        if not self._kept(order.fingerprint):
            file = self.store.large(order.path, make)
            self.journal.add(OF_ALL, order.fingerprint, (file,))
            self.files.append(file)

    def _kept(self, mark: str) -> bool:
        """Return whether what a fingerprint stands for is there, unaltered; then it is among the files."""
        found = self.store.still_there(self._known.get(mark, ()))
        self.files += filter(None, found)
        return bool(found) and all(found)
