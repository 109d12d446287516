"""A cohort on a real scheduler with two worker processes on this machine, one of which is killed half way."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from outsourcing_lessons.errors import InputError
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.render import run
from outsourcing_lessons.render.cluster import _fit, size_of_batch
from outsourcing_lessons.render.fingerprint import code
from tests.render import quick
from tests.render.conftest import a_block, a_notebook, products, shows
from tests.render.faulty_server import free_port, wait_for

ROOT = Path(__file__).parents[2]
COHORT = [LearnerProfile(f"learner-{number}", seed=number) for number in range(12)]
# A Dask worker as anybody starts one, but for the work, which is quick.
WORKER = """
from outsourcing_lessons.render import cluster
from tests.render import quick
cluster.worker = quick
from distributed.cli.dask_worker import main
main()
"""
KILLER = """
import os, signal, sys, time
for _ in range(600):
    if os.path.exists(sys.argv[1]) and open(sys.argv[1]).read().count("\\n") >= 4:
        os.kill(int(sys.argv[2]), signal.SIGKILL)
        break
    time.sleep(0.05)
"""


class Machines:
    """A scheduler and its workers, each a process; ended when this is left."""

    def __init__(self, told: Path):
        self.port = free_port()
        self.address = f"tcp://127.0.0.1:{self.port}"
        self.environment = os.environ | {
            "PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__WORKER__DAEMON": "False",
            quick.PAUSE: "0.25", quick.TOLD: str(told),
        }  # fmt: skip
        self.processes: list[subprocess.Popen] = []

    def start(self, *line: str, **environment: str) -> subprocess.Popen:
        options = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "start_new_session": True}
        command = [sys.executable, *line]
        self.processes.append(subprocess.Popen(command, env=self.environment | environment, cwd=ROOT, **options))
        return self.processes[-1]

    def worker(self, **environment: str) -> subprocess.Popen:
        options = ["--nthreads", "1", "--no-dashboard", "--host", "127.0.0.1", "--nworkers", "1", "--no-nanny"]
        return self.start("-c", WORKER, self.address, *options, **environment)

    def __enter__(self) -> Machines:
        options = ["--host", "127.0.0.1", "--port", str(self.port), "--no-dashboard"]
        self.start("-m", "distributed.cli.dask_scheduler", *options)
        wait_for(self.port)
        return self

    def __exit__(self, *_) -> None:
        for process in self.processes:
            try:
                os.killpg(process.pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
            process.wait()


@pytest.fixture(scope="module")
def machines(tmp_path_factory):
    with Machines(tmp_path_factory.mktemp("machines") / "told") as machines:
        yield machines


@pytest.fixture
def lesson(small_lesson):
    small_lesson(a_notebook(shows(a_block())))


def wait_for_workers(address: str, count: int) -> None:
    from distributed import Client

    with Client(address, set_as_default=False) as client:
        client.wait_for_workers(count, timeout=60)


def test_a_worker_is_killed_half_way_and_nothing_is_missing(machines, lesson, tmp_path, monkeypatch):
    doomed, _ = machines.worker(), machines.worker()
    wait_for_workers(machines.address, 2)
    told = Path(machines.environment[quick.TOLD])
    begun = []

    def kill_when_it_works(count: int) -> None:
        begun.append(subprocess.Popen([sys.executable, "-c", KILLER, str(told), str(doomed.pid)]))

    report = run.render(
        COHORT, tmp_path / "out", lessons=["1"], scheduler=machines.address, beginning=kill_when_it_works
    )
    assert 0 == begun[0].wait() and -signal.SIGKILL == doomed.wait()
    assert [""] * 12 == [done.reason for _, done in report.rows]
    assert len(told.read_text().splitlines()) > 12, "what the killed worker had begun was done by the other"
    here = quick.Here()
    monkeypatch.setattr(run, "_hands", lambda workers, scheduler: here)
    monkeypatch.setattr(run, "_undrawable", lambda learners, setting: {})
    run.render(COHORT, tmp_path / "once", lessons=["1"])
    assert products(tmp_path / "once") == products(tmp_path / "out")


def test_batches_are_of_50_to_200_and_leave_no_worker_idle():
    assert 200 == size_of_batch(100_000, 10) and 50 == size_of_batch(400, 4)
    for learners in (1, 7, 49, 51, 399, 2000, 100_000):
        for workers in (1, 2, 16, 200):
            size = size_of_batch(learners, workers)
            assert 1 <= size <= 200 and (size >= 50 or -(-learners // size) <= max(learners, workers))


def test_a_scheduler_that_does_not_answer(monkeypatch, tmp_path):
    from outsourcing_lessons.render import cluster

    monkeypatch.setattr(cluster, "PATIENCE", "0.3s")
    with pytest.raises(InputError, match="no Dask scheduler answers at tcp://127.0.0.1") as caught:
        run.render(COHORT, tmp_path / "out", scheduler=f"tcp://127.0.0.1:{free_port()}")
    assert 1 == len(str(caught.value).splitlines()) and not (tmp_path / "out").exists()


def test_without_the_extra_it_is_said_which_one_is_needed(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(InputError, match=r"pip install 'outsourcing-lessons\[cluster\]'"):
        run.render(COHORT, tmp_path / "out", scheduler="tcp://127.0.0.1:1")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({}, "has no workers"),
        ({"tcp://a:1": (True, code())}, "tcp://a:1 may not start processes; .*DASK_DISTRIBUTED__WORKER__DAEMON=False"),
        ({"tcp://a:1": (False, code()), "tcp://b:1": (False, "older")}, "tcp://b:1 has another version of the course"),
    ],
)
def test_workers_that_are_not_fit_are_named_before_anything_begins(said, words):
    class Asked:
        scheduler = type("Scheduler", (), {"address": "tcp://s:1"})

        def run(self, question):
            return said

    with pytest.raises(InputError, match=words):
        _fit(Asked())
