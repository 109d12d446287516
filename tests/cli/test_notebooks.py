"""``--notebooks``: an instructor's own copy counts on every surface."""

from __future__ import annotations

import json
import os
import re
import zipfile

import pytest
from asking_for_a_raise import COURSE

from outsourcing_lessons.blocks.block import MIME
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import case_of
from outsourcing_lessons.lessons.own_notebooks import VARIABLE, use
from outsourcing_lessons.notebook_files import outputs_of, read
from outsourcing_lessons.render.run import sources_of
from outsourcing_lessons.workshop.agenda import agenda_of
from tests.notebook_copies import KEY, LESSON, NOTEBOOK, OWN, OWN_ID, changed, with_cell


@pytest.fixture(autouse=True)
def no_choice(monkeypatch):
    """Let what a command chooses end with the test."""
    monkeypatch.setenv(VARIABLE, "")


@pytest.fixture
def copy(tmp_path):
    return changed(tmp_path / "mine")


def in_order(ids, dropped, moved):
    """Whether a list of ids is that of the changed copy."""
    places = [ids.index(name) for name in (*moved, OWN_ID)]
    return dropped not in ids and places == sorted(places) and len(set(ids)) == len(ids)


def test_items_are_those_of_the_copy(call, copy):
    folder, *change = copy
    code, said, _ = call("items", LESSON, "--notebooks", folder, "--json")
    assert code == 0 and in_order([item["id"] for item in json.loads(said)], *change)


def test_questions_for_a_platform_are_those_of_the_copy(call, copy, tmp_path):
    folder, *change = copy
    assert call("export", "qti", "--lessons", "01", "--notebooks", folder, "--out", tmp_path / "q.zip")[0] == 0
    test = zipfile.ZipFile(tmp_path / "q.zip").read(f"tests/{LESSON}.xml").decode()
    assert in_order(re.findall(r'identifier="one-of\.([^"]+)"', test), *change)


def test_a_workshop_asks_what_the_copy_asks(copy):
    folder, *change = copy
    use(folder)
    steps = agenda_of((COURSE.lesson(LESSON),), case_of(LearnerProfile())).steps
    assert in_order([name.removeprefix("ask:") for name in steps if name.startswith("ask:")], *change)


def test_a_workshop_takes_as_long_as_the_copy(copy):
    """A question less in a part that no note gives minutes to."""
    folder, *_ = copy
    lesson, case = COURSE.lesson(LESSON), case_of(LearnerProfile())
    before = agenda_of((lesson,), case)
    use(folder)
    after = agenda_of((lesson,), case)
    asked = {step.id for part in after.parts for step in part.steps}
    assert {step.id for part in before.parts for step in part.steps} != asked
    assert f"ask:{OWN_ID}" in asked and all(step.minutes > 0 for part in after.parts for step in part.steps)


def test_workshop_start_reads_the_copy(call, tmp_path, monkeypatch):
    """And refuses a cell that cannot be read before anything is served."""
    monkeypatch.chdir(tmp_path)
    folder = with_cell(tmp_path / "mine", 'asked = lesson.ask("meet")')
    code, _, error = call("workshop", "start", "--lessons", "01", "--notebooks", folder)
    assert code != 0 and f"{NOTEBOOK}, cell " in error and "take the call out" in error
    assert list(tmp_path.iterdir()) == [folder]


@pytest.fixture
def rendered(call, copy, tmp_path):
    folder, *_ = copy
    roster = tmp_path / "roster.csv"
    roster.write_text("learner_id\nada\n", encoding="utf-8")

    def again():
        out = tmp_path / "out"
        done = call("render", roster, "--out", out, "--lessons", "01", "--format", "html,ipynb", "--jobs", "1",
                    "--notebooks", folder)  # fmt: skip
        return done, out / "workbooks/ada"

    return again


def test_workbooks_are_those_of_the_copy(rendered, copy):
    """The question of the author's own is asked, its key is in no text of the notebook, and a change is seen."""
    folder, *change = copy
    (code, _, error), learner = rendered()
    assert (code, error) == (0, "")
    notebook = read(learner / "notebooks" / NOTEBOOK)
    sources = ["".join(cell["source"]) for cell in notebook["cells"]]
    assert 'lesson.ask("own-first")' in sources and not any("SingleChoice(" in one for one in sources)
    stored = [o["data"][MIME]["id"] for o in outputs_of(notebook) if MIME in o.get("data", {})]
    assert OWN_ID not in stored
    page = (learner / "workbook.html").read_text(encoding="utf-8")
    ids = list(dict.fromkeys(re.findall(rf'"({LESSON}\.[a-z0-9-]+)"', page)))
    assert change[0] not in ids and OWN_ID in ids
    text = (folder / NOTEBOOK).read_text(encoding="utf-8")
    (folder / NOTEBOOK).write_text(text.replace(KEY, "Ring them now"), encoding="utf-8")
    rendered()
    assert "Ring them now" in (learner / "workbook.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        (OWN.replace('key="tell"', "key=1 + 1"), "cannot be known without running it"),
        (OWN.replace('key="tell"', 'key="say"'), "key 'say' is not an option"),
        (OWN + "\n" + OWN, "is already in cell"),
    ],
)
def test_a_question_that_cannot_be_read_is_refused_by_file_and_cell(call, tmp_path, cell, why):
    folder = with_cell(tmp_path / "mine", cell)
    for verb in (["items", LESSON], ["export", "qti", "--lessons", "01", "--out", tmp_path / "q.zip"]):
        code, _, error = call(*verb, "--notebooks", folder)
        assert code != 0 and f"{NOTEBOOK}, cell " in error and why in error


def test_a_box_is_refused_by_render_before_any_learner_is_begun(call, tmp_path):
    cell = 'from ipywidgets import VBox\nVBox([lesson.ask("meet"), lesson.ask("extras")])'
    folder, out = with_cell(tmp_path / "mine", cell), tmp_path / "out"
    roster = tmp_path / "roster.csv"
    roster.write_text("learner_id\nada\n", encoding="utf-8")
    code, _, error = call("render", roster, "--out", out, "--lessons", "01", "--jobs", "1", "--notebooks", folder)
    assert code != 0 and f"{NOTEBOOK}, cell " in error and "cannot be known without running it" in error
    assert not out.exists()


def test_a_line_that_has_not_run_is_no_fault_to_render_which_runs_it(tmp_path):
    use(with_cell(tmp_path / "mine", "1 + 1"))
    assert "1 + 1" in sources_of(["01"])[0].text


def test_a_question_that_is_not_there_is_refused_by_file_and_cell(call, tmp_path):
    code, _, error = call("items", LESSON, "--notebooks", with_cell(tmp_path / "mine", 'lesson.ask("brake-even")'))
    assert code != 0 and f"{NOTEBOOK}, cell " in error and "brake-even" in error


def test_a_folder_without_notebooks_is_refused(call, tmp_path):
    code, _, error = call("items", LESSON, "--notebooks", tmp_path)
    assert code == 2 and str(tmp_path) in error and "lab --author" in error


def test_a_missing_notebook_is_named(call, copy):
    (copy[0] / NOTEBOOK).unlink()
    code, _, error = call("items", LESSON, "--notebooks", copy[0])
    assert code != 0 and NOTEBOOK in error and "missing" in error


def test_a_choice_is_passed_on_to_the_processes_that_are_started(copy):
    use(copy[0])
    assert os.environ[VARIABLE] == str(copy[0].absolute())
