"""Practice on the fourth way: what a machine's draft costs, and which drafts to read before they go out."""

from __future__ import annotations

from outsourcing_lessons.course.one_task.setting import setting_of, twist_of
from outsourcing_lessons.items.item import Exhibit, MultipleChoice, Number, Option, Trap, apart
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.models.drafting import checking_pays_from, draft_cost
from outsourcing_lessons.money import exact, plain, readable

CAUGHT = 0.9


@item("one-task.checked-draft", "practice", "full-cost", 1.75)
def checked_draft(case: Case, draw: SeededRandom) -> Number:
    """A draft costs the asking, the checking, the mending, and what slips through."""
    setting, own = setting_of(case), case.hour
    wrong, caught = draw.pick((20, 30, 40)), draw.pick((70, 80))
    ask, check, redo = setting.draft.ask, setting.draft.check, round(setting.redo_minutes)
    miss = setting.draft.miss
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
        prompt=f"A machine drafts {twist_of(case).drafted}. You tried it on ten of your own jobs; the table has what you measured, rounded.\n\n"
        f"What does such a draft cost you on average, at {case.money(own)} an hour?",
        exhibit=Exhibit(
            caption="A machine's draft, checked by you",
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


# What is drafted, how often it is wrong, minutes to check and to mend, and what a miss costs in the owner's minutes.
DRAFTS = (
    ("reminder", "A reminder to customers with a date in it", 0.1, 2, 3, (5, 240)),
    ("reply", "A reply about opening hours", 0.05, 3, 4, (4, 10)),
    ("summary", "A summary of a call that nobody but you reads", 0.2, 10, 10, (5, 12)),
    ("offer", "An offer with a price that binds you", 0.15, 10, 15, (600, 1500)),
    ("tags", "Labels for photos in your own archive", 0.2, 2, 2, (1, 4)),
    ("contract", "A letter that ends a contract", 0.2, 20, 40, (900, 2000)),
    ("figures", "The figures for your tax return", 0.1, 30, 30, (1200, 3000)),
    ("ideas", "Ten headlines, of which you pick one yourself", 0.3, 4, 2, (3, 8)),
)


@item("one-task.read-or-not", "practice", "full-cost", 1.5)
def read_or_not(case: Case, draw: SeededRandom) -> MultipleChoice:
    """Checking pays where what it finds costs more than the checking."""
    pays: list[tuple[str, Option]] = []
    spares: list[tuple[str, Option]] = []
    minute = case.hour / 60
    for name, text, wrong, check, redo, misses in DRAFTS:
        worth = readable(draw.pick(misses) * minute, 2)
        limit = float(checking_pays_from(case.hour, check, 1 - wrong, CAUGHT, redo))
        (pays if worth > limit else spares).append((name, _draft(case, name, text, wrong, check, worth, limit)))
    rights = draw.whole(2, 3)
    shown = [*draw.some(pays, rights), *draw.some(spares, 5 - rights)]
    return MultipleChoice(
        title="Which drafts would you read?",
        prompt=f"Your hour is worth {case.money(case.hour)}. Your check finds nine wrong drafts in ten, and those are done again. Tick "
        "the drafts for which checking every one costs less than letting all of them go out unread.",
        options=draw.shuffled([option for _, option in shown]),
        key=tuple(name for name, option in shown if any(name == one for one, _ in pays)),
        hints=(
            "How many drafts do you check to find one that is wrong?",
            "Wrong one time in ten, four minutes each: finding one costs about 45 minutes. Is a miss worse than that?",
        ),
        praise="Checking pays where one that goes out costs more than finding it. The rarer the fault and the longer the check, the more "
        "a miss has to cost.",
    )


def _draft(case: Case, name: str, text: str, wrong: float, check: float, worth: float, limit: float) -> Option:
    reads = worth > limit
    return Option(
        id=name,
        text=f"{text}: {round(100 * wrong)} of 100 wrong, {plain(check)} minutes to check, a miss costs {case.money(worth)}",
        feedback=f"To find one wrong draft takes {round(check / (wrong * CAUGHT))} minutes of checking, and then it is done again. A miss has to "
        f"cost {case.about(limit)} or more for that to pay; here it costs {case.money(worth)}, so "
        f"{'read them' if reads else 'let them go, and read one in twenty'}.",
    )


ITEMS = (checked_draft, read_or_not)
