"""Files that learners of earlier versions saved are collected as today's are."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from outsourcing_lessons.collect import collect
from tests.collect.handed_in import rows_of
from tests.mending import mended, rekeyed, reworded
from tests.version_0_1 import ADA as FORMER_ADA
from tests.version_0_1 import WORKBOOK

DATA = Path(__file__).parents[1] / "data" / "handed-in"
MENDED = {f"one-task.{name}" for name in ("split", "brief")}


GIVEN = 16  # answers in that file


def unused(problem: str) -> int:
    """How many answers a sentence says could not be used."""
    return int(problem.split()[1])


@pytest.fixture
def handed_in(tmp_path):
    def handed_in(content, **options):
        (tmp_path / "0.json").write_bytes(content)
        return collect([tmp_path / "0.json"], tmp_path / "results", **options), rows_of(tmp_path / "results")

    return handed_in


@pytest.mark.parametrize("mending", [None, reworded])
def test_answers_saved_by_version_0_1_are_collected_also_where_words_were_mended(handed_in, mending):
    """The table says of which the words have changed since, and no code in it is a number to a spreadsheet."""
    with mended(mending or (lambda item: item)):
        found, rows = handed_in(WORKBOOK.read_bytes())
    # Two questions of lesson 01 and one before the course are asked today as they were then; the others are named.
    assert found.answers == len(rows) == 5 and {row["item"] for row in rows} == MENDED | {"start-here.one-task-turn"}
    gone, otherwise = (problem for _, problem in found.problems)
    # How many of the others are gone and how many are asked otherwise changes with the course; none is passed over.
    assert "answers to questions that this lesson does not have" in gone and "answers to a variant" in otherwise
    assert GIVEN == found.answers + unused(gone) + unused(otherwise)
    assert sum(row["correct"] == "1" for row in rows) == 2
    assert all(row["variant"].startswith("v") and row["wording"].startswith("w") for row in rows)
    reworded_since = {row["reworded"] for row in rows if row["item"] in MENDED}
    assert reworded_since == {"1"} if mending else reworded_since <= {"0", "1"}


def test_answers_saved_by_version_0_1_to_another_key_or_seed_are_named_and_not_counted(handed_in):
    with mended(rekeyed):
        found, rows = handed_in(WORKBOOK.read_bytes())
    # The one wrong answer to the pre-test is wrong under either key: its mark is right, so it may stay.
    assert [(row["item"], row["correct"]) for row in rows] == [("start-here.one-task-turn", "0")]
    assert GIVEN == found.answers + sum(unused(problem) for _, problem in found.problems)
    with mended(reworded):
        _, rows = handed_in(WORKBOOK.read_bytes(), learners=[replace(FORMER_ADA, seed=8)])
    assert rows == []


def test_what_learners_sent_is_read_in_each_of_its_forms(tmp_path):
    for name in ("jupyterlab-answers.json", "workbook-answers.json", "moodle-submissions.zip"):
        found = collect([DATA / name], tmp_path / name)
        assert found.answers >= 1 and not [one for one in found.problems if "holds no saved answers" in one[1]]


def test_an_export_of_progress_is_not_said_to_hold_nothing(tmp_path):
    content = json.loads((DATA / "jupyterlab-answers.json").read_bytes())
    found = collect([DATA / "jupyterlab-answers.json"], tmp_path)
    assert content["attempts"] and 1 == found.learners
