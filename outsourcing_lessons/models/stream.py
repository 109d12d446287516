"""A stream of like jobs and the market it is bought in: what the models of a bench are given."""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

from outsourcing_lessons.models.arguments import one_number


@dataclass(frozen=True, kw_only=True)
class Stream:
    """A stream of like jobs and the market it is bought in.

    Examples
    --------
    >>> Stream(first_hours=10, rate=1.2, newcomer_price=30, regular_price=40, own_hour=60, search_hours=2,
    ...        onboarding_hours=3)
    Traceback (most recent call last):
    outsourcing_lessons.errors.ArgumentError: rate is 1.2; allowed: a number above 0, up to 1
    """

    first_hours: float  # hours a provider needs for the first job, in (0, ∞)
    rate: float  # learning rate, in (0, 1]: what remains of the hours when the number of jobs done doubles
    newcomer_price: float  # price of the cheapest newcomer's hour, currency, in [0, ∞)
    regular_price: float  # price of a regular's hour, currency, in [0, ∞)
    own_hour: float  # what an hour of the owner's is worth, currency, in [0, ∞)
    search_hours: float  # owner's hours to find and contract someone, in [0, ∞)
    onboarding_hours: float  # owner's hours to brief someone new, in [0, ∞)
    managing_hours: float = 0  # owner's hours a job to answer questions and look over what comes back, in [0, ∞)
    setup_hours: float = 0  # owner's extra hours, once, to choose a regular well and write the brief down, in [0, ∞)
    departure: float = 0  # chance that a regular leaves after a job, in [0, 1]
    weeks_between: float = 0  # weeks from one job of the stream to the next, in [0, ∞)
    forgetting: float = 0  # share of experience lost a week, in [0, ∞); see `learning.time_after_breaks`
    outage: float = 0  # chance that a provider is unavailable when needed, in [0, 1]
    delay_cost: float = 0  # what a job costs that has to wait because nobody is available, currency, in [0, ∞)
    passed_on: float = 1  # share of the hours saved by learning that is not billed: 1 by the hour, 0 at a fixed price

    def __post_init__(self) -> None:
        for field in fields(self):
            high = 1 if field.name in ("rate", "departure", "outage", "passed_on") else np.inf
            one_number(field.name, getattr(self, field.name), 0, high, above=field.name in ("first_hours", "rate"))

    @property
    def joining(self) -> float:
        """What each new person costs the owner before the work begins: search and onboarding, currency."""
        return (self.search_hours + self.onboarding_hours) * self.own_hour

    @property
    def managing(self) -> float:
        """What looking after a job costs the owner, whoever does it, currency."""
        return self.managing_hours * self.own_hour
