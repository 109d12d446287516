"""Runs a workshop: one process, one loop; says where to join before it begins."""

from __future__ import annotations

import io
import socket
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import segno
import uvicorn

from outsourcing_lessons.errors import WorkshopError
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.workshop import capacity
from outsourcing_lessons.workshop.app import App
from outsourcing_lessons.workshop.door import Door, protocols
from outsourcing_lessons.workshop.incoming import LONGEST_MESSAGE
from outsourcing_lessons.workshop.lock import Lock
from outsourcing_lessons.workshop.log import Log
from outsourcing_lessons.workshop.opening import SECRETS, addresses_of_this_machine
from outsourcing_lessons.workshop.prefix import prefix_of
from outsourcing_lessons.workshop.quiet import quieten
from outsourcing_lessons.workshop.room import Room

FIRST_PORT = 8765
BACKLOG = 2048  # phones that may knock in the same instant


def serve(
    log: Log,
    learners: tuple[LearnerProfile, ...] | None,
    lan: bool,
    port: int | None,
    address: str,
    say: Callable[[str], None],
) -> None:
    """Serve a workshop until it is interrupted.

    Parameters
    ----------
    log : Log
        Its file.
    learners : tuple of LearnerProfile or None
        Who may join; None leaves it as it was.
    lan : bool
        Whether others in the network can reach it.
    port : int or None
        None takes the one it had before, or the first that is free.
    address : str
        How participants reach it, where that is not this machine's own address: ``https://workshop.example``.
    say : callable
        Prints a line.

    Raises
    ------
    WorkshopError
        If it is being served already, or the port is taken.
    """
    lock = Lock(log.path)
    if learners is not None:
        log.set(roster={one.learner_id: one.learner for one in learners})
    settings = log.settings()
    host = "0.0.0.0" if lan else "127.0.0.1"
    listener = _listen(host, port, settings.get("port"))
    port = listener.getsockname()[1]
    names = addresses_of_this_machine() if lan else []
    here = f"http://127.0.0.1:{port}"
    join = {
        "address": address.rstrip("/") or (f"http://{names[0]}:{port}" if names else here),
        "code": settings["code"],
    }
    log.set(port=port)
    room = Room(log, settings["roster"], join)
    secrets = {name: settings[name] for name in SECRETS}
    door = Door(capacity.connections())
    app = App(room, secrets, _hosts(names, join["address"]), door, prefix_of(join["address"]))
    lock.tell(f"{here}/console#{secrets['instructor']}")
    for line in [*announcement(join, secrets, here, names, room), *capacity.warning(door.most)]:
        say(line)
    server = _Server(_config(app, bool(address)))
    quieten()
    try:
        server.run(sockets=[listener])
    finally:
        lock.let_go()


class _Server(uvicorn.Server):
    """A server whose loop takes in a few connections at a stroke, while all that knock may wait before the door."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        for listener in sockets or ():
            listener.listen(BACKLOG)


def _config(app: App, proxied: bool) -> uvicorn.Config:
    # A proxy on this machine says who asks: else a room behind it would share its wrong codes.
    spoken = protocols(app.door)
    return uvicorn.Config(
        app.asgi, log_level="warning", access_log=False, server_header=False, lifespan="on",
        proxy_headers=proxied, forwarded_allow_ips="127.0.0.1",
        http=spoken["http"], ws=spoken["ws"],
        backlog=capacity.AT_ONE_STROKE, ws_max_size=LONGEST_MESSAGE, ws_ping_interval=15,
        ws_ping_timeout=15, ws_per_message_deflate=False, timeout_keep_alive=5, timeout_graceful_shutdown=2,
    )  # fmt: skip


def _listen(host: str, wanted: int | None, before: int | None) -> socket.socket:
    ports = [wanted] if wanted is not None else [*([before] if before else []), FIRST_PORT, 0]
    for port in ports:
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
            listener.listen(BACKLOG)
            return listener
        except OSError as error:
            listener.close()
            problem = error
    raise WorkshopError(f"port {ports[-1]} cannot be used ({problem.strerror}); name another with --port")


def _hosts(names: list[str], address: str) -> list[str]:
    public = urlsplit(address).hostname or ""
    return list(dict.fromkeys(["127.0.0.1", "localhost", *names, *filter(None, [public])]))


def announcement(join: dict, secrets: dict[str, str], here: str, names: list[str], room: Room) -> list[str]:
    """Return what the instructor reads at the start."""
    drawn = io.StringIO()
    segno.make(f"{join['address']}/#{secrets['code']}", micro=False).terminal(drawn, compact=True, border=2)
    goes_on = [f"Continuing this workshop: {len(room.state.people)} have already joined."] if room.state.people else []
    only_here = (
        []
        if join["address"] != here
        else ["Only this computer can reach it; use --lan to let others on the network join."]
    )
    # Where a proxy is in front, the instructor may sit at another machine than the server.
    proxied = join["address"] not in (here, *(here.replace("127.0.0.1", name) for name in names))
    away = "  from another machine: " + join["address"]
    others = [f"If that address does not work in the room: {', '.join(names[1:])}"] if len(names) > 1 else []
    return [
        drawn.getvalue().rstrip("\n"),
        f"Participants:  {join['address']}    code {spaced(secrets['code'])}", *only_here, *others,
        "",
        f"You alone:             {here}/console#{secrets['instructor']}",
        *([f"{away}/console#{secrets['instructor']}"] if proxied else []),
        f"Helpers, who watch:    {join['address']}/console#{secrets['helper']}",
        f"The projector:         {here}/projector#{secrets['projector']}",
        *([f"{away}/projector#{secrets['projector']}"] if proxied else []),
        "", *goes_on,
        f"Everything is saved in {room.log.path}. Stop with Ctrl+C; run the same command to continue.",
    ]  # fmt: skip


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
