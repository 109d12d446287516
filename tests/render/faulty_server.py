"""An S3 server on this machine, and a proxy before it that fails, stalls and cuts the line as a test asks."""

from __future__ import annotations

import http.client
import re
import select
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.patience import PATIENCE

OF_THE_LINE = ("content-length", "transfer-encoding", "connection", "expect")
# moto wants to know who asks, and believes anybody.
SOMEBODY = "AWS4-HMAC-SHA256 Credential=nobody/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0"


# It chooses its port itself: one that was free a moment ago may be somebody else's now.
S3_SERVER = """
import threading
from moto.server import ThreadedMotoServer
server = ThreadedMotoServer("127.0.0.1", port=0, verbose=False)
server.start()
print(server.get_host_and_port()[1], flush=True)
threading.Event().wait()
"""


@contextmanager
def s3_server():
    """Run moto in a process of its own; yields its port."""
    streams = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "text": True}
    with subprocess.Popen([sys.executable, "-c", S3_SERVER], **streams) as server:
        try:
            yield int(server.stdout.readline())
        finally:
            server.kill()


def asked(port: int, method: str, path: str, body: bytes = b"") -> bytes:
    """Ask the server itself, past the proxy."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    line.request(method, path, body, {"Authorization": SOMEBODY})
    answer = line.getresponse().read()
    line.close()
    return answer


def names_held(port: int, prefix: str = "cohort/") -> list[str]:
    """Return the names of all objects below a prefix, asked for past the proxy."""
    listing = asked(port, "GET", f"/bucket?list-type=2&prefix={prefix}").decode()
    return [name.removeprefix(prefix) for name in re.findall("<Key>(.*?)</Key>", listing)]


def held(port: int, prefix: str = "cohort/") -> dict[str, bytes]:
    """Return all objects below a prefix, and the keys beside it, asked for past the proxy."""
    beside = f"{prefix.rstrip('/')}-keys/"
    found = {name: asked(port, "GET", f"/bucket/{prefix}{name}") for name in names_held(port, prefix)}
    # Of the index, the links to the keys are as they would be in a folder.
    found = {name: body.replace(f"../{beside.rstrip('/')}".encode(), b"keys") for name, body in found.items()}
    return found | {f"keys/{name}": asked(port, "GET", f"/bucket/{beside}{name}") for name in names_held(port, beside)}


class Proxy(ThreadingHTTPServer):
    """Passes on what it is asked; ``faults`` holds what to do instead, one after another, to PUTs of objects.

    With ``fate`` an object has faults of its own, by its path: what to do instead at the first PUT of it, the second …
    """

    daemon_threads = True

    def __init__(self, behind: int):
        super().__init__(("127.0.0.1", 0), _Passing)
        self.behind, self.faults, self.seen = behind, [], Counter()
        self.fate, self._puts = None, Counter()
        self._one_at_a_time = threading.Lock()

    def take(self, method: str, path: str) -> int | str | None:
        """Count a request; return the fault that is its turn, if any is."""
        with self._one_at_a_time:
            self.seen[f"{method} {'?' if '?' in path else 'object'}"] += 1
            if method != "PUT":
                return None
            if self.fate is None:
                return self.faults.pop(0) if self.faults else None
            self._puts[path] += 1
            return dict(enumerate(self.fate(path), start=1)).get(self._puts[path])

    @contextmanager
    def running(self):
        thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{self.server_port}"
        finally:
            self.shutdown()
            thread.join()
            self.server_close()

    def handle_error(self, request, address) -> None:
        """Say nothing: a line that is cut is what is tested."""


class _Passing(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def _answer(self) -> None:
        body = self._body()
        fault = self.server.take(self.command, self.path)
        if fault == "cut":
            return self._cut()
        if isinstance(fault, int):
            return self._say(fault, [], b"<Error><Code>InternalError</Code><Message>no</Message></Error>")
        if fault == "stall":
            select.select([self.connection], [], [], PATIENCE)  # there is something to read when the asker hangs up
            return self._cut()
        if fault == "slow":
            time.sleep(1)
        status, headers, content = self._passed_on(body)
        return self._cut() if fault == "cut after" else self._say(status, headers, content)

    do_GET = do_PUT = do_HEAD = do_DELETE = do_POST = _answer

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding") != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length") or 0))
        body = b""
        while size := int(self.rfile.readline(), 16):
            body += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return body

    def _cut(self) -> None:
        self.close_connection = True
        self.connection.close()

    def _passed_on(self, body: bytes):
        behind = http.client.HTTPConnection("127.0.0.1", self.server.behind, timeout=PATIENCE)
        headers = {name: value for name, value in self.headers.items() if name.lower() not in OF_THE_LINE}
        behind.request(self.command, self.path, body, headers)
        answer = behind.getresponse()
        content = answer.read()
        behind.close()
        return answer.status, answer.getheaders(), content

    def _say(self, status: int, headers, content: bytes) -> None:
        self.send_response_only(status)
        length = dict(headers).get("Content-Length", "0") if self.command == "HEAD" else str(len(content))
        for name, value in headers:
            if name.lower() not in OF_THE_LINE:
                self.send_header(name, value)
        self.send_header("Content-Length", length)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_) -> None:
        pass
