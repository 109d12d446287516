"""The prediction of lesson 03, and what is shown once it is committed."""

from __future__ import annotations

from dataclasses import dataclass

from outsourcing_lessons.blocks.block import Reveal
from outsourcing_lessons.course.companies_over_people.setting import FEW, GOOD, MANY, twist_of
from outsourcing_lessons.items.item import Exhibit, Prediction
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case, first_name
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.models import ratings


@dataclass(frozen=True)
class Way:
    """A way to ask for a chance; the number is the same in each."""

    question: str
    unit: str
    truth: str


WAYS = (
    Way(
        "What is the chance that {veteran} is the better one? (With 100 % you are certain of {first}, with 0 % of {spotless}, and with 50 % you "
        "toss a coin.)",
        "%", "{key} % for {veteran}",
    ),
    Way(
        "Now think of 100 pairs of people with just these two records. In how many of the pairs is the one with the long record the better one?",
        "of 100 pairs", "{key} of 100 pairs",
    ),
    Way(
        "A ticket pays 100 points if {veteran} is the better one, and nothing if {spotless} is. At how many points would you be as glad to sell "
        "it as to buy it?",
        "points", "{key} points for a ticket on {veteran}",
    ),
)  # fmt: skip


def _way_of(case: Case) -> Way:
    """Return how this learner is asked, so that the truth is told in the same words."""
    return SeededRandom("companies-over-people.five-or-fifty-way", case.profile.seed).pick(WAYS)


def _chance(good: float = 1, bad: float = 1) -> int:
    """Return the chance, in 100, with so many good and bad jobs of an ordinary person added to both records."""
    return round(100 * float(ratings.chance_better(GOOD, MANY, FEW, FEW, good, bad)))


@item("companies-over-people.five-or-fifty", "predict", "weigh-ratings", 1.5)
def five_or_fifty(case: Case, draw: SeededRandom) -> Prediction:
    """5 of 5 or 48 of 50: which would you bet on, and how sure?"""
    twist = twist_of(case)
    people = draw.shuffled(((twist.spotless, FEW, FEW), (twist.veteran, MANY, GOOD)))
    way = _way_of(case)
    return Prediction(
        title="Which would you bet on?",
        prompt="The better of the two is the one who would do the larger share of a thousand jobs well. You have not seen those, and you "
        "know nothing else about either.\n\n" + way.question.format(**twist, first=first_name(twist.veteran)),
        exhibit=Exhibit(
            caption="Two records",
            columns=("", "Jobs rated", "Good", "Not good"),
            rows=tuple((name, str(jobs), str(good), str(jobs - good)) for name, jobs, good in people),
        ),
        key=_chance(),
        low=0,
        high=100,
        unit=way.unit,
        hints=(
            f"How likely would {FEW} good jobs of {FEW} be for somebody who does nine of ten well? It is better than one in two.",
            f"So the {FEW} do not show much. Do the {MANY} show enough to be certain?",
        ),
        praise="Your range held the truth.",
        below=f"You were surer of {first_name(twist.veteran)} than the records allow. Many jobs say a great deal about {first_name(twist.veteran)}. What they "
        f"cannot do is say anything about {twist.spotless}, who may be very good.",
        above=f"With nothing known of the marketplace, {first_name(twist.veteran)} is a better bet than you thought. Two bad jobs look worse than none, but out of {MANY} they are few, and "
        f"{FEW} good ones in a row are common among people who are merely decent.",
    )


def reveal_five_or_fifty(case: Case) -> Reveal:
    """The model's answer, its formula and what it takes for granted."""
    twist, key = twist_of(case), _chance()
    few, many = (
        "from {} to {} %".format(*(round(100 * float(end)) for end in ratings.wilson_interval(good, jobs)))
        for good, jobs in ((FEW, FEW), (GOOD, MANY))
    )
    return Reveal(
        id="companies-over-people.reveal-five-or-fifty",
        prediction="companies-over-people.five-or-fifty",
        title="The longer record, with less certainty than it feels",
        truth=_way_of(case).truth.format(key=key, veteran=twist.veteran),
        explanation=f"If you know nothing of the marketplace, bet on {first_name(twist.veteran)}, and expect to lose that bet in {100 - key} of 100 worlds. "
        f"{FEW} of {FEW} fits with a true share of anything {few}; {GOOD} of {MANY} with anything {many}. So there are two answers. "
        f"To find the better one, {first_name(twist.veteran)} leads, by no great margin. To avoid a bad one, {first_name(twist.veteran)} leads by far. Which of the "
        "two do you need? It depends on what a bad job costs you.",
        formula="Chance = the share of all pairs (a, b) with b > a, where a is weighted by a^5 and b by b^48 × (1 − b)^2",
        assumptions="Before the first job, every true share from 0 to 100 % was equally likely for both; jobs are independent; ratings are "
        f"honest. The first matters most, since {FEW} jobs cannot outweigh much. If you hold the extremes for somewhat likelier beforehand, "
        f"the chance falls to {_chance(0.5, 0.5)} %. If you know that most people on the marketplace do about eight of ten jobs well, it rises to "
        f"{_chance(8, 2)} %; if 95 of a hundred are usual there, and people differ, it falls to {_chance(9.5, 0.5)} %, and the bet turns. A record this short leaves that much to what you believed before.",
    )


ITEMS = (five_or_fifty,)
