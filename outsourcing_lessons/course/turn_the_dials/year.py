"""The game of the last lesson, scored: a year of the learner's business."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from outsourcing_lessons.course.turn_the_dials.first_year import ONE_YEAR
from outsourcing_lessons.items.game import Scored, scorer
from outsourcing_lessons.models.business import Business, Dials, play

MODEL = "business-year"


@scorer(MODEL)
def business_year(settings: Sequence[Mapping[str, float]], seed: int, givens: Mapping[str, float]) -> Scored:
    """Return what a year comes to, in hours of the owner's own time.

    Parameters
    ----------
    settings : sequence of mapping
        The dials of each quarter.
    seed : int
        Decides about luck.
    givens : mapping
        The figures of the business.

    Examples
    --------
    >>> figures = {"jobs": 10, "hours": 6, "price": 8, "rate": 0.4, "company_price": 4, "error_cost": 14, "stake": 3}
    >>> year = business_year([{"people": 2, "care": 0.6, "limit": 3, "watch": 1.5}] * 4, seed=1, givens=figures)
    >>> year.readouts
    ('The firm lasted the year.', 'You worked 45 hours a week.')
    """
    business = Business(**givens)
    game = play(business, [Dials(**one) for one in settings], seed, ONE_YEAR)
    if game.ruined[0]:
        lived = sum(int(report["alive"][0]) for report in game.quarters)
        return Scored(float(game.score[0]), (f"The firm was lost in quarter {lived + 1}.",))
    week = f"You worked {int(game.hours[0] + 0.5)} hours a week."
    return Scored(float(game.score[0]), ("The firm lasted the year.", week))
