"""The verb ``lab`` up to the moment it becomes JupyterLab."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from asking_for_a_raise import COURSE
from click.testing import CliRunner

from outsourcing_lessons.cli.lab import command, lab


@pytest.fixture
def started(monkeypatch):
    """What would have been started."""
    commands = []
    monkeypatch.setattr(sys.modules["outsourcing_lessons.cli.lab"], "start", commands.append)
    return commands


def run(*arguments):
    return CliRunner().invoke(lab, arguments)


def test_the_learner_gets_a_copy_and_jupyterlab_opens_its_first_lesson(started, tmp_path):
    """On this machine only, by the same Python."""
    assert run(str(tmp_path / "mine")).exit_code == 0
    names = sorted(path.name for path in COURSE.notebooks.glob("0*.ipynb"))  # 90 is for whoever teaches
    assert sorted(path.name for path in (tmp_path / "mine").glob("*.ipynb")) == names
    (command,) = started
    assert command[:3] == [sys.executable, "-m", "outsourcing_lessons.lab.jupyter"]
    assert {f"--LabApp.default_url=/lab/tree/{names[0]}", "--ServerApp.ip=127.0.0.1"} <= set(command)


def test_without_a_folder_it_is_my_course(started, tmp_path, monkeypatch):
    """Where the learner stands."""
    monkeypatch.chdir(tmp_path)
    run()
    assert f"--ServerApp.root_dir={tmp_path / 'my-course'}" in started[0]


def test_options_are_passed_on(started, tmp_path):
    """Ours by name, Jupyter's after the two dashes, and they come last, so they win."""
    run(str(tmp_path / "mine"), "--no-browser", "--port", "8899", "--", "--ServerApp.ip=0.0.0.0", "--debug")
    assert started[0][-4:] == ["--no-browser", "--ServerApp.port=8899", "--ServerApp.ip=0.0.0.0", "--debug"]


def test_options_for_jupyter_need_no_folder(started, tmp_path, monkeypatch):
    """What begins with a dash is no folder."""
    monkeypatch.chdir(tmp_path)
    run("--", "--debug")
    assert started[0][-1] == "--debug" and (tmp_path / "my-course").is_dir()


def test_no_token_is_taken_away(tmp_path):
    """Whoever else is on this machine must not get in."""
    (tmp_path / "01.ipynb").touch()
    names = [option.partition("=")[0] for option in command(tmp_path, [])]
    assert not [name for name in names if "token" in name or "password" in name]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of jupyter_lsp, when it is imported
def test_jupyterlab_starts_no_program_that_no_lesson_needs(started, tmp_path):
    """Neither to look for language servers, unless one asks for it, nor to see whether it should be built anew."""
    from jupyter_lsp import LanguageServerManager
    from jupyterlab_server.config import get_page_config

    run(str(tmp_path), "--", "--LanguageServerManager.autodetect=True")
    ours, theirs = (f"--LanguageServerManager.autodetect={value}" for value in (False, True))
    assert LanguageServerManager.autodetect.metadata["config"] and started[0].index(ours) < started[0].index(theirs)
    (settings,) = (one.partition("=")[2] for one in started[0] if one.startswith("--LabApp.app_settings_dir="))
    assert get_page_config([], settings)["buildCheck"] is False


def test_a_file_in_place_of_the_folder_is_one_sentence(started, tmp_path):
    """Exit code 2, and nothing is started."""
    (tmp_path / "file").touch()
    result = run(str(tmp_path / "file"))
    assert (result.exit_code, started) == (2, [])
    assert result.stderr.startswith("Error: ") and result.stderr.count("\n") == 1


def test_a_folder_without_permission_is_one_sentence(started, tmp_path):
    """Exit code 1."""
    (tmp_path / "file").touch()
    result = run(str(tmp_path / "file" / "mine"))
    assert (result.exit_code, started) == (1, []) and result.stderr.count("\n") == 1


def test_a_newer_lesson_is_announced(started, tmp_path):
    """Before JupyterLab begins to talk."""
    run(str(tmp_path))
    name = min(path.name for path in COURSE.notebooks.glob("*.ipynb"))
    (tmp_path / name).write_text((tmp_path / name).read_text("utf-8").replace("learner", "Learner"), "utf-8")
    (tmp_path / ".outsourcing-lessons.json").unlink()
    assert "yours is unchanged" in run(str(tmp_path)).stdout


def test_a_lesson_that_cannot_be_read_is_announced_and_the_start_page_opens(started, tmp_path):
    """What is kept beside it is not taken for the first lesson."""
    run(str(tmp_path))
    (tmp_path / "01_first_number.ipynb").write_text("")
    assert "“01_first_number (unreadable).txt”" in run(str(tmp_path)).stdout
    assert "--LabApp.default_url=/lab/tree/01_first_number.ipynb" in started[1]


def test_the_help_ends_with_an_example():
    """As that of every verb."""
    assert "outsourcing-lessons lab " in run("--help").output.rstrip().splitlines()[-1]


def test_every_setting_of_ours_is_one_that_jupyterlab_has():
    """Nothing is asked of other machines, and no output can run a command of JupyterLab."""
    place = Path(sys.modules["outsourcing_lessons.cli.lab"].__file__).parents[1] / "lab/settings/overrides.json"
    ours = json.loads(place.read_text("utf-8"))
    schemas = Path(sys.prefix) / "share/jupyter/lab/schemas"
    for name, settings in ours.items():
        package, part = name.split(":")
        schema = json.loads((schemas / package / f"{part}.json").read_text("utf-8"))
        assert set(settings) <= set(schema["properties"])
    assert ours["@jupyterlab/apputils-extension:sanitizer"] == {"allowCommandLinker": False}
