"""The story of lesson 03: an owner trusts a name, finds out who did the work, and then trusts one person too much."""

from __future__ import annotations

from dataclasses import dataclass

from outsourcing_lessons.blocks import escape
from outsourcing_lessons.course.companies_over_people.setting import FEW, GOOD, MANY, company_rate
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.money import plain


@dataclass(frozen=True)
class Twist:
    """What makes the story one of this trade and no other.

    ``spotless`` and ``veteran`` are two people on a marketplace, ``worker`` the one at the end of the chain. ``made`` is
    something ordered from a provider that belongs to the provider until it is assigned.
    """

    work: str
    boast: str
    spotless: str
    veteran: str
    worker: str
    clue: str
    data: str
    owners_of_data: str
    gap: str
    made: str

    @property
    def first(self) -> str:
        """The veteran's first name."""
        return self.veteran.split()[0]

    @property
    def worker_first(self) -> str:
        return self.worker.split()[0]


TWISTS = {
    "online shop": Twist(
        work="answering customers' e-mails in the evening and at weekends",
        boast="“Trusted by 2,000 shops”, and a photo of people laughing in headsets",
        spotless="Milan Novák",
        veteran="Aisha Bello",
        worker="Grace Wanjiru",
        clue="A customer writes back: “Please thank Grace, she was so patient.” Harbour Commerce has never mentioned a Grace",
        data="names, addresses and orders of 1,900 customers",
        owners_of_data="customers",
        gap="On the second Monday in December, with 140 e-mails unread, Aisha is in bed with a fever",
        made="the design of your new shop pages",
    ),
    "design studio": Twist(
        work="building and looking after the members' pages of a museum, the studio's largest client",
        boast="“Production partner of the great brands”, and a wall of logos",
        spotless="Hannah Weiss",
        veteran="Kwame Mensah",
        worker="Danilo Reyes",
        clue="The history of a file shows who last saved it: “d.reyes”. North Quay's team page has no Reyes",
        data="names and home addresses of 3,200 members of the museum",
        owners_of_data="members",
        gap="On the eve of the opening, with the museum's director on the phone, Kwame is at the hospital with his son",
        made="the code of a client's website",
    ),
    "software startup": Twist(
        work="testing each release before it goes out",
        boast="“Certified engineering excellence”, and a map with eleven offices",
        spotless="Ravi Menon",
        veteran="Beatriz Santos",
        worker="Oksana Lysenko",
        clue="A test report is signed by one Oksana Lysenko. Kestrel's list of testers has no such name",
        data="a copy of the live database, with 5,400 users and what they pay",
        owners_of_data="users",
        gap="On the night of the release, with a customer's go-live at seven, Beatriz's whole island has no power",
        made="the code of a new module of your product",
    ),
    "local service business": Twist(
        work="answering the phone after six, and sending somebody out",
        boast="“The city's number one”, on the side of forty vans",
        spotless="Chloé Martin",
        veteran="Samir Haddou",
        worker="Pavel Dvořák",
        clue="A customer says how helpful Pavel was last night. Citywide Trades has nobody of that name",
        data="names, addresses and places of the spare key for 310 households",
        owners_of_data="customers",
        gap="On the coldest night of January, with eleven boilers down, Samir has lost his voice",
        made="the design of your website and your new logo",
    ),
    "coaching and training practice": Twist(
        work="editing and transcribing the recorded sessions",
        boast="“The learning partner of leading firms”, and a row of medals",
        spotless="Tariq Malik",
        veteran="Nina Kowalska",
        worker="Lucía Fernández",
        clue="In the margin of a transcript somebody has left a note: “Lucía, please check this name.” Learnwell has no Lucía",
        data="voices and full names of 240 participants, some of them talking about their bosses",
        owners_of_data="participants",
        gap="Two days before a course begins, with nine recordings to go, Nina breaks her wrist",
        made="the design of your booking page and your new logo",
    ),
    "property management": Twist(
        work="handover inspections and the reports on them",
        boast="“Forty years of trust”, in gold letters",
        spotless="Maeve Byrne",
        veteran="Arjun Patel",
        worker="Jorge Paredes",
        clue="A tenant asks for “Jorge's number, the man who did the inspection”. Castor Facilities has no Jorge",
        data="names, bank details and deposits of the tenants of 85 flats",
        owners_of_data="tenants",
        gap="On the 31st, with six handovers in one day, Arjun's train stands in a field",
        made="the design and code of your listings page",
    ),
}


def twist_of(case: Case) -> Twist:
    """Return what belongs to the learner's trade."""
    return TWISTS[case.profile.business]


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
    return f"""Something else has travelled down the chain. To do the work, {twist.worker_first} needs {twist.data}. All of it is on
{twist.worker_first}'s own laptop now. Nobody asked {_first(case)}, and nobody told the {twist.owners_of_data}.

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

Look at it from {twist.worker_first}'s side first. A year ago {twist.worker_first} had no ratings, and nobody would answer. The
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
    return f"""{twist.first}'s two bad ratings stay in {_first(case)}'s mind. Two people took the trouble to say so. Whoever gives a bad rating
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
