"""What a learner may take, and that whoever takes more is told which limit it was (see test_failures.py too)."""

from __future__ import annotations

import html
import json
import sys

import nbformat
import pytest
from nbformat import v4

from outsourcing_lessons.errors import ArgumentError
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.render.batch_setup import SLACK_SECONDS, VARIABLE
from outsourcing_lessons.render.limits import Limits
from tests.render.batches import render_batch
from tests.render.conftest import a_block, a_notebook, shows

HOARDS = v4.new_code_cell("if learner_id == 'hoarder': hoard = bytearray(600_000_000)")
SLEEPS = v4.new_code_cell("import time\nif learner_id == 'slow': time.sleep(900)")


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"cell_seconds": 0}, "cell time limit is '0 seconds'; allowed: more than 0 seconds, and a week"),
        ({"learner_seconds": -1}, "time limit is '-1 seconds'; allowed: more than 0 seconds"),
        ({"learner_seconds": float("nan")}, "time limit is 'nan seconds'"),
        ({"learner_seconds": 3e6}, "time limit is '3,000,000 seconds'"),
        ({"memory": 399_000_000}, "memory limit is '399 MB'; allowed: 400 MB or more"),
    ],
)
def test_a_limit_that_nobody_can_keep_is_refused(given, words):
    with pytest.raises(ArgumentError, match=words):
        Limits(**given)


@pytest.fixture
def rendered(tmp_path, small_lesson, monkeypatch):
    """Render a cohort of two with limits: (report, what the report says, what the page says)."""

    def rendered(cell: nbformat.NotebookNode, learner_id: str, engine: str = "forked", **limits):
        monkeypatch.setenv(VARIABLE, engine)
        small_lesson(a_notebook(cell, shows(a_block())))
        cohort = [LearnerProfile(learner_id), LearnerProfile("zoe")]
        options = {"formats": ["html"], "lessons": ["1"], "workers": 2}
        render_batch(cohort, tmp_path / "out", limits=Limits(**limits), **options)
        one, other = json.loads((tmp_path / "out/report.json").read_bytes())["learners"]
        assert ("done", None) == (other["state"], other["reason"])
        page = html.unescape((tmp_path / "out/index.html").read_text("utf-8"))
        assert not one["detail"] or one["detail"] in page
        return one["reason"], one["detail"]

    return rendered


ENGINES = ["forked", "stock"]


@pytest.mark.full
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps a process from having more memory")
@pytest.mark.parametrize("engine", ENGINES)
def test_who_takes_too_much_memory_is_told_the_limit(rendered, engine):
    reason, detail = rendered(HOARDS, "hoarder", engine, memory=500_000_000)
    assert "memory limit" == reason and detail.endswith("; a process may have 500 MB (--memory-limit)")


@pytest.mark.full
def test_with_a_higher_limit_it_is_enough(rendered):
    assert (None, None) == rendered(HOARDS, "hoarder", memory=2_000_000_000)


@pytest.mark.full
@pytest.mark.parametrize("engine", ENGINES)
def test_whose_cell_takes_too_long_is_told_the_limit(rendered, engine):
    reason, detail = rendered(SLEEPS, "slow", engine, cell_seconds=6)
    assert "timeout" == reason and detail.endswith(" took longer than 6 seconds (--cell-time-limit)")


@pytest.mark.full
@pytest.mark.parametrize("engine", ENGINES)
def test_who_takes_too_long_in_all_is_told_the_limit(rendered, engine, monkeypatch):
    monkeypatch.setitem(SLACK_SECONDS, "stock", 0)
    reason, detail = rendered(SLEEPS, "slow", engine, learner_seconds=40)
    assert "timeout" == reason and detail.startswith("the workbook took longer than 40 seconds (--time-limit)")
