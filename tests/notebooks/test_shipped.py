"""The notebooks that are shipped: their style, their parameters, and that what they store is what they give."""

from __future__ import annotations

import copy
import json
import os
import subprocess
import sys

import pytest

from outsourcing_lessons.blocks.block import MIME
from outsourcing_lessons.course import COURSE
from outsourcing_lessons.notebook_files import faults_of, outputs_of, read, written

EVERY = sorted(COURSE.notebooks.glob("*.ipynb"))
NOTEBOOKS = [path for path in EVERY if path.name != "90_workshop_debrief.ipynb"]  # which tests/debrief looks at
all_of_them = pytest.mark.parametrize("path", EVERY, ids=lambda path: path.name)
each = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
ROOT = COURSE.notebooks.parent
NEW = {"learner": "Łucja O’Brien", "business": "design studio", "currency": "GBP", "hour_value": 95, "seed": 7}


def stored(path, *forms):
    """Return the given forms of our displays, in order."""
    data = [output["data"] for output in outputs_of(read(path)) if MIME in output.get("data", {})]
    return [json.dumps([one[form] for form in forms], ensure_ascii=False) for one in data]


def environment():
    return os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))}


def test_every_lesson_has_its_notebook():
    """Under the name the lesson gives it."""
    assert [lesson.slug for lesson in COURSE.lessons if not COURSE.notebook_of(lesson).is_file()] == []


@all_of_them
def test_a_notebook_keeps_the_style_of_the_course(path):
    """Cells, tags, parameters, rhythm; run in order, nothing failed, nothing live stored."""
    assert faults_of(read(path)) == []


@all_of_them
def test_a_notebook_is_written_as_make_notebooks_writes_it(path):
    """So that a change shows only what changed."""
    assert path.read_text(encoding="utf-8") == written(read(path))


@each
def test_without_the_package_a_lesson_says_how_to_install_it(path, monkeypatch):
    sources = ("".join(cell["source"]) for cell in read(path)["cells"])
    opening = next(source for source in sources if "import open_lesson" in source)
    monkeypatch.setitem(sys.modules, "outsourcing_lessons", None)  # as where it is not installed
    with pytest.raises(ModuleNotFoundError, match="%pip install outsourcing-lessons in a new cell"):
        exec(opening, {})


@each
def test_every_display_has_all_its_static_forms(path):
    """Plain text, Markdown, HTML and the block itself."""
    assert stored(path, "text/plain", "text/markdown", "text/html") != []


@pytest.mark.parametrize(
    "path",
    [pytest.param(path, marks=[pytest.mark.full] * (place > 0)) for place, path in enumerate(NOTEBOOKS)],
    ids=lambda path: path.name,
)
def test_papermill_makes_a_notebook_for_another_learner(path, tmp_path, full):
    """Name, money and numbers follow, and no answers are looked for or kept; with papermill's stock engine too."""
    import papermill

    out = tmp_path / "out.ipynb"
    engine = None if full else "outsourcing-lessons"  # that the two give the same is seen in tests/render
    papermill.execute_notebook(path, out, parameters=NEW, engine_name=engine, progress_bar=False, cwd=tmp_path)
    theirs, ours = stored(out, MIME, "text/plain"), stored(path, MIME, "text/plain")
    assert NEW["learner"] in "".join(theirs) and "£" in "".join(theirs) and "€" not in "".join(theirs)
    assert len(theirs) == len(ours)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["out.ipynb"]
    assert "widgets" not in read(out)["metadata"]


@each
def test_papermill_lists_the_parameters_with_their_comments(path):
    """For whoever renders by hand."""
    import papermill

    found = papermill.inspect_notebook(path)
    assert list(found) == [
        "learner_id",
        "learner",
        "business",
        "country",
        "currency",
        "hour_value",
        "unsold_hour_value",
        "weekly_hours",
        "seed",
        "edition",
    ]
    assert all(parameter["help"] for parameter in found.values())


def up_to_the_first_amount(path):
    """Return a notebook that ends with the first display in which there is money."""
    notebook = read(path)
    for n, cell in enumerate(notebook["cells"]):
        data = cell["outputs"][0].get("data", {}) if cell.get("outputs") else {}
        if "€" in "".join(data.get("text/plain", [])):
            return notebook | {"cells": notebook["cells"][: n + 1]}
    raise AssertionError(f"there is no amount of money in {path.name}")


def spoilt(cell, form):
    """Return a cell with one digit of one stored form changed."""
    cell = copy.deepcopy(cell) | {"id": f"spoilt-{len(form)}"}
    data = cell["outputs"][0]["data"]
    text = json.dumps(data[form], ensure_ascii=False)
    digit = text.index("€") + 1
    data[form] = json.loads(text[:digit] + str((int(text[digit]) + 1) % 10) + text[digit + 1 :])
    return cell


def test_a_wrong_stored_number_turns_nbval_red(tmp_path):
    """In what is read and in what is exported; the same cell unspoilt is green, and so are those before it."""
    notebook = up_to_the_first_amount(NOTEBOOKS[0])
    notebook["cells"] += [spoilt(notebook["cells"][-1], form) for form in ("text/plain", MIME)]
    (tmp_path / "spoilt.ipynb").write_text(written(notebook), encoding="utf-8")
    options = "-q -rf --color=no -p tests.light -p no:randomly -p no:cacheprovider -c".split()
    command = [sys.executable, "-m", "pytest", "--nbval", tmp_path, *options, os.devnull]
    result = subprocess.run(command, capture_output=True, text=True, env=environment(), check=False)
    failed = [line.split("::")[1].split()[1] for line in result.stdout.splitlines() if line.startswith("FAILED")]
    code = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    assert (result.returncode, failed) == (1, [str(len(code) - 2), str(len(code) - 1)])


@all_of_them
def test_a_cell_that_was_never_run_is_found(path):
    """Nbval alone calls it green."""
    notebook = read(path)
    last = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"][-1]
    last.update(execution_count=None, outputs=[])
    assert faults_of(notebook) == [("it was never run", notebook["cells"].index(last) + 1)]


@each
def test_a_lesson_shows_nothing_that_answers_a_prediction_before_it_is_committed(path):
    """Each explorer up to the reveal waits for the prediction, and none stands before it."""
    blocks = [output["data"][MIME] for output in outputs_of(read(path)) if MIME in output.get("data", {})]
    bets = {
        block["id"] for block in blocks if block["kind"] == "ask" and block["item"]["type"] == "bet"
    }  # no figure answers
    reveals = {
        block["prediction"]: place
        for place, block in enumerate(blocks)
        if block["kind"] == "reveal" and block["prediction"] not in bets
    }
    explores = any(
        block["kind"] == "explorer" for block in blocks
    )  # where there are none, a game comes after the reveal
    for prediction, end in reveals.items():
        explorers = [block for block in blocks[:end] if block["kind"] == "explorer"]
        assert {block["after"] for block in explorers} == ({prediction} if explores else set())
        games = [block for block in blocks[:end] if block["kind"] == "ask" and block["item"]["type"] == "game"]
        assert explores or not games
