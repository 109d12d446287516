"""The network of a rehearsal: good, bad, or cut; a request over it, and a WebSocket that can break at any moment."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from typing import Any

from websockets.asyncio.client import ClientConnection, connect

PATIENCE = 40  # seconds for an answer: a poll waits 25


class NoLine(Exception):
    """The network, or the server, was not there."""


class Network:
    """What all pages share: an address, and whether anything gets through.

    ``device``: the address that its requests come from.
    """

    def __init__(self, port: int, device: str = "127.0.0.1"):
        self.port, self.device = port, device
        self.up = asyncio.Event()
        self.up.set()
        self._open: set[asyncio.WriteTransport] = set()

    def cut(self) -> None:
        """Break every connection, without a farewell; none is made until `mend`."""
        self.up.clear()
        for transport in list(self._open):
            transport.abort()

    def mend(self) -> None:
        """Let connections be made again."""
        self.up.set()

    async def socket(self) -> ClientConnection:
        """Open a WebSocket to the server."""
        await self.up.wait()
        address = f"ws://127.0.0.1:{self.port}/api/live"
        try:
            socket = await connect(
                address, compression=None, ping_interval=None, open_timeout=10, max_size=None, proxy=None
            )
        except Exception as error:
            raise NoLine from error
        self._open.add(socket.transport)
        return socket

    @asynccontextmanager
    async def line(self, secret: str, **hello: Any) -> AsyncIterator[ClientConnection]:
        """Have a WebSocket for a while, over which a page has said hello."""
        socket = await self.socket()
        try:
            await socket.send(json.dumps({"type": "hello", "secret": secret, **hello}))
            yield socket
        finally:
            self.forget(socket.transport)

    def forget(self, transport: asyncio.WriteTransport) -> None:
        """A connection is over."""
        self._open.discard(transport)
        transport.abort()

    async def post(self, path: str, body: Any, secret: str = "") -> tuple[int, dict[str, Any]]:
        """Ask the server; return the status and the answer."""
        return await self.post_text(path, json.dumps(body), secret)

    async def post_text(self, path: str, text: str, secret: str = "") -> tuple[int, dict[str, Any]]:
        """Ask the server with a body as it stands, whether or not it is JSON."""
        await self.up.wait()
        try:
            async with asyncio.timeout(PATIENCE):
                return await self._posted(path, text.encode(), secret)
        except (OSError, ValueError, IndexError, EOFError, TimeoutError) as error:
            raise NoLine from error

    async def _posted(self, path: str, body: bytes, secret: str) -> tuple[int, dict[str, Any]]:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port, local_addr=(self.device, 0))
        self._open.add(writer.transport)
        try:
            head = f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{self.port}\r\nContent-Type: application/json\r\n"
            head += f"Authorization: Bearer {secret}\r\n" if secret else ""
            writer.write(f"{head}Content-Length: {len(body)}\r\nConnection: close\r\n\r\n".encode() + body)
            top, _, rest = (await reader.read()).partition(b"\r\n\r\n")
            return int(top.split()[1]), json.loads(rest)
        finally:
            self.forget(writer.transport)


async def ended(tasks: Iterable[asyncio.Task]) -> None:
    """Cancel tasks until they are over: a library may take the first cancellation for a broken line and go on."""
    left = set(tasks)
    while left:
        for task in left:
            task.cancel()
        _, left = await asyncio.wait(left, timeout=1)
