"""Practice on cost: what a stranger costs in full, what a departure costs, and how much a regular can ask for."""

from __future__ import annotations

from outsourcing_lessons.course.one_task.setting import RATE, setting_of
from outsourcing_lessons.items.item import Exhibit, Number, Trap, apart
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case, first_name, hours
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.models import bench, learning
from outsourcing_lessons.money import exact, plain, readable


@item("one-task.should-cost", "practice", "full-cost", 1.5, ("sourcing-playbook",))
def should_cost(case: Case, draw: SeededRandom) -> Number:
    """What the work ought to cost, before any bid is read."""
    setting, fee = setting_of(case), draw.pick((8, 10, 12))
    stream, own = setting.stream, case.hour
    work, price = stream.first_hours, stream.newcomer_price
    invoice, mine = setting.invoice, setting.own_hours * own
    key = invoice * (1 + fee / 100) + mine
    rows = (
        ("The work, as three people who do it put it", plain(work, 1), case.money(price)),
        ("You: finding and contracting", plain(stream.search_hours, 1), case.money(own)),
        ("You: explaining", plain(stream.onboarding_hours, 1), case.money(own)),
        ("You: questions, and looking over what comes", plain(stream.managing_hours, 1), case.money(own)),
    )
    return Number(
        title="What ought it to cost?",
        prompt="You have not read a single offer yet. You asked three people how long such work takes, and looked up what is usually "
        f"paid for an hour and what the platform adds to your bill: {fee} % of the invoice (made up here; look yours up).\n\n"
        "What should one job by a stranger cost you, your own time included?",
        exhibit=Exhibit(
            caption=f"One job: {case.trade.stream.job}", columns=("What", "Hours", "An hour costs"), rows=rows
        ),
        key=key,
        tolerance=0.005 * key,
        low=0,
        high=1e12,
        prefix=case.prefix,
        hints=(
            "Multiply each line, add the fee to the first, then add up.",
            f"The invoice with the fee: {case.money(invoice)} and {fee} % of it.",
            f"Your own {hours(setting.own_hours)} come to {case.money(mine)}.",
        ),
        praise=f"{case.money(invoice)} for the work, {case.money(invoice * fee / 100)} for the platform and {case.money(mine)} of your own time. "
        "Public buyers call this a should-cost estimate. They make it before they see a bid, so that the lowest bid does not "
        "get to say what is normal.",
        traps=apart(
            Trap(
                id="invoice",
                value=invoice * (1 + fee / 100),
                tolerance=0.01 * invoice,
                feedback="That is the invoice and the fee. Your own hours are real: while you search and explain, something else "
                "is left undone. Add them.",
            ),
            Trap(
                id="no-fee",
                value=invoice + mine,
                tolerance=0.003 * key,
                feedback=f"The platform's {fee} % are missing. They are charged on the invoice.",
            ),
            Trap(
                id="fee-on-all",
                value=(invoice + mine) * (1 + fee / 100),
                tolerance=0.003 * key,
                feedback="You took the fee on your own time too. The platform takes it on the invoice alone.",
            ),
            Trap(
                id="one-rate",
                value=(work + setting.own_hours) * price,
                tolerance=0.005 * invoice,
                feedback=f"All the hours are there, but at the provider's price. Your hour is worth {case.money(own)}.",
            ),
        ),
        otherwise="Multiply hours by price on each line, add the fee on the first, then add the lines up.",
    )


@item("one-task.departure", "practice", "full-cost", 1.75)
def departure(case: Case, draw: SeededRandom) -> Number:
    """The price of a regular who leaves."""
    setting, following = setting_of(case), 4
    stream, done, price, own = setting.stream, setting.stayed, case.rate(case.trade.regular_rate), case.hour
    old, new = (
        [round(float(learning.unit_time(before + k, stream.first_hours, RATE)), 1) for k in range(1, following + 1)]
        for before in (done, 0)
    )
    extra = round(sum(new) - sum(old), 1)
    joining = stream.search_hours + stream.onboarding_hours
    mine = joining * own
    key = extra * price + mine
    regular = first_name(case.trade.freelancer)
    return Number(
        title="Price the goodbye",
        prompt=f"{regular} leaves after {done} jobs. A successor at the same {case.money(price)} an hour takes "
        f"{hours(joining)} of your time to find and brief, at {case.money(own)} an hour, and then starts to learn.\n\n"
        f"What does the departure cost you over the next {following} jobs?",
        exhibit=Exhibit(
            caption=f"Hours for the next {following} jobs",
            columns=("", *(f"Job {k}" for k in range(1, following + 1)), "Sum"),
            rows=(
                (regular, *(plain(h, 1) for h in old), plain(round(sum(old), 1), 1)),
                ("The successor", *(plain(h, 1) for h in new), plain(round(sum(new), 1), 1)),
            ),
        ),
        key=key,
        tolerance=0.02 * key,
        low=0,
        high=1e12,
        prefix=case.prefix,
        hints=(
            "You would have paid for these jobs anyway. Only the difference is due to the departure.",
            f"Extra hours: {plain(round(sum(new), 1), 1)} − {plain(round(sum(old), 1), 1)} = {plain(extra, 1)}.",
            f"{plain(extra, 1)} hours at {case.money(price)}, and {case.money(mine)} of your own time.",
        ),
        praise=f"{case.money(extra * price)} for learning that left with a person, and {case.money(mine)} of your time. A page "
        f"of notes, {case.trade.stream.held} in your own hands and a backup who knows the work make this number smaller. That is what an exit "
        "plan is for.",
        traps=apart(
            Trap(
                id="full-price",
                value=sum(new) * price + mine,
                tolerance=0.01 * key,
                feedback=f"You charged all of the successor's hours to the departure. {regular} would have been "
                "paid for these jobs too. Take only the difference.",
            ),
            Trap(
                id="own-time-only",
                value=mine,
                tolerance=0.005 * key,
                feedback="That is your time. The successor also takes longer for each job, and you pay for those hours.",
            ),
            Trap(
                id="hours-only",
                value=extra * price,
                tolerance=0.005 * key,
                feedback="The slower jobs are in. Your own hours for finding and briefing are not.",
            ),
        ),
        otherwise="Take the difference between the two sums of hours, at the provider's price, and add your own time.",
    )


@item("one-task.raise", "practice", "small-bench", 1.75)
def raise_(case: Case, draw: SeededRandom) -> Number:
    """How far the regular's price could go before the next best way is cheaper."""
    setting = setting_of(case)
    stream, jobs, ways = setting.stream, setting.jobs, setting.ways
    regular = first_name(case.trade.freelancer)
    billed = round(float(bench.billed_hours(stream, jobs).sum()))
    others = {"A stranger each time": ways.strangers, "Doing it yourself": ways.self, "A machine's draft": ways.machine}
    year = {name: readable(float(way[-1]), 2) for name, way in others.items()}
    beside = readable(float(ways.regular[-1]) - billed * stream.regular_price, 2)
    best = min(year.values())
    key = max(0.0, (best - beside) / billed)
    compared = (
        f"more than today's price. A fair raise lies between the two; up to there {regular} can bargain, and you gain by staying."
        if key > stream.regular_price
        else f"less than today's price. Here {regular} has nothing to bargain with: the next best way is cheaper already."
    )
    return Number(
        title="How much could they charge?",
        prompt=f"{regular} knows that you know what strangers cost, and would like a raise. The table has your year of {jobs} jobs.\n\n"
        f"Up to what price an hour is {regular} no more expensive than the next best way?",
        exhibit=Exhibit(
            caption=f"A year of {case.trade.stream.jobs}, rounded",
            columns=("Way", "The year"),
            rows=(
                *((name, case.money(total)) for name, total in year.items()),
                (f"{regular}: your own time, waits and successors", case.money(beside)),
                (f"{regular}: hours billed", hours(billed)),
                (f"{regular}: today's price of an hour", case.money(stream.regular_price)),
            ),
        ),
        key=key,
        tolerance=0.02 * key,
        low=0,
        high=1e12,
        prefix=case.prefix,
        hints=(
            "Which of the other three would you turn to?",
            f"From its {case.money(best)} take what {regular} costs you beside the bill.",
            f"{case.money(best - beside)} are left for {billed} hours.",
        ),
        praise=f"({case.money(best)} − {case.money(beside)}) ÷ {billed} hours = {case.money(exact(key))}, {compared} What keeps that gap small is "
        "a written brief, a backup who knows the work, and a next best way that you have tried.",
        traps=apart(
            Trap(
                id="bill-alone",
                value=best / billed,
                tolerance=0.01 * key,
                feedback=f"You left out what {regular} costs beside the bill: your own time, waits, a successor now and then.",
            ),
            Trap(
                id="against-strangers",
                value=(max(year.values()) - beside) / billed,
                tolerance=0.01 * key,
                feedback="You compared with the most expensive way. You would turn to the next best one.",
            ),
        ),
        otherwise=f"Take what {regular} costs beside the bill from the next best way, then divide by the hours billed.",
    )


ITEMS = (should_cost, departure, raise_)
