"""Getting a process ready to fork: everything that is the same for every learner is imported, read and parsed."""

from __future__ import annotations

import gc
import importlib
import os
import pkgutil
from collections.abc import Iterable
from pathlib import Path

from nbformat import v4

from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.papermill_plugins import without_storages
from outsourcing_lessons.render import forked, html, notebook, shell, typeset
from outsourcing_lessons.render.execute import execute, our_engine, template
from outsourcing_lessons.render.limits import Limits
from outsourcing_lessons.render.plan import Source

THREADS = Path("/proc/self/task")
# After how many new objects a child looks for those that hold one another: it is gone soon, and there are few.
SELDOM = 100_000
# What lessons and their models import only when they come to it, and so once for each learner.
LATER = (
    "numpy.ma",
    "outsourcing_lessons.lab.start_notebook", "outsourcing_lessons.lab.start_page",
    "outsourcing_lessons.progress.backup",
)  # fmt: skip


def up(sources: Iterable[Source]) -> None:
    """Import and read; nothing of a lesson is drawn, compiled or computed.

    What is there at the end is left alone by the garbage collector, which would otherwise touch, and so copy, every
    page of it in every child.
    """
    imported()
    course = chosen()
    course.case(course.profile())
    templates = {one.slug: template(one.text, one.notebook) for one in sources}
    html.warm({slug: notebook.passages_of(nb) for slug, nb in templates.items()})
    typeset.warm()
    _one_cell()
    for cell in (cell for nb in templates.values() for cell in nb.cells if cell.cell_type == "code"):
        shell.warm(cell.source)
    gc.collect()
    gc.freeze()
    gc.set_threshold(SELDOM)


def imported() -> None:
    """Import what runs notebooks, and the course of this process."""
    with without_storages():
        our_engine()
    package = importlib.import_module(chosen().package)
    modules = pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
    for name in (*LATER, *(module.name for module in modules)):
        importlib.import_module(name)


def _one_cell() -> str:
    """Run the smallest notebook there is, so that IPython has imported what it imports at its first cell."""
    nb = v4.new_notebook(
        cells=[v4.new_code_cell("from outsourcing_lessons import open_lesson\n1 + 1")],
        metadata={"kernelspec": {"name": "python3", "language": "python", "display_name": "Python 3"}},
    )
    done = execute(notebook.written(nb).decode(), "one cell", chosen().profile(), our_engine())
    return done.cells[-1].outputs[0].data["text/plain"]


def threads() -> int:
    """Return how many threads this process has; a fork takes only one of them along."""
    return len(os.listdir(THREADS)) if THREADS.exists() else 1


def forks() -> bool:
    """Return whether a child of this process works: it has one thread, and a child runs a cell."""
    if threads() > 1:
        return False
    try:
        return forked.call(lambda note: _one_cell(), Limits(60, 60)) == "2"
    except OSError:
        return False
