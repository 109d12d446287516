"""Saved answers become one table; whatever else is handed in is named and stops nothing."""

from __future__ import annotations

import csv
import io
import json
import os
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from asking_for_a_raise import COURSE

from outsourcing_lessons import cli
from outsourcing_lessons.collect import collect
from outsourcing_lessons.collect.table import as_csv
from outsourcing_lessons.learner import LearnerProfile
from tests.collect.handed_in import ADA, GOOD, GRADED, LESSON, answers, attempt, rows_of
from tests.mending import mended, reworded


@pytest.fixture
def handed_in(tmp_path):
    """Collect contents, each in a file of its own: (what came of it, the rows of the table)."""

    def handed_in(*contents, **options):
        paths = []
        for number, content in enumerate(contents):
            paths.append(tmp_path / f"{number}.json")
            content = content if isinstance(content, (bytes, str)) else json.dumps(content)
            paths[-1].write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
        found = collect(paths, tmp_path / "results", **options)
        return found, rows_of(tmp_path / "results")

    return handed_in


def test_every_item_of_the_course_comes_back_as_right(handed_in):
    graded = {one.slug: [item for item in one.items if item.variant(COURSE.case(ADA)).GRADED] for one in COURSE.lessons}
    lessons = {slug: {"attempts": [*map(attempt, items)], "entries": {}} for slug, items in graded.items()}
    found, rows = handed_in(answers(lessons=lessons))
    assert () == found.problems and 1 == found.learners
    assert sum(map(len, graded.values())) == found.answers == len(rows)
    assert {"1"} == {row["correct"] for row in rows} and {"1.0"} == {row["score"] for row in rows}


def test_wrong_is_wrong_and_attempts_are_in_order(handed_in):
    choice = next(one for one in LESSON.items if one.variant(COURSE.case(ADA)).type == "single-choice")
    item = choice.variant(COURSE.case(ADA))
    wrong = {"option": next(option.id for option in item.options if option.id != item.key)}
    second = attempt(choice, at="2026-03-02T10:00:00Z", told=True)
    _, rows = handed_in(answers(second, attempt(choice, response=wrong)))
    assert [("1", "0", "0"), ("2", "1", "1")] == [(row["attempt"], row["correct"], row["told"]) for row in rows]


def test_what_a_file_says_of_right_and_wrong_does_not_count(handed_in):
    choice = next(one for one in LESSON.items if one.variant(COURSE.case(ADA)).type == "single-choice")
    item = choice.variant(COURSE.case(ADA))
    wrong = {"option": next(option.id for option in item.options if option.id != item.key), "key": item.key}
    outcome = {"valid": True, "correct": True, "score": 1.0}
    found, rows = handed_in(answers(attempt(choice, response=wrong, outcome=outcome, key=wrong["option"])))
    assert ["0"] == [row["correct"] for row in rows] and "key" not in rows[0]["response"]
    ((_, problem),) = found.problems
    assert "1 answers that the file calls right or wrong and that are not" in problem


DEEP = b"[" * 200_000 + b"]" * 200_000
HOSTILE = {
    "no JSON": (b"\xff\xfe\x00 not json", "not JSON"),
    "empty": (b"", "not JSON"),
    "a list": ([], "no saved answers"),
    "another course": (answers(course="Piano for beginners"), "another course"),
    "another format": (answers(format=2), "another version"),
    "true for 1": (answers(format=True), "another version"),
    "nested": (DEEP, "nested too deeply"),
    "nested inside": (json.dumps(answers())[:-1].encode() + b', "x": ' + DEEP + b"}", "nested too deeply"),
    "NaN": (json.dumps(answers()).replace("95", "NaN"), "not JSON"),
    "lessons as text": (answers(lessons="all"), "lessons are missing"),
    "an id that leads away": (answers(learner_id="../../etc"), "invalid workbook settings"),
    "an id that is a list": (answers(learner_id=["ada"]), "invalid workbook settings"),
    "no settings": (answers(settings=None), "--roster"),
    "a trade that is none": (
        answers(settings=answers()["settings"] | {"business": "zoo"}),
        "invalid workbook settings",
    ),
    "a number too large": (
        answers(settings=answers()["settings"] | {"hour_value": 10**400}),
        "invalid workbook settings",
    ),
    "attempts as text": (answers(lessons={LESSON.slug: {"attempts": "many"}}), "answers that are not answers"),
    "a lesson as number": (answers(lessons={LESSON.slug: 7}), "lessons that are not lessons"),
    "another lesson": (answers(lessons={"piano": {}}), "parts of lessons that are not in this course"),
    "another item": (answers(GOOD | {"item": "first-number.nothing"}), "questions that this lesson does not have"),
    "an item that is a list": (answers(GOOD | {"item": []}), "questions that this lesson does not have"),
    "another variant": (answers(GOOD | {"variant": "v00000000"}), "a variant that this workbook"),
    "another seed": (answers(GOOD, profile=LearnerProfile("ada", seed=8)), "a variant that this workbook"),
    "a response of nothing": (answers(GOOD | {"response": {}}), "cannot be judged"),
    "a response of another type": (answers(GOOD | {"response": {"value": {"a": [1e308] * 9}}}), "cannot be judged"),
    "a worksheet as text": (answers(lessons={LESSON.slug: {"entries": "x"}}), "worksheets that this lesson does not"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_named_with_the_reason_and_the_others_count(handed_in, name):
    content, words = HOSTILE[name]
    other = LearnerProfile("bo", seed=5)
    found, rows = handed_in(content, answers(attempt(GRADED[0], other), profile=other))
    assert [("bo", "1")] == [(row["learner_id"], row["correct"]) for row in rows]
    ((file, problem),) = found.problems
    assert file.endswith("0.json") and words in problem and len(problem) < 300


def test_what_is_no_file_is_named(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with (tmp_path / "large").open("wb") as file:
        file.truncate(1_000_000_000)
    names = ("pipe", "large", "absent")
    found = collect([tmp_path / name for name in names], tmp_path / "results")
    told = dict(zip(names, (problem for _, problem in found.problems), strict=True))
    assert "is not a file" in told["pipe"] and "does not exist" in told["absent"]
    assert "too large to be saved answers (1,000 MB)" in told["large"]


def test_a_file_twice_counts_once(handed_in):
    found, rows = handed_in(answers(GOOD), answers(GOOD))
    assert 1 == len(rows) and ["holds the same as "] == [note[:18] for _, note in found.notes] and () == found.problems


def test_two_files_of_one_learner_are_put_together_and_named(handed_in):
    later = attempt(GRADED[1], at="2026-03-05T10:00:00Z")
    found, rows = handed_in(answers(GOOD), answers(GOOD, later))
    assert [GOOD["item"], later["item"]] == [row["item"] for row in rows]
    ((file, note),) = found.notes
    assert file.endswith("1.json") and "1 answer is new, both are combined" in note and () == found.problems


@pytest.mark.parametrize(("at", "counting"), [("2026-02-01T10:00:00Z", "0.json"), ("2026-04-01T10:00:00Z", "1.json")])
def test_of_two_files_of_one_learner_with_other_settings_the_one_answered_last_counts(handed_in, at, counting):
    other = LearnerProfile("ada", seed=8)
    found, rows = handed_in(answers(GOOD), answers(attempt(GRADED[0], other, at), profile=other))
    ((file, problem),) = found.problems
    assert (
        1 == len(rows) and "has other settings than" in problem and counting in problem and not file.endswith(counting)
    )


def test_with_a_roster_its_settings_count(handed_in):
    easier = LearnerProfile("ada", seed=8)
    found, rows = handed_in(
        answers(attempt(GRADED[0], easier), profile=easier), answers(profile=LearnerProfile("bo")), learners=[ADA]
    )
    assert [] == rows
    assert "a variant that this workbook" in found.problems[0][1] and "nobody in the roster" in found.problems[1][1]


def test_answers_to_questions_that_were_changed_since_are_named_with_the_way_round(handed_in):
    former = attempt(GRADED[0]) | {"variant": "v00000000"}
    found, rows = handed_in(answers(former, version="0.0.1"), answers(former, learner_id="bo"), learners=[ADA])
    ((_, problem), *_) = found.problems
    assert f"({GRADED[0].id}): these questions were changed after they were given out, with version 0.0.1" in problem
    assert problem.endswith("with the lessons and the version of the course as they were then") and [] == rows


def test_worksheets_are_in_the_database(handed_in, tmp_path):
    sheet = LESSON.worksheet(COURSE.case(ADA))
    part = sheet.sheets[0]
    name = f"{part.fields[0].id}.1" if part.rows > 1 else part.fields[0].id
    entries = {sheet.id: {name: "Ten pages\ud800\0", "unknown": "x", name + "x": 7}}
    found, _ = handed_in(answers(lessons={LESSON.slug: {"attempts": [GOOD], "entries": entries}}))
    with closing(sqlite3.connect(tmp_path / "results/answers.sqlite")) as file:
        assert [("ada", LESSON.slug, sheet.id, name, "Ten pages?")] == file.execute("SELECT * FROM entries").fetchall()
        assert [(1, 1.0)] == file.execute("SELECT correct, score FROM answers").fetchall()
    assert () == found.problems


def test_a_word_mended_after_the_hand_out_loses_no_answer(handed_in):
    with mended(reworded):
        found, rows = handed_in(answers(GOOD))
    assert () == found.problems and [("1", "1")] == [(row["correct"], row["reworded"]) for row in rows]


def test_a_setting_corrected_after_the_hand_out_is_named_with_the_way_round(handed_in):
    found, rows = handed_in(answers(*map(attempt, LESSON.items)), learners=[replace(ADA, hour_value=75.0)])
    ((_, problem),) = found.problems
    assert rows and "(first-number." in problem and "another hour_value than the roster has" in problem
    assert "without --roster" in problem


def test_no_cell_is_a_formula(handed_in):
    from outsourcing_lessons.collect.marks import Marks

    marks = Marks(ADA)
    marks.add(answers(GOOD)["lessons"], ADA.seed)
    (row,) = marks.answers()
    for text in ('=cmd|"/c calc"!A1', "+1", "-1", "@sum", "\t=1", "\r=1"):
        table = as_csv([replace(row, response=text)]).decode("utf-8-sig")
        assert "'" + text == list(csv.reader(io.StringIO(table, newline="")))[1][-1]


def test_the_command_names_what_it_could_not_use_and_ends_with_one(tmp_path, capsys):
    (tmp_path / "ada.json").write_text(json.dumps(answers(GOOD)))
    (tmp_path / "bad.json").write_text("{")
    for files, code in ((["ada.json"], 0), (["bad.json", "ada.json"], 1)):
        with pytest.raises(SystemExit) as ended:
            cli.main(["render", "--collect", *(str(tmp_path / f) for f in files), "--out", str(tmp_path / "results")])
        said = capsys.readouterr()
        assert code == (ended.value.code or 0) and said.out.startswith("1 answers of 1 learners")
    assert said.err.startswith(str(tmp_path / "bad.json")) and "not JSON" in said.err


@pytest.mark.parametrize(
    "line", [["a", "b", "--out", "x"], ["a", "--roster", "b", "--out", "x"], ["a", "--collect", "--out", "s3://b/c"]]
)
def test_a_call_that_is_neither_is_refused(line, capsys):
    with pytest.raises(SystemExit) as ended:
        cli.main(["render", *line])
    assert 2 == ended.value.code and "Traceback" not in capsys.readouterr().err
