"""Who may hold a connection: as many as this machine can keep open, none that says nothing, and no address all of them.

A connection counts as a stranger's until a token or a secret of the room has come over it.
"""

from __future__ import annotations

import asyncio
import logging
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol

from outsourcing_lessons.workshop.quiet import OURS

PATIENCE = 10.0  # seconds for a request to arrive, or for at least a kilobyte more of it
LEAST = 1024
HERE = ("127.0.0.1", "::1")
RESERVED = 16  # connections kept for this machine itself: the instructor gets in when the room is full
MOST_PINGS = 50  # control frames of one connection in a second
Client = tuple[str, int]


class Door:
    """The connections of a server.

    Parameters
    ----------
    most : int
        How many it can hold.
    relays : tuple of str
        The addresses of relays: who comes by one of these is many, and the relay is asked who it was.

    Examples
    --------
    >>> door = Door(20)
    >>> [door.enter(("192.168.1.9", port)) for port in (1, 2, 3)]
    [True, True, False]
    >>> door.know(("192.168.1.9", 1)), door.enter(("192.168.1.9", 3)), door.enter(("127.0.0.1", 4))
    (None, True, True)
    """

    def __init__(self, most: int, relays: tuple[str, ...] = ()):
        self.most, self.relays = most, relays
        self._open: set[Client] = set()
        self._strangers: dict[str, set[Client]] = {}

    def enter(self, client: Client) -> bool:
        """Take a new connection in, unless there is no room for it."""
        room = self.most if client[0] in HERE else self.most - RESERVED
        alone = client[0] not in HERE and client[0] not in self.relays
        crowd = alone and len(self._strangers.get(client[0], ())) >= room // 2
        if len(self._open) >= room or crowd:
            whose = f"of {client[0]} " if crowd else ""
            logging.getLogger(OURS).warning("no more connections %scan be kept: some phones have to wait", whose)
            return False
        self._open.add(client)
        self._strangers.setdefault(client[0], set()).add(client)
        return True

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


def protocols(door: Door) -> dict[str, type[asyncio.Protocol]]:
    """Return how uvicorn is to speak HTTP and WebSocket behind this door."""
    return {"http": type("Http", (_Http,), {"door": door}), "ws": type("Live", (_Live,), {"door": door})}


class _Http(H11Protocol):
    """HTTP whose requests have to arrive in time."""

    door: Door
    _late: asyncio.TimerHandle | None = None
    _came = 0

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        self._client = self.client or ("", id(self))
        self._inside = self.door.enter(self._client)
        if not self._inside:
            return transport.abort()
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
            self.door.leave(self._client)
        super().connection_lost(exc)


class _Live(WebSocketsSansIOProtocol):
    """WebSocket whose control frames do not keep everybody else waiting."""

    door: Door
    _second, _pings = 0, 0

    def handle_ping(self) -> None:
        now = int(self.loop.time())
        self._pings = self._pings + 1 if now == self._second else 1
        self._second = now
        if self._pings > MOST_PINGS:
            return self.transport.abort()
        super().handle_ping()

    def connection_lost(self, exc: Exception | None) -> None:
        self.door.leave(self.client or ("", 0))
        super().connection_lost(exc)
