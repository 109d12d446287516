"""A way to the server that can fail as a phone's does: bytes are lost on it, and nobody is told."""

from __future__ import annotations

import socket
import threading
from contextlib import contextmanager, suppress


class Wire:
    """Passes connections on to a port of this machine.

    Parameters
    ----------
    port : int
        The server's.
    """

    def __init__(self, port: int):
        self.target, self.up = port, True
        self.lines: list[Line] = []
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.base = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        self.accepting = threading.Thread(target=self._accept, daemon=True)
        self.accepting.start()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self.listener.accept()
                self.lines.append(Line(near, self.target, self.up))

    def lose(self, *directions: str) -> None:
        """Lose from now on what goes ``there`` or ``back`` on the connections there are."""
        for line in self.lines:
            line.passing -= set(directions)

    def cut(self) -> None:
        """Lose everything, on new connections too, until `mend`; none is closed."""
        self.up = False
        self.lose("there", "back")

    def let_go(self) -> None:
        """Close the server's ends, as it does itself with those that do not answer its pings for half a minute."""
        for line in self.lines:
            hang_up(line.far)

    def mend(self) -> None:
        """Pass new connections on; those that were cut stay dead."""
        self.up = True

    def close(self) -> None:
        """Close everything."""
        hang_up(self.listener)
        self.accepting.join()
        self.listener.close()
        for line in self.lines:
            line.close()


class Line:
    """One connection, and in which directions it passes bytes on."""

    def __init__(self, near: socket.socket, port: int, up: bool):
        self.near, self.far = near, socket.create_connection(("127.0.0.1", port)) if up else socket.socket()
        self.passing = {"there", "back"} if up else set()
        ways = [("there", near, self.far), ("back", self.far, near)][: 2 if up else 1]
        self.threads = [threading.Thread(target=self._pass, args=way, daemon=True) for way in ways]
        for thread in self.threads:
            thread.start()

    def _pass(self, direction: str, source: socket.socket, sink: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                if direction in self.passing:
                    sink.sendall(data)
        if direction in self.passing:
            hang_up(sink)

    def close(self) -> None:
        """End both sides."""
        for end in (self.near, self.far):
            hang_up(end)
        for thread in self.threads:
            thread.join()
        self.near.close()
        self.far.close()


def hang_up(end: socket.socket) -> None:
    """Say that nothing comes any more, if anybody is there."""
    with suppress(OSError):
        end.shutdown(socket.SHUT_RDWR)


@contextmanager
def wired(port: int):
    """Have a wire for a while."""
    wire = Wire(port)
    try:
        yield wire
    finally:
        wire.close()
