"""Servers that begin behind their imports, which take nine tenths of a start and are the same for all.

One process imports what ``workshop start`` needs and waits; each server is a fork of it, with the working directory,
the environment and the arguments of a command. Rehearsals start theirs from nothing, and so does everything where
coverage is measured or a system knows no fork.
"""

from __future__ import annotations

import atexit
import importlib
import json
import os
import signal
import socket
import subprocess
import sys
import traceback
from functools import cache
from pathlib import Path
from typing import IO, Any

from coverage import Coverage

from tests.patience import wait_until

ROOT = Path(__file__).parents[2]
IMPORTED = ("outsourcing_lessons.workshop.serve", "outsourcing_lessons.workshop.opening", "outsourcing_lessons.roster",
            "outsourcing_lessons.cli.workshop", "outsourcing_lessons.workshop.pages", "uvicorn.loops.auto",
            "uvicorn.protocols.http.auto", "uvicorn.protocols.websockets.auto", "uvicorn.lifespan.on")  # fmt: skip


def begun(arguments: list[str], folder: Path) -> Begun | subprocess.Popen[str]:
    """Start ``outsourcing-lessons`` with these arguments; its output is to be read from `stdout`."""
    if hasattr(os, "fork") and Coverage.current() is None:
        return Begun(arguments, folder)
    command = [sys.executable, "-m", "outsourcing_lessons", *arguments]
    return subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


class Begun:
    """A fork of the nursery, to be asked and ended like a `subprocess.Popen`."""

    def __init__(self, arguments: list[str], folder: Path):
        self.returncode: int | None = None
        reading, writing = os.pipe()
        self.stdout: IO[str] = open(reading, encoding="utf-8")  # closed by whoever ends it
        self.pid = _asked({"arguments": arguments, "folder": str(folder), "environment": dict(os.environ)}, writing)
        os.close(writing)

    def send_signal(self, number: int) -> None:
        if self.poll() is None:
            os.kill(self.pid, number)

    def poll(self) -> int | None:
        if self.returncode is None:
            self.returncode = _asked({"of": self.pid})
        return self.returncode

    def wait(self) -> int | None:
        wait_until(lambda: self.poll() is not None, 0.005)
        return self.returncode

    def communicate(self, timeout: float) -> tuple[str, None]:
        """Return the rest of what it says; `wait_until` knows how long that may take."""
        self.wait()
        with self.stdout:
            return self.stdout.read(), None


@cache
def _nursery() -> socket.socket:
    ours, its = socket.socketpair()
    with its:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.workshop.nursery", str(its.fileno())], cwd=ROOT, pass_fds=[its.fileno()]
        )

    def close() -> None:
        ours.close()
        process.wait()

    atexit.register(close)
    return ours


def _asked(order: dict[str, Any], *files: int) -> Any:
    """Send an order to the nursery and return its reply."""
    text = json.dumps(order).encode()
    line = _nursery()
    socket.send_fds(line, [len(text).to_bytes(4, "big")], files)
    line.sendall(text)
    return json.loads(line.recv(64))


def _nurse(line: socket.socket) -> None:
    """Carry out orders until nobody is there to give one."""
    for name in IMPORTED:
        importlib.import_module(name)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the tests, which close the line then
    while (head := socket.recv_fds(line, 4, 1))[0]:
        order = json.loads(line.recv(int.from_bytes(head[0], "big"), socket.MSG_WAITALL))
        if "of" in order:
            reply = _code(order["of"])
        elif not (reply := os.fork()):
            line.close()
            _be(order, *head[1])
        else:
            os.close(*head[1])
        line.sendall(json.dumps(reply).encode())


def _code(process: int) -> int | None:
    """Return how a fork has ended, if it has."""
    found, status = os.waitpid(process, os.WNOHANG)
    return os.waitstatus_to_exitcode(status) if found else None


def _be(order: dict[str, Any], output: int) -> None:
    """Become the process that was ordered, and end as it does."""
    code: Any = 1
    try:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        os.dup2(output, 1)
        os.dup2(output, 2)
        os.close(output)
        sys.stdout, sys.stderr = (open(number, "w", 1, "utf-8") for number in (1, 2))
        os.chdir(order["folder"])
        os.environ.clear()
        os.environ.update(order["environment"])
        from outsourcing_lessons.cli import main

        main(order["arguments"])
    except SystemExit as end:
        code = end.code
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code if isinstance(code, int) else 0 if code is None else 1)


if __name__ == "__main__":
    _nurse(socket.socket(fileno=int(sys.argv[1])))
