"""The one model of this course: where a talk about pay ends when somebody names a first number."""

from __future__ import annotations

from collections.abc import Sequence

from outsourcing_lessons.errors import ArgumentError

PULL = 0.4  # how far a first number draws the result towards itself


def settled(opening: Sequence[float], planned: float, pull: float = PULL) -> list[float]:
    """Return the raise that each opening ends with.

    Parameters
    ----------
    opening : sequence of float
        First numbers, per cent of the pay.
    planned : float
        What the other side had in mind, per cent.
    pull : float
        From 0, where the first number does nothing, to 1, where it decides alone.

    Examples
    --------
    >>> settled(opening=[3, 8], planned=3, pull=0.4)
    [3.0, 5.0]
    """
    if not 0 <= pull <= 1:
        raise ArgumentError("pull", pull, "a number from 0 to 1")
    return [round(planned + pull * (one - planned), 2) for one in opening]
