"""Practice on the fourth way: what a machine's draft costs."""

from __future__ import annotations

from outsourcing_lessons.course.one_task.story_numbers import story_numbers, twist_of
from outsourcing_lessons.items.item import Exhibit, Number, Trap, apart
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.models.drafting import draft_cost
from outsourcing_lessons.money import exact, plain


@item("one-task.checked-draft", "practice", "full-cost", 1.75)
def checked_draft(case: Case, draw: SeededRandom) -> Number:
    """A draft costs the asking, the checking, the mending, and what slips through."""
    story, own = story_numbers(case), case.hour
    wrong, caught = draw.pick((20, 30, 40)), draw.pick((70, 80))
    ask, check, redo = story.draft.ask, story.draft.check, round(story.redo_minutes)
    miss = story.draft.miss
    key = float(draft_cost(own, check, 1 - wrong / 100, caught / 100, redo, miss, ask=ask))
    sure, minute = (ask + check) / 60 * own, own / 60
    found, slipped = wrong * caught / 100, wrong * (100 - caught) / 100
    by_hand = redo * minute
    traps = (
        Trap(
            id="no-faults",
            value=sure,
            tolerance=0.01 * key,
            feedback=f"That is asking and checking. {wrong} of 100 are wrong: most of those you do again, and some go out.",
        ),
        Trap(
            id="all-found",
            value=sure + wrong / 100 * by_hand,
            tolerance=0.006 * key,
            feedback=f"You had your check find every wrong one. It finds {caught} % of them; the others cost {case.money(miss)} each.",
        ),
        Trap(
            id="none-found",
            value=sure + wrong / 100 * miss,
            tolerance=0.006 * key,
            feedback="You let every wrong draft go out. Most of them your check finds, and those are done again by hand.",
        ),
    )
    return Number(
        title="What does the draft cost?",
        prompt=f"A machine drafts {twist_of(case).drafted}. Suppose you tried it on ten of your own jobs, and the table is what you found.\n\n"
        f"What does such a draft cost you on average, at {case.money(own)} an hour?",
        exhibit=Exhibit(
            caption="A machine’s draft, checked by you",
            columns=("What", "How much"),
            rows=(
                ("Asking for it, every time", f"{plain(ask)} minutes"),
                ("Checking it, every time", f"{plain(check)} minutes"),
                ("Drafts that are wrong", f"{wrong} of 100"),
                ("Wrong ones that your check finds", f"{caught} % of them"),
                ("Doing one of those by hand", f"{redo} minutes"),
                ("What a wrong one costs that goes out", case.money(miss)),
            ),
        ),
        key=key,
        tolerance=0.012 * key,
        low=0,
        high=1e12,
        prefix=case.prefix,
        hints=(
            "Think of 100 drafts: what is paid for all of them, and what only for some?",
            f"Of 100, your check finds {plain(found, 1)} wrong ones, and {plain(slipped, 1)} go out.",
            f"Every draft: {case.money(exact(sure))}. Found: {plain(found, 1)} of 100, {redo} minutes each. Missed: {plain(slipped, 1)} of 100 at "
            f"{case.money(miss)}.",
        ),
        praise=f"{case.money(exact(sure))} for asking and checking, {case.money(exact(found * by_hand / 100))} for doing it again, "
        f"{case.money(exact(slipped * miss / 100))} for what slips through. By hand it would take {redo} "
        f"minutes each time, so the draft {'saves' if key < by_hand else 'loses'} {case.money(exact(abs(by_hand - key)))}. Measure the first three lines yourself.",
        traps=apart(*(trap for trap in traps if abs(trap.value - key) > 0.03 * key)),
        otherwise="Work it out for 100 drafts: asking and checking 100 times, the found ones by hand, the missed ones at their cost. "
        "Then divide by 100.",
    )


ITEMS = (checked_draft,)
