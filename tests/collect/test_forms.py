"""Answers come back in every form in which this package keeps them, whoever's they are."""

from __future__ import annotations

import gzip
import io
import json
import tarfile
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from asking_for_a_raise import COURSE

from outsourcing_lessons.collect import collect
from outsourcing_lessons.debrief.sample import sample_events
from outsourcing_lessons.items.judge import judge
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.review_variants import FIRST_SEED
from outsourcing_lessons.progress.archive import exported
from outsourcing_lessons.progress.handing_in import NOTEBOOK_KEY
from outsourcing_lessons.progress.profile import save_profile
from outsourcing_lessons.progress.sqlite import SqliteProgress
from outsourcing_lessons.progress.store import Attempt
from outsourcing_lessons.workshop.log import Log
from tests.collect.handed_in import ADA, CHOICE, GOOD, LESSON, answers, attempt, right, rows_of, wrong

TRADE = COURSE.trade_names[1]


@pytest.fixture
def collected(tmp_path):
    """Collect what lies in the folder `in`."""

    def collected(**options):
        found = collect([tmp_path / "in"], tmp_path / "results", **options)
        return found, rows_of(tmp_path / "results")

    (tmp_path / "in").mkdir()
    return collected


def progress_file(path: Path, profile: LearnerProfile) -> SqliteProgress:
    """A progress file with one question answered wrongly, then rightly, a review, and a worksheet filled in."""
    store, case = SqliteProgress(path), COURSE.case(profile)
    item = CHOICE.variant(case)
    for minute, response in enumerate((wrong(item), right(item))):
        at = f"2026-03-01T10:0{minute}:00.000+00:00"
        outcome, codes = judge(item, response), {"variant": item.variant, "wording": item.wording}
        store.append(Attempt(profile.learner_id, item.id, seed=profile.seed, response=response, outcome=outcome, at=at,
                             **codes))  # fmt: skip
    review = Attempt(profile.learner_id, item.id, "v00000000", FIRST_SEED + 5, right(item), {"valid": True})
    store.append(review)
    sheet = LESSON.worksheet(case)
    field = sheet.sheets[0].fields[0].id + (".1" if sheet.sheets[0].rows > 1 else "")
    store.keep(profile.learner_id, sheet.id, {field: "=1+1"})
    return store


@pytest.mark.parametrize("form", ["export", "database", "database with its log"])
def test_the_progress_of_a_guest_is_judged_by_the_guests_own_settings(collected, tmp_path, form):
    guest = COURSE.profile(business=TRADE, hour_value=75.0)
    there = tmp_path if form == "export" else tmp_path / "in"
    store = progress_file(there / "my-progress.sqlite", guest)
    save_profile(store, {"business": TRADE, "hour_value": 75.0})
    if form == "export":
        (tmp_path / "in" / "my-answers 2026-03-01.json").write_bytes(exported(store))
    found, rows = collected()
    assert () == found.problems and ["0", "1"] == [row["correct"] for row in rows]
    assert "does not say whose it is" in found.notes[0][1]


@pytest.mark.parametrize("name", ["\ud800=cmd|x", "\x1b[2J\u202eadA", "<b>" * 200, "=HYPERLINK(0)", " \n\t ", "﷽" * 90])
def test_a_file_with_the_nastiest_name_in_it_is_collected_and_harms_nothing(collected, tmp_path, name):
    content = answers(GOOD, learner_id="guest", learner=name)
    (tmp_path / "in" / "a.json").write_bytes(json.dumps(content).encode())
    found, rows = collected()
    assert 1 == found.learners == len(rows)
    marks = (tmp_path / "results" / "marks.csv").read_text("utf-8-sig")
    page = (tmp_path / "results" / "report.html").read_text("utf-8")
    assert "\x1b" not in marks + page and "\u202e" not in marks + page and "<b><b>" not in page
    assert not any(line.split(",")[1].startswith("=") for line in marks.splitlines())


def test_two_guests_are_two_learners(collected, tmp_path):
    for name in ("a", "b"):
        (tmp_path / "in" / name).mkdir()
        progress_file(tmp_path / "in" / name / "my-progress.sqlite", COURSE.profile())
    found, rows = collected()
    assert 2 == found.learners and 4 == len(rows)


def test_with_a_roster_a_guests_file_is_whose_name_the_platform_gave_it(collected, tmp_path):
    store = progress_file(tmp_path / "my-progress.sqlite", COURSE.profile())
    with zipfile.ZipFile(tmp_path / "in" / "subs.zip", "w") as archive:
        archive.writestr("Okafor Ada_12_assignsubmission_file_/my-answers.json", exported(store))
        archive.writestr("Somebody Else_13_assignsubmission_file_/my-answers.json", exported(store) + b" ")
    found, rows = collected(learners=[replace(ADA, learner="Ada Okafor")])
    assert {"ada"} == {row["learner_id"] for row in rows} and "not from the workbook" in found.notes[0][1]
    assert "does not say whose it is" in found.problems[0][1]


def test_a_file_of_somebody_else_is_named(collected, tmp_path):
    with zipfile.ZipFile(tmp_path / "in" / "subs.zip", "w") as archive:
        archive.writestr("Bo Berg_13_assignsubmission_file_/ada-answers.json", json.dumps(answers(GOOD)))
    found, _ = collected(learners=[ADA, LearnerProfile("bo", "Bo Berg")])
    assert "belongs to ada, but bo handed it in" in found.notes[0][1]
    assert ["bo"] == [row.learner_id for row in found.missing]


def test_a_notebook_with_answers_counts_and_one_without_says_what_to_ask_for(collected, tmp_path):
    notebook = {"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    (tmp_path / "in" / "empty.ipynb").write_text(json.dumps(notebook))
    held = {"metadata": {NOTEBOOK_KEY: answers(GOOD)}}
    (tmp_path / "in" / "lesson.ipynb").write_text(json.dumps(notebook | held))
    found, rows = collected()
    assert ["ada"] == [row["learner_id"] for row in rows]
    ((name, problem),) = found.problems
    assert name.endswith("empty.ipynb") and "Hand in" in problem


def test_the_file_of_a_workshop_gives_everybodys_answers_to_the_rooms_questions(collected, tmp_path):
    events = sample_events()
    log = Log(tmp_path / "in" / "workshop.sqlite")
    log.append(events)
    log.close()
    found, rows = collected()
    assert () == found.problems and 30 < found.learners <= 40
    assert len(rows) > 0.9 * sum(one.kind == "answer" for one in events)
    assert "ben" in {row["learner_id"] for row in rows}


def test_of_a_workshop_with_a_roster_only_its_learners_count_and_one_note_names_the_others(collected, tmp_path):
    log = Log(tmp_path / "in" / "workshop.sqlite")
    log.append(sample_events())
    log.close()
    found, rows = collected(learners=[LearnerProfile("ben", "Ben Ash"), LearnerProfile("x", "Somebody Else")])
    ((_, note),) = found.notes
    assert () == found.problems and [] == rows and "not in the roster: " in note and " more; they are left out" in note


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-8-sig"])
def test_answers_that_an_editor_saved_in_another_encoding_are_read(collected, tmp_path, encoding):
    (tmp_path / "in" / "ada.json").write_bytes(
        json.dumps(answers(GOOD, learner="Zoë"), ensure_ascii=False).encode(encoding)
    )
    found, rows = collected()
    assert () == found.problems and 1 == len(rows)


def a_tar() -> bytes:
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w") as archive:
        archive.addfile(tarfile.TarInfo("ada.json"))
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"<!doctype html><title>x</title>", "a page holds no answers"),
        (b"%PDF-1.7", "is a PDF"),
        (b"SQLite format 3\x00" + b"x" * 200, "cannot be read"),
        (b'{"format": "outsourcing-lessons answers", "version": 9}', "newer version"),
        (b'{"format": "outsourcing-lessons answers", "version": 1, "attempts": [], "entries": []}', "no answers yet"),
        (gzip.compress(b"{}", mtime=0), "archive of a kind that is not read here: unpack it, or make it a ZIP file"),
        (b"7z\xbc\xaf\x27\x1c", "archive of a kind"),
        (b"Rar!\x1a\x07\x01\x00", "archive of a kind"),
        (a_tar(), "archive of a kind"),
        (b'{"cells": [], "nbformat": 4, "metadata": []}', "without answers"),
    ],
)
def test_what_cannot_be_read_is_named_with_what_it_is(collected, tmp_path, content, words):
    (tmp_path / "in" / "x.json").write_bytes(content)
    (tmp_path / "in" / "ada.json").write_text(json.dumps(answers(GOOD)))
    found, rows = collected()
    ((_, problem),) = found.problems
    assert words in problem and 1 == len(rows)


def test_of_a_worksheet_in_two_files_the_later_text_counts(collected, tmp_path):
    sheet = LESSON.worksheet(COURSE.case(ADA))
    field = sheet.sheets[0].fields[0].id + (".1" if sheet.sheets[0].rows > 1 else "")
    for name, day, text in (("a", "05", "later"), ("b", "02", "earlier")):
        one = attempt(CHOICE, at=f"2026-03-{day}T10:00:00Z")
        lessons = {LESSON.slug: {"attempts": [one], "entries": {sheet.id: {field: text}}}}
        (tmp_path / "in" / f"{name}.json").write_text(json.dumps(answers(lessons=lessons)))
    collected()
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(tmp_path / "results/answers.sqlite")) as file:
        assert [("later",)] == file.execute("SELECT text FROM entries").fetchall()
