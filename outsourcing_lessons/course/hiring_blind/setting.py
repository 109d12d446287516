"""The numbers of this lesson for one learner; assumptions of the course, said to be so wherever they are shown."""

from __future__ import annotations

from dataclasses import dataclass

from outsourcing_lessons.course.case import Case
from outsourcing_lessons.items.draw import Draw
from outsourcing_lessons.models import selection

# How far each way of choosing goes together with later work: Sackett and others (2022), as the source gives them.
YEARS, TALK, REASONING, WORK_SAMPLE, KNOWLEDGE, SCORED = 0.07, 0.19, 0.31, 0.33, 0.40, 0.42


@dataclass(frozen=True)
class Setting:
    """What differs from learner to learner beside the trade.

    Parameters
    ----------
    candidates : int
        Who apply for one job.
    base : float
        Share of them who would do it well.
    passes, slips : float
        Share of good ones, and of poor ones, who pass a trial.
    trial_cost, loss : float
        One trial; one wrong choice. Currency.
    """

    candidates: int
    base: float
    passes: float
    slips: float
    trial_cost: float
    loss: float

    def good(self, validity: float) -> float:
        """Return the share of good ones among those chosen, for a way of choosing of that validity."""
        return float(selection.success_ratio(self.base, validity, 1 / self.candidates))


def setting_of(case: Case) -> Setting:
    """Return the numbers of this learner's story; the same profile always gives the same ones."""
    draw = Draw("hiring-blind.setting", case.profile.seed)
    return Setting(
        candidates=draw.pick((5, 8, 10)),
        base=draw.pick((0.4, 0.5, 0.6)),
        passes=0.8,
        slips=0.3,
        trial_cost=case.price(2 * case.trade.newcomer_rate + 1),
        loss=case.price(draw.pick((30, 40, 50))),
    )
