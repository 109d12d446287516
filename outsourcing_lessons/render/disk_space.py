"""Whether there is room for a batch and what is made of it, looked at before it begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from outsourcing_lessons.errors import InputError
from outsourcing_lessons.render.deliver import archives, moodle, print_run
from outsourcing_lessons.render.deliver.wanted import Wanted
from outsourcing_lessons.render.journal import Journal
from outsourcing_lessons.render.plan import Job, Source
from outsourcing_lessons.render.resume import Rest
from outsourcing_lessons.render.storage import AnyStore


class Size(NamedTuple):
    """How large a learner's file is: so many bytes whatever is in it, and so many for each byte of the lessons."""

    whatever: float
    of_a_notebook: float

    def of(self, lessons: int) -> float:
        return self.whatever + self.of_a_notebook * lessons


# Measured on the course that comes with the package, one, three and all six lessons, against its notebooks as they are
# shipped, with their outputs. A page carries its player; a PDF comes with the key, is packed already, and shares its
# fonts with the others in a print run.
WRITTEN = {"ipynb": Size(0, 0.75), "html": Size(640e3, 0.39), "pdf": Size(0, 0.6)}
PACKED = {"ipynb": Size(0, 0.145), "html": Size(320e3, 0.09), "pdf": Size(0, 0.51)}
BOUND = Size(0, 0.18)
SURELY = 0.92  # of the estimate; where less is free, there is too little whatever the learners' settings are
GB = 1e9


@dataclass(frozen=True)
class Due:
    """What is written for whom: workbooks, with the formats that are missing, and what is made of whole ones."""

    books: Sequence[Job]
    archives: Sequence[Job] = ()
    moodle: Sequence[Job] = ()
    print_run: Sequence[Job] = ()


def all_due(jobs: Sequence[Job], due: Sequence[Job], rest: Rest, wanted: Wanted, journal: Journal) -> Due:
    """Return what is to be made, of the jobs of all learners and those that are due this time.

    What was made of workbooks that stay as they are counts as there.
    """
    there = {file.path: one for one, pairs in journal.files().items() for _, file in pairs}
    made = {job.profile.learner_id for job in due}
    waiting = {job.profile.learner_id for job in rest.jobs} - made
    whole = [job for job in jobs if job.profile.learner_id not in waiting]
    archived = {one for path, one in there.items() if path.startswith(f"{archives.FOLDER}/")} - made

    def of_all(begins: str) -> Sequence[Job]:
        return whole if due or not any(path.startswith(begins) for path in there) else ()

    return Due(
        due,
        [job for job in whole if job.profile.learner_id not in archived] if wanted.archives else (),
        of_all(moodle.PATH) if wanted.moodle else (),
        of_all(print_run.STEM) if wanted.print_run else (),
    )


def needed(due: Due, sources: Sequence[Source]) -> float:
    """Return about how many bytes are written."""
    sizes = {source.slug: len(source.text.encode()) for source in sources}

    def lessons(job: Job) -> int:
        return sum(sizes[source.slug] for source in sources if job.own.has(source))

    books = sum(WRITTEN[kind].of(lessons(job)) for job in due.books for kind in job.formats)
    packed = sum(PACKED[kind].of(lessons(job)) for job in (*due.archives, *due.moodle) for kind in job.formats)
    return books + packed + sum(BOUND.of(lessons(job)) for job in due.print_run)


def see_that_there_is_room(store: AnyStore, due: Due, sources: Sequence[Source]) -> None:
    """Raise an InputError if a batch surely does not fit into what is free where it goes."""
    free, bytes_needed = store.free(), needed(due, sources)
    if free is not None and free < SURELY * bytes_needed:
        count = len({job.profile.learner_id for jobs in vars(due).values() for job in jobs})
        raise InputError(
            f"the files of {count} learner{'' if count == 1 else 's'} need about {_size(bytes_needed)}, and"
            f" {_size(free)} are free at {store}: make room, choose another --out, or fewer files{_fewer(due)}"
        )


def _fewer(due: Due) -> str:
    extra = {"--zip": due.archives, "--moodle": due.moodle, "--print-run": due.print_run}
    asked = [option for option, jobs in extra.items() if jobs]
    return f" with --format or without {' and '.join(asked)}" if asked else " with --format"


def _size(number: float) -> str:
    return f"{number / GB:,.1f} GB" if number >= GB else f"{number / 1e6:,.1f} MB"
