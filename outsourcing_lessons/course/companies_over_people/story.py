"""The story of lesson 03: an owner trusts a name, finds out who did the work, and then trusts one person too much."""

from __future__ import annotations

from outsourcing_lessons.blocks import escape
from outsourcing_lessons.course.companies_over_people.setting import FEW, GOOD, MANY, company_rate
from outsourcing_lessons.lessons.case import Case, first_name
from outsourcing_lessons.lessons.trade import Slots
from outsourcing_lessons.money import plain


def twist_of(case: Case) -> Slots:
    """Return what belongs to the learner's trade."""
    return case.trade.of("companies-over-people")


def welcome(case: Case) -> str:
    """Whose copy this is, and what in it is made up."""
    profile = case.profile
    return f"""This copy was made for **{escape.markdown(profile.learner)}**: {case.trade.firm}, and
{case.money(profile.hour_value)} for an hour of your own time. People, firms and prices in the story are made up. The sums are real, and
you can check each of them."""


def opening(case: Case) -> str:
    """Three tabs in a browser, and a reflex."""
    trade, twist = case.trade, twist_of(case)
    return f"""It is late, and **{trade.owner}** has three tabs open. The work to give away: **{twist.work}**. It comes every
week, and somebody has to be there.

The first tab is a company, **{trade.company}**. {twist.boast}. They ask **{case.money(company_rate(case))} an hour**.

The other two tabs are people, each with a small round photo. They ask **{case.money(case.regular_rate)}**.

{_first(case)}'s hand is already on the first tab. With a company, you know what you get."""


def people(case: Case) -> str:
    """Two records: one spotless and short, one long and not quite."""
    twist = twist_of(case)
    return f"""Before the first tab wins, a look at the other two.

**{twist.spotless}** has {FEW} rated jobs, and all {FEW} were good. **{twist.veteran}** has {MANY}. Of these, {GOOD} were good and
{MANY - GOOD} were not. Same work, same price, same marketplace.

One record has no stain on it. Which of the two would you bet on, and how much?"""


def chain(case: Case) -> str:
    """Who did the work: a person, two firms away."""
    trade, twist = case.trade, twist_of(case)
    return f"""{_first(case)} took the company. For seven weeks the work is good. Then {_lower(twist.clue)}.

Two phone calls later it is clear. {trade.company} keeps 30 % and passes the work to a subcontractor. The subcontractor keeps 30 % of
what it gets and passes the work to **{twist.worker}**, who does it, and does it well.

{_first(case)} had avoided hiring a person. A person has been doing it all along."""


def data(case: Case) -> str:
    """What travelled down the chain with the work."""
    trade, twist = case.trade, twist_of(case)
    return f"""Something else has travelled down the chain. To do the work, {first_name(twist.worker)} needs {twist.data}. All of it is on
{first_name(twist.worker)}'s own laptop now. Nobody asked {_first(case)}, and nobody told the {twist.owners_of_data}.

There is a contract with {trade.company}. {_first(case)} reads it properly for the first time, with a pencil."""


def gap(case: Case) -> str:
    """The other mistake: one person, and nobody else."""
    trade, twist = case.trade, twist_of(case)
    return f"""{_first(case)} cancels the company and hires {twist.veteran}, the one with {GOOD} of {MANY}, for
{case.money(case.regular_rate)} an hour. For two months it could not be better.

{twist.gap}. Nobody else knows the work. {trade.customer}, a customer for years, has to wait a whole day, and then calls
somebody else.

People who build software have a name for this: the **bus factor**, the number of people who must be missing before work stops. Here
it is one."""


def two_reflexes(case: Case) -> str:
    """What the owner has now tried, and why companies exist at all."""
    twist = twist_of(case)
    return f"""So far a company has sold {_first(case)} one person's work at twice what the person got. It would be easy to stop here
and say: never again a company.

Look at it from {first_name(twist.worker)}'s side first. A year ago {first_name(twist.worker)} had no ratings, and nobody would answer. The
subcontractor tried out the work, found it good, and put its own name behind it."""


def three_things(case: Case) -> str:
    """What the owner does in the end: skill, cover and accountability, each bought from whoever can show it."""
    trade, twist, first = case.trade, twist_of(case), _first(case)
    return f"""This is what {first} did in the end. **Skill** from {twist.veteran}, who had shown it. **Cover** from
{twist.worker}, who knew the work already and takes one day a week. (The old contract allowed that. {first} checked.)
**Accountability** from two pages that both signed: who owns the work, who may see the data, who pays when something breaks, up
to how much, and who is insured for it.

{trade.company} still has one job: a client wanted someone on call day and night, with a certificate. {first} asked to see the
rota before the logo."""


def price_of_stars(case: Case) -> str:
    """How ratings come about."""
    twist = twist_of(case)
    return f"""{first_name(twist.veteran)}'s two bad ratings stay in {_first(case)}'s mind. Two people took the trouble to say so. Whoever gives a bad rating
may get one back, and five stars cost nothing.

The marketplace shows its own average at the foot of the page. It is **4.8 of 5**, for {plain(31000)} people."""


def _first(case: Case) -> str:
    return case.trade.owner.split()[0]


def _lower(text: str) -> str:
    return text[0].lower() + text[1:]


PASSAGES = {
    "welcome": welcome,
    "opening": opening,
    "people": people,
    "stars": price_of_stars,
    "chain": chain,
    "data": data,
    "two-reflexes": two_reflexes,
    "gap": gap,
    "three-things": three_things,
}
