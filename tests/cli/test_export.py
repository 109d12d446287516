"""``outsourcing-lessons export``: a file whole or none, never over another, and a sentence for every wrong call."""

from __future__ import annotations

import json
import zipfile

import pikepdf
import pytest
from asking_for_a_raise import COURSE
from click.testing import CliRunner

from outsourcing_lessons import cli
from outsourcing_lessons.items.judge import judge
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.progress.sqlite import SqliteProgress
from outsourcing_lessons.progress.store import Attempt
from outsourcing_lessons.render.book import Book, Chapter
from outsourcing_lessons.render.html import workbook_html
from outsourcing_lessons.render.notebook import Passage


@pytest.fixture
def call(capsys, tmp_path, monkeypatch):
    """Call ``export`` in an empty folder: (exit code, what it printed, what it complained of)."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as ended:
            cli.main(["export", *map(str, arguments)])
        said = capsys.readouterr()
        return ended.value.code or 0, said.out, said.err

    return call


def others_may(file) -> int:
    """What others on this machine may do with a file."""
    return file.stat().st_mode & 0o077


def test_questions_of_some_lessons(call, tmp_path):
    code, said, _ = call("qti", "--lessons", "1,walk-away", "--variants", 2, "--out", "q.zip")
    names = zipfile.ZipFile(tmp_path / "q.zip").namelist()
    assert 0 == others_may(tmp_path / "q.zip")
    assert 0 == code and "2 lessons" in said and {"tests/first-number.xml", "tests/walk-away.xml"} < set(names)
    assert not [name for name in names if "managing" in name] and "items/first-number.extras.s2.xml" in names


def test_the_guide_has_the_lessons_asked_for(call, tmp_path):
    code, said, _ = call("guide", "--lessons", "walk-away", "--out", "guide.pdf")
    assert 0 == code and "not for learners" in said and 0 == others_may(tmp_path / "guide.pdf")
    with pikepdf.open(tmp_path / "guide.pdf") as made:
        titles = [str(entry.title) for entry in made.open_outline().root]
    assert [COURSE.lesson("walk-away").title] == [title for title in titles if title != "Contents"]
    assert 2 == call("guide", "--lessons", "nosuch", "--out", "no.pdf")[0]


def test_a_workbook(call, tmp_path):
    chapter = Chapter("first-number", "01", "One", (Passage("# One"),))
    (tmp_path / "workbook.html").write_bytes(workbook_html(Book(LearnerProfile("ada"), (chapter,))))
    assert 0 == call("scorm", "workbook.html", "--mastery", 80, "--out", "w.zip")[0]
    assert 0o44 == others_may(tmp_path / "w.zip") & 0o44
    assert ["imsmanifest.xml", "workbook.html"] == zipfile.ZipFile(tmp_path / "w.zip").namelist()


def test_what_was_answered(call, tmp_path):
    from outsourcing_lessons.lessons.courses import case_of

    item = COURSE.lesson("first-number").item("extras").variant(case_of(LearnerProfile()))
    response = {"options": list(item.key)} if item.type == "multiple-choice" else {"option": item.key}
    SqliteProgress(tmp_path / "p.sqlite").append(
        Attempt("ada", item.id, item.variant, 1, response, judge(item, response))
    )
    code, said, _ = call("xapi", "p.sqlite", "--base", "https://lms.example", "--salt", "s", "--out", "s.jsonl")
    lines = [json.loads(line) for line in (tmp_path / "s.jsonl").read_text("utf-8").splitlines()]
    assert 0 == others_may(tmp_path / "s.jsonl")
    assert (0, 2) == (code, len(lines)) and "2 statements" in said
    assert lines[0]["object"]["id"] == f"https://lms.example/items/{item.id}"


@pytest.mark.parametrize(
    "arguments",
    [
        ("qti", "--lessons", "nine", "--out", "x"),
        ("qti", "--business", "zoo", "--out", "x"),
        ("qti", "--currency", "??", "--out", "x"),
        ("qti", "--seed", "-1", "--out", "x"),
        ("qti", "--variants", "0", "--out", "x"),
        ("qti",),
        ("scorm", "none.html", "--out", "x"),
        ("xapi", "none.sqlite", "--out", "x"),
        ("pdf", "--out", "x"),
    ],
    ids=" ".join,
)
def test_a_wrong_call_writes_nothing_and_says_what_is_wrong(call, tmp_path, arguments):
    code, _, complaint = call(*arguments)
    assert 2 == code and complaint.strip() and "Traceback" not in complaint and [] == list(tmp_path.iterdir())


def test_another_file_is_replaced_only_when_told_to(call, tmp_path):
    (tmp_path / "x").write_text("mine")
    code, _, complaint = call("qti", "--lessons", "1", "--out", "x")
    assert 2 == code and "--force" in complaint and "mine" == (tmp_path / "x").read_text()
    assert 0 == call("qti", "--lessons", "1", "--out", "x", "--force")[0] and zipfile.is_zipfile(tmp_path / "x")


def test_where_nothing_can_be_written_nothing_is_left(call, tmp_path):
    code, _, complaint = call("qti", "--lessons", "1", "--out", "none/x")
    assert 1 == code and "none/x" in complaint and [] == list(tmp_path.iterdir())


@pytest.mark.parametrize("kind", ["qti", "scorm", "xapi"])
def test_help_of_each_kind_ends_with_a_worked_example(kind):
    said = CliRunner().invoke(cli.cli, ["export", kind, "--help"], prog_name="outsourcing-lessons").output
    assert said.rstrip().splitlines()[-1].strip().startswith(f"outsourcing-lessons export {kind}")
