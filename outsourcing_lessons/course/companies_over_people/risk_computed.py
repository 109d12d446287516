"""Practice on risk that is worked out: what a liability clause leaves with you."""

from __future__ import annotations

from outsourcing_lessons.items.item import Exhibit, Number, Trap, apart
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case, count
from outsourcing_lessons.lessons.lesson import item


@item("companies-over-people.cap", "practice", "settle-risk", 1)
def cap(case: Case, draw: SeededRandom) -> Number:
    """What a limit of liability leaves with you."""
    months = draw.pick((2, 3))
    # At most 24 hours' worth is owed and at least 60 are lost: however these are rounded, the parts are not alike.
    fee, damage, insured = case.price(draw.pick((5, 6, 8))), case.price(draw.pick((60, 70, 80))), case.price(400)
    key = damage - months * fee
    return Number(
        title="Who pays when it breaks?",
        prompt=f"For a smaller piece of work you have another contract with {case.trade.company}. A mistake of theirs costs you {case.money(damage)}. The "
        "insurer pays what the provider owes you, and no more than that.\n\nHow much of the damage stays with you?",
        exhibit=Exhibit(
            caption="What the contract says",
            columns=("Clause", "Amount"),
            rows=(
                ("Fee for a month", case.money(fee)),
                ("Liability of the provider", f"limited to the fees of {count(months)} months"),
                ("The provider’s insurance", f"up to {case.money(insured)} for each case"),
            ),
        ),
        key=key,
        tolerance=0.01 * key,
        low=0,
        high=1e12,
        prefix=case.prefix,
        decimals=2 if damage < 100 else 0,
        hints=(
            "What does the provider owe you at most?",
            f"{count(months).capitalize()} times {case.money(fee)} is {case.money(months * fee)}.",
        ),
        praise=f"The provider owes {case.money(months * fee)}, so that is all the insurance pays. The large sum insured never comes into it. "
        "A person with the same clause would have left you with the same. Ask anybody: liable for what, up to how much, insured with "
        "whom? Then insure, or avoid, what stays with you.",
        traps=apart(
            Trap(
                id="insured",
                value=0,
                tolerance=0.001 * damage,
                feedback="The insurance is large enough, and it pays what the provider owes. The clause above it says how little that is.",
            ),
            Trap(
                id="all",
                value=damage,
                tolerance=0.005 * damage,
                feedback="Not all of it. A limit still leaves the provider owing something: the fees named in the clause.",
            ),
            Trap(
                id="one-month",
                value=damage - fee,
                tolerance=0.003 * damage,
                feedback=f"You took off one month’s fee. The clause says {count(months)}.",
            ),
            Trap(
                id="theirs",
                value=months * fee,
                tolerance=0.003 * damage,
                feedback="That is the provider’s part. The question is what remains for you.",
            ),
        ),
        otherwise="Find what the provider owes at most, and take it off the damage.",
    )


ITEMS = (cap,)
