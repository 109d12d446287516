"""A cohort on many machines: Dask's workers render batches of learners with the same function that this machine uses.

A batch runs in a worker process of its own, started clean: what ends a learner's process does not end Dask's, and a
Dask worker has threads that must not be forked. The batch of a Dask worker that is lost goes to another one, and comes
out the same.
"""

from __future__ import annotations

import dataclasses
import logging
import multiprocessing
import tempfile
import time
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import Path
from typing import Any

from outsourcing_lessons.errors import InputError
from outsourcing_lessons.lessons.courses import chosen, course, names
from outsourcing_lessons.render import pool, waiting, worker
from outsourcing_lessons.render.batch import Stuck
from outsourcing_lessons.render.fingerprint import code
from outsourcing_lessons.render.plan import Job
from outsourcing_lessons.render.worker import BatchSetup, Done

SMALLEST, LARGEST = 50, 200
PATIENCE = "20s"
LOOK_SECONDS = 0.1
ALONE_SECONDS = 120.0  # without a worker, before a batch is given up; the next command goes on from there
ANSWER_SECONDS = 10.0
SILENT_SECONDS = 600.0  # a scheduler gives up a worker of which it hears nothing after five minutes, if at all
WAITING = "outsourcing-lessons: waiting"  # the topic of what workers say meanwhile
EXTRA = "--scheduler needs the extra “cluster”: pip install 'outsourcing-lessons[cluster]'"
DAEMON = (
    "the worker {} may not start processes; start the workers with "
    "DASK_DISTRIBUTED__WORKER__DAEMON=False in their environment"
)
UNFIT = "the worker {} cannot do the work ({}); install the course there, or end that worker"
OTHER_CODE = "the worker {} has another version of the course; install the same one everywhere"


class Cluster:
    """An executor elsewhere.

    ``address``: of the scheduler, such as ``tcp://10.0.0.5:8786``.

    Raises InputError when nobody answers there, or a worker is not fit for it.
    """

    def __init__(self, address: str):
        try:
            from distributed import Client
        except ImportError:
            raise InputError(EXTRA) from None
        self.address, self._client = address, Client
        for handler in logging.getLogger("distributed").handlers:
            handler.setLevel(
                logging.CRITICAL
            )  # a line that is cut would be pages of tracebacks; it is said in a sentence
        with self._connected() as client:
            self.workers = _fit(client)

    def _connected(self):
        try:
            return self._client(self.address, timeout=PATIENCE, set_as_default=False)
        except (OSError, ValueError, TypeError) as error:
            why = str(error).splitlines()[0] if str(error) else type(error).__name__
            raise InputError(f"no Dask scheduler answers at {self.address}: {why}") from None

    def width(self, jobs: Sequence[Job]) -> int:
        """Return how many learners are with a worker at a time."""
        return self.workers * size_of_batch(len(jobs), self.workers)

    def run(self, jobs: Sequence[Job], setup: BatchSetup) -> Generator[tuple[int, Any]]:
        """Yield the place of each job and what became of it, a batch at a time."""
        from distributed import as_completed

        size = size_of_batch(len(jobs), self.workers)
        with self._connected() as client:
            client.subscribe_topic(WAITING, lambda event: waiting.say(*event[1]))
            futures = {}
            for start in range(0, len(jobs), size):
                # A key of Dask's own would be that of the run before, and so its result.
                future = client.submit(render_batch, setup, list(jobs[start : start + size]), pure=False)
                futures[future] = range(start, min(start + size, len(jobs)))
            for future in _as_they_come(as_completed(list(futures), loop=client.loop), client, self.address):
                places = futures.pop(future)
                if future.cancelled():
                    raise Stuck(f"the Dask scheduler at {self.address} is gone")
                results = future.result() if future.status == "finished" else [pool.Died(None)] * len(places)
                yield from zip(places, results, strict=True)
                future.release()


def _as_they_come(completed, client, address: str) -> Iterator[Any]:
    """Yield futures as they are done; meanwhile say what is not as it should be with the workers.

    Raises Stuck when that has been so for too long.
    """
    while not completed.is_empty():
        looked = time.monotonic()
        roll_call = RollCall(address, looked)
        while not completed.has_ready():
            time.sleep(LOOK_SECONDS)
            if time.monotonic() - looked < waiting.EVERY:
                continue
            looked = time.monotonic()
            if trouble := roll_call.see(roll_of(client), looked):
                waiting.say(trouble)
        yield next(completed)


@dataclass(frozen=True)
class Roll:
    """How many workers a scheduler knows, and when it last heard of any, by its own clock."""

    workers: int
    last_seen: float = 0.0


def roll_of(client: Any) -> Roll | None:
    """Ask the scheduler; None if it does not answer.

    `Client.scheduler_info` would not do: a renewal of its own, which asks for no workers, may come between question
    and answer, and the more often, the busier the machine is.
    """
    try:
        known = client.sync(client.scheduler.identity, n_workers=-1, callback_timeout=ANSWER_SECONDS)
    except (OSError, TimeoutError):
        return None
    seen = [worker["last_seen"] for worker in known["workers"].values()]
    return Roll(known["n_workers"], max(seen, default=0.0))


class RollCall:
    """Looks at one roll after another; a busy worker is heard of, however long its batch takes.

    ``address`` is that of the scheduler, for what is said; ``now`` is the beginning, by the clock of all calls.
    """

    def __init__(self, address: str, now: float):
        self.address, self._well, self._last_seen = address, now, 0.0

    def see(self, roll: Roll | None, now: float) -> str:
        """Return what is to be said of a roll; nothing while workers are at work.

        Raises Stuck when it has been so for too long.
        """
        if roll and roll.workers and roll.last_seen > self._last_seen:
            self._well, self._last_seen = now, roll.last_seen
            return ""
        trouble, remedy, limit = self._trouble(roll)
        seconds = now - self._well
        if seconds >= limit:
            raise Stuck(f"{trouble}{remedy}")
        return f"{trouble}; waiting, {seconds:.0f} seconds by now"

    def _trouble(self, roll: Roll | None) -> tuple[str, str, float]:
        if roll is None:
            return f"the Dask scheduler at {self.address} does not answer", "", ALONE_SECONDS
        if not roll.workers:
            return f"no Dask worker is left at {self.address}", "; start some", ALONE_SECONDS
        known = "the one worker it knows" if roll.workers == 1 else f"any of the {roll.workers} workers it knows"
        return f"the Dask scheduler at {self.address} hears nothing from {known}", "", SILENT_SECONDS


def size_of_batch(learners: int, workers: int) -> int:
    """Return how many learners a batch has: 50 to 200, and fewer when some workers would have none.

    Examples
    --------
    >>> size_of_batch(100_000, 40), size_of_batch(2000, 8), size_of_batch(12, 2)
    (200, 62, 6)
    """
    several = min(LARGEST, max(SMALLEST, learners // (4 * workers)))
    return max(1, min(several, ceil(learners / workers)))


def _fit(client) -> int:
    """Return how many workers there are after seeing that each can do the work, and would do it alike."""
    with waiting.told_every_while(f"not all workers of {client.scheduler.address} have answered"):
        said = client.run(introduction, chosen().id, on_error="return")
    if not said:
        raise InputError(f"the Dask scheduler at {client.scheduler.address} has no workers; start some")
    for address, answer in said.items():
        if isinstance(answer, Exception):
            raise InputError(UNFIT.format(address, f"{type(answer).__name__}: {str(answer)[:200]}"))
        daemon, version = answer
        if daemon:
            raise InputError(DAEMON.format(address))
        if version != _code_with(chosen().id):
            raise InputError(OTHER_CODE.format(address))
    return len(said)


def introduction(course_id: str) -> tuple[bool, str]:
    """Return, on a worker, whether it is one that may have no children, and the hash of its code, "" without course."""
    return bool(multiprocessing.current_process().daemon), _code_with(course_id)


def _code_with(course_id: str) -> str:
    return code(course=course(course_id).folder.resolve()) if course_id in names() else ""


def render_batch(setup: BatchSetup, jobs: list[Job]) -> list[Done | pool.Died]:
    """Render a batch of learners on a worker; what comes back is small, since the files are stored by then."""
    from distributed import get_worker

    here = get_worker()
    waiting.tell_through(lambda words, about: here.log_event(WAITING, (words, about)))
    with tempfile.TemporaryDirectory(prefix="outsourcing-lessons-", ignore_cleanup_errors=True) as scratch:
        own = dataclasses.replace(setup, scratch=Path(scratch))
        done = dict(pool.run(jobs, worker.work, worker.prepare, own, 1, own.patience, own.most))
    return [done[place] for place in range(len(jobs))]
