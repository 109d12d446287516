"""Connections: none that says nothing is held, none too many are, and what goes wrong is said once."""

from __future__ import annotations

import asyncio
import logging
import secrets
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from websockets.exceptions import ConnectionClosed, InvalidMessage
from websockets.frames import Opcode

from outsourcing_lessons.workshop import capacity, connections, terminal_messages
from outsourcing_lessons.workshop.addresses import Machine
from outsourcing_lessons.workshop.app import MOST_SOCKETS, App
from outsourcing_lessons.workshop.connections import RESERVED, Connections
from outsourcing_lessons.workshop.entrance import Admission, Entrance
from outsourcing_lessons.workshop.opening import SECRETS, open_log
from outsourcing_lessons.workshop.rehearsal.flood import frame
from outsourcing_lessons.workshop.room import Room
from outsourcing_lessons.workshop.serve import _config, _Server
from outsourcing_lessons.workshop.shutdown import Shutdown
from outsourcing_lessons.workshop.throttles import Throttle
from tests.patience import wait_until
from tests.workshop.running import PATIENCE, Socket

SHORT = 0.3
PING = {"type": "ping"}


class Here:
    """A server in this process, whose patience and doors are a test's own."""

    def __init__(self, path, most):
        log = open_log(path, ["01"], None)
        self.secrets = {name: log.settings()[name] for name in SECRETS}
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.room = Room(log, {}, Admission(Entrance(self.secrets["code"], self.port, Machine())))
        self.app = App(self.room, self.secrets, ("x",), Connections(most))
        self.server = _Server(_config(self.app), self.app.shutdown)
        self.thread = threading.Thread(target=self.server.run, kwargs={"sockets": [self.listener]})
        self.thread.start()

    def join(self):
        token = secrets.token_urlsafe(18)
        wish = {"code": self.secrets["code"], "token": token}
        reply = httpx.post(f"http://127.0.0.1:{self.port}/api/join", json=wish, verify=False, timeout=PATIENCE)
        assert reply.status_code == 200
        return token

    def line(self, token):
        live = Socket(f"ws://127.0.0.1:{self.port}/api/live", token)
        live.until(lambda message, _: message["type"] == "hello")
        return live

    def raw(self, text=b""):
        line = socket.create_connection(("127.0.0.1", self.port), PATIENCE)
        line.sendall(text)
        return line

    def stop(self):
        self.server.should_exit = True
        self.thread.join()


@pytest.fixture
def here(tmp_path, monkeypatch):
    started = []

    def start(most=100):
        monkeypatch.setattr(connections, "PATIENCE", PATIENCE)  # a busy machine takes its time to shake hands
        started.append(Here(tmp_path / "w.sqlite", most))
        return started[-1]

    yield start
    for one in started:
        one.stop()


HEAD = b"POST /api/join HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\n"


def test_who_does_not_send_a_whole_request_in_time_is_let_go_and_who_waits_for_news_is_not(here, monkeypatch, caplog):
    server = here()
    live = server.line(server.join())
    monkeypatch.setattr(connections, "PATIENCE", SHORT)
    for begun in (b"", b"POST /api/join HT", HEAD, HEAD + b'{"co'):
        with server.raw(begun) as line:
            assert closed(line)
    live.say(PING)
    assert live.until(pong)
    poll = httpx.post(
        f"http://127.0.0.1:{server.port}/api/poll",
        json={"epoch": server.room.epoch, "versions": {"projector": server.room.projector.version}, "wait": 3 * SHORT},
        headers={"Authorization": f"Bearer {server.secrets['projector']}"},
        timeout=PATIENCE,
        verify=False,
    )
    assert poll.status_code == 200
    live.close()
    assert not caplog.records


def test_when_the_server_ends_nobody_waits_for_news_and_nothing_is_complained_of(here, capfd):
    """Nor does it wait for the rest of a request, or for a connection that has said too much."""
    server = here()
    hello = {"epoch": server.room.epoch, "versions": {"projector": server.room.projector.version}}
    secret = {"Authorization": f"Bearer {server.secrets['projector']}"}
    with (
        ThreadPoolExecutor() as pool,
        httpx.Client(verify=False, timeout=PATIENCE) as hasty,
        server.raw(HEAD + b'{"co'),
    ):
        address = f"http://127.0.0.1:{server.port}"
        news = pool.submit(
            httpx.post, f"{address}/api/poll", json=hello, headers=secret, verify=False, timeout=PATIENCE
        )
        pool.submit(lambda: [hasty.get(address) for _ in range(200)])
        wait_until(lambda: server.room.projector.readers and len(server.app.shutdown.waiting) > 1)
        server.stop()
        assert news.result().json()["messages"][0]["type"] == "hello"
    assert capfd.readouterr().err == ""


def closed(line) -> bool:
    try:
        return line.recv(100) == b""
    except ConnectionResetError:
        return True


def pong(message, _):
    return message["type"] == "pong"


def test_a_full_server_turns_away_and_takes_in_again(here):
    server = here(most=5)
    held = [server.line(server.secrets["helper"]) for _ in range(3)]
    silent = [server.raw(), server.raw()]
    with pytest.raises((OSError, EOFError, InvalidMessage, ConnectionClosed)):
        server.line(server.secrets["projector"])
    for one in silent:
        one.close()
    held.append(until(lambda: server.line(server.secrets["projector"])))
    for one in held:
        one.close()


def until(action):
    """Try until it works: that a connection is over takes a server a moment to see."""
    ends = time.monotonic() + PATIENCE
    while True:
        try:
            return action()
        except (OSError, EOFError, InvalidMessage, ConnectionClosed):
            assert time.monotonic() < ends
            time.sleep(0.01)


def test_the_ninth_line_of_a_participant_ends_the_first(here):
    server = here()
    token = server.join()
    lines = [server.line(token) for _ in range(MOST_SOCKETS + 1)]
    with pytest.raises(ConnectionClosed):
        while True:
            lines[0].hear()
    lines[-1].say(PING)
    assert lines[-1].until(pong)
    for one in lines:
        one.close()


def test_a_binary_frame_ends_the_line_and_prints_nothing(here, caplog):
    server = here()
    live = server.line(server.join())
    live.line.send(b'{"type": "ping"}')
    with pytest.raises(ConnectionClosed):
        while True:
            live.hear()
    assert not caplog.records


def test_a_flood_of_control_frames_ends_the_line(here):
    server = here()
    live = server.line(server.join())
    with pytest.raises((ConnectionClosed, OSError)):
        while True:
            live.line.ping()


def test_a_flood_of_messages_waits_in_its_own_line(here, monkeypatch):
    """While one participant's thousand pings stand in line, another's is answered."""
    server = here()
    monkeypatch.setattr(server.app, "talk", Throttle(burst=5, rate=1))
    loud, other = server.line(server.join()), server.line(server.join())
    for _ in range(200):
        loud.say(PING)
    other.say(PING)
    assert other.until(pong)
    heard = 0
    with pytest.raises(TimeoutError):
        while heard < 200:
            heard += pong(loud.hear(0.2), None)
    assert heard < 20
    for one in (loud, other):
        one.close()


def test_of_what_comes_at_one_stroke_little_is_read_before_others_have_their_turn(here, monkeypatch):
    server = here()
    monkeypatch.setattr(server.app, "talk", Throttle(burst=1, rate=0.01))
    loud, other = server.line(server.join()), server.line(server.join())
    loud.line.socket.sendall(5000 * frame(Opcode.TEXT, b'{"type": "ping"}'))
    other.say(PING)
    assert other.until(pong)
    assert max(line.queue.qsize() for line in server.server.server_state.connections if hasattr(line, "queue")) < 100
    loud.line.socket.close()
    other.close()


def test_who_asks_without_end_waits_before_each_answer_and_longer_for_what_is_long(monkeypatch):
    waited = []
    served = []

    async def pause(seconds):
        waited.append(seconds)

    async def app(scope, receive, send):
        served.append((await receive())["body"])

    async def receive():
        return {"body": b"x" * len(served)}

    shutdown = Shutdown()
    monkeypatch.setattr(shutdown, "wait", pause)
    turn = connections.InTurn(app, shutdown)
    for client in [("10.0.0.7", 5)] * 70 + [("10.0.0.7", 6), ("10.0.0.8", 0)]:
        asyncio.run(turn({"type": "http", "client": client}, receive, None))
    assert len(served) == 72 and 8 <= len(waited) <= 24 and waited[-1] > 5 * waited[0]


def test_one_address_does_not_take_all_places_and_this_machine_always_gets_in():
    room = 100 - RESERVED
    one = Connections(100)
    assert sum(one.enter(("192.168.1.9", port)) for port in range(200)) == room // 2
    for port in range(room // 2):
        one.know(("192.168.1.9", port))  # whoever has joined counts no more: a school is one address
    assert sum(one.enter(("192.168.1.9", port)) for port in range(200, 400)) == room // 2
    assert not one.enter(("192.168.1.10", 1)) and one.enter(("127.0.0.1", 1))
    for port in range(400):
        one.leave(("192.168.1.9", port))
    assert one.enter(("192.168.1.10", 1))
    waits = [one.delay(("192.168.1.9", port)) > 0 for port in range(1100)]
    assert 0 < sum(waits) <= 100 and not one.delay(("192.168.1.10", 1)) and not one.delay(("127.0.0.1", 1))


def test_of_one_thing_one_line_a_minute_is_said(monkeypatch):
    now = [0.0]
    monkeypatch.setattr(terminal_messages.time, "monotonic", lambda: now[0])
    said = terminal_messages.Quiet()

    def passes(text):
        return said.filter(logging.LogRecord("asyncio", logging.ERROR, "", 0, text, (), None))

    assert [passes("a\nsocket 7"), passes("a\nsocket 8"), passes("b")] == [True, False, True]
    now[0] = terminal_messages.AGAIN
    assert passes("a") and not passes("a")
    record = logging.LogRecord(
        "asyncio", logging.ERROR, "", 0, terminal_messages.OUT_OF_FILES + "\nsocket: 3", (), (OSError, OSError(), None)
    )
    assert said.filter(record) and record.exc_info is None and "\n" not in record.getMessage()


@pytest.mark.parametrize(
    ("soft", "hard", "refuses", "expected"),
    [
        (256, -1, 0, 4096),
        (256, 256, 0, 256),
        (256, 1024, 0, 1024),
        (256, -1, 4000, 2048),
        (65536, -1, 0, 4096),
        (-1, -1, 0, 4136),
    ],
)
def test_as_many_files_are_asked_for_as_the_system_gives(monkeypatch, soft, hard, refuses, expected):
    resource = pytest.importorskip("resource")

    def setrlimit(_, wanted):
        if refuses and wanted[0] > refuses:
            raise ValueError("current limit exceeds maximum limit")

    monkeypatch.setattr(resource, "getrlimit", lambda _: (soft, hard))
    monkeypatch.setattr(resource, "setrlimit", setrlimit)
    assert capacity.connections() == expected - capacity.SPARE
    assert bool(capacity.warning(expected - capacity.SPARE)) is (expected < 700)
