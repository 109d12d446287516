"""The numbers of this lesson for one learner; assumptions of the course, said to be so wherever they are shown."""

from __future__ import annotations

from dataclasses import dataclass

from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case, count
from outsourcing_lessons.lessons.trade import Slots
from outsourcing_lessons.models import correlation, selection

# How closely each way of choosing tracks later work: Sackett and others (2022), as the source gives them.
YEARS, TALK, REASONING, WORK_SAMPLE, KNOWLEDGE, SCORED = 0.07, 0.19, 0.31, 0.33, 0.40, 0.42
WORK_SAMPLE_1998 = 0.54  # the best sign in Schmidt and Hunter (1998)
OFF = 0.19  # how wrong a figure is taken to be where the lesson shows both ends: an illustration, no published spread
OVERLAP = 0.3  # of scored questions and a paid piece: an assumption, the true one was not found
BOTH = round(float(selection.combined_validity(SCORED, WORK_SAMPLE, OVERLAP)), 2)


def good_of_100(validity: float, share: float = 0.5, people: int = 5) -> int:
    """Return how many of 100 choices are good, one of so many people chosen each time, in a market with that share."""
    return round(100 * float(selection.success_best_of(share, validity, people)))


def both_by(overlap: float) -> float:
    """Return the validity of scored questions and a paid piece together, if they overlap so far."""
    return float(selection.combined_validity(SCORED, WORK_SAMPLE, overlap))


# The market that the texts speak of: half are good, one of five is taken. As words for their texts.
_BY = {
    name: good_of_100(validity)
    for name, validity in {
        "chance": 0,
        "years": YEARS,
        "talk": TALK,
        "sample": WORK_SAMPLE,
        "marks": SCORED,
        "marks_low": SCORED - OFF,
        "marks_high": SCORED + OFF,
        "both_least": both_by(0.5),
        "both_most": both_by(0),
        "sample_1998": WORK_SAMPLE_1998,
    }.items()
}
SIXTEEN, HUNDREDS = 16, range(4, 1000)  # projects in the experiment on trials; how many might have been
_POWER = correlation.power(WORK_SAMPLE, [SIXTEEN, *HUNDREDS])
FIVE = {
    **{f"by_{name}": str(good) for name, good in _BY.items()},
    "years_add": count(_BY["years"] - _BY["chance"]),
    "marks_add": count(_BY["marks"] - _BY["chance"]),
    "marks_over_talk": count(_BY["marks"] - _BY["talk"]),
    "barely": str(_BY["talk"] + 2),
    "still_wrong": str(100 - _BY["marks"]),
    "sample_link": WORK_SAMPLE,
    "sixteen_find": count(round(4 * float(_POWER[0]))),
    "pairs_needed": str(next(n for n, power in zip(HUNDREDS, _POWER[1:], strict=True) if power >= 0.8)),
    "thirty_by_years": str(good_of_100(YEARS, 0.3)),
    "thirty_years_add": count(good_of_100(YEARS, 0.3) - 30),
    "thirty_by_marks": str(good_of_100(SCORED, 0.3)),
}


@dataclass(frozen=True)
class StoryNumbers:
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
        """Return how likely the one who is chosen is good, for a way of choosing of that validity."""
        return float(selection.success_best_of(self.base, validity, self.candidates))


def story_numbers(case: Case) -> StoryNumbers:
    """Return the numbers of this learner's story; the same profile always gives the same ones."""
    draw = SeededRandom("hiring-blind.setting", case.profile.seed)
    return StoryNumbers(
        candidates=draw.pick((5, 8, 10)),
        base=draw.pick((0.4, 0.5, 0.6)),
        passes=0.8,
        slips=0.3,
        trial_cost=case.price(2 * case.trade.newcomer_rate * case.raised + 1),
        loss=case.price(draw.pick((30, 40, 50))),
    )


def twist_of(case: Case) -> Slots:
    """Return what only this lesson says of the trade."""
    return case.trade.of("hiring-blind")


def owner_of(case: Case) -> str:
    """Return the owner's first name, as the story calls them."""
    owner: str = case.trade.owner
    return owner.split()[0]
