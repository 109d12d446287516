"""A game of the tiny course goes through all that a question goes through, and is nowhere right or wrong."""

from __future__ import annotations

import json
import sqlite3
import zipfile
from contextlib import closing

import pytest
from asking_for_a_raise import COURSE
from asking_for_a_raise.walk_away.patience import patience

from outsourcing_lessons.blocks.text import as_text
from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.exports.xapi import statements
from outsourcing_lessons.items.game import Scored, scorer
from outsourcing_lessons.items.item import Dial, Game, parse_item, without_key
from outsourcing_lessons.items.judge import judge
from outsourcing_lessons.learner import CHOOSES_VARIANT
from outsourcing_lessons.progress.memory import MemoryProgress
from outsourcing_lessons.widgets.controller import BlockController
from outsourcing_lessons.workshop.state import Answer, Round
from outsourcing_lessons.workshop.tally import distribution
from tests.test_second_course import COLLECT, FLAG, run
from tests.workshop.running import answer, served

PROFILE = COURSE.profile(learner_id="ada")
LESSON = COURSE.lesson("walk-away")
ASK = LESSON.ask("walk-away.year", COURSE.case(PROFILE))
GAME = ASK.item
BASE = {"id": "x.y", "title": "T", "prompt": "P", "praise": "Again.", "model": "no-such", "seed": 1, "quarters": 1}
DIAL = {"id": "a", "text": "A", "low": 0, "high": 1, "step": 0.25, "start": 0.5}


def played(ask: float, hours: float = 0, seed: int | None = None) -> dict:
    return {"dials": [{"ask": ask, "hours": hours}] * 4, "seed": GAME.seed if seed is None else seed}


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        ({"dials": [DIAL | {"start": 0.6}]}, "whole steps of 0.25"),
        ({"dials": [DIAL | {"high": 1.1}]}, "whole steps of 0.25"),
        ({"dials": [DIAL | {"low": 1, "high": 0}]}, "whole steps"),
        ({"dials": [DIAL, DIAL]}, "two equal options"),
        ({"dials": []}, "at least 1 item"),
        ({"dials": [DIAL], "seed": 2**32}, "less than or equal to 4294967295"),
        ({"dials": [DIAL], "quarters": 0}, "greater than or equal to 1"),
    ],
)
def test_a_game_that_cannot_be_played_is_refused(fault, words):
    with pytest.raises(ValueError, match=words):
        Game.model_validate(BASE | fault)


def test_the_same_settings_and_luck_give_the_same_score():
    scores = {judge(GAME, played(3, seed=seed))["points"] for seed in range(20)}
    assert judge(GAME, played(3)) == judge(GAME, played(3)) and len(scores) > 1
    outcome = judge(GAME, played(2))
    assert (outcome["correct"], outcome["score"], outcome["points"]) == (
        None,
        None,
        patience(played(2)["dials"], 1, {}).score,
    )
    assert outcome["feedback"] == ["4 of 4 quarters brought something.", GAME.praise]


def test_without_a_model_a_game_is_kept_without_a_score():
    item = Game(dials=(Dial(**DIAL),), **BASE)
    outcome = judge(item, {"dials": [{"a": 0.25}], "seed": 5})
    assert outcome["valid"] and outcome["points"] is None and outcome["feedback"][0].startswith("Saved without a score")


def test_a_model_has_one_scorer():
    with pytest.raises(ContentError, match=r"'patience' is scored by asking_for_a_raise.walk_away.patience.patience"):
        scorer("patience")(lambda settings, seed: Scored(0.0))


def test_a_game_stays_the_same_question_in_other_words():
    data = GAME.model_dump(mode="json")
    reworded = parse_item(
        data | {"title": "Other words", "dials": [one | {"text": one["id"]} for one in data["dials"]]}
    )
    assert reworded.identity() == GAME.identity() != parse_item(data | {"seed": 999}).identity()
    assert without_key(GAME)["dials"] == data["dials"] and "praise" not in without_key(GAME)


def test_its_static_form_is_a_table_of_quarters_and_dials():
    text = as_text(ASK, with_key=True)
    assert "Quarter 4" in text and "What you ask for: 0\u00a0% to 10\u00a0%, at first 2\u00a0% (0 is nothing)" in text
    assert "No setting is right" in text and "Set every dial for each quarter, then play." in text


# ---- Where it is played ---------------------------------------------------------------------------------------------


def test_a_kernel_scores_and_keeps_it():
    store = MemoryProgress()
    controller = BlockController(ASK, store=store, learner_id="ada", seed=1, item=GAME)
    said = [controller.reply({"type": "submit", "response": played(ask)})["outcome"] for ask in (2, 10)]
    assert [one["points"] for one in said] == [8.0, 0.0]
    assert [one["outcome"] for one in controller.restored()[0]["attempts"]] == said


def test_a_room_sees_scores_as_a_distribution():
    responses = [played(ask) for ask in (0, 2, 2, 4, 10)]
    answers = {str(n): Answer(str(n), str(n), 1, one, judge(GAME, one), 0.0, True) for n, one in enumerate(responses)}
    found = distribution(GAME, Round(0.0, None, answers))
    assert (found["answered"], found["right"], found["note"]) == (5, 0, "Scores")
    assert found["words"].startswith("5 games played; half of them scored 8\u00a0% of your pay or more")
    assert sum(bar["count"] for bar in found["bars"]) == 5 and not any(bar["key"] for bar in found["bars"])
    assert distribution(GAME, Round(0.0))["words"] == "0 games played"


def test_a_class_plays_it(tiny, tmp_path):
    with served(tmp_path, "--lessons", "walk-away", "--seed", "1") as server:
        ada, step = server.join(name="Ada"), "ask:walk-away.year"
        server.do("open", step=step)
        for ask in (10, 10, 10):  # nobody is stuck who plays again
            (told,) = server.send(ada, answer(step, played(ask)))
            assert told["status"] == "kept"
        console = server.socket(server.secrets["instructor"])
        seen = console.until(lambda message, boards: boards and boards if "1 game played" in str(boards) else None)
        console.close()
        assert "'stuck': []" in str(seen) or "stuck" not in str(seen)
        server.stop()
    run(*FLAG, "workshop", "report", "--db", "w.sqlite", "--out", "report", cwd=tmp_path)
    assert "walk-away.year" not in (tmp_path / "report/questions.csv").read_text("utf-8")
    assert "walk-away.year" in (tmp_path / "report/answers.csv").read_text("utf-8")


# ---- What becomes of it ---------------------------------------------------------------------------------------------


def test_qti_leaves_it_out_and_says_so(tmp_path):
    said = run(*FLAG, "export", "qti", "--lessons", "02", "--out", "q.zip", cwd=tmp_path)
    assert f"Left out, because QTI has no such question type: {GAME.title}" in said
    assert not [name for name in zipfile.ZipFile(tmp_path / "q.zip").namelist() if "walk-away.year" in name]


def test_xapi_has_the_score_and_no_success():
    outcome = judge(GAME, played(2))
    attempt = {
        "id": "1", "learner_id": "ada", "item_id": GAME.id, "variant": GAME.variant, "seed": 1, "response": played(2),
        "outcome": outcome, "at": "2026-03-01T10:00:00Z",
    }  # fmt: skip
    told = next(statements([attempt]))
    assert told["object"]["definition"]["interactionType"] == "other"
    assert told["result"]["score"] == {"raw": 8.0} and "success" not in told["result"]
    assert json.loads(told["result"]["response"]) == played(2)


def test_collected_answers_have_its_points(tmp_path):
    one = {
        "item": GAME.id, "variant": GAME.variant, "wording": GAME.wording, "response": played(2) | {"more": 1},
        "outcome": judge(GAME, played(2)), "at": "2026-03-01T10:00:00.000Z",
    }  # fmt: skip
    saved = {
        "course": "asking_for_a_raise", "version": "0.1.0", "format": 1, "learner_id": "ada",
        "settings": {name: getattr(PROFILE, name) for name in CHOOSES_VARIANT},
        "lessons": {LESSON.slug: {"attempts": [one], "entries": {}}},
    }  # fmt: skip
    (tmp_path / "saved.json").write_text(json.dumps(saved))
    assert "1 answers of 1 learners" in run(*FLAG, *COLLECT, "--out", "c", cwd=tmp_path)
    with closing(sqlite3.connect(tmp_path / "c/answers.sqlite")) as table:
        ((correct, score, points, response),) = table.execute("select correct, score, points, response from answers")
    assert (correct or None, score or None, points) == (None, None, 8.0) and json.loads(response) == played(2)
