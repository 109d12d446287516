"""What is the same for all learners of a batch, and travels to whoever does the work."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from outsourcing_lessons import fork_server
from outsourcing_lessons.errors import ArgumentError
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.render.limits import USUAL, Limits
from outsourcing_lessons.render.look import PLAIN, Look
from outsourcing_lessons.render.plan import Source
from outsourcing_lessons.render.storage import AnyStore

ENGINES = ("forked", "stock")
VARIABLE = "OUTSOURCING_LESSONS_ENGINE"


def chosen_engine() -> str:
    """Return how notebooks are run: as the environment says, otherwise the fastest way that this system has."""
    chosen = os.environ.get(VARIABLE) or ("forked" if fork_server.possible() else "stock")
    if chosen not in ENGINES:
        raise ArgumentError(VARIABLE, chosen, " or ".join(ENGINES))
    return chosen


# How much longer a worker is waited for than a learner may take, by engine: one that forks has to get ready first, and
# keeps the limit itself.
SLACK_SECONDS = {"forked": 120, "stock": 5}
# After how many learners a worker is replaced, by engine: what talks to kernels keeps a little of each.
LEARNERS_OF_A_WORKER = {"forked": None, "stock": 50}


@dataclass(frozen=True)
class BatchSetup:
    """What is the same for all learners of a batch.

    ``scratch`` is an empty folder of the batch: lessons run below it, so that nothing lying about where the command was
    called can get into a lesson, and what they leave behind goes with it. ``course`` travels, since a worker may be on
    another machine.
    """

    sources: tuple[Source, ...]
    store: AnyStore
    scratch: Path
    engine: str = field(default_factory=chosen_engine)
    limits: Limits = USUAL
    look: Look = PLAIN
    course: str = field(default_factory=lambda: chosen().id)

    @property
    def patience(self) -> float:
        """For how many seconds a worker that has been given a learner is waited for."""
        return self.limits.learner_seconds + SLACK_SECONDS[self.engine]

    @property
    def most(self) -> int | None:
        """How many learners a worker does before a new one takes its place."""
        return LEARNERS_OF_A_WORKER[self.engine]
