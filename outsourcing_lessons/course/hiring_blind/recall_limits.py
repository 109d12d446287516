"""Recall on two famous findings that prove less than is told of them: the unskilled, and the late fix."""

from __future__ import annotations

from outsourcing_lessons.course.hiring_blind.twists import words_of
from outsourcing_lessons.items.draw import Draw
from outsourcing_lessons.items.item import SingleChoice
from outsourcing_lessons.items.situation import Situation
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import item

WHEEL = (
    Situation(
        prompt="In a famous study of 1999 the bottom quarter of a test stood at place 12 and put itself at 62. People who spin a wheel give a similar "
        "picture. What does the wheel show?",
        key="cannot-tell",
        right="That this pattern alone cannot prove that the unskilled overrate themselves",
        wrong=(
            (
                "none",
                "That nobody overrates themselves",
                "It does not show that. People may well do so; this pattern is no proof, since a wheel makes it too.",
            ),
            (
                "confident",
                "That confident applicants are more often than not weaker than the modest ones",
                "On the wheel, what people say has nothing to do with how good they are. It can tell you nothing about the confident.",
            ),
            (
                "faked",
                "That the measurements of 1999 were wrong",
                "The measurements stand: 62 said, 12 true. What is in doubt is what they mean.",
            ),
            (
                "chance",
                "That the people in the study had only guessed, with no thought for how well they had done",
                "What they did, no wheel can tell. It shows that guessing alone would look much the same.",
            ),
        ),
        praise="Noise alone fits such data almost perfectly (Magnus and Peresetsky, 2022). So neither confidence nor modesty will do as a "
        "test of a provider.",
    ),
    Situation(
        prompt="Two {people} apply. One is sure of everything; the other doubts each answer and gives it all the same. What do you make of that?",
        key="neither",
        right="Nothing for either: mark their answers, and go by these",
        wrong=(
            (
                "overrates",
                "The sure one knows less: the unskilled overrate themselves",
                "That is the famous reading. The pattern behind it comes out of a wheel as well, so it is no proof.",
            ),
            (
                "underrates",
                "The doubter is better: true masters see how much is missing",
                "A fine thought. The pattern that is quoted for it comes out of a wheel as well.",
            ),
            (
                "sure-better",
                "The sure one is better: it comes of having done it often",
                "It may come of that, or of nothing. You cannot hear which.",
            ),
            (
                "middle",
                "Both are worse than somebody in between",
                "That would need a link between doubt and work, and nobody has shown one.",
            ),
        ),
        praise="How sure somebody sounds tells you how sure they sound. The same questions, with marks, tell you about the work.",
    ),
    Situation(
        prompt="Everybody spins a wheel from 0 to 100 and says that number as their own place in a test. Why does the bottom quarter seem to overrate "
        "itself, and by so much?",
        key="average",
        right="Its wheels stop at 50 on average, and its true place is about 12",
        wrong=(
            (
                "vanity",
                "It thinks better of itself than it should",
                "It thinks nothing: a wheel has spoken. The gap is there all the same.",
            ),
            (
                "tilted",
                "Its wheels stop at higher numbers than those of the other quarters",
                "All wheels are alike, and stop at 50 on average. What differs is the true place.",
            ),
            (
                "hard-test",
                "The test was too hard for it, so its guesses about it are worse",
                "No guess is worse or better here: all are wheels. Look at where the average of a wheel is, and at where they stand.",
            ),
            (
                "few",
                "It is too few people, so that chance plays a trick",
                "A thousand more would show it more clearly. It is no accident: 50 is above 12.",
            ),
        ),
        praise="50 said and about 12 true, with nobody thinking anything. The study found 62 and 12 (Kruger and Dunning, 1999): near enough to make "
        "one careful.",
    ),
    Situation(
        prompt="Everybody spins a wheel from 0 to 100 and says that number as their own place in a test. How does the top quarter come out?",
        key="underrates",
        right="As if it underrated itself, by nearly forty places",
        wrong=(
            (
                "right",
                "As if it knew exactly where it stands",
                "Its wheels stop at 50 on average, like everybody's. It stands at about 88.",
            ),
            (
                "overrates",
                "As if it overrated itself too, by nearly forty places",
                "Nobody can stand above 100, and the top quarter stands at about 88. The wheel says 50: that is lower.",
            ),
            (
                "less",
                "As if it overrated itself, and less than the bottom quarter did",
                "The bottom quarter stands below 50 and the top quarter above it. So the gap has another sign.",
            ),
            (
                "unclear",
                "Each time otherwise, as a wheel knows no rule",
                "One wheel does not. The average of many does: it is 50.",
            ),
        ),
        praise="50 said, about 88 true. So “the best are modest” comes out of a wheel too. Do not hire by it.",
    ),
)


@item("hiring-blind.recall-wheel", "recall", "know-enough", 0.8, ("kruger-1999", "magnus-2022"))
def recall_wheel(case: Case, draw: Draw) -> SingleChoice:
    """What the wheel shows, and what it does not."""
    return draw.pick(WHEEL).ask(draw, "hiring-blind.recall-wheel", "The wheel", **words_of(case))


LATE = (
    Situation(
        prompt="How much dearer are mistakes that are found late, by the largest study of it that we know?",
        key="no-rule",
        right="No consistent or large rise in 171 software projects",
        wrong=(
            (
                "hundred",
                "About a hundred times as much, in most of 171 projects",
                "That is the number often told. In these projects nothing like it appeared as a rule.",
            ),
            (
                "ten",
                "About ten times as much, a tenth of what is told",
                "A cautious guess, but the study found no general rise to cut down.",
            ),
            (
                "cheaper",
                "Less: late mistakes were generally the cheaper ones",
                "Nor that. Later work was not consistently or substantially greater; that is not the same as smaller.",
            ),
            (
                "doubles",
                "Twice as much with each month that goes by",
                "It has the look of a law. The study found a rise at most now and then, in certain kinds of projects.",
            ),
        ),
        praise="Menzies and others (2017). It is software only, and one disciplined process. Plan with care what you cannot undo, and find the "
        "rest with a small piece.",
    ),
    Situation(
        prompt="Which of these sentences may you say in a meeting, with the study by Menzies and others (2017) behind you?",
        key="careful",
        right="“In 171 software projects, late was not consistently or much dearer.”",
        wrong=(
            (
                "never",
                "“It has been shown that a late mistake never costs more than an early one.”",
                "Some do cost more. What was missing is a rise that holds consistently.",
            ),
            (
                "hundred",
                "“A mistake that is found late costs a hundred times as much.”",
                "That is the number which the study did not find.",
            ),
            (
                "no-plan",
                "“Planning does not pay, as 171 projects have shown.”",
                "It looked at what delay does to problems. Whether planning pays is another question.",
            ),
            (
                "cheaper",
                "“Waiting makes mistakes cheaper: it has been measured.”",
                "Not consistently dearer does not mean cheaper.",
            ),
        ),
        praise="No more than was found, and where. Whoever says “never” has made a new myth of it.",
    ),
    Situation(
        prompt="“171 projects show that late mistakes are no dearer. So we can decide about the load-bearing walls later.” What is wrong with that?",
        key="software",
        right="The 171 were software projects, and a wall is hard to undo",
        wrong=(
            (
                "opposite",
                "The study found that late mistakes are far dearer",
                "It did not: the rise was neither consistent nor large. The study is quoted nearly rightly, and used wrongly.",
            ),
            (
                "too-few",
                "171 projects are too few to learn anything from, in any trade",
                "It is the largest study of the question that we know. What is wrong is where it is carried to.",
            ),
            (
                "opinion",
                "It was an opinion and no count",
                "It was a count, of 171 projects. They were of another kind than a house.",
            ),
            (
                "nothing",
                "Nothing: what holds for 171 projects holds for a wall",
                "They were software projects, in which much can be changed with a keystroke. A wall cannot.",
            ),
        ),
        praise="A finding holds where it was found (Menzies and others, 2017). What cannot be undone deserves the planning in any trade.",
    ),
    Situation(
        prompt="There is no evidence that late mistakes cost a hundred times as much, as a rule. You are about to pay for {work}. What still deserves most care "
        "beforehand?",
        key="undo",
        right="Whatever cannot be undone afterwards",
        wrong=(
            (
                "everything",
                "Everything alike, since nobody knows where a mistake will be",
                "Then what can be undone in an hour gets as much care as what cannot. A small piece finds the rest sooner.",
            ),
            (
                "nothing",
                "Nothing: begin, and mend what breaks",
                "No rule does not mean no case. Some things cannot be mended.",
            ),
            (
                "dearest",
                "Whatever costs most to plan, as it is the most important",
                "What planning costs says nothing about what a mistake would.",
            ),
            (
                "first",
                "Whatever comes first in the schedule",
                "First is not the same as final. Ask of each step whether it can be taken back.",
            ),
        ),
        praise="Plan what you cannot take back, write the test of done, and find the rest with a small piece.",
    ),
)


@item("hiring-blind.recall-late", "recall", "know-limits", 0.8, ("menzies-2017",))
def late(case: Case, draw: Draw) -> SingleChoice:
    """The late fix: what was found, where, and what is left of the advice."""
    return draw.pick(LATE).ask(draw, "hiring-blind.recall-late", "Found late", **words_of(case))
