"""Luck that every language with 32-bit whole numbers draws alike: a number depends on its place and on nothing else.

A place is a seed, a run, a week and a stream. There is no state, so a thousand runs are drawn at once, in any order,
and a page draws the same numbers for one of them. Streams of a week: 0 demand, 1 rounding (of demand the upper half, of
mistakes the lower), 2 size of a mistake and noticing a change, 3 wrong decisions, 4 to 7 one for each helper.
"""

from __future__ import annotations

import numpy as np

from outsourcing_lessons.models.business.arrays import Floats, Luck, Whole

STREAMS = 8
DECK, FIRST_HELPER = 1000, 1001  # weeks that no year has, for what is drawn once; behind them, decks of a harder year


def mix(numbers: Luck) -> Luck:
    """Scramble 32-bit numbers, each into another one: "lowbias32", found by Chris Wellons, public domain.

    Examples
    --------
    >>> mix(np.array([1], np.uint32))
    array([1753845952], dtype=uint32)
    """
    shifted = numbers >> np.uint32(16)
    mixed = numbers ^ shifted
    mixed *= np.uint32(0x7FEB352D)
    mixed ^= np.right_shift(mixed, np.uint32(15), out=shifted)
    mixed *= np.uint32(0x846CA68B)
    mixed ^= np.right_shift(mixed, np.uint32(16), out=shifted)
    return mixed


def luck(seed: int | Whole, runs: Luck, week: int, weeks: int = 1) -> Luck:
    """Draw the luck of some weeks, of shape (weeks, STREAMS, runs).

    Parameters
    ----------
    seed : int or numpy.ndarray
        In [0, 2**32); one, or one for each run.
    runs : numpy.ndarray of uint32
        The numbers of the runs.
    week, weeks : int
        The first week and how many.

    Examples
    --------
    >>> luck(1, np.array([0, 1], np.uint32), week=0)[0, 0].tolist()
    [1449854849, 2892335534]
    """
    run = mix(np.asarray(runs, np.uint32) * np.uint32(0x9E3779B9) + mix(np.atleast_1d(np.asarray(seed, np.uint32))))
    place = mix(np.arange(week * STREAMS, (week + weeks) * STREAMS, dtype=np.uint32) + np.uint32(0x85EBCA6B))
    return mix(place[:, None] ^ run).reshape(weeks, STREAMS, -1)


def one(seed: int, run: int, week: int, stream: int) -> int:
    """Draw a single number of `luck`, thirty times as fast as an array of one.

    Examples
    --------
    >>> one(1, 1, week=0, stream=0)
    2892335534
    """
    place = _mixed(week * STREAMS + stream + 0x85EBCA6B)
    return _mixed(place ^ _mixed(run * 0x9E3779B9 + _mixed(seed)))


def _mixed(number: int) -> int:
    """Do as `mix` does to one number."""
    number &= 0xFFFFFFFF
    number = (number ^ number >> 16) * 0x7FEB352D & 0xFFFFFFFF
    number = (number ^ number >> 15) * 0x846CA68B & 0xFFFFFFFF
    return number ^ number >> 16


def bell(numbers: Luck) -> Floats:
    """Return nearly normal numbers, mean 0 and deviation 1: the four bytes of each, added up."""
    pairs = (numbers & np.uint32(0xFF00FF)) + (numbers >> np.uint32(8) & np.uint32(0xFF00FF))
    return ((pairs & np.uint32(0xFFFF)) + (pairs >> np.uint32(16)) - 510.0) / 147.8


def upper(numbers: Luck) -> Floats:
    """Return the upper half of each number as a share of 1."""
    return (numbers >> np.uint32(16)) / 65536


def lower(numbers: Luck) -> Floats:
    """Return the lower half of each number as a share of 1."""
    return (numbers & np.uint32(0xFFFF)) / 65536
