"""What a stream of like jobs costs: someone new each time, one regular, or a bench taking turns.

All costs are expected values in the learner's currency, one figure a job, added up from the first job on. What the
three policies share and where they differ:

- Whoever is new costs the owner search and onboarding hours, and does the job at the pace of a first job.
- Every job, whoever does it, costs the owner the hours to look after it.
- Newcomers are picked among those free at the time, so nobody waits; and nobody learns.
- What is paid for is hours: of those saved by learning the share `Stream.passed_on` is not billed any more.
- A regular learns, forgets in the breaks, may leave after a job, and may be unavailable when needed.
- A bench of k takes turns. Each member gets every k-th job, so learns more slowly and has longer breaks; but a job
  waits only when everyone who has joined so far is unavailable at once.
- Being unavailable and leaving are independent of each other and between members. Leaving goes with jobs done, not with
  time: a member of a larger bench is no likelier to leave between two of their jobs.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike

from outsourcing_lessons.models.arguments import (
    FloatOrArray,
    as_given,
    numbers,
    one_number,
    one_whole_number,
    whole_numbers,
)
from outsourcing_lessons.models.learning import time_after_breaks
from outsourcing_lessons.models.stream import Stream

__all__ = [
    "Stream", "available", "bench_costs", "break_even", "newcomer_costs", "price_ceiling", "regular_costs",
]  # fmt: skip

NO_DIFFERENCE = 1e-9  # of the total: two totals this close are equal; far below a cent, far above rounding


def newcomer_costs(stream: Stream, jobs: int) -> np.ndarray:
    """Return the cumulative cost of hiring someone new for each job.

    Every job costs ``(search + onboarding + managing) * own_hour + first_hours * newcomer_price``. The result has
    length ``jobs``, in currency: the cost of the first job, of the first two, and so on.

    Parameters
    ----------
    stream : Stream
    jobs : int
        How many, whole, in [1, 1,000,000].

    Examples
    --------
    >>> logos = Stream(first_hours=10, rate=0.8, newcomer_price=30, regular_price=40, own_hour=60, search_hours=2,
    ...                onboarding_hours=3, setup_hours=4)
    >>> newcomer_costs(logos, 3)
    array([ 600., 1200., 1800.])
    """
    jobs = one_whole_number("jobs", jobs)
    return np.arange(1.0, jobs + 1) * (stream.joining + stream.managing + stream.first_hours * stream.newcomer_price)


def regular_costs(stream: Stream, jobs: int) -> np.ndarray:
    """Return the expected cumulative cost of giving all jobs to one regular, and to a successor after each departure.

    At job n the one who does it has been here for ``a`` jobs with chance ``d * (1 - d) ** (a - 1)``, for a from 1 to n
    - 1, or for all n of them with chance ``(1 - d) ** (n - 1)``, where d is the chance of departure. A job costs the
    hours that belong to ``a`` (see `learning.time_after_breaks`) at the regular's price, from the second on the chance
    d of a search and an onboarding, and the chance of an outage times its cost; the first also costs setup, search and
    onboarding.

    Parameters and return value are as in `newcomer_costs`.

    Examples
    --------
    >>> logos = Stream(first_hours=10, rate=0.8, newcomer_price=30, regular_price=40, own_hour=60, search_hours=2,
    ...                onboarding_hours=3, setup_hours=4)
    >>> regular_costs(logos, 3).round()
    array([ 940., 1260., 1541.])
    """
    return bench_costs(stream, jobs, 1)


def bench_costs(stream: Stream, jobs: int, providers: int) -> np.ndarray:
    """Return the expected cumulative cost of a bench whose members take turns, as `newcomer_costs` does.

    Job n is turn ``ceil(n / k)`` of one of the k members, and costs what that turn costs with one regular whose jobs
    come k times as far apart: the hours of a person's age here, and from the second turn on the chance of having to
    replace that person. Each member costs search and onboarding at the first turn; setup is paid once. A job waits with
    chance ``outage ** min(n, k)``, since after n jobs no more than n have joined.

    Parameters
    ----------
    stream, jobs : Stream, int
        As in `newcomer_costs`.
    providers : int
        How many are on the bench, k, whole, in [1, 1,000,000]; with 1 it is `regular_costs`.

    Examples
    --------
    >>> logos = Stream(first_hours=10, rate=0.8, newcomer_price=30, regular_price=40, own_hour=60, search_hours=2,
    ...                onboarding_hours=3, setup_hours=4)
    >>> bench_costs(logos, 3, providers=2).round()
    array([ 940., 1640., 1960.])
    """
    jobs = one_whole_number("jobs", jobs)
    providers = one_whole_number("providers", providers)
    job = np.arange(1, jobs + 1)
    turn = (job - 1) // providers  # counted from 0
    hours = billed_hours(stream, jobs, providers)
    joining = stream.joining * np.where(turn == 0, 1, stream.departure)
    waiting = stream.delay_cost * stream.outage ** np.minimum(job, providers)
    return stream.setup_hours * stream.own_hour + np.cumsum(
        joining + stream.managing + hours * stream.regular_price + waiting
    )


def billed_hours(stream: Stream, jobs: int, providers: int = 1) -> np.ndarray:
    """Return the hours that are paid for at each job of a bench whose members take turns, on average.

    Those a job takes, and of those saved since the first job the share that is not passed on.

    Parameters and return value are as in `bench_costs`, in hours.

    Examples
    --------
    >>> logos = Stream(first_hours=10, rate=0.8, newcomer_price=30, regular_price=40, own_hour=60, search_hours=2,
    ...                onboarding_hours=3, passed_on=0.5)
    >>> billed_hours(logos, 4).round(2)
    array([10.  ,  9.  ,  8.51,  8.2 ])
    """
    turn = np.arange(jobs) // providers  # counted from 0
    taken = _expected_hours(stream, int(turn[-1]) + 1, providers)[turn]
    return stream.first_hours - stream.passed_on * (stream.first_hours - taken)


def price_ceiling(stream: Stream, jobs: int, otherwise: float) -> float:
    """Return the price of an hour at which one regular costs in total what the next best way does.

    Up to there a regular can raise it and stay the cheaper way: it is what the other side of a negotiation has to gain.
    In currency; 0 where the regular is the more expensive way even for nothing.

    Parameters
    ----------
    stream, jobs : Stream, int
        As in `newcomer_costs`.
    otherwise : float
        What all jobs cost the other way, currency, in [0, ∞).

    Examples
    --------
    >>> logos = Stream(first_hours=10, rate=0.8, newcomer_price=30, regular_price=40, own_hour=60, search_hours=2,
    ...                onboarding_hours=3, setup_hours=4)
    >>> round(price_ceiling(logos, jobs=3, otherwise=1800), 2)
    50.36
    """
    free = bench_costs(replace(stream, regular_price=0), jobs, 1)[-1]
    left = one_number("otherwise", otherwise) - free
    return max(0.0, float(left / billed_hours(stream, jobs).sum()))


def break_even(stream: Stream, jobs: int = 100) -> int | None:
    """Return the number of jobs from which one regular is cheaper in total than someone new each time.

    It is the first job from which on, as far as we look, the regular's total is at most the newcomers'; None when
    newcomers are still cheaper in the end.

    Parameters
    ----------
    stream, jobs : Stream, int
        As in `newcomer_costs`; the jobs say how far to look.

    Examples
    --------
    >>> logos = Stream(first_hours=10, rate=0.8, newcomer_price=30, regular_price=40, own_hour=60, search_hours=2,
    ...                onboarding_hours=3, setup_hours=4)
    >>> break_even(logos)
    3
    """
    newcomers = newcomer_costs(stream, jobs)
    dearer = np.flatnonzero(regular_costs(stream, jobs) - newcomers > NO_DIFFERENCE * newcomers)
    from_job = int(dearer[-1]) + 2 if dearer.size else 1  # the job after the last at which the regular is dearer
    return from_job if from_job <= jobs else None


def available(outage: ArrayLike, providers: ArrayLike) -> FloatOrArray:
    """Return the chance that somebody on the bench is available: ``1 - outage ** providers``.

    Parameters
    ----------
    outage : number or array_like
        Chance that one provider is unavailable, in [0, 1], independently of the others. Shared causes (the same agency,
        the same town) make the true chance lower.
    providers : int or array_like
        Whole, in [1, 1,000,000].

    Examples
    --------
    >>> available(0.1, [1, 2, 3])
    array([0.9  , 0.99 , 0.999])
    """
    return as_given(1 - numbers("outage", outage, 0, 1) ** whole_numbers("providers", providers))


def _expected_hours(stream: Stream, turns: int, providers: int) -> np.ndarray:
    """Return a member's expected hours at each of their turns, over how long the one whose turn it is has been here."""
    weeks = stream.weeks_between * providers
    hours = time_after_breaks(np.arange(1, turns + 1), stream.first_hours, stream.rate, weeks, stream.forgetting)
    stayed = (1 - stream.departure) ** np.arange(turns)
    renewed = np.cumsum(stream.departure * stayed * hours)
    return stayed * hours + np.concatenate([[0], renewed[:-1]])
