"""Where the advice fails: items that punish applying it blindly."""

from __future__ import annotations

from outsourcing_lessons.course.hiring_blind.setting import SCORED, good_of_100
from outsourcing_lessons.course.hiring_blind.twists import twist_of
from outsourcing_lessons.items.draw import Draw
from outsourcing_lessons.items.item import MultipleChoice, Number, Option, SingleChoice, Trap, apart
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import item


@item("hiring-blind.licensed", "when-wrong", "know-limits", 1.5)
def licensed(case: Case, draw: Draw) -> SingleChoice:
    """An expert whose work you can never judge, and need not."""
    twist, study = twist_of(case), draw.pick((60, 80, 120))
    options = (
        Option(
            id="substitutes", text=f"Take {twist.expert} whose licence you have checked, and pay for a second opinion"
        ),
        Option(
            id="learn-first",
            text=f"First learn the basics: {study} hours, and then choose with open eyes",
            feedback=f"That is the rule, followed where it costs most. {study} hours of yours are {case.money(study * case.hour)}, for one "
            "decision, and they would still not let you check an expert's reasoning.",
        ),
        Option(
            id="interview",
            text="Invite five, ask all of them the same questions about this field, and take the one with most marks",
            feedback="For that you would need to know the right answers, and this is a field in which you do not. Others have asked those "
            "questions already: that is what the licence is.",
        ),
        Option(
            id="cheapest",
            text="You cannot tell them apart in any case, so take the cheapest",
            feedback="You cannot tell them apart by their craft. By licence, liability and what a second one says, you can, "
            "and all of it before anything has gone wrong.",
        ),
    )
    return SingleChoice(
        id="hiring-blind.licensed",
        title="Too deep to learn",
        prompt=f"{twist.trouble} You know nothing of this field. It has never come up before and may never again.\n\nWhat do you do?",
        options=draw.shuffled(options),
        key="substitutes",
        hints=("Who has tested these people before you, and would answer for a mistake?",),
        praise="The point of an expert is that learning it yourself is dearer than what can go wrong. Where you cannot judge the work, "
        "buy the judgement: a licence, insurance, a warranty, a second opinion, part of the fee held back until the "
        "outcome is plain.",
    )


@item("hiring-blind.only-one", "when-wrong", "know-limits", 1.5)
def only_one(case: Case, draw: Draw) -> Number:
    """Nothing to select from."""
    base, wished = draw.pick((30, 40, 60, 70)), draw.pick((5, 8, 10))
    chosen = good_of_100(SCORED, base / 100, wished)
    return Number(
        id="hiring-blind.only-one",
        title="Only one applies",
        prompt=f"In your town {base} of 100 {twist_of(case).people} are good. You have spent ten hours on questions and "
        "marks, as this lesson says. One person applies. The work cannot wait, so you will take this one whatever the marks.\n\n"
        "In how many of 100 such cases will you have got a good one?",
        key=base,
        tolerance=0.5,
        low=0,
        high=100,
        unit="of 100",
        hints=("Which decision do the marks change?", "You take this one with high marks and with low ones."),
        praise=f"{base}, as if you had drawn lots. Among {wished} applicants the same questions would have given {chosen}. Knowing more "
        "helps only where you can say no. So put the ten hours into a smaller first piece, a test of done and a way out; or "
        "into finding a second applicant.",
        traps=tuple(
            trap
            for trap in apart(
                Trap(
                    id="as-if-many",
                    value=chosen,
                    tolerance=0.6,
                    feedback=f"That is the figure for choosing the best of {wished}. Here there is nobody else to take, so the marks change "
                    "nothing.",
                ),
                Trap(
                    id="share-of-base",
                    value=100 * SCORED,
                    tolerance=0.4,
                    feedback="0.42 says how well marks and work go together. It is no share of people.",
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
        otherwise="Would you ever act differently because of the marks? If not, they leave the share of good ones where it was.",
    )


@item("hiring-blind.hundred-times", "when-wrong", "know-limits", 1.5, ("menzies-2017",))
def hundred_times(case: Case, draw: Draw) -> SingleChoice:
    """The late fix that costs a hundred times as much."""
    weeks = draw.pick(("four", "six", "eight"))
    options = (
        Option(id="small", text="Write the test of done and what must not happen, and begin with a small paid piece"),
        Option(
            id="perfect",
            text=f"Take the {weeks} weeks: at a hundred to one, a single mistake found in time pays for all of them",
            feedback="At a hundred to one it would. But in the largest study of such problems, on software, waiting did not "
            "make them dearer consistently or by much.",
        ),
        Option(
            id="learn-all",
            text="Learn the craft in that time, so that the plan can be judged",
            feedback="The number makes this look cheap: if late mistakes cost a hundred times, any amount of learning pays. Take the hundred "
            "away and do the sum again, with your own numbers.",
        ),
        Option(
            id="no-plan",
            text="If the number is a myth, begin at once and write nothing down",
            feedback="The study says nothing of the kind. That late is not a hundred times dearer does not make a missing test of done "
            "free: you would not know when to stop.",
        ),
    )
    return SingleChoice(
        id="hiring-blind.hundred-times",
        title="A hundred times dearer",
        prompt=f"For {twist_of(case).work}, a consultant wants {weeks} weeks to plan everything down to the last detail, before anybody is asked for a "
        "price. “A mistake that is found late costs a hundred times as much. It has been measured.”\n\nWhat do you do?",
        options=draw.shuffled(options),
        key="small",
        hints=("Measured by whom, on what? And which small part of a plan would you not do without?",),
        praise="Menzies and others (2017) looked at 171 software projects, all run in one disciplined process. Waiting did not make problems "
        "dearer consistently or by much. Some it did: what you cannot undo deserves the planning. The rest "
        "you find sooner with a small piece than with a large plan.",
    )


@item("hiring-blind.set-aside", "when-wrong", "know-limits", 1.5, ("dol-2024", "dol-2026"))
def set_aside(case: Case, draw: Draw) -> MultipleChoice:
    """In which situations should the advice be set aside?"""
    twist = twist_of(case)
    apart_from_rule = (
        Option(
            id="nearly-all",
            text="Nine in ten who offer this do it well, and the tenth is soon noticed",
            feedback="With nine good ones in ten, lots would do nearly as well as you. There is hardly anything to gain.",
        ),
        Option(
            id="small",
            text="One small job, quickly undone if it turns out badly",
            feedback="Hours of learning for one small job that can be undone cost more than they can save. Try somebody.",
        ),
        Option(
            id="credence",
            text=f"One visit by {twist.expert}, in a field it takes years to learn",
            feedback="Learning it is dearer than what can go wrong. A licence and a second opinion do the judging.",
        ),
        Option(
            id="teach",
            text="You would sit with a contractor daily and teach them the work your way, at your hours",
            feedback="To be able to train them is the usual argument for learning the craft. But training and steering somebody like that is "
            "a sign of control, which most countries weigh when they tell an employee from a contractor. United States wage law does in its "
            "rule of 2024, and in the rule proposed in February 2026 to replace it. Check where you live.",
        ),
    )
    fits = (
        Option(
            id="many",
            text=f"Eight {twist.people} offer to work for you all of next year, and they differ widely",
            feedback="Many to choose from, much at stake, great differences: an evening spent on learning to choose is never better paid.",
        ),
        Option(
            id="hidden",
            text="Mistakes in this work show only months later, and some offers are plainly hollow",
            feedback="Where the work hides its quality, a test of done on the first day is the point of this lesson.",
        ),
    )
    chosen = draw.some(apart_from_rule, 3)
    return MultipleChoice(
        id="hiring-blind.set-aside",
        title="Set the advice aside",
        prompt="“Never hire for work that you do not understand yourself; learn the basics first.” In which of these is that poor advice?",
        options=draw.shuffled(chosen + fits),
        key=tuple(option.id for option in chosen),
        hints=(
            "Knowing more pays through better choices. Where is there no choice to improve, or none worth the hours?",
        ),
        praise="In each of them the learning costs more than the choice it improves. And the question is smaller than it "
        "looks: how to tell good work from poor, which is seldom the whole craft.",
    )


ITEMS = (licensed, only_one, hundred_times, set_aside)
