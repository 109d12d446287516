"""The numbers of this lesson for one learner: what a person and a company charge, and what a gap costs.

All of them are assumptions of the course, said to be so wherever they are shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.trade import Slots
from outsourcing_lessons.models import intermediaries, ratings

FEW, MANY, GOOD = 5, 50, 48
# The marketplace of the story: so many jobs in 100 are good, and people differ as much as if that were known of each from
# so many jobs.
USUAL, ALIKE = 90, 10
WORKING_DAYS = 240
# Hours of one piece of work: to ask a machine for a draft and check it, to put a wrong one right, and what a person takes.
ASK_AND_CHECK, REDO, PERSON = 0.75, 1.5, 1.5
WRONG = 0.3  # the share of a machine's drafts that have to be put right
AWAY = 0.1  # the chance that a person is unavailable on a day, as the text says it


@dataclass(frozen=True)
class StoryNumbers:
    """What differs from learner to learner beside the trade.

    ``hours`` is what is bought in a month, ``own_hours`` what looking after one person takes of the owner in a month,
    and ``gap`` what a day without anybody costs.
    """

    hours: int
    own_hours: int
    gap: float


def story_numbers(case: Case) -> StoryNumbers:
    """Return the numbers of this learner's story; the same profile always gives the same ones."""
    draw = SeededRandom("companies-over-people.setting", case.profile.seed)
    return StoryNumbers(hours=draw.pick((30, 40, 50)), own_hours=4, gap=case.price(draw.pick((4, 5, 6))))


def mark_up(case: Case) -> int:
    """Return what the company charges above the person's price, in whole per cent."""
    return round(100 * (company_rate(case) / case.rate(case.trade.regular_rate) - 1))


def company_rate(case: Case) -> float:
    """Return what the company charges for an hour."""
    return case.rate(case.trade.agency_rate)


def cover_of(
    case: Case, gap: float, mark_up: float, away: float, together: float, own_hours: float
) -> intermediaries.Cover:
    """Return a year of the work for the model; the mark-up is in per cent of a person's price."""
    person = case.rate(case.trade.regular_rate)
    return intermediaries.Cover(
        hours=12 * story_numbers(case).hours,
        individual_price=person,
        company_price=person * (1 + mark_up / 100),
        own_hour=case.hour,
        individual_attention=12 * own_hours,
        company_attention=12,
        backup_fee=case.price(8),
        days=WORKING_DAYS,
        outage=away,
        shared=together,
        company_outage=0.01,
        outage_cost=gap,
    )


def checking_hours(case: Case) -> int:
    """Return what a machine that does all of the work takes of the owner in a month, in whole hours."""
    return round(story_numbers(case).hours / PERSON * (ASK_AND_CHECK + WRONG * REDO))


def cover_in_story(case: Case) -> intermediaries.Cover:
    """Return a year of the work as the story has it."""
    story = story_numbers(case)
    return cover_of(case, story.gap, mark_up(case), AWAY, 0, story.own_hours)


@cache
@cache
def chance_of_long(usual: float = USUAL, alike: float = ALIKE) -> int:
    """Return the chance, in 100, that the long record belongs to the better one; ``alike`` 0 if nothing is known."""
    won, lost = (usual * alike / 100, (100 - usual) * alike / 100) if alike else (1, 1)
    return round(100 * float(ratings.chance_better(GOOD, MANY, FEW, FEW, won, lost)))


def name_costs(case: Case) -> float:
    """Return how much more the company costs in a year than a person, currency."""
    return 12 * story_numbers(case).hours * (company_rate(case) - case.rate(case.trade.regular_rate))


def turning_price(case: Case) -> float:
    """Return the hourly price up to which the company is the cheapest way in the story, currency."""
    cover = cover_in_story(case)
    return min(float(intermediaries.frontier(cover, cover.outage_cost, backups)) for backups in (0, 1))


def twist_of(case: Case) -> Slots:
    """Return what only this lesson says of the trade."""
    return case.trade.of("companies-over-people")
