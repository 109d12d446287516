"""The bet and the prediction of lesson 03, and what is shown once they are committed."""

from __future__ import annotations

from dataclasses import dataclass

from outsourcing_lessons.blocks.block import Reveal
from outsourcing_lessons.course.companies_over_people.story_numbers import (
    ALIKE,
    FEW,
    GOOD,
    MANY,
    USUAL,
    chance_of_long,
    company_rate,
    name_costs,
    twist_of,
)
from outsourcing_lessons.items.item import Bet, Exhibit, Option, Prediction
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.lessons.trade import first_name
from outsourcing_lessons.models import ratings


@dataclass(frozen=True)
class Way:
    """A way to ask for a chance; the number is the same in each."""

    question: str
    unit: str
    truth: str


WAYS = (
    Way(
        "How likely is it that {veteran} is the better of the two? (100 % means you are certain of {first}, 0 % means you are certain of "
        "{spotless}, and 50 % means you would toss a coin.)",
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
MARKET = f"On this marketplace {USUAL} jobs in 100 are good, and people differ a lot."


def _way_of(case: Case) -> Way:
    """Return how this learner is asked, so that the truth is told in the same words."""
    return SeededRandom("companies-over-people.five-or-fifty-way", case.profile.seed).pick(WAYS)


@item("companies-over-people.the-click", "predict", "know-limits", 0.5)
def the_click(case: Case, draw: SeededRandom) -> Bet:
    """Three tabs and a question: what would you click?"""
    twist, company, become = twist_of(case), case.trade.company, _become(case)
    said = {
        "company": f"{company}, at {case.money(company_rate(case))} an hour",
        "spotless": f"{twist.spotless}, {FEW} good jobs of {FEW}",
        "veteran": f"{twist.veteran}, {GOOD} good jobs of {MANY}",
        "ask": "No tab yet: a message to all three, and no answer before morning",
    }
    return Bet(
        title="Before the click",
        prompt=f"{first_name(case.trade.owner)} has five minutes left. What would you click?",
        options=tuple(Option(id=name, text=text, feedback=become[name]) for name, text in said.items()),
        praise="Your bet is down. What becomes of it, and of the other three, is told near the end.",
    )


def reveal_the_click(case: Case) -> Reveal:
    """What becomes of each of the four clicks."""
    twist = twist_of(case)
    return Reveal(
        id="companies-over-people.reveal-the-click",
        prediction="companies-over-people.the-click",
        title="What became of the four clicks",
        truth=f"{first_name(case.trade.owner)} took {case.trade.company}, then {twist.veteran}, and in the end two people.",
        explanation="\n\n".join(_become(case).values()),
        formula="Ask who does the work, who covers a bad day, and who answers for it. Then look at the name and the stars.",
        assumptions="The story is made up, and so are its prices. The chance is that of the model above, with its assumptions.",
    )


def _become(case: Case) -> dict[str, str]:
    twist, company, owner = twist_of(case), case.trade.company, first_name(case.trade.owner)
    long, short, worker = (first_name(twist[name]) for name in ("veteran", "spotless", "worker"))
    least = round(100 * float(ratings.wilson_interval(FEW, FEW)[0]))
    return {
        "company": f"{company}: {owner} clicked here too. A year of it costs {case.money(name_costs(case))} more than a person, and after seven "
        f"weeks it came out that {worker} did the work. Nobody had asked.",
        "spotless": f"{short}: about an even bet beside {long}, on this marketplace. By the record alone, as few as {least} jobs in 100 may go well; "
        "nobody knows. One small paid job would have told more.",
        "veteran": f"{long}: two good months, and then a day on which nobody came. {owner} went back to {long} in the end, and added a second person.",
        "ask": f"A message: two questions, who does it and who is there on a bad day. {company} would have had to name {worker} or say no, and "
        f"{long} would have had to name somebody. It costs a night.",
    }


@item("companies-over-people.five-or-fifty", "predict", "weigh-ratings", 1.5)
def five_or_fifty(case: Case, draw: SeededRandom) -> Prediction:
    """5 of 5 or 48 of 50: which would you bet on, and how sure?"""
    twist = twist_of(case)
    people = draw.shuffled(((twist.spotless, FEW, FEW), (twist.veteran, MANY, GOOD)))
    way, long, short = _way_of(case), first_name(twist.veteran), first_name(twist.spotless)
    return Prediction(
        title="Which would you bet on?",
        prompt=f"{MARKET} You know nothing else about either of the two. The better one is the one who would do more of a thousand jobs "
        "well.\n\n" + way.question.format(**twist, first=long),
        exhibit=Exhibit(
            caption="Two records",
            columns=("", "Jobs rated", "Good", "Not good"),
            rows=tuple((name, str(jobs), str(good), str(jobs - good)) for name, jobs, good in people),
        ),
        key=chance_of_long(),
        low=0,
        high=100,
        unit=way.unit,
        hints=(
            f"Somebody who does nine jobs in ten well has a better than even chance of {FEW} good ones in a row.",
            f"So {FEW} good jobs show little. But what do you know about {short} before the first job?",
        ),
        praise="Your range held the truth.",
        below=f"The truth lies below your range: it leans too far towards {long}. You would be nearer if nothing were known of the marketplace: then "
        f"the chance is {chance_of_long(alike=0)} %. Here nine jobs in ten are good before anybody has shown anything, and that helps whoever has "
        "shown little.",
        above=f"The truth lies above your range: it leans too far towards {short}. You would be nearer on a marketplace where 95 jobs in 100 are good: "
        f"there the chance for {long} is {chance_of_long(95)} %. On this one it is a little above one half.",
    )


def reveal_five_or_fifty(case: Case) -> Reveal:
    """The model's answer, its formula and what it takes for granted."""
    twist, key = twist_of(case), chance_of_long()
    long, short = first_name(twist.veteran), first_name(twist.spotless)
    return Reveal(
        id="companies-over-people.reveal-five-or-fifty",
        prediction="companies-over-people.five-or-fifty",
        title="It depends on what is ordinary there",
        truth=_way_of(case).truth.format(key=key, veteran=twist.veteran),
        explanation=f"On this marketplace the bet is nearly even. If you knew nothing of the market, it would be {chance_of_long(alike=0)} % for {long}. Where 95 "
        f"jobs in 100 are good, it is {chance_of_long(95)} %, and you should bet on {short}. The records are the same each time. What changes is "
        f"what you may assume about somebody with only {FEW} jobs.",
        formula=f"Add {ALIKE} ordinary jobs to both records, {USUAL * ALIKE // 100} of them good. Then count all pairs of true shares in which the long "
        "record’s is higher.",
        assumptions=f"Jobs are independent, and ratings are honest. The {ALIKE} ordinary jobs say how alike people are: the more of them, the less "
        f"people differ. Where people are much alike (a weight of 100) and 95 jobs in 100 are good, the chance is {chance_of_long(95, 100)} %: then it hardly "
        "matters whom you take. Nobody can read either number off a profile. So ask what is ordinary before you ask who is better.",
    )


ITEMS = (the_click, five_or_fifty)
