"""The page's server: on this computer alone; each page is made by a process of its own."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from html import escape
from importlib.resources import files
from pathlib import Path

from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets
from tornado.web import Application, HTTPError, RequestHandler

from outsourcing_lessons.authoring.preview.build import VIEWS
from outsourcing_lessons.lessons.courses import chosen

HERE = files(__package__)
BUILD = (sys.executable, "-m", f"{__package__}.build")
LOOK_SECONDS, WAIT_SECONDS = 0.2, 20.0
LOCAL = "127.0.0.1"
WATCHED = {".py", ".toml", ".md", ".txt", ".ipynb", ".js", ".css", ".typ", ".j2", ".json"}


def stamp(folders: Iterable[Path]) -> int:
    """Return a number that is another one as soon as a file in the folders is saved, added or taken away."""
    found = []
    for folder in folders:
        for path in folder.rglob("*"):
            if path.suffix in WATCHED and ".ipynb_checkpoints" not in path.parts:
                try:
                    status = path.stat()
                except OSError:  # saved at this very moment: seen the next time
                    continue
                found.append((str(path), status.st_mtime_ns, status.st_size))
    return hash(tuple(sorted(found)))


class Preview:
    """A lesson that is watched: ``folders`` hold what it is made of."""

    def __init__(self, lesson: str, folders: tuple[Path, ...], notebooks: Path | None = None):
        self.lesson, self.folders, self.notebooks = lesson, folders, notebooks
        self.version = stamp(folders)
        self._spare: asyncio.subprocess.Process | None = None

    async def wait_for_change(self, seen: int) -> int:
        """Return the stamp of the files once it is another than the one seen, or after a while."""
        for _ in range(int(WAIT_SECONDS / LOOK_SECONDS)):
            if (found := await asyncio.to_thread(stamp, self.folders)) != seen:
                return found
            await asyncio.sleep(LOOK_SECONDS)
        return seen

    async def build(self, view: str, trade: str, seed: int) -> tuple[bool, bytes]:
        """Return whether a page could be made, and the page or why not."""
        wish = {"lesson": self.lesson, "view": view, "trade": trade, "seed": seed}
        wish["notebooks"] = str(self.notebooks) if self.notebooks else ""
        child, self._spare = self._spare or await _started(), None
        page, said = await child.communicate(json.dumps(wish).encode())
        self._spare = self._spare or await _started()
        return child.returncode == 0, page if child.returncode == 0 else said

    async def end(self) -> None:
        """End the process that waits for the next page."""
        if self._spare:
            with suppress(ProcessLookupError):  # it has ended by itself
                self._spare.kill()
            await self._spare.communicate()


async def _started() -> asyncio.subprocess.Process:
    pipe = asyncio.subprocess.PIPE
    return await asyncio.create_subprocess_exec(*BUILD, stdin=pipe, stdout=pipe, stderr=pipe)


class _Handler(RequestHandler):
    def initialize(self, preview: Preview):
        self.preview = preview

    def prepare(self):
        # Only this page may ask: a site elsewhere that points a name of its own at this computer is turned away.
        if self.request.host_name not in (LOCAL, "localhost"):
            raise HTTPError(403)
        self.set_header("Cache-Control", "no-store")


class _Shell(_Handler):
    def get(self):
        trades = "".join(f"<option>{escape(name)}</option>" for name in chosen().trade_names)
        views = "".join(f"<option>{escape(name)}</option>" for name in VIEWS if name != "check")
        page = HERE.joinpath("page.html").read_text(encoding="utf-8")
        for mark, text in (("%TRADES%", trades), ("%VIEWS%", views), ("%LESSON%", escape(self.preview.lesson))):
            page = page.replace(mark, text)
        self.finish(page.replace("%VERSION%", str(self.preview.version)))


class _Changed(_Handler):
    async def get(self):
        seen = self.get_argument("seen")
        self.finish({"version": str(await self.preview.wait_for_change(int(seen)))})


class _View(_Handler):
    async def get(self):
        view, trade, seed = (self.get_argument(name) for name in ("view", "trade", "seed"))
        if view not in VIEWS or trade not in chosen().trade_names or not seed.isdecimal() or int(seed) >= 2**53:
            raise HTTPError(400)
        made, page = await self.preview.build(view, trade, int(seed))
        pdf = made and view in ("print", "key")
        self.set_header("Content-Type", "application/pdf" if pdf else "text/html; charset=utf-8")
        self.finish(page if made else b'<!doctype html><meta charset="utf-8"><pre>' + escape(page.decode()).encode())


async def serve(preview: Preview, port: int, tell: Callable[[str], None]) -> None:
    """Serve until interrupted; ``tell`` is given the address once it can be opened. Port 0 takes a free one."""
    rooms = [("/", _Shell), ("/changed", _Changed), ("/view", _View)]
    # What goes wrong is on the page; a line for each request would hide the address on the terminal.
    handlers = [(path, room, {"preview": preview}) for path, room in rooms]
    server = HTTPServer(Application(handlers, log_function=lambda handler: None))
    sockets = bind_sockets(port, LOCAL)
    server.add_sockets(sockets)
    tell(f"http://{LOCAL}:{sockets[0].getsockname()[1]}/")
    try:
        await asyncio.Event().wait()
    finally:
        server.stop()
        await preview.end()
