"""What makes the story of lesson 02 one of this trade and no other."""

from __future__ import annotations

from outsourcing_lessons.course.hiring_blind.setting import FIVE
from outsourcing_lessons.lessons.case import Case, count
from outsourcing_lessons.lessons.trade import Slots


def twist_of(case: Case) -> Slots:
    """Return what only this lesson says of the trade."""
    return case.trade.of("hiring-blind")


def owner_of(case: Case) -> str:
    """Return the owner's first name, as the story calls them."""
    return case.trade.owner.split()[0]


def words_of(case: Case) -> dict[str, str]:
    """Return the words of the trade by name, as situations put them in."""
    twist = twist_of(case)
    return {**twist, "years": count(twist.years), "owner": owner_of(case), **FIVE}
