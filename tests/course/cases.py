"""Learners to try the course on: every trade, many seeds, currencies of very different size."""

from __future__ import annotations

from itertools import product

from outsourcing_lessons.course import COURSE
from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.courses import case_of

MONEY = (("EUR", 60.0), ("GBP", 95.0), ("JPY", 12345.0), ("CHF", 27.5), ("IDR", 450000.0), ("USD", 1.0))


def cases(seeds):
    """Yield a case for every trade and seed; the currencies take turns."""
    for business, seed in product(COURSE.trades, seeds):
        currency, hour_value = MONEY[seed % len(MONEY)]
        yield case_of(LearnerProfile(business=business, seed=seed, currency=currency, hour_value=hour_value))
