"""Executing a lesson for a learner, by papermill and one of two engines: its stock one, or ours.

papermill pastes the *names* of parameters into code as they are, and the text of any value that is not plain data: both
come from a `LearnerProfile` here, whose names are fixed and whose values are str, int or float.
"""

from __future__ import annotations

import dataclasses
import logging
import re
from collections.abc import Callable
from functools import cache

from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

from outsourcing_lessons.errors import NotebookError
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.render.notebook import parse

START_SECONDS, CELL_SECONDS = 90, 180
STARTS = 2


def execute(
    text: str, name: str, profile: LearnerProfile, engine: str | None = None, on_cell_start: Callable | None = None
) -> NotebookNode:
    """Run a notebook for a learner and return it with its outputs.

    Parameters
    ----------
    text : str
        The notebook.
    name : str
        Its file name, for sentences.
    profile : LearnerProfile
        Becomes the parameters.
    engine : str or None
        The name that papermill knows the engine under; its stock engine when None.
    on_cell_start : callable or None
        Told of each cell before it runs; for engines in this process.

    Raises
    ------
    NotebookError
        With ``reason`` ``"cell error"``, ``"memory limit"``, ``"timeout"`` or ``"dead kernel"``.
    """
    hooks = {"on_cell_start": on_cell_start} if on_cell_start else {}
    # Two kernels that start at once may be given the same port, and one of them dies of it before its first cell.
    for start in range(STARTS):
        try:
            return _run(text, name, profile, engine_name=engine, **hooks)
        except (DeadKernelError, RuntimeError) as error:
            if start == STARTS - 1 or not _died_at_start(error):
                raise _failed("dead kernel", f"{name}: the kernel died ({first_line(error)})") from None
    raise AssertionError("unreachable")


def _run(text: str, name: str, profile: LearnerProfile, **options) -> NotebookNode:
    from papermill import PapermillExecutionError, execute_notebook

    logging.getLogger("papermill").setLevel(logging.ERROR)
    try:
        return execute_notebook(
            template(text, name),
            None,
            parameters=dataclasses.asdict(profile),
            progress_bar=False,
            request_save_on_cell_execute=False,
            autosave_cell_every=0,
            start_timeout=START_SECONDS,
            execution_timeout=CELL_SECONDS,
            ipython_hist_file=":memory:",
            record_timing=False,
            **options,
        )
    except PapermillExecutionError as error:
        where, what = first_line(error.source), first_line(f"{error.ename}: {error.evalue}")
        reason = "memory limit" if error.ename.endswith("MemoryError") else "cell error"
        raise _failed(reason, f"{name}: the cell that begins {where!r} failed with {what}") from None
    except CellTimeoutError:
        raise _failed("timeout", f"{name}: a cell took longer than {CELL_SECONDS} seconds") from None


@cache
def template(text: str, name: str) -> NotebookNode:
    """Return a notebook as papermill begins with it: parsed once, without its stored outputs.

    papermill works on a copy of what it is given.
    """
    nb = parse(text, name)
    # What papermill adds when it reads a file itself, which it leaves out when it is given a notebook.
    nb.metadata.setdefault("papermill", {})
    for cell in nb.cells:
        cell.metadata.setdefault("tags", [])
        cell.metadata.setdefault("papermill", {})
        if cell.cell_type == "code":
            cell.outputs = []
    return nb


def _died_at_start(error: Exception) -> bool:
    return "kernel_info" in str(error) or "respond" in str(error)


def _failed(reason: str, sentence: str) -> NotebookError:
    error = NotebookError(sentence)
    error.reason = reason
    return error


def first_line(error: object) -> str:
    """Return the start of an error's text, without memory addresses, which differ from run to run."""
    line = next((line.strip() for line in str(error).splitlines() if line.strip()), "no reason given")
    return re.sub(r"0x[0-9a-fA-F]+", "0x…", line)[:200]
