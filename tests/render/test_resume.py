"""The same command again does what is missing and nothing else."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
from copy import copy
from dataclasses import replace

import pytest
from nbformat import v4

from outsourcing_lessons.errors import InputError, StoreError
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.lesson import ItemTemplate
from outsourcing_lessons.render import earlier, fingerprint, plan, scratch
from outsourcing_lessons.render.folder_store import Store
from outsourcing_lessons.render.journal import Journal
from outsourcing_lessons.render.stopping import Stopped
from tests.render.batches import render_batch
from tests.render.conftest import a_block, a_notebook, products, shows, tree

ADA, BO, CY = (LearnerProfile(one, one.title(), seed=7) for one in ("ada", "bo", "cy"))
ALL = ("html", "pdf", "ipynb")


@pytest.fixture
def again(here, tmp_path):
    """Render a cohort into the same folder once more: (report, who was rendered with which formats)."""

    def again(learners=(ADA, BO, CY), **options):
        here.told.clear()
        report = render_batch(learners, tmp_path / "out", **({"lessons": ["1"]} | options))
        return report, dict(here.told)

    again()
    return again


def states(folder) -> dict[str, str]:
    with sqlite3.connect(folder / "journal.sqlite") as file:
        found = dict(file.execute("SELECT learner_id, state FROM learners"))
    file.close()
    return found


def test_nothing_is_done_twice(again, tmp_path):
    before = products(tmp_path / "out")
    report, told = again()
    assert ({}, 3, []) == (told, report.kept, list(report.failed))
    assert before == products(tmp_path / "out")
    assert dict.fromkeys(("ada", "bo", "cy"), "done") == states(tmp_path / "out")


def test_who_asks_it_to_stop_as_a_learner_is_written_down_reads_of_that_learner_too(here, tmp_path, monkeypatch):
    finish = Journal.finish

    def finish_and_ask(journal, learner_id, *what):
        finish(journal, learner_id, *what)
        if learner_id == "bo":
            signal.raise_signal(signal.SIGINT)

    ours = signal.signal(signal.SIGINT, signal.default_int_handler)  # in the background a shell has Ctrl-C ignored
    monkeypatch.setattr(Journal, "finish", finish_and_ask)
    try:
        with pytest.raises(Stopped) as stopped:
            render_batch([ADA, BO, CY], tmp_path / "out", lessons=["1"])
    finally:
        signal.signal(signal.SIGINT, ours)
    of_report = {profile.learner_id for profile, done in stopped.value.report.rows if not done.reason}
    of_journal = {learner_id for learner_id, state in states(tmp_path / "out").items() if state == "done"}
    assert {"ada", "bo"} == of_report == of_journal


@pytest.mark.parametrize("change", [{"seed": 8}, {"learner": "B"}, {"hour_value": 61.0}, {"currency": "GBP"}])
def test_a_changed_row_is_rendered_again_and_no_other(again, change):
    assert {"bo": ALL} == again([ADA, replace(BO, **change), CY])[1]


def test_what_was_drawn_again_is_said_for_as_long_as_the_files_are_those(again, tmp_path):
    cohort = [ADA, replace(BO, learner="redrawn")]
    first, again_the_same, mended = (again(learners)[0].redrawn for learners in (cohort, cohort, [ADA, BO]))
    assert {"first-job.split (sub-seed 1)": ("bo",)} == first == again_the_same and {} == mended


def test_a_new_learner_is_added(again):
    assert {"di": ALL} == again([ADA, BO, CY, LearnerProfile("di")])[1]


def test_a_format_that_was_not_asked_for_before_is_added(here, tmp_path):
    render_batch([ADA], tmp_path / "out", lessons=["1"], formats=["html"])
    written = os.stat(tmp_path / "out/workbooks/ada/workbook.html").st_mtime_ns
    render_batch([ADA], tmp_path / "out", lessons=["1"])
    assert [("ada", ("html",)), ("ada", ("pdf", "ipynb"))] == here.told
    assert written == os.stat(tmp_path / "out/workbooks/ada/workbook.html").st_mtime_ns
    render_batch([ADA], tmp_path / "once", lessons=["1"])
    assert products(tmp_path / "once") == products(tmp_path / "out")


def test_a_changed_lesson_is_rendered_again_for_all(again, small_lesson):
    small_lesson(a_notebook(shows(a_block()), v4.new_markdown_cell("One sentence more.")))
    assert ["ada", "bo", "cy"] == list(again()[1])


def test_another_choice_of_lessons_is_rendered_again_for_all(again):
    assert ["ada", "bo", "cy"] == list(again(lessons=["1", "2"])[1])


def test_changed_code_is_rendered_again_for_all(again, monkeypatch):
    monkeypatch.setattr(fingerprint, "code", lambda **folders: "another version")
    assert ["ada", "bo", "cy"] == list(again()[1])


def test_fresh_does_everything_again(again):
    assert ["ada", "bo", "cy"] == list(again(fresh=True)[1])


def test_a_missing_file_is_made_again(again, tmp_path):
    before = products(tmp_path / "out")
    (tmp_path / "out/keys/bo/key.pdf").unlink()
    assert {"bo": ("pdf",)} == again()[1]
    assert before == products(tmp_path / "out")


def test_an_altered_file_is_made_again_even_when_size_and_time_are_put_back(again, tmp_path):
    before, path = products(tmp_path / "out"), tmp_path / "out/workbooks/cy/workbook.html"
    times = os.stat(path)
    path.write_bytes(b"x" * times.st_size)
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert {"cy": ("html",)} == again()[1]
    assert before == products(tmp_path / "out")


def test_a_copied_folder_is_the_same_folder(again, tmp_path):
    for path in (tmp_path / "out").rglob("*.*"):
        os.utime(path)
    assert {} == again()[1]


def test_only_who_failed_is_tried_again(again):
    failing = replace(BO, learner="cell error: and then not")
    assert ["bo"] == [profile.learner_id for profile, _ in again([ADA, failing, CY])[0].failed]
    report, told = again([ADA, failing, CY])
    assert (["bo"], 2) == (list(told), report.kept)


def test_who_left_the_roster_keeps_the_files_and_is_named(again, tmp_path):
    report, told = again([ADA, CY])
    files = {"keys/bo/key.pdf", "workbooks/bo/workbook.pdf", "workbooks/bo/workbook.html"}
    assert {} == told and {"bo"} == set(report.left) and files < set(report.left["bo"])
    assert all((tmp_path / "out" / file).exists() for file in report.left["bo"])
    data = json.loads((tmp_path / "out/report.json").read_bytes())
    assert ["bo"] == [one["learner_id"] for one in data["left"]]
    assert "Left over from earlier" in (tmp_path / "out/index.html").read_text("utf-8")
    for file in report.left["bo"]:
        (tmp_path / "out" / file).unlink()
    assert {} == again([ADA, CY])[0].left


def test_who_left_the_roster_is_moved_aside_if_that_is_asked_for(again, tmp_path):
    report, _ = again([ADA, CY], prune=True)
    assert {} == report.left and "no longer in the roster: bo" in " ".join(report.said)
    assert (tmp_path / "out/left/keys/bo/key.pdf").exists() and not (tmp_path / "out/workbooks/bo").exists()
    assert ([], {}) == ([], again([ADA, CY], prune=True)[1])
    assert ["bo"] == list(again([ADA, BO, CY], prune=True)[1])


def test_earlier_workbooks_with_other_questions_are_said_before_they_are_moved_aside(again, here, tmp_path):
    old, told = products(tmp_path / "out"), []

    def warned(said: str) -> None:
        assert here.told == [] and old.items() <= products(tmp_path / "out").items()
        told.append(said)

    report, _ = again([replace(ADA, hour_value=61.0), BO, CY], formats=["html"], warned=warned)
    assert told[0].startswith("1 learner gets other questions than in the workbook made earlier, because of a changed")
    assert "hour_value: ada. The earlier files are moved to earlier/1/" in told[0]
    assert "with the roster as it was then, or with none" in told[0] and "version" not in told[0]
    assert "earlier/1/: the earlier files of 1 learner with other questions now: ada" in report.said
    moved = {f"earlier/1/{path}": content for path, content in old.items() if "/ada/" in path}
    now = products(tmp_path / "out")
    assert len(moved) == 4 and moved.items() <= now.items() and ["ada"] == [*dict(here.told)]
    assert {"workbooks/ada/workbook.html"} == {path for path in now if "/ada/" in path and "earlier" not in path}
    assert "ada" not in report.left
    report, _ = again([replace(ADA, hour_value=61.0, learner="Ada B."), BO, CY], warned=told.append)
    assert 1 == len(told) and "earlier" not in " ".join(report.said)
    again([replace(ADA, hour_value=62.0), BO, CY], warned=told.append)
    assert "earlier/2/" in told[1] and moved.items() <= products(tmp_path / "out").items()


def test_who_was_not_begun_keeps_the_earlier_workbook(again, tmp_path):
    failing = replace(ADA, learner="cell error: of the first", hour_value=61.0)
    report, _ = again([failing, replace(BO, hour_value=61.0), CY], canary=1)
    assert report.stopped and not (tmp_path / "out/workbooks/ada").exists()
    assert (tmp_path / "out/workbooks/bo/workbook.html").exists()


def test_of_a_lesson_that_was_changed_it_counts_whether_the_questions_are_others(again, small_lesson, monkeypatch):
    """A corrected sentence is no reason; a question that is another now is one, whatever the settings are."""
    warned: list[str] = []
    small_lesson(a_notebook(v4.new_markdown_cell("Corrected."), shows(a_block())))
    _, told = again(warned=warned.append)
    assert ["ada", "bo", "cy"] == list(told) and [] == warned
    small_lesson(a_notebook(v4.new_markdown_cell("Corrected again."), shows(a_block())))
    # In this process, where a question can be changed.
    monkeypatch.setattr(earlier.pool, "run", lambda parts, work, *_: enumerate(map(work, parts)))
    variant, other = ItemTemplate.variant, {"variant": "v0000000000000000"}
    monkeypatch.setattr(ItemTemplate, "variant", lambda self, case: variant(self, case).model_copy(update=other))
    again(warned=warned.append)
    assert "3 learners get other questions" in warned[0] and "changed lessons or another version" in warned[0]
    assert "with the lessons and the version of the course as they were then" in warned[0]


def test_workbooks_of_whose_questions_nothing_is_known_are_moved_aside(again, tmp_path):
    with sqlite3.connect(tmp_path / "out/journal.sqlite") as file:
        file.execute("DELETE FROM notes WHERE name LIKE 'asked %'")
    file.close()
    warned: list[str] = []
    assert ({}, []) == (again(warned=warned.append)[1], warned)  # they are as they would be made today
    report, _ = again([replace(ADA, learner="Ada B."), BO, CY], warned=warned.append)
    assert "1 learner gets other questions" in warned[0] and (tmp_path / "out/earlier/1/keys/ada/key.pdf").exists()


def test_where_there_is_no_room_nothing_is_begun(here, tmp_path, monkeypatch):
    monkeypatch.setattr(Store, "free", lambda store: 10)
    with pytest.raises(InputError, match=r"the files of 3 learners need about .* and 0\.0 MB are free"):
        render_batch([ADA, BO, CY], tmp_path / "out", lessons=["1"])
    assert [] == list(here.told)


def test_files_of_a_format_that_is_not_asked_for_any_more_are_left_and_named(again):
    report, told = again(formats=["html"])
    assert ({}, 3) == (told, len(report.left)) and not any(path.endswith("html") for path in report.left["ada"])


def test_what_a_killed_run_left_half_written_is_swept_away(again, tmp_path):
    before = products(tmp_path / "out")
    with Journal(tmp_path / "out/journal.sqlite") as journal:
        journal.mark(["bo", "gone"], "running")
    (tmp_path / "out/workbooks/gone").mkdir()
    for place in (
        ".report.json.77.part",
        "workbooks/gone/.workbook.pdf.77.part",
        "workbooks/bo/notebooks/.small.ipynb.77.part",
        "keys/bo/.key.pdf.77.part",
    ):
        (tmp_path / "out" / place).write_bytes(b"half")
    (tmp_path / "out/.run").write_text("the run that was killed")
    again()
    assert before == products(tmp_path / "out") and not (tmp_path / "out/workbooks/gone").exists()


def test_a_worker_of_a_killed_run_cannot_overwrite_what_the_next_one_writes(tmp_path):
    killed, following = Store(tmp_path), Store(tmp_path)
    killed.claim()
    following.claim()
    following.write({"a": b"new"})
    with pytest.raises(StoreError, match="another command"):
        killed.write({"a": b"old", "b": b"old"})
    left_behind = copy(killed)
    killed.release()
    following.write({"a": b"new"})
    following.release()
    with pytest.raises(StoreError, match="another command"):
        left_behind.write({"a": b"old"})
    assert {"a": b"new"} == tree(tmp_path)


@pytest.mark.parametrize("other", ["same", "journal", "link", "keys"])
def test_two_commands_at_once(again, here, tmp_path, other):
    """The second is refused however it names the folder, its journal, or the folder of keys; the first goes on."""
    out, options = tmp_path / "out", {"lessons": ["1"], "fresh": True}
    second = {"same": out, "journal": out, "link": tmp_path / "link", "keys": tmp_path / "second"}[other]
    (tmp_path / "link").symlink_to(out)
    (tmp_path / "second").mkdir()
    (tmp_path / "keys").mkdir()
    shutil.rmtree(out / "keys")
    for folder in (out, tmp_path / "second"):
        (folder / "keys").symlink_to(tmp_path / "keys")
    refused = []

    def meanwhile(profile, done):
        journal = {"journal": tmp_path / "elsewhere.sqlite"} if other == "journal" else {}
        with pytest.raises(InputError, match="another command is rendering into .*; wait") as caught:
            render_batch([CY], second, **options, **journal)
        refused.append(caught.value)

    report = render_batch([ADA, BO], out, **options, notice=meanwhile)
    assert [2, 2] == [error.exit_code for error in refused] and 1 == len(str(refused[0]).splitlines())
    assert ["", ""] == [done.reason for _, done in report.rows] and (out / "report.json").exists()
    assert not [name for name in tree(tmp_path) if name.endswith((".lock", ".run"))]


def test_one_journal_serves_one_command_at_a_time(again, tmp_path):
    with Journal(tmp_path / "out/journal.sqlite"), pytest.raises(InputError, match="using the journal .*sqlite; wait"):
        again()


def test_a_lock_that_a_killed_command_left_keeps_nobody_out(again, tmp_path):
    (tmp_path / "out/.lock").write_text("")
    assert {} == again()[1] and not (tmp_path / "out/.lock").exists()


def test_the_scratch_folder_of_a_killed_run_is_cleared_wherever_it_is_and_no_other(again, tmp_path):
    of_a_killed_run, of_another = (tmp_path / "elsewhere" / f"{scratch.PREFIX}{name}" for name in "ab")
    for folder, owner in ((of_a_killed_run, tmp_path / "out"), (of_another, tmp_path / "another")):
        (folder / "work/lesson").mkdir(parents=True)
        (folder / scratch.OWNER).write_text(str(owner))
        (tmp_path / "out/.lock").write_text(str(folder))
        again()
    assert [of_another] == [*of_another.parent.iterdir()]


def test_who_failed_the_last_time_keeps_nobody_from_being_tried(again):
    failing = [replace(BO, learner_id=f"b-{number}", learner="cell error") for number in range(2)]
    again(failing)
    assert ["di", "b-0", "b-1"] == list(again([*failing, CY, LearnerProfile("di")])[1])


def test_a_damaged_journal_is_said_and_left_alone(again, tmp_path):
    (tmp_path / "out/journal.sqlite").write_bytes(b"no journal at all, but long enough to be looked at" * 100)
    before = tree(tmp_path / "out")
    with pytest.raises(InputError, match=r"journal.sqlite is damaged or not a journal .* move it away"):
        again()
    assert before == tree(tmp_path / "out")


def test_a_journal_of_a_newer_version_is_left_alone(again, tmp_path):
    with sqlite3.connect(tmp_path / "out/journal.sqlite") as file:
        file.execute("PRAGMA user_version = 99")
    file.close()
    with pytest.raises(InputError, match="newer version"):
        again()


def test_the_journal_may_lie_elsewhere(here, tmp_path):
    render_batch([ADA], tmp_path / "out", lessons=["1"], journal=tmp_path / "kept/here.sqlite")
    assert (tmp_path / "kept/here.sqlite").exists() and not (tmp_path / "out/journal.sqlite").exists()


def test_many_learners_are_put_on_shelves(here, tmp_path, monkeypatch):
    monkeypatch.setattr(plan, "CROWD", 2)
    report = render_batch([ADA, BO, CY], tmp_path / "out", lessons=["1"])
    shelf = plan.shard_of("bo")
    assert (tmp_path / f"out/workbooks/{shelf}/bo/workbook.html").exists()
    assert (tmp_path / f"out/keys/{shelf}/bo/key.pdf").exists()
    assert f'href="workbooks/{shelf}/bo/workbook.html"' in (tmp_path / "out/index.html").read_text("utf-8")
    data = json.loads((tmp_path / "out/report.json").read_bytes())
    paths = [file["path"] for learner in data["learners"] for file in learner["files"]]
    assert 12 == len(paths) and all((tmp_path / "out" / path).is_file() for path in paths)
    assert not report.left


def test_a_cohort_that_grows_stays_where_it_is(again, monkeypatch):
    monkeypatch.setattr(plan, "CROWD", 2)
    report, told = again([ADA, BO, CY, LearnerProfile("di")])
    assert {"di": ALL} == told and not report.left
