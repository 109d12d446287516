"""An author's copy: open in every cell, and never put back."""

from __future__ import annotations

import sys

import pytest
from asking_for_a_raise import COURSE
from click.testing import CliRunner

from outsourcing_lessons.cli.lab import lab
from outsourcing_lessons.errors import InputError
from outsourcing_lessons.lab import learner_copy
from outsourcing_lessons.lab.author_copy import give, unlocked
from outsourcing_lessons.lessons.own_notebooks import VARIABLE
from outsourcing_lessons.notebook_files import read, write, written
from tests.notebook_copies import KEY, NOTEBOOK, changed


@pytest.fixture
def copy(tmp_path):
    give(COURSE.notebooks, tmp_path / "mine")
    return tmp_path / "mine"


def test_every_cell_can_be_changed_and_deleted(copy):
    """None of which holds for the course's own."""
    names = [path.name for path in sorted(COURSE.notebooks.glob("0*.ipynb"))]
    assert [path.name for path in sorted(copy.glob("*.ipynb"))] == names
    for name in names:
        assert any("editable" in cell["metadata"] for cell in read(COURSE.notebooks / name)["cells"])
        assert not any({"editable", "deletable"} & cell["metadata"].keys() for cell in read(copy / name)["cells"])


def test_instructors_notes_and_all_else_of_a_cell_stay():
    note = {
        "cell_type": "markdown",
        "source": "Ask for hands.",
        "metadata": {"tags": ["instructor"], "editable": False},
    }
    (kept,) = unlocked({"cells": [note]})["cells"]
    assert kept == note | {"metadata": {"tags": ["instructor"]}}


def test_what_was_changed_or_taken_out_is_not_put_back(copy):
    (copy / NOTEBOOK).unlink()
    other = next(copy.glob("02*.ipynb"))
    notebook = read(other)
    del notebook["cells"][3:]
    write(other, written(notebook))
    before = {path.name: path.read_bytes() for path in copy.iterdir()}
    (note,) = give(COURSE.notebooks, copy)
    assert "is your existing copy" in note
    assert {path.name: path.read_bytes() for path in copy.iterdir()} == before


def test_a_learners_copy_is_not_made_into_an_authors(tmp_path):
    learner_copy.give(COURSE.notebooks, tmp_path / "course")
    with pytest.raises(InputError, match="has notebooks already; choose a new folder"):
        give(COURSE.notebooks, tmp_path / "course")


def test_an_authors_copy_is_not_made_into_a_learners(copy):
    """Which would put notebooks back."""
    with pytest.raises(InputError, match="lab --author"):
        learner_copy.give(COURSE.notebooks, copy)


@pytest.fixture
def started(monkeypatch):
    """What would have been started; what --notebooks chooses ends with the test."""
    monkeypatch.setenv(VARIABLE, "")
    commands = []
    monkeypatch.setattr(sys.modules["outsourcing_lessons.cli.lab"], "start", commands.append)
    return commands


def test_the_verb_opens_an_authors_copy(started, tmp_path):
    done = CliRunner().invoke(lab, ["--author", str(tmp_path / "mine")])
    assert done.exit_code == 0 and f"--ServerApp.root_dir={tmp_path / 'mine'}" in started[0]
    assert not any("editable" in cell["metadata"] for cell in read(tmp_path / "mine" / NOTEBOOK)["cells"])


def test_learners_get_an_authors_copy_without_readable_keys(started, tmp_path):
    """Locked or not as the author left it; and a second time nothing is newer."""
    folder, *_ = changed(tmp_path / "mine")
    for _ in range(2):
        done = CliRunner().invoke(lab, [str(tmp_path / "course"), "--notebooks", str(folder)])
        assert (done.exit_code, done.output) == (0, "")
    text = (tmp_path / "course" / NOTEBOOK).read_text(encoding="utf-8")
    assert KEY not in text and 'lesson.ask(\\"own-first\\")' in text and "own_questions(" in text
