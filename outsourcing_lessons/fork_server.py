"""The process that workers are forked from: it imports once what each of them would import for itself.

It is Python's own, of `multiprocessing`: one for each process that wants workers, gone when that is. It can begin while
its caller still reads and plans. Where forking is not safe, workers are spawned.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.context import BaseContext

# What a process must know before it begins. One thread each for linear algebra and for Typst: there are as many workers
# as cores. A fixed seed for hashes: no order may depend on chance.
THREADS = (
    "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS", "RAYON_NUM_THREADS",
)  # fmt: skip
ENVIRONMENT = {"PYTHONHASHSEED": "0"} | dict.fromkeys(THREADS, "1")
# What a terminal sends to all that run in it: the process that was called answers for those it has started.
OF_A_TERMINAL = tuple(getattr(signal, name) for name in ("SIGINT", "SIGHUP") if hasattr(signal, name))


def possible() -> bool:
    """Return whether processes can be forked safely here: on macOS the system's own libraries forbid it."""
    return sys.platform == "linux" and hasattr(os, "fork")


def context() -> BaseContext:
    """Return how worker processes come to be on this system."""
    return multiprocessing.get_context("forkserver" if begin() else "spawn")


def begin() -> bool:
    """Let it begin to import, unless it has; return whether there is one."""
    if not possible():
        return False
    from multiprocessing import forkserver

    multiprocessing.set_forkserver_preload(["outsourcing_lessons.render.imports"])
    try:
        with starting():
            forkserver.ensure_running()
    except OSError:  # its socket lies in the temporary folder, and the path may be too long for one
        return False
    return True


@contextmanager
def starting() -> Iterator[None]:
    """Start processes in here: they know what they must, and hear nothing of a terminal until they let it through."""
    before = dict(os.environ)
    os.environ.update(ENVIRONMENT)
    try:
        with _blocked():
            yield
    finally:
        for name in ENVIRONMENT:
            os.environ.pop(name)
        os.environ.update(before)


@contextmanager
def _blocked() -> Iterator[None]:
    """Block signals, for a child inherits that; it does not keep them from other threads of this process."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # which lets Ctrl-C through again when it starts its own process
    before = signal.pthread_sigmask(signal.SIG_BLOCK, OF_A_TERMINAL)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
