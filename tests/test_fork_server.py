"""The process that workers are forked from: early, ignorant of terminals, and no source of an older environment."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from outsourcing_lessons import fork_server
from outsourcing_lessons.render import pool
from tests.patience import wait_until

pytestmark = pytest.mark.skipif(not fork_server.possible(), reason="no child can be forked safely on this system")


def prepare(given) -> None:
    pass


def asked(name):
    return os.environ.get(name), os.getppid(), "outsourcing_lessons.render.engine" in sys.modules


def test_workers_have_the_environment_of_now_though_what_they_are_forked_from_began_before(monkeypatch):
    fork_server.begin()
    monkeypatch.setenv("SET_LATER", "yes")
    monkeypatch.delenv("HOME")
    done = dict(pool.run(["SET_LATER", "HOME"], asked, prepare, None, 2))
    assert [("yes",), (None,)] == [done[place][:1] for place in (0, 1)]


def test_all_workers_are_forked_from_one_process_that_has_imported_what_runs_notebooks():
    done = dict(pool.run(["a", "b"], asked, prepare, None, 2))
    assert 1 == len({parent for _, parent, _ in done.values()}) and os.getpid() not in done[0]
    assert all(imported for _, _, imported in done.values())


def test_it_is_there_again_after_it_was_killed():
    first = dict(pool.run(["a"], asked, prepare, None, 1))[0][1]
    os.kill(first, signal.SIGKILL)
    wait_until(lambda: "Z" in Path(f"/proc/{first}/stat").read_text().rpartition(")")[2])
    assert dict(pool.run(["a"], asked, prepare, None, 1))[0][1] != first


def test_workers_are_spawned_where_the_path_of_the_temporary_folder_is_too_long_for_a_socket(tmp_path):
    folder = tmp_path / ("long" * 25)
    folder.mkdir()
    asked = "from outsourcing_lessons import fork_server; print(fork_server.context().get_start_method())"
    said = [
        subprocess.run([sys.executable, "-c", asked], env=os.environ | own, capture_output=True, text=True, check=True)
        for own in ({"TMPDIR": str(folder)}, {"TMPDIR": "/tmp"})
    ]
    assert ["spawn\n", "forkserver\n"] == [one.stdout for one in said]


BEGUN = """
import os, sys
from multiprocessing import forkserver
from outsourcing_lessons import fork_server
before = dict(os.environ)
fork_server.begin()
server = forkserver._forkserver._forkserver_pid
state = open(f"/proc/{server}/status").read()
blocked = next(int(line.split()[1], 16) for line in state.splitlines() if line.startswith("SigBlk"))
own = next(int(line.split()[1], 16) for line in open("/proc/self/status") if line.startswith("SigBlk"))
print([bool(blocked >> number - 1 & 1) for number in fork_server.OF_A_TERMINAL], own, before == dict(os.environ))
print(sorted(name for name in sys.modules if name.startswith("outsourcing_lessons")))
"""


def test_it_hears_nothing_of_a_terminal_and_its_caller_has_imported_nothing_for_it():
    line = [sys.executable, "-c", BEGUN]
    said = subprocess.run(line, capture_output=True, text=True, check=True).stdout.splitlines()
    assert "[True, True] 0 True" == said[0]
    assert "['outsourcing_lessons', 'outsourcing_lessons.fork_server']" == said[1]
