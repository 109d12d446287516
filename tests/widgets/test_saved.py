"""When a saved profile is read, and when it is not."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import nbformat
import papermill
import pytest
from asking_for_a_raise import COURSE
from nbformat import v4

from outsourcing_lessons import open_lesson
from outsourcing_lessons.cli import main
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.progress.profile import save_profile
from outsourcing_lessons.progress.sqlite import FILE_NAME, SqliteProgress

ROOT = Path(__file__).parents[2]
SAVED = {"business": "bakery", "currency": "GBP", "hour_value": 95.0}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder in which a guest has saved a profile, and in which notebooks run."""
    save_profile(SqliteProgress(tmp_path / FILE_NAME), SAVED)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def profile_of(lesson):
    return {name: getattr(lesson.profile, name) for name in SAVED}


def usual():
    return {name: getattr(chosen().profile(), name) for name in SAVED}


def test_a_guest_at_the_notebook_has_what_was_saved(folder, person):
    assert profile_of(open_lesson("first-number")) == SAVED


def test_what_was_changed_in_the_notebook_wins(folder, person):
    lesson = open_lesson("first-number", **vars(chosen().profile()) | {"currency": "USD"})
    assert profile_of(lesson) == SAVED | {"currency": "USD"}


def test_a_learner_with_an_id_has_the_profile_that_comes_with_it(folder, person):
    assert profile_of(open_lesson("first-number", learner_id="ada")) == usual()


def test_another_folder_has_a_profile_of_its_own(folder, person, tmp_path_factory, monkeypatch):
    monkeypatch.chdir(tmp_path_factory.mktemp("other"))
    assert profile_of(open_lesson("first-number")) == usual()


def test_a_setting_of_another_version_is_named_and_left_out(folder, person, capsys):
    save_profile(SqliteProgress(folder / FILE_NAME), {"business": "lighthouse", "shoe_size": 42})
    assert profile_of(open_lesson("first-number")) == SAVED | {"business": "hospital"}
    assert "lighthouse" in capsys.readouterr().out


def test_a_script_reads_none(folder):
    assert profile_of(open_lesson("first-number")) == usual()


def notebook(folder):
    """A notebook that says for whom it is, with what it says for a guest stored."""
    code = 'from outsourcing_lessons import open_lesson\nopen_lesson("first-number").profile.business'
    output = v4.new_output("execute_result", {"text/plain": repr("hospital")}, execution_count=1)
    cell = v4.new_code_cell(code, outputs=[output], execution_count=1)
    kernel = {"name": "python3", "language": "python", "display_name": "Python 3"}
    path = folder / "who.ipynb"
    nbformat.write(v4.new_notebook(cells=[cell], metadata={"kernelspec": kernel}), path)
    return path


@pytest.mark.parametrize("engine", [None, "outsourcing-lessons"], ids=["stock", "ours"])
def test_papermill_reads_none(folder, engine):
    """With our engine too, which `render` uses. Nor does it write: the file is as it was."""
    before = (folder / FILE_NAME).read_bytes()
    done = papermill.execute_notebook(notebook(folder), None, engine_name=engine, cwd=folder, progress_bar=False)
    assert done.cells[-1].outputs[0].data["text/plain"] == repr("hospital")
    assert (folder / FILE_NAME).read_bytes() == before


@pytest.mark.full  # to a lesson nbval is what papermill is: a program, with a kernel, that cannot be asked anything
def test_nbval_reads_none(folder):
    options = "-q -p tests.light -p no:randomly -p no:cacheprovider -p no:xdist -c".split()
    command = [sys.executable, "-m", "pytest", "--nbval", str(notebook(folder)), *options, os.devnull]
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    environment = os.environ | {"PYTHONPATH": path}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.full  # to a lesson it is papermill with our engine
def test_render_reads_none(folder):
    (folder / "roster.csv").write_text("learner_id\nguest\n", encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["render", "roster.csv", "--out", "out", "--lessons", "01", "--format", "ipynb", "--jobs", "1"])
    text = (folder / "out/workbooks/guest/notebooks" / COURSE.lesson("first-number").notebook).read_text(
        encoding="utf-8"
    )
    assert not ended.value.code and "€" in text and "£" not in text


def test_export_reads_none(folder, capsys):
    with pytest.raises(SystemExit):
        main(["items", "first-number", "--json"])
    text = json.dumps(json.loads(capsys.readouterr().out), ensure_ascii=False)
    with pytest.raises(SystemExit) as ended:
        main(["export", "qti", "--lessons", "01", "--out", "q.zip"])
    assert not ended.value.code and "€" in text and "£" not in text


FORM = {
    "learner": "Ada", "business": "bakery", "country": "", "currency": "GBP", "weekly_hours": "40",
    "hour_value": "£95", "unsold_hour_value": "30",
}  # fmt: skip


def answer_of(lesson, **typed):
    return lesson.about_you().controller.reply({"type": "profile", "values": FORM | typed})


def test_what_is_typed_into_the_form_holds_in_every_lesson(folder, person):
    reply = answer_of(open_lesson("first-number"))
    assert (
        reply == {"line": open_lesson("first-number").about_you().block.line}
        and "£30 for one you do not" in reply["line"]
    )
    profile = open_lesson("walk-away").profile
    assert (profile.learner, profile.weekly_hours, profile.hour_value) == ("Ada", 40.0, 95.0)


def test_the_live_form_lists_all_countries_and_currencies_and_a_stored_one_none(folder, person):
    controller = open_lesson("first-number").about_you().controller
    (live, stored) = (
        {one["name"]: one["options"] for one in fields}
        for fields in (controller.public()["fields"], controller.block.model_dump()["fields"])
    )
    assert {"DE", "GB"} < set(live["country"]) and {"EUR", "INR"} < set(live["currency"])
    assert not stored["country"] and not stored["currency"] and live["business"] == list(stored["business"])


def test_with_a_fault_nothing_of_the_form_is_saved(folder, person):
    reply = answer_of(open_lesson("first-number"), hour_value="-3", learner="Eve")
    assert reply.keys() == {"faults"} and reply["faults"].keys() == {"hour_value"}
    assert open_lesson("first-number").profile.learner == "Guest"


def test_the_form_says_what_the_notebook_sets_itself(folder, person):
    lesson = open_lesson("first-number", currency="USD")
    block = lesson.about_you().block
    assert [one.name for one in block.fields if one.fixed] == ["currency"] and block.saved
    typed = {name: text for name, text in FORM.items() if name != "currency"}
    reply = lesson.about_you().controller.reply({"type": "profile", "values": typed | {"hour_value": "90"}})
    assert "$90 for an hour you sell" in reply["line"]


def test_the_form_is_closed_to_a_learner_whose_profile_comes_with_the_notebook(folder, person):
    lesson = open_lesson("first-number", learner_id="ada")
    assert "problem" in answer_of(lesson) and open_lesson("first-number").profile.learner == "Guest"


def test_what_a_notebook_stores_of_the_form_does_not_depend_on_what_is_saved(folder, tmp_path_factory, monkeypatch):
    stored = open_lesson("first-number").about_you()._repr_mimebundle_()
    monkeypatch.chdir(tmp_path_factory.mktemp("other"))
    assert open_lesson("first-number").about_you()._repr_mimebundle_() == stored
