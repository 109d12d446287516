"""Writes events to the disk in groups: while one group is written the next gathers, so a burst costs a few writes."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from outsourcing_lessons.errors import WorkshopError
from outsourcing_lessons.workshop.events import Event
from outsourcing_lessons.workshop.log import Log
from outsourcing_lessons.workshop.terminal_messages import OURS

QUIET = 3.0  # seconds without news after which the file is brought into one piece


class GroupCommitWriter:
    """The only writer of a log while a server runs.

    ``failed``: called when events could not be written, before anybody hears of it: what was decided since does not
    hold.
    """

    def __init__(self, log: Log, failed: Callable[[], None]):
        self._log, self._failed = log, failed
        self._waiting: list[tuple[list[Event], asyncio.Future]] = []
        self._thread = ThreadPoolExecutor(1, "log")
        self._writing: asyncio.Task | None = None
        self.problem = ""
        self._written = 0

    def keep(self, events: list[Event]) -> asyncio.Future:
        """Return what is done once these events, and all that were given before, are on the disk.

        It raises a WorkshopError if they are not. No events at all are a question: is everything written by now?
        """
        kept = asyncio.get_running_loop().create_future()
        self._waiting.append((events, kept))
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._write())
        return kept

    async def _write(self) -> None:
        while self._waiting:
            group, self._waiting = self._waiting, []
            events = [event for events, _ in group for event in events]
            problem = await self._problem_with(events) if events else None
            if problem:
                group += self._waiting  # decided on top of what is lost, so lost too
                self._waiting = []
                self._failed()
            if events:
                self.problem = str(problem or "")
                self._written += 1
            for _, kept in group:
                if not kept.done():
                    kept.set_exception(problem) if problem else kept.set_result(None)

    async def _problem_with(self, events: list[Event]) -> WorkshopError | None:
        """Write events; return why they are not on the disk, whatever the reason: everybody waits for an answer."""
        try:
            await asyncio.get_running_loop().run_in_executor(self._thread, self._log.append, events)
        except WorkshopError as error:
            return error
        except Exception as error:
            logging.getLogger(OURS).exception("events could not be written")
            return WorkshopError(f"nothing can be written to {self._log.path} ({error})")
        return None

    async def tidy(self) -> None:
        """Bring the file into one piece whenever nothing has been written for a while."""
        seen = tidied = 0
        while True:
            await asyncio.sleep(QUIET)
            if tidied < self._written == seen and (self._writing is None or self._writing.done()):
                tidied = seen
                await asyncio.get_running_loop().run_in_executor(self._thread, self._log.tidy)
            seen = self._written

    async def settled(self) -> None:
        """Wait until nothing is being written."""
        while self._writing is not None and not self._writing.done():
            await asyncio.wait([self._writing])
