"""After the end nobody votes, joins or asks for help; what was written before it may still arrive."""

from __future__ import annotations

import pytest

from outsourcing_lessons.workshop import commands, polls, rules
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


@pytest.fixture
def polled(state, agenda):
    """A room that ended with two questions asked on the spot, neither of them closed."""
    room = Doing(state, agenda)
    room.do("poll", form="choice", prompt="Which?", options=["This", "That"])
    room.do("poll", form="wall", prompt="What is unclear?")
    room.send(kind="post", poll="poll2", text="The bench")
    [room.post] = room.state.polls["poll2"].posts
    room.do("moderate", poll="poll2", post=room.post)
    room.before = room.at
    room.do("end")
    return room


def test_the_end_closes_every_poll_and_takes_it_off_phones_and_wall(polled):
    assert not any(poll.open for poll in polled.state.polls.values())
    assert polls.on_phones(polled.state) is None and polls.on_wall(polled.state) is None
    polled.do("undo")
    assert all(poll.open for poll in polled.state.polls.values())
    assert polls.on_phones(polled.state)["id"] == "poll2"


def test_a_poll_that_the_end_of_an_older_version_left_open_is_closed_all_the_same(polled):
    polled.state.polls["poll2"].open, polled.state.poll = True, "poll2"
    assert polls.on_phones(polled.state) is None
    refused("closed", polled.send, kind="post", poll="poll2", text="Late", made=0)


@pytest.mark.parametrize(
    ("made", "why"), [(0, "closed"), (-1e18, "closed"), (10.5, "closed"), (99.0, "ended"), ("before", "ended")]
)
def test_a_post_of_no_time_at_which_its_poll_took_any_is_refused_after_the_end(polled, made, why):
    refused(why, polled.send, kind="post", poll="poll2", text="Late", made=made)
    refused(why, polled.send, "bob", kind="upvote", poll="poll2", post=polled.post, made=made)
    assert len(polled.state.polls["poll2"].posts) == 1


def test_a_post_of_before_the_end_is_taken_for_a_while_unless_the_answers_were_told(polled):
    polled.send(kind="post", poll="poll2", text="In time", made=polled.before)
    polled.send("bob", kind="upvote", poll="poll2", post=polled.post, made=polled.before)
    assert len(polled.state.polls["poll2"].posts) == 2
    polled.state.polls["poll1"].told = True
    refused("closed", polled.send, kind="post", poll="poll1", text="This", made=polled.before)
    polled.at += rules.LATEST
    refused("ended", polled.send, kind="post", poll="poll2", text="Late", made=polled.before)


def test_over_the_wire_a_phone_loses_the_poll_at_the_end(tmp_path):
    from tests.workshop.running import served

    with served(tmp_path, "--seed", "5", "--lessons", "01") as server:
        phone = server.socket(server.join())
        server.do("poll", form="wall", prompt="What is unclear?")
        phone.until(lambda _, boards: (boards.get("room", {}).get("poll") or {}).get("open"))
        server.do("end")
        phone.until(lambda _, boards: boards["room"]["room"]["ended"] and boards["room"]["poll"] is None)
        phone.close()


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
