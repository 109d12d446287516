"""``outsourcing-lessons author``: what is found, and an exit code that a script can rely on."""

from __future__ import annotations

import json
import queue
import re
import shutil
import signal
import subprocess
import sys
import threading
import urllib.request

import pytest
from asking_for_a_raise import COURSE
from click.testing import CliRunner

from outsourcing_lessons.cli.author import author
from outsourcing_lessons.cli.lab import lab
from outsourcing_lessons.lessons.own_notebooks import VARIABLE
from tests.patience import PATIENCE


def call(*arguments):
    return CliRunner().invoke(author, list(map(str, arguments)))


@pytest.fixture
def notebooks(tmp_path):
    return shutil.copytree(COURSE.notebooks, tmp_path / "notebooks")


@pytest.fixture
def misspelled(notebooks):
    path = notebooks / COURSE.lesson("01").notebook
    notebook = json.loads(path.read_text(encoding="utf-8"))
    notebook["cells"][0]["source"].append("\n\nA regullar knows you.")
    path.write_text(json.dumps(notebook), encoding="utf-8")
    return notebooks


def test_a_lesson_that_keeps_the_rules_ends_with_0():
    checked = call("check", "1")
    assert (checked.exit_code, checked.output) == (0, "0 findings.\n")


def test_a_finding_names_place_cure_and_reason_and_ends_with_2(misspelled):
    checked = call("check", "first-number", "--notebooks", misspelled)
    assert checked.exit_code == 2 and checked.output.endswith("1 finding.\n")
    assert re.search(
        r"01_first_number\.ipynb\n  R205  cell 1: .*“regullar”.*\n        cure: .*\n        why:  ", checked.output
    )


def test_findings_are_data_for_programs(misspelled):
    checked = call("check", "first-number", "--json", "--notebooks", misspelled)
    (found,) = json.loads(checked.output)
    assert checked.exit_code == 2 and (found["code"], found["place"]["cell"]) == ("R205", 1)


def test_an_authors_copy_is_not_asked_to_be_locked_and_run_through(monkeypatch, tmp_path):
    """Neither as `lab --author` makes it, nor with a cell that was moved and one that is yet to be run."""
    monkeypatch.setenv(VARIABLE, "")
    monkeypatch.setattr(sys.modules["outsourcing_lessons.cli.lab"], "start", lambda command: None)
    mine = tmp_path / "mine"
    assert CliRunner().invoke(lab, ["--author", str(mine), "--no-browser"]).exit_code == 0
    checked = call("check", "first-number", "--notebooks", mine)
    assert (checked.exit_code, checked.output) == (0, "0 findings.\n")
    path = mine / COURSE.lesson("01").notebook
    notebook = json.loads(path.read_text(encoding="utf-8"))
    cells = notebook["cells"]
    moved = max(n for n, cell in enumerate(cells) if "lesson.ask(" in "".join(cell["source"]))
    cells[moved]["execution_count"] = None
    cells += [{"cell_type": "markdown", "id": "mine", "metadata": {}, "source": ["Once more."]}, cells.pop(moved)]
    path.write_text(json.dumps(notebook), encoding="utf-8")
    checked = call("check", "first-number", "--notebooks", mine)
    assert (checked.exit_code, checked.output) == (0, "0 findings.\n")


def test_a_lesson_that_there_is_not_is_refused_with_those_there_are():
    assert "walk-away" in str(call("check", "run-away").exception)


def test_a_question_is_stressed(tmp_path):
    page = tmp_path / "page.html"
    stressed = call("stress", "first-number.counter", "--draws", 5, "--html", page)
    assert stressed.exit_code == 0 and re.search(r"^draws +5$", stressed.output, re.MULTILINE)
    assert "<h1>first-number.counter</h1>" in page.read_text(encoding="utf-8")


def test_the_preview_is_served_until_it_is_interrupted():
    command = [sys.executable, "-m", "outsourcing_lessons", "author", "preview", "01", "--no-browser"]
    # Where the tests themselves run in the background, a shell has them ignore Ctrl-C, and so would what they start.
    ours = signal.signal(signal.SIGINT, signal.default_int_handler)
    child = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    signal.signal(signal.SIGINT, ours)
    try:
        said: queue.Queue[str] = queue.Queue()
        threading.Thread(target=lambda: said.put(child.stdout.readline()), daemon=True).start()
        address = re.match(r"http://127\.0\.0\.1:\d+/", said.get(timeout=PATIENCE))[0]
        with urllib.request.urlopen(address, timeout=PATIENCE) as page:
            assert "Preview of first-number" in page.read().decode()
        child.send_signal(signal.SIGINT)
        assert child.wait(timeout=PATIENCE) == 0
    finally:
        child.kill()
        child.wait()
        child.stdout.close()
