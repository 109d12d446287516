"""Settings of the game's dials, judged by many years with the same luck, and searched for."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence

import numpy as np

from outsourcing_lessons.models.business import Business, Dials, play

LANES = 6000  # years at once
REACH = 2
NAMES = tuple(Dials.RANGES)
GRID = {
    "people": (0, 1, 2, 3, 4),
    "care": tuple(step / 10 for step in range(11)),
    "company": (*(step / 20 for step in range(9)), 0.5, 0.7, 1),
    "limit": tuple(step / 2 for step in range(13)),
    "build": (0, 0.25, 0.5, 0.75, 1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10),
    "watch": (0, 0.25, 0.5, 0.75, 1, 1.5, 2, 2.5, 3, 3.5, 4, 5, 6, 8),
}
Setting = list[float]
Judge = Callable[[list[Setting]], np.ndarray]


def vector(dials: Dials) -> Setting:
    return [float(getattr(dials, name)) for name in NAMES]


def scores(
    business: Business, settings: Sequence[Setting], runs: int, seed: int, cards: Sequence[int] | None = None
) -> np.ndarray:
    """Return the mean score of each setting, all with the same luck."""
    rows, found = np.asarray(settings, float), []
    per = max(1, LANES // runs)
    for part in (rows[first : first + per] for first in range(0, len(rows), per)):
        dials = Dials(**{name: np.repeat(part[:, k], runs) for k, name in enumerate(NAMES)})
        game = play(business, dials, seed, np.tile(np.arange(runs), len(part)), cards)
        found.append(game.score.reshape(len(part), runs).mean(axis=1))
    return np.concatenate(found)


def best(judge: Judge, start: Setting) -> Setting:
    """Return the place to which turning one dial after another leads, until six in a row stay where they are.

    A dial is tried `REACH` steps up and down. What a company brings jumps where it begins to count as cover, so the
    share that goes to it is tried at every step.
    """
    setting, stayed = list(map(float, start)), 0
    for name in itertools.cycle(NAMES):
        k = NAMES.index(name)
        steps = sorted({*GRID[name], setting[k]})
        at = steps.index(setting[k])
        near = steps if name == "company" else steps[max(0, at - REACH) : at + REACH + 1]
        values = judge(turned(setting, name, near))
        found = near[int(np.argmax(values))]
        stayed = stayed + 1 if found == setting[k] else 0
        setting[k] = found
        if stayed == len(NAMES):
            return setting
    raise AssertionError("a cycle does not end")


def turned(setting: Setting, dial: str, values: Sequence[float]) -> list[Setting]:
    """Return a setting with one dial at each of some values."""
    k = NAMES.index(dial)
    return [[*setting[:k], float(value), *setting[k + 1 :]] for value in values]


def shapley(judge: Judge, start: Setting, end: Setting) -> dict[str, float]:
    """Return each dial's share of the way from one setting to another, in per cent: its mean gain over all orders."""
    n = len(NAMES)
    sets = list(itertools.product((0, 1), repeat=n))
    mixed = [[(end if chosen else start)[k] for k, chosen in enumerate(one)] for one in sets]
    worth = dict(zip(sets, judge(mixed), strict=True))
    weight = [math.factorial(k) * math.factorial(n - k - 1) / math.factorial(n) for k in range(n)]
    whole = worth[(1,) * n] - worth[(0,) * n]
    gains = {
        name: sum(weight[sum(one)] * (worth[(*one[:k], 1, *one[k + 1 :])] - worth[one]) for one in sets if not one[k])
        for k, name in enumerate(NAMES)
    }
    return {name: 100 * float(gain / whole) for name, gain in gains.items()}
