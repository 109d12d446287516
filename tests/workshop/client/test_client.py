"""Answers of a real desk, handed on to a real server."""

from __future__ import annotations

import json
import os
import socket
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing

import pytest

from outsourcing_lessons.errors import InputError, ProgressError
from outsourcing_lessons.widgets.lesson import open_lesson
from outsourcing_lessons.workshop.client import sender as sending
from outsourcing_lessons.workshop.client import store as storing
from outsourcing_lessons.workshop.client.address import VARIABLE, join_address
from outsourcing_lessons.workshop.client.outbox import FILE_NAME, Outbox
from outsourcing_lessons.workshop.log import read_events
from tests.patience import PATIENCE, wait_until
from tests.workshop.running import Server, served

PROFILE = {"learner_id": "ada", "seed": 41, "business": "bakery", "currency": "GBP"}


def desk_at(name):
    return open_lesson("01", **PROFILE).ask(name).controller


def submit(desk, option):
    return desk.reply({"type": "submit", "response": {"option": option}})["outcome"]


def sender_in(folder):
    [sender] = [one for key, one in storing._senders.items() if key[0] == folder]
    return sender


@pytest.fixture(autouse=True)
def _quick(monkeypatch, tmp_path):
    monkeypatch.setattr(sending, "FIRST", 0.05)
    monkeypatch.setattr(sending, "LONGEST", 0.3)
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    with served(tmp_path_factory.mktemp("server"), "--lessons", "01", "--seed", "7") as running:
        yield running


def owned(server):
    return [event for event in read_events(server.folder / "w.sqlite") if event.kind == "own"]


def waiting(folder):
    return Outbox(folder / FILE_NAME, os.environ[VARIABLE], "ada").waiting()


def test_an_answer_reaches_the_workshop_and_is_judged_there_again(server, monkeypatch, tmp_path):
    """With the variant of the learner's own profile; nothing is open in the room."""
    monkeypatch.setenv(VARIABLE, f"{server.base}/#{server.code}")
    before = len(owned(server))
    desk = desk_at("counter")
    outcome = submit(desk, desk.item.key)
    [event] = wait_until(lambda: owned(server)[before:])
    assert event.body["outcome"] == {name: outcome[name] for name in event.body["outcome"]} and event.body["seed"] == 41
    assert outcome.keys() - event.body["outcome"].keys() == {"reasons"}  # said of each option, and never kept
    assert event.body["variant"] == desk.item.variant and "hour_value" not in json.dumps(event.body)
    wait_until(lambda: not waiting(tmp_path))


def test_the_console_counts_it_apart(server, monkeypatch):
    """Not in the distribution of the room, whose variant is another; also where the room has not been yet."""
    monkeypatch.setenv(VARIABLE, f"{server.base}/#{server.code}")
    server.do("open", step="ask:first-number.extras")
    console = server.socket(server.secrets["instructor"])
    for name, rounds in (("extras", [0]), ("who", [])):
        desk = desk_at(name)
        desk.reply({"type": "submit", "response": key_of(desk.item)})
        step = f"step:ask:first-number.{name}"
        counts = console.until(
            lambda _, boards, step=step: "own" in (part := boards.get("desk", {}).get(step, {})) and part
        )
        assert counts["own"] == {"answered": 1, "right": 1, "words": "1 answer, 1 right"}
        assert [one["answered"] for one in counts["rounds"]] == rounds
    console.close()


@pytest.mark.parametrize("event", [{"id": "a" * 36, "made": float("nan")}, {"id": "a" * 36, "response": {1, 2}}])
def test_what_cannot_be_kept_is_said_as_such(tmp_path, event):
    outbox = Outbox(tmp_path / FILE_NAME, "http://127.0.0.1:1/#K7M2QP", "ada")
    with pytest.raises(ProgressError):
        outbox.add(event)
    assert outbox.waiting() == []


def test_what_no_workshop_can_read_holds_up_nothing_behind_it(server, monkeypatch, tmp_path):
    """A number without end in the file, as an earlier version may have left it there."""
    monkeypatch.setenv(VARIABLE, f"{server.base}/#{server.code}")
    outbox = Outbox(tmp_path / FILE_NAME, os.environ[VARIABLE], "ada")
    outbox.add({"id": "b" * 36, "kind": "own"})
    with closing(sqlite3.connect(outbox.path)) as file, file:
        file.execute("UPDATE waiting SET event = ?", (json.dumps({"id": "b" * 36, "made": float("nan")}),))
    before = len(owned(server))
    desk = desk_at("counter")
    submit(desk, desk.item.key)
    wait_until(lambda: len(owned(server)) == before + 1 and not waiting(tmp_path))


def key_of(item):
    return {"option": item.key} if item.type == "single-choice" else {"options": list(item.key)}


def test_a_cell_does_not_wait_for_a_workshop_that_takes_and_never_answers(monkeypatch, tmp_path):
    """The sender is on the line as long as the line is there; the answers are in the outbox meanwhile."""
    monkeypatch.setattr(sending, "PATIENCE", 10 * PATIENCE)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        monkeypatch.setenv(VARIABLE, f"http://127.0.0.1:{silent.getsockname()[1]}/#K7M2QP")
        desk = desk_at("counter")
        submit(desk, desk.item.key)
        line, _ = silent.accept()
        with line:
            assert line.recv(10).startswith(b"POST")
            cell = threading.Thread(target=submit, args=(desk, desk.item.key), daemon=True)
            cell.start()
            cell.join(PATIENCE)
            assert not cell.is_alive() and len(waiting(tmp_path)) == 2
    monkeypatch.undo()


def test_nothing_is_lost_or_doubled_when_the_server_is_away(monkeypatch, tmp_path):
    """It is told once; two kernels later, killed in between, each answer is there once."""
    folder = tmp_path / "server"
    folder.mkdir()
    server = Server(folder, "--lessons", "01")
    monkeypatch.setenv(VARIABLE, f"{server.base}/#{server.code}")
    server.kill()
    desk = desk_at("counter")
    key, wrong = desk.item.key, next(o.id for o in desk.item.options if o.id != desk.item.key)
    outcomes = [submit(desk, key)]
    wait_until(lambda: sender_in(tmp_path).problem)
    outcomes += [submit(desk, (wrong, key)[n % 2]) for n in range(5)]
    assert all(outcome["valid"] for outcome in outcomes) and len(waiting(tmp_path)) == 6
    assert sum("cannot be reached" in outcome.get("unkept", "") for outcome in outcomes) == 1
    again = Server(folder, "--lessons", "01", port=server.port)
    code = "from outsourcing_lessons.widgets.lesson import open_lesson; import time\n"
    code += f"open_lesson('01', **{PROFILE!r}).ask('counter').controller.restored(); time.sleep(600)"
    other = subprocess.Popen([sys.executable, "-c", code], cwd=tmp_path)  # the next kernel sends at once
    try:
        wait_until(lambda: not waiting(tmp_path))
        other.kill()
        assert len({event.id for event in owned(again)}) == len(owned(again)) == 6
    finally:
        other.kill()
        other.wait()
        again.kill()
        for one in (server, again):
            one.client.close()


def test_a_wrong_code_is_told_once(server, monkeypatch, tmp_path):
    """In a sentence beside the answer's own feedback; the answer is kept."""
    monkeypatch.setenv(VARIABLE, f"{server.base}/#AAAAAA")
    desk = desk_at("counter")
    outcomes = [submit(desk, desk.item.key)]
    wait_until(lambda: "does not know" in sender_in(tmp_path).problem)
    outcomes += [submit(desk, desk.item.key) for _ in range(4)]
    assert sum("does not know this code" in outcome.get("unkept", "") for outcome in outcomes) == 1
    assert len(desk.restored()[0]["attempts"]) == 5


def test_what_is_no_address_is_told_once(monkeypatch):
    """And the lesson goes on."""
    monkeypatch.setenv(VARIABLE, "my workshop")
    desk = desk_at("counter")
    said = [VARIABLE in submit(desk, desk.item.key).get("unkept", "") for _ in range(3)]
    assert said == [True, False, False]


def test_without_the_variable_nothing_is_written_but_the_answer(monkeypatch, tmp_path):
    """No outbox, no thread."""
    monkeypatch.delenv(VARIABLE, raising=False)
    submit(desk := desk_at("counter"), desk.item.key)
    assert not (tmp_path / FILE_NAME).exists()


@pytest.mark.parametrize("text", ["http://a:1", "ftp://a/#K7M2QP", "http://#K7M2QP", "http://a:x/#K7M2QP", "#K7M2QP"])
def test_an_address_without_place_or_code_is_refused(text):
    """By its name."""
    with pytest.raises(InputError, match=VARIABLE):
        join_address(text)


def test_the_same_event_waits_once_and_leaves_when_answered(tmp_path):
    """Whoever is asked: another learner's outbox in the same file stays as it is."""
    ada, ben = (Outbox(tmp_path / "o.sqlite", "http://a/#1", name) for name in ("ada", "ben"))
    for _ in range(2):
        ada.add({"id": "one"})
    ben.add({"id": "two"})
    assert (ada.waiting(), ben.waiting()) == ([{"id": "one"}], [{"id": "two"}])
    ada.settle(["one"])
    assert (ada.waiting(), ben.waiting()) == ([], [{"id": "two"}])
    assert ada.token() == ada.token() != ben.token()


def test_a_file_that_is_no_outbox_is_said_so(tmp_path):
    """Not with a traceback of SQLite."""
    (tmp_path / "o.sqlite").write_text("not a database, but long enough to look like one" * 40)
    with pytest.raises(ProgressError, match=r"o\.sqlite"):
        Outbox(tmp_path / "o.sqlite", "a", "b").add({"id": "one"})


def test_a_profile_or_variant_that_is_none_is_refused(server):
    """The server makes the variant itself and takes nobody's word for it."""
    desk = desk_at("counter")
    own = {"kind": "own", "item": desk.item.id, "variant": desk.item.variant, "response": {"option": desk.item.key}}
    profile = {"business": "bakery", "currency": "GBP", "hour_value": 60.0, "weekly_hours": 50.0, "seed": 41}
    token = server.join()
    wrong = [{"profile": None}, *({"profile": profile | {"seed": seed}} for seed in (-1, 4)), {"item": "a.b"}]
    sent = [{"id": f"attempt-{n}", **own, "profile": profile, **one} for n, one in enumerate(wrong)]
    whys = [ack.get("why") for ack in server.send(token, *sent)]
    assert whys == ["no-such-profile", "no-such-profile", "other-variant", "no-such-step"]
    assert server.send(token, {"id": "attempt-9", **own, "profile": profile})[0]["status"] == "kept"
