"""After the end nobody votes, joins or asks for help; what was written before it may still arrive."""

from __future__ import annotations

import pytest

from outsourcing_lessons.workshop import commands, rules
from tests.workshop.conftest import FOUND, GUESS, SHEET, VOTE
from tests.workshop.test_rules import Doing, refused

ENTRY = {"reason": "Photos"}


@pytest.fixture
def ended(state, agenda):
    """A room that has ended with a vote, a practice and a worksheet still open."""
    room = Doing(state, agenda)
    for step, mode in ((FOUND, "practice"), (SHEET, "show"), (VOTE, "vote")):
        room.do("open", step, mode=mode)
    room.before = room.at
    room.do("end")
    return room


def test_the_end_closes_every_open_question(ended):
    assert [ended.state.steps[step].status for step in (FOUND, VOTE, SHEET)] == ["locked", "locked", "open"]
    assert commands.commanded(ended.state, ended.agenda, {"kind": "end"}, 99.0) == []


@pytest.mark.parametrize("more", [{}, {"made": 99.0}, {"made": "soon"}])
def test_an_answer_of_after_the_end_is_refused_whatever_the_page_says(ended, more):
    refused("ended", ended.send, **more)
    assert ended.counted() == {}


def test_an_answer_of_before_the_end_counts_as_at_a_closed_question(ended):
    assert ended.send(made=ended.before) == {"counts": True}
    assert ended.send(made=ended.before, option="accept") == {"counts": False}
    assert ended.counted() == {"ada": "middle"}


def test_what_was_written_before_the_end_may_be_late_for_a_while_only(ended):
    ended.at += rules.LATEST
    refused("ended", ended.send, made=ended.before)


@pytest.mark.parametrize("sign", ["help", "done", "none"])
def test_no_sign_is_taken_after_the_end_whenever_it_was_made(ended, sign):
    refused("ended", ended.send, kind="sign", sign=sign, made=ended.before)


def test_a_word_to_the_instructor_of_before_the_end_is_taken_and_of_after_it_is_not(ended):
    ended.send(kind="note", text="What is a bench?", made=ended.before)
    refused("ended", ended.send, kind="note", text="And now?", made=99.0)


def test_a_worksheet_stays_its_authors_own_after_the_end(ended):
    ended.send(kind="keep", step=SHEET, entries=ENTRY, made=99.0)
    assert ended.state.people["ada"].entries == {SHEET.partition(":")[2]: ENTRY}


def test_a_step_that_is_opened_after_the_end_goes_on_with_the_workshop(ended):
    ended.do("open", GUESS)
    assert not ended.state.ended
    ended.send(step=GUESS, response={"value": "4", "low": "2", "high": "9", "confidence": 80})


def test_over_the_wire_answers_joins_and_signs_are_refused_after_the_end(tmp_path):
    from tests.workshop.running import answer, served

    with served(tmp_path, "--seed", "5", "--lessons", "01") as server:
        ada = server.join()
        server.do("open", step=FOUND)
        server.do("end")
        acks = server.send(ada, answer(FOUND, {"value": "1"}), {"id": "12345678", "kind": "sign", "sign": "help"})
        assert [(ack["status"], ack["why"]) for ack in acks] == [("refused", "ended")] * 2
        late = server.post("/api/join", {"code": server.code, "token": "n" * 24})
        assert (late.status_code, late.json()["problem"]) == (403, "ended")
        assert server.post("/api/join", {"code": server.code, "token": ada}).status_code == 200
