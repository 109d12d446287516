"""Recall: short items, answered from memory, which also come back later. Those on settling risk are in `recall_risk`."""

from __future__ import annotations

from outsourcing_lessons.course.case import Case
from outsourcing_lessons.course.companies_over_people.story import twist_of
from outsourcing_lessons.course.lesson import item
from outsourcing_lessons.items.draw import Draw
from outsourcing_lessons.items.item import Number, Option, SingleChoice, Trap, apart
from outsourcing_lessons.models import intermediaries


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
        key=round(key, 1),
        tolerance=0.4,
        low=0,
        high=100,
        unit="%",
        hints=(f"The second takes its {margin} % of what the first has left.",),
        praise=f"{100 - margin} % of {100 - margin} %. Each layer may earn its share. Ask each what it does for it.",
        traps=apart(
            Trap(
                id="added", value=100 - 2 * margin, tolerance=0.4,
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
            id="short", text=f"{few} of {few}, as nothing has ever gone wrong",
            feedback=f"Not yet. {few} jobs would also look like this, now and then, for somebody who fails one job in five.",
        ),
        Option(
            id="equal", text="Either, as the chance of being better is about even",
            feedback="As to who is better, it is about even. You asked something else: who is less likely to be bad?",
        ),
        Option(
            id="neither", text="Neither, as a record is about the past",
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


@item("companies-over-people.recall-inflation", "recall", "weigh-ratings", 1, ("filippas-2022",))
def inflation(case: Case, draw: Draw) -> SingleChoice:
    """From 3.7 to 4.8, and why."""
    options = (
        Option(id="inflation", text="In good part that buyers give more stars for the same work"),
        Option(
            id="quality", text="That the work has improved by about a third",
            feedback="3.7 to 4.8 is about a third more stars. Where it could be checked, much of that was inflation.",
        ),
        Option(
            id="fraud", text="That most of the ratings are bought",
            feedback="Faked ratings exist, but the study speaks of real buyers who have become more generous.",
        ),
        Option(
            id="selection", text="That the weaker providers were removed by the marketplace",
            feedback="It would raise the average, and may be a part. The study found that much of the rise was inflation.",
        ),
    )
    return SingleChoice(
        id="companies-over-people.recall-inflation",
        title="3.7 to 4.8",
        prompt="On one marketplace the average rating rose from 3.7 to 4.8 in a little over ten years. What did the study conclude?",
        options=draw.shuffled(options),
        key="inflation",
        praise="Filippas, Horton and Golden (2022). It can be designed away in part: where the scale was put in other words, in an "
        "experiment, ratings became less inflated and told more (Garg and Johari, 2018).",
    )


@item("companies-over-people.recall-premium", "recall", "know-limits", 1, ("stanton-2016",))
def premium(case: Case, draw: Draw) -> SingleChoice:
    """For whom the agency's name works, and until when."""
    options = (
        Option(id="new", text="New workers, until public ratings say the same"),
        Option(
            id="all", text="All workers, for as long as they stay with it",
            feedback="The advantage shrank. Once others had good public ratings, the name added little to what anybody could read.",
        ),
        Option(
            id="stars", text="The best-rated workers, who can ask more under a good name",
            feedback="It is the other way round. Whoever has a record needs no one to vouch for them.",
        ),
        Option(
            id="nobody", text="Nobody: agency workers were found no better than others",
            feedback="Among newcomers the name did signal quality. That is why it was worth paying for.",
        ),
    )
    return SingleChoice(
        id="companies-over-people.recall-premium",
        title="Whom a name helps",
        prompt="On the marketplace that Stanton and Thomas studied, whom did an agency's name help to find work, and how long?",
        options=draw.shuffled(options),
        key="new",
        praise="So pay for a name where there is no record, and when the skill is hard to judge. Stop when you have your own record of the "
        "person.",
    )


@item("companies-over-people.recall-effort", "recall", "follow-money", 1, ("holmstrom-1991",))
def effort(case: Case, draw: Draw) -> SingleChoice:
    """What is paid for gets done, and what cannot be counted suffers."""
    per, left = draw.pick((
        ("for each e-mail answered", "whether the answer helped"),
        ("for each call taken", "whether the caller was helped"),
        ("for each fault found", "whether the right faults were looked for"),
        ("for each page delivered", "whether anybody can use the pages"),
    ))
    options = (
        Option(id="drains", text=f"Effort drains away from {left}"),
        Option(
            id="more-all", text="Effort rises in everything, as the pay is higher",
            feedback="Effort goes where it is paid. An hour spent on what nobody counts now costs the provider money.",
        ),
        Option(
            id="nothing", text="Nothing changes, as long as the provider is a true professional",
            feedback="Professionals have rents to pay too. The theory needs no bad people for its result, only people who notice what pays.",
        ),
        Option(
            id="price", text="The price falls, as the provider takes on more",
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


ITEMS = (chain, two_questions, inflation, premium, effort)
