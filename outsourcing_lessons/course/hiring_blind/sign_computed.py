"""Practice on signs that is worked out: who stays when nobody can see quality."""

from __future__ import annotations

from outsourcing_lessons.items.item import Exhibit, Number, Trap, apart
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case, count
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.money import readable


@item("hiring-blind.who-stays", "practice", "read-signs", 1.5, ("akerlof-1970",))
def who_stays(case: Case, draw: SeededRandom) -> Number:
    """The average price drives the best away."""
    people, step = draw.pick((4, 5, 6)), readable(draw.pick((0.1, 0.15, 0.2)) * case.hour, 1)
    least = [2 * step * k for k in range(1, people + 1)]
    worth = [3 * step * k for k in range(1, people + 1)]
    offer = sum(worth) / people
    stay = [w for low, w in zip(least, worth, strict=True) if low <= offer]
    key, wrong_way = sum(stay) / len(stay), [w for w in worth if w <= offer]
    letters = "ABCDEF"
    last = letters[len(stay) - 1]
    then = f"{last} leaves as well" if least[len(stay) - 1] > key else f"{last} only just stays"
    return Number(
        title="The usual price",
        prompt=f"You cannot tell {count(people)} providers apart. Each knows the least they would work for. You know only "
        f"that their average hour is worth {case.money(offer)} to you, so that is what you offer.\n\nHow much is an hour worth to you, on "
        "average, of those who accept?",
        exhibit=Exhibit(
            caption="An hour of each (nobody can see this table)",
            columns=("Provider", "Works for at least", "Is worth to you"),
            rows=tuple((letters[k], case.money(least[k]), case.money(worth[k])) for k in range(people)),
        ),
        key=key,
        tolerance=0.012 * key,
        low=0,
        high=1e12,
        prefix=case.prefix,
        decimals=2 if key < 100 else 0,
        hints=(
            f"Who would not work for {case.money(offer)}?",
            f"{letters[people - 1]} wants {case.money(least[-1])} at least, and says no. Who is left?",
            f"The average of {', '.join(case.money(w) for w in stay[:-1])} and {case.money(stay[-1])}.",
        ),
        praise=f"You would pay {case.money(offer)} for work that is worth {case.money(key)}. Offer {case.money(key)} next time, and "
        f"{then}. Everybody here is honest; the good ones cannot show what they are worth (Akerlof, 1970). A sign that "
        "you can check stops the slide.",
        traps=apart(
            Trap(
                id="all",
                value=offer,
                tolerance=0.01 * offer,
                feedback=f"That is the average of all {count(people)}. But not all of them accept: look at the middle column.",
            ),
            Trap(
                id="least",
                value=sum(least[: len(stay)]) / len(stay),
                tolerance=0.008 * key,
                feedback="Those are the right people, with what they would work for. The question is what their hour is worth to you.",
            ),
            Trap(
                id="wrong-way",
                value=sum(wrong_way) / len(wrong_way),
                tolerance=0.008 * key,
                feedback="You sent away everybody who is worth more than your offer. They decide for themselves, by their own least "
                "price: some of them accept.",
            ),
        ),
        otherwise="Cross out everybody whose least price is above your offer, and average the right-hand column of the rest.",
    )


ITEMS = (who_stays,)
