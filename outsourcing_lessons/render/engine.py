"""A papermill engine that needs no kernel process: ``papermill --engine outsourcing-lessons in.ipynb out.ipynb``.

What a cell shows becomes outputs in nbclient's own code, and papermill keeps its own book of times and saves; only the
kernel between them is replaced, by `shell`. The notebook is the one that the stock engine gives, far sooner.

papermill's stock engine does what this one cannot, and a line of papermill's log says why: a call from another thread
than the main one or out of a notebook, another kernel than ``python3``, an option that is not in `SERVED`, a time limit
where the system has no alarm clock or the caller's own is running. Who wants many notebooks at once starts processes.

Not caught is what programs write to the streams of the process, past Python's own; a kernel catches that too.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

from nbclient.exceptions import CellExecutionComplete, CellExecutionError, CellTimeoutError
from nbformat import NotebookNode
from nbformat.v4 import nbbase

from outsourcing_lessons.papermill_plugins import without_plugins
from outsourcing_lessons.render import shell

with without_plugins():
    from papermill import engines
    from papermill.clientwrap import PapermillNotebookClient
    from papermill.engines import Engine, NBClientEngine, NotebookExecutionManager, papermill_engines
    from papermill.log import logger

NAME = "outsourcing-lessons"
KERNELS = ("python3", "python")
# What the stock engine takes and this one does the same with, or needs no more.
SERVED = frozenset(
    "log_output stdout_file stderr_file on_cell_start allow_errors allow_error_names force_raise_errors"
    " skip_cells_with_tag timeout_func store_widget_state record_timing coalesce_streams iopub_timeout"
    " raise_on_iopub_timeout shutdown_kernel ipython_hist_file kernel_manager_class".split()
)
# For each cell papermill reads the time it has just written with a parser for all there are, at a twentieth of the run.
OWN_TIMES = SimpleNamespace(parser=SimpleNamespace(parse=datetime.fromisoformat))


class InProcessEngine(Engine):
    """Runs a notebook in this process; what needs a process of its own goes to papermill's stock engine."""

    @classmethod
    def execute_managed_notebook(
        cls,
        nb_man: NotebookExecutionManager,
        kernel_name: str,
        execution_timeout: int | None = None,
        timeout: int | None = None,
        start_timeout: int = 60,
        input_path: str | None = None,
        **options: Any,
    ) -> NotebookNode:
        """Run the cells; the options are those of the stock engine."""
        seconds = execution_timeout or timeout
        if why := _refusal(kernel_name, seconds, options):
            logger.info("%s leaves this notebook to the stock engine: %s", NAME, why)
            stock = {"start_timeout": start_timeout, "execution_timeout": seconds, "input_path": input_path}
            return NBClientEngine.execute_managed_notebook(nb_man, kernel_name, **stock, **options)
        options |= {"timeout": seconds, "kernel_name": kernel_name, "log": logger}
        return _Client(nb_man, startup_timeout=start_timeout, **options).execute()


def _refusal(kernel_name: str, seconds: float | None, options: dict[str, Any]) -> str:
    """Return why the notebook cannot be run here, or nothing."""
    if kernel_name not in KERNELS:
        return f"it is for the kernel {kernel_name!r}"
    if strange := sorted(options.keys() - SERVED):
        return f"it does not know {', '.join(strange)}"
    if options.get("ipython_hist_file", ":memory:") != ":memory:":
        return "it keeps no history in a file"
    limited = (seconds or options.get("timeout_func")) and not shell.refusal()
    return shell.refusal() or (limited and _no_clock()) or ""


def _no_clock() -> str:
    if not hasattr(signal, "setitimer"):
        return "this system has no clock that ends a cell"
    return "the caller's own alarm is set" if any(signal.getitimer(signal.ITIMER_REAL)) else ""


# The entry point names this module, not the class: papermill imports it while it is itself being imported, and when it
# is this module that has just asked for papermill, there is no class yet.
execute_notebook = InProcessEngine.execute_notebook
nb_kernel_name, nb_language = InProcessEngine.nb_kernel_name, InProcessEngine.nb_language


def register() -> str:
    """Make the engine known to papermill, also where the package lies about uninstalled; return its name."""
    papermill_engines.register(NAME, InProcessEngine)
    return NAME


class _Client(PapermillNotebookClient):
    """papermill's client, talking to a kernel in this process."""

    def execute(self, **_: Any) -> NotebookNode:
        self.reset_execution_trackers()
        kernel = shell.kernel(self._hear, self.record_timing)
        with _unchecked(), patch.object(engines, "dateutil", OWN_TIMES), kernel as self._kernel:
            # What nbclient's own Output widget answers through.
            channel = SimpleNamespace(send=self._kernel.answer)
            self.kc = SimpleNamespace(session=self._kernel.session, shell_channel=channel)
            self.papermill_execute_cells()
        self.nb.metadata["language_info"] = dict(shell.LANGUAGE)
        self.set_widgets_metadata()
        return self.nb

    def execute_cell(self, cell: NotebookNode, cell_index: int, **_: Any) -> NotebookNode:
        if not self._is_to_run(cell):
            return cell
        if self.on_cell_start:
            self.on_cell_start(cell=cell, cell_index=cell_index)
        if self.record_timing:
            cell.metadata["execution"] = {}
        cell.outputs, self.clear_before_next_output = [], False
        self._cell, self._at = cell, cell_index
        with at_most(self._get_timeout(cell)) as clock:
            reply = self._kernel.execute(cell.source)
        if clock.has_rung:
            raise CellTimeoutError.error_from_timeout_and_cell("Cell execution timed out", clock.seconds, cell)
        self.code_cells_executed += 1
        if reply["status"] == "error" and not self._may_fail(cell, reply["ename"]):
            raise CellExecutionError.from_cell_and_msg(cell, reply)
        return cell

    def _is_to_run(self, cell: NotebookNode) -> bool:
        skipped = self.skip_cells_with_tag in cell.metadata.get("tags", [])
        return cell.cell_type == "code" and bool(cell.source.strip()) and not skipped

    def _may_fail(self, cell: NotebookNode, name: str) -> bool:
        expected = "raises-exception" in cell.metadata.get("tags", [])
        allowed = self.allow_errors or name in self.allow_error_names or expected
        return allowed and not self.force_raise_errors

    def _hear(self, msg: dict[str, Any]) -> None:
        with suppress(CellExecutionComplete):
            self.process_message(msg, self._cell, self._at)


@contextmanager
def _unchecked() -> Iterator[None]:
    """Hold no output of this thread against nbformat's schema; the whole notebook is, when it is written."""
    check, here = nbbase.validate, threading.current_thread()

    def validate(*given: Any, **named: Any) -> None:
        if threading.current_thread() is not here:
            check(*given, **named)

    with patch.object(nbbase, "validate", validate):
        yield


class TimeIsUp(BaseException):
    """Raised in the middle of a cell that takes too long."""


@contextmanager
def at_most(seconds: float | None) -> Iterator[SimpleNamespace]:
    """End what is done inside after some seconds; say whether the time was up.

    What catches every exception, or does not come back from C, is not ended by this: a parent process has to.
    """
    clock = SimpleNamespace(seconds=seconds, has_rung=False)
    if not seconds:
        yield clock
        return

    def ring(*_):
        clock.has_rung = True
        raise TimeIsUp

    before = signal.signal(signal.SIGALRM, ring)
    try:
        with suppress(TimeIsUp):
            signal.setitimer(signal.ITIMER_REAL, seconds, 1)
            yield clock
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
