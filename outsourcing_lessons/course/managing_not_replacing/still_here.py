"""The first question of lesson 04: the work has gone, and what has stayed?"""

from __future__ import annotations

from outsourcing_lessons.course.managing_not_replacing.setting import first_name, twist_of
from outsourcing_lessons.items.draw import Draw
from outsourcing_lessons.items.item import SingleChoice
from outsourcing_lessons.items.situation import Situation
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import item

SITUATIONS = (
    Situation(
        prompt="{owner} handed {work} over. What has stayed with {owner} all the same?",
        key="decision",
        right="The decision: each one still has to wait for {owner}",
        praise="Yes. {helper} does the work and {owner} still decides, so everybody waits for {owner}. This lesson is about handing over "
        "the decision as well, and about what you must then keep watching.",
        wrong=(
            (
                "work",
                "The work: the helper leaves too much of it undone",
                "{helper} reads every {matter}, sees what is to be decided, and asks well. The work has been handed over.",
            ),
            (
                "skill",
                "The skill: the helper has not learned enough yet",
                "Nothing suggests that {helper} could not answer. Nobody has said that {helper} may, and up to what sum.",
            ),
            (
                "nothing",
                "Nothing: a helper who asks is a helper who takes care",
                "The care is real, and so is the trouble: the question was good, and nobody waits for ever.",
            ),
            (
                "effort",
                "The effort: the owner ought to be quicker with an answer",
                "Ten minutes for an answer is quick. It lay there for hours before anybody began on it.",
            ),
        ),
    ),
    Situation(
        prompt="Suppose that {helper} had known the right answer at ten past nine. What would still have been missing in order to send it?",
        key="permission",
        right="Permission: nobody has said that {helper} may",
        praise="Knowing the answer and being allowed to give it are two things. {owner} handed over {work} and kept the second. This lesson is "
        "about handing over that one too, and about what to watch afterwards.",
        wrong=(
            (
                "skill",
                "Skill: a good helper would have known how to put it",
                "The question shows that {helper} can put things well. It was a question because it had to be one.",
            ),
            (
                "time",
                "Time: there is too much for one person to do",
                "{helper} had the time to write and then to wait. It is the owner's time that was short.",
            ),
            (
                "tool",
                "A tool: the answer could have come by itself",
                "A machine would need the same thing first: somebody who says what it may answer, and up to what sum.",
            ),
            (
                "care",
                "Care: an answer has to be read by a second person",
                "For some it has to. Here nobody had asked for a second reader; everything went to {owner}, large or small.",
            ),
        ),
    ),
    Situation(
        prompt="{owner} can say one sentence to {helper}. Which would spare {customer} the most waiting in future?",
        key="may",
        right="“Up to a sum that we agree on, you decide that yourself.”",
        praise="Then the next such question need not wait at all. The work was handed over months ago; with this sentence, a decision goes too. What to "
        "write beside it, and what to watch, is what this lesson is about.",
        wrong=(
            (
                "always",
                "“Ask me at any time, my door is always open.”",
                "The door was open, and the question lay behind it for hours. A kind word does not shorten a queue.",
            ),
            (
                "evening",
                "“Put all of your questions into one message in the evening.”",
                "{owner} would be interrupted less, and every question would wait until evening.",
            ),
            (
                "look-first",
                "“Look everything up before you ask me.”",
                "It may shorten the ten minutes that {owner} needs. The hours before that stay as they are.",
            ),
            (
                "careful",
                "“Please be a little more careful with each of them.”",
                "{helper} is careful. That is why there was a question.",
            ),
        ),
    ),
)


@item("managing-not-replacing.still-here", "practice", "hand-over", 1)
def still_here(case: Case, draw: Draw) -> SingleChoice:
    """What was handed over, and what was not?"""
    twist, trade = twist_of(case), case.trade
    words = {
        "owner": first_name(trade.owner), "helper": first_name(trade.freelancer), "customer": first_name(trade.customer),
        "work": twist.work, "matter": twist.matter,
    }  # fmt: skip
    return draw.pick(SITUATIONS).ask(
        draw,
        "managing-not-replacing.still-here",
        "What stayed behind",
        hints=("What is the question waiting for?",),
        **words,
    )


ITEMS = (still_here,)
