"""What happens in a worker: a learner's lessons are executed, exported and stored.

A worker is a warmed process that forks a child for each learner; the child does all of it and is gone. Where that
cannot be, the worker does it itself, and papermill's stock engine gives each notebook a kernel of its own.
"""

from __future__ import annotations

import os
import signal
import sysconfig
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from nbformat import NotebookNode

import outsourcing_lessons
from outsourcing_lessons.errors import (
    ArgumentError,
    GlyphError,
    NotebookError,
    OutsourcingLessonsError,
    StoreError,
)
from outsourcing_lessons.render import forked, notebook
from outsourcing_lessons.render.book import Book, Chapter
from outsourcing_lessons.render.execute import Note, execute, our_engine, template
from outsourcing_lessons.render.forked import Ended, Limits
from outsourcing_lessons.render.plan import Job, Source
from outsourcing_lessons.render.store import HOPELESS, Store, StoredFile

ENGINES = ("forked", "stock")
VARIABLE = "OUTSOURCING_LESSONS_ENGINE"


def chosen_engine() -> str:
    """Return how notebooks are run: as the environment says, otherwise the fastest way that this system has."""
    chosen = os.environ.get(VARIABLE) or ("forked" if forked.possible() else "stock")
    if chosen not in ENGINES:
        raise ArgumentError(VARIABLE, chosen, " or ".join(ENGINES))
    return chosen


@dataclass(frozen=True)
class Setting:
    """What is the same for all learners of a batch.

    ``scratch`` is an empty folder of the batch: lessons run below it, so that nothing lying about where the command was
    called can get into a lesson, and what they leave behind goes with it.
    """

    sources: tuple[Source, ...]
    destination: Path
    scratch: Path
    engine: str = field(default_factory=chosen_engine)
    limits: Limits = Limits()


@dataclass(frozen=True)
class Done:
    """What became of a learner: ``reason`` and ``detail`` are empty if all went well; ``files`` is what was delivered.

    With ``hopeless`` the next learner would fail for the same reason.
    """

    learner_id: str
    reason: str = ""
    detail: str = ""
    files: tuple[StoredFile, ...] = ()
    hopeless: bool = False


_setting: Setting


def prepare(setting: Setting) -> None:
    """Get a new worker ready."""
    global _setting
    _setting = setting
    # The terminal's Ctrl-C reaches every process; the parent answers it for all.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ.update(JUPYTER_RUNTIME_DIR=str(setting.scratch), IPYTHONDIR=str(setting.scratch))
    os.environ["PYTHONPATH"] = os.pathsep.join(_python_path())
    os.chdir(setting.scratch)
    # Kernels write warnings of their own here, which would tear a progress bar apart.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


def _python_path() -> list[str]:
    """Return where kernels find modules: as we do, and this very package when it is not an installed one."""
    given = [os.path.abspath(place) for place in os.environ.get("PYTHONPATH", "").split(os.pathsep) if place]
    ours = str(Path(outsourcing_lessons.__file__).resolve().parents[1])
    return given if ours == sysconfig.get_path("purelib") else [*given, ours]


def work(job: Job) -> Done:
    """Make all workbooks of a learner; whatever goes wrong is said in what comes back."""
    with _own_folder():
        if _setting.engine == "forked" and _warmed():
            try:
                done = forked.call(_work_in_child, job, _setting.limits)
            except OSError:
                done = _work(job)  # no more processes to be had: slower, but the workbook gets made
        else:
            done = _work(job)
    return Done(job.profile.learner_id, done.reason, done.detail) if isinstance(done, Ended) else done


@contextmanager
def _own_folder() -> Iterator[None]:
    """Work in a folder that no other learner's lessons have seen."""
    with tempfile.TemporaryDirectory(dir=_setting.scratch, ignore_cleanup_errors=True) as folder:
        os.chdir(folder)
        try:
            yield
        finally:
            os.chdir(_setting.scratch)


@cache
def _warmed() -> bool:
    """Import and read all that is the same for every learner; return whether forking works.

    Nothing is drawn, compiled or computed. What is there now is left alone by the garbage collector, which would
    otherwise touch, and so copy, every page of it in every child.
    """
    from outsourcing_lessons.render import warm

    warm.up(_setting.sources)
    return warm.forks()


def _work_in_child(job: Job, board: forked.Board) -> Done:
    return _work(job, our_engine(), board.note)


def _work(job: Job, engine: str | None = None, note: Note = lambda what: None) -> Done:
    learner_id = job.profile.learner_id
    try:
        return _made(job, engine, note)
    except StoreError as error:
        return Done(learner_id, "not stored", str(error), hopeless=error.errno in HOPELESS)
    except OutsourcingLessonsError as error:
        return Done(learner_id, getattr(error, "reason", "notebook"), str(error))
    except MemoryError:
        return Done(learner_id, "memory limit", "there was not enough memory to make this workbook")
    except Exception as error:  # one learner's surprise is not to end the others
        return Done(learner_id, "unexpected", f"{type(error).__name__}: {str(error)[:200]}")


def _made(job: Job, engine: str | None, note: Note) -> Done:
    executed = [(source, _executed(source, job, engine, note)) for source in _setting.sources]
    book = Book(job.profile, tuple(_chapter(source, nb) for source, nb in executed))
    contents = {}
    if "html" in job.formats:
        from outsourcing_lessons.render.html import workbook_html

        contents[_place(job, "workbook.html")] = workbook_html(book)
    if "ipynb" in job.formats:
        contents |= {_place(job, f"notebooks/{source.notebook}"): notebook.written(nb) for source, nb in executed}
    failed = _print(job, book, contents) if "pdf" in job.formats else None
    files = Store(_setting.destination).write(dict(sorted(contents.items())))
    reason = "" if failed is None else "missing glyph" if isinstance(failed, GlyphError) else "pdf"
    return Done(job.profile.learner_id, reason, str(failed or ""), files)


def _executed(source: Source, job: Job, engine: str | None, note: Note) -> NotebookNode:
    seconds = _setting.limits.cell_seconds
    return notebook.clean(execute(source.text, source.notebook, job.profile, engine, seconds, note))


def _chapter(source: Source, nb) -> Chapter:
    try:
        return Chapter(source.slug, source.number, notebook.title_of(nb) or source.title, notebook.parts_of(nb))
    except NotebookError as error:
        raise NotebookError(f"{source.notebook}: {error}") from None


def _print(job: Job, book: Book, contents: dict[str, bytes]) -> OutsourcingLessonsError | None:
    """Add the PDFs, or return why there are none: the other formats are delivered all the same."""
    from outsourcing_lessons.render.pdf import key_pdf, named, workbook_pdf

    if job.undrawable:
        return GlyphError(f"no font on this machine has {named(job.undrawable)} of the name {job.profile.learner}")
    try:
        workbook, key = workbook_pdf(book), key_pdf(book)
    except OutsourcingLessonsError as error:
        return error
    contents[_place(job, "workbook.pdf")] = workbook
    contents[f"keys/{job.profile.learner_id}/key.pdf"] = key
    return None


def _place(job: Job, name: str) -> str:
    return f"workbooks/{job.profile.learner_id}/{name}"


def missing_glyphs(names: list[str]) -> dict[int, str]:
    """Return the characters of the names that no font has, by place; Typst belongs into workers, even for this."""
    from outsourcing_lessons.render.pdf import undrawable

    return undrawable(names)
