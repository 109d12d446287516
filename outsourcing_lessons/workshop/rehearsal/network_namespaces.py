"""A room's network as a phone sees it: two machines with a cable, made of network namespaces where that is allowed."""

from __future__ import annotations

import asyncio
import json
import secrets
import shutil
import sys
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from outsourcing_lessons.workshop.addresses import in_a_link
from outsourcing_lessons.workshop.rehearsal.host import Host
from outsourcing_lessons.workshop.rehearsal.venue import Outcome, Phone, Venue

PATIENCE = 60.0  # seconds
FIRST, *LATER = ("10.9.1.1", "10.9.1.2", 24), ("10.9.2.1", "10.9.2.2", 24), ("fd09::1", "fd09::2", 64)
ASK = """
import json, sys, urllib.request
address, secret, body = sys.argv[1:]
heads = {"Content-Type": "application/json", "Authorization": "Bearer " + secret}
opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
with opener.open(urllib.request.Request(address, body.encode() or None, heads), timeout=10) as answer:
    print(answer.read().decode())
"""


async def _run(*words: str) -> tuple[bool, str]:
    try:
        process = await asyncio.create_subprocess_exec(
            *words, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL
        )
    except OSError:
        return False, ""
    said, _ = await process.communicate()
    return not process.returncode, said.decode()


class Cable:
    """Two machines with a cable and nothing else: no gateway, no way out."""

    def __init__(self) -> None:
        name = secrets.token_hex(3)
        self.laptop, self.phone = f"ol{name}a", f"ol{name}b"
        self.ends = {self.laptop: f"v{name}a", self.phone: f"v{name}b"}

    async def laid(self) -> bool:
        """Make both; return whether this system lets us."""
        made = [(await _run("ip", "netns", "add", one))[0] for one in self.ends]
        near, far = self.ends.items()
        veth = ("ip", "link", "add", near[1], "netns", near[0], "type", "veth", "peer", "name", far[1], "netns", far[0])
        made.append((await _run(*veth))[0])
        for machine, end in self.ends.items():
            for one in ("lo", end):
                await _run("ip", "-n", machine, "link", "set", one, "up")
        return all(made)

    async def away(self) -> None:
        """Take both away."""
        for machine in self.ends:
            await _run("ip", "netns", "del", machine)

    async def address(self, action: str, laptop: str, phone: str, size: int) -> None:
        """Give both an address, or take it from them."""
        for machine, one in ((self.laptop, laptop), (self.phone, phone)):
            given = (f"{one}/{size}", "dev", self.ends[machine], *(["nodad"] if ":" in one and action == "add" else []))
            await _run("ip", "-n", machine, "addr", action, *given)

    async def asked(self, machine: str, url: str, secret: str = "", body: Any = None) -> Any:
        """Ask from one of them; None where no answer came."""
        text = "" if body is None else json.dumps(body)
        fine, said = await _run("ip", "netns", "exec", machine, sys.executable, "-c", ASK, url, secret, text)
        return json.loads(said) if fine and text else said if fine else None


class _Far(Host):
    """A server on the laptop, where only the laptop can see whether it answers."""

    cable: Cable

    async def _answers(self) -> bool:
        return await self.cable.asked(self.cable.laptop, f"http://127.0.0.1:{self.port}/") is not None


@asynccontextmanager
async def _on_a_cable(path: Path, lessons: tuple[str, ...]) -> AsyncIterator[tuple[Cable, Venue] | None]:
    cable = Cable()
    try:
        if not shutil.which("ip") or not await cable.laid():
            yield None
            return
        await cable.address("add", *FIRST)
        venue = Venue(path, lessons)
        venue.host = _Far(path, venue.network.port, ("ip", "netns", "exec", cable.laptop), ("--lan",))
        venue.host.cable = cable
        await venue.host.start()
        try:
            yield cable, venue
        finally:
            venue.host.stop()
    finally:
        await cable.away()


async def address(path: Path, lessons: tuple[str, ...]) -> Outcome:
    """Give the laptop another address in the middle of a class, twice; phones, console and wall have to follow."""
    async with _on_a_cable(path, lessons) as laid:
        if laid is None:
            return Outcome("Another address", None, "this system lets only an administrator make networks to try it in")
        cable, venue = laid
        took, before = [], FIRST
        phone = venue.phone()
        here, secret = f"http://127.0.0.1:{venue.network.port}", venue.secrets["instructor"]
        opened = {"command": {"kind": "open", "step": venue.step.id, "mode": "vote"}}
        await cable.asked(cable.laptop, f"{here}/api/do", secret, opened)
        for now in (FIRST, *LATER):
            if now != before:
                await cable.address("del", *before)
                await cable.address("add", *now)
            took.append(await _followed(cable, venue, phone, now[0]))
            before = now
    found = [*(["nobody could reach it"] if None in took else []), *venue.amiss()]
    told = ", ".join("never" if one is None else f"{one:.1f} s" for one in took[1:])
    what = (
        f"no gateway, two other addresses (one of them IPv6): a phone answered and console and wall knew after {told}"
    )
    return Outcome("Another address", not found, "; ".join([what, *found]))


async def _followed(cable: Cable, venue: Venue, phone: Phone, host: str) -> float | None:
    """Return after how many seconds a phone has answered at an address, and the console tells it; None if never."""
    base = f"http://{in_a_link(host)}:{venue.network.port}"
    began, event = time.monotonic(), phone.answer()
    while time.monotonic() < began + PATIENCE:
        seat = {"code": venue.secrets["code"], "token": phone.token}
        if await cable.asked(cable.phone, f"{base}/api/join", body=seat):
            told = await cable.asked(cable.phone, f"{base}/api/send", phone.token, {"events": [event]}) or {}
            phone.noted(told.get("acks", []))
        here = f"http://127.0.0.1:{venue.network.port}/api/poll"
        told = await cable.asked(cable.laptop, here, venue.secrets["instructor"], {"wait": 0}) or {}
        desk: dict[str, Any] = next((one["set"] for one in told.get("messages", []) if one.get("board") == "desk"), {})
        known = desk.get("join", {}).get("address") == base and base in desk.get("admission", {}).get("reached", ())
        if known and event["id"] in phone.kept:
            return time.monotonic() - began
        await asyncio.sleep(0.2)
    return None
