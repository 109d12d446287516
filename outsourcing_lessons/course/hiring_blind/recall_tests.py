"""Recall on testing: what a paid trial is good for, and what to learn before choosing."""

from __future__ import annotations

from outsourcing_lessons.course.hiring_blind.twists import words_of
from outsourcing_lessons.items.draw import Draw
from outsourcing_lessons.items.item import SingleChoice
from outsourcing_lessons.items.situation import Situation
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import item

FLOOR = (
    Situation(
        prompt="After the field experiment on trials, what would you still use a small paid piece for?",
        key="floor",
        right="To keep out those who cannot do it, and to find holes in the brief",
        wrong=(
            (
                "rank",
                "To rank those who can do it, by the piece and by nothing else",
                "Among those chosen it hardly predicted how the project went. As one sign of two it may serve; alone it is too weak.",
            ),
            (
                "free",
                "To get a part of the work done before paying",
                "Then the good ones, who have other work, will not take it. A trial is paid.",
            ),
            (
                "pressure",
                "To show who works best under pressure and who does not",
                "A trial can be done under pressure. That would test pressure, and you want to know about the work.",
            ),
            (
                "instead",
                "To do without questions and marks, which it makes superfluous",
                "Nothing in the experiment says that a trial can stand in for them. The two together tell more than either.",
            ),
        ),
        praise="A floor, pass or fail (Jørgensen and Grov, 2021). Sixteen projects are few, and still the only experiment that we found.",
    ),
    Situation(
        prompt="Three {people} did the same paid piece. All three passed, one of them brilliantly. The project is large. What do you go by now?",
        key="both-signs",
        right="By marks for their answers, and by the piece beside them",
        wrong=(
            (
                "brilliant",
                "By the piece alone: the best trial promises the best project",
                "That was hoped for, and tried. Among those who had been chosen the trial hardly told how the project would go. It is one sign.",
            ),
            (
                "price",
                "By the price alone, since all three are equally good now",
                "All three are above the floor. How far above, the piece has not told you; the price will not either.",
            ),
            (
                "quickest",
                "By the clock: whoever finished first knows the work best",
                "It is another way to rank by the trial alone. In the experiment ranking by it told little.",
            ),
            (
                "impression",
                "By the impression they made while they did it",
                "That is the free conversation once more, at 0.19.",
            ),
        ),
        praise="The pass kept out those who cannot do it. For the rest two signs tell more than one: marks stand at 0.42 and samples of the "
        "work at 0.33 (Sackett and others, 2022).",
    ),
    Situation(
        prompt="Your paid piece is {trial}. Five have tried, and all five failed at the same point. What do you look at first?",
        key="brief",
        right="At your brief, which may well leave something out",
        wrong=(
            (
                "five-poor",
                "At where you found them: five poor ones in a row",
                "It can happen. But five who stumble at one point have one thing in common, and you wrote it.",
            ),
            (
                "lower",
                "At the bar, which can be lowered until two of them pass",
                "Then the bar would measure your patience. First find out why it was missed.",
            ),
            (
                "no-trials",
                "At the idea of trials, which the experiment has refuted",
                "Sixteen projects are too few to refute them. As a floor, and as a test of the brief, they may do well.",
            ),
            (
                "pressure",
                "At their nerves, which a trial puts under pressure",
                "Nerves fail at different points. All five failed at one.",
            ),
        ),
        praise="A small piece tests two things, the provider and the brief. The brief is the cheaper one to mend.",
    ),
    Situation(
        prompt="Four ways to run a small paid piece with several {people}. Which of them uses it for what it is good for?",
        key="bar",
        right="A bar, written down before anybody starts: pass or fail",
        wrong=(
            (
                "ranking",
                "A ranking from first to last, and nothing else is asked",
                "The ranks are what hardly held in the experiment. They need a second sign beside them.",
            ),
            (
                "prize",
                "A prize for the best piece and nothing for the others",
                "It turns a floor into a race, and asks the losers to work for nothing. Good ones stay away.",
            ),
            (
                "unpaid",
                "No pay, so that only the keen ones come",
                "It keeps away those with other work, and these are often the good ones.",
            ),
            (
                "feeling",
                "No bar: you will see at once who is good",
                "A bar made afterwards is made for somebody. If you could see at once, you would not need a trial.",
            ),
        ),
        praise="Pass or fail first, and the same piece for all. How well it was done is then one sign, beside the marks for their answers.",
    ),
)


@item("hiring-blind.recall-floor", "recall", "weigh-trial", 0.8, ("jorgensen-2021", "sackett-2022"))
def floor(case: Case, draw: Draw) -> SingleChoice:
    """What a paid trial is good for."""
    return draw.pick(FLOOR).ask(draw, "hiring-blind.recall-floor", "A small paid piece", **words_of(case))


LEARN_WHAT = (
    Situation(
        prompt="You have one evening before you choose {role}. What do you learn?",
        key="test",
        right="How to tell good work from poor: questions, marks, a test of done",
        wrong=(
            (
                "craft",
                "The basics of the craft, far enough to do the simpler jobs yourself",
                "It takes far longer, and what improves a choice is a small part of it.",
            ),
            (
                "cv",
                "How to read a CV in that trade, line by line",
                "Reading CVs for years of experience brings {by_years} good choices of 100, where lots bring {by_lots}.",
            ),
            (
                "words",
                "The words of the trade, so as not to be taken for somebody who knows nothing",
                "Words make the talk smoother for both. A hollow offer uses them just as well.",
            ),
            (
                "prices",
                "What others pay for it, so as not to be overcharged",
                "Useful later. It tells you what the average one costs, and not who is above it.",
            ),
        ),
        praise="Choosing one of five when half are good, questions with marks take you from about {by_talk} good choices of 100 to about "
        "{by_marks}. Learn how to test; leave the craft to those you pay.",
    ),
    Situation(
        prompt="Half of the {people} are good, and you choose one of five. By free conversation {by_talk} of 100 choices are good. You turn the "
        "conversation into questions with marks. How many are good then?",
        key="by-marks",
        right="About {by_marks} of 100",
        wrong=(
            (
                "of-1998",
                "About {by_sample_1998} of 100",
                "So the summary of 1998 would have promised, at 0.54 for the best sign of its day. In 2022 the best stands at 0.42.",
            ),
            (
                "ninety-five",
                "About 95 of 100",
                "Marks at 0.42 are far from certainty. {still_wrong} of 100 choices still go wrong, so keep a way out.",
            ),
            (
                "barely",
                "About {barely} of 100",
                "The marks do more than that. The free talk stands at 0.19, and marks at more than twice as much.",
            ),
            (
                "by-years",
                "About {by_years} of 100",
                "That is what years of experience bring, and it is less than the free talk.",
            ),
        ),
        praise="That is {marks_over_talk} more good choices in 100. And {still_wrong} still go wrong: begin small even so.",
    ),
    Situation(
        prompt="When do you know enough to choose {role}?",
        key="poor-answer",
        right="When you can say how a poor answer to your questions sounds",
        wrong=(
            (
                "simple-job",
                "When you could do a simple job of it with your own hands, and nobody would notice",
                "You will pay somebody for that. Doing a simple job and judging a hard one are not the same skill.",
            ),
            (
                "follow",
                "When you can follow the talk without asking what words mean",
                "Then you understand what they say. Whether it is right is the other half.",
            ),
            (
                "sure",
                "When you feel sure of your judgement as you read the applications",
                "A feeling is cheap to have, and nobody has checked it.",
            ),
            (
                "course",
                "When you have finished a course",
                "It takes most of a year, and the craft is more than you need.",
            ),
        ),
        praise="Whoever can tell a poor answer from a good one can choose. Learn it from somebody who knows the work, and take notes.",
    ),
    Situation(
        prompt="You are about to pay somebody for {work}. Which of these may you leave to them?",
        key="tools",
        right="{free_choice}",
        wrong=(
            (
                "done",
                "When the work counts as done",
                "If they settle it, done is when they say so. This is the first thing to learn.",
            ),
            (
                "purpose",
                "Which of your customers it is for, and what these should notice",
                "Only you know it. Somebody who has to guess it builds something else.",
            ),
            (
                "full-marks",
                "Which answer to your questions earns full marks, and why it does",
                "Without it you will give marks for how well somebody talks. An expert can write it down for you.",
            ),
            ("access", "{access}", "No skill can find that out. They learn it from you, or from an accident."),
            (
                "never",
                "What must not happen, even if all the rest goes well",
                "You know what it would cost you. They find out by accident, if you leave it to them.",
            ),
        ),
        praise="It is theirs to choose, and you could not judge it. What the work is for, when it is done and what must not happen are yours.",
    ),
)


@item("hiring-blind.recall-learn-what", "recall", "know-enough", 0.8, ("sackett-2022",))
def learn_what(case: Case, draw: Draw) -> SingleChoice:
    """What to learn before choosing, what it brings, and when it is enough."""
    return draw.pick(LEARN_WHAT).ask(draw, "hiring-blind.recall-learn-what", "Enough to choose", **words_of(case))
