"""Statements that a record store takes: sound by the specification, nameless, and the same when written again."""

from __future__ import annotations

import copy
import dataclasses
import json
import os
import subprocess
from datetime import datetime

import pytest
from asking_for_a_raise import COURSE
from tincan import Statement

from outsourcing_lessons.errors import ArgumentError, InputError
from outsourcing_lessons.exports.progress_file import attempts_in
from outsourcing_lessons.exports.xapi import PROGRESS, account, statements
from outsourcing_lessons.items.judge import judge
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import case_of
from outsourcing_lessons.progress.sqlite import SqliteProgress
from outsourcing_lessons.progress.store import Attempt
from tests.exports.xapi_rules import faults_of

VALIDATOR = os.environ.get("XAPI_VALIDATOR")


def right_answer(item):
    """Return a response to an item, with its confidence where one is asked."""
    match item.type:
        case "single-choice":
            return {"option": item.key, "confidence": 80}
        case "multiple-choice":
            return {"options": list(item.key)}
        case "ordering":
            return {"order": list(item.key)}
        case "allocation":
            return {"amounts": {name: str(share) for name, share in item.key.items()}}
        case "number":
            return {"value": str(item.key)}
        case "prediction":
            return {"value": item.key, "low": item.low, "high": item.high, "confidence": 90}
        case "game" | "bet":
            return item.simulated(SeededRandom("right", 1), knows=True)
    return {"text": "word " * item.least_words, "ticks": [check.id for check in item.checklist]}


def attempts_at(lesson, learner_id="ada"):
    case = case_of(LearnerProfile(learner_id=learner_id))
    for template in lesson.items:
        item = template.variant(case)
        response = right_answer(item)
        yield Attempt(learner_id, item.id, item.variant, 1, response, judge(item, response))


@pytest.fixture(scope="module")
def everything():
    return [dataclasses.asdict(attempt) for lesson in COURSE.lessons for attempt in attempts_at(lesson)]


def test_every_statement_keeps_the_rules(everything):
    found = list(statements(everything, "https://lms.example/course/", "pepper"))
    assert {s["object"]["id"]: faults for s in found if (faults := faults_of(s))} == {}
    assert len(found) == len(everything) + len(COURSE.lessons)
    kinds = {s["object"]["definition"].get("interactionType") for s in found}
    assert kinds == {"choice", "sequencing", "fill-in", "other", "long-fill-in", None}


@pytest.mark.parametrize(
    "change",
    [
        {"id": "12345678-1234-4234-8234-1234567890AB"},
        {"timestamp": "yesterday"},
        {"actor": {"name": "Ada"}},
        {"result": {"score": {"scaled": 7}}},
        {"verb": {"id": "answered", "display": {"en": "answered"}}},
        {"stored": "2026-01-01T00:00:00Z"},
        {"context": {"platform": None}},
    ],
)
def test_the_rules_find_what_is_wrong(everything, change):
    with pytest.raises(AssertionError):
        try:
            assert not faults_of(next(statements(everything)) | change)
        except KeyError as lacking:
            raise AssertionError(lacking) from None


def test_a_reader_by_others_reads_every_statement_and_finds_in_it_what_we_wrote(everything):
    for made in statements(everything, "https://lms.example/course/", "pepper"):
        read = json.loads(Statement(copy.deepcopy(made)).to_json())
        for part in ("id", "actor", "verb", "object"):
            assert read[part] == made[part]
        assert datetime.fromisoformat(read["timestamp"]) == datetime.fromisoformat(made["timestamp"])
        assert set(read) == set(made) | {"version"} and set(read["result"]) == set(made["result"])


@pytest.mark.parametrize("change", [{"actr": 1}, {"timestamp": "yesterday"}, {"verb": {"idd": 3}}, {"id": "zz"}])
def test_that_reader_refuses_what_is_wrong(everything, change):
    with pytest.raises((AttributeError, ValueError)):
        Statement(next(statements(everything)) | change)


@pytest.mark.skipif(not VALIDATOR, reason="name a node_modules with @learninglocker/xapi-validation in XAPI_VALIDATOR")
def test_another_validator_finds_nothing_either(everything, tmp_path):
    (tmp_path / "all.json").write_text(json.dumps(list(statements(everything))))
    code = (
        "const { statement } = require(process.argv[1] + '/@learninglocker/xapi-validation/dist/factory.js');"
        "const all = require(process.argv[2]), found = (one) => statement(one, ['statement']).length;"
        "console.log(all.filter(found).length, found({ ...all[0], actor: {} }) > 0)"
    )
    command = ["node", "-e", code, VALIDATOR, str(tmp_path / "all.json")]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "0 true\n"


def test_an_answer_says_what_was_chosen_and_what_it_was_worth(everything):
    first = next(s for s in statements(everything) if s["object"]["definition"].get("interactionType") == "choice")
    made = next(a for a in everything if a["id"] == first["id"])
    assert first["result"]["success"] is True and first["result"]["score"] == {"scaled": 1.0}
    assert first["result"]["response"] == made["response"].get(
        "option", "[,]".join(made["response"].get("options", []))
    )
    assert first["timestamp"] == made["at"] and first["verb"]["id"].endswith("/answered")
    assert {name.rpartition("/")[2] for name in first["result"]["extensions"]} >= {"variant", "seed"}


def test_a_lesson_is_in_progress_until_its_last_item():
    all_but_one = [dataclasses.asdict(a) for a in attempts_at(COURSE.lesson("first-number"))]
    last = all_but_one.pop()
    before, after = (list(statements(some))[-1] for some in (all_but_one, [*all_but_one, last]))
    assert before["verb"]["id"].endswith("/progressed") and after["verb"]["id"].endswith("/completed")
    assert 50 < before["result"]["extensions"][PROGRESS] < 100 == after["result"]["extensions"][PROGRESS]
    assert after["timestamp"] == last["at"] and before["id"] != after["id"]


def test_written_again_it_is_the_same(everything):
    assert list(statements(everything)) == list(statements(everything))


def test_nobody_is_named(everything):
    salted, plain = (account("ada", salt=salt)["account"]["name"] for salt in ("pepper", ""))
    assert salted != plain and "ada" not in (salted, plain)
    assert '"ada"' not in json.dumps(list(statements(everything)))


def test_what_could_not_be_judged_is_no_statement():
    refused = {"valid": False, "refusal": "too-long", "correct": False, "score": 0, "feedback": [], "brier": None}
    attempt = Attempt("ada", "first-number.extras", "0", 1, {"option": None}, refused)
    assert list(statements([dataclasses.asdict(attempt)])) == []


def test_a_record_of_another_name_keeps_its_identity():
    outcome = {"valid": True, "correct": True, "score": 1.0}
    record = {
        "learner_id": "x",
        "item_id": "first-number.extras",
        "variant": "0",
        "seed": 1,
        "response": {"option": "a"},
    }
    record |= {"outcome": outcome, "at": "2026-01-01T10:00:00Z", "id": "room-7/41"}
    one, again = (next(statements([record])) for _ in range(2))
    assert one["id"] == again["id"] and not faults_of(one)


@pytest.mark.parametrize("base", ["", "example.org", "ftp://x.example", "https://x.example/a b", "https://"])
def test_the_base_is_a_web_address(base):
    with pytest.raises(ArgumentError):
        list(statements([], base))


def test_a_progress_file_is_read_in_order_and_not_changed(tmp_path):
    made = list(attempts_at(COURSE.lesson("walk-away")))
    file = tmp_path / "my progress?.sqlite"
    store = SqliteProgress(file)
    for attempt in made:
        store.append(attempt)
    before = file.read_bytes()
    assert attempts_in(file) == [dataclasses.asdict(attempt) for attempt in made]
    assert file.read_bytes() == before


def test_a_file_that_is_none_of_ours_is_refused(tmp_path):
    (tmp_path / "x.sqlite").write_bytes(b"SQLite? no.")
    for path in (tmp_path / "none.sqlite", tmp_path / "x.sqlite", tmp_path):
        with pytest.raises(InputError):
            attempts_in(path)
