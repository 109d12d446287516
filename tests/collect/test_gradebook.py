"""Marks a learner: by the first answer, the last and the best, of everybody in the roster."""

from __future__ import annotations

import csv
import io
import json

from asking_for_a_raise import COURSE

from outsourcing_lessons.collect import collect
from outsourcing_lessons.collect.gradebook import questions
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.roster.person import Person
from tests.collect.handed_in import ADA, CHOICE, LESSON, answers, attempt, wrong


def marks(tmp_path, *attempts, **options) -> list[dict]:
    (tmp_path / "ada.json").write_text(json.dumps(answers(*attempts)))
    collect([tmp_path / "ada.json"], tmp_path / "results", **options)
    text = (tmp_path / "results" / "marks.csv").read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def tried(*rightness, told=()) -> list[dict]:
    """Attempts at one question, right or wrong, one a minute."""
    item = CHOICE.variant(COURSE.case(ADA))
    return [
        attempt(CHOICE, at=f"2026-03-01T10:0{minute}:00Z", **({} if right else {"response": wrong(item)}),
                **({"told": True} if minute in told else {}))
        for minute, right in enumerate(rightness)
    ]  # fmt: skip


def test_first_last_and_best(tmp_path):
    (row,) = marks(tmp_path, *tried(False, True, False))
    assert ("0.0", "0.0", "1.0") == (row["first"], row["last"], row["best"])
    assert str(sum(one.marked for one in questions())) == row["total"]
    assert ("1", "1", "1.0") == (row["answered"], row[f"{LESSON.number}_answered"], row[f"{LESSON.number}_best"])


def test_what_was_copied_from_the_answer_gives_no_marks(tmp_path):
    (row,) = marks(tmp_path, *tried(False, True, told=(1,)))
    assert ("0.0", "0.0", "0.0") == (row["first"], row["last"], row["best"])


def test_the_first_test_and_predictions_give_none_and_the_last_test_does():
    sections = {one.section for one in questions() if one.marked}
    assert "pre-test" not in sections and "post-test" in sections


def test_everybody_in_the_roster_has_a_row_in_its_order_also_who_has_not_handed_in(tmp_path):
    roster = [LearnerProfile("zoe", "=Zoë"), ADA]
    people = {"zoe": Person(email="zoe@example.org", lessons=(LESSON.number,))}
    zoe, ada = marks(tmp_path, *tried(True), learners=roster, people=people)
    assert ("zoe", "'=Zoë", "zoe@example.org", "0", "") == tuple(
        zoe[name] for name in ("learner_id", "learner", "email", "files", "newest")
    )
    assert ("1", "1.0") == (ada["files"], ada["best"]) and int(zoe["total"]) < int(ada["total"])
