"""What goes wrong with one learner is said of that learner, and the others get their workbooks."""

from __future__ import annotations

import dataclasses
import json
from contextlib import ExitStack

import nbformat
import pytest
from nbformat import v4

from outsourcing_lessons import fork_server
from outsourcing_lessons.errors import (
    ArgumentError,
    ContentError,
    InputError,
    NotebookError,
    StoreError,
    UnknownNameError,
)
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.script import read_cells
from outsourcing_lessons.render import execute, worker
from outsourcing_lessons.render.batch import ALIKE, cause_of
from outsourcing_lessons.render.batch_setup import VARIABLE
from outsourcing_lessons.render.folder_store import Store
from outsourcing_lessons.render.glyphs import Missing
from outsourcing_lessons.render.limits import Limits
from outsourcing_lessons.render.report import IN_WORDS
from tests.render import quick
from tests.render.batches import render_batch
from tests.render.conftest import a_block, a_notebook, mounted, products, shows

WHOLE = ("no-font", "zoe")
NOTEBOOK = "notebooks/01_first_number.ipynb"
TRICKS = """\
import os, signal, sys
if learner_id == "cell-error": raise ValueError(f"no such thing {object()}\\nand more")
if learner_id == "dead-kernel": os._exit(7)
if learner_id == "hoarder": bytearray(1 << 40)
if learner_id == "hung":
    import time; time.sleep(900)
if learner_id == "killed-worker": os.kill(os.getppid(), signal.SIGKILL)
print("warned at", id(learner), file=sys.stderr)"""

SLIPS = """\
from dataclasses import replace
from outsourcing_lessons import open_lesson
lesson = open_lesson("first-number", learner_id=learner_id)
item = lesson.lesson.item("meet")
def slips(case, draw): return item.make(case, draw) if draw.subseed == 2 else 1 / 0
lesson.lesson = replace(lesson.lesson, items=(replace(item, make=slips),))
lesson.ask("meet")"""


def learner(learner_id: str, **changes) -> LearnerProfile:
    return LearnerProfile(**({"learner_id": learner_id, "learner": learner_id} | changes))


@pytest.mark.parametrize("engine", ["forked", pytest.param("stock", marks=pytest.mark.full)])
def test_each_failure_is_named_and_the_others_are_delivered(small_lesson, tmp_path, monkeypatch, engine, full):
    if engine == "forked" and not fork_server.possible():
        pytest.skip("no child can be forked safely on this system")
    limits = Limits(cell_seconds=3)  # fifty times what the other cells take
    monkeypatch.setenv(VARIABLE, engine)
    small_lesson(a_notebook(v4.new_code_cell(TRICKS), v4.new_code_cell(SLIPS), shows(a_block())))
    no_font = learner("no-font", learner="Li \U0010fffd")  # for private use: no font has it
    tricks = ("cell-error", "dead-kernel", "killed-worker", "hoarder", "hung")
    cohort = [*map(learner, tricks), no_font, learner("zoe")]
    told = []
    foreseen = []
    told_of = {"notice": lambda profile, done: told.append(profile.learner_id), "foreseen": foreseen.append}
    report = render_batch(cohort, tmp_path / "out", workers=2 if full else 1, lessons=["1"], limits=limits, **told_of)
    reasons = {profile.learner_id: done.reason for profile, done in report.rows}
    assert {
        "cell-error": "cell error",
        "dead-kernel": "worker died" if engine == "forked" else "dead kernel",
        "hoarder": "memory limit",
        "hung": "timeout",
        "killed-worker": "worker died",
        "no-font": "",
        "zoe": "",
    } == reasons
    details = {profile.learner_id: done.detail for profile, done in report.rows}
    assert "ValueError: no such thing <object object at 0x…>" in details["cell-error"]
    assert details["hung"].endswith("took longer than 3 seconds (--cell-time-limit)")
    assert details["hoarder"].endswith("MemoryError; a process may have 1,000 MB (--memory-limit)"), details["hoarder"]
    assert sorted(told) == sorted(reasons) and [Missing({"no-font": "\U0010fffd"})] == foreseen
    written = products(tmp_path / "out")
    whole = {f"workbooks/{one}/{file}" for one in WHOLE for file in ("workbook.html", "workbook.pdf", NOTEBOOK)}
    keys = {f"keys/{one}/key.pdf" for one in WHOLE}
    assert {"delivery.csv", "index.html", "report.json"} | whole | keys == set(written)
    assert b'"name": "stderr"' not in written[f"workbooks/zoe/{NOTEBOOK}"]
    rows = json.loads(written["report.json"])["learners"]
    assert [5, 2] == [[row["state"] for row in rows].count(state) for state in ("failed", "done")]
    drawn_again = {row["learner_id"]: row["redrawn"] for row in rows if row["redrawn"]}
    assert dict.fromkeys(("no-font", "zoe"), [{"item": "first-number.meet", "subseed": 2}]) == drawn_again
    assert "first-number.meet (sub-seed 2): no-font, zoe" in written["index.html"].decode()
    (note,) = (row["note"] for row in rows if row["note"])
    assert note.startswith("the PDFs show the learner id") and "U+10FFFD" in note
    assert note in written["index.html"].decode() and "Li \U0010fffd" in written["index.html"].decode()
    assert "the process that made this workbook was ended by signal 9" in written["index.html"].decode()


def test_a_hung_cell_is_ended_by_the_stock_engine_too():
    nb = a_notebook(v4.new_code_cell("import time; time.sleep(900)"))
    with pytest.raises(
        NotebookError, match="small.ipynb, cell 3, “import time; time.sleep.900.” took longer than 1 second"
    ) as caught:
        execute.execute(nbformat.writes(nb), "small.ipynb", learner("ada"), cell_seconds=1)
    assert "timeout" == caught.value.reason


@pytest.mark.parametrize("engine", ["stock", "ours"])
def test_a_cell_that_fails_has_the_number_that_the_checks_of_an_author_give_it(engine):
    """Neither the cell of a learner's parameters nor that of sealed questions counts: both are put in on the way."""
    sealed = v4.new_code_cell("class Lesson:\n    own_questions = print\nLesson().own_questions('sealed')")
    fails = v4.new_code_cell("# why?\n1 / 0")
    nb = a_notebook(sealed, v4.new_markdown_cell("Words."), fails)
    with pytest.raises(NotebookError) as caught:
        execute.execute(
            nbformat.writes(nb), "small.ipynb", learner("ada"), execute.our_engine() if engine == "ours" else None
        )
    assert str(caught.value) == "small.ipynb, cell 4, “# why?” failed with ZeroDivisionError: division by zero"
    own = [json.loads(json.dumps(cell)) for cell in nb.cells if cell is not sealed]
    own[-1]["source"] = "# why?\n1 /"
    with pytest.raises(ContentError, match="^small.ipynb, cell 4, “# why.”: "):
        list(read_cells(own, "small.ipynb", "small"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is damaged"),
        ("{", "is damaged"),
        ('{"cells": 7, "nbformat": 4, "nbformat_minor": 5, "metadata": {}}', "is damaged"),
        ('{"cells": [], "nbformat": 4, "nbformat_minor": 5, "metadata": {}}', "no cell tagged 'parameters'"),
    ],
)
def test_a_corrupt_notebook_stops_the_batch_before_it_begins(small_lesson, tmp_path, text, words):
    small_lesson(text)
    with pytest.raises(NotebookError, match=words) as caught:
        render_batch([learner("ada")], tmp_path / "out")
    assert 1 == len(str(caught.value).splitlines()) and not (tmp_path / "out").exists()


def test_a_missing_notebook_stops_the_batch_before_it_begins(small_lesson, tmp_path):
    small_lesson("").unlink()
    with pytest.raises(NotebookError, match="missing"):
        render_batch([learner("ada")], tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"formats": ["docx"]}, ArgumentError),
        ({"formats": []}, ArgumentError),
        ({"workers": 0}, ArgumentError),
        ({"lessons": ["99"]}, UnknownNameError),
    ],
)
def test_a_wrong_call_writes_nothing(tmp_path, options, error):
    with pytest.raises(error):
        render_batch([learner("ada")], tmp_path / "out", **options)
    assert not (tmp_path / "out").exists()


def test_a_file_where_the_folder_should_be(tmp_path):
    (tmp_path / "out").write_text("mine")
    with pytest.raises(InputError, match="is a file"):
        render_batch([learner("ada")], tmp_path / "out")
    assert "mine" == (tmp_path / "out").read_text()


def test_a_full_disk_stops_the_batch_and_is_said_in_the_report(here, small_disk, monkeypatch):
    monkeypatch.setattr(Store, "free", lambda store: None)  # it fills up once the batch is at work
    out = small_disk / "out"
    report = render_batch([learner("ada"), learner("bo", learner="large"), learner("cy")], out, lessons=["1"])
    assert report.stopped == "workbooks/bo/workbook.html could not be written: the disk is full"
    assert ["", "disk full", "queued"] == [done.reason for _, done in report.rows]
    assert {"ada"} == {path.name for path in (out / "workbooks").iterdir()}
    rows = json.loads((out / "report.json").read_bytes())["learners"]
    assert [("done", None), ("failed", "disk full"), ("queued", None)] == [(r["state"], r["reason"]) for r in rows]
    page = (out / "index.html").read_text("utf-8")
    assert "Stopped before the end" in page and "failed: the disk was full" in page and "not begun" in page


def test_a_disk_too_full_for_anything_is_one_sentence(small_lesson, full_disk, monkeypatch):
    monkeypatch.setattr(Store, "free", lambda store: None)  # it fills up once the batch is at work
    small_lesson(a_notebook(shows(a_block())))
    with pytest.raises(StoreError, match="the disk is full") as caught:
        render_batch([learner("ada"), learner("bo")], full_disk / "out", workers=1, formats=["html"], lessons=["1"])
    assert 1 == len(str(caught.value).splitlines()) and {} == products(full_disk / "out")


def test_one_folder_that_cannot_be_written_to_is_one_learners_trouble(here, tmp_path):
    with mounted(tmp_path / "out/workbooks/bo", "ro"):
        report = render_batch([learner(one) for one in ("ada", "bo", "cy")], tmp_path / "out", lessons=["1"])
        assert ["", "read-only folder", ""] == [done.reason for _, done in report.rows]
        assert "its folder cannot be written to" in (tmp_path / "out/index.html").read_text("utf-8")
    assert (tmp_path / "out/workbooks/cy/workbook.html").exists()


def test_a_folder_in_which_nothing_can_be_written_stops_the_batch_before_it_begins(here, tmp_path):
    with mounted(tmp_path / "out", "ro"), pytest.raises(StoreError, match="the disk is read-only"):
        render_batch([learner("ada")], tmp_path / "out")
    assert [] == here.told


@pytest.mark.parametrize("below", ["workbooks", "keys"])
def test_where_nothing_can_be_written_below_either(here, tmp_path, monkeypatch, below):
    """Before it begins, it does not; half-way, it stops at the first learner for whom it is so."""
    cohort = [learner(one) for one in ("ada", "bo", "cy", "di")]
    with mounted(tmp_path / "out" / below, "ro"), pytest.raises(StoreError, match=f"{below} could not be written"):
        render_batch(cohort, tmp_path / "out", lessons=["1"])
    assert [] == here.told
    with ExitStack() as mounts:

        def then_read_only(profile, done):
            if profile.learner_id == "ada":
                mounts.enter_context(mounted(tmp_path / "out" / below, "ro"))

        report = render_batch(cohort, tmp_path / "out", lessons=["1"], notice=then_read_only)
    assert ["", "read-only folder", "queued", "queued"] == [done.reason for _, done in report.rows]
    assert report.stopped.endswith(f"{below} could not be written: the disk is read-only")


def test_a_folder_of_keys_that_is_not_needed_may_be_read_only(here, tmp_path):
    with mounted(tmp_path / "out/keys", "ro"):
        report = render_batch([learner("ada")], tmp_path / "out", lessons=["1"], formats=["html"])
    assert not report.failed and not report.stopped


def test_a_cause_that_fails_everybody_is_found_by_the_first(here, tmp_path):
    cohort = [learner(f"l-{number}", learner="cell error") for number in range(ALIKE + 5)]
    report = render_batch(cohort, tmp_path / "out", lessons=["1"])
    assert (ALIKE, 5) == (len(report.failed), report.waiting)
    assert (
        report.stopped
        == "the first 10 learners failed in the same way, so the others were not started: it was a cell error"
    )


@pytest.mark.parametrize("different", [{0: "zoe"}, {7: "timeout"}, {9: "zoe"}], ids=["first", "another", "last"])
def test_as_long_as_one_is_different_the_others_are_tried(here, tmp_path, different):
    names = [different.get(number, "cell error") for number in range(ALIKE + 5)]
    cohort = [learner(f"l-{number}", learner=name) for number, name in enumerate(names)]
    report = render_batch(cohort, tmp_path / "out", lessons=["1"])
    assert "" == report.stopped and 0 == report.waiting


def test_a_cause_is_the_same_whoever_has_it():
    said = ["workbooks/{}/workbook.html could not be written: you may not write there"] * 2
    assert 1 == len({cause_of(worker.Done(one, "x", text.format(one))) for one, text in zip("ab", said, strict=True)})


@pytest.mark.parametrize("reason", [*quick.REASONS, "worker died", "missing glyph", "pdf", "notebook", "unexpected"])
def test_each_reason_has_words_of_its_own(reason):
    words = list(IN_WORDS.values())
    assert 1 == words.count(IN_WORDS[reason])


def test_profiles_are_all_that_reaches_papermill():
    values = dataclasses.asdict(learner("ada", learner='"); import os'))
    assert {str, int, float} >= {type(value) for value in values.values()}


def test_an_index_that_cannot_be_written_does_not_hide_that_all_is_done(here, tmp_path):
    render_batch([LearnerProfile("ada", seed=7)], tmp_path, lessons=["1"])
    (tmp_path / "index.html").unlink()
    (tmp_path / "index.html").mkdir()
    with pytest.raises(
        StoreError, match="index.html could not be written.*1 of 1 learners have everything all the same"
    ):
        render_batch([LearnerProfile("ada", seed=7)], tmp_path, lessons=["1"])
