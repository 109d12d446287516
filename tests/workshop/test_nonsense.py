"""What no file can hold: refused where it comes in, and whatever a write fails of, nobody is told "kept" in vain."""

from __future__ import annotations

import asyncio
import json
import secrets
import threading

import pytest

from outsourcing_lessons.errors import WorkshopError
from outsourcing_lessons.items.judge import judge
from outsourcing_lessons.workshop.addresses import Machine
from outsourcing_lessons.workshop.entrance import Admission, Entrance
from outsourcing_lessons.workshop.incoming import message_of, storable
from outsourcing_lessons.workshop.log import Log, read_events
from outsourcing_lessons.workshop.opening import open_log
from outsourcing_lessons.workshop.room import Room
from outsourcing_lessons.workshop.seats import Wish
from tests.items.test_types import ONE_OF_EACH
from tests.workshop.conftest import FOUND, SHEET
from tests.workshop.running import answer

HALF = "half \ud83d"
ROUND = 12  # answers on each side of the poison; the first version lost sixty as well
FIELD = "stream.1"


def sheet(text):
    return {"id": secrets.token_hex(8), "kind": "keep", "step": SHEET, "entries": {FIELD: text}}


def stored_ids(server):
    return {event.id for event in read_events(server.folder / "w.sqlite")}


POISON = {
    "an entry": lambda: sheet(HALF),
    "a NUL": lambda: sheet("a\0b"),
    "another key of a response": lambda: answer(FOUND, {"value": "1", "more": HALF}),
    "a name of another key": lambda: answer(FOUND, {"value": "1", HALF: 1}),
    "an id": lambda: answer(FOUND, {"value": "1"}) | {"id": HALF * 2},
    "a number without end": lambda: answer(FOUND, {"value": "1"}) | {"made": float("1e999")},
    "a depth": lambda: answer(FOUND, {"value": "1", "more": [[[[[[[[[[]]]]]]]]]]}),
}


@pytest.fixture
def opened(server):
    server.do("open", step=FOUND, mode="practice")
    server.do("open", step=SHEET)
    return server


@pytest.mark.parametrize("way", ["http", "socket"])
def test_a_poisoned_event_is_refused_and_a_room_around_it_is_kept(opened, way):
    """Everybody answers in the same instant, one of them with what cannot be written; the others are on the disk."""
    people = [opened.join() for _ in range(ROUND)]
    bad = [make() for make in POISON.values()]
    sound = [answer(FOUND, {"value": "1"}) for _ in people]
    acks = asyncio.run(at_once(opened, way, people, sound, bad))
    assert [ack["status"] for ack in acks[:-1]] == ["kept"] * ROUND
    assert [one["status"] for one in acks[-1]] == ["refused"] * len(bad)
    assert {one["id"] for one in sound} <= stored_ids(opened)
    again = opened.send(people[0], sound[0])
    assert again[0]["status"] == "kept"


async def at_once(server, way, people, sound, bad):
    loop = asyncio.get_running_loop()
    send = server.send if way == "http" else through_a_socket
    troublemaker = server.join()
    given = [
        (server, token, one) if way == "socket" else (token, one) for token, one in zip(people, sound, strict=True)
    ]
    calls = [loop.run_in_executor(None, lambda one=one: send(*one)[0]) for one in given]
    first = (server,) if way == "socket" else ()
    calls.append(loop.run_in_executor(None, lambda: send(*first, troublemaker, *bad)))
    return await asyncio.gather(*calls)


def through_a_socket(server, token, *events):
    page = server.socket(token)
    page.say({"type": "send", "events": list(events)})
    acks = page.until(lambda message, _: message.get("acks"))
    page.close()
    return acks


def test_an_entry_of_half_a_character_is_refused_in_a_word_of_its_own(opened):
    ada = opened.join()
    acks = opened.send(ada, *(POISON[name]() for name in ("an entry", "a NUL", "an id")))
    assert [(ack["status"], ack["why"]) for ack in acks] == [
        ("refused", "not-storable"), ("refused", "not-storable"), ("refused", "no-id"),
    ]  # fmt: skip
    assert acks[2]["id"] is None


def test_of_a_response_only_what_is_judged_is_kept(opened):
    ada, sent = opened.join(), answer(FOUND, {"value": "1", "more": "x" * 100_000, "text": {"a": 1}})
    assert opened.send(ada, sent)[0]["status"] == "kept"
    [kept] = [event for event in read_events(opened.folder / "w.sqlite") if event.id == sent["id"]]
    assert kept.body["response"] == {"value": "1"}


@pytest.mark.parametrize("item", ONE_OF_EACH.values(), ids=ONE_OF_EACH)
def test_every_type_of_item_keeps_what_its_judge_reads(item):
    """A part that the judge needs and that is not kept would be missed by whoever reads the file."""
    from outsourcing_lessons.items.random import SeededRandom
    from outsourcing_lessons.workshop.simulated_learners import KINDS, answered

    response = answered(item, KINDS[0], SeededRandom(item.id, 3), tested=item.GRADED)
    assert item.kept(response | {"more": 1}) == response
    assert judge(item, item.kept(response)) == judge(item, response)


@pytest.mark.parametrize("text", ['{"a": NaN}', '{"a": -Infinity}', "[]", '{"a": ' + "[" * 9000, "1" * 5000, "\xff"])
def test_what_is_no_message_is_none(text):
    assert message_of(text) is None


@pytest.mark.parametrize("value", [float("nan"), -float("inf"), 2**63, HALF, {HALF: 1}, "a\0", [{"a": [HALF]}], {1, 2}])
def test_what_no_file_holds_is_not_storable(value):
    assert not storable(value) and storable({"text": "whole \U0001f600", "n": [1, 2.5, None, True]})


# ---- Writes that fail -----------------------------------------------------------------------------------------------


class Failing(Log):
    """A file that fails when it is told to, of whatever it is told, in the middle of a transaction."""

    problem: BaseException | None = None
    entered: threading.Event | None = None
    go_on: threading.Event | None = None

    def append(self, events, **settings):
        if self.entered:
            self.entered.set()
            self.go_on.wait()
        problem = self.problem

        def rows():
            yield from events
            if problem:
                raise problem

        super().append(rows(), **settings)


@pytest.fixture
def log(tmp_path):
    open_log(tmp_path / "w.sqlite", ["01"], None).close()
    log = Failing(tmp_path / "w.sqlite")
    yield log
    log.close()


TOKENS = [letter * 24 for letter in "abc"]


async def filled(log):
    room = Room(log, {}, Admission(Entrance("", 0, Machine())))
    people = [await room.admit(Wish(token)) for token in TOKENS]
    await room.do({"kind": "open", "step": FOUND, "mode": "practice"})
    return room, people


@pytest.mark.parametrize(
    "problem", [ValueError("x"), UnicodeEncodeError("utf-8", "x", 0, 1, "y"), MemoryError(), OSError()]
)
def test_whatever_a_write_fails_of_nobody_waits_and_nobody_is_told_kept(log, problem):
    async def play():
        room, people = await filled(log)
        before = list(log.events())
        log.problem = problem
        sent = [[answer(FOUND, {"value": "1"})] for _ in people]
        done = await asyncio.gather(
            *(room.take(*one) for one in zip(people, sent, strict=True)), return_exceptions=True
        )
        assert all(isinstance(one, WorkshopError) for one in done)
        done = await asyncio.gather(room.take(people[0], sent[0]), return_exceptions=True)  # nor when it is sent again
        assert isinstance(done[0], WorkshopError) and list(log.events()) == before
        log.problem = None
        acks = [await room.take(*one) for one in zip(people, sent, strict=True)]
        assert {ack["status"] for [ack] in acks} == {"kept"}
        assert {one["id"] for [one] in sent} <= {event.id for event in log.events()}
        assert len(room.state.steps[FOUND].rounds[0].answers) == len(people)

    asyncio.run(play())


@pytest.mark.parametrize("fails", [True, False])
def test_a_second_arrival_during_a_write_is_told_kept_only_once_the_first_is_on_the_disk(log, fails):
    async def play():
        room, (ada, *_) = await filled(log)
        log.entered, log.go_on = threading.Event(), threading.Event()
        log.problem = OSError("gone") if fails else None
        sent = [answer(FOUND, {"value": "1"})]
        first = asyncio.create_task(room.take(ada, sent))
        await asyncio.to_thread(log.entered.wait)
        second = asyncio.create_task(room.take(ada, sent))
        for _ in range(20):
            await asyncio.sleep(0)
        assert not second.done()
        log.go_on.set()
        done = await asyncio.gather(first, second, return_exceptions=True)
        assert [isinstance(one, WorkshopError) for one in done] == [fails, fails]
        assert (sent[0]["id"] in {event.id for event in log.events()}) is not fails

    asyncio.run(play())


def test_a_join_that_could_not_be_written_gives_no_seat(log):
    async def play():
        room, _ = await filled(log)
        log.problem = OSError("gone")
        for _ in range(2):
            with pytest.raises(WorkshopError):
                await room.admit(Wish("d" * 24))
        assert len(room.state.people) == len(TOKENS) and room.person("d" * 24) is None

    asyncio.run(play())


def test_the_console_is_told_that_nothing_can_be_written(log):
    async def play():
        room, (ada, *_) = await filled(log)

        def on_the_desk():
            room._paint_desk()
            return json.loads(room.desk.patch(0))["set"]["disk"]["problem"]

        assert on_the_desk() == ""
        log.problem = OSError("no space left")
        await asyncio.gather(room.take(ada, [answer(FOUND, {"value": "1"})]), return_exceptions=True)
        assert "no space left" in on_the_desk()
        log.problem = None
        await room.take(ada, [answer(FOUND, {"value": "1"})])
        assert on_the_desk() == ""

    asyncio.run(play())
