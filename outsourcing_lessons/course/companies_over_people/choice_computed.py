"""Practice on choosing that is worked out: what cover costs, and what flips a decision."""

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


@item("companies-over-people.four-ways", "practice", "settle-risk", 2)
def four_ways(case: Case, draw: SeededRandom) -> Ordering:
    """Should-cost of four arrangements; a company without a deputy has a bus factor of one too."""
    regime = draw.pick(("quiet", "vital", "small"))
    hours = {"quiet": 200, "vital": 200, "small": 60}[regime]
    gap = case.price({"quiet": 0.25, "vital": 5, "small": 5}[regime])
    own = {"quiet": (20, 34, 14, 14), "vital": (20, 34, 14, 14), "small": (40, 60, 8, 8)}[regime]
    person, company = (case.raised * rate for rate in (case.trade.regular_rate, case.trade.agency_rate))
    empty = [round(WORKING_DAYS * (1 - float(bench.available(0.1, k)))) for k in (1, 2)]
    invoices = [readable(hours * rate * case.hour) for rate in (person, 1.06 * person, 0.9 * company, company)]
    mine = [case.price(h) for h in own]
    days = (empty[0], empty[1], empty[0], empty[1])
    names = {
        "alone": "One person",
        "backup": "One person and a backup who knows the work",
        "desk": "A company where one person does it",
        "deputy": "A company with a deputy who knows the work",
    }
    costs = {name: i + m + d * gap for name, i, m, d in zip(names, invoices, mine, days, strict=True)}
    why = {
        "alone": "The lowest invoice, and a bus factor of one.",
        "backup": "A little more on the invoice, more of your own time, and hardly a day without anybody.",
        "desk": "The name on the bill is large. The number of people who know your work is one.",
        "deputy": "You pay the company to do what you would otherwise do yourself: keep a second person ready.",
    }
    options = tuple(
        Option(id=i, text=text, feedback=f"{text}: {case.money(costs[i])} in all. {why[i]}")
        for i, text in names.items()
    )
    order = tuple(sorted(costs, key=lambda way: costs[way]))
    return Ordering(
        title="What it ought to cost",
        prompt="Another, smaller piece of work, and four ways to have it done for a year. Each person is away on one day in ten. A day with nobody costs you "
        f"{case.money(gap)}.\n\nWork out what each ought to cost you in all, and order them, cheapest first.",
        exhibit=Exhibit(
            caption=f"A year of {WORKING_DAYS} working days (assumptions)",
            columns=("", "Invoices", "Your own time", "Days with nobody"),
            rows=tuple(
                (names[n], case.money(i), case.money(m), str(d))
                for n, i, m, d in zip(names, invoices, mine, days, strict=True)
            ),
        ),
        options=draw.shuffled(options),
        key=order,
        first="cheapest",
        last="dearest",
        hints=(
            "Three parts each: the invoices, your time, and the empty days at their price.",
            f"{empty[0]} empty days cost {case.money(empty[0] * gap)}, and {empty[1]} cost {case.money(empty[1] * gap)}.",
        ),
        praise={
            "quiet": "When an empty day costs little, cover is not worth its price, and one person is enough. ",
            "vital": "When empty days are dear, the backup earns back its price many times over, and the company without a deputy is the "
            "worst buy of all: a high price, and a bus factor of one. ",
            "small": "With little work the empty days decide, and your own hours come next. The company with a deputy wins, as it saves "
            "you both. ",
        }[regime]
        + "Cover comes from a second person who knows the work. Ask whoever bids: who does this when that person is away, and have they "
        "done it before?",
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


@item("companies-over-people.weigh", "practice", "settle-risk", 2)
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
