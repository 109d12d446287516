"""What goes over a WebSocket: the next message heard, and what is told to a page that may not read it in time."""

from __future__ import annotations

import asyncio
import contextlib
import json
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect

from outsourcing_lessons.workshop.channel import Connection
from outsourcing_lessons.workshop.incoming import WEIGHT, message_of

PATIENCE = 10  # seconds for a first message, and for a page to take what is sent


async def heard(socket: WebSocket) -> tuple[dict[str, Any], float]:
    """Return the next message and its weight; a ValueError where it is none, for a page of ours sends nothing else."""
    heard = await socket.receive()
    if heard["type"] == "websocket.disconnect":
        raise WebSocketDisconnect(heard.get("code", 1000))
    message = message_of(text := heard.get("text") or "")
    if message is None:
        raise ValueError("this is no message")
    return message, 1 + len(text) / WEIGHT


async def let_go(socket: WebSocket) -> None:
    with contextlib.suppress(Exception):
        await socket.close(1013)


async def tell(socket: WebSocket, connection: Connection, wake: asyncio.Event, said: list[str]) -> None:
    """Send a page what is new; one that does not take it in time is let go."""
    try:
        while True:
            await wake.wait()
            wake.clear()
            texts = [*said, *connection.patches()]
            said.clear()
            if connection.left:
                texts.append(json.dumps({"type": "problem", "problem": "not-known"}))
            for text in texts:
                async with asyncio.timeout(PATIENCE):  # wait_for of Python 3.11 can lose a cancellation
                    await socket.send_text(text)
    except Exception:
        with contextlib.suppress(Exception):
            await socket.close(1013)
