"""What an hour of the learner's own is worth: one that is sold, and one that is not.

For a shop or a software firm nobody pays by the hour; there an hour is sold when it goes into what customers buy.
"""

from __future__ import annotations

from typing import NamedTuple

from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.money import readable

PAID = 0.6  # share of the hours that is sold, unless the learner says what the others are worth
LEAST_APART = 0.85  # of a sold hour: above that the two are one, and there is nothing to tell apart


class Thursday(NamedTuple):
    """Two hours of work, what they are worth in a full and in a quiet week, and what somebody would do it for."""

    hours: int
    sold: float
    unsold: float
    bill: float

    @property
    def turn(self) -> float:
        """From how many full weeks in ten on paying gains."""
        return 10 * (self.bill / self.hours - self.unsold) / (self.sold - self.unsold)


def unsold_hour(case: Case) -> float:
    """Return what an hour is worth that the learner does not sell: their own figure, or the sold one over all hours."""
    own = case.profile.unsold_hour_value
    return own if 0 < own <= LEAST_APART * case.hour else readable(PAID * case.hour, 2)


def thursday(case: Case, hours: int = 2) -> Thursday:
    """Return the case of the first question: a bill between what the hours bring in a full and in a quiet week."""
    unsold = unsold_hour(case)
    return Thursday(hours, case.hour, unsold, readable(hours * (case.hour + unsold) / 2, 3))
