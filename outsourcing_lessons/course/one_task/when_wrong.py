"""Where the advice fails: items that punish applying it blindly."""

from __future__ import annotations

from outsourcing_lessons.items.draw import Draw
from outsourcing_lessons.items.item import MultipleChoice, Option, SingleChoice
from outsourcing_lessons.lessons.case import Case, hours
from outsourcing_lessons.lessons.lesson import item


@item("one-task.just-once", "when-wrong", "know-limits", 1)
def just_once(case: Case, draw: Draw) -> SingleChoice:
    """A true one-off, offered as a partnership."""
    job, setup = draw.pick(case.trade.one_offs), draw.pick((8, 10, 12))
    options = (
        Option(id="buy-once", text="Buy this one job, from whoever does it best"),
        Option(
            id="partner",
            text="Accept: a lasting relationship beats a single job",
            feedback=f"That is the rule of this lesson, applied where it does not fit. {hours(setup)} of your time at "
            f"{case.money(case.hour)} would buy learning that is never used again.",
        ),
        Option(
            id="two",
            text="Accept, and take a second one as backup",
            feedback="A backup protects work that cannot wait for the next time. Here there is no next time; you would pay "
            "for two set-ups.",
        ),
        Option(
            id="split",
            text="Split the job between two, to compare them for later",
            feedback="Comparing is worth something when there is a later. Here it would cost a second briefing for one job.",
        ),
    )
    return SingleChoice(
        id="one-task.just-once",
        title="A partner for this?",
        prompt=f"You need this done: {job}. A specialist suggests that you “work together for the long run”. The two of you would "
        f"spend {hours(setup)} first to get to know each other properly.\n\nWhat do you do?",
        options=draw.shuffled(options),
        key="buy-once",
        hints=("When will you need this again?",),
        praise=f"Yes. Setting up a relationship costs {case.money(setup * case.hour)} of your time here, and is paid back only by "
        "later jobs. There are none. Spend a part of that on checking the specialist's last three jobs instead.",
    )


@item("one-task.looks-employed", "when-wrong", "know-limits", 2, ("dol-2024", "dol-2026"))
def looks_employed(case: Case, draw: Draw) -> MultipleChoice:
    """A bench that has quietly become a staff."""
    risky = (
        Option(
            id="permanence",
            text="The work has no end date and is renewed without a word",
            feedback="Permanence is one of the factors in the United States rule: work without an end looks like a post.",
        ),
        Option(
            id="control",
            text="You set the hours, and supervise the work over a shared screen",
            feedback="Control is one of the factors, and supervising from a distance counts too.",
        ),
        Option(
            id="integral",
            text="The work is what your business itself sells",
            feedback="Work that is integral to the business is one of the factors of that rule. The proposal of 2026 would drop it.",
        ),
        Option(
            id="no-risk",
            text="Good planning brings the provider no profit, and bad planning no loss",
            feedback="Whether the person can gain or lose by their own judgement is one of the factors. Somebody in business for "
            "themselves can.",
        ),
    )
    harmless = (
        Option(
            id="own-clients",
            text="The provider has other clients, and declines a job now and then",
            feedback="This speaks for independence: they decide what they take on.",
        ),
        Option(
            id="own-tools",
            text="The provider has invested in equipment and a workplace of their own",
            feedback="Investment of one's own speaks for independence.",
        ),
    )
    chosen = draw.some(risky, 3)
    return MultipleChoice(
        id="one-task.looks-employed",
        title="When a bench becomes a staff",
        prompt=f"{case.trade.freelancer} has worked for you for three years. Under the 2024 rule of the United States "
        "Department of Labor, which of these speak for an employee and against a contractor? (The rules where you live may differ: "
        "check there.)",
        options=draw.shuffled(chosen + harmless),
        key=tuple(option.id for option in chosen),
        hints=(
            "Think of what sets a firm with customers apart from a person with a boss.",
            "Two of the five speak for independence.",
        ),
        praise="Those are among the six factors of the 2024 rule of the Department of Labor, weighed together. Since May 2025 "
        "the department does not apply that rule in its own investigations, though private suits still can. In February 2026 it proposed another, in "
        "which control and the chance of profit or loss count most. So keep the bench, and keep it a bench: "
        "results and dates, not hours and supervision. And ask somebody who knows the law where you live.",
    )


@item("one-task.who-gains", "when-wrong", "know-limits", 1.5, ("heese-2015",))
def who_gains(case: Case, draw: Draw) -> MultipleChoice:
    """In which situations should the advice be set aside?"""
    wrong_there = (
        Option(
            id="few-steep",
            text="Six jobs in all, hard to learn, split over three providers",
            feedback="Two jobs each is where nobody has learned anything yet. With few jobs and much to learn, splitting "
            "wastes most.",
        ),
        Option(
            id="fresh",
            text="You want an idea nobody around you would have",
            feedback="Somebody who knows your ways by heart also knows what you never do. For fresh ideas, a fresh face can be "
            "the point.",
        ),
        Option(
            id="rare",
            text="One job a year, and a year is long enough to forget it",
            feedback="What was learned is gone by the next time, so you would pay to keep somebody who starts anew each time.",
        ),
        Option(
            id="strong",
            text="You buy so much that any provider would drop others for you",
            feedback="A buyer that strong may do better with a single source: theory finds more learning there, and the buyer "
            "can hold the price (Heese, 2015).",
        ),
    )
    right_there = (
        Option(
            id="monthly",
            text=f"{case.trade.stream.jobs[0].upper()}{case.trade.stream.jobs[1:]}, two a month, each much like the last",
            feedback="This is the case the advice was made for: often, alike, and worth learning.",
        ),
        Option(
            id="urgent",
            text="Weekly work that would stop your business if it stood still for three days",
            feedback="Here a small bench earns its keep: a second person who knows the work is what keeps you open.",
        ),
    )
    chosen = draw.some(wrong_there, 3)
    return MultipleChoice(
        id="one-task.who-gains",
        title="Set the advice aside",
        prompt="“Build a small bench of providers who know you.” In which of these situations is that poor advice?",
        options=draw.shuffled(chosen + right_there),
        key=tuple(option.id for option in chosen),
        hints=("A bench lives on repetition, on learning that lasts, and on needing more than one person.",),
        praise="Each of these takes away what makes a bench pay: repetition, lasting learning, or the need for a second person.",
    )


ITEMS = (just_once, looks_employed, who_gains)
