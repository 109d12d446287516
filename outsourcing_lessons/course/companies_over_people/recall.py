"""Recall: short items, answered from memory, which also come back later. Those on signals are in `recall_signals`, on risk in `recall_risk`."""

from __future__ import annotations

from outsourcing_lessons.course.companies_over_people import recall_signals
from outsourcing_lessons.course.companies_over_people.twists import twist_of
from outsourcing_lessons.items.draw import Draw
from outsourcing_lessons.items.item import Number, Option, SingleChoice, Trap, apart
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.models import intermediaries
from outsourcing_lessons.money import rounded


@item("companies-over-people.recall-chain", "recall", "follow-money", 1.5)
def chain(case: Case, draw: Draw) -> Number:
    """Two equal margins."""
    margin = draw.pick((10, 20, 30, 40))
    key = 100 * float(intermediaries.worker_share([margin / 100, margin / 100]))
    return Number(
        id="companies-over-people.recall-chain",
        title="Two margins",
        prompt=f"Two firms stand between you and the worker, and each keeps {margin} % of what it gets. What share of your money reaches the "
        "worker?",
        key=rounded(key, 1),
        tolerance=0.4,
        low=0,
        high=100,
        unit="%",
        hints=(f"The second takes its {margin} % of what the first has left.",),
        praise=f"{100 - margin} % of {100 - margin} %. Each layer may earn its share. Ask each what it does for it.",
        traps=apart(
            Trap(
                id="added",
                value=100 - 2 * margin,
                tolerance=0.4,
                feedback="You took both off the full amount. The second takes its share of less.",
            ),
            Trap(id="one", value=100 - margin, tolerance=0.4, feedback="That is after one of the two."),
        ),
        otherwise="Multiply what the first leaves by what the second leaves.",
    )


@item("companies-over-people.recall-two-questions", "recall", "weigh-ratings", 1, ("brown-2001",))
def two_questions(case: Case, draw: Draw) -> SingleChoice:
    """Which record when a bad job would be a disaster?"""
    twist = twist_of(case)
    few = draw.pick((11, 12, 13))
    options = (
        Option(id="long", text="48 of 50, as even bad luck leaves it at about 87 %"),
        Option(
            id="short",
            text=f"{few} of {few}, as nothing has ever gone wrong",
            feedback=f"Not yet. {few} jobs would also look like this, now and then, for somebody who fails one job in five.",
        ),
        Option(
            id="equal",
            text="Either, as the chance of being better is about even",
            feedback="As to who is better, it is about even. You asked something else: who is less likely to be bad?",
        ),
        Option(
            id="neither",
            text="Neither, as a record is about the past",
            feedback="All evidence is about the past. The question is which past leaves less room for a bad surprise.",
        ),
    )
    return SingleChoice(
        id="companies-over-people.recall-two-questions",
        title="Two questions, two answers",
        prompt=f"{few} good jobs of {few}, or 48 of 50: which of the two is better is about a coin toss. But for {twist.work}, a bad provider would "
        "be a disaster. Which record do you take?",
        options=draw.shuffled(options),
        key="long",
        praise="Yes. To avoid the worst, look at the lower end of the range. It rises as jobs are added. The "
        "range is Wilson's, which Brown, Cai and DasGupta (2001) recommend where there are few cases.",
    )


@item("companies-over-people.recall-effort", "recall", "follow-money", 1, ("holmstrom-1991",))
def effort(case: Case, draw: Draw) -> SingleChoice:
    """What is paid for gets done, and what cannot be counted suffers."""
    per, left = draw.pick(
        (
            ("for each e-mail answered", "whether the answer helped"),
            ("for each call taken", "whether the caller was helped"),
            ("for each fault found", "whether the right faults were looked for"),
            ("for each page delivered", "whether anybody can use the pages"),
        )
    )
    options = (
        Option(id="drains", text=f"Effort drains away from {left}"),
        Option(
            id="more-all",
            text="Effort rises in everything, as the pay is higher",
            feedback="Effort goes where it is paid. An hour spent on what nobody counts now costs the provider money.",
        ),
        Option(
            id="nothing",
            text="Nothing changes, as long as the provider is a true professional",
            feedback="Professionals have rents to pay too. The theory needs no bad people for its result, only people who notice what pays.",
        ),
        Option(
            id="price",
            text="The price falls, as the provider takes on more",
            feedback="It may. What you notice first is where the care goes.",
        ),
    )
    return SingleChoice(
        id="companies-over-people.recall-effort",
        title="What gets counted",
        prompt=f"You pay a provider {per}. What does theory lead you to expect?",
        options=draw.shuffled(options),
        key="drains",
        praise="With tasks of which only some can be measured, strong pay for these starves the others. It is one reason why employing "
        "somebody can be better than buying from outside (Holmström and Milgrom, 1991).",
    )


ITEMS = (chain, two_questions, *recall_signals.ITEMS, effort)
