"""A real server in a process of its own, to be asked, killed and started again."""

from __future__ import annotations

import json
import re
import secrets
import signal
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path

import httpx
from websockets.sync.client import connect

from outsourcing_lessons.workshop.pages import FILES, PAGES
from tests.patience import PATIENCE
from tests.workshop.nursery import begun


class Server:
    """``outsourcing-lessons workshop start`` on a file."""

    def __init__(self, folder: Path, *options: str, port: int = 0):
        self.folder, self.options, self.port = folder, options, port
        # Nothing is encrypted, so no certificates have to be read. Each request comes by a connection of its own: over
        # one that asks on and on, the server makes it wait.
        alone = httpx.Limits(max_keepalive_connections=0)
        self.client = httpx.Client(verify=False, timeout=PATIENCE, trust_env=False, limits=alone)
        self.start()

    def start(self) -> None:
        arguments = ["workshop", "start", "--db", "w.sqlite", "--port", str(self.port), *self.options]
        self.process = begun(arguments, self.folder)
        self.said = ""
        while "Stop with" not in self.said:
            line = self.process.stdout.readline()
            assert line, self.said
            self.said += line
        self.public, code = re.search(r"Participants:\s+(\S+)\s+code (\w+ \w+)", self.said).groups()
        self.base = re.search(r"You alone:\s+(\S+)/console#", self.said).group(1)
        self.code = code.replace(" ", "")
        self.port = int(self.base.rpartition(":")[2])
        names = ("instructor", "helper", "projector")
        self.secrets = dict(zip(names, re.findall(r"(?:alone|watch|projector):\s+\S+#(\S+)", self.said), strict=True))
        self._until_it_answers()

    def _until_it_answers(self) -> None:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            try:
                return self.client.get(self.base).raise_for_status() and None
            except httpx.HTTPError:
                time.sleep(0.02)
        raise AssertionError(self.said)

    def addresses(self) -> list[str]:
        """Return all that it serves to everybody; which version of it says the page."""
        version = re.search(r"files/(\w+)/", self.client.get(f"{self.base}/").text)[1]
        return [*PAGES, *(f"/files/{version}/{name}" for name in FILES)]

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.process.stdout.close()

    def stop(self) -> str:
        """End it as Ctrl+C would; return what it said meanwhile."""
        self.process.send_signal(signal.SIGINT)
        said, _ = self.process.communicate(timeout=PATIENCE)
        return said

    def post(self, path: str, body, secret: str = "", **headers) -> httpx.Response:
        given = ({"Authorization": f"Bearer {secret}"} if secret else {}) | headers
        return self.client.post(self.base + path, content=as_json(body), headers=given)

    def do(self, kind: str, **command) -> dict:
        reply = self.post("/api/do", {"command": {"kind": kind, **command}}, self.secrets["instructor"]).json()
        assert "problem" not in reply, reply
        return reply

    @property
    def remote(self) -> str:
        """The secret of the instructor's phone, which the console shows as a code to be photographed."""
        return (
            self.post("/api/invitation", {"of": "remote"}, self.secrets["instructor"])
            .json()["address"]
            .partition("#")[2]
        )

    def join(self, **wish) -> str:
        """Take a seat; return its token."""
        token = secrets.token_urlsafe(18)
        reply = self.post("/api/join", {"code": self.code, "token": token} | wish)
        assert reply.status_code == 200, reply.text
        return token

    def send(self, token: str, *events: dict) -> list[dict]:
        return self.post("/api/send", {"events": list(events)}, token).json()["acks"]

    def socket(self, secret: str, **more) -> Socket:
        return Socket(self.base.replace("http", "ws") + "/api/live", secret, **more)


def as_json(message) -> str:
    """Return a message as a browser writes it, which escapes half characters and knows no word for infinity."""
    return json.dumps(message).replace("Infinity", "1e999")


UNHURRIED = {"open_timeout": PATIENCE, "ping_interval": None}


class Socket:
    """A page's WebSocket, and what its boards say."""

    def __init__(self, address: str, secret: str, hello: dict | None = None, **more):
        self.boards: dict[str, dict] = {}
        self.heard: list[str] = []
        self.open = ExitStack()
        self.line = self.open.enter_context(
            connect(address, compression=None, max_size=None, close_timeout=0.2, **UNHURRIED, **more)
        )
        self.say({"type": "hello", "secret": secret} | (hello or {}))

    def say(self, message: dict) -> None:
        self.line.send(as_json(message))

    def hear(self, timeout: float = PATIENCE) -> dict:
        text = self.line.recv(timeout)
        self.heard.append(text)
        message = json.loads(text)
        if message["type"] == "patch":
            board = self.boards.setdefault(message["board"], {})
            board |= message["set"]
            for name in message["gone"]:
                board.pop(name, None)
        return message

    def until(self, fits, timeout: float = PATIENCE):
        """Hear messages until one of them, or what the boards say after it, fits."""
        ends = time.monotonic() + timeout
        while True:
            message = self.hear(max(0.01, ends - time.monotonic()))
            if found := fits(message, self.boards):
                return found

    def close(self) -> None:
        self.open.close()


@contextmanager
def served(folder: Path, *options: str):
    """Run a server for a while."""
    server = Server(folder, *options)
    try:
        yield server
    finally:
        server.client.close()
        if server.process.poll() is None:
            server.kill()


def answer(step: str, response: dict, round_: int = 1, **more) -> dict:
    """Return an answer as a page sends it."""
    return {"id": secrets.token_hex(8), "kind": "answer", "step": step, "round": round_, "response": response} | more
