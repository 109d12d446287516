"""The game of this course: how much to ask for, quarter by quarter, of somebody whose patience is a matter of luck."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from outsourcing_lessons.items.game import Scored, scorer

HOUR = 0.25  # what an hour of getting ready costs, in per cent of the pay


@scorer("patience")
def patience(settings: Sequence[Mapping[str, float]], seed: int) -> Scored:
    """Return what a year of asking brings.

    Examples
    --------
    >>> patience([{"ask": 2, "hours": 0}, {"ask": 9, "hours": 4}], seed=1)
    Scored(score=1.0, readouts=('1 of 2 quarters brought something.',))
    """
    score, granted = 0.0, 0
    for quarter, setting in enumerate(settings):
        limit = 2 + 0.5 * setting["hours"] + 4 * luck(seed, quarter)
        yes = setting["ask"] > 0 and setting["ask"] <= limit
        score += (setting["ask"] if yes else 0) - HOUR * setting["hours"]
        granted += yes
    return Scored(score, (f"{granted} of {len(settings)} quarters brought something.",))


def luck(seed: int, quarter: int) -> float:
    """Return a number from 0 to below 1 that depends on its place alone, the same in every language."""
    mixed = (seed + 0x9E3779B9 * (quarter + 1)) % 2**32
    for shift, factor in ((16, 0x7FEB352D), (15, 0x846CA68B)):
        mixed = (mixed ^ mixed >> shift) * factor % 2**32
    return (mixed ^ mixed >> 16) / 2**32
