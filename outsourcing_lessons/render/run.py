"""A batch from roster to folder: what is there already, the workers' work, and what came of it, written down."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from outsourcing_lessons.errors import ArgumentError, StoreError
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.lessons.handed_out import handed_out
from outsourcing_lessons.lessons.lesson import Lesson
from outsourcing_lessons.lessons.own_notebooks import own_folder
from outsourcing_lessons.lessons.script import script_in
from outsourcing_lessons.render import lock, notebook, plan, worker
from outsourcing_lessons.render.batch import NOBODY_LISTENS, Batch, Executor, Listener, LocalExecutor, Stuck
from outsourcing_lessons.render.canary import canaries
from outsourcing_lessons.render.cohort import Cohort, cohort_of, slugs_of
from outsourcing_lessons.render.deliver.archives import FOLDER
from outsourcing_lessons.render.deliver.deliver import Delivery, Parcel, parcels_of
from outsourcing_lessons.render.deliver.wanted import EVERYTHING, Wanted
from outsourcing_lessons.render.disk_space import all_due, see_that_there_is_room
from outsourcing_lessons.render.earlier import earlier_of
from outsourcing_lessons.render.fingerprint import Fingerprints
from outsourcing_lessons.render.folder_store import Store
from outsourcing_lessons.render.glyphs import NOTHING, missing_in
from outsourcing_lessons.render.journal import NAME, Journal
from outsourcing_lessons.render.limits import USUAL, Limits
from outsourcing_lessons.render.look import PLAIN, Look
from outsourcing_lessons.render.plan import Job, Source, folders_for, folders_of
from outsourcing_lessons.render.report import Report
from outsourcing_lessons.render.resume import rest_of
from outsourcing_lessons.render.scratch import scratch
from outsourcing_lessons.render.stopping import Stopped, number_of, who_asked
from outsourcing_lessons.render.storage import AnyStore
from outsourcing_lessons.render.worker import BatchSetup
from outsourcing_lessons.render.writing_down import written_down
from outsourcing_lessons.roster import Roster


@dataclass(frozen=True)
class Run:
    """Where and how a batch is made."""

    workers: int | None = None  # how many processes; as many as there are cores when None
    scheduler: str = ""  # the address of a Dask scheduler, whose workers then do the work
    limits: Limits = USUAL  # what a learner's workbook may take
    canary: int | None = None  # how many learners to try first; the others wait until each of these has everything
    fresh: bool = False  # whether to make everything, also what is there already
    prune: bool = False  # whether files of who left the roster are moved into the folder ``left``
    journal: Path | None = None  # where it is kept what is done; a place that goes with the destination when None

    def __post_init__(self) -> None:
        if self.workers is not None and self.workers < 1:
            raise ArgumentError("jobs", self.workers, "a whole number, 1 or more")

    @property
    def width(self) -> int:
        """How many processes of this machine."""
        return self.workers or os.cpu_count() or 1


HERE = Run()


def render(
    roster: Roster,
    destination: Path | str,
    wanted: Wanted = EVERYTHING,
    how: Run = HERE,
    look: Look = PLAIN,
    listener: Listener = NOBODY_LISTENS,
) -> Report:
    """Make the workbooks of a cohort, or what is missing of them.

    Parameters
    ----------
    roster : Roster
        The learners, with different ids; its faults are named in the report.
    destination : Path or str
        The output folder, or an address such as ``s3://bucket/prefix``.
    listener : Listener
        Whom to tell how far it is.

    Returns
    -------
    Report
        Also written as ``report.json`` and ``index.html``.

    Raises
    ------
    InputError
        When the call is wrong, there is no room, or another command is at work there; nothing is written then.
    NotebookError
        When a lesson's notebook is missing or damaged; nothing is written then.
    StoreError
        When the output folder cannot be written to.
    Stopped
        When it is interrupted after it has begun: a KeyboardInterrupt with the report, which is written then too.
    """
    cohort = cohort_of(roster, wanted, look.brand)
    sources, executor = sources_of(cohort.lessons), _executor(how)
    sample = set() if how.canary is None else {one.learner_id for one in canaries(cohort.learners, how.canary)}
    store, place = store_at(destination)
    store.check(folders_for(cohort.formats))
    with _alone(store) as folder, Journal(how.journal or place) as book, _claimed(store):
        setup = BatchSetup(sources, store, folder, limits=how.limits, look=look)
        missing = missing_in(cohort, setup)
        if missing != NOTHING:
            listener.foreseen(missing)
            cohort = missing.told(cohort)
        sharded = _sharded(book, len(cohort.learners))
        jobs = cohort.jobs(missing.names, sharded)
        store.sweep(_half_written(book, sharded))
        if how.fresh:
            book.forget()
        prints = Fingerprints(sources, look)
        batch = Batch(setup, book, prints, executor, listener, rest_of(jobs, prints, book, store))
        due = all_due(jobs, cohort.due(batch.rest.jobs), batch.rest, wanted, book)
        see_that_there_is_room(store, due, sources)
        batch.earlier = earlier_of(due.books, batch.rest.kept, book, prints, setup, how.width)
        if batch.earlier.files:
            listener.warned(batch.earlier.beforehand)
        report, asked = _rendered(cohort, batch, jobs, sample, Delivery(store, book, how.width))
        if report.stopped:
            store.sweep(_half_written(book, sharded))  # of workers that were ended as they wrote
        said = (*report.said, *([batch.earlier.afterwards] if batch.earlier.files else []))
        report = replace(report, missing_glyphs=missing.names, said=said)
        written = written_down(report, store, book, {one.learner_id for one in cohort.learners} if how.prune else None)
        if asked:
            raise Stopped(number_of(asked), written) from None
        return written


def _rendered(
    cohort: Cohort, batch: Batch, jobs: Sequence[Job], sample: set[str], delivery: Delivery
) -> tuple[Report, KeyboardInterrupt | None]:
    """Make the workbooks, then what is wanted of them; return the report, and the interruption if there was one."""
    failed = {learner_id for learner_id, state in batch.journal.states().items() if state == "failed"}
    batch.journal.mark((job.profile.learner_id for job in batch.rest.jobs), "queued")
    # Those who failed the last time come last, so that they keep nobody from being tried at all.
    due = sorted(cohort.due(batch.rest.jobs), key=lambda job: job.profile.learner_id in failed)
    batch.listener.beginning(len(due))
    stopped, asked = _through(batch, due, sample)
    kept = len(jobs) - len(batch.rest.jobs)
    report = Report(batch.setup.sources, cohort.formats, batch.rows(jobs), cohort.roster.faults, stopped, kept)
    report = replace(report, brand=batch.setup.look.brand, keys_at=batch.setup.store.keys_at)
    if stopped:
        return report, asked
    return _delivered(report, delivery, parcels_of(jobs, report.files, cohort.roster.people), cohort.wanted)


def sources_of(names: Iterable[str] = ()) -> tuple[Source, ...]:
    """Return the lessons to render, in the order of the course, with their notebooks read."""
    slugs = slugs_of(names)
    return tuple(_source(lesson) for lesson in chosen().lessons if lesson.slug in slugs)


def _source(lesson: Lesson) -> Source:
    path = chosen().notebook_of(lesson)
    text = notebook.read(path)
    whole = json.loads(text)
    given = handed_out(whole, lesson, lesson.notebook)
    if given is not whole:  # it stays as it is where no question is written out in it
        text = json.dumps(given, ensure_ascii=False)
    if own_folder():
        script_in(path, lesson.slug, runs=True)  # what no workbook can show is refused before a learner is begun
    return Source(lesson.slug, lesson.number, lesson.title, lesson.notebook, text)


def store_at(destination: Path | str) -> tuple[AnyStore, Path]:
    """Return the store of a destination, and where its journal is."""
    if "://" in str(destination):
        from outsourcing_lessons.render.object_store import ObjectStore, journal_of

        return ObjectStore(str(destination)), journal_of(str(destination))
    return Store(Path(destination)), Path(destination).absolute() / NAME


def _executor(how: Run) -> Executor:
    if how.scheduler:
        from outsourcing_lessons.render.cluster import Cluster

        return Cluster(how.scheduler)
    return LocalExecutor(how.width, worker.work, worker.prepare)


@contextmanager
def _claimed(store: AnyStore) -> Iterator[None]:
    store.claim()
    try:
        yield
    finally:
        store.release()


@contextmanager
def _alone(store: AnyStore) -> Iterator[Path]:
    """Keep other commands out of the destination; yield an empty folder to work in."""
    with lock.held(store.locks(), str(store)) as held, scratch(held, str(store)) as folder:
        yield folder


def _sharded(journal: Journal, count: int) -> bool:
    """Return whether folders are on shelves; a destination keeps to what it began with, however its roster grows."""
    noted = journal.note("shelved")
    if noted is None:
        noted = "yes" if count > plan.CROWD else "no"
        journal.take_note("shelved", noted)
    return noted == "yes"


def _half_written(journal: Journal, sharded: bool) -> list[str]:
    """Return the folders in which a killed run may have left something: those of everybody who was not done."""
    waiting = (learner_id for learner_id, state in journal.states().items() if state != "done")
    return ["", FOLDER, *(folder for learner_id in waiting for folder in folders_of(learner_id, sharded))]


def _through(batch: Batch, jobs: Sequence[Job], sample: set[str]) -> tuple[str, KeyboardInterrupt | None]:
    """Render the sample, then the others; return why it was stopped, or nothing, and the interruption if it was one."""
    first = [job for job in jobs if job.profile.learner_id in sample]
    try:
        batch.through(first)
        failed = sum(bool(batch.made[job.profile.learner_id].reason) for job in first)
        if failed:
            return f"{failed} of {len(sample)} canaries failed, so the others were not started", None
        batch.through([job for job in jobs if job.profile.learner_id not in sample])
    except (StoreError, Stuck) as error:
        return str(error), None
    except KeyboardInterrupt as asked:
        return who_asked(asked), asked
    return "", None


def _delivered(
    report: Report, delivery: Delivery, parcels: Sequence[Parcel], wanted: Wanted
) -> tuple[Report, KeyboardInterrupt | None]:
    """Make what is wanted of the workbooks; return the report with it, and the interruption if there was one."""
    stopped, asked = "", None
    try:
        delivery.make(parcels, wanted)
    except StoreError as error:
        stopped = str(error)
    except KeyboardInterrupt as interruption:
        stopped, asked = who_asked(interruption), interruption
    files = tuple(sorted(delivery.files, key=lambda file: file.path))
    return replace(report, delivered=files, said=tuple(delivery.said), stopped=stopped), asked
