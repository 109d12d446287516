"""A course of another package goes through everything, as it is: its folder on the path is all that it takes."""

from __future__ import annotations

import importlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import chdir, closing, contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path

import pytest
from asking_for_a_raise import COURSE
from click.testing import CliRunner

from outsourcing_lessons.blocks.block import MIME
from outsourcing_lessons.cli import doctor as verb
from outsourcing_lessons.cli.lab import lab
from outsourcing_lessons.course import COURSE as LARGE
from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.items import game
from outsourcing_lessons.items.judge import judge
from outsourcing_lessons.lab.start_notebook import with_state, without_state
from outsourcing_lessons.learner import CHOOSES_VARIANT
from outsourcing_lessons.lessons import courses
from outsourcing_lessons.notebook_files import main, outputs_of, read
from outsourcing_lessons.progress.memory import MemoryProgress
from outsourcing_lessons.progress.sqlite import SqliteProgress
from outsourcing_lessons.progress.store import Attempt
from outsourcing_lessons.render import pool, worker
from outsourcing_lessons.render.batch_setup import VARIABLE
from outsourcing_lessons.render.folder_store import Store
from outsourcing_lessons.render.worker import BatchSetup
from outsourcing_lessons.widgets.lesson import open_lesson
from tests.command_line import told_by
from tests.conftest import TINY
from tests.patience import PATIENCE
from tests.workshop.running import answer, served

ROSTER = "learner_id,learner,business,currency,hour_value\nada,Ada,hospital,GBP,40\nbo,Bo,bakery,EUR,20\n"
NOTEBOOKS = [lesson.notebook for lesson in COURSE.lessons]
FLAG = ("--course", COURSE.id)
COLLECT = ("render", "saved.json", "--collect")


def run(*arguments, cwd, code=0, path=None, **environment) -> str:
    """Run the command line where both courses are installed and none is named; return what it said.

    With ``path``, the course is read anew from another folder.
    """
    with pytest.MonkeyPatch.context() as patch, chdir(cwd), found_in(path) if path else nullcontext():
        patch.setenv(courses.VARIABLE, "")  # so that what the verb chooses is gone after it
        patch.delenv(courses.VARIABLE)
        for name, value in environment.items():
            patch.setenv(name, value)
        done = told_by(*arguments)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


@contextmanager
def found_in(path):
    """Let this process, as those that it starts, find the tiny course as it stands in a folder."""
    ours = {name: module for name, module in sys.modules.items() if name.partition(".")[0] == COURSE.package}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "path", [str(path), *(one for one in sys.path if one != str(TINY))])
        patch.setenv("PYTHONPATH", str(path))
        patch.setattr(game, "_scorers", {})
        _read_anew(ours)
        yield
    _read_anew([name for name in sys.modules if name.partition(".")[0] == COURSE.package])
    sys.modules.update(ours)


def _read_anew(modules):
    """Forget the modules of a course, and what was read of it."""
    for name in list(modules):
        del sys.modules[name]
    courses._entries.cache_clear()
    courses.course.cache_clear()
    importlib.invalidate_caches()


def named(*arguments, **how) -> str:
    """Run it with the course named by the environment."""
    return run(*arguments, **how, **{courses.VARIABLE: COURSE.id})


@pytest.fixture(scope="module")
def cohort(tmp_path_factory):
    """A folder with workbooks of two learners in all formats, and the course they were made from, to be changed."""
    folder = tmp_path_factory.mktemp("cohort")
    shutil.copytree(TINY, folder / "site", ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "roster.csv").write_text(ROSTER)
    said = run(*FLAG, "render", "roster.csv", "--out", "out", "--jobs", 1, cwd=folder, path=folder / "site")
    assert "2 of 2 learners have everything" in said
    return folder


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """A learner's copy, put there by ``lab``."""
    folder = tmp_path_factory.mktemp("lab") / "my-course"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys.modules["outsourcing_lessons.cli.lab"], "start", lambda command: None)
        named("lab", folder, cwd=folder.parent)
    return folder


def attempts():
    """An answer to each question of the first lesson, all right, as a workbook or a notebook keeps it."""
    case = COURSE.case(COURSE.profile(learner_id="ada"))
    for template in COURSE.lessons[0].items:
        item = template.variant(case)
        if item.type in ("number", "single-choice"):
            response = {"value": str(item.key)} if item.type == "number" else {"option": item.key}
            yield Attempt("ada", item.id, item.variant, 1, response, judge(item, response), wording=item.wording)


# ---- Workbooks ------------------------------------------------------------------------------------------------------


def test_workbooks_have_everything_and_speak_of_this_course_alone(cohort):
    for learner, firm in (("ada", "a hospital"), ("bo", "a bakery")):
        mine = cohort / "out/workbooks" / learner
        assert sorted(path.name for path in (mine / "notebooks").iterdir()) == NOTEBOOKS
        page = (mine / "workbook.html").read_text("utf-8")
        assert firm in page and f"<title>{COURSE.title}" in page and LARGE.title not in page
        pdfs = (mine / "workbook.pdf", cohort / "out/keys" / learner / "key.pdf")
        assert all(pdf.read_bytes().startswith(b"%PDF") for pdf in pdfs)
    report = json.loads((cohort / "out/report.json").read_text("utf-8"))
    assert report["course"] == COURSE.id and COURSE.title in (cohort / "out/index.html").read_text("utf-8")


@pytest.mark.full  # of any course tests/render sees it, and nbval that kernels find this one
def test_papermills_stock_engine_gives_the_same_notebooks(cohort):
    """Its kernels are processes of a worker's, and find the course too; one notebook shows it."""
    stock = {courses.VARIABLE: COURSE.id, VARIABLE: "stock"}
    (cohort / "bo.csv").write_text("".join(ROSTER.splitlines(keepends=True)[::2]))
    run("render", "bo.csv", "--out", "stock", "--format", "ipynb", "--jobs", 1, "--lessons", "02", cwd=cohort, **stock)
    where = Path("workbooks", "bo", "notebooks", NOTEBOOKS[1])
    assert (cohort / "stock" / where).read_bytes() == (cohort / "out" / where).read_bytes()


def test_a_changed_file_of_the_course_makes_its_workbooks_anew(cohort):
    shutil.copytree(cohort / "out", cohort / "again")
    again = ("render", "roster.csv", "--out", "again", "--format", "html", "--jobs", 1)
    assert "2 of them from an earlier run" in run(*FLAG, *again, cwd=cohort, path=cohort / "site")
    model = cohort / "site/asking_for_a_raise/talk.py"
    model.write_text(model.read_text().replace("PULL = 0.4", "PULL = 0.6"))
    command = [sys.executable, "-m", "outsourcing_lessons", *FLAG, *map(str, again)]  # a process reads files once
    env = os.environ | {"PYTHONPATH": str(cohort / "site")}
    done = subprocess.run(command, env=env, cwd=cohort, capture_output=True, text=True, timeout=PATIENCE)
    assert done.returncode == 0 and "2 of 2" in done.stdout, done.stderr
    assert "from an earlier run" not in done.stdout + done.stderr
    pages = [(cohort / name / "workbooks/ada/workbook.html").read_text("utf-8") for name in ("out", "again")]
    assert ["a pull of 0.6" in page for page in pages] == [False, True]


def test_a_workbook_is_a_scorm_package_under_the_name_of_its_course(cohort):
    run("export", "scorm", "out/workbooks/ada/workbook.html", "--out", "w.zip", cwd=cohort)
    manifest = zipfile.ZipFile(cohort / "w.zip").read("imsmanifest.xml").decode()
    assert f'identifier="{COURSE.id}"' in manifest and COURSE.title in manifest


def test_saved_answers_are_collected(tmp_path):
    profile, given = COURSE.profile(learner_id="ada"), list(attempts())
    saved = {
        "course": COURSE.id.replace("-", "_"), "version": "0.1.0", "format": 1, "learner_id": "ada",
        "settings": {name: getattr(profile, name) for name in CHOOSES_VARIANT},
        "lessons": {COURSE.slugs[0]: {"attempts": [saved_attempt(one) for one in given], "entries": {}}},
    }  # fmt: skip
    (tmp_path / "saved.json").write_text(json.dumps(saved))
    assert f"{len(given)} answers of 1 learners" in run(*FLAG, *COLLECT, "--out", "c", cwd=tmp_path)
    with closing(sqlite3.connect(tmp_path / "c/answers.sqlite")) as table:
        assert table.execute("select count(*) from answers where correct = 1").fetchone() == (len(given),)
    assert "holds answers to another course" in run(*COLLECT, "--out", "d", cwd=tmp_path, code=1)


def saved_attempt(one: Attempt) -> dict:
    return {
        "item": one.item_id, "variant": one.variant, "wording": one.wording, "response": one.response,
        "outcome": one.outcome, "at": "2026-03-01T10:00:00.000Z",
    }  # fmt: skip


# ---- Questions and answers ------------------------------------------------------------------------------------------


def test_items_are_shown_and_exported(tmp_path):
    shown = json.loads(run(*FLAG, "items", "02", "--json", cwd=tmp_path))
    assert [one["id"] for one in shown] == [template.id for template in COURSE.lesson("02").items]
    assert f"from {len(COURSE.slugs)} lessons" in named("export", "qti", "--out", "q.zip", cwd=tmp_path)
    names = zipfile.ZipFile(tmp_path / "q.zip").namelist()
    assert {f"tests/{slug}.xml" for slug in COURSE.slugs} == {name for name in names if name.startswith("tests/")}


def test_it_keeps_the_rules_though_its_trades_have_no_slot_of_the_names_of_ours(tmp_path):
    assert run(*FLAG, "author", "check", cwd=tmp_path) == "0 findings.\n"


def test_what_was_answered_is_told_as_xapi(tmp_path):
    store = SqliteProgress(tmp_path / "p.sqlite")
    for one in attempts():
        store.append(one)
    run(*FLAG, "export", "xapi", "p.sqlite", "--out", "s.jsonl", cwd=tmp_path)
    lines = (tmp_path / "s.jsonl").read_text("utf-8").splitlines()
    assert len(lines) == len(list(attempts())) + 1 and all(COURSE.title in line for line in lines)


# ---- Notebooks ------------------------------------------------------------------------------------------------------


def test_its_notebooks_keep_the_style_of_ours(capsys):
    """That they show in a kernel what they store, nbval sees: they are among the tests of ``make test``."""
    assert main([str(COURSE.notebooks), "--check"]) == 0
    assert capsys.readouterr().out == f"{COURSE.notebooks}: all is well\n"


def test_a_learners_copy_is_of_this_course_and_stays_so(copy, unnamed, monkeypatch):
    assert sorted(path.name for path in copy.glob("*.ipynb")) == NOTEBOOKS
    monkeypatch.setattr(sys.modules["outsourcing_lessons.cli.lab"], "start", lambda command: None)
    assert CliRunner().invoke(lab, [str(copy)]).exit_code == 0 and courses.chosen() is COURSE
    assert sorted(path.name for path in copy.glob("*.ipynb")) == NOTEBOOKS
    refused = run("--course", LARGE.id, "lab", copy, cwd=copy, code=2)
    assert f"{copy} belongs to the course {COURSE.id!r}, not to {LARGE.id!r}" in refused


def test_doctor_knows_the_course_of_a_copy(copy, monkeypatch):
    """Its verdict on the machine is another matter."""
    monkeypatch.setattr("outsourcing_lessons.lab.doctor.examine", lambda machine: [])
    monkeypatch.setattr(verb, "machine_at", lambda folder: None)
    said = run("doctor", copy, cwd=copy)
    assert f"Course: {COURSE.title} ({COURSE.id}); also installed: {LARGE.id}\nAll is well" in said
    assert "lessons:" not in said


def test_its_start_page_says_where_one_stands_in_it_whatever_course_the_server_is_about():
    page, store = read(COURSE.notebook_of(COURSE.lessons[0])), MemoryProgress()
    displays = [output["data"] for output in outputs_of(page) if MIME in output.get("data", {})]
    (stored,) = [data for data in displays if data[MIME]["id"] == f"{COURSE.slugs[0]}.home"]
    with_state(page, store)
    assert f"| [01 {COURSE.lessons[0].title}]({NOTEBOOKS[0]}) | 0 of " in stored["text/markdown"]
    assert LARGE.lessons[1].title not in stored["text/markdown"]
    without_state(page)
    assert "minutes" in stored["text/markdown"]


# ---- A workshop -----------------------------------------------------------------------------------------------------


def test_a_workshop_is_held_reported_and_gone_on_with(tiny, tmp_path, monkeypatch):
    with served(tmp_path, "--minutes", "30", "--seed", "1") as server:
        assert COURSE.title in server.client.get(server.base).text
        console = server.socket(server.secrets["instructor"])
        agenda = console.until(lambda message, boards: boards and str(boards))
        console.close()
        assert all(title in agenda for title in (*(lesson.title for lesson in COURSE.lessons), "Stretch"))
        ada, step = server.join(name="Ada"), "ask:first-number.extras"
        server.do("open", step=step)
        (told,) = server.send(ada, answer(step, {"options": ["first", "second"]}))
        assert "problem" not in told
        server.stop()
    monkeypatch.delenv(courses.VARIABLE)
    run("workshop", "report", "--db", "w.sqlite", "--out", "report", cwd=tmp_path)
    assert "first-number.extras" in (tmp_path / "report/questions.csv").read_text("utf-8")
    refused = run("--course", LARGE.id, "workshop", "start", "--db", "w.sqlite", cwd=tmp_path, code=2)
    assert f"w.sqlite belongs to the course {COURSE.id!r}" in refused


# ---- Which course it is ---------------------------------------------------------------------------------------------


@pytest.fixture
def unnamed(monkeypatch):
    """Both courses are installed, and none is named."""
    monkeypatch.setenv(courses.VARIABLE, "")  # so that what a test sets is gone after it
    monkeypatch.delenv(courses.VARIABLE)


@pytest.fixture
def a_third(tmp_path, monkeypatch):
    """A course with the lessons of the tiny one under another name, installed too."""
    (tmp_path / "asking_again.py").write_text(
        "from dataclasses import replace\nfrom asking_for_a_raise import COURSE\n\n"
        "COURSE = replace(COURSE, id='asking-again')\n"
    )
    (tmp_path / "asking_again-1.0.dist-info").mkdir()
    entry = f"[{courses.GROUP}]\nasking-again = asking_again:COURSE\n"
    (tmp_path / "asking_again-1.0.dist-info/entry_points.txt").write_text(entry)
    monkeypatch.syspath_prepend(tmp_path)
    _forget_the_third()
    yield
    monkeypatch.undo()
    _forget_the_third()


def _forget_the_third():
    _read_anew([name for name in sys.modules if name == "asking_again"])


def test_an_unknown_course_is_refused_with_those_that_are_installed(tmp_path):
    refused = run("--course", "no-such", "items", cwd=tmp_path, code=2)
    assert all(part in refused for part in ("no-such", COURSE.id, LARGE.id))


def test_a_lesson_is_found_in_the_course_that_has_it(unnamed, tmp_path, monkeypatch):
    """Lessons of two courses are open at once, and each stays in its own."""
    monkeypatch.chdir(tmp_path)
    small, large = open_lesson("walk-away"), open_lesson(LARGE.slugs[0])
    assert "Nadia Brandt" in repr(small.tell("{person}")) and small.profile.business == COURSE.trade_names[0]
    assert large.profile.business == LARGE.trade_names[0] and courses.VARIABLE not in os.environ
    assert COURSE.playbook.title in repr(small.playbook()) and LARGE.playbook.title in repr(large.playbook())


def test_a_lesson_of_two_courses_is_refused_with_both_unless_one_is_named(unnamed, a_third, monkeypatch):
    with pytest.raises(ContentError, match="'asking-again' and 'asking-for-a-raise' both have a lesson 'walk-away'"):
        open_lesson("walk-away")
    monkeypatch.setenv(courses.VARIABLE, "asking-again")
    assert courses.course_for("walk-away").id == "asking-again"
    assert courses.course_for(LARGE.slugs[0]) is LARGE  # the other course is there all the same


def test_a_course_that_cannot_be_read_is_in_nobodys_way(unnamed, a_third, tmp_path):
    (tmp_path / "asking_again.py").write_text("COURSE = None\n")
    assert courses.course_for("walk-away") is COURSE


def course_in_a_worker(job) -> str:
    return courses.chosen().id


def test_a_worker_that_was_told_nothing_by_its_environment_is_about_the_batchs_course(unnamed, tmp_path):
    """As it is on another machine."""
    setup = BatchSetup((), Store(tmp_path), tmp_path, course=COURSE.id)
    done = dict(pool.run([None], course_in_a_worker, worker.prepare, replace(setup), 1, PATIENCE))
    assert done == {0: COURSE.id}
