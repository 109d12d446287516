"""A device that floods the server over six lines, and whether another's answer is late because of it."""

from __future__ import annotations

import asyncio
import json
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from websockets.frames import Frame, Opcode

from outsourcing_lessons.workshop.rehearsal import flood_process
from outsourcing_lessons.workshop.rehearsal.findings import quantile
from outsourcing_lessons.workshop.rehearsal.nonsense import AT_ONCE, NO_MESSAGES
from outsourcing_lessons.workshop.rehearsal.venue import Outcome, Phone, Venue

LATE = 0.1  # seconds by which no answer may come later because of one device
EACH = 40  # answers that are timed beside each flood, and as many just before it
PHONES, TRIES = 20, 3  # a question takes sixty answers of each
PAUSE = 0.02


def frame(kind: Opcode, content: bytes) -> bytes:
    """Return a WebSocket frame as a client sends it."""
    return Frame(kind, content).serialize(mask=True)


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
    hello = frame(Opcode.TEXT, json.dumps({"type": "hello", "secret": token}).encode())
    sent = json.dumps({"type": "send", "events": [phone.answer() for _ in range(AT_ONCE)]}).encode()
    code = json.dumps({"code": "222222", "token": token}).encode()
    return {
        "pings": (hello, frame(Opcode.PING, b"x") * 5000),
        "messages": (hello, frame(Opcode.TEXT, b'{"type": "ping"}') * 2000),
        "answers": (hello, frame(Opcode.TEXT, sent) * 20),
        "pages": (b"", request("/") * 200),
        "wrong codes": (b"", request("/api/join", code) * 100),
        "long nonsense": (b"", request("/api/send", NO_MESSAGES[4].encode(), token)),
        "new lines": (b"", b""),
    }


@asynccontextmanager
async def pouring(port: int, opening: bytes, piece: bytes) -> AsyncIterator[None]:
    """Pour for a while."""
    command = [sys.executable, flood_process.__file__, port, len(UPGRADE), len(opening)]
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
    late = {name: max(0.0, beside - quiet) for name, (quiet, beside) in (await beside_floods(venue)).items()}
    told = ", ".join(f"{name} {1000 * one:.0f}" for name, one in late.items())
    held = all(one <= LATE for one in late.values())
    return Outcome("Flood", held, f"one device floods: later than without it, answers of others by {told} ms (p95)")


async def beside_floods(venue: Venue) -> dict[str, tuple[float, float]]:
    """Return by the name of each flood how long answers of others take just before it, and beside it (p95)."""
    phones, (bad,) = await venue.joined(PHONES), await venue.joined(1)
    return {name: await _beside(venue, phones, *way) for name, way in floods(bad.token, bad).items()}


async def _beside(venue: Venue, phones: list[Phone], opening: bytes, piece: bytes) -> tuple[float, float]:
    """Measure both; again where answers were late, for the machine may have been busy with something else."""
    found: list[tuple[float, float]] = []
    while len(found) < TRIES and (not found or found[-1][1] - found[-1][0] > LATE):
        quiet = await _timed(phones)
        async with pouring(venue.network.port, opening, piece):
            found.append((quiet, await _timed(phones)))
    return min(found, key=lambda pair: pair[1] - pair[0])


async def _timed(phones: list[Phone]) -> float:
    found = []
    for number in range(EACH):
        found.append(await phones[number % len(phones)].answers())
        await asyncio.sleep(PAUSE)
    return quantile(found, 0.95)
