"""Recall on signs: what predicts good work, and what only reassures."""

from __future__ import annotations

from outsourcing_lessons.course.hiring_blind.twists import words_of
from outsourcing_lessons.items.draw import Draw
from outsourcing_lessons.items.item import MultipleChoice, Option, SingleChoice
from outsourcing_lessons.items.situation import Situation
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import item

YEARS = (
    Situation(
        prompt="Half of the {people} you could have are good. You always take the one with most years out of five. How many more good choices is "
        "that, in 100?",
        key="few",
        right="About {years_add} more than by drawing lots",
        wrong=(
            (
                "none",
                "No more than by drawing lots",
                "Almost, and not quite. They do tell something: {by_years} of 100 where lots give {by_lots}.",
            ),
            (
                "marks",
                "About {marks_add} more than by drawing lots",
                "That is what the interview with marks brings under the same conditions.",
            ),
            (
                "forty",
                "About forty more than by drawing lots",
                "No way of choosing shown in this lesson comes near it.",
            ),
            (
                "fewer",
                "About ten fewer: the old hands are tired",
                "It is a weak sign, and it points upwards. Years do no harm; they do hardly anything.",
            ),
        ),
        praise="{by_years} against {by_lots}. On the scale from 0 to 1, years of experience stand at 0.07 (Sackett and others, 2022).",
    ),
    Situation(
        prompt="In another market only 30 of 100 {people} are good. Again you take the one with most years out of five. How many of 100 such choices "
        "are good?",
        key="thirty-three",
        right="About {thirty_by_years} of 100",
        wrong=(
            (
                "half-good",
                "About {by_years} of 100",
                "That is where half are good. The years add a little to what there is, and here there is less.",
            ),
            ("thirty", "Not one more than 30", "Nearly. The link is weak and still there: it adds {thirty_years_add}."),
            (
                "by-marks",
                "About {thirty_by_marks} of 100",
                "That is what the interview with marks gives in this market. Years bring far less.",
            ),
            (
                "thirty-seven",
                "30 and 7, so 37 of 100",
                "0.07 says how years and work go together, where 1 is certainty. It is no share to be added.",
            ),
        ),
        praise="Lots would give 30, and the years lift it by {thirty_years_add}. They add to the market you are in; they do not change it.",
    ),
    Situation(
        prompt="{veteran} has {years} years in the work and {second} has the fewest. Years stand at 0.07 (Sackett and others, 2022). What do you do?",
        key="ask-both",
        right="Ask both the same questions, and go by the marks",
        wrong=(
            (
                "still-best",
                "Take {veteran}: a small link is better than none",
                "Than none, yes. But marks stand at 0.42, six times as high.",
            ),
            (
                "fresh",
                "Take {second}: whoever is new tries harder",
                "Nothing says so. The link is weak, and it does not point the other way.",
            ),
            (
                "middle",
                "Look for somebody in between, with about ten years",
                "A weak sign is no stronger in the middle. Ten years would tell you as little.",
            ),
            (
                "per-year",
                "Take {veteran}: 7 % better for each of {years} years",
                "0.07 is no rate of growth. It says how far years and work go together, on a scale from 0 to 1.",
            ),
        ),
        praise="The years are no reason to take anybody, and none to refuse. What the two say about the work tells you far more.",
    ),
    Situation(
        prompt="Years of experience stand at 0.07. About which of these does that figure say nothing?",
        key="with-you",
        right="How many jobs somebody has done for you",
        wrong=(
            (
                "since-training",
                "How many years ago the training was",
                "That is a way of counting years in the trade, which is what stands at 0.07.",
            ),
            (
                "cv",
                "How far back the first line of a CV goes",
                "That is what 0.07 is about: years, as a CV counts them.",
            ),
            (
                "same-work",
                "How many years somebody has done this work",
                "Just this was measured: years of experience at 0.07.",
            ),
            (
                "firm-years",
                "How many years a post was held",
                "Those are years too, in one place. What is missing is anything that you have seen yourself.",
            ),
        ),
        praise="Jobs done for you are a record, and what lesson 1 builds on. Years only say that time has passed.",
    ),
)


@item("hiring-blind.recall-years", "recall", "read-signs", 0.8, ("sackett-2022",))
def years(case: Case, draw: Draw) -> SingleChoice:
    """What years of experience are worth."""
    return draw.pick(YEARS).ask(draw, "hiring-blind.recall-years", "Years", **words_of(case))


BEST_SIGN = (
    Situation(
        prompt="Which of these went together best with later work in the summary of 2022?",
        key="marks",
        right="The same questions about the work for all, with marks",
        wrong=(
            (
                "sample",
                "A sample of the work, done for you",
                "It led in the summary of 1998, at 0.54. In that of 2022 it stands at 0.33.",
            ),
            (
                "reasoning",
                "A test of reasoning in general",
                "0.51 in 1998, and 0.31 in 2022. Among the better ones, and not the best.",
            ),
            (
                "talk",
                "A long and open conversation with room for what comes up",
                "0.19 in 2022. Length does not help when everybody is asked something else.",
            ),
            (
                "years",
                "Years of experience in the same kind of work, as the CV has them",
                "0.07 in 2022, and 0.18 in 1998. Near the end in both.",
            ),
        ),
        praise="0.42, level with a test of knowing the work (0.40). It takes five questions, and somebody who knows what a good answer is.",
    ),
    Situation(
        prompt="An old handbook goes by the summary of 1998. Which way of choosing does it put first?",
        key="sample-then",
        right="A sample of the work",
        wrong=(
            (
                "marks-then",
                "An interview with marks",
                "0.51 in 1998 and 0.42 in 2022. It leads in the new one, and did not in the old.",
            ),
            ("talk", "A free conversation", "It never led: 0.38 in 1998, and 0.19 in 2022."),
            ("years", "Years of experience", "Never anywhere near the top: 0.18 in 1998, and 0.07 in 2022."),
            (
                "knowledge",
                "A test of knowing the work",
                "0.48 in 1998 and 0.40 in 2022: near the top in both, first in neither.",
            ),
        ),
        praise="0.54 in 1998 and 0.33 in 2022, which corrects the same figures by less. How much is right is disputed. It is a fair sign in both.",
    ),
    Situation(
        prompt="Two interviews of half an hour. One stands at 0.19 and the other at 0.42. What has the second that the first has not?",
        key="same-and-marks",
        right="The same questions for all, and marks for the answers",
        wrong=(
            (
                "depth",
                "Room to go deep wherever the talk leads",
                "That is the first one, at 0.19. Everybody is asked something else.",
            ),
            (
                "ear",
                "A leader with long practice, and a trained ear for people",
                "It would still be a free talk. The gain comes from comparing answers, and a form does that.",
            ),
            (
                "in-person",
                "A table in between, and no screen",
                "Where it is held was not the difference. What is asked was.",
            ),
            (
                "character",
                "Questions about strengths, weaknesses and goals",
                "They can be answered without knowing the work, and have been rehearsed.",
            ),
        ),
        praise="It takes preparation, and a key by somebody who knows the work. An earlier summary agrees in direction, with other sizes.",
    ),
    Situation(
        prompt="You have one evening for five {people}. Which evening is the one at 0.42?",
        key="five-questions",
        right="Five questions about the work, put to all and marked by a key",
        wrong=(
            (
                "riddles",
                "The same riddles in logic for all, marked by a key",
                "Marks, and the wrong questions: reasoning in general stands at 0.31.",
            ),
            (
                "long-talk",
                "Half an hour with each, going where the talk leads",
                "The free conversation, at 0.19. You would compare five different talks.",
            ),
            (
                "years-table",
                "A table of all CVs with the years in each, added up by hand and checked twice",
                "It looks like measuring. What it measures stands at 0.07.",
            ),
            (
                "same-piece",
                "The same paid piece of the work for all five, laid side by side",
                "A sample of the work: 0.33. It is a good sign beside the marks, and not the one that stands at 0.42.",
            ),
        ),
        praise="The same questions, about the work, with marks fixed before. All three are needed.",
    ),
)


@item("hiring-blind.recall-best-sign", "recall", "read-signs", 0.8, ("sackett-2022", "schmidt-1998"))
def best_sign(case: Case, draw: Draw) -> SingleChoice:
    """Which way of choosing led, when, and what makes it so."""
    return draw.pick(BEST_SIGN).ask(draw, "hiring-blind.recall-best-sign", "The best sign", **words_of(case))


@item("hiring-blind.recall-references", "recall", "read-signs", 1.5, ("jorgensen-2016", "sackett-2022"))
def references(case: Case, draw: Draw) -> MultipleChoice:
    """Signs that reassure, and signs that predict."""
    weak = (
        Option(
            id="cv",
            text="A long and handsome CV",
            feedback="CVs fail to separate the competent from the incompetent among software providers (Jørgensen, 2016).",
        ),
        Option(
            id="reference",
            text="Two clients named by the provider, both content",
            feedback="Clients whom the provider picks are content ones. Reference clients too fail to separate good from bad "
            "(Jørgensen, 2016).",
        ),
        Option(
            id="talk",
            text="A free conversation that went well",
            feedback="0.19, less than half of what the same questions with marks tell.",
        ),
        Option(id="years", text="Most years in the trade", feedback="0.07, on a scale where drawing lots is 0."),
    )
    strong = (
        Option(
            id="answers",
            text="Good marks for answers to questions about the work",
            feedback="0.42: the sign that told most in the summary of 2022.",
        ),
        Option(
            id="knowledge",
            text="A good result in a test of knowing the work",
            feedback="0.40, level with the interview with marks.",
        ),
    )
    chosen = draw.some(weak, 3)
    return MultipleChoice(
        id="hiring-blind.recall-references",
        title="It only reassures",
        prompt="Which of these reassure more than they tell?",
        options=draw.shuffled(chosen + strong),
        key=tuple(option.id for option in chosen),
        praise="Each of them is easy to show, for the good and for the poor. Ask for what is easier for a good one.",
    )
