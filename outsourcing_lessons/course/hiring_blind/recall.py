"""Recall: short items, answered from memory, which also come back later."""

from __future__ import annotations

from outsourcing_lessons.course.case import Case
from outsourcing_lessons.course.hiring_blind import recall_signs
from outsourcing_lessons.course.hiring_blind.twists import twist_of
from outsourcing_lessons.course.lesson import item
from outsourcing_lessons.items.draw import Draw
from outsourcing_lessons.items.item import Number, Option, SingleChoice, Trap, apart
from outsourcing_lessons.models import selection
from outsourcing_lessons.money import plain


@item("hiring-blind.recall-one-pass", "recall", "weigh-trial", 1.5)
def one_pass(case: Case, draw: Draw) -> Number:
    """Ten good ones, ten poor ones, one trial."""
    passes, slips = draw.pick(((9, 3), (9, 1), (8, 2), (6, 2), (6, 4), (8, 4)))
    key = round(100 * passes / (passes + slips), 1)
    return Number(
        id="hiring-blind.recall-one-pass",
        title="Who passed",
        prompt=f"Ten good and ten poor providers take a trial. {passes} of the good ones pass, and {slips} of the poor ones. You meet one who "
        "passed. How likely is it that this one is good?",
        key=key,
        tolerance=1,
        low=0,
        high=100,
        unit="%",
        hints=(f"{passes + slips} have passed.",),
        praise=f"{passes} of the {passes + slips} who passed: {plain(key)} %.",
        traps=tuple(
            trap for trap in apart(
                Trap(
                    id="of-the-good", value=10 * passes, tolerance=0.5,
                    feedback=f"That is how many of the good ones pass. Look at those who passed, all {passes + slips} of them.",
                ),
                Trap(
                    id="of-all", value=5 * passes, tolerance=0.5,
                    feedback="You divided by all twenty. Those who failed are out of it: this one passed.",
                ),
                Trap(
                    id="half", value=50, tolerance=0.4,
                    feedback="That was so before the trial. A pass counts for something.",
                ),
            ) if abs(trap.value - key) > trap.tolerance + 1
        ),
        otherwise="Good ones who passed, over all who passed.",
    )


@item("hiring-blind.recall-floor", "recall", "weigh-trial", 0.8, ("jorgensen-2021",))
def floor(case: Case, draw: Draw) -> SingleChoice:
    """What a paid trial is good for."""
    options = (
        Option(id="floor", text="To keep out those who cannot do it, and to find holes in the brief"),
        Option(
            id="rank", text="To find the best of those who can do it, by how well the piece is done",
            feedback="For that it was tried, and it disappointed: among those chosen it hardly predicted how the project went.",
        ),
        Option(
            id="free", text="To get a part of the work done before paying",
            feedback="Then the good ones, who have other work, will not take it. A trial is paid.",
        ),
        Option(
            id="pressure", text="To show who works best under pressure",
            feedback="A trial can be done under pressure. That would test pressure, and you want to know about the work.",
        ),
    )
    return SingleChoice(
        id="hiring-blind.recall-floor",
        title="What a trial is for",
        prompt="After the field experiment on trials, what would you still use a small paid piece for?",
        options=draw.shuffled(options),
        key="floor",
        praise="A floor, pass or fail (Jørgensen and Grov, 2021). Sixteen projects are few, and still the only experiment that we found.",
    )


@item("hiring-blind.recall-learn-what", "recall", "know-enough", 0.8, ("sackett-2022",))
def learn_what(case: Case, draw: Draw) -> SingleChoice:
    """What to spend the evening on."""
    options = (
        Option(id="test", text="How to tell good work from poor: questions, marks, a test of done"),
        Option(
            id="craft", text="The basics of the craft, far enough to do the simpler jobs yourself",
            feedback="It takes far longer, and what improves a choice is a small part of it.",
        ),
        Option(
            id="cv", text="How to read a CV in that trade, line by line",
            feedback="Reading CVs for years of experience brings 54 good choices of 100, where lots bring 50.",
        ),
        Option(
            id="words", text="The words of the trade, so as not to be taken for somebody who knows nothing",
            feedback="Words make the talk smoother for both. A hollow offer uses them just as well.",
        ),
    )
    return SingleChoice(
        id="hiring-blind.recall-learn-what",
        title="One evening",
        prompt=f"You have one evening before you choose {twist_of(case).role}. What do you learn?",
        options=draw.shuffled(options),
        key="test",
        praise="Choosing one of five when half are good, that evening takes you from about 61 good choices of 100 to about 74. Learn how to "
        "test; leave the craft to those you pay.",
    )


@item("hiring-blind.recall-only-one", "recall", "know-limits", 1.5)
def only_one(case: Case, draw: Draw) -> Number:
    """One applicant, taken whatever the marks."""
    base = draw.pick((20, 30, 40, 60, 70, 80))
    best = 100 * float(selection.success_ratio(base / 100, 0.42, 0.2))
    return Number(
        id="hiring-blind.recall-only-one",
        title="No choice",
        prompt=f"{base} of 100 providers are good. One applies, and you take this one whatever your questions show. How many of 100 such "
        "choices are good?",
        key=base,
        tolerance=0.5,
        low=0,
        high=100,
        unit="of 100",
        hints=("What do the questions change?",),
        praise=f"{base}. Out of five, the questions would have made it {plain(best)}. Judging pays only where you may say no.",
        traps=apart(
            Trap(
                id="as-if-five", value=best, tolerance=0.7,
                feedback="So it would be with five to choose from. Here the answer was yes before the first question.",
            ),
            Trap(
                id="all", value=100, tolerance=0.4,
                feedback="Asking well does not make the one who came any better.",
            ),
        ),
        otherwise="If the questions change nothing, the share of good ones stays what it is in the market.",
    )


@item("hiring-blind.recall-wheel", "recall", "know-enough", 0.8, ("kruger-1999", "magnus-2022"))
def recall_wheel(case: Case, draw: Draw) -> SingleChoice:
    """What the wheel shows, and what it does not."""
    options = (
        Option(id="cannot-tell", text="That this pattern alone cannot prove that the unskilled overrate themselves"),
        Option(
            id="none", text="That nobody overrates themselves",
            feedback="It does not show that. People may well do so; this pattern is no proof, since a wheel makes it too.",
        ),
        Option(
            id="confident", text="That confident applicants are more often than not weaker than the modest ones",
            feedback="On the wheel, what people say has nothing to do with how good they are. It can tell you nothing about the confident.",
        ),
        Option(
            id="faked", text="That the measurements of 1999 were wrong",
            feedback="The measurements stand: 62 said, 12 true. What is in doubt is what they mean.",
        ),
    )
    return SingleChoice(
        id="hiring-blind.recall-wheel",
        title="What the wheel shows",
        prompt="In a famous study the bottom quarter of a test stood at place 12 and put itself at 62. People who spin a wheel give a like "
        "picture. What does the wheel show?",
        options=draw.shuffled(options),
        key="cannot-tell",
        praise="Noise alone fits such data almost perfectly (Magnus and Peresetsky, 2022). So neither confidence nor modesty will do as a "
        "test of a provider.",
    )


@item("hiring-blind.recall-late", "recall", "know-limits", 0.8, ("menzies-2017",))
def late(case: Case, draw: Draw) -> SingleChoice:
    """The late fix."""
    options = (
        Option(id="no-rule", text="No evidence of such a rule in 171 software projects"),
        Option(
            id="hundred", text="About a hundred times as much, in most of 171 projects",
            feedback="That is the number often told. In these projects nothing like it appeared as a rule.",
        ),
        Option(
            id="ten", text="About ten times as much, a tenth of what is told",
            feedback="A cautious guess, but the study found no general rise to cut down.",
        ),
        Option(
            id="cheaper", text="Less: late mistakes were generally the cheaper ones",
            feedback="Nor that. It found no evidence that waiting makes them dearer, as a rule.",
        ),
    )
    return SingleChoice(
        id="hiring-blind.recall-late",
        title="Found late",
        prompt="How much dearer are mistakes that are found late, by the largest study of it that we know?",
        options=draw.shuffled(options),
        key="no-rule",
        praise="Menzies and others (2017). It is software only. Plan with care what you cannot undo, and find the rest with a small piece.",
    )


ITEMS = (*recall_signs.ITEMS, one_pass, floor, learn_what, only_one, recall_wheel, late)
