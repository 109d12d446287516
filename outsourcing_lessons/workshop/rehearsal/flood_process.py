"""Pours out bytes as one device can: a program of its own, so that whoever takes the time is not held up by it.

``python flood_process.py PORT LENGTH`` reads from its input what each line begins with, of that length, and what then
goes over it again and again; prints a line when it has begun, and goes on until it is ended.
"""

from __future__ import annotations

import contextlib
import select
import socket
import sys
import threading
import time

LINES = 6  # as many as a browser opens
REST = 0.005  # seconds before a line that was ended is opened again: no device is faster over a network
PIECE = 60_000  # bytes at a stroke
DEVICE, HERE = ("127.0.0.2", 0), ("127.0.0.1", 0)
ANSWER = b"\r\n\r\n"


def connected(port: int) -> socket.socket:
    """Return a connection that comes from another device, as far as this system can make it look so."""
    try:
        return socket.create_connection(("127.0.0.1", port), 10, source_address=DEVICE)
    except OSError:
        return socket.create_connection(("127.0.0.1", port), 10, source_address=HERE)


def pour(port: int, upgrade: bytes, opening: bytes, piece: bytes) -> None:
    """Pour for ever; a line that is ended is opened anew."""
    while True:
        time.sleep(REST)
        with contextlib.suppress(OSError), connected(port) as line:
            if opening:
                line.sendall(upgrade)
                line.recv(PIECE)
                line.sendall(opening)
            line.setblocking(False)
            left = memoryview(piece)
            while piece:
                readable, writable, _ = select.select([line], [line], [])
                if readable and not line.recv(PIECE):
                    break
                if writable:
                    left = left[line.send(left[:PIECE]) :] or memoryview(piece)


def main(port: int, *lengths: int) -> None:
    """Pour over several lines at once."""
    given = sys.stdin.buffer.read()
    parts = []
    for length in lengths:
        parts.append(given[:length])
        given = given[length:]
    for _ in range(LINES):
        threading.Thread(target=pour, args=(port, *parts, given), daemon=True).start()
    print("begun", flush=True)
    threading.Event().wait()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
