"""What a server says on the terminal, over which the join code stands: about one thing one line a minute."""

from __future__ import annotations

import logging
import time

OURS = "outsourcing_lessons.workshop"
AGAIN = 60.0  # seconds
OUT_OF_FILES = "socket.accept() out of system resource"


class Quiet(logging.Filter):
    """Lets through what was not said within the last minute."""

    def __init__(self):
        super().__init__()
        self._said: dict[str, float] = {}

    def filter(self, record: logging.LogRecord) -> bool:
        about = f"{str(record.msg).partition(chr(10))[0]} {record.exc_info and record.exc_info[0]}"
        now = time.monotonic()
        if now - self._said.get(about, -AGAIN) < AGAIN:
            return False
        self._said[about] = now
        if about.startswith(OUT_OF_FILES):
            record.msg, record.args, record.exc_info = "no more files can be opened: some phones have to wait", (), None
        return True


def quieten() -> None:
    """See that nothing that goes wrong again and again fills the terminal."""
    for name in (OURS, "uvicorn.error", "asyncio"):
        logging.getLogger(name).addFilter(Quiet())
