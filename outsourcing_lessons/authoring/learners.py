"""Learners to try the course on: every trade, currencies of very different size, and every kind there is."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product

from outsourcing_lessons.learner import LearnerProfile
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.courses import case_of, chosen
from outsourcing_lessons.money import CURRENCIES
from outsourcing_lessons.places import COUNTRIES, currency_of

GOLDEN = 0.6180339887498949
WHOLE = 400  # every whole value of an hour up to here
COINS = sorted(CURRENCIES)
LANDS = sorted(COUNTRIES)
UNLIKE = ("DE", "US", "IN", "CH", "BR", "JP", "SE", "FR")
MONEY = (("EUR", 60.0), ("GBP", 95.0), ("JPY", 12345.0), ("CHF", 27.5), ("IDR", 450000.0), ("USD", 1.0))


def cases(seeds: Iterable[int], trades: Iterable[str] = ()) -> Iterator[Case]:
    """Yield a case for every trade, or those that are named, and every seed; the currencies take turns."""
    for business, seed in product(trades or chosen().trade_names, seeds):
        currency, hour_value = MONEY[seed % len(MONEY)]
        yield case_of(LearnerProfile(business=business, seed=seed, currency=currency, hour_value=hour_value))


def learner(number: int) -> Case:
    """Return the n-th learner of every kind that a roster admits; the same one on every machine.

    Values of an hour take turns between all the whole ones and any others.
    """
    return _learner(number, chosen().id)


@cache
def _learner(number: int, course: str) -> Case:
    """Return the n-th learner of a course, which is the chosen one."""
    chance = random.Random(number)
    country = _country(number)
    profile = LearnerProfile(
        business=chance.choice(chosen().trade_names),
        country=country,
        currency=_currency(number, country, chance.choice(("EUR", "JPY", "GBP", *COINS))),
        hour_value=_hour_value(number, chance),
        weekly_hours=chance.choice((1.0, 112.0, 50.0, float(chance.randint(1, 112)), round(chance.uniform(1, 112), 1))),
        seed=chance.choice((chance.randrange(2000), chance.randrange(2**53))),
    )
    return case_of(profile)


def _country(number: int) -> str:
    """Name a country for two learners of four; one of these is where a wage floor is known, or numbers look unlike."""
    chance = random.Random(f"country of {number}")
    return (chance.choice(UNLIKE) if number % 4 == 1 else chance.choice(LANDS)) if number % 4 in (1, 2) else ""


def _currency(number: int, country: str, otherwise: str) -> str:
    """Have most who name a country pay with its currency."""
    return (currency_of(country) or otherwise) if country and number % 3 else otherwise


def _hour_value(number: int, chance: random.Random) -> float:
    if number % 2:
        return 1.0 + number // 2 % WHOLE
    if number % 50 == 0:
        return 10 ** chance.uniform(5, 8)  # the largest that a roster admits
    value = 10 ** (5 * (number * GOLDEN % 1))
    return max(1.0, float((value, round(value), round(value, 2), round(4 * value) / 4)[number // 2 % 4]))
