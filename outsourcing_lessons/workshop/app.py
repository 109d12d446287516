"""The addresses of a workshop: pages, joining, and two ways to stay in touch, WebSocket and long poll.

Secrets travel in the first message or in the header ``Authorization``, never in an address a server or proxy logs.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from collections import defaultdict
from typing import Any

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from outsourcing_lessons.errors import OutsourcingLessonsError
from outsourcing_lessons.workshop import pages, qr
from outsourcing_lessons.workshop.channel import Connection, answered, connection_of, greeting
from outsourcing_lessons.workshop.connections import Connections, InTurn
from outsourcing_lessons.workshop.headers import Headers, from_here
from outsourcing_lessons.workshop.hosts import Hosts
from outsourcing_lessons.workshop.incoming import LONGEST_MESSAGE, body_of
from outsourcing_lessons.workshop.prefix import Prefix
from outsourcing_lessons.workshop.room import Room
from outsourcing_lessons.workshop.rules import Refused
from outsourcing_lessons.workshop.seats import wish_of
from outsourcing_lessons.workshop.shutdown import Shutdown
from outsourcing_lessons.workshop.socket_talk import PATIENCE, heard, let_go, tell
from outsourcing_lessons.workshop.takeaway import takeaway
from outsourcing_lessons.workshop.throttles import Throttle, same, tidy_code

POLL = 25  # seconds that a poll waits for news
GUESSES = ("not-on-roster", "second-word", "seat-taken")  # what a wrong id or name is told
MOST_SOCKETS = 8  # of one participant: a phone, a laptop, and lines that are dead and do not know it yet


class App:
    """The server's side of a room.

    It may be asked under ``names``, besides this machine's addresses, and under a proxy's ``prefix`` beside the root.
    ``connections`` says what may hold one.
    """

    def __init__(
        self, room: Room, secrets: dict[str, str], names: tuple[str, ...], connections: Connections, prefix: str = ""
    ):
        entrance = room.admission.entrance
        self.room, self.secrets, self.connections, self.shutdown = room, secrets, connections, Shutdown()
        self.sockets: dict[str, list[WebSocket]] = defaultdict(list)
        self.talk = Throttle(burst=200, rate=20)  # messages and requests of each participant
        self.wrong_codes = Throttle(burst=20, rate=1 / 6)
        self.strangers = Throttle(burst=1000, rate=100)
        self.keeping = Throttle(burst=3, rate=1 / 10)  # pages to take along, each some milliseconds of work
        routes = [
            Route("/api/join", self.join, methods=["POST"]),
            *(Route(f"/api/{kind}", self.send, methods=["POST"]) for kind in ("send", "do", "at")),
            Route("/api/poll", self.poll, methods=["POST"]),
            WebSocketRoute("/api/live", self.live),
            Route("/qr.svg", self.qr),
            Route("/api/invitation", self.invitation, methods=["POST"]),
            Route("/api/page", self.own_page, methods=["POST"]),
            *(Route(path, self.page) for path in pages.addresses()),
        ]
        hosts = Middleware(Hosts, names=names, machine=entrance.machine, met=entrance.met)
        middleware = [Middleware(InTurn, shutdown=self.shutdown), hosts, Middleware(Headers)]
        starlette = Starlette(routes=routes, middleware=middleware, lifespan=self._lifespan)
        starlette.router.redirect_slashes = False
        self.asgi = Prefix(starlette, prefix)

    @contextlib.asynccontextmanager
    async def _lifespan(self, _):
        tasks = [asyncio.create_task(one) for one in (self.room.beat(), self.room.writer.tidy())]
        yield
        for task in tasks:
            task.cancel()
        await self.room.close()

    async def page(self, request: Request) -> Response:
        path = request.url.path
        content, kind = pages.page(path)
        if kind == pages.FONT or "gzip" not in request.headers.get("accept-encoding", ""):
            return Response(content, media_type=kind)
        headers = {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
        return Response(pages.zipped(path), media_type=kind, headers=headers)

    async def qr(self, request: Request) -> Response:
        return Response(qr.svg(f"{self.room.admission.entrance.address}/#{self.secrets['code']}"), media_type=pages.SVG)

    async def invitation(self, request: Request) -> Response:
        """Answer with an address to be photographed: the instructor's remote, a helper's console, one's own seat."""
        connection, wish = self._connection(request), await body_of(request) or {}
        if connection is None:
            return self._stranger(request)
        own = {"seat": f"#seat={_secret(request)}"} if connection.person else {}
        far = {"remote": f"remote#{self.secrets['remote']}", "helper": f"console#{self.secrets['helper']}"}
        page = (far if connection.role == "instructor" else own).get(str(wish.get("of")))
        if page is None:
            return _refusal("only-watching", 403)
        address = f"{self.room.admission.entrance.address}/{page}"
        return JSONResponse({"address": address, "svg": qr.svg(address).decode()})

    async def own_page(self, request: Request) -> Response:
        """Answer a participant with what they take along."""
        connection = self._connection(request)
        if connection is None or connection.person is None:
            return self._stranger(request) if connection is None else _refusal("only-watching", 403)
        if not self.keeping.take(connection.person.id, time.monotonic()):
            return _refusal("too-fast", 429)
        self.room.admission.took.add(connection.person.id)
        content = takeaway(self.room.state, self.room.agenda, connection.person)
        return Response(content, media_type=pages.HTML, headers={"Content-Disposition": "attachment"})

    # ---- Joining ------------------------------------------------------------------------------------------------

    async def join(self, request: Request) -> Response:
        if (wish := await body_of(request)) is None:
            return _refusal("not-a-message", 400)
        address, now = _address(request), time.monotonic()
        if not self.strangers.take(address, now) or self.wrong_codes.left(address, now) < 1:
            return _refusal("too-fast", 429)
        if not same(tidy_code(wish.get("code")), self.secrets["code"]):
            self.wrong_codes.take(address, now)
            return _refusal("wrong-code", 403)
        waiting = self.room.admission.seating.knocked(wanted := wish_of(wish, address))
        try:
            person = await self.room.admit(wanted)
        except Refused as refused:
            if str(refused) in GUESSES and wish.get("learner_id") and not waiting:
                self.wrong_codes.take(address, now)
            return _refusal(str(refused), 403, roster=bool(self.room.roster))
        except OutsourcingLessonsError:
            return _refusal("not-kept", 503)
        return JSONResponse({"number": person.number, "name": person.name})

    # ---- Long poll ----------------------------------------------------------------------------------------------

    def _connection(self, request: Request) -> Connection | None:
        connection = connection_of(self.room, self.secrets, _secret(request))
        if connection:
            self._known(request, connection)
        return connection

    def _known(self, from_: Request | WebSocket, connection: Connection) -> None:
        self.connections.know(from_.client or ("", 0))
        if connection.person:
            self.room.admission.seating.came(connection.person.id, _address(from_))

    async def _in_turn(self, connection: Connection, weight: float = 1) -> None:
        """Let a participant who says too much wait, and nobody else: what they send next stays in their own line."""
        if connection.person and (pause := self.talk.wait(connection.person.id, time.monotonic(), weight)):
            await self.shutdown.wait(min(pause, PATIENCE))

    async def send(self, request: Request) -> Response:
        connection, message = self._connection(request), await body_of(request, LONGEST_MESSAGE)
        if connection is None:
            return self._stranger(request)
        await self._in_turn(connection)
        kind = request.url.path.rpartition("/")[2]
        reply = await answered(self.room, connection, (message or {}) | {"type": kind})
        return _refusal("not-a-message", 400) if reply is None else JSONResponse(reply)

    async def poll(self, request: Request) -> Response:
        connection, message = self._connection(request), await body_of(request)
        if connection is None:
            return self._stranger(request)
        if message is None:
            return _refusal("not-a-message", 400)
        await self._in_turn(connection)
        connection.from_where(message)
        wake = asyncio.Event()
        connection.listen(wake)
        try:
            if not (patches := connection.patches()):
                await self.shutdown.wait(_patience(message), wake)
                patches = connection.patches()
        finally:
            connection.leave(wake)
        messages = ",".join([json.dumps(greeting(self.room, connection)), *patches])
        return Response(f'{{"messages":[{messages}]}}', media_type="application/json")

    def _stranger(self, request: Request) -> Response:
        fine = self.strangers.take(_address(request), time.monotonic())
        return _refusal("not-known", 401) if fine else _refusal("too-fast", 429)

    # ---- WebSocket ----------------------------------------------------------------------------------------------

    async def live(self, socket: WebSocket) -> None:
        fine = self.strangers.take(_address(socket), time.monotonic())
        if not from_here(socket.headers) or not fine:
            return await socket.close(1008)
        await socket.accept()
        try:
            await self._talk(socket)
        except (WebSocketDisconnect, TimeoutError, ValueError, RuntimeError, OSError):
            pass  # gone, silent, or no page of ours
        finally:
            with contextlib.suppress(Exception):
                await socket.close(1008)

    async def _talk(self, socket: WebSocket) -> None:
        async with asyncio.timeout(PATIENCE):
            hello, _ = await heard(socket)
        connection = connection_of(self.room, self.secrets, hello.get("secret"))
        if connection is None:
            return await socket.send_json({"type": "problem", "problem": "not-known"})
        self._known(socket, connection)
        with self._held(socket, connection):
            await self._on_with(socket, connection, hello)

    @contextlib.contextmanager
    def _held(self, socket: WebSocket, connection: Connection):
        """Keep no more than a few lines of one participant: the oldest is let go."""
        name = connection.person.id if connection.person else connection.role
        mine = self.sockets[name]
        mine.append(socket)
        if connection.person and len(mine) > MOST_SOCKETS:
            self.leaving = asyncio.create_task(let_go(mine.pop(0)))
        try:
            yield
        finally:
            if socket in mine:
                mine.remove(socket)
            if not mine:
                self.sockets.pop(name, None)

    async def _on_with(self, socket: WebSocket, connection: Connection, hello: dict[str, Any]) -> None:
        connection.from_where(hello)
        wake, said = asyncio.Event(), [json.dumps(greeting(self.room, connection))]
        wake.set()
        connection.listen(wake)
        telling = asyncio.create_task(tell(socket, connection, wake, said))
        try:
            while not telling.done():
                message, weight = await heard(socket)
                reply = await answered(self.room, connection, message)
                if reply:
                    said.append(json.dumps(reply, ensure_ascii=False))
                    wake.set()
                await self._in_turn(connection, weight)
        finally:
            telling.cancel()
            connection.leave(wake)
            await asyncio.wait([telling], timeout=PATIENCE)


def _secret(request: Request) -> str:
    return request.headers.get("authorization", "").removeprefix("Bearer ")


def _patience(message: dict[str, Any]) -> float:
    """Return how long a poll waits for news: as long as the page wants, within bounds."""
    wait = message.get("wait")
    return min(POLL, max(0.0, wait)) if isinstance(wait, (int, float)) else POLL


def _address(connection: Request | WebSocket) -> str:
    return connection.client.host if connection.client else ""


def _refusal(why: str, status: int, **more: Any) -> Response:
    return JSONResponse({"problem": why, **more}, status)
