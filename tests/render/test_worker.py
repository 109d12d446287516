"""How a worker does what it is told, apart from what comes of it (see test_failures.py)."""

from __future__ import annotations

import errno
import os

import pytest

from outsourcing_lessons.errors import ArgumentError
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.render import run, worker
from outsourcing_lessons.render.plan import Job
from outsourcing_lessons.render.setting import VARIABLE, chosen_engine
from outsourcing_lessons.render.store import Store
from tests.render.conftest import a_block, a_notebook, shows, tree


@pytest.fixture
def setting(small_lesson, tmp_path, monkeypatch):
    """Let this process be the worker."""
    small_lesson(a_notebook(shows(a_block())))
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    setting = worker.Setting(run.sources_of(["1"]), Store(tmp_path / "out"), scratch, "forked")
    monkeypatch.setattr(worker, "_setting", setting, raising=False)
    monkeypatch.chdir(scratch)
    return setting


def test_the_environment_chooses_the_engine(monkeypatch):
    monkeypatch.setenv(VARIABLE, "stock")
    assert "stock" == chosen_engine()
    monkeypatch.setenv(VARIABLE, "steam")
    with pytest.raises(ArgumentError, match="OUTSOURCING_LESSONS_ENGINE is 'steam'; allowed: forked or stock"):
        chosen_engine()


def test_where_no_child_can_be_had_the_stock_engine_makes_the_workbook(setting, monkeypatch):
    def none_left():
        raise OSError(errno.EAGAIN, "no more processes")

    monkeypatch.setattr(worker, "_warmed", lambda: True)
    monkeypatch.setattr("os.fork", none_left)
    done = worker.work(Job(LearnerProfile("ada"), ("html",)))
    assert "" == done.reason and ["workbooks/ada/workbook.html"] == list(tree(setting.store.root))
    assert not worker._forks(), "it has threads now"


def test_a_learner_leaves_no_file_where_the_next_one_works(setting, monkeypatch):
    monkeypatch.setattr(worker, "_forks", lambda: False)
    monkeypatch.setattr(worker, "_made", lambda job: os.mkdir("left behind") or worker._Made({}, {}))
    assert ["", ""] == [worker.work(Job(LearnerProfile("ada"), ("html",))).reason for _ in range(2)]
    assert {} == tree(setting.scratch)
