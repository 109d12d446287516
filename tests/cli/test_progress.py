"""Export, import and reset from the command line: is not overwritten, and a mistake is one sentence."""

from __future__ import annotations

import shutil

import pytest
from asking_for_a_raise import COURSE
from click.testing import CliRunner

from outsourcing_lessons import cli
from outsourcing_lessons.progress.archive import progress_of
from outsourcing_lessons.progress.store import Attempt


@pytest.fixture
def course(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "my-course"
    folder.mkdir()
    progress_of(folder).append(Attempt("ada", "first-number.year", "v", 1, {"value": "4"}, {"valid": True}))
    return folder


@pytest.fixture
def call(capsys):
    def call(*arguments):
        with pytest.raises(SystemExit) as ended:
            cli.main(["progress", *map(str, arguments)])
        said = capsys.readouterr()
        return ended.value.code or 0, said.out, said.err

    return call


def count(folder):
    return len(progress_of(folder).all_attempts("ada"))


def test_out_of_one_copy_and_into_another(call, course, tmp_path):
    (tmp_path / "other").mkdir()
    assert call("export", "--to", "a.json")[0] == 0
    assert call("import", "a.json", "other") == (0, "1 answer and 0 entries are new.\n", "")
    assert call("import", "a.json", "other") == (0, "0 answers and 0 entries are new.\n", "")
    assert count(tmp_path / "other") == 1


def test_another_learners_answers_are_brought_in_and_said_to_be_hidden(call, course, tmp_path):
    """The lessons in the folder say whose it is."""
    shutil.copy(COURSE.notebook_of(COURSE.lessons[0]), tmp_path / "my-course")
    call("export", "--to", "a.json")
    code, said, _ = call("import", "a.json")
    assert (
        code == 0 and "The answers of “ada” are saved but not shown, because the lessons here belong to “guest”" in said
    )


def test_an_export_has_a_name_of_its_own_and_overwrites_nothing(call, course, tmp_path):
    names = [call("export")[1], call("export")[1]]
    assert len(set(names)) == 2 and len(list(tmp_path.glob("my-answers *.json"))) == 2
    (tmp_path / "mine.txt").write_text("dear diary")
    code, _, said = call("export", "--to", "mine.txt")
    assert (code, (tmp_path / "mine.txt").read_text()) == (2, "dear diary") and "is not overwritten" in said


def test_a_foreign_file_is_refused_with_a_sentence(call, course, tmp_path):
    (tmp_path / "diary.json").write_text("dear diary")
    code, _, said = call("import", "diary.json")
    assert code == 2 and said.startswith("diary.json is damaged, or not a file of answers") and count(course) == 1


def test_a_reset_asks_first(course, tmp_path):
    refused = CliRunner().invoke(cli.cli, ["progress", "reset"], input="n\n")
    assert (
        "aside and start again?" in refused.output and "Nothing was changed." in refused.output and count(course) == 1
    )


def test_a_reset_keeps_a_backup_and_says_how_to_have_it_back(call, course):
    code, said, _ = call("reset", "--yes")
    (backup,) = course.glob("my-progress (before reset *")
    assert code == 0 and count(course) == 0 and f'progress import "{backup.relative_to(course.parent)}"' in said
    assert call("import", backup)[0] == 0 and count(course) == 1


def test_the_folder_one_stands_in_counts_if_the_answers_are_there(call, course, monkeypatch):
    monkeypatch.chdir(course)
    assert call("reset", "--yes")[0] == 0 and count(course) == 0


@pytest.mark.parametrize("verb", [["export"], ["import", "x.json"], ["reset"]])
def test_a_folder_that_is_not_there_is_named(call, tmp_path, monkeypatch, verb):
    monkeypatch.chdir(tmp_path)
    code, _, said = call(*verb, "nowhere")
    assert code == 2 and "there is no folder nowhere" in said and not list(tmp_path.iterdir())


def test_without_answers_there_is_nothing_to_save_or_reset(call, tmp_path):
    code, _, said = call("export", tmp_path)
    assert code == 2 and "no answers" in said
    assert call("reset", tmp_path)[:2] == (0, f"There are no answers in {tmp_path}: nothing to reset.\n")


@pytest.mark.parametrize("verb", ["export", "import", "reset"])
def test_help_of_each_ends_with_an_example(call, verb):
    assert call(verb, "--help")[1].rstrip().splitlines()[-1].strip().startswith(f"outsourcing-lessons progress {verb}")
