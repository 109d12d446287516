"""The worksheet of lesson 04: a hand-over sheet."""

from __future__ import annotations

from outsourcing_lessons.blocks.sheet import Draw, Entry, Sheet, Worksheet
from outsourcing_lessons.course.managing_not_replacing.story_numbers import story_numbers, twist_of
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.trade import Slots, first_name

# How the learner sees which parts are not for the person who takes the decision over.
PRIVATE = "For you alone"
# Each way of this lesson, and what the task map calls it.
WAYS = {"drop": "eliminate", "automate": "automate", "delegate": "delegate", "keep": "keep"}


def hand_over_sheet(case: Case) -> Worksheet:
    """Return the hand-over sheet with examples from the learner's trade."""
    trade, twist = case.trade, twist_of(case)
    helper, limit = first_name(trade.freelancer), case.money(story_numbers(case).limit)
    return Worksheet(
        id="managing-not-replacing.hand-over-sheet",
        title="Your hand-over sheet",
        purpose="For one decision that comes to you every week. The page and its measures are for the person who takes it over; what is headed "
        f"“{PRIVATE}” stays with you.",
        sheets=(
            _four_ways(twist),
            Sheet(
                title="The decision I hand over",
                fields=(
                    Entry(
                        id="decision",
                        label="From Monday, who (or which machine) may do what without asking",
                        example=f"{helper}: {twist.rule.format(sum='the limit below')}",
                    ),
                    Entry(
                        id="level",
                        label="They tell me: before, the same day, or by a weekly figure",
                        example="by a weekly figure",
                    ),
                ),
            ),
            Sheet(
                title="The page",
                help="Test it: let two people read it apart and tell you what they would do.",
                fields=(
                    Entry(
                        id="trigger",
                        label="Trigger: it begins when …",
                        example=f"at nine and at two, for each new {twist.matter}",
                    ),
                    Entry(id="inputs", label="Inputs, and where they are", example=twist.needs),
                    Entry(id="steps", label="Steps", type="area", example=twist.steps),
                    Entry(
                        id="check",
                        label="Quality check before it goes out",
                        example=f"right {twist.asker}, right sum, entry in the log",
                    ),
                    Entry(id="exceptions", label="Exceptions: stop and call when …", type="area", example=twist.stop),
                    Entry(id="limit", label="Limit of authority: up to", type="number", example=limit),
                    Entry(id="home", label="Where page, log and access are kept (a place of ours)"),
                    Entry(
                        id="review",
                        label="I read this page again on",
                        type="date",
                        reminder="I read this page again",
                        of_page=True,
                    ),
                ),
                draws={"home": Draw(worksheet="one-task.bench-plan", field="home", said="your bench plan")},
            ),
            Sheet(
                title="What we both watch",
                help="Two or three that cannot be met without doing the work. For a machine: how many I read, picked at random, and when it stops.",
                rows=3,
                fields=(
                    Entry(id="measure", label="Measure", example=f"{twist.asker}s who come back about the same thing"),
                    Entry(id="bound", label="I look closer from", example="1 in 10"),
                    Entry(id="when", label="I look at it on", example="Fridays, half an hour"),
                ),
            ),
            _if_they_leave(),
            Sheet(
                title=f"{PRIVATE}: one commitment",
                private=True,
                fields=(
                    Entry(
                        id="commitment",
                        label="I will …",
                        example=f"hand {helper} this page and answer none of these questions for a week",
                        promise=True,
                    ),
                    Entry(id="by", label="By", type="date"),
                ),
            ),
        ),
    )


def _if_they_leave() -> Sheet:
    return Sheet(
        title=f"{PRIVATE}: if they leave",
        private=True,
        fields=(
            Entry(id="second", label="Second person, and their real day of it each month"),
            Entry(
                id="hand-over",
                label="Hand-over agreed for the last two weeks",
                example="one week side by side with the successor",
            ),
        ),
    )


def _four_ways(twist: Slots) -> Sheet:
    return Sheet(
        title=f"{PRIVATE}: four tasks, four ways",
        private=True,
        help="One task of yours for each. Stop before you automate, and automate before you delegate.",
        fields=(
            Entry(id="drop", label="I stop doing", example=twist.drops[0].task.lower()),
            Entry(id="automate", label="A machine could do", example=twist.automates[1].task.lower()),
            Entry(id="delegate", label="Somebody else could decide (who: one of us, or a provider?)"),
            Entry(id="keep", label="I keep", example=twist.keeps[0].task.lower()),
        ),
        draws={
            name: Draw(
                worksheet="start-here.task-map", field="task", said="your task map", only={"decision": (decision,)}
            )
            for name, decision in WAYS.items()
        },
    )
