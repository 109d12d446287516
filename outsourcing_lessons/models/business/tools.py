"""What is built, and how it wears out."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from outsourcing_lessons.models.business.arrays import Floats, Luck
from outsourcing_lessons.models.business.dials import Dials
from outsourcing_lessons.models.business.luck import lower
from outsourcing_lessons.models.business.quarter_news import News
from outsourcing_lessons.models.business.state import State
from outsourcing_lessons.models.business.weeks import OWNER_ILL_WEEKS, WEEKS


@dataclass(frozen=True)
class Tools:
    """Of shape (WEEKS, runs): 1 while a change is unnoticed, the share of jobs done by tools, hours of admin left."""

    stale: Floats
    share: Floats
    admin: Floats

    @property
    def quick(self) -> Floats:
        """Return what is left of the hours of a job."""
        return 1 - self.share


def tools_of(state: State, dials: Dials, luck: Luck, told: News) -> Tools:
    """Build for a quarter. ``luck``, of shape (WEEKS, runs), says when a change of the process is noticed."""
    b = state.business
    speed = dials.build * np.where(told.tool, 1.5, 1)
    mend = lower(luck) < 0.04 + 0.6 * told.seen
    stock, stale = np.empty((WEEKS, len(state.runs))), np.empty((WEEKS, len(state.runs)))
    for week in range(WEEKS):
        stock[week], stale[week] = state.stock, state.stale
        mended = state.stale * mend[week]
        built = speed * ~told.owner_ill if week < OWNER_ILL_WEEKS else speed
        state.stale = state.stale - mended
        state.stock = state.stock * (1 - b.fade) * (1 - 0.5 * mended) + built
    saved = stock / (stock + b.build_half * np.where(told.tool, 0.5, 1))
    return Tools(stale=stale, share=(b.routine + 0.2 * told.tool) * saved, admin=b.admin * (1 - saved))
