"""Those between you and the one who does the work: what they cost, and what they are good for.

A margin is the share of a price that an intermediary keeps. What it buys, if anything, is that somebody else is there
when one person is not: that is the comparison of an individual, with or without a backup, and a company.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import ArrayLike

from outsourcing_lessons.models.arguments import (
    FloatOrArray,
    as_given,
    numbers,
    one_number,
    refuse_unless,
    whole_numbers,
)

SHARES = ("outage", "shared", "company_outage")
MOST_BACKUPS = 10


def worker_share(margins: ArrayLike) -> FloatOrArray:
    """Return the share of the client's price that reaches the worker: the product of ``1 - margin``.

    Parameters
    ----------
    margins : number or array_like
        The margin of each intermediary in between, in [0, 1]; of a table, each row is one chain. None at all leave 1.

    Examples
    --------
    >>> round(worker_share([0.3, 0.3]), 2)
    0.49
    """
    margins = np.asarray(margins, dtype=float) if np.size(margins) == 0 else margins
    return as_given(np.prod(1 - np.atleast_1d(numbers("margins", margins, 0, 1)), axis=-1))


def chain_price(intercept: ArrayLike, slope: ArrayLike, cost: ArrayLike, firms: ArrayLike = 2) -> FloatOrArray:
    """Return the price at the end of a chain of firms that each add their own best margin.

    With demand at a price of ``intercept - slope * quantity`` it is ``intercept - (intercept - cost) / 2**firms``: for
    two firms (3a + c)/4, and for one that does both, ``firms=1``, (a + c)/2. The slope moves the quantity only. Double
    marginalisation, Spengler (1950).

    Parameters
    ----------
    intercept : number or array_like
        a, the price at which nobody buys any more, currency, above ``cost``.
    slope : number or array_like
        How much the price falls for each unit more, currency, in (0, ∞).
    cost : number or array_like
        c, what a unit costs to make, currency, in [0, ∞).
    firms : int or array_like
        How many firms follow each other, whole, in [1, 100].

    Examples
    --------
    >>> chain_price(100, 1, 20), chain_price(100, 1, 20, firms=1)
    (80.0, 60.0)
    """
    intercept, cost = np.broadcast_arrays(numbers("intercept", intercept), numbers("cost", cost))
    refuse_unless(intercept > cost, "intercept", intercept, "a number above cost")
    numbers("slope", slope, above=True)
    return as_given(intercept - (intercept - cost) / 2.0 ** whole_numbers("firms", firms, 1, 100))


@dataclass(frozen=True, kw_only=True)
class Cover:
    """Work that must go on all year, and what it costs to have it done by individuals or by a company.

    Examples
    --------
    >>> cover = Cover(hours=400, individual_price=40, company_price=65, own_hour=60, outage=0.05, outage_cost=300)
    >>> outage_days(cover, [0, 1]).round(3).tolist(), cheaper(cover)
    ([12.5, 0.625], 'individual with backup')
    """

    hours: float  # provider hours needed a year, in (0, ∞)
    individual_price: float  # price of an individual's hour, currency, in [0, ∞)
    company_price: float  # price of a company's hour, currency, in [0, ∞)
    own_hour: float  # what an hour of the owner's is worth, currency, in [0, ∞)
    individual_attention: float = 10  # owner's hours a year to find, brief and look after each individual or backup
    company_attention: float = 10  # the same for the company as a whole
    backup_fee: float = 500  # what it costs a year to keep each backup warm, currency, in [0, ∞)
    days: float = 250  # days a year on which somebody must be there, in [0, 366]
    outage: float = 0.05  # chance that an individual is unavailable on such a day, in [0, 1]
    shared: float = 0  # share of that chance which strikes all at once (same town, same holiday), in [0, 1]
    company_outage: float = 0  # chance that the company has nobody on such a day, in [0, 1]
    outage_cost: float = 0  # what a day without anybody costs, currency, in [0, ∞)

    def __post_init__(self) -> None:
        for field in fields(self):
            high = 1 if field.name in SHARES else 366 if field.name == "days" else np.inf
            one_number(field.name, getattr(self, field.name), 0, high, above=field.name == "hours")


def outage_days(cover: Cover, backups: ArrayLike = 0) -> FloatOrArray:
    """Return on how many days a year no individual is available.

    ``days * (shared * u + (1 - shared) * u**(1 + backups))`` with u the chance of an outage.

    Parameters
    ----------
    cover : Cover
    backups : int or array_like
        Individuals beside the first, whole, in [0, 10].
    """
    backups = whole_numbers("backups", backups, 0, MOST_BACKUPS)
    alone = cover.outage ** (1.0 + backups)
    return as_given(cover.days * (cover.shared * cover.outage + (1 - cover.shared) * alone))


def individual_cost(cover: Cover, backups: ArrayLike = 0) -> FloatOrArray:
    """Return what a year costs with an individual and so many backups: pay, attention, fees and days without anybody.

    Parameters are as in `outage_days`; the result is in currency a year.

    Examples
    --------
    >>> cover = Cover(hours=400, individual_price=40, company_price=65, own_hour=60, outage=0.05, outage_cost=300)
    >>> individual_cost(cover, [0, 1, 2]).round()
    array([20350., 17888., 18809.])
    """
    backups = whole_numbers("backups", backups, 0, MOST_BACKUPS)
    attention = (1 + backups) * cover.individual_attention * cover.own_hour + backups * cover.backup_fee
    return as_given(cover.hours * cover.individual_price + attention + outage_days(cover, backups) * cover.outage_cost)


def company_cost(cover: Cover) -> FloatOrArray:
    """Return what a year costs with a company, in currency: price, attention and days on which it has nobody.

    Examples
    --------
    >>> company_cost(Cover(hours=400, individual_price=40, company_price=65, own_hour=60))
    26600.0
    """
    without = cover.days * cover.company_outage * cover.outage_cost
    return float(cover.hours * cover.company_price + cover.company_attention * cover.own_hour + without)


def cheaper(cover: Cover) -> str:
    """Return which is cheapest: "individual", "individual with backup" or "company"; of equals the first named."""
    costs = [individual_cost(cover), individual_cost(cover, 1), company_cost(cover)]
    return ("individual", "individual with backup", "company")[int(np.argmin(costs))]


def frontier(cover: Cover, outage_cost: ArrayLike, backups: ArrayLike = 1) -> FloatOrArray:
    """Return the company's price at which it costs just as much as individuals: below it the company is cheaper.

    In currency an hour; below 0 where the company would have to pay you.

    Parameters
    ----------
    cover : Cover
        Its ``company_price`` and ``outage_cost`` are left aside.
    outage_cost : number or array_like
        What a day without anybody costs, currency, in [0, ∞).
    backups : int or array_like
        As in `outage_days`.

    Examples
    --------
    >>> cover = Cover(hours=400, individual_price=40, company_price=65, own_hour=60)
    >>> frontier(cover, [0, 1_000, 20_000], backups=1)
    array([42.75 , 44.3125, 74.    ])
    """
    outage_cost = numbers("outage_cost", outage_cost)
    fewer_days = outage_days(cover, backups) - cover.days * cover.company_outage
    fixed = individual_cost(cover, backups) - outage_days(cover, backups) * cover.outage_cost
    attention = cover.company_attention * cover.own_hour
    return as_given((fixed - attention + fewer_days * outage_cost) / cover.hours)
