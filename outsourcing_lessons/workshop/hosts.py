"""Under which names the server answers: those it was told, and whatever is an address of this machine at the moment.

A page of another site can have a *name* of its own lead here, and would then be taken for ours; an address in figures
leads where it says. So addresses need no list, and one that the machine got in the middle of a class is fine.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from outsourcing_lessons.workshop.addresses import Machine


def own_names() -> tuple[str, ...]:
    """Return the names that a network may know this machine by.

    Examples
    --------
    >>> own_names()[0]
    'localhost'
    """
    name = socket.gethostname().lower()
    return "localhost", name, f"{name.partition('.')[0]}.local"


def host_of(header: str) -> str:
    """Return the host of a header ``Host``, without its port and brackets; "" where it is none.

    Examples
    --------
    >>> host_of("192.168.1.20:8765"), host_of("[fd00::2]:8765"), host_of("evil.example/x")
    ('192.168.1.20', 'fd00::2', 'evil.example')
    """
    try:
        return urlsplit(f"//{header}").hostname or ""
    except ValueError:
        return ""


class Hosts:
    """Turns away what is asked under none of our names.

    ``met`` is told the host that was asked for, and who asked.
    """

    def __init__(self, app: ASGIApp, names: tuple[str, ...], machine: Machine, met: Callable[[str, str], None]):
        self.app, self.names, self.machine, self.met = app, names, machine, met

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            return await self.app(scope, receive, send)
        host = host_of(Headers(scope=scope).get("host", ""))
        if host not in self.names and not self.machine.has(host):
            refusal = PlainTextResponse("This workshop is not at that address.", 400)
            return await refusal(scope, receive, send)
        self.met(host, (scope.get("client") or ("", 0))[0])
        await self.app(scope, receive, send)
