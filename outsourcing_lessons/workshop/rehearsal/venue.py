"""A server for one trial of a rehearsal, and phones that answer when they are told to and note how long it took."""

from __future__ import annotations

import asyncio
import contextlib
import json
import socket
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from websockets.asyncio.client import ClientConnection

from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.workshop.agenda import Step
from outsourcing_lessons.workshop.client.protocol import joining, new_event, new_token
from outsourcing_lessons.workshop.fitting import agenda_of_room
from outsourcing_lessons.workshop.log import read_events
from outsourcing_lessons.workshop.opening import open_log
from outsourcing_lessons.workshop.rehearsal.host import Host
from outsourcing_lessons.workshop.rehearsal.network import Network, NoLine
from outsourcing_lessons.workshop.rules import once, tested
from outsourcing_lessons.workshop.simulated_learners import KINDS, answered
from outsourcing_lessons.workshop.throttles import digest

HERE = "127.0.0.1"
AGAIN = 0.3  # seconds before what was not kept is sent again


@dataclass(frozen=True)
class Outcome:
    """What a trial has shown: whether the promise held, None where it could not be tried; and what happened."""

    name: str
    held: bool | None
    what: str


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind((HERE, 0))
        return probe.getsockname()[1]


class Venue:
    """A workshop of its own, for a rehearsal; used as a context it runs, with one question open.

    The file is not there yet. A command that the server runs ``under`` gives it other circumstances.
    """

    def __init__(self, path: Path, lessons: tuple[str, ...], under: tuple[str, ...] = ()):
        log = open_log(path, lessons, None)
        self.secrets, self.agenda = log.settings(), agenda_of_room(next(log.events()).body)
        log.close()
        self.network = Network(free_port())
        self.host = Host(path, self.network.port, under)
        steps = self.agenda.steps.values()
        self.step = next(one for one in steps if one.asks and not once(one) and not tested(one))
        self.phones: list[Phone] = []

    async def open(self) -> None:
        """Start the server, and let in whoever comes from this machine: here the whole room is one address."""
        await self.host.start()
        await self.do("welcome", address=HERE)

    async def __aenter__(self) -> Venue:
        await self.open()
        await self.do("open", step=self.step.id, mode="vote")
        return self

    async def __aexit__(self, *_: Any) -> None:
        for phone in self.phones:
            phone.leave()
        self.host.stop()

    async def do(self, kind: str, **command: Any) -> dict[str, Any]:
        """Press a button on the console."""
        _, told = await self.network.post("/api/do", {"command": {"kind": kind, **command}}, self.secrets["instructor"])
        return told

    async def joined(self, many: int) -> list[Phone]:
        """Let phones come in and connect."""
        came = [self.phone() for _ in range(many)]
        await asyncio.gather(*(phone.join(self.secrets["code"]) for phone in came))
        return came

    def phone(self, network: Network | None = None) -> Phone:
        """Return one more phone, which has not joined."""
        self.phones.append(Phone(network or self.network, self.step, len(self.phones)))
        return self.phones[-1]

    def amiss(self) -> list[str]:
        """Return in words what is not as it should be; to be asked once the server is over."""
        events = read_events(self.host.path)
        who = {event.body["token"]: event.who for event in events if event.kind == "join"}
        stored = Counter((event.who, event.id) for event in events)
        told = [(who.get(digest(phone.token), ""), name) for phone in self.phones for name in phone.kept]
        lost, doubled = sum(not stored[one] for one in told), sum(stored[one] > 1 for one in told)
        found = [f"{lost} answers were confirmed and are lost"] if lost else []
        found += [f"{doubled} answers were stored twice"] if doubled else []
        said = self.host.complaints
        return [*found, *([f"the server printed {len(said)} lines, the last: {said[-1]}"] if said else [])]


@dataclass(eq=False)
class Phone:
    """A participant who answers the open question, again and again."""

    network: Network
    step: Step
    number: int
    token: str = field(default_factory=new_token)
    kept: set[str] = field(default_factory=set)
    line: ClientConnection | None = None

    async def join(self, code: str) -> None:
        """Take a seat, and connect."""
        if not await self.takes_a_seat(code):
            raise NoLine
        await self.connect()

    async def takes_a_seat(self, code: str) -> bool:
        """Ask to be let in; return whether it is."""
        status, _ = await self.network.post("/api/join", joining(code, self.token, ""))
        return status == 200

    async def connect(self) -> None:
        """Open a line."""
        self.line = await self.network.socket()
        await self.line.send(json.dumps({"type": "hello", "secret": self.token}))

    def leave(self) -> None:
        """Break the line."""
        if self.line:
            self.network.forget(self.line.transport)

    def answer(self) -> dict[str, Any]:
        """Return an answer that was not sent before."""
        response = answered(self.step.ask.item, KINDS[self.number % 2], SeededRandom("trial", self.number), False)
        return new_event({"kind": "answer", "step": self.step.id, "round": 1, "response": response})

    async def answers(self) -> float:
        """Answer; return after how many seconds the answer was confirmed."""
        event, began = self.answer(), time.monotonic()
        assert self.line
        await self.line.send(json.dumps({"type": "send", "events": [event]}))
        async for text in self.line:
            message = json.loads(text)
            if message["type"] == "acks" and self.noted(message["acks"]) == {event["id"]}:
                return time.monotonic() - began
        raise NoLine

    async def sends(self, events: list[dict[str, Any]]) -> list[dict[str, Any]]:
        """Send events by a request; return those that have to be sent again."""
        _, told = await self.network.post("/api/send", {"events": events}, self.token)
        done = self.noted(told.get("acks", []))
        return [event for event in events if event["id"] not in done]

    async def insists(self, events: list[dict[str, Any]]) -> None:
        """Send events until they are confirmed, as a page does."""
        while events:
            with contextlib.suppress(NoLine):
                events = await self.sends(events)
            await asyncio.sleep(AGAIN if events else 0)

    def noted(self, acks: Iterable[dict[str, Any]]) -> set[str]:
        """Note what is confirmed; return its ids."""
        names = {ack["id"] for ack in acks if ack["status"] == "kept"}
        self.kept |= names
        return names
