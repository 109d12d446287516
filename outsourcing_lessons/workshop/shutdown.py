"""The end of a server: whatever waits in it hears of it at once."""

from __future__ import annotations

import asyncio
from contextlib import suppress


class Shutdown:
    """Where everything waits that has to be over when the server ends."""

    def __init__(self):
        self.begun = False
        self.waiting: set[asyncio.Event] = set()

    async def wait(self, seconds: float, wake: asyncio.Event | None = None) -> None:
        """Wait so long, or until that happens, or until the server is about to end."""
        wake = wake or asyncio.Event()
        if self.begun:
            return
        self.waiting.add(wake)
        try:
            with suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await wake.wait()
        finally:
            self.waiting.discard(wake)

    def begin(self) -> None:
        """Let nothing wait any longer."""
        self.begun = True
        for wake in self.waiting:
            wake.set()
