"""The worksheet of lesson 02: what to know before hiring for one task."""

from __future__ import annotations

from outsourcing_lessons.blocks.sheet import Draw, Entry, Sheet, Worksheet
from outsourcing_lessons.course.hiring_blind.story_numbers import twist_of
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.trade import Slots


def know_enough_card(case: Case) -> Worksheet:
    """Return the know-enough card with examples from the learner's trade."""
    twist = twist_of(case)
    return Worksheet(
        id="hiring-blind.know-enough-card",
        title="Your know-enough card",
        purpose="One task that you will buy and cannot judge. Ten minutes now; take it to the first talk.",
        sheets=(
            _task(twist),
            Sheet(
                title="Five questions I must be able to answer",
                help="You need no craft for these. A gap tells you whom to ask.",
                fields=(
                    Entry(
                        id="purpose",
                        label=f"What is it for, and how would a {case.trade.buyer} notice that it is bad?",
                        type="area",
                    ),
                    Entry(id="size", label="How much is there, and by when?", example=twist.size),
                    Entry(id="ought", label="What should it cost, before I see an offer?"),
                    Entry(id="never", label="What must not happen, or be touched?", example=twist.access),
                    Entry(
                        id="market",
                        label="Who offers this, who is new, and what can the good ones show me?",
                        type="area",
                    ),
                ),
            ),
            Sheet(
                title="The test of done",
                help="Something to count, open, measure or try on a stranger. It must come out differently if nothing was done.",
                fields=(
                    Entry(id="done", label="It is done when …", type="area", example=twist.test),
                    Entry(id="who", label="Who runs the test, and when"),
                    Entry(
                        id="substitute",
                        label="If it shows only later, or nobody here could: which warranty, licence or second opinion",
                    ),
                ),
            ),
            Sheet(
                title="The talk, with scores",
                help="The same questions for everyone, in this order. 0, 1 or 2 points for each answer, at once. Have the key corrected by somebody who knows "
                "the work and will not bid for it.",
                rows=3,
                fields=(
                    Entry(id="question", label="Question about the work", example=twist.question),
                    Entry(id="strong", label="2 points if the answer …", example=twist.strong),
                    Entry(id="weak", label="0 points if the answer …", example=twist.weak),
                ),
            ),
            _key(case),
            _piece(case, twist),
            Sheet(
                title="One commitment",
                help="One thing, small enough to be done this week.",
                fields=(
                    Entry(
                        id="commitment",
                        label="I will …",
                        example="ask somebody who knows this work to correct my three questions",
                        promise=True,
                    ),
                    Entry(id="by", label="By", type="date"),
                ),
            ),
        ),
    )


def _task(twist: Slots) -> Sheet:
    return Sheet(
        title="The task",
        fields=(
            Entry(id="task", label="What I want to hand over", example=twist.work),
            Entry(id="wrong-choice", label="A wrong choice would cost me, in money and hours", type="number"),
            Entry(id="stop", label="I learn no more than … hours for this", type="number", example="4"),
        ),
        draws={
            "task": Draw(
                worksheet="start-here.task-map",
                field="task",
                said="your task map",
                only={"decision": ("delegate",), "skill": ("much",)},
            )
        },
    )


def _key(case: Case) -> Sheet:
    return Sheet(
        title="The key",
        help="An hour of somebody who knows the craft. If nobody can lend you one, this method stops: buy the judgement instead.",
        fields=(
            Entry(id="key-from", label="Who corrects my questions, and what I pay for the hour"),
            Entry(
                id="machine",
                label="What a machine may be used for, which of our data may go into it, and who checks",
                example=f"for drafts; no names of {case.trade.buyers}; whoever sends it to us has checked it",
            ),
        ),
    )


def _piece(case: Case, twist: Slots) -> Sheet:
    return Sheet(
        title="The paid piece",
        help="Pass or fail first. It may keep out the unfit, and it shows the holes in the brief. How well it was done is one weak sign: "
        "weigh it with the scores, and never rank by it alone. Watch ten minutes of it.",
        fields=(
            Entry(id="piece", label="A small real piece", example=twist.trial),
            Entry(
                id="pay", label="Hours and pay", example=f"2 hours at {case.money(case.rate(case.trade.newcomer_rate))}"
            ),
            Entry(id="pass", label="Passed if …"),
        ),
    )
