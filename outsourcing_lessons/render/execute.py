"""Executing a lesson for a learner, by papermill and one of two engines: its stock one, or ours.

papermill pastes the *names* of parameters into code as they are, and the text of any value that is not plain data: both
come from a `LearnerProfile` here, whose names are fixed and whose values are str, int or float.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from copy import deepcopy
from functools import cache

from nbclient.exceptions import CellTimeoutError, DeadKernelError
from nbformat import NotebookNode

from outsourcing_lessons.errors import NotebookError
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.handed_out import numbers_of
from outsourcing_lessons.lessons.script import place_of
from outsourcing_lessons.own_kernel import OwnKernel
from outsourcing_lessons.papermill_plugins import errors_only, without_plugins
from outsourcing_lessons.render.limits import Limits, too_long_for_a_cell
from outsourcing_lessons.render.notebook import parse

START_SECONDS = 90
STARTS = 2
Note = Callable[[str], None]


def execute(
    text: str,
    name: str,
    profile: LearnerProfile,
    engine: str | None = None,
    cell_seconds: float = Limits.cell_seconds,
    note: Note = lambda what: None,
) -> NotebookNode:
    """Run a notebook for a learner and return it with its outputs.

    Parameters
    ----------
    profile : LearnerProfile
        Becomes the parameters.
    engine : str or None
        The name that papermill knows the engine under; its stock engine when None.
    cell_seconds : float
        How long a cell may take.
    note : callable
        Told in words of each cell that begins, and with nothing when the last has ended.

    Raises
    ------
    NotebookError
        With ``reason`` ``"cell error"``, ``"memory limit"``, ``"timeout"`` or ``"dead kernel"``.
    """
    run = _Run(text, name, profile, engine, cell_seconds, note)
    # Two kernels that start at once may be given the same port, and one of them dies of it before its first cell.
    for start in range(STARTS):
        try:
            return run.result()
        except (DeadKernelError, RuntimeError) as error:
            at_start = "kernel_info" in str(error) or "respond" in str(error)
            if start == STARTS - 1 or not at_start:
                raise NotebookError(f"{name}: the kernel died ({first_line(error)})", "dead kernel") from None
    raise AssertionError("unreachable")


@dataclasses.dataclass
class _Run:
    text: str
    name: str
    profile: LearnerProfile
    engine: str | None
    cell_seconds: float
    note: Note
    at: str = ""
    numbers: list[int] = dataclasses.field(default_factory=list)

    def result(self) -> NotebookNode:
        with without_plugins():
            from papermill import PapermillExecutionError

        try:
            with errors_only():
                return self._executed()
        except PapermillExecutionError as error:
            what = first_line(f"{error.ename}: {error.evalue}".rstrip(": "))
            reason = "memory limit" if error.ename.endswith("MemoryError") else "cell error"
            raise NotebookError(f"{self.at} failed with {what}", reason) from None
        except CellTimeoutError:
            raise NotebookError(f"{self.at} {too_long_for_a_cell(self.cell_seconds)}", "timeout") from None
        finally:
            self.note("")

    def _executed(self) -> NotebookNode:
        from papermill.engines import papermill_engines
        from papermill.execute import raise_for_execution_errors
        from papermill.parameterize import parameterize_notebook

        # What papermill.execute_notebook does, without writing the notebook as JSON three times on the way, which took
        # longer than to run it.
        nb = deepcopy(template(self.text, self.name))
        nb = parameterize_notebook(nb, dataclasses.asdict(self.profile), engine_name=self.engine)
        self.numbers = numbers_of(nb.cells)
        nb = papermill_engines.execute_notebook_with_engine(
            self.engine,
            nb,
            # The lessons are this installation's, whatever kernel the file was last saved under.
            kernel_name="python3",
            kernel_manager_class=OwnKernel,
            progress_bar=False,
            autosave_cell_every=0,
            start_timeout=START_SECONDS,
            execution_timeout=self.cell_seconds,
            ipython_hist_file=":memory:",
            record_timing=False,
            on_cell_start=self._begins,
        )
        raise_for_execution_errors(nb, None)
        return nb

    def _begins(self, cell: NotebookNode, cell_index: int) -> None:
        self.at = place_of(self.name, self.numbers[cell_index], cell.source)
        self.note(self.at)


@cache
def our_engine() -> str:
    """Return the name of the engine that needs no kernel process, and see that papermill knows it."""
    from outsourcing_lessons.render import engine

    return engine.register()


@cache
def template(text: str, name: str) -> NotebookNode:
    """Return a notebook as papermill begins with it: parsed once, without its stored outputs."""
    nb = parse(text, name)
    # What papermill adds when it reads a file itself, which it leaves out when it is given a notebook.
    nb.metadata.setdefault("papermill", {})
    for cell in nb.cells:
        cell.metadata.setdefault("tags", [])
        cell.metadata.setdefault("papermill", {})
        if cell.cell_type == "code":
            cell.outputs = []
    return nb


def first_line(error: object) -> str:
    """Return the start of an error's text, without memory addresses, which differ from run to run."""
    line = next((line.strip() for line in str(error).splitlines() if line.strip()), "no reason given")
    return re.sub(r"0x[0-9a-fA-F]+", "0x…", line)[:200]
