"""Worker processes, each with one job at a time.

- Spawned, never forked: the process that calls may have threads, and a fork takes only one of them along.
- A worker has a pipe of its own, so when one dies it is known which job it died of; that job fails and a new worker
  takes its place.
- Workers are daemons: whatever ends the parent ends them; what a worker has started ends when the worker is gone.
- A worker that keeps a job for too long is ended from here, whatever it hangs on.
- A worker may be let go after so many jobs, and what its libraries have kept by then goes with it.
"""

from __future__ import annotations

import multiprocessing
import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from typing import Any
from unittest.mock import patch

# What a process must know before it begins. One thread each for linear algebra and for Typst: there are as many workers
# as cores. A fixed seed for hashes: no order may depend on chance.
THREADS = (
    "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS", "RAYON_NUM_THREADS",
)  # fmt: skip
ENVIRONMENT = {"PYTHONHASHSEED": "0"} | dict.fromkeys(THREADS, "1")
GOODBYE_SECONDS = 5


@dataclass(frozen=True)
class Died:
    """What comes back for a job whose worker ended: a negative code is the signal that ended it.

    With ``late`` it was ended because it took too long.
    """

    code: int | None
    late: bool = False


class _Worker:
    def __init__(self, context, prepare: Callable, given: Any, work: Callable):
        self.pipe, end = context.Pipe()
        self.process = context.Process(target=_serve, args=(end, prepare, given, work), daemon=True)
        with patch.dict(os.environ, ENVIRONMENT):
            self.process.start()
        # The worker's end must be closed here, or its death would not be seen on the pipe.
        end.close()
        self.place: int | None = None
        self.begun, self.jobs = time.monotonic(), 0

    def begin(self, place: int, job: Any) -> None:
        self.place, self.begun = place, time.monotonic()
        self.jobs += 1
        try:
            self.pipe.send(job)
        except (BrokenPipeError, ConnectionResetError):
            pass  # it died before its first job; that is seen when its result is waited for

    def result(self) -> Any:
        if not self.pipe.poll():
            self.process.kill()
            self.process.join()
            return Died(None, late=True)
        try:
            return self.pipe.recv()
        except (EOFError, ConnectionResetError):
            self.process.join()
            return Died(self.process.exitcode)

    def end(self) -> None:
        self.pipe.close()
        self.process.terminate()
        self.process.join(GOODBYE_SECONDS)
        self.process.kill()  # a notebook client answers the gentle signal itself
        self.process.join()


def run(
    jobs: Iterable[Any],
    work: Callable,
    prepare: Callable,
    given: Any,
    workers: int,
    seconds: float | None = None,
    most: int | None = None,
) -> Iterator[tuple[int, Any]]:
    """Do jobs in worker processes, and yield (place of the job, result) as they are done, in any order.

    Parameters
    ----------
    jobs : iterable
        Each can be pickled.
    work : callable
        A function of a module: job -> result. What it raises ends its worker.
    prepare : callable
        A function of a module, called once in each worker before its first job, with ``given``.
    given : object
        What all workers are told; can be pickled.
    workers : int
        How many at most, 1 or more.
    seconds : float or None
        How long a worker may keep a job, starting included; for ever when None.
    most : int or None
        After how many jobs a worker is replaced by a new one; never when None.
    """
    waiting = deque(enumerate(jobs))
    context = multiprocessing.get_context("spawn")
    with closing(_Crew(context, prepare, given, work)) as crew:
        for _ in range(min(workers, len(waiting))):
            crew.hire().begin(*waiting.popleft())
        while crew.busy:
            for worker in crew.ready(seconds):
                place, result = worker.place, worker.result()
                if isinstance(result, Died) or worker.jobs == most:
                    worker = crew.replace(worker, hire=bool(waiting))
                if waiting:
                    worker.begin(*waiting.popleft())
                elif worker:
                    crew.let_go(worker)
                yield place, result


class _Crew:
    """The workers that have a job."""

    def __init__(self, *how: Any):
        self.how, self.busy = how, []

    def hire(self) -> _Worker:
        self.busy.append(_Worker(*self.how))
        return self.busy[-1]

    def ready(self, seconds: float | None) -> list[_Worker]:
        """Wait for a result; return who has one, and who has been at it for too long."""
        ends = min(worker.begun for worker in self.busy) + (seconds or 0)
        pipes = wait([worker.pipe for worker in self.busy], seconds and max(0, ends - time.monotonic()))
        now = time.monotonic()
        return [
            worker
            for worker in self.busy
            if worker.pipe in pipes or (seconds is not None and now - worker.begun > seconds)
        ]

    def replace(self, worker: _Worker, hire: bool) -> _Worker | None:
        self.let_go(worker)
        return self.hire() if hire else None

    def let_go(self, worker: _Worker) -> None:
        self.busy.remove(worker)
        worker.end()

    def close(self) -> None:
        while self.busy:
            self.let_go(self.busy[-1])


def _serve(pipe: Connection, prepare: Callable, given: Any, work: Callable) -> None:
    prepare(given)
    while True:
        try:
            job = pipe.recv()
        except EOFError:
            return
        pipe.send(work(job))
