"""The report as files, and the end of a workshop's own."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from ast import literal_eval
from contextlib import closing
from dataclasses import replace

import nbformat
import pytest
from click.testing import CliRunner

from outsourcing_lessons import own_kernel
from outsourcing_lessons.cli.workshop import workshop
from outsourcing_lessons.debrief.results import Results
from outsourcing_lessons.debrief.sample import sample_events
from outsourcing_lessons.debrief.tables import answers_csv, xapi_lines
from outsourcing_lessons.errors import InputError, NotebookError, WorkshopError
from outsourcing_lessons.workshop.events import Event
from outsourcing_lessons.workshop.log import Log
from outsourcing_lessons.workshop.purge import found_in, purge


@pytest.fixture
def file(tmp_path):
    """The made-up workshop of 28 October 2026, in a file."""
    path = tmp_path / "w.sqlite"
    log = Log(path)
    log.append(sample_events())
    log.set(roster={"ada": "Ada"}, code="K7M2QP")
    log.close()
    return path


def run(*arguments):
    return CliRunner().invoke(workshop, [str(one) for one in arguments])


@pytest.fixture
def another_kernel(tmp_path, monkeypatch):
    """Leave another project's kernel where Jupyter looks first; its Python has nothing of this course."""
    folder = tmp_path / "share" / "kernels" / "python3"
    folder.mkdir(parents=True)
    argv = [sys.executable, "-I", "-S", "-m", "ipykernel_launcher", "-f", "{connection_file}"]
    (folder / "kernel.json").write_text(json.dumps({"argv": argv, "display_name": "Python 3", "language": "python"}))
    monkeypatch.setenv("JUPYTER_PATH", str(tmp_path / "share"))


def test_a_report_is_a_page_and_tables_and_statements(file, tmp_path, another_kernel):
    """Made by papermill in our Python; made again over itself, but for a changed notebook; in nobody else's folder."""
    out = tmp_path / "reports" / "debrief"
    done = run("report", "--db", file, "--out", out)
    assert (done.exit_code, done.stderr) == (0, "")
    assert sorted(done.stdout.split()) == sorted(str(path) for path in out.iterdir())
    is_to_go_on_with(out / "90_workshop_debrief.ipynb", file)
    (out / "debrief.html").write_text("an earlier one")
    assert run("report", "--db", file, "--out", out).exit_code == 0
    assert "# Our debrief" in (out / "90_workshop_debrief.ipynb").read_text("utf-8")
    tables = ["answers.csv", "debrief.html", "participants.csv", "questions.csv", "results.pdf", "results.pptx"]
    assert sorted(path.name for path in out.iterdir()) == ["90_workshop_debrief.ipynb", *tables, "xapi.jsonl"]
    html = (out / "debrief.html").read_text()
    assert "A workshop of 2026-10-28" in html and "made up" not in html and "Chidi" not in html
    assert not [path for path in out.parent.iterdir() if path.name.startswith(".")]
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "answers.csv").write_text("my own")
    assert isinstance(run("report", "--db", file, "--out", tmp_path / "mine").exception, InputError)
    assert (tmp_path / "mine" / "answers.csv").read_text() == "my own"


@pytest.mark.full  # in this process, where a warning is an error, the test before sees the same
def test_a_report_prints_its_files_and_nothing_else(file, tmp_path):
    """In a process of its own: no library warns on the terminal."""
    command = [sys.executable, "-m", "outsourcing_lessons", "workshop", "report", "--db", file, "--out"]
    done = subprocess.run([*command, tmp_path / "out"], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(done.stdout.split()) == sorted(str(path) for path in (tmp_path / "out").iterdir())


def test_without_python_pptx_there_are_no_slides_and_one_line_says_how_to_get_them(file, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pptx", None)
    done = run("report", "--db", file, "--out", tmp_path / "out")
    assert done.exit_code == 0 and done.stderr.count("\n") == 1 and "outsourcing-lessons[slides]" in done.stderr
    assert (tmp_path / "out/results.pdf").exists() and not (tmp_path / "out/results.pptx").exists()


def is_to_go_on_with(path, file):
    """See that a report's notebook finds the workshop from where it lies, and change it."""
    text = path.read_text("utf-8")
    notebook = nbformat.reads(text, 4)
    nbformat.validate(notebook)
    [given] = [cell for cell in notebook.cells if "injected-parameters" in cell.metadata.tags]
    [results] = [line.removeprefix("results = ") for line in given.source.splitlines() if line.startswith("results")]
    assert (path.parent / literal_eval(results)).resolve() == file.resolve()
    assert str(file.parent) not in text
    path.write_text(text.replace("# Workshop debrief", "# Our debrief"), "utf-8")


def test_a_kernel_that_does_not_start_is_one_sentence(file, tmp_path, monkeypatch):
    """Where one is needed. It says where to look further; nothing is written."""
    monkeypatch.setattr("outsourcing_lessons.debrief.report.ENGINE", None)
    spec = own_kernel.get_kernel_dict() | {"argv": [sys.executable, "-c", "raise SystemExit(7)"]}
    monkeypatch.setattr(own_kernel, "get_kernel_dict", lambda *_: spec)
    result = run("report", "--db", file, "--out", tmp_path / "out")
    assert isinstance(result.exception, NotebookError) and "outsourcing-lessons doctor" in str(result.exception)
    assert "\n" not in str(result.exception) and not (tmp_path / "out").exists()


def test_a_report_of_no_workshop_is_refused_and_writes_nothing(tmp_path):
    """In a sentence that names the file."""
    result = run("report", "--db", tmp_path / "gone.sqlite", "--out", tmp_path / "out")
    assert isinstance(result.exception, WorkshopError) and "gone.sqlite" in str(result.exception)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("made", [-1e999, 1e999, -1e18, -1e12, 1e30, float("nan")])
def test_a_file_that_says_an_answer_was_written_before_time_began_is_read(made):
    """As earlier versions kept it: then it was written while the workshop was on."""
    first, *events = sample_events()
    place = next(n for n, event in enumerate(events) if event.kind == "answer")
    odd = events[place]
    body = odd.body | {"made": made, "response": odd.body["response"] | {"stray": float("inf"), "text": {"a": 1}}}
    events[place] = replace(odd, body=body)
    results = Results((first, *events))
    assert first.at <= results.made(events[place]) <= odd.at
    table = answers_csv(results)
    assert table.count("\n") == answers_csv(Results(tuple(sample_events()))).count("\n")
    for line in (table + xapi_lines(results)).splitlines():
        assert "stray" not in line and "Infinity" not in line


def test_purge_looks_again_before_it_deletes(file):
    """What has happened since it asked may be a class that goes on."""
    before = found_in(file)
    log = Log(file)
    log.append([Event("end", before.events + 1.8e9)])
    log.close()
    with pytest.raises(WorkshopError, match="meanwhile"):
        purge(file, before.events)
    assert found_in(file).events == before.events + 1


def test_purge_asks_says_what_goes_and_deletes(file):
    """Said no, everything stays."""
    asked = CliRunner().invoke(workshop, ["purge", "--before", "2026-10-29", "--db", str(file)], input="n\n")
    assert file.exists() and "40 people, 5 of them named" in asked.output
    done = run("purge", "--before", "2026-10-29", "--db", file, "--yes")
    assert done.exit_code == 0 and "was deleted" in done.output
    assert not [path for path in file.parent.iterdir() if path.name.startswith(file.name)]


def test_a_workshop_of_that_day_or_later_stays(file):
    """The date is the first day that is kept."""
    result = run("purge", "--before", "2026-10-28", "--db", file, "--yes")
    assert result.exit_code == 0 and "is kept" in result.output and file.exists()


def test_a_workshop_in_use_is_not_deleted(file):
    """Nor emptied."""
    log = Log(file)
    list(log.events())
    with pytest.raises(WorkshopError, match="in use"):
        purge(file)
    assert len(list(log.events())) == len(sample_events())
    log.close()


def test_what_is_no_workshop_is_not_deleted(tmp_path):
    """Whatever it is."""
    path = tmp_path / "my-progress.sqlite"
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE attempts (id)")
    result = run("purge", "--before", "2030-01-01", "--db", path, "--yes")
    assert isinstance(result.exception, WorkshopError) and os.path.getsize(path)
