"""Practice on money that is worked out: what reaches the worker, and what an hour really earns."""

from __future__ import annotations

from outsourcing_lessons.course.companies_over_people.story_numbers import company_rate, twist_of
from outsourcing_lessons.items.item import Number, Trap, apart
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.lessons.trade import first_name
from outsourcing_lessons.models import intermediaries
from outsourcing_lessons.money import plain, rounded, written

MARGINS = ((30, 30), (20, 30), (30, 20), (40, 25), (25, 40), (35, 20), (40, 30))


@item("companies-over-people.reaching-worker", "practice", "follow-money", 1)
def reaching_worker(case: Case, draw: SeededRandom) -> Number:
    """What is left of an hour's price after two margins."""
    trade, twist = case.trade, twist_of(case)
    outer, inner = draw.pick(MARGINS)
    price = company_rate(case)
    key = 100 * float(intermediaries.worker_share([outer / 100, inner / 100]))
    return Number(
        title="Down the chain",
        prompt=f"Follow the money in a chain like this one. The client pays {case.money(price)} an hour. {trade.company} keeps {outer} % "
        f"and passes on the rest. A subcontractor keeps {inner} % of what it gets.\n\nWhat share of the client’s money reaches "
        f"{twist.worker}?",
        key=rounded(key, 1),
        tolerance=0.6,
        low=0,
        high=100,
        unit="%",
        decimals=1,
        hints=(
            f"What does the subcontractor get, out of every 100 that the client pays? Its {inner} % is taken from that.",
            f"{plain(1 - outer / 100, 2)} × {plain(1 - inner / 100, 2)}",
        ),
        praise=f"{plain(1 - outer / 100, 2)} × {plain(1 - inner / 100, 2)} = {plain(key / 100, 2)}. Of {case.money(price)}, "
        f"{case.money(price * key / 100)} is for the work. The rest may be well spent: on finding people, checking them, replacing "
        "them, insuring. You pay for these, so ask each layer which of them it does. A layer that does none is a toll.",
        traps=apart(
            Trap(
                id="added",
                value=100 - outer - inner,
                tolerance=0.5,
                feedback=f"You took both margins off the full price. The subcontractor keeps {inner} % of what it gets, and that is "
                f"only {100 - outer} % of it.",
            ),
            Trap(
                id="one-layer",
                value=100 - outer,
                tolerance=0.5,
                feedback="That is what leaves the company. One more pair of hands takes a share before the worker sees any of it.",
            ),
            Trap(
                id="kept",
                value=100 - key,
                tolerance=0.5,
                feedback="That is what the two firms keep between them. The question is what remains.",
            ),
            Trap(
                id="mark-up",
                value=10000 / ((1 + outer / 100) * (1 + inner / 100)) / 100,
                tolerance=0.5,
                feedback=f"You divided by {plain(1 + outer / 100, 2)} and {plain(1 + inner / 100, 2)}, which is right for something put on top of a cost. Here each keeps a share of "
                "the price it receives, so multiply by what is left.",
            ),
        ),
        otherwise="Take the first margin off 100. Then take the second off what is left.",
    )


@item("companies-over-people.fair-pay", "practice", "follow-money", 1.5, ("hara-2018",))
def fair_pay(case: Case, draw: SeededRandom) -> Number:
    """What an hour earns once the unpaid ones are counted."""
    twist = twist_of(case)
    rate, paid, unpaid = case.rate(case.trade.regular_rate), draw.pick((20, 24, 30)), draw.pick((6, 8, 10))
    key = rate * paid / (paid + unpaid)
    return Number(
        title="The hours nobody pays",
        prompt=f"Now the other side of the table. {twist.veteran} charges {case.money(rate)} an hour and is paid for {paid} hours this "
        f"month. The same jobs take {unpaid} further hours that nobody pays: writing offers, waiting for answers, putting right what "
        "the brief forgot.\n\n"
        f"What does {first_name(twist.veteran)} earn for each hour the work really takes?",
        key=key,
        tolerance=0.012 * key,
        low=0,
        high=1e12,
        prefix=case.prefix,
        decimals=2 if key < 100 else 0,
        hints=(
            "The money comes from the paid hours. The time is all of them.",
            f"{paid} hours at {case.money(rate)}, spread over {paid + unpaid} hours.",
        ),
        praise=f"{case.money(rate * paid)} for {paid + unpaid} hours. A study of {plain(2676)} workers on a site for very small tasks counted the "
        f"unpaid search and the rejected work too. It found a median of about $2 an hour. Only 4 % earned more than {written(7.25, '$')}, the federal "
        "minimum wage of the United States (Hara and others, 2018). A good brief and quick answers raise somebody’s pay and cost "
        "you nothing. Set a floor of your own: what would you have to pay somebody you employ?",
        traps=apart(
            Trap(
                id="rate",
                value=rate,
                tolerance=0.005 * rate,
                feedback=f"That is the rate on the screen. It is paid for {paid} hours, and the work took {paid + unpaid}.",
            ),
            Trap(
                id="subtracted",
                value=rate * (paid - unpaid) / paid,
                tolerance=0.005 * rate,
                feedback=f"You took the {unpaid} hours off the pay. They are paid nothing, and they cost nothing more than time: "
                "spread the same money over more hours.",
            ),
            Trap(
                id="total",
                value=rate * paid,
                tolerance=0.005 * rate,
                feedback="That is the money for the month. Divide it by the hours it took.",
            ),
        ),
        otherwise=f"What {paid} hours bring in, divided by all {paid + unpaid} hours.",
    )


ITEMS = (reaching_worker, fair_pay)
