"""One who sends nonsense: in every rehearsal, in every field of everything a page may send.

Whatever comes back, nothing of it may be kept, nobody else's answer may suffer, and the server goes on.
"""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from websockets.exceptions import WebSocketException

from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.workshop.client.protocol import new_token
from outsourcing_lessons.workshop.rehearsal.network import Network, NoLine

HALF = "half \ud83d"
DEEP: list = []
for _ in range(60):
    DEEP = [DEEP]
NONSENSE = (HALF, "a\0b", "x" * 6000, -float("inf"), 10**400, -(10**18), True, None, [HALF], {HALF: HALF}, DEEP)
NO_MESSAGES = ("", "[]", "{", '{"events": [NaN]}', '{"events": ' + "[" * 50_000, '{"events": 7}', "x" * 400_000)
AT_ONCE = 25  # events in one message
PAUSE = 1.0  # seconds before what had to wait is sent again
POLL = "poll1"  # the one that the rehearsal asks on the spot
MARK = "rehearsed"  # a key of no response: it comes with sound answers, and must not be kept


def forms(steps: dict[str, str]) -> list[dict[str, Any]]:
    """Return one sound event of each kind; ``steps`` names a question and a worksheet."""
    profile = {
        "business": chosen().trade_names[0],
        "currency": "EUR",
        "hour_value": 60.0,
        "weekly_hours": 50.0,
        "seed": 7,
    }
    response = {"option": "a", "options": ["a"], "value": "4", "low": "2", "high": "9", "confidence": 80}
    response |= {"order": ["a"], "amounts": {"a": "1"}, "text": "words", "ticks": ["a"]}
    own = {"item": "a.b", "variant": "0a1b2c3d", "profile": profile, "response": {"value": "4"}}
    return [
        {"kind": "answer", "step": steps["ask"], "round": 1, "response": response, "made": 0.0},
        {"kind": "own", **own, "made": 0.0},
        {"kind": "keep", "step": steps["worksheet"], "entries": {"a": "words"}},
        {"kind": "sign", "sign": "help"},
        {"kind": "note", "text": "words"},
        {"kind": "place", "place": "words"},
        {"kind": "post", "poll": POLL, "text": "words", "made": 0.0},
        {"kind": "upvote", "poll": POLL, "post": "words", "up": False, "made": 0.0},
    ]


def poisoned(form: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield an event with nonsense in each field in turn, at whatever depth, and as the name of a field."""
    for place in _places({"id": "", **form}):
        for nonsense in NONSENSE:
            yield {"id": secrets.token_hex(12)} | _with(form, place, nonsense)
    for name in (HALF, "a\0b", "x" * 6000):
        for place in ((), ("response",), ("entries",), ("profile",)):
            if all(one in form for one in place):
                yield {"id": secrets.token_hex(12)} | _with(form, (*place, name), HALF)


def _places(form: dict[str, Any], above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    for name, value in form.items():
        yield (*above, name)
        if isinstance(value, dict):
            yield from _places(value, (*above, name))


def _with(form: dict[str, Any], place: tuple[str, ...], value: Any) -> dict[str, Any]:
    first, *rest = place
    return form | {first: _with(form.get(first, {}), tuple(rest), value) if rest else value}


def as_text(message: Any) -> str:
    """Return JSON as hostile as it gets: numbers without end, and half characters escaped."""
    return json.dumps(message).replace("Infinity", "1e999")


@dataclass
class Troublemaker:
    """Somebody who has joined and means no good; ``amiss`` says what the server should not have answered."""

    code: str
    network: Network
    steps: dict[str, str]
    token: str = field(default_factory=new_token)
    joined: asyncio.Event = field(default_factory=asyncio.Event)
    amiss: list[str] = field(default_factory=list)
    sent: int = 0
    kept: int = 0

    async def run(self) -> None:
        """Join, and send nonsense until there is none left."""
        seat = {"code": self.code, "token": self.token}
        await self._said("/api/join", seat, (200,))
        self.joined.set()
        left = [event for form in forms(self.steps) for event in poisoned(form)]
        for number in range(0, len(left), AT_ONCE):
            await self._given(left[number : number + AT_ONCE])
        for text in NO_MESSAGES:
            await self._said("/api/send", text, (400,))
            await self._mumbled(text)
        for nonsense in NONSENSE:
            await self._said("/api/join", seat | {"token": nonsense}, (400, 403))
            await self._said("/api/join", seat | {"name": nonsense, "learner_id": nonsense}, (200, 400))
            await self._said("/api/poll", {"epoch": nonsense, "versions": {"room": nonsense}}, (200, 400))
            await self._said("/api/do", {"command": {"kind": nonsense, "step": nonsense}}, (400,))
            noted = await self._said("/api/at", {"step": nonsense, "values": nonsense, "found": nonsense}, (200,))
            if "problem" not in noted:
                self.amiss.append(f"/api/at took {str(nonsense)[:60]!r}")

    async def _given(self, events: list[dict[str, Any]]) -> None:
        while events:
            acks = (await self._said("/api/send", {"events": events}, (200,))).get("acks", [])
            self.sent += len(events) - 1
            if len(acks) != len(events):
                return self.amiss.append(f"of {len(events)} events {len(acks)} were answered")
            self.kept += sum(ack["status"] == "kept" for ack in acks)
            events = [one for one, ack in zip(events, acks, strict=True) if ack["status"] == "later"]
            await asyncio.sleep(PAUSE if events else 0)

    async def _said(self, path: str, body: Any, right: tuple[int, ...]) -> dict[str, Any]:
        status, answer = await self._asked(path, body)
        self.sent += 1
        if status not in right:
            self.amiss.append(f"{path} answered {status} to {str(body)[:60]!r}")
        return answer

    async def _mumbled(self, text: str) -> None:
        """Say what is no message over a line of its own, as text or as bytes."""
        self.sent += 1
        with suppress(NoLine, WebSocketException, OSError):
            async with self.network.line(self.token) as line:
                await line.send(text if len(text) % 2 else text.encode())
                async with asyncio.timeout(PAUSE):  # an object that is no message of ours is passed over
                    async for _ in line:  # until the server ends it, as it does with whoever makes no sense
                        pass

    async def _asked(self, path: str, body: Any) -> tuple[int, dict[str, Any]]:
        """Ask again and again while the server is not there."""
        while True:
            try:
                text = body if isinstance(body, str) else as_text(body)
                return await self.network.post_text(path, text, self.token)
            except NoLine:
                await asyncio.sleep(0.3)
