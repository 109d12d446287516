"""What makes the story of lesson 02 one of this trade and no other."""

from __future__ import annotations

from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.trade import Slots


def twist_of(case: Case) -> Slots:
    """Return what only this lesson says of the trade."""
    return case.trade.of("hiring-blind")


def owner_of(case: Case) -> str:
    """Return the owner's first name, as the story calls them."""
    return case.trade.owner.split()[0]
