"""The numbers of this lesson for one learner: a stream of jobs in their trade, in their currency.

All of them are assumptions of the course, said to be so wherever they are shown. What a stranger costs, how long the
owner takes and what a machine's draft takes stand here once, and are the same in the story, the charts and the items.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from outsourcing_lessons.course.one_task.ways import Draft, Ways, draft_job, ways
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.trade import Slots
from outsourcing_lessons.models import bench

RATE = 0.85
JOBS = 40  # the most a slider allows in a year
WEEKS = 48  # of work in a year
OWN_PACE = 0.8  # of a stranger's first hours: the owner knows the business, and is no specialist
CHECKED_IN = 0.3  # of the hours that the drafted part takes by hand


@dataclass(frozen=True)
class StoryNumbers:
    """What differs from learner to learner beside the trade.

    ``stream`` is the model's parameters and ``jobs`` how many come in a year; ``self_hours`` is how long a job takes the
    owner; ``draft`` is the machine's part. ``done`` is how many jobs the owner in the story has bought so far, and
    ``stayed`` after how many the regular leaves.
    """

    stream: bench.Stream
    jobs: int
    self_hours: float
    draft: Draft
    done: int
    stayed: int

    @property
    def own_hours(self) -> float:
        """The owner's hours for a job by somebody new."""
        return self.stream.search_hours + self.stream.onboarding_hours + self.stream.managing_hours

    @property
    def ways(self) -> Ways:
        """What the jobs of a year cost in the four ways, from the first on."""
        return ways(self.stream, self.jobs, self.self_hours, self.draft)

    @property
    def draft_hours(self) -> float:
        """The owner's hours for a job of which a machine drafts a part; what slips through is money, and not here."""
        draft = self.draft
        minutes = draft.ask + draft.check + (1 - draft.right) * draft.caught * self.redo_minutes
        return (1 - draft.share) * self.self_hours + minutes / 60

    @property
    def redo_minutes(self) -> float:
        """How long the drafted part takes by hand."""
        return 60 * self.draft.share * self.self_hours

    @property
    def regular_hours(self) -> float:
        """The owner's hours for a year of jobs by the regular: finding, explaining, answering, successors included."""
        unpaid = replace(self.stream, newcomer_price=0, regular_price=0, own_hour=1, delay_cost=0)
        return float(bench.regular_costs(unpaid, self.jobs)[-1])

    @property
    def draft_even(self) -> float:
        """The share of right drafts at which the machine's way costs as much as the regular; above 1 it never does."""
        never, always = (
            draft_job(self.stream.own_hour, self.self_hours, replace(self.draft, right=right)) for right in (0, 1)
        )
        return (never - float(self.ways.regular[-1]) / self.jobs) / (never - always)

    @property
    def invoice(self) -> float:
        """What a stranger's invoice comes to."""
        return self.stream.first_hours * self.stream.newcomer_price

    @property
    def stranger(self) -> float:
        """What a job by a stranger costs in full."""
        return self.invoice + self.own_hours * self.stream.own_hour


def story_numbers(case: Case) -> StoryNumbers:
    """Return the numbers of this learner's story; the same profile always gives the same ones."""
    draw = SeededRandom("one-task.setting", case.profile.seed)
    trade, twist = case.trade, twist_of(case)
    self_hours = _halves(OWN_PACE * trade.stream.first_hours)
    share = float(twist.drafted_share)
    by_hand = 60 * share * self_hours
    stream = bench.Stream(
        first_hours=trade.stream.first_hours,
        rate=RATE,
        newcomer_price=case.rate(trade.newcomer_rate),
        regular_price=case.rate(trade.regular_rate),
        own_hour=case.hour,
        search_hours=float(draw.pick((3, 4))),
        onboarding_hours=draw.pick((1.5, 2.0)),
        managing_hours=0.5,
        setup_hours=draw.pick((4, 6, 8)),
        departure=draw.pick((0.03, 0.04, 0.05)),
        weeks_between=round(WEEKS / trade.stream.per_year, 1),
        forgetting=0.02,
        outage=0.1,
        delay_cost=4 * case.hour,
    )
    draft = Draft(
        share=share,
        ask=10,
        check=max(10.0, round(CHECKED_IN * by_hand / 5) * 5.0),
        right=0.7,
        caught=0.8,
        miss=4 * case.hour,
    )
    return StoryNumbers(
        stream, trade.stream.per_year, self_hours, draft, done=draw.whole(7, 11), stayed=draw.whole(12, 18, 2)
    )


def twist_of(case: Case) -> Slots:
    """Return what only this lesson says of the trade."""
    return case.trade.of("one-task")


def _halves(number: float) -> float:
    return max(0.5, round(2 * number) / 2)
