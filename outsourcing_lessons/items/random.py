"""Chance that is the same on every machine and every version of Python.

``random.Random.random`` is the one method whose sequence Python promises to keep; everything here is made from it.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Sequence
from typing import TypeVar

from outsourcing_lessons.items.base import Option

T = TypeVar("T")


class SeededRandom:
    """A stream of chance that belongs to one item and one seed; for another try with these, the subseed is 1 and on.

    ``drawn`` is what was drawn so far, by its place among what there was to draw from. Where options stand is left out:
    an answer names them by their ids.

    Examples
    --------
    >>> SeededRandom("begin.curve", 7).whole(1, 6) == SeededRandom("begin.curve", 7).whole(1, 6)
    True
    """

    def __init__(self, item_id: str, seed: int, subseed: int = 0):
        self.seed, self.subseed = seed, subseed
        self.drawn: list[int] = []
        name = f"{item_id}/{seed}/{subseed}" if subseed else f"{item_id}/{seed}"
        self._random = random.Random(int.from_bytes(hashlib.sha256(name.encode()).digest(), "big"))

    def of(self, item_id: str) -> SeededRandom:
        """Return a fresh stream for another item, with the same seed and try; what it draws counts as drawn here."""
        other = SeededRandom(item_id, self.seed, self.subseed)
        other.drawn = self.drawn
        return other

    def below(self, n: int) -> int:
        """Draw a whole number in [0, n)."""
        self.drawn.append(self._below(n))
        return self.drawn[-1]

    def _below(self, n: int) -> int:
        return int(self._random.random() * n)

    def whole(self, low: int, high: int, step: int = 1) -> int:
        """Draw one of low, low + step, ... up to high."""
        return low + step * self.below((high - low) // step + 1)

    def pick(self, choices: Sequence[T]) -> T:
        """Draw one of the choices."""
        return choices[self.below(len(choices))]

    def shuffled(self, things: Sequence[T]) -> tuple[T, ...]:
        """Return all things in a drawn order (Fisher and Yates)."""
        places = list(range(len(things)))
        for i in range(len(places) - 1, 0, -1):
            j = self._below(i + 1)
            places[i], places[j] = places[j], places[i]
        self.drawn += places if not all(isinstance(one, Option) for one in things) else []
        return tuple(things[place] for place in places)

    def some(self, things: Sequence[T], n: int) -> tuple[T, ...]:
        """Draw n different things."""
        return self.shuffled(things)[:n]
