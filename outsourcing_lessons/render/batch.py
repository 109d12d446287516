"""The learners of a batch on their way: queued, running, done or failed; the journal is told of each step."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Protocol

from outsourcing_lessons.errors import RenderError, StoreError
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.render import pool
from outsourcing_lessons.render.earlier import Earlier, take_note
from outsourcing_lessons.render.fingerprint import Fingerprints
from outsourcing_lessons.render.glyphs import Missing
from outsourcing_lessons.render.journal import Journal
from outsourcing_lessons.render.limits import Limits
from outsourcing_lessons.render.plan import Job, folders_for, format_of
from outsourcing_lessons.render.resume import Rest
from outsourcing_lessons.render.stopping import put_off
from outsourcing_lessons.render.storage import StoredFile
from outsourcing_lessons.render.worker import QUEUED, BatchSetup, Done

# So many in a row from the very first: if one learner in four failed for reasons of their own, that would come about in
# one batch of a million; and to find out costs a minute, where a whole cohort would cost an hour.
ALIKE = 10


@dataclass(frozen=True)
class Listener:
    """Who is told how a batch goes."""

    # Told beforehand which characters no font has, if there are any; in PDFs the id stands for a name with such a
    # character, and elsewhere a sign for each.
    foreseen: Callable[[Missing], None] = lambda missing: None
    beginning: Callable[[int], None] = lambda count: None  # told how many learners are to be made
    notice: Callable[[LearnerProfile, Done], None] = lambda profile, done: None  # told of each when they are done
    warned: Callable[[str], None] = lambda said: None  # told of whose earlier workbook has other questions, if any has


NOBODY_LISTENS = Listener()


class Stuck(RenderError):
    """Nothing more of a batch can be done now."""


class OneCause(Stuck):
    """The first learners of a batch all failed for the same reason, so that the others would too."""


class Executor(Protocol):
    """Who does the work: processes of this machine, or a cluster."""

    def width(self, jobs: Sequence[Job]) -> int:
        """Return how many learners are rendered at a time."""

    def run(self, jobs: Sequence[Job], setup: BatchSetup) -> Generator[tuple[int, Any]]:
        """Yield the place of each job and what became of it, in any order."""


@dataclass
class Batch:
    """What became of whom so far; ``rest`` is how it was before."""

    setup: BatchSetup
    journal: Journal
    prints: Fingerprints
    executor: Executor
    listener: Listener
    rest: Rest
    earlier: Earlier = field(default_factory=Earlier)
    made: dict[str, Done] = field(default_factory=dict)

    @cached_property
    def _waiting(self) -> set[str]:
        return {job.profile.learner_id for job in self.rest.jobs}

    def through(self, jobs: Sequence[Job]) -> None:
        """Render jobs; afterwards each is in `made`.

        Raises StoreError when nothing more can be written (who came before is done, and written down as such); Stuck
        when all of the first `ALIKE` learners failed alike, or nobody is there who does the work.
        """
        ids = [job.profile.learner_id for job in jobs]
        self.earlier.move(ids, self.setup.store, self.journal)
        begun = self.executor.width(jobs)
        self.journal.mark(ids[:begun], "running")
        # Closing ends the workers at once when this is left early: a full disk, Ctrl-C.
        with closing(self.executor.run(jobs, self.setup)) as results:
            for place, result in results:
                job = jobs[place]
                done = _died(job.profile, result, self.setup.limits) if isinstance(result, pool.Died) else result
                with put_off():  # the journal and the report are to say the same
                    self._finish(job, done)
                self._see_that_there_is_hope(done)
                self.journal.mark(ids[begun : begun + 1], "running")
                begun += 1

    def _finish(self, job: Job, done: Done) -> None:
        files: dict[str, tuple[StoredFile, ...]] = {}
        for file in done.files:
            fingerprint = self.prints.of(job, format_of(file.path))
            files[fingerprint] = (*files.get(fingerprint, ()), file)
        self.journal.finish(job.profile.learner_id, done.reason, done.detail, files)
        self._note("redrawn", job.profile.learner_id, done.redrawn)
        if "pdf" in job.formats:
            self._note("replaced", job.profile.learner_id, done.replaced)
        if done.files:
            take_note(self.journal, job, done.asked, self.prints)
        self.made[job.profile.learner_id] = done
        self.listener.notice(job.profile, done)

    def _note(self, what: str, learner_id: str, value: tuple | str) -> None:
        """Remember what is to be said of a learner, who may be kept as they are the next time."""
        name = f"{what} {learner_id}"
        if value or self.journal.note(name):
            self.journal.take_note(name, json.dumps(value) if value else "")

    def _noted(self, what: str, learner_id: str) -> Any:
        return json.loads(self.journal.note(f"{what} {learner_id}") or "[]")

    def _see_that_there_is_hope(self, done: Done) -> None:
        if done.hopeless:
            raise StoreError(done.detail)
        if done.reason in ("read-only folder", "not stored"):
            formats = {kind for job in self.rest.jobs for kind in job.formats}
            self.setup.store.check(folders_for(formats))  # was it one learner's folder, or is it all of it?
        if len(self.made) == ALIKE < len(self.rest.jobs) and not any(done.files for done in self.made.values()):
            causes = {cause_of(done) for done in self.made.values()}
            if len(causes) == 1:
                raise OneCause(
                    f"the first {ALIKE} learners failed in the same way, so the others were not started: {causes.pop()}"
                )

    def rows(self, jobs: Sequence[Job]) -> tuple[tuple[LearnerProfile, Done], ...]:
        """Return learners with what became of them, in the order of the jobs."""
        return tuple((job.profile, self.result(job.profile.learner_id)) for job in jobs)

    def result(self, learner_id: str) -> Done:
        """Return what became of a learner in all, counting what was there before."""
        kept = self.rest.kept.get(learner_id, ())
        done = self.made.get(learner_id) or Done(learner_id, QUEUED if learner_id in self._waiting else "")
        files = tuple(sorted((*kept, *done.files), key=lambda file: file.path))
        if not files:
            return replace(done, files=files, redrawn=(), replaced="")
        redrawn = done.redrawn or tuple((item, subseed) for item, subseed in self._noted("redrawn", learner_id))
        replaced = done.replaced or "".join(self._noted("replaced", learner_id))
        return replace(done, files=files, redrawn=redrawn, replaced=replaced)


def cause_of(done: Done) -> str:
    """Return why a learner failed, in words that are the same for all who failed for that reason."""
    return re.sub(rf"(?<![a-z0-9-]){re.escape(done.learner_id)}(?![a-z0-9-])", "…", done.detail)


@dataclass(frozen=True)
class LocalExecutor:
    """Worker processes of this machine."""

    workers: int
    work: Callable[[Job], Done]
    prepare: Callable[[BatchSetup], None]

    def width(self, jobs: Sequence[Job]) -> int:
        return self.workers

    def run(self, jobs: Sequence[Job], setup: BatchSetup) -> Generator[tuple[int, Any]]:
        return pool.run(jobs, self.work, self.prepare, setup, self.workers, setup.patience, setup.most)


def _died(profile: LearnerProfile, died: pool.Died, limits: Limits) -> Done:
    if died.late:
        return Done(profile.learner_id, "timeout", limits.too_long)
    how = "" if died.code is None else f" by signal {-died.code}" if died.code < 0 else f" with code {died.code}"
    return Done(profile.learner_id, "worker died", f"the process that made this workbook was ended{how}")
