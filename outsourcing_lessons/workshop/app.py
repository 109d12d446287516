"""The addresses of a workshop: pages, joining, and two ways to stay in touch, WebSocket and long poll.

Secrets travel in the first message or in the header ``Authorization``, never in an address a server or proxy logs.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from outsourcing_lessons.errors import OutsourcingLessonsError
from outsourcing_lessons.workshop import pages
from outsourcing_lessons.workshop.channel import Seat, answered, greeting, seat_of
from outsourcing_lessons.workshop.guard import Throttle, same, tidy_code
from outsourcing_lessons.workshop.headers import Headers, from_here
from outsourcing_lessons.workshop.prefix import Prefix
from outsourcing_lessons.workshop.room import Room
from outsourcing_lessons.workshop.rules import Refused

LONGEST_MESSAGE = 256 * 1024
PATIENCE = 10  # seconds for a first message, and for a page to take what is sent
POLL = 25  # seconds that a poll waits for news
MOST_SOCKETS = 2000


class App:
    """The server's side of a room.

    Parameters
    ----------
    room : Room
        The workshop.
    secrets : dict
        ``code``, ``instructor``, ``helper``, ``projector``.
    hosts : list of str
        The names under which the server may be asked.
    prefix : str
        The path under which a proxy serves it, beside the root.
    """

    def __init__(self, room: Room, secrets: dict[str, str], hosts: list[str], prefix: str = ""):
        self.room, self.secrets = room, secrets
        self.sockets: set[WebSocket] = set()
        self.wrong_codes = Throttle(burst=20, rate=1 / 6)
        self.strangers = Throttle(burst=1000, rate=100)
        routes = [
            Route("/api/join", self.join, methods=["POST"]),
            Route("/api/send", self.send, methods=["POST"]),
            Route("/api/do", self.send, methods=["POST"]),
            Route("/api/poll", self.poll, methods=["POST"]),
            WebSocketRoute("/api/live", self.live),
            Route("/qr.svg", self.qr),
            *(Route(path, self.page) for path in pages.PAGES),
        ]
        middleware = [Middleware(TrustedHostMiddleware, allowed_hosts=hosts), Middleware(Headers)]
        starlette = Starlette(routes=routes, middleware=middleware, lifespan=self._lifespan)
        starlette.router.redirect_slashes = False
        self.asgi = Prefix(starlette, prefix)

    @contextlib.asynccontextmanager
    async def _lifespan(self, _):
        beat = asyncio.create_task(self.room.beat())
        yield
        beat.cancel()
        await self.room.close()

    async def page(self, request: Request) -> Response:
        content, kind = pages.page(request.url.path)
        return Response(content, media_type=kind)

    async def qr(self, request: Request) -> Response:
        return Response(pages.qr(f"{self.room.join['address']}/#{self.secrets['code']}"), media_type="image/svg+xml")

    # ---- Joining ------------------------------------------------------------------------------------------------

    async def join(self, request: Request) -> Response:
        wish = await _message(request)
        if wish is None:
            return _refusal("not-a-message", 400)
        address, now = _address(request), time.monotonic()
        if not self.strangers.take(address, now) or self.wrong_codes.left(address, now) < 1:
            return _refusal("too-fast", 429)
        if not same(tidy_code(wish.get("code")), self.secrets["code"]):
            self.wrong_codes.take(address, now)
            return _refusal("wrong-code", 403)
        try:
            person = await self.room.admit(wish.get("token"), wish.get("name"), wish.get("learner_id"))
        except Refused as refused:
            if str(refused) in ("not-on-roster", "seat-taken") and wish.get("learner_id"):
                self.wrong_codes.take(address, now)
            return _refusal(str(refused), 403, roster=bool(self.room.roster))
        except OutsourcingLessonsError:
            return _refusal("not-kept", 503)
        return JSONResponse({"number": person.number, "name": person.name})

    # ---- Long poll ----------------------------------------------------------------------------------------------

    def _seat(self, request: Request) -> Seat | None:
        secret = request.headers.get("authorization", "").removeprefix("Bearer ")
        return seat_of(self.room, self.secrets, secret)

    async def send(self, request: Request) -> Response:
        seat, message = self._seat(request), await _message(request)
        if seat is None:
            return self._stranger(request)
        kind = "send" if request.url.path.endswith("send") else "do"
        reply = await answered(self.room, seat, (message or {}) | {"type": kind})
        return JSONResponse(reply) if reply else _refusal("not-a-message", 400)

    async def poll(self, request: Request) -> Response:
        seat, message = self._seat(request), await _message(request)
        if seat is None:
            return self._stranger(request)
        if message is None:
            return _refusal("not-a-message", 400)
        seat.from_where(message)
        wake = asyncio.Event()
        seat.listen(wake)
        try:
            if not (patches := seat.patches()):
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(wake.wait(), _patience(message))
                patches = seat.patches()
        finally:
            seat.leave(wake)
        messages = ",".join([json.dumps(greeting(self.room, seat)), *patches])
        return Response(f'{{"messages":[{messages}]}}', media_type="application/json")

    def _stranger(self, request: Request) -> Response:
        fine = self.strangers.take(_address(request), time.monotonic())
        return _refusal("not-known", 401) if fine else _refusal("too-fast", 429)

    # ---- WebSocket ----------------------------------------------------------------------------------------------

    async def live(self, socket: WebSocket) -> None:
        fine = self.strangers.take(_address(socket), time.monotonic())
        if not from_here(socket.headers) or not fine or len(self.sockets) >= MOST_SOCKETS:
            return await socket.close(1008)
        await socket.accept()
        self.sockets.add(socket)
        try:
            await self._talk(socket)
        except (WebSocketDisconnect, TimeoutError, ValueError, RuntimeError, OSError):
            pass  # gone, silent, or no page of ours
        finally:
            self.sockets.discard(socket)
            with contextlib.suppress(Exception):
                await socket.close(1008)

    async def _talk(self, socket: WebSocket) -> None:
        hello = json.loads(await asyncio.wait_for(socket.receive_text(), PATIENCE))
        seat = seat_of(self.room, self.secrets, hello.get("secret")) if isinstance(hello, dict) else None
        if seat is None:
            return await socket.send_json({"type": "problem", "problem": "not-known"})
        seat.from_where(hello)
        wake, said = asyncio.Event(), [json.dumps(greeting(self.room, seat))]
        wake.set()
        seat.listen(wake)
        telling = asyncio.create_task(_tell(socket, seat, wake, said))
        try:
            while not telling.done():
                message = json.loads(await socket.receive_text())
                reply = await answered(self.room, seat, message) if isinstance(message, dict) else None
                if reply:
                    said.append(json.dumps(reply, ensure_ascii=False))
                    wake.set()
        finally:
            telling.cancel()
            seat.leave(wake)


async def _tell(socket: WebSocket, seat: Seat, wake: asyncio.Event, said: list[str]) -> None:
    """Send a page what is new; one that does not take it in time is let go."""
    try:
        while True:
            await wake.wait()
            wake.clear()
            texts = [*said, *seat.patches()]
            said.clear()
            for text in texts:
                await asyncio.wait_for(socket.send_text(text), PATIENCE)
    except Exception:
        with contextlib.suppress(Exception):
            await socket.close(1013)


async def _message(request: Request) -> dict[str, Any] | None:
    """Return the body of a request as an object; None if it is none, comes from another site, or is too long."""
    if not from_here(request.headers):
        return None
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LONGEST_MESSAGE:
            return None
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _patience(message: dict[str, Any]) -> float:
    """Return how long a poll waits for news: as long as the page wants, within bounds."""
    wait = message.get("wait")
    return min(POLL, max(0.0, wait)) if isinstance(wait, (int, float)) else POLL


def _address(connection: Request | WebSocket) -> str:
    return connection.client.host if connection.client else ""


def _refusal(why: str, status: int, **more: Any) -> Response:
    return JSONResponse({"problem": why, **more}, status)
