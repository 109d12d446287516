"""What makes the story of lesson 03 one of this trade and no other."""

from __future__ import annotations

from dataclasses import dataclass

from outsourcing_lessons.lessons.case import Case


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

# Work whose result an owner of this trade cannot judge.
HARD_TO_JUDGE = {
    "online shop": "moving the shop to a new payment provider",
    "design studio": "moving ten years of files to another archive",
    "software startup": "the first security audit",
    "local service business": "a claim against the insurer after the flood",
    "coaching and training practice": "the legal check of this year's terms",
    "property management": "the energy certificate for the one house still without",
}


def twist_of(case: Case) -> Twist:
    """Return what belongs to the learner's trade."""
    return TWISTS[case.profile.business]
