"""What the documents name is there, and what they tell people to type works."""

from __future__ import annotations

import contextlib
import csv
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import click
import papermill
import pytest
from asking_for_a_raise import COURSE as TINY
from click.testing import CliRunner
from nbformat import v4
from papermill.cli import papermill as papermill_command

from outsourcing_lessons.cli import cli
from outsourcing_lessons.course import COURSE
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import VARIABLE, case_of
from outsourcing_lessons.lessons.plans import lessons_for
from outsourcing_lessons.lessons.script import Heading, script_of
from outsourcing_lessons.progress.sqlite import SqliteProgress
from outsourcing_lessons.progress.store import Attempt
from outsourcing_lessons.workshop.fitting import agenda_of_room
from outsourcing_lessons.workshop.opening import room_profile
from outsourcing_lessons.workshop.plan_table import table
from tests import cost_table

ROOT = Path(__file__).parents[1]
DOCS = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
BINARIES = Path(sys.executable).parent
PATH = os.pathsep.join([str(BINARIES), os.environ["PATH"]])
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)

# What is not run as it stands, what is run in its place, and why. "{}" is the command.
INSTEAD = {
    "make": (f"make -n -C {shlex.quote(str(ROOT))} {{args}}", "a target runs this suite, JupyterLab or a whole batch"),
    "outsourcing-lessons lab": ("{} --help", "ends only when JupyterLab does"),
    "outsourcing-lessons workshop": ("{} --help", "serves until it is stopped"),
    "outsourcing-lessons progress reset": ("{} --help", "asks first"),
    "outsourcing-lessons doctor": ("{} --help", "its verdict depends on the machine"),
    "dask": ("{} --help", "ends only when it is stopped"),
    "ssh": ("ssh -G {args}", "needs another machine; with -G it says what it would do"),
    "caddy": ("command -v caddy", "serves until it is stopped"),
    "pip": ("", "needs the network"),
    "conda": ("", "needs the network"),
    "apt-get": ("", "needs the network"),
    "python -m venv": ("", "there is an environment already"),
}
# What needs other machines is tried with them in tests/render; here it is seen that there is such a command.
HERE = {"outsourcing-lessons": cli, "papermill": papermill_command}
ELSEWHERE = (" --scheduler ", " s3://")
# What takes long is run as it stands by `make test-full`, and in this form by `make test`.
QUICKER = {
    "outsourcing-lessons export static": f"outsourcing-lessons --course {TINY.id} {{args}}",
    "outsourcing-lessons render": "{} --lessons 00 --format html --jobs 1",
    "outsourcing-lessons export qti": "{} --lessons 01 --variants 1",
    "outsourcing-lessons export guide": "{} --lessons 00",
    "papermill": "papermill --help-notebook {args}",
    "dask": "command -v dask",
    "jupyter": "command -v jupyter-{args}",  # that the extensions are loaded is seen in tests/lab
}
FIRST_WORD = ("papermill", "jupyter")


def commands_of(path: Path) -> list[str]:
    """Return what a document tells people to type: lines of a block of no language that begin with a program."""
    lines = [line for kind, text in FENCE.findall(path.read_text("utf-8")) if not kind for line in text.splitlines()]
    bare = [re.sub(r"\s+#.*", "", line) for line in lines]
    return [line for line in bare if line.strip() and shutil.which(shlex.split(line)[0], path=PATH)]


def run(command: str, folder: Path) -> None:
    program, *arguments = shlex.split(command)
    if program in HERE and not set("<>|&;$*") & set(command):
        return run_here(HERE[program], arguments, folder)
    environment = os.environ | {"PATH": PATH}
    done = subprocess.run(command, shell=True, cwd=folder, env=environment, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, f"{command}\n{done.stdout[-500:]}{done.stderr[-1500:]}"


def run_here(program: click.Command, arguments: list[str], folder: Path) -> None:
    """Run a command without a process of its own, which takes longer to start than most commands run.

    The course it chooses is for it alone.
    """
    with contextlib.chdir(folder), pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, os.environ.get(VARIABLE, ""))
        done = CliRunner().invoke(program, arguments)
    assert done.exit_code == 0, f"{arguments}\n{done.output[-500:]}\n{done.exception!r}"


def begins(command: str, table: dict):
    """Return what a table says of a command, with its words put in, or None."""
    start = next((start for start in table if command == start or command.startswith(f"{start} ")), None)
    if start is None:
        return None
    form = table[start] if isinstance(table[start], str) else table[start][0]
    words = shlex.split(command)[1:]
    arguments = words[:1] if start in FIRST_WORD else words
    return form.format(command, args=shlex.join(arguments))


def needed(command: str, later: list[str]) -> bool:
    """Say whether a later command reads what a command puts into the folder after ``--out``."""
    words = shlex.split(command)
    return any(f" {words[words.index('--out') + 1]}/" in f" {other}" for other in later)


def put_what_a_reader_brings(folder: Path, commands: list[str]) -> None:
    """Put into a folder a roster, if none is made there, and the file of answers that one of its learners sent in."""
    roster = (ROOT / "tests/data/sample_roster.csv").read_text("utf-8")
    if not any("sample-roster --out roster.csv" in command for command in commands):
        (folder / "roster.csv").write_text(roster, "utf-8")
    learner = next(csv.DictReader(roster.splitlines()))["learner_id"]
    sent = {"course": "outsourcing_lessons", "format": 1, "learner_id": learner, "settings": {}, "lessons": {}}
    (folder / "inbox").mkdir()
    (folder / "inbox/answers.json").write_text(json.dumps(sent), "utf-8")


@pytest.mark.parametrize("whole", [False, pytest.param(True, marks=pytest.mark.full)], ids=["quick", "whole"])
@pytest.mark.parametrize("path", [p for p in DOCS if commands_of(p)], ids=lambda path: path.name)
def test_what_people_are_told_to_type_works(path, whole, tmp_path):
    (tmp_path / "notebooks").symlink_to(ROOT / "notebooks")
    (tmp_path / "my-course").mkdir()
    outcome = {"valid": True, "correct": True, "score": 1.0, "brier": None}
    attempt = Attempt("guest", "one-task.streams", "0123abcd", 1, {"option": "a"}, outcome)
    SqliteProgress(tmp_path / "my-course/my-progress.sqlite").append(attempt)
    commands = commands_of(path)
    put_what_a_reader_brings(tmp_path, commands)
    for place, command in enumerate(commands):
        instead = f"{command} --help" if any(one in command for one in ELSEWHERE) else None
        if instead is None and not whole:
            instead = begins(command, QUICKER)
            if instead and "--lessons 00" in instead and not needed(command, commands[place + 1 :]):
                instead = f"{command} --help"
        instead = begins(command, INSTEAD) if instead is None else instead
        run(command if instead is None else instead, tmp_path) if instead != "" else None
        if not whole:  # one learner is enough to see that it works
            for roster in tmp_path.glob("*.csv"):
                roster.write_text("".join(roster.read_text("utf-8").splitlines(keepends=True)[:2]), "utf-8")


def test_the_documents_have_commands():
    assert sum(len(commands_of(path)) for path in DOCS) > 15


@pytest.mark.parametrize("path", DOCS, ids=lambda path: path.name)
def test_a_verb_named_in_a_sentence_is_there_with_its_options(path):
    from outsourcing_lessons import cli

    text = FENCE.sub("", path.read_text("utf-8"))
    for words in map(str.split, re.findall(r"`outsourcing-lessons ([^`]+)`", text)):
        if words[0] in cli.VERBS:
            verb = cli.cli.get_command(None, words[0])
            known = {
                name for part in (verb, *getattr(verb, "commands", {}).values()) for o in part.params for name in o.opts
            }
            assert {word for word in words if word.startswith("--") and len(word) > 2} <= known | {"--help"}, words
        else:
            assert words[0] == "VERB", f"no verb {words[0]}"


@pytest.mark.parametrize("name", ["writing-an-item", "writing-a-lesson"])
def test_the_worked_example_of_a_page_runs(name, capsys):
    blocks = [text for kind, text in FENCE.findall((ROOT / f"docs/{name}.md").read_text("utf-8")) if kind == "python"]
    space: dict = {"__name__": name}
    for block in blocks:
        exec(compile(block, f"{name}.md", "exec"), space)
    assert len(blocks) >= 4


def test_the_example_of_widgets_runs(tmp_path):
    """As a notebook; what it does in a page, with a kernel, is seen in tests/browser."""
    blocks = [text for kind, text in FENCE.findall((ROOT / "docs/widgets.md").read_text("utf-8")) if kind == "python"]
    answer = 'question._handle_custom_msg({"type": "submit", "call": "1", "response": {"value": "1"}}, [])'
    notebook = v4.new_notebook(cells=[v4.new_code_cell(block) for block in (*blocks, f"{answer}\ncomment.value")])
    how = {"engine_name": "outsourcing-lessons", "kernel_name": "python3", "cwd": tmp_path, "progress_bar": False}
    done = papermill.execute_notebook(notebook, None, **how)
    assert done.cells[-1].outputs[0].data["text/plain"] == "'You said 1: not yet.'"


@pytest.mark.parametrize("minutes", COURSE.plans)
def test_a_plan_on_the_page_is_the_one_of_the_course(minutes):
    page = (ROOT / "docs/workshop-plans.md").read_text("utf-8")
    room = {"lessons": [*lessons_for(COURSE, minutes)], "profile": vars(room_profile()), "minutes": minutes}
    told = table(agenda_of_room(room))
    assert f"## {minutes} minutes" in page and told in page.partition(f"## {minutes} minutes")[2]


def names_of(lesson) -> set[str]:
    """Return the names of a lesson's items, explorers and worksheet, and the headings of its notebook."""
    ids = [template.id for template in (*lesson.items, *lesson.explorers)]
    ids.append(lesson.worksheet(case_of(LearnerProfile())).id)
    return {i.split(".")[1] for i in ids} | {one.title for one in script_of(lesson) if isinstance(one, Heading)}


def taught() -> list[tuple[str, str]]:
    """Return (lesson number, name) for everything the table of practice names."""
    lines = (ROOT / "docs/practice.md").read_text("utf-8").splitlines()
    rows = [line.split("|")[3] for line in lines if line.startswith("|") and "`" in line]
    found = []
    for row in rows:
        for part in re.split(r";\s*(?=0\d)", row.strip()):
            found += [(part[:2], name) for name in re.findall(r"[`“]([^`”]+)[`”]", part)]
    return found


def test_practice_is_taught_where_the_table_says():
    names = {lesson.number: names_of(lesson) for lesson in COURSE.lessons}
    rows = taught()
    assert rows and [(number, name) for number, name in rows if name not in names[number]] == []


def test_every_link_to_a_file_leads_somewhere():
    for path in DOCS:
        links = re.findall(r"\]\((?!https?:|#)([^)#]+)\)", path.read_text("utf-8"))
        assert [link for link in links if not (path.parent / link).exists()] == [], path.name


def test_what_a_cohort_costs_follows_from_what_was_measured():
    page = (ROOT / "docs/rendering-a-cohort.md").read_text("utf-8")
    assert cost_table.table() in page
    assert all(said in page for said in cost_table.words())
