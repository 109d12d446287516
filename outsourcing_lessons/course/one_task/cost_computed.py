"""Practice on cost: what a departure costs."""

from __future__ import annotations

from outsourcing_lessons.course.one_task.story_numbers import RATE, story_numbers
from outsourcing_lessons.items.item import Exhibit, Number, Trap, apart
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case, hours
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.lessons.trade import first_name
from outsourcing_lessons.models import learning
from outsourcing_lessons.money import plain


@item("one-task.departure", "practice", "full-cost", 1.75)
def departure(case: Case, draw: SeededRandom) -> Number:
    """The price of a regular who leaves."""
    story, following = story_numbers(case), 4
    stream, done, price, own = story.stream, story.stayed, case.rate(case.trade.regular_rate), case.hour
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
                feedback=f"You charged all of the successor’s hours to the departure. {regular} would have been "
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
        otherwise="Take the difference between the two sums of hours, at the provider’s price, and add your own time.",
    )


ITEMS = (departure,)
