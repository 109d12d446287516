"""The numbers of this lesson for one learner: a stream of jobs in their trade, in their currency.

All of them are assumptions of the course, said to be so wherever they are shown.
"""

from __future__ import annotations

from dataclasses import dataclass

from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.trade import Slots
from outsourcing_lessons.models import bench

RATE = 0.85
JOBS = 40


@dataclass(frozen=True)
class Setting:
    """What differs from learner to learner beside the trade.

    ``stream`` is the model's parameters; ``done`` is how many jobs the owner in the story has bought so far, and
    ``stayed`` after how many the regular leaves.
    """

    stream: bench.Stream
    done: int
    stayed: int

    @property
    def own_hours(self) -> float:
        """The owner's hours that each newcomer takes."""
        return self.stream.search_hours + self.stream.onboarding_hours


def setting_of(case: Case) -> Setting:
    """Return the numbers of this learner's story; the same profile always gives the same ones."""
    draw = SeededRandom("one-task.setting", case.profile.seed)
    stream = bench.Stream(
        first_hours=case.trade.stream.first_hours,
        rate=RATE,
        newcomer_price=case.rate(case.trade.newcomer_rate),
        regular_price=case.rate(case.trade.regular_rate),
        own_hour=case.hour,
        search_hours=draw.whole(2, 4),
        onboarding_hours=draw.pick((1.0, 1.5, 2.0)),
        setup_hours=draw.whole(8, 16, 2),
        departure=draw.pick((0.03, 0.04, 0.05)),
        weeks_between=round(48 / case.trade.stream.per_year, 1),
        forgetting=0.02,
        outage=0.1,
        delay_cost=case.price(4),
    )
    return Setting(stream, done=draw.whole(7, 11), stayed=draw.whole(12, 18, 2))


def twist_of(case: Case) -> Slots:
    """Return what only this lesson says of the trade."""
    return case.trade.of("one-task")
