"""What a workshop's server takes: a room that answers in the same instant, beside a server that stores nothing.

``python benchmarks/workshop.py [--participants 200 500] [--rounds 10] [--minutes 2]`` prints Markdown tables. The rival
is a bare WebSocket echo of the same libraries, driven by the same phones, in turn with the workshop: what it takes is
the floor. Servers and phones share the machine, so a server of its own does better. Last comes a rehearsal with kills.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import resource
import socket
import sys
import tempfile
import time
from contextlib import asynccontextmanager
from pathlib import Path

from outsourcing_lessons.workshop.rehearsal.findings import findings
from outsourcing_lessons.workshop.rehearsal.flood import beside_floods
from outsourcing_lessons.workshop.rehearsal.host import Host
from outsourcing_lessons.workshop.rehearsal.network import Network
from outsourcing_lessons.workshop.rehearsal.script import Plan, Rehearsal
from outsourcing_lessons.workshop.rehearsal.venue import Phone, Venue, share

PARTS = {"p50": 0.5, "p95": 0.95, "p99": 0.99, "last": 1.0}
REST = 0.5  # seconds between two instants
TOGETHER = 50  # phones that connect at once
BARE = """
import json, sys, uvicorn
from starlette.applications import Starlette
from starlette.routing import WebSocketRoute

async def echo(socket):
    await socket.accept()
    await socket.receive_json()
    while True:
        events = (await socket.receive_json())["events"]
        await socket.send_json({"type": "acks", "acks": [{"id": one["id"], "status": "kept"} for one in events]})

app = Starlette(routes=[WebSocketRoute("/api/live", echo)])
uvicorn.run(app, port=int(sys.argv[1]), log_level="critical", ws="websockets-sansio", ws_per_message_deflate=False)
"""


class Bare(Host):
    """The echo, to be started, watched and stopped as the workshop is."""

    def __init__(self, port: int):
        super().__init__(Path(), port)

    def command(self) -> list[str]:
        return [sys.executable, "-c", BARE, str(self.port)]


@asynccontextmanager
async def bare(venue: Venue):
    """Have an echo for a while, and as many phones there."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        host = Bare(probe.getsockname()[1])
    await host.start()
    phones = [Phone(Network(host.port), venue.step, phone.number) for phone in venue.phones]
    try:
        for first in range(0, len(phones), TOGETHER):
            await asyncio.gather(*(phone.connect() for phone in phones[first : first + TOGETHER]))
        yield host, phones
    finally:
        for phone in phones:
            phone.leave()
        host.stop()


async def instant(host: Host, phones: list[Phone], waits: list[float]) -> float:
    """Let all answer at once; note how long each waited, and return the seconds that the server's processor took."""
    before = host.look()
    waits += await asyncio.gather(*(phone.answers() for phone in phones))
    return host.look() - before


async def room(participants: int, rounds: int, path: Path) -> dict[str, dict[str, float]]:
    """Measure both servers, an instant each in turn."""
    async with Venue(path, ()) as venue:
        began = time.monotonic()
        for first in range(0, participants, TOGETHER):
            await venue.joined(min(TOGETHER, participants - first))
        joining = time.monotonic() - began
        async with bare(venue) as (rival, others):
            rows = {"workshop": (venue.host, venue.phones), "bare echo": (rival, others)}
            waits = {name: [] for name in rows}
            cpu = dict.fromkeys(rows, 0.0)
            for _ in range(rounds):
                for name, (host, phones) in rows.items():
                    cpu[name] += await instant(host, phones, waits[name])
                    await asyncio.sleep(REST)
            found = {
                name: {part: share(waits[name], at) for part, at in PARTS.items()}
                | {"cpu": 1000 * cpu[name] / len(waits[name]), "memory": host.memory / 1024}
                for name, (host, _) in rows.items()
            }
    found["workshop"] |= {"joining": joining, "sent": rounds * participants, "amiss": venue.amiss()}
    return found


async def flooded(path: Path) -> dict[str, tuple[float, float]]:
    """Measure others' answers without and beside each kind of flood."""
    async with Venue(path, ()) as venue:
        return await beside_floods(venue)


def told(participants: int, found: dict[str, dict[str, float]]) -> None:
    """Print what was found, and how many times the floor it is."""
    ours, floor = found["workshop"], found["bare echo"]
    print(f"| {participants} answer in the same instant | stored by the workshop | bare echo, no disk | ratio |")
    print("|---|---|---|---|")
    for part in PARTS:
        print(f"| {part} | {1000 * ours[part]:.0f} ms | {1000 * floor[part]:.0f} ms | {ours[part] / floor[part]:.1f} |")
    ratio = f"{ours['cpu'] / floor['cpu']:.1f}" if floor["cpu"] else ""
    print(f"| processor time of an answer | {ours['cpu']:.2f} ms | {floor['cpu']:.2f} ms | {ratio} |")
    print(f"| memory at most | {ours['memory']:.0f} MB | {floor['memory']:.0f} MB | |")
    print(f"| {ours['sent']} answers | {'; '.join(ours['amiss']) or 'each stored once'} | | |")
    print(f"| all joined within | {ours['joining']:.1f} s | | |\n")


def main() -> None:
    """Measure, and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--participants", type=int, nargs="+", default=[200, 500])
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--minutes", type=float, default=2)
    given = parser.parse_args()
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(4096, most), most))
    with tempfile.TemporaryDirectory() as folder:
        for many in given.participants:
            load = os.getloadavg()[0]
            found = asyncio.run(room(many, given.rounds, Path(folder, f"{many}.sqlite")))
            print(f"{os.cpu_count()} cores, load {load:.1f} before\n")
            told(many, found)
        late = asyncio.run(flooded(Path(folder, "flood.sqlite")))
        print("| an answer beside a device that floods (p95) | without | beside | ratio |\n|---|---|---|---|")
        for name, (quiet, beside) in late.items():
            print(f"| {name} | {1000 * quiet:.0f} ms | {1000 * beside:.0f} ms | {beside / quiet:.1f} |")
        plan = Plan(given.participants[0], given.minutes, kill=2, cut=10)
        played = asyncio.run(Rehearsal(plan, Path(folder, "rehearsal.sqlite"), lambda line: None).run())
        kept = findings(played)
    print(
        f"\n{plan.participants} rehearse, two kills, a cut: lost {kept.lost}, doubled {kept.doubled} of {kept.answers};"
    )
    print(f"answer to console p50 {kept.p50:.2f} s, p95 {kept.p95:.2f} s (wanted: 1 s);", end=" ")
    print(f"memory at most {played.host.memory / 1024:.0f} MB (wanted: 300 MB).")


if __name__ == "__main__":
    main()
