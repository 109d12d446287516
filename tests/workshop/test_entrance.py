"""Who comes in: a closed door, one address that wants the whole room, and who is put out again."""

from __future__ import annotations

import asyncio

import pytest

from outsourcing_lessons.workshop.addresses import Machine
from outsourcing_lessons.workshop.entrance import Admission, Entrance
from outsourcing_lessons.workshop.log import read_events
from outsourcing_lessons.workshop.opening import open_log
from outsourcing_lessons.workshop.room import Room
from outsourcing_lessons.workshop.rules import Refused
from outsourcing_lessons.workshop.seat_limits import Seating
from outsourcing_lessons.workshop.seats import Wish
from outsourcing_lessons.workshop.state import replay
from tests.workshop.running import answer

VOTE = "ask:first-number.counter"
HERE, THERE = "10.0.0.7", "10.0.0.8"


@pytest.fixture
def room(tmp_path):
    """A room that gives two seats to one address."""
    log = open_log(tmp_path / "w.sqlite", ["01"], None)
    yield Room(log, {}, Admission(Entrance("K7M2QP", 8765, Machine(list)), Seating(most=2)))
    log.close()


def played(room, *steps):
    async def play():
        found = [await step(room) for step in steps]
        await room.close()
        return found

    return asyncio.run(play())


def joins(name, address=HERE):
    async def join(room):
        try:
            return await room.admit(Wish(name * 20, name, address=address))
        except Refused as refused:
            return str(refused)

    return join


def wants(kind, **more):
    return lambda room: room.do({"kind": kind, **more})


def test_a_closed_door_keeps_out_who_is_new_and_nobody_else(room):
    first, _, late, again, _, then = played(
        room, joins("a"), wants("door", shut=True), joins("b"), joins("a"), wants("door", shut=False), joins("b")
    )
    assert late == "door-shut" and again == first and then.number == 2


def test_one_address_gets_so_many_seats_until_the_instructor_lets_in_more(room):
    *_, third, elsewhere, _, then = played(
        room, joins("a"), joins("b"), joins("c"), joins("d", THERE), wants("welcome", address=HERE), joins("c")
    )
    assert third == "door-shut" and (elsewhere.number, then.number) == (3, 4)


def test_who_is_put_out_counts_no_more_and_their_number_is_not_given_again(room, tmp_path):
    async def vote(room):
        await room.do({"kind": "open", "step": VOTE})
        for person in list(room.state.people.values()):
            option = room.agenda.steps[VOTE].ask.item.options[0].id
            note = {"id": "noted-it", "kind": "note", "text": "Hello"}
            acks = await room.take(person, [answer(VOTE, {"option": option}), note])
            assert [ack["status"] for ack in acks] == ["kept", "kept"]
        return {part: len(getattr(room.state, part)) for part in ("people", "tokens", "texts")}

    async def clear(room):
        room.admission.seating.came("gone before", HERE)
        await room.do({"kind": "clear", "address": HERE})

    _, _, kept, before, _, out, new = played(
        room, joins("a"), joins("b"), joins("c", THERE), vote, clear, joins("a"), joins("d", THERE)
    )
    assert before == {"people": 3, "tokens": 3, "texts": 3} and out == "door-shut" and new.number == 4
    for state in (room.state, replay(read_events(tmp_path / "w.sqlite"))):
        assert state.people.keys() == {kept.id, new.id} and len(state.tokens) == 2 and len(state.texts) == 1
        assert state.step(VOTE).rounds[0].answers.keys() == state.step(VOTE).attempts.keys() == {kept.id}


def called(boards, name):
    return next((one["who"] for one in boards.get("desk", {}).get("seats", ()) if one["called"].endswith(name)), "")


def test_a_line_of_somebody_who_is_put_out_says_so(server):
    token = server.join(name="Put out")
    line, desk = server.socket(token), server.socket(server.secrets["instructor"])
    line.until(lambda _, boards: "me" in boards.get("mine", {}))
    who = desk.until(lambda _, boards: called(boards, "Put out"))
    server.do("remove", who=who)
    line.until(lambda message, _: message.get("problem") == "not-known")
    assert server.post("/api/poll", {}, token).status_code == 401
    desk.until(lambda _, boards: all(one["who"] != who for one in boards["desk"]["seats"]))
    for one in (line, desk):
        one.close()
