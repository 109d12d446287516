"""What the news of a quarter comes to."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from outsourcing_lessons.models.business.arrays import Flags, Floats
from outsourcing_lessons.models.business.dials import Dials
from outsourcing_lessons.models.business.news import (
    CHANGES,
    COVER,
    DOUBLES,
    ILL,
    LEAVES,
    OWNER,
    PRICES,
    SLUMP,
    TOOL,
    drawn_now,
    news,
)
from outsourcing_lessons.models.business.state import SLOTS, State
from outsourcing_lessons.models.business.weeks import WEEKS


@dataclass(frozen=True)
class News:
    """What holds in a quarter, one figure for each run; of ``leaves`` and ``falls_ill`` one for each helper.

    ``seen`` is the share of what happens that watching sees; ``reach`` the share of decisions that reach the owner.
    """

    leaves: Flags
    falls_ill: Flags
    owner_ill: Flags
    cover_asked: Flags
    tool: Flags
    demand: Floats
    price: Floats
    seen: Floats
    reach: Floats


def told_of(state: State, dials: Dials) -> News:
    """Return what holds in the coming quarter; in the state, let a change of the process and time do their work."""
    b, now = state.business, drawn_now(state)
    tool, changed = news(state, TOOL), now == CHANGES
    name = np.minimum(np.maximum((state.customers - 0.88) / 0.17, 0), 1)  # 0 spoken ill of, 1 spoken well of
    demand = b.jobs * state.customers * np.where(news(state, DOUBLES), 2, 1)
    demand = demand * np.where(news(state, SLUMP), 0.4 + 0.5 * name, 1)
    price = b.price * np.where(news(state, PRICES), 0.8 + 0.18 * name, 1) * np.where(tool, 0.94, 1)
    best = _most_knowing(state)
    state.skill = np.where(changed, 0.6 * b.half + 0.4 * state.skill, state.skill)
    state.stale = np.where(changed, 1.0, state.stale)
    seen = np.asarray(dials.watch / (dials.watch + b.watch_half))
    state.practice = state.practice * np.exp(-np.log(2) * WEEKS / 52 / b.half_life * (1 - seen))
    return News(
        leaves=best & (now == LEAVES), falls_ill=best & (now == ILL), owner_ill=now == OWNER,
        cover_asked=news(state, COVER), tool=tool, demand=demand, price=price, seen=seen, reach=np.exp2(-dials.limit),
    )  # fmt: skip


def _most_knowing(state: State) -> Flags:
    value = (state.due <= 0) * state.skill * (1 - 0.4 * state.bad)
    return (np.arange(SLOTS)[:, None] == value.argmax(axis=0)) & (value > 0)
