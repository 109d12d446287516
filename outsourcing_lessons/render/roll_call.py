"""Whether the workers of a Dask scheduler are at work, silent or gone, while no result comes back from them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from outsourcing_lessons.render.batch import Stuck

ALONE_SECONDS = 120.0  # without a worker, before a batch is given up; the next command goes on from there
ANSWER_SECONDS = 10.0
SILENT_SECONDS = 600.0  # a scheduler gives up a worker of which it hears nothing after five minutes, if at all


@dataclass(frozen=True)
class Roll:
    """How many workers a scheduler knows, and when it last heard of any, by its own clock."""

    workers: int
    last_seen: float = 0.0


def roll_of(client: Any) -> Roll | None:
    """Ask the scheduler; None if it does not answer.

    `Client.scheduler_info` would not do: a renewal of its own, which asks for no workers, may come between question
    and answer, and the more often, the busier the machine is.
    """
    try:
        known = client.sync(client.scheduler.identity, n_workers=-1, callback_timeout=ANSWER_SECONDS)
    except (OSError, TimeoutError):
        return None
    seen = [worker["last_seen"] for worker in known["workers"].values()]
    return Roll(known["n_workers"], max(seen, default=0.0))


class RollCall:
    """Looks at one roll after another; a busy worker is heard of, however long its batch takes.

    Parameters
    ----------
    address : str
        Of the scheduler, for what is said.
    now : float
        The time of the beginning, by the clock of all calls.
    """

    def __init__(self, address: str, now: float):
        self.address, self._well, self._last_seen = address, now, 0.0

    def see(self, roll: Roll | None, now: float) -> str:
        """Return what is to be said of a roll; nothing while workers are at work.

        Raises Stuck when it has been so for too long.
        """
        if roll and roll.workers and roll.last_seen > self._last_seen:
            self._well, self._last_seen = now, roll.last_seen
            return ""
        trouble, remedy, limit = self._trouble(roll)
        seconds = now - self._well
        if seconds >= limit:
            raise Stuck(f"{trouble}{remedy}")
        return f"{trouble}; waiting, {seconds:.0f} seconds by now"

    def _trouble(self, roll: Roll | None) -> tuple[str, str, float]:
        if roll is None:
            return f"the Dask scheduler at {self.address} does not answer", "", ALONE_SECONDS
        if not roll.workers:
            return f"no Dask worker is left at {self.address}", "; start some", ALONE_SECONDS
        known = "the one worker it knows" if roll.workers == 1 else f"any of the {roll.workers} workers it knows"
        return f"the Dask scheduler at {self.address} hears nothing from {known}", "", SILENT_SECONDS
