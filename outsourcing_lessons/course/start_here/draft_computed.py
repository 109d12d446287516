"""Two decisions on work that a machine drafts: which tasks are fit for it, and whether a draft is worth checking."""

from __future__ import annotations

from outsourcing_lessons.course.start_here.own_hour import unsold_hour
from outsourcing_lessons.items.item import MultipleChoice, Option, SingleChoice
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case, counted
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.money import readable

FIT = (
    ("seen", "A minute is enough to see whether the result is right", "What nobody can check, nobody can send out."),
    ("cheap", "A miss that slips through costs you an apology", "Where a miss costs little, a draft may be wrong at times."),
    ("shown", "Ten good results from earlier can be shown to it", "Good results are the best description of the work."),
    ("written", "The rules for it fit on a page that exists", "What is written down can be followed, by a person or a machine."),
)  # fmt: skip
UNFIT = (
    ("long", "It eats a whole day of every week", "That says how much there is to gain, not whether the draft can be trusted."),
    ("new", "It is different every time, and only you know how", "Then there is nothing to show, and you would write the page first."),
    ("late", "A mistake would come to light a year later", "Then checking today cannot find it. A draft that nobody can check is a bet."),
    ("dull", "Everybody here is tired of doing it", "A good reason to look for a way out. It does not make a draft right."),
)  # fmt: skip
CHECKS = ((6, 40), (6, 50), (3, 40), (12, 30), (12, 20))  # minutes to check a draft, how many drafts a week


@item("start-here.fit-for-a-draft", "practice", "sort-tasks", 1)
def fit(case: Case, draw: SeededRandom) -> MultipleChoice:
    """What makes a task fit for a machine's draft?"""
    right, wrong = draw.some(FIT, draw.pick((2, 3, 4))), draw.some(UNFIT, draw.pick((2, 3)))
    return MultipleChoice(
        title="Fit for a draft",
        prompt="A machine could write a first version of many tasks in a minute. What speaks for letting it, with a person who checks?",
        options=draw.shuffled(tuple(Option(id=i, text=text, feedback=why) for i, text, why in right + wrong)),
        key=tuple(i for i, *_ in right),
        hints=("When the draft is wrong: who sees it, when, and what has it cost by then?",),
        praise="It can be checked, a miss costs little, and it is written down: these three make a draft safe. How long the task takes only "
        "says what there is to gain.",
    )


@item("start-here.check-the-draft", "practice", "sort-tasks", 1)
def check(case: Case, draw: SeededRandom) -> SingleChoice:
    """Is a draft worth checking?"""
    minutes, drafts = draw.pick(CHECKS)
    misses, dear = draw.pick((2, 3)), draw.pick((True, False))
    checking = minutes * drafts / 60 * unsold_hour(case)
    damage = readable(checking / misses * draw.pick((2, 3) if dear else (0.25, 0.4)), 2)
    lost = case.money(misses * damage)
    check_all = Option(
        id="check-all",
        text=f"Check every draft: {case.about(checking)} of my time against {lost} of misses",
        feedback=""
        if dear
        else f"The checking takes {case.about(checking)} of your time, to save {lost}. Here the cure costs more than the harm.",
    )
    send = Option(
        id="send",
        text=f"Send them unchecked: {lost} of misses against {case.about(checking)} of my time",
        feedback=f"You save {case.about(checking)} of your time, and lose {lost}." if dear else "",
    )
    return SingleChoice(
        title="Check the draft?",
        prompt=f"A machine drafts {drafts} replies a week. You checked a week of them: {misses} were wrong. A check takes you "
        f"{counted(minutes, 'minute')}, and finds what is wrong. A wrong reply that goes out costs you {case.money(damage)}; a free hour of "
        f"yours is worth {case.money(unsold_hour(case))}. What now?",
        options=draw.shuffled(
            (
                check_all,
                send,
                Option(
                    id="first-ten",
                    text="Check the first ten, and trust it once they are right",
                    feedback=f"With {misses} wrong of {drafts}, the first ten are often all right. They say little of the next thirty.",
                ),
                Option(
                    id="reads-well",
                    text="Check those that read badly, and send the rest",
                    feedback="A wrong reply can read as well as a right one. Look at what it says, not at how.",
                ),
            )
        ),
        key="check-all" if dear else "send",
        praise=f"{drafts} checks of {counted(minutes, 'minute')} are {case.about(checking)} of your time. {misses} misses are {lost}. Count your own "
        "misses again each quarter: machines change, and so does your work.",
    )


ITEMS = (fit, check)
