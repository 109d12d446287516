"""A device that floods the server over six lines, and whether another's answer is late because of it."""

from __future__ import annotations

import asyncio
import json
import struct
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from outsourcing_lessons.workshop.rehearsal import pour
from outsourcing_lessons.workshop.rehearsal.poison import AT_ONCE, NO_MESSAGES
from outsourcing_lessons.workshop.rehearsal.venue import Outcome, Phone, Venue, share

LATE = 0.1  # seconds by which no answer may come later because of one device
EACH = 40  # answers that are timed beside each flood, and as many just before it
PHONES, TRIES = 20, 3  # a question takes sixty answers of each
PAUSE = 0.02
TEXT, PING = 1, 9


def frame(kind: int, content: bytes) -> bytes:
    """Return a WebSocket frame as a client sends it, with a mask that changes nothing."""
    size = len(content)
    head = bytes([0x80 | kind, 0x80 | (size if size < 126 else 126)])
    return head + (struct.pack("!H", size) if size >= 126 else b"") + bytes(4) + content


def request(path: str, body: bytes | None = None, secret: str = "") -> bytes:
    """Return a request as it goes over the line."""
    lines = [
        f"{'GET' if body is None else 'POST'} {path} HTTP/1.1",
        "Host: localhost",
        f"Authorization: Bearer {secret}",
    ]
    lines += [] if body is None else [f"Content-Length: {len(body)}"]
    return "\r\n".join([*lines, "", ""]).encode() + (body or b"")


UPGRADE = request("/api/live").replace(
    b"\r\n\r\n",
    b"\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
    b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n",
)


def floods(token: str, phone: Phone) -> dict[str, tuple[bytes, bytes]]:
    """Return by name what a device can pour out: what each line begins with, and what then goes over it for ever."""
    hello = frame(TEXT, json.dumps({"type": "hello", "secret": token}).encode())
    sent = json.dumps({"type": "send", "events": [phone.answer() for _ in range(AT_ONCE)]}).encode()
    code = json.dumps({"code": "222222", "token": token}).encode()
    return {
        "pings": (hello, frame(PING, b"x") * 5000),
        "messages": (hello, frame(TEXT, b'{"type": "ping"}') * 2000),
        "answers": (hello, frame(TEXT, sent) * 20),
        "pages": (b"", request("/") * 200),
        "wrong codes": (b"", request("/api/join", code) * 100),
        "long nonsense": (b"", request("/api/send", NO_MESSAGES[4].encode(), token)),
        "new lines": (b"", b""),
    }


@asynccontextmanager
async def pouring(port: int, opening: bytes, piece: bytes) -> AsyncIterator[None]:
    """Pour for a while."""
    command = [sys.executable, pour.__file__, port, len(UPGRADE), len(opening)]
    process = await asyncio.create_subprocess_exec(*map(str, command), stdin=PIPE, stdout=PIPE)
    assert process.stdin and process.stdout
    process.stdin.write(UPGRADE + opening + piece)
    process.stdin.close()
    await process.stdout.readline()
    try:
        yield
    finally:
        process.kill()
        await process.wait()


async def flood(venue: Venue) -> Outcome:
    """Flood in every way a device can; nobody else's answer may come more than a tenth of a second later for it."""
    phones, (bad,) = await venue.joined(PHONES), await venue.joined(1)
    ways = floods(bad.token, bad)
    late = {name: await _late(venue, phones, *way) for name, way in ways.items()}
    told = ", ".join(f"{name} {1000 * one:.0f}" for name, one in late.items())
    held = all(one <= LATE for one in late.values())
    return Outcome("Flood", held, f"one device floods: later than without it, answers of others by {told} ms (p95)")


async def _late(venue: Venue, phones: list[Phone], opening: bytes, piece: bytes) -> float:
    """Return by how many seconds others are later beside a flood; tried again where the machine itself was busy."""
    found: list[float] = []
    while len(found) < TRIES and (not found or found[-1] > LATE):
        quiet = share(await _timed(phones), 0.95)
        async with pouring(venue.network.port, opening, piece):
            found.append(max(0.0, share(await _timed(phones), 0.95) - quiet))
    return min(found)


async def _timed(phones: list[Phone]) -> list[float]:
    found = []
    for number in range(EACH):
        found.append(await phones[number % len(phones)].answers())
        await asyncio.sleep(PAUSE)
    return found
