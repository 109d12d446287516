"""A batch from roster to folder: read the lessons, ask the fonts, let the workers work, write down what came of it."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from outsourcing_lessons.course.catalogue import LESSONS, lesson_named
from outsourcing_lessons.course.lesson import Lesson
from outsourcing_lessons.course.notebooks import notebook_of
from outsourcing_lessons.errors import ArgumentError, StoreError
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.render import notebook, pool, worker
from outsourcing_lessons.render.plan import FORMATS, Job, Source, formats_of, jobs_for
from outsourcing_lessons.render.report import Report, index_html, report_json
from outsourcing_lessons.render.store import Store
from outsourcing_lessons.render.worker import Done, Setting

Notice = Callable[[LearnerProfile, Done], None]


def render(
    learners: Sequence[LearnerProfile],
    destination: Path,
    *,
    formats: Sequence[str] = FORMATS,
    lessons: Sequence[str] = (),
    workers: int | None = None,
    skipped: Sequence[Any] = (),
    notice: Notice = lambda profile, done: None,
) -> Report:
    """Make the workbooks of a cohort.

    Parameters
    ----------
    learners : sequence of LearnerProfile
        With different ids.
    destination : Path
        The output folder.
    formats : sequence of str
        Some of ``html``, ``pdf``, ``ipynb``.
    lessons : sequence of str
        Slugs or numbers; all when empty.
    workers : int or None
        How many processes; as many as there are cores when None.
    skipped : sequence
        Faults of the roster's rows that were left out, for the report.
    notice : callable
        Told of each learner when they are done.

    Returns
    -------
    Report
        Also written as ``report.json`` and ``index.html``.

    Raises
    ------
    InputError
        When the call is wrong; nothing is written then.
    NotebookError
        When a lesson's notebook is missing or damaged; nothing is written then.
    StoreError
        When the output folder cannot be written to.
    """
    wanted, sources, workers = formats_of(formats), sources_of(lessons), _workers(workers)
    store = Store(destination)
    store.check()
    with tempfile.TemporaryDirectory(prefix="outsourcing-lessons-", ignore_cleanup_errors=True) as scratch:
        setting = Setting(sources, store.root, Path(scratch))
        jobs = jobs_for(learners, wanted, _undrawable(learners, setting) if "pdf" in wanted else {})
        rows = _rows(jobs, setting, workers, notice)
    report = Report(sources, wanted, tuple(rows), tuple(skipped))
    store.write({"index.html": index_html(report), "report.json": report_json(report)})
    return report


def sources_of(names: Sequence[str] = ()) -> tuple[Source, ...]:
    """Return the lessons to render, in the order of the course, with their notebooks read."""
    chosen = [lesson_named(name.strip()) for name in names]
    return tuple(_source(lesson) for lesson in LESSONS if not chosen or lesson in chosen)


def _source(lesson: Lesson) -> Source:
    path = notebook_of(lesson)
    text, guides = notebook.read(path), tuple(lesson.guides.values())
    return Source(lesson.slug, lesson.number, lesson.title, lesson.notebook, text, guides)


def _workers(workers: int | None) -> int:
    if workers is None:
        return os.cpu_count() or 1
    if workers < 1:
        raise ArgumentError("jobs", workers, "a whole number, 1 or more")
    return workers


def _undrawable(learners: Sequence[LearnerProfile], setting: Setting) -> dict[str, str]:
    """Return, by learner id, the characters of the name that no font has."""
    strange = [learner for learner in learners if not learner.learner.isascii()]
    if not strange:
        return {}
    names = [learner.learner for learner in strange]
    [(_, found)] = pool.run([names], worker.missing_glyphs, worker.prepare, setting, 1)
    if isinstance(found, pool.Died):
        return {}  # then the PDFs themselves will tell, one by one
    return {strange[place].learner_id: characters for place, characters in found.items()}


def _rows(jobs: list[Job], setting: Setting, workers: int, notice: Notice) -> list[tuple[LearnerProfile, Done]]:
    done: dict[int, Done] = {}
    # Closing ends the workers at once when this is left early: a full disk, Ctrl-C.
    with closing(pool.run(jobs, worker.work, worker.prepare, setting, workers)) as results:
        for place, result in results:
            profile = jobs[place].profile
            done[place] = result = _died(profile, result) if isinstance(result, pool.Died) else result
            if result.hopeless:
                raise StoreError(f"{result.detail} ({len(done) - 1} of {len(jobs)} learners were done before)")
            notice(profile, result)
    return [(job.profile, done[place]) for place, job in enumerate(jobs)]


def _died(profile: LearnerProfile, died: pool.Died) -> Done:
    by = f"by signal {-died.code}" if died.code and died.code < 0 else f"with code {died.code}"
    return Done(profile.learner_id, "worker died", f"the process that made this workbook was ended {by}")
