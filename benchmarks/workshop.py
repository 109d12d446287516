"""What a workshop's server takes: 200 who join, a rehearsal with misfortunes, and 1,000 answers a second.

``python benchmarks/workshop.py [--participants 200] [--rate 1000] [--seconds 20] [--minutes 2]`` prints a Markdown
table. Server and made-up learners share the machine, so a server of its own does better.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import os
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.workshop.log import read_events
from outsourcing_lessons.workshop.rehearsal.findings import findings
from outsourcing_lessons.workshop.rehearsal.line import ended
from outsourcing_lessons.workshop.rehearsal.script import Plan, Rehearsal
from outsourcing_lessons.workshop.simulated_learners import KINDS, answered

OPEN = 8  # questions that are open at once: nobody may answer one of them more than 60 times


async def burst(participants: int, rate: int, seconds: float, path: Path) -> dict[str, float]:
    """Send so many answers a second for some time; return how many a second were on the disk, and how late."""
    rehearsal = Rehearsal(Plan(participants, 1.0), path, lambda line: None)
    host, console = rehearsal.host, rehearsal.console
    pages = [replace(page, bad=False, outbox_file=None) for page in rehearsal.played.pages]
    for page in pages:
        page._go_on = lambda room: None  # they answer when we say so
    await host.start()
    tasks = [asyncio.create_task(one) for one in (host.watch(), console.watch())]
    began = time.monotonic()
    tasks += [asyncio.create_task(page.run()) for page in pages]
    await asyncio.gather(*(page.joined.wait() for page in pages))
    joining = time.monotonic() - began
    steps = [s for s in rehearsal.steps if s.asks and s.block.item.type in ("number", "single-choice")]
    steps = [s for s in steps if s.block.section not in ("pre-test", "post-test")][:OPEN]
    for step in steps:
        await console.do("open", step=step.id)
    before = host.cpu_seconds
    acknowledged: dict[str, float] = {}
    for page in pages:
        page._settle = _noting(page, acknowledged)
    sent = await _send(pages, steps, rate, seconds)
    until = time.monotonic() + 30
    while any(page.outbox for page in pages) and time.monotonic() < until:
        await asyncio.sleep(0.05)
    host._look()
    waits = sorted(acknowledged[name] - at for name, at in sent.items() if name in acknowledged)
    last = max(acknowledged.values()) - min(sent.values())
    await ended(tasks)
    host.stop()
    stored = {event.id for event in read_events(path) if event.kind == "answer"}
    return {
        "joining": joining, "sent": len(sent), "lost": len(sent.keys() - stored), "rate": len(stored) / last,
        "p50": waits[len(waits) // 2], "p95": waits[int(len(waits) * 0.95)], "cpu": host.cpu_seconds - before,
        "seconds": last, "memory": host.memory / 1024,
    }  # fmt: skip


def _noting(page, acknowledged):
    settle = page._settle

    def note(acks):
        now = time.monotonic()
        acknowledged.update((ack["id"], now) for ack in acks if ack["status"] == "kept")
        settle(acks)

    return note


async def _send(pages, steps, rate: int, seconds: float) -> dict[str, float]:
    """Keep to the clock, however long the answers take to be acknowledged."""
    sent: dict[str, float] = {}
    turn = itertools.cycle(pages)
    began, chance = time.monotonic(), SeededRandom("burst", 1)
    responses = {step.id: [answered(step.block.item, KINDS[n % 2], chance, False) for n in range(8)] for step in steps}
    for number in range(int(rate * seconds)):
        while time.monotonic() < began + number / rate:
            await asyncio.sleep(0.002)
        page, step = next(turn), steps[(number // len(pages)) % len(steps)]
        page.add({"kind": "answer", "step": step.id, "round": 1, "response": chance.pick(responses[step.id])})
        sent[next(reversed(page.sent))] = time.monotonic()
    return sent


def main() -> None:
    """Measure, and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--participants", type=int, default=200)
    parser.add_argument("--rate", type=int, default=1000)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--minutes", type=float, default=2)
    given = parser.parse_args()
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        fast = asyncio.run(burst(given.participants, given.rate, given.seconds, Path(folder, "burst.sqlite")))
        plan = Plan(given.participants, given.minutes, kill=2, cut=10)
        played = asyncio.run(Rehearsal(plan, Path(folder, "rehearsal.sqlite"), lambda line: None).run())
        found = findings(played)
    print(f"| {given.participants} participants, {os.cpu_count()} cores, load {load:.1f} before | measured | wanted |")
    print("|---|---|---|")
    for row in (
        ("all joined within", f"{max(fast['joining'], played.joining):.1f} s", "10 s"),
        (f"answers a second on the disk, for {given.seconds:g} s", f"{fast['rate']:.0f}", f"{given.rate}"),
        ("— from sent to acknowledged, p50 / p95", f"{fast['p50']:.3f} s / {fast['p95']:.3f} s", ""),
        ("— lost, of those sent", f"{fast['lost']} of {fast['sent']}", "0"),
        ("— processor time of the server", f"{fast['cpu']:.1f} s of {fast['seconds']:.1f} s", ""),
        ("— memory of the server, at most", f"{fast['memory']:.0f} MB", "300 MB"),
        ("rehearsal, two kills, a cut: lost / doubled", f"{found.lost} / {found.doubled} of {found.answers}", "0 / 0"),
        ("— from answer to console, p50 / p95", f"{found.p50:.2f} s / {found.p95:.2f} s", "p95 1 s"),
        ("— processor time of the server", f"{played.host.cpu_seconds:.1f} s of {played.seconds:.0f} s", ""),
        ("— memory of the server, at most", f"{played.host.memory / 1024:.0f} MB", "300 MB"),
    ):
        print("| " + " | ".join(row) + " |")


if __name__ == "__main__":
    main()
