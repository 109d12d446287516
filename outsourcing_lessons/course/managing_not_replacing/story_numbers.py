"""The numbers of this lesson for one learner: an owner's desk, a tool on offer, and a machine that drafts.

All of them are assumptions of the course, said to be so wherever they are shown.
"""

from __future__ import annotations

from dataclasses import dataclass

from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.trade import Slots
from outsourcing_lessons.models import queueing

MINUTES = 10
BUSY = 0.9
DAY_HOURS = 10
DAYS = 5
REQUESTS = 54  # a day: with MINUTES each they fill BUSY of DAY_HOURS
PREPARED = 7  # minutes for a question that the helper has prepared for a yes or no
SPOT_CHECK = 0.1
WATCH = 0.5  # hours a week
WEEKS = 52
DISCOUNT = 0.1
CAUGHT = 0.8  # share of the wrong drafts that reading finds
WRONG_BY_HAND = 0.02  # share of what a person writes unaided that is wrong
PRONOUNS = {"she": ("she", "her", "her"), "he": ("he", "him", "his")}  # as subject, object, and owner of something


@dataclass(frozen=True)
class Tool:
    """An automation on offer.

    Parameters
    ----------
    saved : int
        Minutes saved each time.
    times : int
        Times a week.
    build : int
        Owner's hours to build it.
    upkeep : int
        Owner's hours a month to keep it running.
    years : int
        How long the process will stay as it is.
    """

    saved: int
    times: int
    build: int
    upkeep: int
    years: int

    @property
    def weekly(self) -> float:
        """Hours saved a week, before upkeep."""
        return self.saved * self.times / 60


@dataclass(frozen=True)
class StoryNumbers:
    """What differs from learner to learner beside the trade.

    ``months`` since the work was handed over; ``asked`` questions a day that still come back; ``left`` of them once the
    decision was handed over too; ``limit`` up to which the helper may decide, in currency.
    """

    months: int
    asked: int
    left: int
    limit: float
    tool: Tool


def story_numbers(case: Case) -> StoryNumbers:
    """Return the numbers of this learner's story; the same profile always gives the same ones."""
    draw = SeededRandom("managing-not-replacing.setting", case.profile.seed)
    saved, times = draw.pick(((5, 24), (6, 20), (4, 30), (6, 25), (5, 30)))
    return StoryNumbers(
        months=draw.whole(3, 6),
        asked=draw.whole(9, 12),
        left=draw.whole(2, 3),
        limit=case.price(draw.pick((1.5, 2, 2.5))),
        tool=Tool(saved, times, build=draw.pick((60, 70, 80)), upkeep=draw.whole(3, 4), years=draw.whole(2, 3)),
    )


def twist_of(case: Case) -> Slots:
    """Return what belongs to this learner's trade."""
    return case.trade.of("managing-not-replacing")


def rule_of(case: Case) -> str:
    """Return the authority handed over, with its limit in money."""
    rule: str = twist_of(case).rule
    return f"{rule.format(sum=case.money(story_numbers(case).limit))}, without asking"


def rate_of(case: Case) -> float:
    """Return what an hour of the helper costs."""
    return case.price(case.trade.regular_rate)


def busy_with(requests: float, minutes: float = MINUTES) -> float:
    """Return the share of the owner's day that so many requests a day take."""
    return requests * minutes / (60 * DAY_HOURS)


def wait_on_desk(requests: float, minutes: float = MINUTES) -> float:
    """Return the minutes each of so many requests a day waits on the owner's desk."""
    busy = busy_with(requests, minutes)
    return float(queueing.kingman_wait(utilisation=busy, cv_arrival=1, cv_service=1, service_time=minutes))


def wait_prepared(asked: int) -> float:
    """Return the minutes each request waits once the helper prepares so many of them for a yes or no."""
    return wait_on_desk(REQUESTS, (asked * PREPARED + (REQUESTS - asked) * MINUTES) / REQUESTS)
