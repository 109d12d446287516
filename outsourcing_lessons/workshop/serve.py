"""Runs a workshop: one process, one loop; says where to join before it begins."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

import uvicorn

from outsourcing_lessons.errors import WorkshopError
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.workshop import capacity, qr
from outsourcing_lessons.workshop.addresses import Machine
from outsourcing_lessons.workshop.app import App
from outsourcing_lessons.workshop.connections import HERE, Connections, protocols
from outsourcing_lessons.workshop.entrance import Admission, Entrance
from outsourcing_lessons.workshop.hosts import own_names
from outsourcing_lessons.workshop.incoming import LONGEST_MESSAGE
from outsourcing_lessons.workshop.lock import locked
from outsourcing_lessons.workshop.log import Log
from outsourcing_lessons.workshop.opening import SECRETS
from outsourcing_lessons.workshop.prefix import prefix_of
from outsourcing_lessons.workshop.room import Room
from outsourcing_lessons.workshop.shutdown import Shutdown
from outsourcing_lessons.workshop.terminal_messages import quieten

FIRST_PORT = 8765
BACKLOG = 2048  # phones that may knock in the same instant
FAREWELL = 1.0  # seconds for what is in hand when the server ends


@dataclass(frozen=True)
class Site:
    """Where a workshop is served."""

    lan: bool = False  # whether others in the network can reach it
    port: int | None = None  # none takes the one it had before, or the first that is free
    # How participants reach it, where that is not this machine's own address: ``https://workshop.example``.
    address: str = ""
    relay: str = ""  # from where the proxy behind that address comes, if not from this machine; nobody else is believed


def serve(log: Log, learners: Iterable[LearnerProfile] | None, site: Site, say: Callable[[str], None]) -> None:
    """Serve a workshop until it is interrupted.

    ``learners``: who may join; None leaves it as it was.

    Raises WorkshopError if it is being served already, the port is taken, or the relay has no such address.
    """
    relays = relays_of(site.address, site.relay, site.lan)
    lock = locked(log.path)
    if learners is not None:
        log.set(roster={one.learner_id: one.learner for one in learners})
    settings = log.settings()
    listeners = _listen(site.lan, site.port, settings.get("port"))
    port = listeners[0].getsockname()[1]
    log.set(port=port)
    entrance = Entrance(settings["code"], port, Machine(), site.lan, site.address)
    room = Room(log, settings["roster"], Admission(entrance))
    secrets = {name: settings[name] for name in SECRETS}
    connections = Connections(capacity.connections(), relays)
    names = (*own_names(), urlsplit(site.address).hostname or "localhost")
    app = App(room, secrets, names, connections, prefix_of(site.address))
    lock.note(f"{entrance.here}/console#{secrets['instructor']}")
    for line in [*announcement(entrance, secrets, room), *capacity.warning(connections.most)]:
        say(line)
    server = _Server(_config(app, relays), app.shutdown)
    quieten()
    try:
        server.run(sockets=listeners)
    finally:
        lock.close()


class _Server(uvicorn.Server):
    """A server whose loop takes in a few connections at a stroke, while all that knock may wait outside.

    When it ends, nobody is kept waiting for news; who has not heard or said all of it a second later is hung up on.
    """

    def __init__(self, config: uvicorn.Config, what_waits: Shutdown):
        super().__init__(config)
        self.what_waits = what_waits

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        for listener in sockets or ():
            listener.listen(BACKLOG)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self.what_waits.begin()
        asyncio.get_running_loop().call_later(FAREWELL, self._hang_up)
        await super().shutdown(sockets)

    def _hang_up(self) -> None:
        for connection in list(self.server_state.connections):
            connection.transport.abort()


def relays_of(address: str, relay: str, lan: bool) -> tuple[str, ...]:
    """Return the addresses from which a proxy comes that is believed about who asks.

    Examples
    --------
    >>> relays_of("https://workshop.example", "10.8.0.1", lan=True), relays_of("https://hub.example/w", "", lan=False)
    (('10.8.0.1',), ('127.0.0.1', '::1'))
    """
    if not relay:
        return HERE if address else ()
    try:
        found = ip_address(relay)
    except ValueError:
        raise WorkshopError(
            f"--relay {relay} is not a numeric address; give the one that the relay connects from"
        ) from None
    if not address:
        raise WorkshopError("--relay needs --address: what participants type to get to the relay")
    if not (lan or found.is_loopback):
        raise WorkshopError(f"the relay at {relay} can reach this computer only with --lan")
    return (str(found),)


def _config(app: App, relays: tuple[str, ...] = ()) -> uvicorn.Config:
    # A relay says who asks: else all who come by it would share their wrong codes, and their seats.
    spoken = protocols(app.connections)
    return uvicorn.Config(
        app.asgi, log_level="warning", access_log=False, server_header=False, lifespan="on",
        proxy_headers=bool(relays), forwarded_allow_ips=list(relays),
        http=spoken["http"], ws=spoken["ws"],
        backlog=capacity.AT_ONE_STROKE, ws_max_size=LONGEST_MESSAGE, ws_ping_interval=15,
        ws_ping_timeout=15, ws_per_message_deflate=False, timeout_keep_alive=5, timeout_graceful_shutdown=2,
    )  # fmt: skip


def _listen(lan: bool, wanted: int | None, before: int | None) -> list[socket.socket]:
    """Return what listens: on this machine alone, or on all its addresses of both kinds, also those it gets later."""
    ports = [wanted] if wanted is not None else [*([before] if before else []), FIRST_PORT, 0]
    for port in ports:
        try:
            first = _listener(socket.AF_INET, "0.0.0.0" if lan else "127.0.0.1", port)
        except OSError as error:
            problem = error
            continue
        with suppress(OSError):  # a machine without IPv6
            return [first, _listener(socket.AF_INET6, "::" if lan else "::1", first.getsockname()[1])]
        return [first]
    raise WorkshopError(f"port {ports[-1]} cannot be used ({problem.strerror}); name another with --port")


def _listener(family: socket.AddressFamily, host: str, port: int) -> socket.socket:
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        listener.bind((host, port))
        listener.listen(BACKLOG)
    except OSError:
        listener.close()
        raise
    return listener


def announcement(entrance: Entrance, secrets: dict[str, str], room: Room) -> list[str]:
    """Return what the instructor reads at the start."""
    address, here = entrance.address, entrance.here
    goes_on = [f"Continuing this workshop: {len(room.state.people)} have already joined."] if room.state.people else []
    proxied = bool(entrance.public)
    away = "  from another machine: " + address
    return [
        qr.text(f"{address}/#{secrets['code']}"),
        f"Participants:  {address}    code {spaced(secrets['code'])}", *_reach(entrance),
        "",
        f"You alone:             {here}/console#{secrets['instructor']}",
        *([f"{away}/console#{secrets['instructor']}"] if proxied else []),
        f"Helpers, who watch:    {address}/console#{secrets['helper']}",
        f"The projector:         {here}/projector#{secrets['projector']}",
        *([f"{away}/projector#{secrets['projector']}"] if proxied else []),
        "", *goes_on,
        f"Everything is saved in {room.log.path}. Stop with Ctrl+C; run the same command to continue.",
    ]  # fmt: skip


def _reach(entrance: Entrance) -> list[str]:
    """Return who can reach the server, where that is not everybody at once."""
    if entrance.address == entrance.here:
        if not entrance.lan:
            return ["Only this computer can reach it; use --lan to let others on the network join."]
        return [
            "This computer is on no network yet. Connect it, or make it a hotspot: its address is found while this"
            " runs, and shown on the console and the wall."
        ]
    others = ", ".join(entrance.addresses[1:])
    return [f"If that address does not work in the room, pick another on the console: {others}"] if others else []


def spaced(code: str) -> str:
    """Write a code in two halves.

    Examples
    --------
    >>> spaced("K7M2QP")
    'K7M 2QP'
    """
    return f"{code[:3]} {code[3:]}"


def log_path(name: str) -> Path:
    """Return where a workshop is kept, if its folder is there."""
    path = Path(name)
    if not path.parent.is_dir():
        raise WorkshopError(f"there is no folder {path.parent}")
    return path
