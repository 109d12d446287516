"""How long work waits when it arrives at random: for one owner, or for several who share it.

Rates are per unit of time, whichever you like, as long as it is the same for all: arrivals an hour, answers an hour,
waits in hours. A queue that gets more than it can do grows without end; no average exists, so it is refused.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from outsourcing_lessons.models.arguments import FloatOrArray, as_given, numbers, refuse_unless, whole_numbers

MOST_SERVERS = 10_000


def erlang_c(servers: ArrayLike, offered_load: ArrayLike) -> FloatOrArray:
    """Return the chance that a request has to wait, when several servers share one queue.

    With the recursion ``1 / B(n) = 1 + n / (load * B(n - 1))``, ``B(0) = 1``, it is
    ``C = B / (1 - (load / servers) * (1 - B))``: sums of positive terms only, so exact for thousands of servers. Erlang
    C, for random (Poisson) arrivals and exponential service times: standard result.

    Parameters
    ----------
    servers : int or array_like
        How many, whole, in [1, 10,000].
    offered_load : number or array_like
        Arrival rate over service rate, in erlangs, in [0, servers).

    Examples
    --------
    >>> round(erlang_c(servers=5, offered_load=3), 6)
    0.236152
    """
    servers = whole_numbers("servers", servers, 1, MOST_SERVERS)
    servers, load = np.broadcast_arrays(servers, numbers("offered_load", offered_load))
    refuse_unless(load < servers, "offered_load", load, "a number of 0 or more, below servers")
    return as_given(_waiting(servers, load))


def mean_wait(arrival_rate: ArrayLike, service_rate: ArrayLike, servers: ArrayLike = 1) -> FloatOrArray:
    """Return how long a request waits on average before somebody begins with it: ``C / (servers * μ - λ)``.

    In units of time, over all requests, those who need not wait included. M/M/c queue, standard result. By Little's law
    ``arrival_rate * mean_wait`` requests are waiting on average.

    Parameters
    ----------
    arrival_rate : number or array_like
        λ, requests per unit of time, in [0, servers * service_rate).
    service_rate : number or array_like
        μ, how many one server finishes per unit of time, in (0, ∞).
    servers : int or array_like
        Whole, in [1, 10,000].

    Examples
    --------
    Two an hour, each taking 20 minutes, wait 40 minutes for one server and 2.5 for two:

    >>> round(60 * mean_wait(2, 3), 1), round(60 * mean_wait(2, 3, servers=2), 1)
    (40.0, 2.5)
    """
    arrival_rate, service_rate, servers = _queue(arrival_rate, service_rate, servers)
    waiting = _waiting(servers, arrival_rate / service_rate)
    return as_given(waiting / (servers * service_rate - arrival_rate))


def served_within(
    arrival_rate: ArrayLike, service_rate: ArrayLike, servers: ArrayLike, limit: ArrayLike
) -> FloatOrArray:
    """Return the share of requests that wait no longer than a limit: ``1 - C exp(-(servers * μ - λ) limit)``.

    The "service level" of call centres; M/M/c queue, standard result.

    Parameters
    ----------
    arrival_rate, service_rate, servers : number or array_like
        As in `mean_wait`.
    limit : number or array_like
        Units of time, in [0, ∞).

    Examples
    --------
    >>> round(served_within(0.2, 1 / 240, servers=55, limit=20), 3)
    0.867
    """
    arrival_rate, service_rate, servers = _queue(arrival_rate, service_rate, servers)
    waiting = _waiting(servers, arrival_rate / service_rate)
    return as_given(1 - waiting * np.exp(-(servers * service_rate - arrival_rate) * numbers("limit", limit)))


def mm1_in_system(utilisation: ArrayLike) -> FloatOrArray:
    """Return how many requests one server has on average, waiting or in hand: ``ρ / (1 - ρ)``.

    M/M/1 queue, standard result.

    Parameters
    ----------
    utilisation : number or array_like
        ρ, the share of time the server is busy, in [0, 1).

    Examples
    --------
    >>> mm1_in_system([0.8, 0.9, 0.95]).round(6)
    array([ 4.,  9., 19.])
    """
    utilisation = numbers("utilisation", utilisation, 0, 1, below=True)
    return as_given(utilisation / (1 - utilisation))


def kingman_wait(
    utilisation: ArrayLike, cv_arrival: ArrayLike, cv_service: ArrayLike, service_time: ArrayLike
) -> FloatOrArray:
    """Return about how long a request waits for one server when arrivals and service times vary as they like.

    ``ρ / (1 - ρ) * (cv_arrival**2 + cv_service**2) / 2 * service_time``: how busy, times how uneven, times how long.

    In units of time, waiting only. Kingman (1961): an approximation that gets better the busier the server; exact when
    both are random.

    Parameters
    ----------
    utilisation : number or array_like
        ρ, the share of time the server is busy, in [0, 1).
    cv_arrival, cv_service : number or array_like
        Standard deviation over mean of the times between arrivals and of the service times, in [0, ∞); 1 is random, 0
        is like clockwork.
    service_time : number or array_like
        Mean time one request takes, units of time, in [0, ∞).

    Examples
    --------
    >>> round(kingman_wait(0.9, 1, 1, service_time=10))
    90
    """
    busy = mm1_in_system(utilisation)
    uneven = (np.square(numbers("cv_arrival", cv_arrival)) + np.square(numbers("cv_service", cv_service))) / 2
    return as_given(busy * uneven * numbers("service_time", service_time))


def _queue(
    arrival_rate: ArrayLike, service_rate: ArrayLike, servers: ArrayLike
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    servers = whole_numbers("servers", servers, 1, MOST_SERVERS)
    arrival_rate, service_rate, servers = np.broadcast_arrays(
        numbers("arrival_rate", arrival_rate), numbers("service_rate", service_rate, above=True), servers
    )
    fits = arrival_rate / service_rate < servers
    refuse_unless(fits, "arrival_rate", arrival_rate, "a number of 0 or more, below servers * service_rate")
    return arrival_rate, service_rate, servers


def _waiting(servers: np.ndarray, load: np.ndarray) -> np.ndarray:
    """Return Erlang C with the recursion written out: 1 / B = 1 + c/a + c(c - 1)/a² + ... + c!/a**c."""
    taken = np.arange(servers.max(initial=1))
    with np.errstate(over="ignore", divide="ignore", invalid="ignore"):  # a blocking of 1 / inf is the 0 it should be
        terms = np.cumprod((servers[..., None] - taken) / load[..., None], axis=-1)
        inverse = 1 + np.where(taken < servers[..., None], terms, 0).sum(-1)
    blocked = 1 / inverse
    return blocked / (1 - load / servers * (1 - blocked))
