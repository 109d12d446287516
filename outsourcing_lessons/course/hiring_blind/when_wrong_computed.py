"""Where this advice is wrong, worked out: only one candidate."""

from __future__ import annotations

from outsourcing_lessons.course.hiring_blind.setting import SCORED, good_of_100, twist_of
from outsourcing_lessons.items.item import Number, Trap, apart
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import item


@item("hiring-blind.only-one", "when-wrong", "know-limits", 1.5)
def only_one(case: Case, draw: SeededRandom) -> Number:
    """Nothing to select from."""
    base, wished = draw.pick((30, 40, 60, 70)), draw.pick((5, 8, 10))
    chosen = good_of_100(SCORED, base / 100, wished)
    return Number(
        title="Only one applies",
        prompt=f"In your town {base} of 100 {twist_of(case).people} are good. You have spent ten hours on scored "
        "questions, as this lesson says. One person applies. The work cannot wait, so you will take them whatever they score.\n\n"
        "In how many of 100 such cases will you have got a good one?",
        key=base,
        tolerance=0.5,
        low=0,
        high=100,
        unit="of 100",
        hints=("Which decision do the scores change?", "You take this one with a high score and with a low one."),
        praise=f"{base}, as if you had picked at random. Among {wished} applicants the same questions would have given {chosen}. Knowing more "
        "helps only where you can say no. So put the ten hours into a smaller first piece, a test of done and a way out. Or "
        "find a second applicant.",
        traps=tuple(
            trap
            for trap in apart(
                Trap(
                    id="as-if-many",
                    value=chosen,
                    tolerance=0.6,
                    feedback=f"That is the figure for choosing the best of {wished}. Here there is nobody else to take, so the scores change "
                    "nothing.",
                ),
                Trap(
                    id="share-of-base",
                    value=100 * SCORED,
                    tolerance=0.4,
                    feedback=f"{SCORED} says how closely scores track later work. It is no share of people.",
                ),
                Trap(
                    id="even",
                    value=50,
                    tolerance=0.4,
                    feedback=f"One or the other, so half? It is known that {base} of 100 are good. That is where you stand, and where you stay.",
                ),
                Trap(
                    id="all",
                    value=100,
                    tolerance=0.4,
                    feedback="Good questions make nobody good. They let you choose between people, and here there is no choice.",
                ),
            )
            if abs(trap.value - base) > trap.tolerance + 0.5
        ),
        otherwise="Would you ever act differently because of the scores? If not, they leave the share of good ones where it was.",
    )


ITEMS = (only_one,)
