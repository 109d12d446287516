"""What every answer carries so that a browser keeps others out: no script, style or frame but ours, no referrer."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from starlette.datastructures import Headers as Given
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from outsourcing_lessons import player


def from_here(headers: Given) -> bool:
    """Whether a request comes from one of our pages, or from no page at all."""
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host", "")


def policy(host: str) -> str:
    """Return the content security policy; the one inline style is that of the page the player gives to the printer."""
    return "; ".join(
        [
            "default-src 'none'", "script-src 'self'",
            f"style-src 'self' '{player.printed_style()}'", "img-src 'self' data:", "font-src 'self'",
            f"connect-src 'self' ws://{host} wss://{host}", "base-uri 'none'", "form-action 'none'",
            "frame-ancestors 'none'",
        ]
    )  # fmt: skip


class Headers:
    """Adds the headers to every answer."""

    def __init__(self, app: ASGIApp):
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        host = Given(scope=scope).get("host", "")

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Content-Security-Policy"] = policy(host if re.fullmatch(r"[\w.:\[\]-]+", host) else "")
                headers["Referrer-Policy"] = "no-referrer"
                headers["X-Content-Type-Options"] = "nosniff"
                headers["Cross-Origin-Opener-Policy"] = "same-origin"
                headers["Cross-Origin-Resource-Policy"] = "same-origin"
                # What changes its address with its content is for ever; all else is of this room and this moment.
                kept = message["status"] == 200 and scope["path"].startswith("/files/")
                headers["Cache-Control"] = "max-age=31536000, immutable" if kept else "no-store"
            await send(message)

        return await self.app(scope, receive, guarded)
