"""A participant without a browser: joins, shows nothing, answers, and sends until it is told "kept".

Over a WebSocket it does what pages/queue.js and pages/link.js do; without one it sends as a notebook does, by the very
client and outbox on disk that learners have there, and polls. Whatever was under way when a line broke is sent again.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from concurrent.futures import CancelledError
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from websockets.exceptions import WebSocketException

from outsourcing_lessons.blocks.filled import rows_of
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.workshop.agenda import Agenda, Step
from outsourcing_lessons.workshop.client.address import JoinAddress
from outsourcing_lessons.workshop.client.outbox import Outbox
from outsourcing_lessons.workshop.client.protocol import MOST, MemoryOutbox, Message, joining, new_event, settled
from outsourcing_lessons.workshop.client.sender import Sender
from outsourcing_lessons.workshop.rehearsal.network import Network, NoLine
from outsourcing_lessons.workshop.rehearsal.nonsense import MARK
from outsourcing_lessons.workshop.rules import tested
from outsourcing_lessons.workshop.simulated_learners import Kind, answered

AGAIN = 0.4  # seconds before another try, doubled each time up to eight times as long
DROPS, DOUBLES = 0.15, 0.25  # on a bad network: how often a line breaks after a message, and a message goes twice
WORDS = ("Photos", "Customer questions", "Bookkeeping")


@dataclass
class Page:
    """One participant."""

    number: int  # from 1; decides their luck
    kind: Kind
    code: str
    agenda: Agenda
    network: Network
    window: dict[str, float]  # step -> seconds it is open
    bad: bool = False  # on a bad network
    outbox_file: Path | None = None  # of one who takes part without WebSocket, as a notebook does
    sent: dict[str, dict[str, Any]] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    joined: asyncio.Event = field(default_factory=asyncio.Event)
    reconnects: int = 0

    def __post_init__(self):
        self.chance, self.line = SeededRandom("rehearsal", self.number), SeededRandom("rehearsal-line", self.number)
        self.learner_id = f"rehearsed-{self.number}" if self.outbox_file else ""
        address = JoinAddress(f"http://127.0.0.1:{self.network.port}", self.code)
        self.outbox: MemoryOutbox | Outbox = MemoryOutbox()
        self.sender: Sender | None = None
        if self.outbox_file:
            self.outbox = Outbox(self.outbox_file, f"{address.base}/#{self.code}", self.learner_id)
            self.sender = Sender(self.outbox, address, self.learner_id, "", self._post, self._heard)
        self.token = self.outbox.token()
        self.due = asyncio.Event()
        self.steps: dict[str, dict[str, Any]] = {}
        self.done: set[tuple[str, int]] = set()
        self.epoch, self.versions, self.now = None, {}, ""
        self.under_way: set[str] = set()
        self.tries = 0
        self.tasks: set[asyncio.Task] = set()

    async def run(self) -> None:
        """Join, and stay until cancelled."""
        self.loop = asyncio.get_running_loop()
        await self._kept_up(self._join)
        await self._kept_up(self._poll if self.sender else self._talk, for_ever=True)

    async def _kept_up(self, action, for_ever: bool = False) -> None:
        while True:
            try:
                await action()
                if not for_ever:
                    return
            except (NoLine, WebSocketException, OSError, EOFError):
                self.reconnects += 1
                self.tries += 1
            await asyncio.sleep(min(8, 2**self.tries) * AGAIN * (0.5 + self.chance.below(100) / 100))

    async def _join(self) -> None:
        status, _ = await self.network.post("/api/join", joining(self.code, self.token, self.learner_id))
        if status != 200:
            raise NoLine
        self.joined.set()

    # ---- Both ways to stay in touch -----------------------------------------------------------------------------

    async def _talk(self) -> None:
        async with self.network.line(self.token, epoch=self.epoch, versions=self.versions) as socket:
            sending = asyncio.create_task(self._flush(socket))
            try:
                async for text in socket:
                    self.hear(json.loads(text))
            finally:
                sending.cancel()

    async def _flush(self, socket) -> None:
        """Send what waits, all of it at first; break the line now and then where it is a bad one."""
        self.under_way.clear()  # a new line knows nothing of what went over the old one
        self.due.set()
        while True:
            await self.due.wait()
            self.due.clear()
            events = [one for one in self.outbox.waiting(len(self.outbox)) if one["id"] not in self.under_way][:MOST]
            if not events:
                continue
            self.under_way |= {event["id"] for event in events}
            for _ in range(self._times()):
                await socket.send(json.dumps({"type": "send", "events": events}))
            if self.bad and self._luck(DROPS):
                return socket.transport.abort()

    async def _poll(self) -> None:
        while True:
            body = {"epoch": self.epoch, "versions": self.versions}
            status, answer = await self.network.post("/api/poll", body, self.token)
            if status != 200:
                raise NoLine
            for message in answer["messages"]:
                self.hear(message)

    def _post(self, path: str, body: Message, token: str) -> tuple[int, Message]:
        """Send what the notebook's client wants sent over the network of the rehearsal; called in its thread."""
        try:
            for _ in range(2 if self.bad and self.line.below(1000) < 1000 * DOUBLES else 1):
                asked = asyncio.run_coroutine_threadsafe(self.network.post(path, body, token), self.loop)
                answer = asked.result()
            return answer
        except (NoLine, CancelledError, RuntimeError) as error:  # the last when the rehearsal is over
            raise OSError("the network is away") from error

    def _heard(self, acks: list[Message]) -> None:
        self.refused |= {ack["id"]: ack["why"] for ack in acks if ack["status"] == "refused"}

    def stop(self) -> None:
        """Send nothing any more."""
        if self.sender:
            self.sender.stop()

    def _times(self) -> int:
        return 2 if self.bad and self._luck(DOUBLES) else 1

    def _luck(self, share: float) -> bool:
        return self.chance.below(1000) < 1000 * share

    # ---- What is heard ------------------------------------------------------------------------------------------

    def hear(self, message: dict[str, Any]) -> None:
        """Take a message of the server."""
        self.tries = 0
        if message["type"] == "patch":
            if message["epoch"] != self.epoch:
                self.epoch, self.versions = message["epoch"], {}
            self.versions[message["board"]] = message["version"]
            if message["board"] == "room":
                self.steps |= {name: step for name, step in message["set"].items() if name.startswith("step:")}
                self._go_on(message["set"].get("room"))
        elif message["type"] == "acks":
            self._settle(message["acks"])

    def _settle(self, acks: list[dict[str, Any]]) -> None:
        self.outbox.settle(settled(acks))
        self._heard(acks)
        for ack in acks:
            if ack["status"] == "later":
                self.loop.call_later(1, self._again, ack["id"])

    def _again(self, id_: str) -> None:
        self.under_way.discard(id_)
        self.due.set()

    def _go_on(self, room: dict[str, Any] | None) -> None:
        self.now = room["now"] if room else self.now
        step = self.steps.get(f"step:{self.now}")
        if step is None or step["status"] != "open" or (self.now, step["round"]) in self.done:
            return
        self.done.add((self.now, step["round"]))
        task = asyncio.create_task(self._think(self.agenda.steps[self.now], step["round"]))
        self.tasks.add(task)
        task.add_done_callback(self.tasks.discard)

    # ---- What is sent -------------------------------------------------------------------------------------------

    async def _think(self, step: Step, round_: int) -> None:
        first, last = self.kind.pace
        share = first + (last - first) * self.chance.below(1000) / 1000
        await asyncio.sleep(share * self.window[step.id])
        for event in self._said(step, round_):
            self.add(event)

    def _said(self, step: Step, round_: int) -> Iterator[dict[str, Any]]:
        if step.asks:
            knows = min(1.0, self.kind.knows + 0.3 * (round_ - 1))  # they have talked it over
            response = answered(step.ask.item, self.kind, self.chance, tested(step), knows)
            response |= {MARK: "of no answer"} if self.bad else {}
            yield {"kind": "answer", "step": step.id, "round": round_, "response": response}
        elif step.block.kind == "worksheet":
            sheet = step.block.sheets[0]
            name = sheet.fields[0].id + rows_of(sheet)[0]
            yield {"kind": "keep", "step": step.id, "entries": {name: self.chance.pick(WORDS)}}
        if self._luck(0.05):
            yield {"kind": "sign", "sign": self.chance.pick(("done", "help"))}

    def add(self, event: dict[str, Any]) -> None:
        """Put something into the outbox; it leaves it when the server has it."""
        whole = new_event(event)
        self.sent[whole["id"]] = whole
        self.outbox.add(whole)
        if self.sender:
            self.sender.wake()
        self.due.set()
