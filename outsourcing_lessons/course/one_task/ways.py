"""Four ways to get the same jobs done, and what each costs in all: the sums that the whole lesson shares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from outsourcing_lessons.models import bench
from outsourcing_lessons.models.drafting import draft_cost


@dataclass(frozen=True)
class Draft:
    """What a machine drafts of a job, and what that takes.

    ``share`` of the owner's hours it can draft; minutes to ``ask`` and to ``check``; share of drafts that are ``right``,
    of faults that are ``caught``, and what a ``miss`` costs, currency. One found faulty is done by hand, all of it.
    """

    share: float
    ask: float
    check: float
    right: float
    caught: float
    miss: float


class Ways(NamedTuple):
    """What all jobs so far have cost, from the first on, in each way."""

    strangers: np.ndarray
    regular: np.ndarray
    self: np.ndarray
    machine: np.ndarray


def ways(market: bench.Stream, jobs: int, self_hours: float, draft: Draft) -> Ways:
    """Return the cost of each way after 1, 2, ... ``jobs`` jobs, the owner's own time included."""
    done = np.arange(1.0, jobs + 1)
    own = market.own_hour
    return Ways(
        strangers=bench.newcomer_costs(market, jobs),
        regular=bench.regular_costs(market, jobs),
        self=done * self_hours * own,
        machine=done * draft_job(own, self_hours, draft),
    )


def draft_job(own_hour: float, self_hours: float, draft: Draft) -> float:
    """Return what a job costs of which a machine drafts a part, the owner checks that and does the rest."""
    rest = (1 - draft.share) * self_hours * own_hour
    redo = 60 * draft.share * self_hours
    checked = draft_cost(own_hour, draft.check, draft.right, draft.caught, redo, draft.miss, ask=draft.ask)
    return rest + float(checked)
