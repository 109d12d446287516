"""The rehearsal itself: a room fills, an instructor goes through the agenda, and misfortunes happen on the way."""

from __future__ import annotations

import asyncio
import contextlib
import json
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from websockets.exceptions import WebSocketException

from outsourcing_lessons.workshop.agenda import Step
from outsourcing_lessons.workshop.capacity import MOST
from outsourcing_lessons.workshop.rehearsal.host import Host
from outsourcing_lessons.workshop.rehearsal.network import Network, NoLine, ended
from outsourcing_lessons.workshop.rehearsal.nonsense import Troublemaker
from outsourcing_lessons.workshop.rehearsal.page import Page
from outsourcing_lessons.workshop.rehearsal.venue import Venue
from outsourcing_lessons.workshop.rules import once
from outsourcing_lessons.workshop.simulated_learners import KINDS

BAD, POLLING = 4, 5  # every fourth page is on a bad network, every fifth sends as a notebook does and has no WebSocket
KINDS_OF_STEP = ("ask", "worksheet")
ENOUGH = 0.97  # the instructor goes on when so many have answered
READING = 0.25  # a passage gets less of its time: nobody reads here


@dataclass(frozen=True)
class Plan:
    """How a rehearsal goes."""

    participants: int = 200
    minutes: float = 2.0  # how long the whole workshop takes, instead of hours
    kill: int = 0  # how often the server is killed and restarted
    cut: float = 0.0  # for how many seconds no connection holds, in the middle of the workshop
    lessons: tuple[str, ...] = ()


@dataclass
class Played:
    """What is known after a rehearsal, beside the log."""

    plan: Plan
    pages: list[Page]
    nuisance: Troublemaker
    host: Host
    joining: float = 0.0
    seen: list[tuple[float, str, int, int]] = field(default_factory=list)
    outages: list[tuple[float, float]] = field(default_factory=list)
    waiting: int = 0
    seconds: float = 0.0


class Console:
    """The instructor: watches the console's numbers and presses its buttons."""

    def __init__(self, network: Network, secret: str, seen: list[tuple[float, str, int, int]]):
        self.network, self.secret, self.seen = network, secret, seen
        self.counts: dict[str, int] = {}
        self.rights: dict[str, int] = {}

    async def watch(self) -> None:
        """Read the console until cancelled."""
        while True:
            with contextlib.suppress(NoLine, WebSocketException, OSError):
                async with self.network.line(self.secret) as line:
                    async for text in line:
                        self._hear(json.loads(text))
            await asyncio.sleep(0.2)

    def _hear(self, message: dict[str, Any]) -> None:
        now = time.time()
        for name, part in message.get("set", {}).items():
            if name.startswith("step:") and part["rounds"]:
                step, last = name.removeprefix("step:"), part["rounds"][-1]
                self.counts[step], self.rights[step] = last["answered"], last["right"]
                self.seen.append((now, step, len(part["rounds"]), last["answered"]))

    async def do(self, kind: str, **command: Any) -> str:
        """Press a button, again and again while the server does not answer; return what was refused, or ""."""
        while True:
            with contextlib.suppress(NoLine):
                body = {"command": {"kind": kind, **command}}
                status, answer = await self.network.post("/api/do", body, self.secret)
                if status == 200 and answer.get("problem") != "not-kept":
                    return answer.get("problem", "")
            await asyncio.sleep(0.3)


class Rehearsal:
    """One rehearsal.

    ``path``: the file of the workshop, which must not be there yet.
    """

    def __init__(self, plan: Plan, path: Path, say: Callable[[str], None]):
        self.plan, self.say = plan, say
        self.venue = Venue(path, plan.lessons)
        self.secrets, self.agenda = self.venue.secrets, self.venue.agenda
        self.network, self.host = self.venue.network, self.venue.host
        self.steps = [step for step in self.agenda.steps.values() if not step.at_home]
        self.window = self._windows()
        self._folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)  # of the outboxes
        pages = [self._page(number) for number in range(1, min(plan.participants, MOST - 1) + 1)]
        first = {kind: next(s.id for s in self.agenda.steps.values() if s.block.kind == kind) for kind in KINDS_OF_STEP}
        self.played = Played(plan, pages, Troublemaker(self.secrets["code"], self.network, first), self.host)
        self.console = Console(Network(self.network.port), self.secrets["instructor"], self.played.seen)

    def _page(self, number: int) -> Page:
        bad = number % BAD == 0
        outbox = Path(self._folder.name, f"{number}.sqlite") if number % POLLING == 0 else None
        kind = KINDS[(number // BAD) % len(KINDS)]
        return Page(number, kind, self.secrets["code"], self.agenda, self.network, self.window, bad, outbox)

    def _windows(self) -> dict[str, float]:
        """Share the rehearsal's minutes among the steps, by the minutes of the plan."""
        weight = {step.id: step.minutes * (1 if _answerable(step) else READING) for step in self.steps}
        whole = sum(weight.values())
        return {name: 60 * self.plan.minutes * one / whole for name, one in weight.items()}

    async def run(self) -> Played:
        """Play it from the first to join to the last answer on the disk."""
        began = time.monotonic()
        await self.venue.open()
        tasks = [asyncio.create_task(one) for one in (self.host.watch(), self.console.watch())]
        try:
            await self._fill(tasks)
            for number, step in enumerate(self.steps):
                await self._step(step, self._misfortunes().get(number))
            await self._settle()
            await self.console.do("end")
        finally:
            await ended([*tasks, *(task for page in self.played.pages for task in page.tasks)])
            for page in self.played.pages:
                page.stop()
            self.host.stop()
            self._folder.cleanup()
        self.played.outages += self.host.down
        self.played.seconds = time.monotonic() - began
        return self.played

    async def _fill(self, tasks: list[asyncio.Task]) -> None:
        began = time.monotonic()
        await self.console.do("poll", form="wall", prompt="What is unclear?")  # for nonsense to be written on
        everybody: list[Page | Troublemaker] = [*self.played.pages, self.played.nuisance]
        self.nonsense, *pages = [asyncio.create_task(one.run()) for one in everybody[::-1]]
        tasks += [self.nonsense, *pages]
        await asyncio.gather(*(one.joined.wait() for one in everybody))
        self.played.joining = time.monotonic() - began
        self.say(f"{self.plan.participants} joined in {self.played.joining:.1f} s")

    def _misfortunes(self) -> dict[int, str]:
        """Return at which steps something goes wrong: spread evenly, the cut in the middle of the kills."""
        asked = [number for number, step in enumerate(self.steps) if step.asks]
        kinds = ["kill"] * self.plan.kill
        if self.plan.cut:
            kinds.insert((len(kinds) + 1) // 2, "cut")
        return {asked[(n + 1) * len(asked) // (len(kinds) + 1)]: kind for n, kind in enumerate(kinds)}

    async def _step(self, step: Step, misfortune: str | None) -> None:
        await self.console.do("open", step=step.id)
        self.console.counts[step.id] = 0
        await asyncio.sleep(0.3 * self.window[step.id])
        if misfortune == "kill":
            self.say(f"killing the server at {step.number} {step.title}")
            await self.host.kill_and_restart()
        if misfortune == "cut":
            await self._cut(step)
        if not _answerable(step):
            return await asyncio.sleep(0.2 * self.window[step.id])
        if not step.asks:
            return await asyncio.sleep(0.7 * self.window[step.id])
        await self._gathered(step)
        if misfortune != "cut" and self._worth_a_talk(step):
            await self.console.do("again", step=step.id)
            self.console.counts[step.id] = 0
            await self._gathered(step)
        await self.console.do("lock", step=step.id)
        await self.console.do("reveal", step=step.id)

    async def _cut(self, step: Step) -> None:
        """Cut all connections; the instructor closes the step halfway, and who had answered by then still counts."""
        self.say(f"cutting all connections for {self.plan.cut:g} s at {step.number} {step.title}")
        began = time.time()
        self.network.cut()
        await asyncio.sleep(self.plan.cut / 2)
        await self.console.do("lock", step=step.id)
        await asyncio.sleep(self.plan.cut / 2)
        self.network.mend()
        self.played.outages.append((began, time.time()))

    async def _gathered(self, step: Step) -> None:
        """Wait until nearly everybody has answered, or the time is up."""
        until = time.monotonic() + self.window[step.id]
        while time.monotonic() < until:
            if self.console.counts.get(step.id, 0) >= ENOUGH * len(self.played.pages):
                return
            await asyncio.sleep(0.1)

    def _worth_a_talk(self, step: Step) -> bool:
        """Whether to vote again after a talk: where between 30 and 70 per cent are right."""
        if once(step) or step.ask.item.type != "single-choice":
            return False
        many = self.console.counts.get(step.id) or 1
        return 0.3 <= self.console.rights.get(step.id, 0) / many <= 0.7

    async def _settle(self) -> None:
        """Wait until nobody has anything left to send, sense or nonsense."""
        until = time.monotonic() + 60
        await asyncio.wait([self.nonsense], timeout=60)
        while time.monotonic() < until:
            self.played.waiting = sum(len(page.outbox) for page in self.played.pages)
            if not self.played.waiting and not any(page.tasks for page in self.played.pages):
                return
            await asyncio.sleep(0.1)


def _answerable(step: Step) -> bool:
    return step.asks or step.block.kind == "worksheet"
