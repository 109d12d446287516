"""Who may hold a connection: as many as this machine can keep open, none that says nothing, and no address all of them.

A connection counts as a stranger's until a token or a secret of the room has come over it. Whoever asks more than any
page does waits, on the connection they ask over: what they send next is not even read, so nobody else is late for it.
"""

from __future__ import annotations

import asyncio
import logging
import time
from typing import Any

import h11
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from outsourcing_lessons.workshop.incoming import WEIGHT
from outsourcing_lessons.workshop.shutdown import Shutdown
from outsourcing_lessons.workshop.terminal_messages import OURS
from outsourcing_lessons.workshop.throttles import Throttle

PATIENCE = 10.0  # seconds for a request to arrive, or for at least a kilobyte more of it
LEAST = 1024
HERE = ("127.0.0.1", "::1")
RESERVED = 16  # connections kept for this machine itself: the instructor gets in when the room is full
MOST_PINGS = 50  # control frames of one connection in a second
FAREWELL = 2.0  # seconds for an answer to ours
AT_A_STROKE = 1024  # bytes of a WebSocket that are taken in before others have their turn
Client = tuple[str, int]


class Connections:
    """The connections of a server, which can hold so many.

    Who comes by one of the ``relays`` is many, and the relay is asked who it was.

    Examples
    --------
    >>> connections = Connections(20)
    >>> [connections.enter(("192.168.1.9", port)) for port in (1, 2, 3)]
    [True, True, False]
    >>> connections.know(("192.168.1.9", 1)), connections.enter(("192.168.1.9", 3)), connections.enter(("127.0.0.1", 4))
    (None, True, True)
    """

    def __init__(self, most: int, relays: tuple[str, ...] = ()):
        self.most, self.many = most, (*HERE, *relays)
        self.arrivals = Throttle(burst=1000, rate=50)  # connections of each address
        self._open: set[Client] = set()
        self._strangers: dict[str, set[Client]] = {}

    def enter(self, client: Client) -> bool:
        """Take a new connection in, unless there is no room for it."""
        room = self.most if client[0] in HERE else self.most - RESERVED
        crowd = client[0] not in self.many and len(self._strangers.get(client[0], ())) >= room // 2
        if len(self._open) >= room or crowd:
            whose = f"of {client[0]} " if crowd else ""
            logging.getLogger(OURS).warning("no more connections %scan be kept: some phones have to wait", whose)
            return False
        self._open.add(client)
        self._strangers.setdefault(client[0], set()).add(client)
        return True

    def delay(self, client: Client) -> float:
        """Return for how long a new connection is not read: an address that opens one after the other waits."""
        pause = 0.0 if client[0] in self.many else self.arrivals.wait(client[0], time.monotonic())
        return min(pause, PATIENCE)

    def know(self, client: Client) -> None:
        """A connection is a stranger's no more."""
        strangers = self._strangers.get(client[0], set())
        strangers.discard(client)
        if not strangers:
            self._strangers.pop(client[0], None)

    def leave(self, client: Client) -> None:
        """A connection is over."""
        self._open.discard(client)
        self.know(client)


def protocols(connections: Connections) -> dict[str, type[asyncio.Protocol]]:
    """Return how uvicorn is to speak HTTP and WebSocket for these connections."""
    given = {"held": connections}
    return {"http": type("Http", (_Http,), given), "ws": type("Live", (_Live,), given)}


class _Http(H11Protocol):
    """HTTP whose requests have to arrive in time."""

    held: Connections
    _late: asyncio.TimerHandle | None = None
    _came = 0

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        self._client = self.client or ("", id(self))
        self._inside = self.held.enter(self._client)
        if not self._inside:
            return transport.abort()
        if pause := self.held.delay(self._client):
            transport.pause_reading()
            self.loop.call_later(pause, transport.resume_reading)
        self._wait()

    def _wait(self) -> None:
        self._came = 0
        self._late = self.loop.call_later(PATIENCE, self._look)

    def _look(self) -> None:
        if self._came < LEAST:
            return self.transport.abort()
        self._wait()

    def data_received(self, data: bytes) -> None:
        self._came += len(data)
        super().data_received(data)
        if self.transport.get_protocol() is self and self.conn.their_state in (h11.IDLE, h11.SEND_BODY):
            if not self._late:
                self._wait()
        else:
            self._in_time()

    def _in_time(self) -> None:
        if self._late:
            self._late.cancel()
        self._late = None

    def handle_websocket_upgrade(self, event: Any) -> None:
        self._in_time()
        super().handle_websocket_upgrade(event)

    def connection_lost(self, exc: Exception | None) -> None:
        self._in_time()
        if self._inside:
            self.held.leave(self._client)
        super().connection_lost(exc)


class _Live(WebSocketsSansIOProtocol):
    """WebSocket that takes in no more than a message at a time, and no flood of control frames.

    What comes at one stroke can hold thousands of messages; all of them would be read before anybody else had a turn.
    """

    held: Connections
    _second, _pings = 0, 0

    def connection_made(self, transport: Any) -> None:
        self._unread, self.close_timeout = bytearray(), FAREWELL
        super().connection_made(transport)

    def data_received(self, data: bytes) -> None:
        self._unread += data
        if self.close_sent and len(self._unread) > AT_A_STROKE:
            return self.transport.abort()  # whoever goes on after a farewell does not wait for it either
        self._take_in()

    def _take_in(self) -> None:
        while self._unread and not self.read_paused and not self.transport.is_closing():
            piece = bytes(self._unread[:AT_A_STROKE])
            del self._unread[:AT_A_STROKE]
            super().data_received(piece)

    async def receive(self) -> Any:
        message = await super().receive()
        self._take_in()
        return message

    def handle_ping(self) -> None:
        now = int(self.loop.time())
        self._pings = self._pings + 1 if now == self._second else 1
        self._second = now
        if self._pings > MOST_PINGS:
            return self.transport.abort()
        super().handle_ping()

    def connection_lost(self, exc: Exception | None) -> None:
        self.held.leave(self.client or ("", 0))
        super().connection_lost(exc)


class InTurn:
    """Lets a connection that asks again and again wait before it is answered.

    ``shutdown``: when nobody waits any longer.
    """

    def __init__(self, app: ASGIApp, shutdown: Shutdown):
        self.app, self.shutdown = app, shutdown
        self.requests = Throttle(burst=60, rate=10)  # of each connection; a page asks for a dozen files, then seldom

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        client = scope.get("client")
        if scope["type"] != "http" or not client or not client[1]:  # behind a proxy all connections are the proxy's
            return await self.app(scope, receive, send)

        async def wait(cost: float) -> None:
            if pause := self.requests.wait(str(client), time.monotonic(), cost):
                await self.shutdown.wait(min(pause, PATIENCE))

        async def slowly() -> Message:
            message = await receive()
            await wait(len(message.get("body", b"")) / WEIGHT)
            return message

        await wait(1)
        await self.app(scope, slowly, send)
