"""Practice on choosing: when a name is worth its price, what cover costs, what flips a decision, whom to ask."""

from __future__ import annotations

from dataclasses import dataclass

from outsourcing_lessons.course.companies_over_people.setting import WORKING_DAYS
from outsourcing_lessons.course.companies_over_people.twists import twist_of
from outsourcing_lessons.items.draw import Draw
from outsourcing_lessons.items.item import Allocation, Check, Exhibit, MultipleChoice, Option, Ordering, Part, ShortText
from outsourcing_lessons.lessons.case import Case, capital
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.models import bench
from outsourcing_lessons.money import plain, readable

FLIPS = ((2, 3, 2), (3, 5, 0), (2, 2, 2), (5, 3, 2), (4, 4, 2), (2, 6, 4), (1, 3, 0))


@item("companies-over-people.signal", "practice", "know-limits", 2, ("stanton-2016", "akerlof-1970"))
def signal(case: Case, draw: Draw) -> MultipleChoice:
    """When an agency's word is worth its price."""
    twist, extra = twist_of(case), draw.pick((15, 20, 25))
    worth = (
        Option(
            id="unrated",
            text="Nobody has rated this person yet, and there is no time for a trial job",
            feedback="With no record at all, the agency's word is the only information there is. Here it carries most.",
        ),
        Option(
            id="hard",
            text="The skill is one that even experienced buyers find hard to judge",
            feedback="What you cannot see for yourself, somebody else may have seen. Agencies were most common for skills like that.",
        ),
        Option(
            id="overseas",
            text="The person works abroad, and none of the people you know has worked with them",
            feedback="Distance leaves you with little to go by. Agencies were most common for workers overseas, whom they often knew "
            "from real life.",
        ),
    )
    redundant = (
        Option(
            id="rated",
            text="The person has 50 public ratings, 48 of them good",
            feedback="The record already tells you what the agency would. Its members' advantage shrank as good ratings of others came in.",
        ),
        Option(
            id="known",
            text="The person has done good work for you for a year",
            feedback="You have the best information there is: your own. You would pay for news you already have.",
        ),
        Option(
            id="checked",
            text="You can see within ten minutes whether the result is right",
            feedback="If checking is that cheap, buy one and check it. You need nobody's word beforehand.",
        ),
    )
    chosen = draw.some(worth, draw.pick((2, 3)))
    return MultipleChoice(
        id="companies-over-people.signal",
        title="What a name is worth",
        prompt=f"An agency offers you a person for {extra} % more than the person would cost directly. What it adds is its word that the "
        f"person is good; cover and contract would be the same. It is for {twist.work}.\n\nIn which cases is the word worth the money?",
        options=draw.shuffled(chosen + draw.some(redundant, 5 - len(chosen))),
        key=tuple(option.id for option in chosen),
        hints=("Ask of each: what would the agency tell me that I could not find out myself?",),
        praise="Where you cannot see, a name that has seen is worth paying for. Stanton and Thomas (2016) found that agencies on a large "
        "marketplace signalled quality in workers without experience, and that the advantage shrank once others had good public "
        "ratings. So pay for the name at the start, and look again after the first ten jobs.",
    )


@item("companies-over-people.four-ways", "practice", "settle-risk", 2)
def four_ways(case: Case, draw: Draw) -> Ordering:
    """Should-cost of four arrangements; a company without a deputy has a bus factor of one too."""
    regime = draw.pick(("quiet", "vital", "small"))
    hours = {"quiet": 200, "vital": 200, "small": 60}[regime]
    gap = case.price({"quiet": 0.25, "vital": 5, "small": 5}[regime])
    own = {"quiet": (20, 34, 14, 14), "vital": (20, 34, 14, 14), "small": (40, 60, 8, 8)}[regime]
    person, company = case.trade.regular_rate, case.trade.agency_rate
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
    order = tuple(sorted(costs, key=costs.get))
    return Ordering(
        id="companies-over-people.four-ways",
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
def weigh(case: Case, draw: Draw) -> Allocation:
    """Find the weights at which a decision flips."""
    skill, cover, price = draw.pick(FLIPS)
    twist, company, doubt = twist_of(case), case.trade.company, draw.pick(DOUBTS)
    key = (80 * cover - 20 * price) // (skill + cover)
    person_scores, company_scores = (8, 9 - cover, 7), (8 - skill, 9, 7 - price)
    level = key * person_scores[0] + (80 - key) * person_scores[1] + 20 * person_scores[2]
    return Allocation(
        id="companies-over-people.weigh",
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
        parts=_weights(doubt, key, skill + cover, twist.first, company),
        key={"skill": float(key), "cover": float(80 - key)},
        hints=(
            f"Begin with price: it gives {twist.first} a lead of 20 × {price} = {20 * price}."
            if price
            else f"Price is the same for both, so it decides nothing. What is each one's lead in {doubt.persons} and in {doubt.companys}?",
            f"{twist.first} leads by {skill} in {doubt.persons}, {company} by {cover} in {doubt.companys}. Try 40 and 40, then move points "
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


@item("companies-over-people.references", "practice", "settle-risk", 3.5, ("jorgensen-2016",))
def references(case: Case, draw: Draw) -> ShortText:
    """Ask a past client for what only a past client knows."""
    twist = twist_of(case)
    who = draw.pick((twist.veteran, case.trade.company))
    return ShortText(
        id="companies-over-people.references",
        title="Ten minutes with a past client",
        prompt=f"{who} gives you the number of a past client, for {twist.work}. You have ten minutes. Write down the four questions you "
        "will ask.",
        least_words=25,
        checklist=(
            Check(
                id="event",
                text="At least one asks for something that happened, with a date or an amount",
                feedback="“Were you satisfied?” gets a yes. “What was the last thing they delivered, and when?” gets a fact.",
            ),
            Check(
                id="who",
                text="One asks which person did the work",
                feedback="Ask who did it, by name. Then ask the provider whether that person would do yours.",
            ),
            Check(
                id="away",
                text="One asks what happened when that person was away or something went wrong",
                feedback="Ask about the worst week. What they did then is what you are buying.",
            ),
            Check(
                id="price",
                text="One asks what it cost in the end, compared with the offer",
                feedback="The offer is known. Only a past client knows the bill.",
            ),
            Check(
                id="again",
                text="One asks what they have ordered since",
                feedback="What people say they would do again is kind. What they have ordered since is evidence.",
            ),
        ),
        hints=(
            "What does only a client know, whom the provider cannot answer for?",
            "Think of four nouns: the person, the worst week, the bill, the next order.",
        ),
        praise="These go straight into your worksheet. Do not ask a reference whether the provider is good: nobody lends you an unhappy "
        "client, and Jørgensen (2016) writes that reference clients and CVs “fail to separate the competent from the "
        "incompetent”. Ask for facts.",
        answer="“Which person did the work, and who did it when they were away? Tell me about the week in which most went wrong: what "
        "happened, and what did they do by the next morning? What was the first offer, and what was the last bill? What have you "
        "ordered from them since, and when was the last time?”",
    )


ITEMS = (signal, four_ways, weigh, references)
