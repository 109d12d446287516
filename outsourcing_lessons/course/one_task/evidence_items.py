"""Practice on evidence: what a study found, and what a number would need."""

from __future__ import annotations

from outsourcing_lessons.items.draw import Draw
from outsourcing_lessons.items.item import MultipleChoice, Option, SingleChoice
from outsourcing_lessons.lessons.case import Case, count
from outsourcing_lessons.lessons.lesson import item


@item("one-task.familiar-or-senior", "practice", "know-limits", 1.5, ("huckman-2009",))
def familiar_or_senior(case: Case, draw: Draw) -> SingleChoice:
    """Is it knowing each other, or years in the firm?"""
    years, jobs = draw.pick((9, 11, 12)), draw.pick((6, 8, 9))
    options = (
        Option(id="together", text=f"The pair who have done {count(jobs)} jobs together"),
        Option(
            id="tenure",
            text=f"The pair with {count(years)} years each at their agency",
            feedback="It sounds safe, and it is what brochures print. In the study, years at the firm were not consistently "
            "related to how well the work went. Having worked together was; so was experience in the role itself.",
        ),
        Option(
            id="either",
            text="No difference: both pairs are experienced",
            feedback="Experience is not one thing. Years at a firm, years in a role and jobs done together were measured "
            "apart in the study, and did not predict the same.",
        ),
        Option(
            id="fresh",
            text="Neither: two strangers bring fresh eyes",
            feedback="Fresh eyes can matter when you want ideas. This job is to deliver what has been agreed, and there "
            "the study found familiarity to help.",
        ),
    )
    return SingleChoice(
        id="one-task.familiar-or-senior",
        title="Together, or for long",
        prompt="Two pairs offer to do this work from now on, at the same price: "
        f"{case.trade.stream.jobs}. The first have been at their "
        f"agency for {count(years)} years each and have never worked with one another. The second have been there for two years "
        f"and have done {count(jobs)} jobs together.\n\nWhich pair would a study of software teams lead you to expect more from?",
        options=draw.shuffled(options),
        key="together",
        hints=("What do two people know about each other after several jobs that no CV shows?",),
        praise="Yes. Huckman, Staats and Upton (2009) found that how often members had worked together went with better "
        "performance, while years at the firm did not do so consistently. It is one firm's software teams, observed and not "
        "randomised: a good reason to lean, not a law.",
    )


@item("one-task.ninety-five", "practice", "know-limits", 1.5)
def ninety_five(case: Case, draw: Draw) -> MultipleChoice:
    """What would the number need?"""
    needed = (
        Option(
            id="sample",
            text="Who was asked, how many, and how they were chosen",
            feedback="Without that, nobody knows what it is a percentage of.",
        ),
        Option(
            id="definition",
            text="What counted as a mistake, settled before the counting",
            feedback="If anything that went badly counts as the mistake, 95 % is easily reached.",
        ),
        Option(
            id="comparison",
            text="How those fared who did not make them",
            feedback="If the other 5 % fared no better, these are not mistakes.",
        ),
    )
    beside = (
        Option(
            id="fame",
            text="How well known the author is",
            feedback="A known name can repeat a number that nobody ever counted.",
        ),
        Option(
            id="shared",
            text="How often the number has been shared",
            feedback="Sharing copies a number. It does not check it.",
        ),
    )
    return MultipleChoice(
        id="one-task.ninety-five",
        title="“95 % get this wrong”",
        prompt="An article says that 95 % of people who outsource make the mistakes this course is about, and names no source. What "
        "would you need to know before you believed it?",
        options=draw.shuffled(needed + beside),
        key=tuple(option.id for option in needed),
        praise="We looked for a source of that number and found none, so this course does not use it. Ask the same three things of "
        "every percentage you are sold, ours included.",
    )


ITEMS = (familiar_or_senior, ninety_five)
