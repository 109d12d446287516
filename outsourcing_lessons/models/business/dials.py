"""What the owner decides for a quarter."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import ClassVar

from outsourcing_lessons.models.arguments import numbers, whole_numbers
from outsourcing_lessons.models.business.arrays import Floats


@dataclass(frozen=True, kw_only=True, eq=False)
class Dials:
    """Six dials; each is a number, or an array with one for each run.

    Examples
    --------
    >>> Dials(people=2, limit=3).people
    array(2.)
    >>> Dials(watch=9)
    Traceback (most recent call last):
    outsourcing_lessons.errors.ArgumentError: watch is 9; allowed: a number from 0 to 8
    """

    RANGES: ClassVar[dict[str, tuple[int, int]]] = {
        "people": (0, 4), "care": (0, 1), "company": (0, 1), "limit": (0, 6), "build": (0, 10), "watch": (0, 8),
    }  # fmt: skip

    people: float | Floats = 1  # helpers wanted, whole, in [0, 4]
    care: float | Floats = 0  # in choosing them, in [0, 1]: 0 the first to answer, 1 scored questions and a paid trial
    company: float | Floats = 0  # share of the usual work given to a company, in [0, 1]; doubled for a missing helper
    limit: float | Floats = 0  # in [0, 6]: each step halves the decisions left to the owner, and doubles the limit
    build: float | Floats = 0  # the owner's hours a week for automation, in [0, 10]
    watch: float | Floats = 0  # the owner's hours a week for looking at how it goes, in [0, 8]

    def __post_init__(self) -> None:
        for dial in fields(self):
            read = whole_numbers if dial.name == "people" else numbers
            turned = read(dial.name, getattr(self, dial.name), *self.RANGES[dial.name])
            object.__setattr__(self, dial.name, turned.astype(float))
