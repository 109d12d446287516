"""The command line: help, exit codes, sentences on the standard error stream and never a traceback."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from dataclasses import replace

import pytest
from asking_for_a_raise import COURSE

from outsourcing_lessons import cli
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.render.stopping import Asked


def run(*arguments: str, **options) -> subprocess.CompletedProcess:
    command = [sys.executable, "-m", "outsourcing_lessons", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=300, **options)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no disk that is always full here")
def test_a_full_disk_gets_a_sentence():
    with open("/dev/full", "w") as full:
        command = [sys.executable, "-m", "outsourcing_lessons", "sample-roster"]
        ended = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, timeout=300)
    assert (1, "The output cannot be written: no space left on device.\n") == (ended.returncode, ended.stderr)


def test_a_folder_that_is_gone_gets_a_sentence(call, monkeypatch, tmp_path):
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    code, _, error = call("sample-roster", "--out", "a.csv")
    assert 1 <= code <= 2 and "Traceback" not in error and error.strip()


def test_help_names_the_verbs_and_loads_none_of_them():
    tell = "finally: print(sorted(sys.modules), file=sys.stderr)"
    code = f"import sys; from outsourcing_lessons.cli import main\ntry: main(['--help'])\n{tell}"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=300)
    assert all(f"\n  {verb} " in ended.stdout for verb in cli.VERBS)
    assert not any(
        f"'{heavy}'" in ended.stderr
        for heavy in ("papermill", "numpy", "nbformat", "typst", "pydantic", "rich", "jinja2")
    )


@pytest.mark.parametrize("verb", [*cli.VERBS, ""])
def test_help_ends_with_a_worked_example(call, verb):
    code, said, _ = call(*filter(None, [verb, "--help"]))
    last = said.rstrip().splitlines()[-1]
    assert (0, "  outsourcing-lessons") == (code, last[2:23]) or last.strip().startswith("outsourcing-lessons")


def test_python_m_is_the_same_command():
    ended = run("--version")
    assert (0, "") == (ended.returncode, ended.stderr) and "outsourcing-lessons" in ended.stdout


@pytest.mark.parametrize(
    "arguments", [["nonsense"], ["render"], ["render", "r.csv"], ["items", "--seed", "x"], ["render", "--nope"]]
)
def test_a_wrong_call_ends_with_two(call, arguments):
    code, said, complaint = call(*arguments)
    assert (2, "") == (code, said) and "Error" in complaint


def test_the_sample_roster_becomes_a_file_and_replaces_none(call, tmp_path):
    from outsourcing_lessons.cli.sample_roster import sample

    path = tmp_path / "roster.csv"
    assert (0, "", "") == call("sample-roster", "--out", path)
    assert sample().encode() == path.read_bytes()
    path.write_text("mine")
    code, _, complaint = call("sample-roster", "--out", path)
    assert (2, "mine") == (code, path.read_text()) and "already exists" in complaint
    assert 2 == call("sample-roster", "--out", tmp_path / "absent" / "roster.csv")[0]


def test_faults_are_told_all_at_once_and_nothing_is_written(call, tmp_path):
    (tmp_path / "r.csv").write_text("learner_id,business,hourvalue\n../x,nope,1\nädä,bakery,1\n")
    code, said, complaint = call("render", tmp_path / "r.csv", "--out", tmp_path / "out")
    assert (2, "", 4) == (code, said, len(complaint.splitlines()))
    assert ["row 1", "row 2, learner_id", "row 2, business", "row 3, learner_id"] == [
        line.split(":")[0] for line in complaint.splitlines()
    ]
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--format", "docx"], "format is 'docx'"),
        (["--format", ","], "format is ''"),
        (["--lessons", "77"], "no lesson '77'"),
        (["--lessons", ""], "lessons is ''; allowed: one or more, separated by commas; or leave out --lessons"),
        (["--only", ""], "only is ''; allowed: one or more, separated by commas; or leave out --only"),
        (["--only", " ,"], "only is ' ,'"),
        (["--jobs", "0"], "jobs is 0"),
        (["--time-limit", "soon"], "time limit is 'soon'; allowed: seconds such as 90, minutes such as 15m"),
        (["--time-limit", "0"], "time limit is '0 seconds'; allowed: more than 0 seconds, and a week (168h) at most"),
        (["--cell-time-limit", "-5"], "cell time limit is '-5'; allowed: seconds such as 90"),
        (["--memory-limit", "800"], "memory limit is '800'; allowed: 400MB or more, such as 800MB or 1.5GB"),
        (["--memory-limit", "300MB"], "memory limit is '300 MB'; allowed: 400 MB or more"),
        ([], "is a file"),
    ],
)
def test_a_call_that_cannot_work_is_one_sentence(call, tmp_path, options, words):
    (tmp_path / "r.csv").write_text("learner_id\nada\n")
    (tmp_path / "out").write_text("mine")
    code, said, complaint = call("render", tmp_path / "r.csv", "--out", tmp_path / "out", *options)
    assert (2, "", 1) == (code, said, len(complaint.splitlines())) and words in complaint
    assert "mine" == (tmp_path / "out").read_text()


def test_a_missing_notebook_is_one_sentence_and_ends_with_one(call, tmp_path, monkeypatch):
    from outsourcing_lessons.render import run as batch

    monkeypatch.setattr(batch, "chosen", lambda: replace(COURSE, notebooks=tmp_path / "absent"))
    (tmp_path / "r.csv").write_text("learner_id\nada\n")
    code, _, complaint = call("render", tmp_path / "r.csv", "--out", tmp_path / "out")
    assert (1, 1) == (code, len(complaint.splitlines())) and "missing" in complaint
    assert not (tmp_path / "out").exists()


def test_who_failed_and_who_was_left_out_is_told(call, tmp_path, monkeypatch):
    from outsourcing_lessons.render import run as batch
    from outsourcing_lessons.render.report import Report
    from outsourcing_lessons.render.worker import Done

    def rendered(roster, destination, wanted, how, look, listener):
        learners = roster.learners
        listener.beginning(len(learners))
        rows = [(learners[0], Done("ada", "dead kernel", "the kernel died")), (learners[1], Done("bo"))]
        for row in rows:
            listener.notice(*row)
        return Report((), ("html",), tuple(rows), roster.faults)

    monkeypatch.setattr(batch, "render", rendered)
    (tmp_path / "r.csv").write_text("learner_id\nada\nbo\nc!y\n")
    code, said, complaint = call("render", tmp_path / "r.csv", "--out", tmp_path / "out", "--skip-faulty")
    assert 1 == code and "1 of 2 learners have everything" in said
    assert ["left out: row 4, learner_id", "ada"] == [
        line.split(": '")[0].split(": the")[0] for line in complaint.splitlines()
    ]


@pytest.mark.parametrize(("learners", "words"), [(2, "; 1 was not started."), (3, "; 2 were not started.")])
def test_how_many_wait_is_said_in_the_right_number(call, tmp_path, monkeypatch, learners, words):
    from outsourcing_lessons.render import run as batch
    from outsourcing_lessons.render.report import QUEUED, Report
    from outsourcing_lessons.render.worker import Done

    def rendered(roster, *_):
        first, *others = roster.learners
        rows = ((first, Done("l1")), *((one, Done(one.learner_id, QUEUED)) for one in others))
        return Report((), ("html",), rows, ())

    monkeypatch.setattr(batch, "render", rendered)
    (tmp_path / "r.csv").write_text("\n".join(["learner_id", "l1", "l2", "l3"][: learners + 1]))
    assert words in call("render", tmp_path / "r.csv", "--out", tmp_path / "out")[1]


def test_characters_that_a_lesson_computed_and_no_font_has_are_told_afterwards(call, tmp_path, monkeypatch):
    from outsourcing_lessons.render import run as batch
    from outsourcing_lessons.render.report import Report
    from outsourcing_lessons.render.worker import Done
    from outsourcing_lessons.typesetting import font_packages

    def rendered(roster, *_):
        return Report(
            (), ("pdf",), tuple((one, Done(one.learner_id, replaced="\U000f1234")) for one in roster.learners), ()
        )

    monkeypatch.setattr(batch, "render", rendered)
    monkeypatch.setattr(font_packages, "remedy", lambda characters: f"install {characters}")
    (tmp_path / "r.csv").write_text("learner_id\nada\nbo\n")
    code, _, complaint = call("render", tmp_path / "r.csv", "--out", tmp_path / "out")
    assert 0 == code and complaint.splitlines() == [
        "No font on this machine has these characters; the PDFs show \ufffd instead of each:",
        "  computed by a lesson, for ada, bo: U+F1234",
        "To print them: install \U000f1234; then run the same command again with --fresh.",
    ]


def test_names_without_a_font_are_told_before_the_work_begins(call, tmp_path, monkeypatch):
    from outsourcing_lessons.render import run as batch
    from outsourcing_lessons.render.glyphs import Missing
    from outsourcing_lessons.render.report import Report

    def rendered(roster, destination, wanted, how, look, listener):
        listener.foreseen(Missing({f"l-{number}": "佐" for number in range(12)} | {"em": "🙂"}))
        listener.foreseen(Missing({"li": "\U0010fffd"}))
        listener.foreseen(Missing({}, {"the brand": "🙂", "the letter": "山田"}))
        return Report((), ("pdf",), ())

    monkeypatch.setattr(batch, "render", rendered)
    (tmp_path / "r.csv").write_text("learner_id\nada\n")
    _, _, complaint = call("render", tmp_path / "r.csv", "--out", tmp_path / "out")
    many, cjk, emoji, command, one, strange, *texts = complaint.splitlines()
    assert "names of 13 learners; the PDFs will show the learner id" in many
    assert cjk.startswith("  cjk: l-0, l-1,") and cjk.endswith("l-9 and 2 others") and "  emoji: em" == emoji
    assert command.startswith("To print the names: ") and "oto" in command
    assert "name of 1 learner;" in one and "  of no script: li" == strange
    what, brand, letter, command = texts
    assert "PDFs will show \ufffd instead" in what and "  the brand: 🙂 (U+1F642)" == brand
    assert "  the letter: 山 (U+5C71), 田 (U+7530)" == letter and command.startswith("To print them: ")


@pytest.mark.parametrize(("error", "code"), [(KeyboardInterrupt(), 130), (Asked(signal.SIGTERM), 143)])
def test_interrupting_says_how_to_go_on(call, tmp_path, monkeypatch, error, code):
    from outsourcing_lessons.render import run as batch

    def interrupted(*_, **__):
        raise error

    monkeypatch.setattr(batch, "render", interrupted)
    (tmp_path / "r.csv").write_text("learner_id\nada\n")
    given = ["render", f"{tmp_path / 'r.csv'}", "--out", f"{tmp_path / 'an out'}"]
    ended, _, complaint = call(*given, "--fresh")
    again = f"`outsourcing-lessons render {given[1]} --out '{given[3]}'`"
    assert [
        f"Stopped: 0 of 1 learners have everything; run the same command to continue: {again}"
    ] == complaint.splitlines()
    assert code == ended


def test_a_line_a_minute_where_there_is_no_terminal(capsys, monkeypatch):
    from outsourcing_lessons.cli import pace

    clock = iter([0, 30, 61, 90, 125])
    monkeypatch.setattr(pace.time, "monotonic", lambda: next(clock))
    with pace.pace() as told:
        told.beginning(4)
        for _ in range(4):
            told.one(LearnerProfile(), None)
    assert [
        "2 of 4 learners, about 2 minutes left",
        "4 of 4 learners, less than a minute left",
    ] == capsys.readouterr().err.splitlines()


def test_items_as_data_have_keys_and_feedback_and_follow_the_seed(call):
    first, second = (json.loads(call("items", "first-number", "--seed", seed, "--json")[1]) for seed in (7, 8))
    assert [item["id"] for item in first] == [item["id"] for item in second]
    assert [item["variant"] for item in first] != [item["variant"] for item in second]
    assert all(item["prompt"] and item["answer"] and item["praise"] for item in first)
    assert first == json.loads(call("items", "1", "--seed", 7, "--json")[1])


def test_items_as_text_follow_the_learner(call):
    code, said, _ = call("items", "first-number", "--business", "bakery", "--currency", "GBP", "--hour-value", 95)
    assert 0 == code and "£" in said and "Key:" in said and "€" not in said


@pytest.mark.parametrize("arguments", [["one-tsk"], ["--currency", "XYZ"], ["--seed", "-1"], ["--business", "zoo"]])
def test_items_that_cannot_be(call, arguments):
    code, said, complaint = call("items", *arguments)
    assert (2, "", 1) == (code, said, len(complaint.splitlines()))


def test_an_audit_says_what_a_guesser_scores_and_what_catches_a_follower(call):
    rows = {row["id"]: row for row in json.loads(call("items", "--audit", "--json")[1])}
    assert rows["walk-away.soon"]["guesser_score"] == pytest.approx(1 / 3, abs=0.005)  # one of three
    assert rows["walk-away.soon"]["catches_the_follower"] is True
    assert rows["first-number.words"]["guesser_score"] is None
    assert "items are scored" in call("items", "--audit")[1]
