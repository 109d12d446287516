"""A worker that writes a learner's files without running a notebook, so that hundreds of learners take seconds.

What is tested with it is everything around the work: journal, store, processes. Its files depend on all that a real
worker's depend on. A learner whose name begins with a reason fails for that reason, one whose name begins with "large"
has large files, and one whose name begins with "redrawn" had an item drawn again; where ``TOLD`` is set, each learner
begun is written down there with the formats asked for. Where ``KILLS`` is set to N, whoever asked for the worker is
killed when it begins its N-th learner. Learners after the first six wait as long as there is a file that ``HELD``
names.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import time
from dataclasses import asdict

from outsourcing_lessons.errors import StoreError
from outsourcing_lessons.lessons.courses import case_of, chosen
from outsourcing_lessons.render.disk_errors import HOPELESS
from outsourcing_lessons.render.plan import Job
from outsourcing_lessons.render.worker import BatchSetup, Done

TOLD, PAUSE, KILLS, HELD = "QUICK_TOLD", "QUICK_PAUSE", "QUICK_KILLS", "QUICK_HELD"
FREE = {f"learner-{n}" for n in range(6)}
REASONS = ("cell error", "timeout", "memory limit", "dead kernel")

_setup: BatchSetup
_begun = 0


def prepare(setup: BatchSetup) -> None:
    global _setup, _begun
    _setup, _begun = setup, 0


def work(job: Job) -> Done:
    learner_id = job.profile.learner_id
    if TOLD in os.environ:
        with open(os.environ[TOLD], "a") as told:
            told.write(f"{learner_id} {','.join(job.formats)}\n")
    _kill_who_asked_for_this()
    time.sleep(float(os.environ.get(PAUSE, 0)))
    while learner_id not in FREE and os.path.exists(os.environ.get(HELD, "")):
        time.sleep(0.02)
    for reason in REASONS:
        if job.profile.learner.startswith(reason):
            return Done(learner_id, reason, f"it was a {reason}")
    try:
        redrawn = (("first-job.split", 1),) if job.profile.learner.startswith("redrawn") else ()
        return Done(learner_id, files=_setup.store.write(contents_of(job)), redrawn=redrawn, asked=asked_of(job))
    except StoreError as error:
        return Done(learner_id, error.reason, str(error), hopeless=error.errno in HOPELESS)


def _kill_who_asked_for_this() -> None:
    global _begun
    _begun += 1
    if _begun == int(os.environ.get(KILLS, 0)):
        os.kill(multiprocessing.parent_process().pid, signal.SIGKILL)


def asked_of(job: Job) -> tuple[tuple[str, str], ...]:
    """Return the questions of the lessons, as a real workbook has them."""
    case = case_of(job.profile)
    items = [one for source in _setup.sources for one in chosen().lesson(source.slug).items if job.own.has(source)]
    return tuple(sorted((one.id, one.variant(case).variant) for one in items))


def contents_of(job: Job) -> dict[str, bytes]:
    times = 2000 if job.profile.learner.startswith("large") else 20
    sources = [source for source in _setup.sources if job.own.has(source)]
    own = json.dumps([asdict(job.profile), [source.text for source in sources]]) * times
    names = {
        "html": [f"workbooks/{job.folder}/{job.own.stem}.html"],
        "pdf": [f"workbooks/{job.folder}/{job.own.stem}.pdf", f"keys/{job.folder}/key.pdf"],
        "ipynb": [f"workbooks/{job.folder}/notebooks/{source.notebook}" for source in sources],
    }
    return {name: f"{name}\n{own}".encode() for kind in job.formats for name in names[kind]}


class Here:
    """An executor that works in this very process, one learner at a time; ``told`` is what they were asked to do."""

    def __init__(self):
        self.told: list[tuple[str, tuple[str, ...]]] = []

    def width(self, jobs) -> int:
        return 1

    def run(self, jobs, setup):
        prepare(setup)
        for place, job in enumerate(jobs):
            self.told.append((job.profile.learner_id, job.formats))
            yield place, work(job)
