"""What happens in a worker: a learner's lessons are executed, exported and stored.

A worker is a warmed process. A child that it forks for the learner executes and exports the lessons; another prints
each PDF, since Typst takes as much memory again. Where forking cannot be, the worker does it all itself, and
papermill's stock engine gives each notebook a kernel of its own; only the PDFs are printed in other processes, for the
same reason.
"""

from __future__ import annotations

import os
import signal
import sysconfig
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import cache, partial
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

import outsourcing_lessons
from outsourcing_lessons.blocks.block import MIME
from outsourcing_lessons.blocks.forms import data_alone
from outsourcing_lessons.blocks.sealing import seal_keys
from outsourcing_lessons.errors import (
    GlyphError,
    NotebookError,
    OutsourcingLessonsError,
    RenderError,
    StoreError,
)  # fmt: skip
from outsourcing_lessons.lessons.courses import case_of, chosen, use
from outsourcing_lessons.lessons.handed_out import without_keys
from outsourcing_lessons.render import forked, notebook
from outsourcing_lessons.render.batch_setup import BatchSetup
from outsourcing_lessons.render.book import Book, Chapter
from outsourcing_lessons.render.disk_errors import HOPELESS
from outsourcing_lessons.render.forked import Ended, Note
from outsourcing_lessons.render.plan import Job, Source
from outsourcing_lessons.render.storage import StoredFile

# No reason of a failure: the learner was not begun.
QUEUED = "queued"


@dataclass(frozen=True)
class Done:
    """What became of a learner: ``reason`` and ``detail`` are empty if all went well; ``files`` is what was delivered.

    With ``hopeless`` the next learner would fail for the same reason; ``redrawn`` and ``asked`` are those of `Book`.
    ``replaced`` are characters that a lesson computed and no font has.
    """

    learner_id: str
    reason: str = ""
    detail: str = ""
    files: tuple[StoredFile, ...] = ()
    hopeless: bool = False
    redrawn: tuple[tuple[str, int], ...] = ()
    asked: tuple[tuple[str, str], ...] = ()
    replaced: str = ""


_setup: BatchSetup
_begun = 0.0


def prepare(setup: BatchSetup) -> None:
    """Get a new worker ready."""
    global _setup
    _setup = setup
    use(setup.course)
    os.environ.update(JUPYTER_RUNTIME_DIR=str(setup.scratch), IPYTHONDIR=str(setup.scratch))
    os.environ["PYTHONPATH"] = os.pathsep.join(_python_path())
    os.chdir(setup.scratch)
    # What kernels, and programs that a lesson calls, write here would tear a progress bar apart.
    for stream in (1, 2):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
    if setup.engine == "stock":
        forked.limit_memory(setup.limits.memory)  # that of a child is its own affair


def _python_path() -> list[str]:
    """Return where kernels find modules: as we do, and this very package when it is not an installed one."""
    given = [os.path.abspath(place) for place in os.environ.get("PYTHONPATH", "").split(os.pathsep) if place]
    ours = str(Path(outsourcing_lessons.__file__).resolve().parents[1])
    return given if ours == sysconfig.get_path("purelib") else [*given, ours]


def work(job: Job) -> Done:
    """Make all workbooks of a learner; whatever goes wrong is said in what comes back."""
    global _begun
    learner_id = job.profile.learner_id
    _forks()
    _begun = time.monotonic()  # after having got ready, which takes seconds and is no fault of the learner's
    try:
        with _own_folder():
            if _forks():
                _beforehand(job)
            made = _apart(_made, job)
            failed = _print(job, made) if "pdf" in job.formats else None
        files = _setup.store.write(dict(sorted(made.files.items())))
    except StoreError as error:
        return Done(learner_id, error.reason, str(error), hopeless=error.errno in HOPELESS)
    except OutsourcingLessonsError as error:
        return Done(learner_id, error.reason or "notebook", _detail(error))
    except MemoryError:
        return Done(learner_id, "memory limit", f"there was not enough memory; {_setup.limits.too_much}")
    except Exception as error:  # one learner's surprise is not to end the others
        return Done(learner_id, "unexpected", f"{type(error).__name__}: {str(error)[:200]}")
    done = Done(
        learner_id, files=files, redrawn=made.redrawn, asked=made.asked, replaced="".join(sorted(made.replaced))
    )
    if failed is None:
        return done
    reason = "missing glyph" if isinstance(failed, GlyphError) else failed.reason or "pdf"
    return replace(done, reason=reason, detail=_detail(failed))


def _detail(error: OutsourcingLessonsError) -> str:
    return f"{error}; {_setup.limits.too_much}" if error.reason == "memory limit" else str(error)


@contextmanager
def _own_folder() -> Iterator[None]:
    """Work in a folder that no other learner's lessons have seen."""
    with tempfile.TemporaryDirectory(dir=_setup.scratch, ignore_cleanup_errors=True) as folder:
        os.chdir(folder)
        try:
            yield
        finally:
            os.chdir(_setup.scratch)


def _forks() -> bool:
    return _setup.engine == "forked" and _warmed()


@cache
def _warmed() -> bool:
    """Get ready at the first job; return whether this worker can fork."""
    from outsourcing_lessons.render import warm

    try:
        warm.up(_setup.sources)
        return warm.forks()
    except Exception:  # whatever it is, kernels may still work
        return False


def _beforehand(job: Job) -> None:
    """Compute what learners of this trade have alike, once for all children of this worker."""
    global _setup
    from outsourcing_lessons.render.warm import threads

    before = threads()  # an object storage has one, which no child needs
    with suppress(Exception):  # a lesson that fails says so where it runs
        case = case_of(job.profile)
        for source in filter(job.own.has, _setup.sources):
            chosen().lesson(source.slug).beforehand(case)
    if threads() > before:  # a child might wait for them for ever
        _setup = replace(_setup, engine="stock")


def _apart(do: Callable, *given: Any) -> Any:
    """Do a step in a child of its own; here, where no child can be had, and then notebooks get kernels of their own."""
    global _setup
    if not _forks():
        return do(*given)
    try:
        came = forked.call(partial(_caught, do, *given), _setup.limits, _begun)
    except OSError:
        # From now on, for what is done here starts threads, and then it is too late to fork.
        _setup = replace(_setup, engine="stock")
        return do(*given)
    return _result(came)


def _caught(do: Callable, *given: Any) -> Any:
    try:
        return do(*given)
    except Exception as error:
        return error


def _result(came: Any) -> Any:
    if isinstance(came, Ended):
        raise NotebookError(came.detail, came.reason, came.signal)
    if isinstance(came, Exception):
        raise came
    return came


@dataclass(frozen=True)
class _Made:
    """A learner's workbook but for the PDFs, of which it holds the data, by template."""

    files: dict[str, bytes]
    to_print: dict[str, str]
    redrawn: tuple[tuple[str, int], ...] = ()
    asked: tuple[tuple[str, str], ...] = ()
    replaced: set[str] = field(default_factory=set)


def _made(job: Job, note: Note | None = None) -> _Made:
    """Run and export the lessons; with a board to note on, this is a child."""
    with data_alone("ipynb" not in job.formats):
        executed = [(source, _executed(source, job, note)) for source in _setup.sources if job.own.has(source)]
    with case_of(job.profile).writing():
        chapters = tuple(_chapter(source, nb) for source, nb in executed)
    own = {"letter": job.own.letter, "stand_ins": job.own.stand_ins}
    book = Book(job.profile, chapters, job.missing_glyphs, look=_setup.look, **own)
    files, to_print = {}, {}
    if "html" in job.formats:
        from outsourcing_lessons.render.html import workbook_html

        files[_place(job, f"{job.own.stem}.html")] = workbook_html(book)
    if "ipynb" in job.formats:
        for source, nb in executed:
            for cell in nb.cells:
                without_keys(cell.get("outputs", []), source.slug)
                seal_keys(cell.get("outputs", []), MIME)
            files[_place(job, f"notebooks/{source.notebook}")] = notebook.written(nb)
    if "pdf" in job.formats:
        from outsourcing_lessons.render.pdf import key_data, workbook_data

        to_print = {"workbook.typ": workbook_data(book), "key.typ": key_data(book)}
    return _Made(files, to_print, book.redrawn, book.asked)


def _executed(source: Source, job: Job, note: Note | None) -> NotebookNode:
    # Not at the top: the process that starts workers imports this module too, and has no use for what runs notebooks.
    from outsourcing_lessons.render.execute import execute, our_engine

    engine: dict[str, Any] = {} if note is None else {"engine": our_engine(), "note": note}
    seconds = _setup.limits.cell_seconds
    return notebook.clean(execute(source.text, source.notebook, job.profile, cell_seconds=seconds, **engine))


def _chapter(source: Source, nb: NotebookNode) -> Chapter:
    try:
        title = notebook.title_of(nb) or source.title
        return Chapter(source.slug, source.number, title, notebook.parts_of(nb, source.slug))
    except NotebookError as error:
        raise NotebookError(f"{source.notebook}: {error}") from None


def _print(job: Job, made: _Made) -> OutsourcingLessonsError | None:
    """Add the PDFs, or return why there are none: the other formats are delivered all the same."""
    try:
        (workbook, lacking), (key, also) = _apart(_printed, made.to_print)
    except OutsourcingLessonsError as error:
        # Typst knows no other way when it is given no more memory.
        of_memory = isinstance(error, RenderError) and error.signal == signal.SIGABRT
        return NotebookError(str(error), "memory limit") if of_memory else error
    except MemoryError:
        return NotebookError("there was not enough memory for the PDF", "memory limit")
    made.files[_place(job, f"{job.own.stem}.pdf")] = workbook
    made.files[f"keys/{job.folder}/key.pdf"] = key
    made.replaced.update(lacking + also)
    return None


def _printed(to_print: dict[str, str], note: Note | None = None) -> list[tuple[bytes, str]]:
    from outsourcing_lessons.render import typeset

    if note is not None:  # this is a child, and gone with all that Typst has kept
        return [typeset.printed(template, data, _setup.look.fonts) for template, data in to_print.items()]
    return [_printed_apart(template, data) for template, data in to_print.items()]


def _printed_apart(template: str, data: str) -> tuple[bytes, str]:
    from outsourcing_lessons.render import typeset

    limits = _setup.limits
    left = max(0.1, _begun + limits.learner_seconds - time.monotonic())
    try:
        return typeset.printed_apart(template, data, left, _setup.look.fonts)
    except TimeoutError:
        raise NotebookError(limits.too_long, "timeout") from None


def _place(job: Job, name: str) -> str:
    return f"workbooks/{job.folder}/{name}"


def missing_glyphs(names: list[str]) -> dict[int, str]:
    """Return the characters of the names that no font has, by place; Typst belongs into workers, even for this."""
    from outsourcing_lessons.typesetting.characters import missing_glyphs

    return missing_glyphs(names, _setup.look.fonts)
