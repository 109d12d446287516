"""Practice on a machine's draft that is worked out: the fee is the smallest part of what it costs."""

from __future__ import annotations

from outsourcing_lessons.items.item import Exhibit, Number, Trap, apart
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.money import plain, readable

ASK_AND_CHECK, REDO, PERSON, BRIEFING = 0.75, 1.5, 1.5, 0.1  # hours for one piece of work


@item("companies-over-people.machine-draft", "practice", "settle-risk", 2)
def machine_draft(case: Case, draw: SeededRandom) -> Number:
    """What a draft costs once it is asked for, checked, redone and paid for where a mistake gets through."""
    wrong, slips = draw.pick(((10, 1), (20, 2), (30, 3)))
    damage = case.price(draw.pick((5, 6, 8)))
    caught = wrong - slips
    checking, redoing, harm = 100 * ASK_AND_CHECK * case.hour, caught * REDO * case.hour, slips * damage
    key = (checking + redoing + harm) / 100
    person = readable(PERSON * case.rate(case.trade.regular_rate) + BRIEFING * case.hour, 2)
    verdict = (
        "there is little between the two"
        if abs(key - person) < 0.05 * person
        else "the machine costs less"
        if key < person
        else "the person costs less, as your own hour is the expensive one"
    )
    return Number(
        title="What it ought to cost",
        prompt=f"A machine drafts short pieces of work for you, and you check each one. You tried it on 100. An hour of yours is worth {case.money(case.hour)}. "
        "The fee is next to nothing.\n\nWhat does one finished piece cost you, on average?",
        exhibit=Exhibit(
            caption="What 100 drafts took",
            columns=("", ""),
            rows=(
                ("To ask for a draft and check it", f"{plain(ASK_AND_CHECK, 2)} hours each"),
                ("Drafts that were wrong, and that you caught", str(caught)),
                ("To put one of these right", f"{plain(REDO, 1)} hours"),
                ("Wrong ones that got through", str(slips)),
                ("Damage done by one of these", case.money(damage)),
                ("For comparison: a person you know does one piece, all in, for", case.money(person)),
            ),
        ),
        key=key,
        tolerance=0.01 * key,
        low=0,
        high=1e12,
        prefix=case.prefix,
        decimals=2 if key < 100 else 0,
        hints=(
            "Take all 100 together: your time for each, the ones you put right, and the damage. Then divide by 100.",
            f"Your time: {plain(100 * ASK_AND_CHECK + caught * REDO, 1)} hours. Damage: {case.money(harm)}.",
        ),
        praise=f"The fee is the smallest part. Here {verdict}. Count your own mistakes before you decide: none wrong in ten tries still fits with one in four. Count again each quarter, as "
        "machines change. And a machine covers nobody: on a day when you are away, nothing is checked.",
        traps=apart(
            Trap(
                id="only-checking",
                value=checking / 100,
                tolerance=0.005 * key,
                feedback="That is asking and checking. Some drafts were wrong: putting those right takes time as well, and some got through.",
            ),
            Trap(
                id="no-damage",
                value=(checking + redoing) / 100,
                tolerance=0.003 * key,
                feedback=f"Your own time is all there. Add what the {slips} that got through have cost.",
            ),
            Trap(
                id="all-damage",
                value=(checking + wrong * damage) / 100,
                tolerance=0.003 * key,
                feedback="That is as if nobody had checked, and you had paid for the checking. Most wrong ones were caught.",
            ),
            Trap(
                id="all-of-them",
                value=key * 100,
                tolerance=0.005 * key * 100,
                feedback="That is for all 100. The question is about one.",
            ),
        ),
        otherwise="Price your time for all 100, add the damage, and divide by 100.",
    )


ITEMS = (machine_draft,)
