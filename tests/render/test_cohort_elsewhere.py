"""Real notebooks on a real cluster and into a real object storage, while things go wrong: the files are the same."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
from dataclasses import asdict

import pytest
from asking_for_a_raise import COURSE

from outsourcing_lessons.learner import LearnerProfile
from tests.patience import PATIENCE, wait_until
from tests.render.batches import render_batch
from tests.render.conftest import ADA, FARID, products
from tests.render.faulty_server import held, names_held
from tests.render.machines import ROOT, TINY, Machines

OTHERS = [
    LearnerProfile(f"no-{n}", f"No {n}", trade, seed=n) for n, trade in enumerate([*COURSE.trades, *COURSE.trades][:10])
]
COHORT = [ADA, FARID, *OTHERS]
# What becomes of the first, second … time that an object is written, by what chance gives it for a name.
FATES = ([], ["slow"], [500], ["cut"], ["cut after", 503], ["slow", 500, "cut"])

# A worker has six of the twelve, so when four are there in all, neither is through with its own.
KILLER = """
import os, signal, sys, time
while not os.path.isdir(sys.argv[1]) or len(os.listdir(sys.argv[1])) < 4:
    time.sleep(0.05)
os.kill(int(sys.argv[2]), signal.SIGKILL)
"""

pytestmark = pytest.mark.full


@pytest.fixture(scope="module")
def once(tmp_path_factory) -> dict[str, bytes]:
    """The cohort as this machine makes it, undisturbed."""
    out = tmp_path_factory.mktemp("once") / "out"
    assert not render_batch(COHORT, out).failed
    return products(out)


def test_a_cluster_that_loses_a_worker_half_way(once, tmp_path):
    out = tmp_path / "out"
    with Machines(tmp_path) as machines:
        doomed, _ = machines.worker(), machines.worker()
        machines.wait_for_workers(2)
        line = [sys.executable, "-P", "-c", KILLER, str(out / "workbooks"), str(doomed.pid)]
        with subprocess.Popen(line) as killer:
            report = render_batch(COHORT, out, scheduler=machines.address)
            assert 0 == killer.wait(PATIENCE)
        assert -signal.SIGKILL == doomed.wait(PATIENCE)
    assert [""] * len(COHORT) == [done.reason for _, done in report.rows]
    assert once == products(out)


def fate_of(path: str) -> list:
    return FATES[hashlib.sha256(path.encode()).digest()[0] % len(FATES)]


def test_a_command_is_killed_half_way_into_a_storage_that_fails_and_is_slow(once, proxy, behind, tmp_path):
    proxy.fate = fate_of
    (tmp_path / "roster.json").write_text(json.dumps([asdict(learner) for learner in COHORT]))
    with Machines(tmp_path) as machines:
        machines.worker(), machines.worker()
        machines.wait_for_workers(2)
        options = ["--out", "s3://bucket/cohort", "--scheduler", machines.address]
        line = [sys.executable, "-P", "-m", "outsourcing_lessons", "render", tmp_path / "roster.json", *options]
        how = {
            "env": os.environ | {"PYTHONPATH": os.pathsep.join((str(ROOT), str(TINY)))},
            "cwd": tmp_path,
            "stdout": subprocess.PIPE,
            "text": True,
        }
        with subprocess.Popen(line, **how) as command:
            wait_until(lambda: command.poll() is not None or len(names_held(behind)) >= 10)
            command.kill()
        assert -signal.SIGKILL == command.returncode
        whole = f"{len(COHORT)} of {len(COHORT)} learners have everything"
        for before in ("", f", {len(COHORT)} of them from an earlier run"):
            with subprocess.Popen(line, **how) as command:
                assert f"{whole}{before}." in command.communicate(timeout=2 * PATIENCE)[0]
    assert once == held(behind)
    assert not [kind for kind in proxy.seen if "?" in kind], proxy.seen
