"""The time of a workshop: the clock on the wall, except where somebody sets it while the workshop goes on."""

from __future__ import annotations

import time
from collections.abc import Callable

SLACK = 2.0  # seconds that a clock is put right by on its own, a little at a time


def steady() -> float:
    """Return seconds that nobody can set; where the system can tell, those of its sleep are among them."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


class Clock:
    """Seconds since 1970 that only go forward, also over a restart: ``last`` is the time of the last event there is.

    ``wall`` is a clock that may be set, ``steady`` one that may not.
    """

    def __init__(self, last: float = 0.0, wall: Callable[[], float] = time.time, steady: Callable[[], float] = steady):
        self._wall, self._steady = wall, steady
        self._ahead = max(0.0, last - wall())
        self._then, self._mark = wall() + self._ahead, steady()
        self._sleeps = not hasattr(time, "CLOCK_BOOTTIME")  # where a machine's sleep is missing from the steady one

    def now(self) -> float:
        """Return what time it is."""
        mark = self._steady()
        due = self._then + mark - self._mark
        shift = self._wall() + self._ahead - due
        if shift < -SLACK or (shift > SLACK and not self._sleeps):
            self._ahead -= shift
        self._then, self._mark = max(self._then, self._wall() + self._ahead), mark
        return self._then
