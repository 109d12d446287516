"""What goes wrong on the instructor's computer, or is done to it: silent connections, few files, a full disk, a lid."""

from __future__ import annotations

import asyncio
import signal
import socket
import sys
import time
from contextlib import ExitStack, suppress
from functools import partial

from outsourcing_lessons.workshop.connections import PATIENCE
from outsourcing_lessons.workshop.rehearsal.flood import UPGRADE
from outsourcing_lessons.workshop.rehearsal.flood_process import DEVICE, connected
from outsourcing_lessons.workshop.rehearsal.network import Network, NoLine
from outsourcing_lessons.workshop.rehearsal.venue import Outcome, Venue
from outsourcing_lessons.workshop.seat_limits import FROM_ONE

SILENT = 200
SLACK = 5.0  # seconds on a busy machine
HALF = b"POST /api/join HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50\r\n\r\n"
BEGUN = (b"", HALF[:20], HALF[:-2], HALF + b'{"co', UPGRADE)
FEW = 128  # files
CROWD = 150
PEOPLE, WAVES, STILL = 110, 4, 3.0  # more than one address gets seats for by itself


async def half_open(venue: Venue) -> Outcome:
    """Open connections that say nothing, or half of something; whoever comes after them gets in and is heard."""
    began, loop = time.monotonic(), asyncio.get_running_loop()
    (before,) = await venue.joined(1)
    with ExitStack() as opened:
        lines = [opened.enter_context(connected(venue.network.port)) for _ in range(SILENT)]
        for number, line in enumerate(lines):
            line.sendall(BEGUN[number % len(BEGUN)])
        dripping = loop.run_in_executor(None, _drip, lines, began + PATIENCE)
        (after,) = await venue.joined(1)
        late = max([await before.answers(), await after.answers()])
        await dripping
        closing = [loop.run_in_executor(None, partial(_closed, line, began + 3 * PATIENCE)) for line in lines]
        ended = await asyncio.gather(*closing)
    longest, left = max(ended) - began, sum(at == float("inf") for at in ended)
    told = f"{left} of them were never closed" if left else f"all closed after at most {longest:.0f} s"
    return Outcome(
        "Half-open lines",
        not left and longest <= PATIENCE + SLACK,
        f"{SILENT} connections with nothing, half a request, or a byte a second: {told};"
        f" a phone beside them joined, and its answer was stored within {1000 * late:.0f} ms",
    )


def _drip(lines: list[socket.socket], until: float) -> None:
    """Send a byte a second over every other line."""
    while time.monotonic() < until:
        time.sleep(1)
        for line in lines[::2]:
            with suppress(OSError):
                line.send(b"x")


def _closed(line: socket.socket, until: float) -> float:
    """Return when the server ended a line; infinity where it did not."""
    with suppress(ConnectionError):
        while (left := until - time.monotonic()) > 0:
            line.settimeout(left)
            try:
                if not line.recv(4096):
                    break
            except TimeoutError:
                return float("inf")
    return time.monotonic()


async def crowd(venue: Venue) -> Outcome:
    """Let one device take seats without end, and the instructor put an end to it."""
    device, code = Network(venue.network.port, DEVICE[0]), venue.secrets["code"]
    many = [venue.phone(device) for _ in range(2 * FROM_ONE)]
    try:
        got = sum([await phone.takes_a_seat(code) for phone in many])
    except NoLine:
        return Outcome("Seats", None, "this system does not let one computer look like two")
    (other,) = await venue.joined(1)
    await venue.do("clear", address=DEVICE[0])
    again = sum([await phone.takes_a_seat(code) for phone in many[:3]])
    left = [phone for phone in many if not await phone.sends([phone.answer()])]
    await other.answers()
    return Outcome(
        "Seats",
        got == FROM_ONE and not again and not left,
        f"one device asks for {len(many)} seats and gets {got}; put out, {len(left)} answer and {again} come back",
    )


def few_files() -> tuple[str, ...]:
    """Return the command under which a server may open few files."""
    return ("sh", "-c", f'ulimit -n {FEW} && exec "$@"', "sh")


async def files(venue: Venue) -> Outcome:
    """Let more connect than the system allows; who is in stays, who waits gets in as soon as there is room."""
    (inside,) = await venue.joined(1)
    with ExitStack() as opened:
        for _ in range(CROWD):
            with suppress(OSError):
                opened.enter_context(connected(venue.network.port))
        await inside.answers()
        console = await venue.do("look", step=venue.step.id)
    until = time.monotonic() + PATIENCE + SLACK
    while time.monotonic() < until:
        with suppress(NoLine, OSError):
            (late,) = await venue.joined(1)
            await late.answers()
            break
        await asyncio.sleep(0.2)
    venue.host.expected = ("no more connections", "no more files")
    got_in = bool(venue.phones[-1].kept)
    return Outcome(
        "Few files",
        got_in and "look" in console,
        f"{FEW} files allowed, {CROWD} strangers connect: who was in went on, the console could be used, and the next"
        f" phone {'got in once they were gone' if got_in else 'did not get in'}",
    )


async def disk(venue: Venue) -> Outcome:
    """Let the disk become full while answers arrive, and give it room again."""
    try:
        import resource

        limit = partial(resource.prlimit, venue.host.process.pid, resource.RLIMIT_FSIZE)
    except (ImportError, AttributeError):
        return Outcome("Full disk", None, "this system cannot limit what a program that runs may write")
    phones = await venue.joined(PEOPLE)
    for phone in phones:
        await phone.answers()
    growing, most = venue.host.path.with_name(f"{venue.host.path.name}-wal"), limit()
    limit((growing.stat().st_size, most[1]))  # no byte more
    sent = {phone: [phone.answer() for _ in range(WAVES)] for phone in phones}
    left = await asyncio.gather(*(phone.sends(events) for phone, events in sent.items()))
    waiting = sum(map(len, left))
    console = await venue.do("lock", step=venue.step.id)
    limit(most)
    began = time.monotonic()
    await asyncio.wait_for(asyncio.gather(*(p.insists(e) for p, e in zip(phones, left, strict=True))), 60)
    took = time.monotonic() - began
    return Outcome(
        "Full disk",
        waiting == PEOPLE * WAVES and console.get("problem") == "not-kept",
        f"{waiting} of {PEOPLE * WAVES} answers had to wait, the console said {console.get('problem', 'nothing')!r};"
        f" {took:.1f} s after there was room again all were stored once",
    )


async def frozen(venue: Venue) -> Outcome:
    """Let the server stand still, as a laptop whose lid is closed."""
    if sys.platform == "win32":
        return Outcome("Lid closed", None, "this system cannot stop a program and let it go on")
    phones = await venue.joined(PEOPLE)
    venue.host.process.send_signal(signal.SIGSTOP)
    waiting = [asyncio.create_task(phone.answers()) for phone in phones]
    await asyncio.sleep(STILL)
    venue.host.process.send_signal(signal.SIGCONT)
    began = time.monotonic()
    await asyncio.wait_for(asyncio.gather(*waiting), 60)
    took = time.monotonic() - began
    what = f"the server stood still for {STILL:g} s: {PEOPLE} answers sent meanwhile were stored {took:.1f} s after"
    return Outcome("Lid closed", True, what)
