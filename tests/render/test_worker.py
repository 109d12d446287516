"""How a worker does what it is told, apart from what comes of it (see test_failures.py)."""

from __future__ import annotations

import errno
import os
import threading
from types import SimpleNamespace

import pytest

from outsourcing_lessons import fork_server
from outsourcing_lessons.errors import ArgumentError
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.render import run, worker
from outsourcing_lessons.render.batch_setup import VARIABLE, chosen_engine
from outsourcing_lessons.render.folder_store import Store
from outsourcing_lessons.render.plan import Job
from tests.render.conftest import a_block, a_notebook, shows, tree


@pytest.fixture
def setup(small_lesson, tmp_path, monkeypatch):
    """Let this process be the worker."""
    small_lesson(a_notebook(shows(a_block())))
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    setup = worker.BatchSetup(run.sources_of(["1"]), Store(tmp_path / "out"), scratch, "forked")
    monkeypatch.setattr(worker, "_setup", setup, raising=False)
    monkeypatch.chdir(scratch)
    return setup


def test_the_environment_chooses_the_engine(monkeypatch):
    monkeypatch.setenv(VARIABLE, "stock")
    assert "stock" == chosen_engine()
    monkeypatch.setenv(VARIABLE, "steam")
    with pytest.raises(ArgumentError, match="OUTSOURCING_LESSONS_ENGINE is 'steam'; allowed: forked or stock"):
        chosen_engine()


def test_where_no_child_can_be_had_the_stock_engine_makes_the_workbook(setup, monkeypatch):
    def none_left():
        raise OSError(errno.EAGAIN, "no more processes")

    monkeypatch.setattr(worker, "_warmed", lambda: True)
    monkeypatch.setattr("os.fork", none_left)
    done = worker.work(Job(LearnerProfile("ada"), ("html",)))
    assert "" == done.reason and ["workbooks/ada/workbook.html"] == list(tree(setup.store.root))
    assert not worker._forks(), "it has threads now"


def test_a_learner_leaves_no_file_where_the_next_one_works(setup, monkeypatch):
    monkeypatch.setattr(worker, "_forks", lambda: False)
    monkeypatch.setattr(worker, "_made", lambda job: os.mkdir("left behind") or worker._Made({}, {}))
    assert ["", ""] == [worker.work(Job(LearnerProfile("ada"), ("html",))).reason for _ in range(2)]
    assert {} == tree(setup.scratch)


def test_what_is_not_kept_makes_no_difference_to_what_is(tmp_path, monkeypatch):
    """Without notebooks, what is shown has no forms but its data."""
    setup = worker.BatchSetup(run.sources_of(["1"]), Store(tmp_path / "out"), tmp_path, "forked")
    monkeypatch.setattr(worker, "_setup", setup, raising=False)
    lean, full = (
        worker._made(Job(LearnerProfile("ada"), formats), note=lambda what: None)
        for formats in (("html", "pdf"), ("html", "pdf", "ipynb"))
    )
    assert lean.to_print == full.to_print and lean.files.items() <= full.files.items()
    assert b"text/markdown" in next(content for name, content in full.files.items() if name.endswith(".ipynb"))


@pytest.mark.skipif(not fork_server.possible(), reason="no child can be forked safely on this system")
def test_what_learners_have_alike_is_computed_before_the_children_begin(setup, monkeypatch):
    here = []
    monkeypatch.setattr(worker, "_warmed", lambda: True)
    lesson = SimpleNamespace(beforehand=lambda case: here.append((os.getpid(), case.profile.learner_id)))
    monkeypatch.setattr(worker, "chosen", lambda: SimpleNamespace(lesson=lambda slug: lesson))
    monkeypatch.setattr(worker, "_apart", lambda *given: worker._Made({}, {}))
    assert worker.work(Job(LearnerProfile("ada"), ("html",))).detail == ""
    assert here == [(os.getpid(), "ada")] and worker._forks()


@pytest.mark.skipif(not fork_server.possible(), reason="threads can be counted on Linux alone")
@pytest.mark.parametrize("starts", [False, True])
def test_only_a_course_that_starts_threads_for_it_ends_the_forking(setup, monkeypatch, starts):
    """That of an object storage was there before, and no child needs it."""
    over = threading.Event()
    waiting = [threading.Thread(target=over.wait, daemon=True) for _ in range(2)]
    waiting[0].start()
    lesson = SimpleNamespace(beforehand=lambda case: waiting[1].start() if starts else None)
    monkeypatch.setattr(worker, "_warmed", lambda: True)
    monkeypatch.setattr(worker, "chosen", lambda: SimpleNamespace(lesson=lambda slug: lesson))
    worker._beforehand(Job(LearnerProfile("ada"), ("html",)))
    over.set()
    assert worker._forks() is not starts
