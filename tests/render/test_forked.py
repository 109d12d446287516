"""A child of its own for a job: what it may take, how it ends, and that nothing of it stays."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from outsourcing_lessons import fork_server
from tests.patience import PATIENCE, wait_until

pytestmark = pytest.mark.skipif(not fork_server.possible(), reason="no child can be forked safely on this system")

# What a test does happens in a process that like a worker has one thread and nothing drawn: a fork of a fresh one.
HEAD = """
import ctypes, os, signal, subprocess, time
from outsourcing_lessons.render import forked
from outsourcing_lessons.render.forked import Limits, call
def stuck(note):
    note("x.ipynb: a cell")
    while True: pass
def stuck_in_c(note):
    note("x.ipynb: a cell")
    signal.pthread_sigmask(signal.SIG_BLOCK, set(signal.Signals) - {signal.SIGKILL, signal.SIGSTOP})
    ctypes.PyDLL(None).sleep(600)
"""


SERVER = f"""{HEAD}
import json, sys, tempfile, traceback
for line in sys.stdin:
    with tempfile.TemporaryFile("w+") as said:
        if not (pid := os.fork()):
            os.dup2(said.fileno(), 1)
            os.dup2(said.fileno(), 2)
            try:
                exec(json.loads(line), globals())
            except BaseException:
                traceback.print_exc()
                os._exit(1)
            sys.stdout.flush()
            os._exit(0)
        code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        said.seek(0)
        print(json.dumps([code, said.read()]), flush=True)
"""


@pytest.fixture(scope="module")
def told():
    """Ask what a piece of code prints."""
    environment = os.environ | {"OPENBLAS_NUM_THREADS": "1"}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}

    def ask(code: str) -> str:
        print(json.dumps(textwrap.dedent(code)), file=server.stdin, flush=True)
        assert select.select([server.stdout], [], [], PATIENCE)[0], "no answer"
        returncode, said = json.loads(server.stdout.readline())
        assert 0 == returncode, said
        return said.strip()

    with subprocess.Popen([sys.executable, "-c", SERVER], env=environment, **pipes) as server:
        yield ask
        server.kill()


def test_a_result_comes_back_whole(told):
    assert "3000000" == told("print(len(call(lambda note: bytes(3_000_000), Limits())))")


@pytest.mark.parametrize("work", ["stuck", "stuck_in_c"])
def test_a_cell_that_takes_too_long_is_ended_from_outside(told, work):
    assert "timeout: x.ipynb: a cell took longer than 0.5 seconds (--cell-time-limit)" == told(
        f"""
        forked.GRACE_SECONDS = 0
        ended = call({work}, Limits(cell_seconds=0.5))
        print(f"{{ended.reason}}: {{ended.detail}}")
        """
    )


def test_a_learner_who_takes_too_long_in_all_is_ended(told):
    assert "timeout: the workbook took longer than 0.5 seconds (--time-limit); it was at a cell" == told(
        """
        ended = call(lambda note: note("a cell") or time.sleep(900), Limits(learner_seconds=0.5))
        print(f"{ended.reason}: {ended.detail}")
        """
    )


def test_a_death_is_told_with_its_signal_or_code(told):
    assert ["was ended by signal 11; a cell", "was ended with code 7", "was ended with code 1"] == told(
        """
        def crashes(note):
            note("a cell")
            os.kill(os.getpid(), signal.SIGSEGV)
        for work in (crashes, lambda note: os._exit(7), lambda note: 1 / 0):
            print(call(work, Limits()).detail.partition("workbook ")[2])
        """
    ).splitlines()


def test_memory_has_a_limit_for_python_and_for_numpy(told):
    assert "MemoryError MemoryError" == told(
        """
        import numpy
        def hoards(note):
            names = []
            for hoard in (lambda: bytearray(1 << 30), lambda: numpy.ones(1 << 27)):
                try: hoard()
                except MemoryError as error: names.append(type(error).__name__)
            return " ".join(names)
        print(call(hoards, Limits(memory=600_000_000)))
        """
    )


def test_what_a_child_started_ends_with_it(told):
    assert "gone" == told(
        """
        pid = call(lambda note: subprocess.Popen(["sleep", "600"]).pid, Limits())
        while os.path.exists(f"/proc/{pid}") and "Z" not in open(f"/proc/{pid}/stat").read().split(")")[1]:
            time.sleep(0.05)
        print("gone")
        """
    )


def test_a_child_dies_with_its_parent(tmp_path):
    program = (
        HEAD
        + f"""
def writes(note):
    open({str(tmp_path / "pid")!r}, "w").write(str(os.getpid()))
    os.kill(os.getppid(), signal.SIGKILL)
    while True: pass
call(writes, Limits())
"""
    )
    ended = subprocess.run([sys.executable, "-c", program], timeout=PATIENCE)
    assert -9 == ended.returncode
    place = Path("/proc") / (tmp_path / "pid").read_text() / "stat"
    wait_until(lambda: is_over(place))


def is_over(place: Path) -> bool:
    try:
        return place.read_text().split(")")[1].split()[0] in "ZX"
    except OSError:
        return True


def test_many_children_leave_nothing_behind(told, full):
    many = 200 if full else 40
    assert "0 more files, 0 children" == told(
        f"""
        count = lambda: len(os.listdir("/proc/self/fd"))
        call(lambda note: 1, Limits())
        before = count()
        assert list(range({many})) == [call(lambda note, n=n: n, Limits()) for n in range({many})]
        left = open(f"/proc/self/task/{{os.getpid()}}/children").read().split()
        print(f"{{count() - before}} more files, {{len(left)}} children")
        """
    )
