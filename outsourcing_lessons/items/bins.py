"""Numbers as bars: how many lie in each of a few bins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from outsourcing_lessons.items.base import Bar, bar

BINS = 6


def spread(values: Sequence[float], said: Callable[[float], str], key: float | None = None) -> list[Bar]:
    """Return numbers in bins of equal width, as bars; the one that holds the key is marked."""
    if not values:
        return []
    low, high = min(values), max(values)
    if low == high:
        return [bar(said(low), len(values), low == key)]
    width = (high - low) / BINS
    bins = Counter(min(BINS - 1, int((value - low) / width)) for value in values)
    edges = [(low + width * n, low + width * (n + 1)) for n in range(BINS)]
    holds = [key is not None and (a <= key < b or (b == edges[-1][1] and key == b)) for a, b in edges]
    return [bar(f"{said(a)} to {said(b)}", bins[n], holds[n]) for n, (a, b) in enumerate(edges)]
