"""Practice on choosing that is worked out: what flips a decision."""

from __future__ import annotations

from dataclasses import dataclass

from outsourcing_lessons.course.companies_over_people.story_numbers import twist_of
from outsourcing_lessons.items.item import Allocation, Exhibit, Part
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case, capital
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.lessons.trade import first_name
from outsourcing_lessons.money import plain

FLIPS = ((2, 3, 2), (3, 5, 0), (2, 2, 2), (5, 3, 2), (4, 4, 2), (2, 6, 4), (1, 3, 0))


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
            else f"Price is the same for both, so it decides nothing. What is each one’s lead in {doubt.persons} and in {doubt.companys}?",
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


ITEMS = (weigh,)
