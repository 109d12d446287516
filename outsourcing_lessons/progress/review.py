"""What is due for review, from the attempts that were kept and from nothing else: (attempts, now) -> due.

Each time an item is asked, in its lesson or in a review, the first answer counts: the later ones were made with the
explanation in view. FSRS says when it should come back. Nothing in it is random: the same attempts give the same day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

from fsrs import Card, Rating, Scheduler

from outsourcing_lessons.progress.store import Attempt

LONGEST = 365  # days
SURE, UNSURE = 90, 60  # per cent


@dataclass(frozen=True)
class ReviewState:
    """How an item stands."""

    item_id: str  # which
    asked: int  # how many times it was asked, its lesson included
    # last_seed, last: the seed it was last asked with, and when it was first answered then.
    last_seed: int
    last: datetime
    due: datetime  # when it should come back
    number: int = 0  # the number of the review it is shown for: the next one, or the one that was done today


@dataclass(frozen=True)
class Today:
    """One day's review: what was done already, what is to do, how many more are due, and when to come again."""

    done: tuple[ReviewState, ...]
    to_do: tuple[ReviewState, ...]
    waiting: int
    next: date | None


def rating_of(outcome: Mapping[str, Any], response: Mapping[str, Any]) -> Rating:
    """Rate an answer: wrong is forgotten; right is good, hard for who was unsure and easy for who was sure.

    Examples
    --------
    >>> rating_of({"correct": True}, {}).name, rating_of({"correct": True}, {"confidence": 95}).name
    ('Good', 'Easy')
    """
    if not outcome.get("correct"):
        return Rating.Again
    confidence = response.get("confidence")
    if not isinstance(confidence, int | float):
        return Rating.Good
    return Rating.Easy if confidence >= SURE else Rating.Hard if confidence <= UNSURE else Rating.Good


def review_states(attempts: Iterable[Attempt]) -> dict[str, ReviewState]:
    """Return how each item stands after these attempts, oldest first."""
    found: dict[str, ReviewState] = {}
    cards: dict[str, Card] = {}
    for first in _firsts(attempts):
        at = datetime.fromisoformat(first.at)
        before = found.get(first.item_id)
        card = cards.get(first.item_id) or Card(card_id=0, due=at)
        rating = rating_of(first.outcome, first.response)
        cards[first.item_id], _ = _scheduler().review_card(card, rating, at.astimezone(UTC))
        asked = before.asked + 1 if before else 1
        found[first.item_id] = ReviewState(first.item_id, asked, first.seed, at, cards[first.item_id].due)
    return found


def today(
    attempts: Iterable[Attempt],
    minutes_of: Mapping[str, float],
    is_review: Callable[[int], bool],
    now: datetime,
    minutes: float = 5.0,
) -> Today:
    """Return the review of a day: what was done today counts, and the longest due comes first.

    ``attempts`` are all of a learner, oldest first, and ``minutes_of`` the items that are reviewed, with how long each
    takes. ``is_review`` says of a seed whether it was one of a review. ``now`` has its zone, in which the day begins
    and ends. The review may take so many ``minutes``; one item is always asked.
    """
    ours = [standing for standing in review_states(attempts).values() if standing.item_id in minutes_of]
    day = now.date()
    done = [one for one in ours if is_review(one.last_seed) and one.last.astimezone(now.tzinfo).date() == day]
    due = sorted((one for one in ours if _day(one, now) <= day and one not in done), key=lambda s: (s.due, s.item_id))
    left = minutes - sum(minutes_of[one.item_id] for one in done)
    to_do = _that_fit(due, minutes_of, left, not done)
    later = [_day(one, now) for one in ours if one not in due and _day(one, now) > day]
    soonest = day + timedelta(days=1) if len(due) > len(to_do) else min(later, default=None)
    shown_again = tuple(replace(one, number=one.asked - 1) for one in sorted(done, key=lambda s: s.last))
    return Today(shown_again, tuple(replace(one, number=one.asked) for one in to_do), len(due) - len(to_do), soonest)


def review_days(
    attempts: Iterable[Attempt], minutes_of: Mapping[str, float], now: datetime, most: int = 10
) -> list[tuple[date, tuple[ReviewState, ...]]]:
    """Return the next days on which items come back, as things stand, and which; what is overdue comes today."""
    days: dict[date, list[ReviewState]] = {}
    for one in review_states(attempts).values():
        if one.item_id in minutes_of:
            days.setdefault(max(_day(one, now), now.date()), []).append(one)
    return [(day, tuple(days[day])) for day in sorted(days)][:most]


def _that_fit(
    due: list[ReviewState], minutes_of: Mapping[str, float], left: float, one_at_least: bool
) -> tuple[ReviewState, ...]:
    chosen: list[ReviewState] = []
    for one in due:
        left -= minutes_of[one.item_id]
        if left < 0 and not (one_at_least and not chosen):
            break
        chosen.append(one)
    return tuple(chosen)


def _day(standing: ReviewState, now: datetime) -> date:
    return standing.due.astimezone(now.tzinfo).date()


def _firsts(attempts: Iterable[Attempt]) -> list[Attempt]:
    """Return the first valid answer of each time an item was asked; a time has a seed of its own."""
    firsts: dict[tuple[str, int], Attempt] = {}
    for attempt in attempts:
        if attempt.outcome.get("valid"):
            firsts.setdefault((attempt.item_id, attempt.seed), attempt)
    return list(firsts.values())


@cache
def _scheduler() -> Scheduler:
    """Days, not minutes: within a sitting the lesson repeats by itself."""
    return Scheduler(learning_steps=(), relearning_steps=(), maximum_interval=LONGEST, enable_fuzzing=False)
