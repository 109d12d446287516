"""Worker processes, each with one job at a time.

- Never forked from the process that calls, which may have threads, and a fork takes only one of them along: from one
  that has only imported, or spawned (`fork_server`).
- A worker has a pipe of its own, so when one dies it is known which job it died of; that job fails and a new worker
  takes its place.
- Workers are daemons: whatever ends the parent ends them; what a worker has started ends when the worker is gone.
- A worker that keeps a job for too long is ended from here, whatever it hangs on.
- A worker may be let go after so many jobs, and what its libraries have kept by then goes with it.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable
from contextlib import closing
from dataclasses import dataclass
from math import inf
from multiprocessing.connection import Connection, wait
from typing import Any

from outsourcing_lessons import fork_server
from outsourcing_lessons.fork_server import OF_A_TERMINAL, starting
from outsourcing_lessons.render import waiting
from outsourcing_lessons.render.stopping import put_off

GOODBYE_SECONDS = 5


@dataclass(frozen=True)
class Died:
    """What comes back for a job whose worker ended: a negative code is the signal that ended it.

    With ``late`` it was ended because it took too long.
    """

    code: int | None
    late: bool = False


@dataclass(frozen=True)
class _Said:
    """What a worker says meanwhile, and of what."""

    words: str
    about: str


class _Worker:
    def __init__(self, context, prepare: Callable, given: Any, work: Callable):
        self.pipe, end = context.Pipe()
        with put_off(), starting():  # who is born meanwhile hears nothing, even while it imports
            # The process it is forked from may be older than the environment of this one.
            args = (end, dict(os.environ), prepare, given, work)
            self.process = context.Process(target=_serve, args=args, daemon=True)
            self.process.start()
        # The worker's end must be closed here, or its death would not be seen on the pipe.
        end.close()
        self.place = -1  # of its job, once it has one
        self.jobs, self.begun = 0, inf
        self.is_up = False

    def begin(self, place: int, job: Any) -> None:
        self.place = place
        self.jobs += 1
        if self.is_up:
            self.begun = time.monotonic()
        try:
            self.pipe.send(job)
        except (BrokenPipeError, ConnectionResetError):
            pass  # it died before its first job; that is seen when its result is waited for

    def greet(self) -> None:
        """Hear that it has started, and let the time of its first job begin."""
        try:
            self.pipe.recv()
        except (EOFError, ConnectionResetError):
            pass  # it has not; that is seen when its result is waited for
        self.is_up, self.begun = True, time.monotonic()

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
) -> Generator[tuple[int, Any]]:
    """Do jobs in worker processes, and yield (place of the job, result) as they are done, in any order.

    ``work`` and ``prepare`` are functions of a module: the first does a job, and what it raises ends its worker; the
    second is called once in each worker before its first job, with ``given``. Jobs, results and what is given can be
    pickled. There are at most ``workers`` at a time. A worker may keep a job for ``seconds``, and is replaced by a new
    one after its ``most``-th job; without a limit when None.
    """
    queue = deque(enumerate(jobs))
    with closing(WorkerPool(fork_server.context(), prepare, given, work)) as pool:
        for _ in range(min(workers, len(queue))):
            pool.start().begin(*queue.popleft())
        while pool.busy:
            for worker in pool.ready(seconds):
                place, result = worker.place, worker.result()
                if isinstance(result, _Said):
                    waiting.tell(result.words, result.about)
                    continue
                spent = isinstance(result, Died) or worker.jobs == most
                if spent or not queue:
                    pool.stop(worker)
                if queue:
                    (pool.start() if spent else worker).begin(*queue.popleft())
                yield place, result


class WorkerPool:
    """The workers that have a job."""

    def __init__(self, *how: Any):
        self.how = how
        self.busy: list[_Worker] = []

    def start(self) -> _Worker:
        self.busy.append(_Worker(*self.how))
        return self.busy[-1]

    def ready(self, seconds: float | None) -> list[_Worker]:
        """Wait for something to happen; return who has a result, and who has been at it for too long."""
        begun = min(worker.begun for worker in self.busy)
        patience = None if seconds is None or begun == inf else max(0, begun + seconds - time.monotonic())
        pipes = wait([worker.pipe for worker in self.busy], patience)
        for worker in self.busy:
            if worker.pipe in pipes and not worker.is_up:
                worker.greet()
        late = time.monotonic() - (inf if seconds is None else seconds)
        return [worker for worker in self.busy if worker.is_up and (worker.pipe.poll() or worker.begun < late)]

    def stop(self, worker: _Worker) -> None:
        self.busy.remove(worker)
        worker.end()

    def close(self) -> None:
        while self.busy:
            self.stop(self.busy[-1])


def _serve(pipe: Connection, environment: dict[str, str], prepare: Callable, given: Any, work: Callable) -> None:
    # The terminal's Ctrl-C, and its end, reach every process; the parent answers them for all.
    for each in OF_A_TERMINAL:
        signal.signal(each, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, OF_A_TERMINAL)
    os.environ.clear()
    os.environ.update(environment)
    prepare(given)
    line = threading.Lock()  # several threads may wait for something, and each says so
    waiting.tell_through(lambda *words: _told(pipe, _Said(*words), line))
    said = _told(pipe, "up", line)
    while said:
        try:
            job = pipe.recv()
        except (EOFError, ConnectionResetError):  # the second, if it was stopped before it read what had been sent
            return
        said = _told(pipe, work(job), line)


def _told(pipe: Connection, what: Any, line: threading.Lock) -> bool:
    """Send it, and say whether anybody is there: who stops closes the pipe, also on a worker that only starts."""
    try:
        with line:
            pipe.send(what)
    except (BrokenPipeError, ConnectionResetError):
        return False
    return True
