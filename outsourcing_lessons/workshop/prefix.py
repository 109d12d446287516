"""Serving a workshop under a path of somebody else's name, such as /services/workshop/ of a JupyterHub.

Pages ask for everything relative to where they are, so only the way in has to know the path. Without it the server
answers as ever: whoever is on this machine needs no proxy.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send


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
