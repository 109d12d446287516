"""A thousand years of the learner's business at a setting, for questions and text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from outsourcing_lessons.course.turn_the_dials.opponents import SETTINGS, answering_the_news, business_of
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.models.business import Business, Dials, Year, play

RUNS = 1000


@dataclass(frozen=True)
class Years:
    """What they came to: the score of the middle one, that of one in ten, firms lost of 100, hours a week.

    Scores are in hours of the owner's own time.
    """

    middle: float
    bad: float
    lost: int
    week: float


def years_of(case: Case, **dials: float) -> Years:
    """Return what came of a setting; dials that are not named stay as at the start."""
    return _played(business_of(case), tuple(sorted(dials.items())))


def named_years(case: Case, name: str) -> Years:
    """Return what came of a setting with a name, or of answering the news."""
    if name not in SETTINGS:
        return _summary(play(business_of(case), answering_the_news, runs=RUNS))
    return years_of(case, **{dial: float(getattr(SETTINGS[name], dial)) for dial in Dials.RANGES})


@lru_cache(maxsize=256)
def _played(business: Business, dials: tuple[tuple[str, float], ...]) -> Years:
    return _summary(play(business, Dials(**dict(dials)), runs=RUNS))


def _summary(game: Year) -> Years:
    middle, bad = np.quantile(game.score, (0.5, 0.1))
    return Years(float(middle), float(bad), round(100 * float(game.ruined.mean())), float(game.hours.mean()))
