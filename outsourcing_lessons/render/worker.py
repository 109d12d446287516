"""What happens in a worker: a learner's lessons are executed, exported and stored."""

from __future__ import annotations

import os
import signal
import sysconfig
from dataclasses import dataclass
from pathlib import Path

import outsourcing_lessons
from outsourcing_lessons.errors import GlyphError, NotebookError, OutsourcingLessonsError, StoreError
from outsourcing_lessons.render import notebook
from outsourcing_lessons.render.book import Book, Chapter
from outsourcing_lessons.render.plan import Job, Source
from outsourcing_lessons.render.store import HOPELESS, Store, StoredFile

# One thread each: the workers are as many as the cores. A fixed hash seed: no order may depend on chance.
KERNEL_ENVIRONMENT = {"PYTHONHASHSEED": "0", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}


@dataclass(frozen=True)
class Setting:
    """What is the same for all learners of a batch.

    ``scratch`` is an empty folder of the batch: kernels start in it, so that nothing lying about where the command was
    called can get into a lesson, and what they leave behind goes with it.
    """

    sources: tuple[Source, ...]
    destination: Path
    scratch: Path


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
    os.environ.update(KERNEL_ENVIRONMENT, JUPYTER_RUNTIME_DIR=str(setting.scratch), IPYTHONDIR=str(setting.scratch))
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
    learner_id = job.profile.learner_id
    try:
        return _made(job)
    except StoreError as error:
        return Done(learner_id, "not stored", str(error), hopeless=error.errno in HOPELESS)
    except OutsourcingLessonsError as error:
        return Done(learner_id, getattr(error, "reason", "notebook"), str(error))
    except Exception as error:  # one learner's surprise is not to end the others
        return Done(learner_id, "unexpected", f"{type(error).__name__}: {str(error)[:200]}")


def _made(job: Job) -> Done:
    notebooks, book = _executed(job)
    contents = {}
    if "html" in job.formats:
        from outsourcing_lessons.render.html import workbook_html

        contents[_place(job, "workbook.html")] = workbook_html(book)
    if "ipynb" in job.formats:
        contents |= {_place(job, f"notebooks/{name}"): content for name, content in notebooks.items()}
    failed = _print(job, book, contents) if "pdf" in job.formats else None
    files = Store(_setting.destination).write(dict(sorted(contents.items())))
    reason = "" if failed is None else "missing glyph" if isinstance(failed, GlyphError) else "pdf"
    return Done(job.profile.learner_id, reason, str(failed or ""), files)


def _executed(job: Job) -> tuple[dict[str, bytes], Book]:
    from outsourcing_lessons.render.execute import execute

    notebooks, chapters = {}, []
    for source in _setting.sources:
        nb = notebook.clean(execute(source.text, source.notebook, job.profile))
        notebooks[source.notebook] = notebook.written(nb)
        chapters.append(_chapter(source, nb))
    return notebooks, Book(job.profile, tuple(chapters))


def _chapter(source: Source, nb) -> Chapter:
    try:
        title = notebook.title_of(nb) or source.title
        return Chapter(source.slug, source.number, title, notebook.parts_of(nb), source.guides)
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
