"""A process is killed at any moment, the same command is given again, and all is as if nothing had happened."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from dataclasses import asdict
from pathlib import Path

import nbformat
import pytest

from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.course import Course
from outsourcing_lessons.render import run
from outsourcing_lessons.render.glyphs import NOTHING
from tests.patience import PATIENCE, wait_until
from tests.render import quick
from tests.render.batches import render_batch
from tests.render.conftest import a_block, a_notebook, products, shows
from tests.render.machines import ROOT, TINY

COHORT = [LearnerProfile(f"learner-{number}", f"Nr {number}", seed=number) for number in range(12)]
SMALL_NOTEBOOK = nbformat.writes(a_notebook(shows(a_block())))
# The command as it is, but for the lesson, and for the work where that is to be quick.
SMALL = """
import sys
from pathlib import Path
from outsourcing_lessons.cli import main
from outsourcing_lessons.lessons.course import Course
from outsourcing_lessons.render import run
small = Path(sys.argv.pop(1))
Course.notebook_of = lambda course, lesson: small
"""
QUICK = SMALL + "from tests.render import quick; run.worker = quick\n"


# Two processes that work are in the full run; what holds is the same with one.
GO_ON = (
    "learners have everything; run the same command to continue:"
    " `outsourcing-lessons render roster.json --out out --jobs {} --lessons 1`"
)


class Command:
    """``render`` for the cohort, into a folder, in a process of its own."""

    def __init__(self, folder: Path, code: str, jobs: int = 2, learners=COHORT, **environment: str):
        folder.mkdir()
        (folder / "small.ipynb").write_text(SMALL_NOTEBOOK)
        (folder / "roster.json").write_text(json.dumps([asdict(learner) for learner in learners]))
        self.folder, self.out = folder, folder / "out"
        options = ["render", "roster.json", "--out", "out", "--jobs", str(jobs), "--lessons", "1"]
        self.line = [sys.executable, "-c", f"{code}main()", str(folder / "small.ipynb"), *options]
        told = {quick.TOLD: str(folder / "told"), "PYTHONPATH": os.pathsep.join((str(ROOT), str(TINY)))}
        self.environment = os.environ | told | environment

    def start(self) -> subprocess.Popen:
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
        return subprocess.Popen(self.line, cwd=self.folder, env=self.environment, **pipes)

    def through(self) -> Command:
        """Let it come to its end."""
        with self.start() as process:
            said = process.communicate(timeout=PATIENCE)[0]
        assert 0 == process.returncode, said
        return self

    def begun(self) -> Counter:
        """How often each learner was begun."""
        told = self.folder / "told"
        return Counter(line.split()[0] for line in told.read_text().splitlines()) if told.exists() else Counter()

    def files(self) -> int:
        """How many files there are that are not the journal's."""
        return sum(path.is_file() and not path.name.startswith("journal") for path in self.out.rglob("*"))

    def done(self) -> set[str]:
        if not (self.out / "journal.sqlite").exists():
            return set()
        with sqlite3.connect(self.out / "journal.sqlite", timeout=10) as file:
            tables = file.execute("SELECT 1 FROM sqlite_master WHERE name = 'learners'").fetchall()
            rows = file.execute("SELECT learner_id FROM learners WHERE state = 'done'").fetchall() if tables else []
        file.close()
        return {row[0] for row in rows}


def children_of(pid: int) -> list[int]:
    of_threads = Path(f"/proc/{pid}/task").glob("*/children")
    return [int(child) for thread in of_threads for child in _read(thread).split()]


def below(pid: int) -> list[int]:
    return [each for child in children_of(pid) for each in (child, *below(child))]


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except (FileNotFoundError, ProcessLookupError):  # it ended meanwhile
        return ""


def kill_one(process: subprocess.Popen, chance: random.Random) -> str:
    """Kill the command itself or one of the processes below it; return which it was."""
    victim = chance.choice([process.pid, *below(process.pid)])
    try:
        os.kill(victim, signal.SIGKILL)
    except ProcessLookupError:
        return "nobody"
    return "command" if victim == process.pid else "process"


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory):
    """The cohort rendered in one go, in this process."""
    folder = tmp_path_factory.mktemp("once")
    (folder / "small.ipynb").write_text(SMALL_NOTEBOOK)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Course, "notebook_of", lambda course, lesson: folder / "small.ipynb")
        patch.setattr(run, "_executor", lambda how: quick.Here())
        patch.setattr(run, "missing_in", lambda cohort, setup: NOTHING)
        render_batch(COHORT, folder / "out", lessons=["1"])
    return folder / "out"


def wait_for_a_moment(process: subprocess.Popen, command: Command, more: int, chance: random.Random) -> None:
    """Wait until there are so many more files than there were, and then for a moment at random."""
    goal = command.files() + more
    wait_until(lambda: process.poll() is not None or command.files() >= goal)
    time.sleep(chance.uniform(0, 0.3))


def disturb(command: Command, undisturbed: Path, kills: int, seed: int) -> None:
    chance, victims = random.Random(seed), Counter()
    for _ in range(kills):
        before, begun = command.done(), command.begun()
        with command.start() as process:
            wait_for_a_moment(process, command, chance.randrange(6), chance)
            victims[kill_one(process, chance)] += 1
            process.communicate(timeout=PATIENCE)
        again = command.begun() - begun
        assert not before & again.keys(), "somebody who was done was rendered again"
    # Who loses a process does the others all the same, and may have nothing left to be disturbed at.
    assert victims["nobody"] < kills, "nothing was killed"
    command.through()
    assert products(undisturbed) == products(command.out), victims
    assert not list(command.out.rglob(".*")), victims


@pytest.fixture(scope="module")
def jobs(full) -> int:
    return 2 if full else 1


def test_a_killed_command_goes_on_where_it_was(undisturbed, tmp_path, jobs):
    disturb(Command(tmp_path / "d", QUICK, jobs, **{quick.PAUSE: "0.1"}), undisturbed, kills=1, seed=5)


def test_ctrl_c_is_answered_by_the_command_alone_even_while_its_workers_start(tmp_path, jobs):
    command = Command(tmp_path / "d", SMALL, jobs)
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
    line = {"cwd": command.folder, "env": command.environment, "start_new_session": True}
    # Where the tests themselves run in the background, a shell has them ignore Ctrl-C, and so would what they start.
    ours = signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen(command.line, **line, **pipes) as process:
        signal.signal(signal.SIGINT, ours)
        wait_until(lambda: process.poll() is not None or {*below(process.pid)} > {*children_of(process.pid)})
        os.killpg(process.pid, signal.SIGINT)
        said = process.communicate(timeout=PATIENCE)[0]
    # While the first worker starts nothing is kept from anybody; only then is the batch under way.
    assert 130 == process.returncode and [f"Stopped: 0 of 12 {GO_ON.format(jobs)}"] == said.splitlines()


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGHUP, 129), pytest.param(signal.SIGTERM, 143, marks=pytest.mark.full)]
)
def test_whoever_asks_it_to_stop_is_told_how_far_it_came_and_how_to_go_on(undisturbed, tmp_path, number, code, jobs):
    (tmp_path / "tmp").mkdir()
    held = tmp_path / "held"
    held.touch()
    command = Command(tmp_path / "d", QUICK, jobs, **{quick.HELD: str(held), "TMPDIR": str(tmp_path / "tmp")})
    # Where the tests run under nohup, what they start would ignore the signal, as it should.
    ours = signal.signal(number, signal.SIG_DFL)
    with command.start() as process:
        signal.signal(number, ours)
        wait_until(lambda: process.poll() is not None or len([*command.out.glob("workbooks/*/workbook.html")]) > 2)
        started = below(process.pid)
        process.send_signal(number)
        process.send_signal(number)  # a terminal that is closed says so more than once
        said = process.communicate(timeout=PATIENCE)[0]
    rows = json.loads((command.out / "report.json").read_bytes())["learners"]
    done = [row["learner_id"] for row in rows if row["state"] == "done"]
    assert 0 < len(done) < 12 and set(done) == command.done() and (command.out / "index.html").exists()
    assert (code, [f"Stopped: {len(done)} of 12 {GO_ON.format(jobs)}"]) == (process.returncode, said.splitlines())
    wait_until(lambda: not any(Path(f"/proc/{child}").exists() for child in started))
    assert [] == [*(tmp_path / "tmp").iterdir()] and not [*command.out.rglob(".*")]
    if number == signal.SIGTERM:  # that one can go on is seen above, and here where there is time for it
        held.unlink()
        command.through()
        assert products(undisturbed) == products(command.out)


@pytest.mark.full
@pytest.mark.parametrize("seed", range(8))
def test_however_often_it_is_killed(undisturbed, tmp_path, seed):
    disturb(Command(tmp_path / "d", QUICK, **{quick.PAUSE: "0.3"}), undisturbed, kills=3, seed=100 + seed)


@pytest.mark.full
def test_with_real_notebooks_too(tmp_path):
    undisturbed, command = (Command(tmp_path / name, SMALL, learners=COHORT[:4]) for name in ("once", "d"))
    disturb(command, undisturbed.through().out, kills=3, seed=200)
