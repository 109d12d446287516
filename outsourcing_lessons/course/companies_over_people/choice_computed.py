"""Practice on choosing that is worked out: what four ways ought to cost, and what flips a decision."""

from __future__ import annotations

from dataclasses import dataclass

from outsourcing_lessons.course.companies_over_people.setting import WORKING_DAYS, twist_of
from outsourcing_lessons.items.item import Allocation, Exhibit, Option, Ordering, Part
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case, capital, first_name
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.models import bench
from outsourcing_lessons.money import plain, readable

FLIPS = ((2, 3, 2), (3, 5, 0), (2, 2, 2), (5, 3, 2), (4, 4, 2), (2, 6, 4), (1, 3, 0))


@dataclass(frozen=True)
class Regime:
    """What differs between the cases: a day with nobody and the hours of your own for a machine, in your hours."""

    gap: float
    machine: int
    lesson: str


REGIMES = (
    Regime(
        0.25,
        50,
        "When an empty day costs little, cover is not worth its price. The machine's drafts win here, as they are mostly right: try it on ten "
        "tasks of your own before you believe a number like that. ",
    ),
    Regime(5, 50, "When empty days are expensive, the backup earns back its price many times over. A machine does not help: without whoever checks, nothing goes out. "),
    Regime(
        2,
        110,
        "The lowest invoice is the worst buy: the machine's mistakes come back as your own hours. And cover for little money beats cover with a "
        "margin. ",
    ),
)  # fmt: skip


@item("companies-over-people.four-ways", "practice", "settle-risk", 2)
def four_ways(case: Case, draw: SeededRandom) -> Ordering:
    """Should-cost of four arrangements, neither of them a plain company."""
    regime, hours, person = draw.pick(REGIMES), 200, case.trade.regular_rate
    gap = case.price(regime.gap)
    empty = [round(WORKING_DAYS * (1 - float(bench.available(0.1, k)))) for k in (1, 2)]
    ways = {  # name: invoices in the owner's hours, the owner's own hours, days with nobody
        "alone": ("One person", hours * person, 20, empty[0]),
        "backup": ("A person, and a backup who knows the work", 1.06 * hours * person, 34, empty[1]),
        "managed": ("A managed marketplace that sends a substitute", 1.3 * hours * person, 12, 5),
        "machine": (
            "A machine that drafts, and one person who checks",
            0.35 * hours * person + 8,
            regime.machine,
            empty[0],
        ),
    }
    parts = {i: (readable(bill * case.hour), case.price(own), days) for i, (_, bill, own, days) in ways.items()}
    costs = {i: bill + own + days * gap for i, (bill, own, days) in parts.items()}
    why = {
        "alone": "A low invoice, and a bus factor of one.",
        "backup": "A little more on the invoice, more of your own time, and hardly a day without anybody.",
        "managed": "You pay a margin for choosing and replacing, which saves your time. A substitute is there on most days, and new to the work.",
        "machine": "The lowest invoice. You pay with your own hours: asking, looking at samples, putting right what got through.",
    }
    return Ordering(
        title="What it ought to cost",
        prompt=f"Another piece of work, and four ways to have it done for a year. Each person is away one day in ten. A day with nobody costs you {case.money(gap)}."
        "\n\nWork out what each ought to cost you in all, and order them.",
        exhibit=Exhibit(
            caption=f"A year of {WORKING_DAYS} working days (assumptions)",
            columns=("", "Invoices", "Your own time", "Days with nobody"),
            rows=tuple(
                (ways[i][0], case.money(bill), case.money(own), str(days)) for i, (bill, own, days) in parts.items()
            ),
        ),
        options=draw.shuffled(
            [Option(id=i, text=ways[i][0], feedback=f"{ways[i][0]}: {case.money(costs[i])} in all. {why[i]}") for i in ways]
        ),
        key=tuple(sorted(costs, key=lambda way: costs[way])),
        first="least",
        last="most",
        hints=(
            "Add three parts for each: the invoices, your time, and the empty days at their price.",
            f"{empty[0]} empty days cost {case.money(empty[0] * gap)}, and {empty[1]} cost {case.money(empty[1] * gap)}.",
        ),
        praise=regime.lesson
        + "Whoever bids, ask: who does this when that person is away, and have they done it before?",
    )


@dataclass(frozen=True)
class Doubt:
    """What a person leads in and what a company does, why the weights are open, and what the point of balance is for."""

    persons: str
    companys: str
    why: str
    use: str


DOUBTS = (
    Doubt(
        "skill shown",
        "cover when away",
        "You are unsure about the other 80.",
        "You need no exact weights now. Ask one question: is cover worth more than {cover} of 80 to me? If your honest answer is far from that, "
        "the decision is made. If it is near, toss a coin and spend the evening on the contract.",
    ),
    Doubt(
        "knowing your work",
        "insurance for damage",
        "There was a mishap in spring, and each time you think of it, insurance gets more of the other 80.",
        "So ask: would I have given insurance {cover} of 80 before that mishap? One bad day is a reason to look at a weight. It is not a reason "
        "to let it run on past the point where the decision turns.",
    ),
    Doubt(
        "quick answers",
        "skills under one roof",
        "Your partner would give most of the other 80 to quick answers, and you to skills under one roof.",
        "Now look where each of you stands. If you are both on the same side of that point, you have nothing to quarrel about, however far "
        "apart you are. If not, you know what to talk about.",
    ),
)


@item("companies-over-people.weigh", "practice", "settle-risk", 1.5)
def weigh(case: Case, draw: SeededRandom) -> Allocation:
    """Find the weights at which a decision flips."""
    skill, cover, price = draw.pick(FLIPS)
    twist, company, doubt = twist_of(case), case.trade.company, draw.pick(DOUBTS)
    key = (80 * cover - 20 * price) // (skill + cover)
    person_scores, company_scores = (8, 9 - cover, 7), (8 - skill, 9, 7 - price)
    level = key * person_scores[0] + (80 - key) * person_scores[1] + 20 * person_scores[2]
    return Allocation(
        title="What would flip it?",
        prompt=f"{twist.veteran} or {company}? You have scored both on three things, out of ten, and price gets 20 of 100 points of weight. "
        f"{doubt.why}\n\nShare the 80 so that both come out exactly level. That is where the decision flips.",
        exhibit=Exhibit(
            caption="Scores out of ten",
            columns=("", capital(doubt.persons), capital(doubt.companys), "Price"),
            rows=((twist.veteran, *map(str, person_scores)), (company, *map(str, company_scores))),
        ),
        total=80,
        unit="points",
        parts=_weights(doubt, key, skill + cover, first_name(twist.veteran), company),
        key={"skill": float(key), "cover": float(80 - key)},
        hints=(
            f"Begin with price: it gives {first_name(twist.veteran)} a lead of 20 × {price} = {20 * price}."
            if price
            else f"Price is the same for both, so it decides nothing. What is each one's lead in {doubt.persons} and in {doubt.companys}?",
            f"{first_name(twist.veteran)} leads by {skill} in {doubt.persons}, {company} by {cover} in {doubt.companys}. Try 40 and 40, then move points "
            "until the leads cancel.",
        ),
        praise=f"At {key} for {doubt.persons} and {80 - key} for {doubt.companys} both come to {plain(level)}. "
        + doubt.use.format(cover=80 - key),
    )


def _weights(doubt: Doubt, key: int, swing: int, first: str, company: str) -> tuple[Part, ...]:
    return (
        Part(
            id="skill", text=f"Weight of {doubt.persons}", low=key - 1, high=key + 1,
            too_low=f"With so little weight on {doubt.persons}, {company} comes out ahead. Each point you move there from {doubt.companys} "
            f"brings {first} {swing} points nearer.",
            too_high=f"With so much weight on {doubt.persons}, {first} comes out ahead. Each point you move to {doubt.companys} brings {company} "
            f"{swing} points nearer.",
        ),
        Part(
            id="cover", text=f"Weight of {doubt.companys}", low=79 - key, high=81 - key,
            too_low=f"This weighs too little for a draw: it is where {company} leads.",
            too_high=f"This weighs too much for a draw: it is where {company} leads.",
        ),
    )  # fmt: skip


ITEMS = (four_ways, weigh)
