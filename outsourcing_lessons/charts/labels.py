"""Where the texts of a drawing go: how wide they are, where they break, and how they keep out of each other's way.

There is no font to measure, since every surface has its own; widths are estimated on the wide side.
"""

from __future__ import annotations

import math
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise
from operator import itemgetter

LEADING = 1.25  # from one row to the next, in sizes
NEARER = 6  # px by which a text must be nearer to its own point than to another's


def width_of(text: str, size: float) -> float:
    """Return about how wide a text is in px, at a size in px."""
    return size * sum(_advance(character) for character in text)


@lru_cache(1000)
def _advance(character: str) -> float:
    if character in "ijl.,:;'|!I()[] ":
        return 0.36
    if character in "mwMW@%—…" or unicodedata.east_asian_width(character) in "WF":
        return 1.0
    return 0.74 if character.isupper() else 0.63


def wrap(text: str, size: float, width: float) -> list[str]:
    """Break a text into rows that fit a width in px; a word that is too long by itself is broken too.

    Examples
    --------
    >>> wrap("Someone new each time", size=14, width=128)
    ['Someone new', 'each time']
    """
    rows = [""]
    for word in text.split(" "):
        if rows[-1] and width_of(f"{rows[-1]} {word}", size) > width:
            rows.append("")
        rows[-1] += (" " if rows[-1] else "") + word
        while width_of(rows[-1], size) > width:
            fits = next(n for n in range(len(rows[-1]), 0, -1) if n == 1 or width_of(rows[-1][:n], size) <= width)
            rows[-1:] = [rows[-1][:fits], rows[-1][fits:]]
    return rows


@dataclass(frozen=True)
class Box:
    """A rectangle that a text covers."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def centre(self) -> float:
        return self.left + self.width / 2

    def grown(self, by: float) -> Box:
        return Box(self.left - by, self.top - by, self.width + 2 * by, self.height + 2 * by)

    def nearest(self, x: float, y: float) -> tuple[float, float]:
        """Return the point of the rectangle that is nearest to a point."""
        return min(max(x, self.left), self.left + self.width), min(max(y, self.top), self.top + self.height)

    def meets(self, other: Box) -> bool:
        across = self.left < other.left + other.width and other.left < self.left + self.width
        return across and self.top < other.top + other.height and other.top < self.top + self.height

    def crossed_by(self, path: list[tuple[float, float]]) -> bool:
        """Say whether a line comes through; a little more than touching, never less."""
        first = max(0, bisect_left(path, self.left, key=itemgetter(0)) - 1)
        for (x0, y0), (x1, y1) in pairwise(islice(path, first, None)):
            if x0 > self.left + self.width:
                break
            if x1 >= self.left:
                slope = (y1 - y0) / (x1 - x0)
                enter = y0 + slope * max(0, self.left - x0)
                leave = y1 - slope * max(0, x1 - self.left - self.width)
                if max(enter, leave) >= self.top - 3 and min(enter, leave) <= self.top + self.height + 3:
                    return True
        return False


def place_beside(
    x: float, y: float, size: tuple[float, float], area: Box, taken: list[Box], paths: list[list[tuple[float, float]]],
    *, others: Sequence[tuple[float, float]] = (), rules: Sequence[float] = (),
) -> Box:  # fmt: skip
    """Return where a text beside a point covers least; of places as good as another, the nearest.

    Parameters
    ----------
    x, y : float
        The point.
    size : tuple of float
        Width and height of the text.
    area : Box
        What the text may not leave.
    taken : list of Box
        Other texts and marks.
    paths : list of list of (x, y)
        Lines, each from left to right.
    others : list of (x, y)
        Points with texts of their own: one that is about as near would be taken for this one.
    rules : list of float
        Heights of the thin lines behind everything; a text far off would be worse than one across such a line.
    """

    def away(box: Box, point: tuple[float, float]) -> float:
        return math.dist(point, box.nearest(*point))

    def cost(box: Box, far: float) -> float:
        mistaken = sum(away(box, other) < far + NEARER for other in others)
        ruled = any(box.top - 1 < rule < box.top + box.height + 1 for rule in rules)
        covered = 9 * sum(map(box.meets, taken)) + sum(map(box.crossed_by, paths))  # another text is worse than a line
        return 300 * (covered + mistaken) + 25 * ruled + far

    best, least = None, math.inf
    for box in _places(x, y, *size, area):
        far = away(box, (x, y))
        if far < least and (costs := cost(box, far)) < least:  # no place costs less than its distance
            best, least = box, costs
    assert best is not None
    return best


def _places(x: float, y: float, width: float, height: float, area: Box) -> Iterator[Box]:
    for far in (12, 30, 54, 84, 120):
        for left in (x + far, x - far - width, x - width / 2):
            for top in (y + far * 0.6, y - far * 0.6 - height):
                inside = min(max(left, area.left + 4), area.left + area.width - width - 4)
                yield Box(inside, min(max(top, area.top), area.top + area.height - height - 4), width, height)


def apart(wanted: list[float], heights: list[float], top: float, bottom: float) -> list[float]:
    """Return middles near the wanted ones, in their order, so that nothing of these heights overlaps.

    Examples
    --------
    >>> apart([50, 45, 100], heights=[20, 20, 20], top=0, bottom=200)
    [65.0, 45, 100]
    """
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    found, floor = dict.fromkeys(order, 0.0), top
    for i in order:
        found[i] = max(wanted[i], floor + heights[i] / 2)
        floor = found[i] + heights[i] / 2
    for i in reversed(order):
        found[i] = min(found[i], bottom - heights[i] / 2)
        bottom = found[i] - heights[i] / 2
    return [found[i] for i in range(len(wanted))]
