"""Under which names the server answers, those it was told and whatever is an address of this machine; and which path.

A page of another site can have a *name* of its own lead here, and would then be taken for ours; an address in figures
leads where it says. So addresses need no list, and one that the machine got in the middle of a class is fine.

A path is somebody else's, such as /services/workshop/ of a JupyterHub. Pages ask for everything relative to where they
are, so only the way in has to know it. Without it the server answers as ever: who is on this machine needs no proxy.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, RedirectResponse
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


def prefix_of(address: str) -> str:
    """Return the path under which participants reach the server.

    Examples
    --------
    >>> prefix_of("https://hub.example/services/workshop"), prefix_of("http://192.168.1.20:8765")
    ('/services/workshop', '')
    """
    return urlsplit(address).path.rstrip("/")


class Prefix:
    """Takes the path off a request that came in under it.

    ``prefix``: such as "/services/workshop"; "" takes nothing off.
    """

    def __init__(self, app: ASGIApp, prefix: str):
        self.app, self.prefix = app, prefix

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope.get("path", "")
        if self.prefix and path == self.prefix and scope["type"] == "http":
            return await RedirectResponse(f"{self.prefix}/")(scope, receive, send)
        if self.prefix and path.startswith(f"{self.prefix}/"):
            scope = {**scope, "path": path.removeprefix(self.prefix)}
        return await self.app(scope, receive, send)
