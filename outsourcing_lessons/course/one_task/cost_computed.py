"""Practice on cost: what a stranger costs in full, what a departure costs, and what a low bid hides."""

from __future__ import annotations

from outsourcing_lessons.course.one_task.setting import RATE, setting_of
from outsourcing_lessons.items.item import Exhibit, Number, Trap, apart, clear_of
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case, count, hours
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.models import learning
from outsourcing_lessons.money import plain, rounded


@item("one-task.so-far", "practice", "full-cost", 1.5)
def so_far(case: Case, draw: SeededRandom) -> Number:
    """What the explanations have cost up to now."""
    setting, owner = setting_of(case), case.trade.owner.split()[0]
    done, each, own = setting.done, setting.own_hours, case.hour
    key = done * each * own
    return Number(
        title="What it has cost so far",
        prompt=f"{count(done).capitalize()} jobs, {count(done)} strangers. Each took {hours(each)} of {owner}'s own time to find and "
        f"brief. An hour of it is worth {case.money(own)}.\n\nWhat has that cost so far, on top of all the invoices?",
        key=key,
        tolerance=0.015 * key,
        low=0,
        high=1e12,
        prefix=case.prefix,
        hints=(
            f"{plain(each, 1)} hours for each stranger.",
            f"{done} × {plain(each, 1)} = {plain(done * each, 1)} hours.",
        ),
        praise=f"{plain(done * each, 1)} hours, {case.money(key)}. Nobody ever sent a bill for it, so nobody ever looked at it.",
        traps=apart(
            Trap(
                id="one-stranger",
                value=each * own,
                tolerance=0.01 * each * own,
                feedback=f"That is for one stranger. There have been {count(done)}.",
            ),
            Trap(
                id="tonight-too",
                value=(done + 1) * each * own,
                tolerance=0.01 * key,
                feedback="You counted tonight's as well. That one can still be saved.",
            ),
            Trap(
                id="an-hour-each",
                value=done * own,
                tolerance=0.01 * done * own,
                feedback=f"That would be one hour for each of them. It took {hours(each)}.",
            ),
        ),
        otherwise="Multiply the strangers by the hours for each, and the hours by what one is worth.",
    )


@item("one-task.should-cost", "practice", "full-cost", 2, ("sourcing-playbook",))
def should_cost(case: Case, draw: SeededRandom) -> Number:
    """What the work ought to cost, before any bid is read."""
    work, search, brief = case.trade.stream.first_hours, draw.whole(2, 4), draw.whole(1, 3)
    price, own = case.rate(case.trade.newcomer_rate), case.hour
    invoice, mine = work * price, (search + brief) * own
    key = invoice + mine
    return Number(
        title="What ought it to cost?",
        prompt="Before you open a single bid, work out what the job should cost you. Your own time counts.",
        exhibit=Exhibit(
            caption=f"One job by a newcomer: {case.trade.stream.job}",
            columns=("What", "Hours", "An hour costs"),
            rows=(
                ("The provider's work", plain(work, 1), case.money(price)),
                ("You: finding and contracting", str(search), case.money(own)),
                ("You: explaining and answering", str(brief), case.money(own)),
            ),
        ),
        key=key,
        tolerance=0.015 * key,
        low=0,
        high=1e12,
        prefix=case.prefix,
        hints=(
            "Three lines, three products, one sum.",
            f"Your own part: {search} + {brief} hours at {case.money(own)}.",
            f"{case.money(invoice)} on the invoice, and {case.money(mine)} of yours.",
        ),
        praise=f"{case.money(invoice)} on the invoice and {case.money(mine)} of your own time. Public buyers call this a "
        "should-cost estimate, and make it before they see a bid, so that the lowest bid does not get to say what is normal.",
        traps=clear_of(
            key,
            0.015 * key,
            Trap(
                id="invoice",
                value=invoice,
                tolerance=0.01 * invoice,
                feedback="That is the invoice. Your own hours are real: while you search and explain, something else of "
                "yours is not done. Add them.",
            ),
            Trap(
                id="one-rate",
                value=(work + search + brief) * price,
                tolerance=0.005 * invoice,
                feedback=f"All the hours are there, but at the provider's price. Your hour is worth {case.money(own)}.",
            ),
            Trap(
                id="no-brief",
                value=invoice + search * own,
                tolerance=0.005 * invoice,
                feedback="The explaining is missing. It hides best of all, because it comes in ten-minute pieces after the "
                "contract is signed.",
            ),
        ),
        otherwise="Multiply hours by price on each of the three lines and add them up.",
    )


@item("one-task.departure", "practice", "full-cost", 2)
def departure(case: Case, draw: SeededRandom) -> Number:
    """The price of a regular who leaves."""
    setting, following = setting_of(case), 4
    stream, done, price, own = setting.stream, setting.stayed, case.rate(case.trade.regular_rate), case.hour
    old, new = (
        [round(float(learning.unit_time(before + k, stream.first_hours, RATE)), 1) for k in range(1, following + 1)]
        for before in (done, 0)
    )
    extra = round(sum(new) - sum(old), 1)
    mine = setting.own_hours * own
    key = extra * price + mine
    return Number(
        title="Price the goodbye",
        prompt=f"{case.trade.freelancer} leaves after {done} jobs. A successor at the same {case.money(price)} an hour takes "
        f"{hours(setting.own_hours)} of your time to find and brief, at {case.money(own)} an hour, and then starts to learn.\n\n"
        f"What does the departure cost you over the next {following} jobs?",
        exhibit=Exhibit(
            caption=f"Hours for the next {following} jobs",
            columns=("", *(f"Job {k}" for k in range(1, following + 1)), "Sum"),
            rows=(
                (case.trade.freelancer, *(plain(h, 1) for h in old), plain(round(sum(old), 1), 1)),
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
        traps=clear_of(
            key,
            0.02 * key,
            Trap(
                id="full-price",
                value=sum(new) * price + mine,
                tolerance=0.01 * key,
                feedback=f"You charged all of the successor's hours to the departure. {case.trade.freelancer} would have been "
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


@item("one-task.low-bid", "practice", "know-limits", 2, ("jorgensen-2013",))
def low_bid(case: Case, draw: SeededRandom) -> Number:
    """How much riskier is a bid a quarter below the average?"""
    failing = draw.pick((16, 20, 24, 30, 40))
    key = failing * 1.09
    return Number(
        title="A quarter below the others",
        prompt=f"A study of {plain(785326)} projects on a marketplace found that choosing a bid 25 % below the average went with 9 % "
        f"more failures, provider skill being equal.\n\nSay {failing} of 200 jobs fail at average prices (the {failing} is made up "
        "for the sum). How many of 200 would you expect to fail at the low price?",
        key=rounded(key, 1),
        tolerance=0.6,
        low=0,
        high=200,
        unit="of 200",
        hints=("9 % more failures: more than what?", f"9 % of {failing} is {plain(0.09 * failing, 1)}."),
        praise=f"About {plain(key, 0)}. And 9 % is what is left between equally skilled people. Clients who stressed price also chose "
        "people with worse records, and that added more: a provider who had failed 15 % of past jobs and not 5 % went with 33 % more "
        "failures. The author's advice is to stress price less (Jørgensen, 2013).",
        traps=apart(
            Trap(
                id="points",
                value=failing + 18,
                tolerance=0.5,
                feedback="You added nine points: nine more in every hundred. The study says 9 % more failures, which is nine "
                f"for every hundred that fail anyway. Start from {failing}.",
            ),
            Trap(
                id="price",
                value=failing * 1.25,
                tolerance=0.4,
                feedback="That is 25 % more, which is how much lower the bid was. Price and failures did not move one for one.",
            ),
            Trap(
                id="none",
                value=failing,
                tolerance=0.4,
                feedback="That is no more than at average prices. The study did find a difference, even at equal skill.",
            ),
        ),
        otherwise=f"Take 9 % of {failing}, and add it.",
    )


ITEMS = (so_far, should_cost, departure, low_bid)
