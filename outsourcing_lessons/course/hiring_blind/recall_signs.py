"""Recall on signs: what predicts good work, what only reassures, and what a market does without either."""

from __future__ import annotations

from outsourcing_lessons.course.case import Case
from outsourcing_lessons.course.hiring_blind.twists import twist_of
from outsourcing_lessons.course.lesson import item
from outsourcing_lessons.items.draw import Draw
from outsourcing_lessons.items.item import MultipleChoice, Option, SingleChoice


@item("hiring-blind.recall-years", "recall", "read-signs", 0.8, ("sackett-2022",))
def years(case: Case, draw: Draw) -> SingleChoice:
    """What years of experience are worth."""
    options = (
        Option(id="four", text="About four more than by drawing lots"),
        Option(
            id="none", text="No more than by drawing lots",
            feedback="Almost, and not quite. They do tell something: 54 of 100 where lots give 50.",
        ),
        Option(
            id="quarter", text="About 24 more than by drawing lots",
            feedback="That is what the interview with marks brings under the same conditions.",
        ),
        Option(
            id="forty", text="About forty more than by drawing lots",
            feedback="No way of choosing shown in this lesson comes near it.",
        ),
    )
    return SingleChoice(
        id="hiring-blind.recall-years",
        title="Most years of five",
        prompt=f"Half of the {twist_of(case).people} you could have are good. You always take the one with most years out of five. How many more "
        "good choices is that, in 100?",
        options=draw.shuffled(options),
        key="four",
        praise="54 against 50. On the scale from 0 to 1, years of experience stand at 0.07 (Sackett and others, 2022).",
    )


@item("hiring-blind.recall-best-sign", "recall", "read-signs", 0.8, ("sackett-2022", "schmidt-1998"))
def best_sign(case: Case, draw: Draw) -> SingleChoice:
    """Which method led in 2022."""
    options = (
        Option(id="marks", text="The same questions about the work for all, with marks"),
        Option(
            id="sample", text="A sample of the work",
            feedback="It led in the summary of 1998, at 0.54. In that of 2022 it stands at 0.33.",
        ),
        Option(
            id="reasoning", text="A test of reasoning in general",
            feedback="0.51 in 1998, and 0.31 in 2022. Among the better ones, and not the best.",
        ),
        Option(
            id="talk", text="A long and open conversation with room for what comes up",
            feedback="0.19 in 2022. Length does not help when everybody is asked something else.",
        ),
    )
    return SingleChoice(
        id="hiring-blind.recall-best-sign",
        title="First in 2022",
        prompt="Which of these went together best with later work in the summary of 2022?",
        options=draw.shuffled(options),
        key="marks",
        praise="0.42, before a test of knowing the work (0.40). It is also among the cheapest: paper, five questions, one evening.",
    )


@item("hiring-blind.recall-lemons", "recall", "read-signs", 0.8, ("akerlof-1970",))
def lemons(case: Case, draw: Draw) -> SingleChoice:
    """Who leaves first?"""
    options = (
        Option(id="best", text="The best, since they cost more than the average"),
        Option(
            id="worst", text="The worst, since nobody hires them a second time",
            feedback="That takes buyers who can tell. Here they cannot, so the worst are paid like everybody else and are glad to stay.",
        ),
        Option(
            id="dearest", text="The dearest, who were only overcharging all along",
            feedback="They may be dear because they are good. A buyer who cannot tell the two apart loses both.",
        ),
        Option(
            id="nobody", text="Nobody: the average price is fair to all",
            feedback="It is fair to the average. Whoever could earn more elsewhere goes there.",
        ),
    )
    return SingleChoice(
        id="hiring-blind.recall-lemons",
        title="Who leaves?",
        prompt="Buyers cannot see quality and pay what the average is worth. Who leaves the market first?",
        options=draw.shuffled(options),
        key="best",
        praise="Then the average falls, and the price after it, and the next best leave (Akerlof, 1970). What stops the slide is "
        "a sign that can be checked.",
    )


@item("hiring-blind.recall-references", "recall", "read-signs", 1.5, ("jorgensen-2016", "lin-2010"))
def references(case: Case, draw: Draw) -> MultipleChoice:
    """Signs that reassure, and signs that predict."""
    weak = (
        Option(
            id="cv", text="A long and handsome CV",
            feedback="CVs failed to separate the competent from the incompetent among software providers (Jørgensen, 2016).",
        ),
        Option(
            id="reference", text="Two clients named by the provider, both content",
            feedback="Clients whom the provider picks are content ones. Reference clients too failed to separate good from bad "
            "(Jørgensen, 2016).",
        ),
        Option(
            id="certificate", text="A certificate from the platform",
            feedback="Certificates did not even raise the chance of winning a contract: other buyers did not count on them (Lin and "
            "others, 2010).",
        ),
        Option(
            id="years", text="Most years in the trade",
            feedback="0.07, on a scale where drawing lots is 0.",
        ),
    )
    strong = (
        Option(
            id="answers", text="Good marks for answers to questions about the work",
            feedback="0.42: the sign that told most in the summary of 2022.",
        ),
        Option(
            id="knowledge", text="A good result in a test of knowing the work",
            feedback="0.40: second only to the interview with marks.",
        ),
    )
    chosen = draw.some(weak, 3)
    return MultipleChoice(
        id="hiring-blind.recall-references",
        title="It only reassures",
        prompt="Which of these reassure more than they tell?",
        options=draw.shuffled(chosen + strong),
        key=tuple(option.id for option in chosen),
        praise="They are the signs that cost least to show, for the good and for the poor. Ask for what is easier for a good one.",
    )


ITEMS = (years, best_sign, lemons, references)
