"""A cohort on a real scheduler with two worker processes on this machine, one of which is killed half way."""

from __future__ import annotations

import re
import signal
import socket
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import dask
import pytest
from asking_for_a_raise import COURSE

from outsourcing_lessons.errors import InputError
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.render import cluster, run, waiting
from outsourcing_lessons.render.batch import Stuck
from outsourcing_lessons.render.cluster import Roll, RollCall, _as_they_come, _fit, size_of_batch
from outsourcing_lessons.render.fingerprint import code
from outsourcing_lessons.render.glyphs import NOTHING
from tests.patience import wait_until
from tests.render import quick
from tests.render.batches import render_batch
from tests.render.conftest import a_block, a_notebook, products, shows
from tests.render.machines import QUICK, Machines

HERE = code(course=COURSE.folder.resolve())
COHORT = [LearnerProfile(f"learner-{number}", seed=number) for number in range(12)]


@pytest.fixture
def lesson(small_lesson):
    small_lesson(a_notebook(shows(a_block())))


def test_a_worker_is_killed_half_way_and_then_the_scheduler(lesson, tmp_path, monkeypatch, capfd):
    """Of the first nothing is missing; the second ends the batch, and of a worker that is only busy nothing is said.

    Dask's client renews what it knows of workers, and forgets them meanwhile; a busy machine is as often there.
    """
    told, held = tmp_path / "told", tmp_path / "held"
    environment = {quick.TOLD: str(told), quick.HELD: str(held)}
    with Machines(tmp_path) as machines:
        doomed, _ = machines.worker(QUICK, **environment, **{quick.KILLS: "2"}), machines.worker(QUICK, **environment)
        machines.wait_for_workers(2)
        report = render_batch(COHORT, tmp_path / "out", lessons=["1"], scheduler=machines.address)
        assert -signal.SIGKILL == doomed.wait()
        assert [""] * 12 == [done.reason for _, done in report.rows]
        assert len(told.read_text().splitlines()) > 12, "what the killed worker had begun was done by the other"
        told.unlink()
        held.touch()
        monkeypatch.setattr(waiting, "EVERY", 0.1)
        monkeypatch.setattr(cluster, "ANSWER_SECONDS", 1.0)
        with dask.config.set({"distributed.client.scheduler-info-interval": "1ms"}), ThreadPoolExecutor() as beside:
            beside.submit(_end_when_held, machines, told)
            report = render_batch(COHORT, tmp_path / "other", lessons=["1"], scheduler=machines.address)
    assert "no Dask worker" not in capfd.readouterr().err
    assert 12 == report.waiting and re.fullmatch(r"the Dask scheduler at tcp:\S+ is gone", report.stopped)
    here = quick.Here()
    monkeypatch.setattr(run, "_executor", lambda how: here)
    monkeypatch.setattr(run, "missing_in", lambda cohort, setup: NOTHING)
    render_batch(COHORT, tmp_path / "once", lessons=["1"])
    assert products(tmp_path / "once") == products(tmp_path / "out")


def _end_when_held(machines: Machines, told: Path) -> None:
    wait_until(lambda: told.exists() and len(told.read_text().splitlines()) > len(quick.FREE))
    time.sleep(1)  # some ten looks
    machines.processes[0].kill()


def test_while_no_worker_is_left_that_is_said_and_then_the_batch_ends(monkeypatch, capfd):
    class Client:
        scheduler = SimpleNamespace(identity=None)

        def sync(self, question, **_):
            return {"n_workers": 0, "workers": {}}

    class Nothing:
        def is_empty(self):
            return False

        has_ready = is_empty

    monkeypatch.setattr(waiting, "EVERY", 0.1)
    monkeypatch.setattr(waiting, "_said", {})
    monkeypatch.setattr(cluster, "ALONE_SECONDS", 0.3)
    with pytest.raises(Stuck, match="no Dask worker is left at tcp://s:1"):
        next(_as_they_come(Nothing(), Client(), "tcp://s:1"))
    assert "no Dask worker is left at tcp://s:1; waiting, " in capfd.readouterr().err


@pytest.mark.full  # look for look it is seen above and below
def test_when_the_last_worker_is_gone_that_is_said_and_the_batch_ends(lesson, tmp_path, monkeypatch, capfd):
    monkeypatch.setattr(waiting, "EVERY", 0.5)
    monkeypatch.setattr(cluster, "ALONE_SECONDS", 2.0)
    with Machines(tmp_path) as machines:
        doomed = machines.worker(QUICK, **{quick.KILLS: "2"})
        machines.wait_for_workers(1)
        report = render_batch(COHORT, tmp_path / "out", lessons=["1"], scheduler=machines.address)
        assert -signal.SIGKILL == doomed.wait()
    assert "no Dask worker is left at tcp:" in report.stopped and report.waiting
    assert "; waiting, " in capfd.readouterr().err


def test_batches_are_of_50_to_200_and_leave_no_worker_idle():
    assert 200 == size_of_batch(100_000, 10) and 50 == size_of_batch(400, 4)
    for learners in (1, 7, 49, 51, 399, 2000, 100_000):
        for workers in (1, 2, 16, 200):
            size = size_of_batch(learners, workers)
            assert 1 <= size <= 200 and (size >= 50 or -(-learners // size) <= max(learners, workers))


def test_a_scheduler_that_does_not_answer(monkeypatch, tmp_path):
    from outsourcing_lessons.render import cluster

    monkeypatch.setattr(cluster, "PATIENCE", "0.3s")
    with socket.socket() as nobody, pytest.raises(InputError, match="no Dask scheduler answers at tcp:") as caught:
        nobody.bind(("127.0.0.1", 0))
        render_batch(COHORT, tmp_path / "out", scheduler=f"tcp://127.0.0.1:{nobody.getsockname()[1]}")
    assert 1 == len(str(caught.value).splitlines()) and not (tmp_path / "out").exists()


def test_without_the_extra_it_is_said_which_one_is_needed(monkeypatch, tmp_path):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(InputError, match=r"pip install 'outsourcing-lessons\[cluster\]'"):
        render_batch(COHORT, tmp_path / "out", scheduler="tcp://127.0.0.1:1")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({}, "has no workers"),
        (
            {"tcp://a:1": ModuleNotFoundError("No module named 'x'")},
            r"tcp://a:1 cannot .*\(ModuleNotFoundError: No module",
        ),
        ({"tcp://a:1": (True, HERE)}, "tcp://a:1 may not start processes; .*DASK_DISTRIBUTED__WORKER__DAEMON=False"),
        ({"tcp://a:1": (False, HERE), "tcp://b:1": (False, "older")}, "tcp://b:1 has another version of the course"),
    ],
)
def test_workers_that_are_not_fit_are_named_before_anything_begins(said, words):
    class Asked:
        scheduler = type("Scheduler", (), {"address": "tcp://s:1"})

        def run(self, question, course_id, on_error):
            return said

    with pytest.raises(InputError, match=words):
        _fit(Asked())


# ---- What a scheduler knows of its workers, look for look, and what is said of it ----


def seen(*looks: tuple[Roll | None, float]) -> list[str]:
    call = RollCall("tcp://s:1", 0.0)
    return [call.see(roll, now) for roll, now in looks]


def test_a_worker_that_is_heard_of_is_busy_however_long_it_takes():
    assert [""] * 400 == seen(*((Roll(1, 5.0 + now), now) for now in range(0, 4000, 10)))


def test_what_is_wrong_is_told_apart():
    busy, none, silent = Roll(4, 5.0), Roll(0), Roll(4, 5.0)
    assert [
        "",
        "the Dask scheduler at tcp://s:1 hears nothing from any of the 4 workers it knows; waiting, 10 seconds by now",
        "no Dask worker is left at tcp://s:1; waiting, 20 seconds by now",
        "the Dask scheduler at tcp://s:1 does not answer; waiting, 30 seconds by now",
        "",
        "the Dask scheduler at tcp://s:1 hears nothing from the one worker it knows; waiting, 10 seconds by now",
    ] == seen((busy, 10), (silent, 20), (none, 30), (None, 40), (Roll(1, 6.0), 50), (Roll(1, 6.0), 60))


@pytest.mark.parametrize(
    ("roll", "seconds", "words"),
    [
        (Roll(0), 120, "no Dask worker is left at tcp://s:1; start some"),
        (None, 120, "does not answer"),
        (Roll(2, 0.0), 600, "hears nothing from any of the 2"),
    ],
)
def test_each_comes_to_an_end(roll, seconds, words):
    assert seen((roll, seconds - 1.0))[0]
    with pytest.raises(Stuck, match=words):
        seen((roll, float(seconds)))
