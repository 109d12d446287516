"""The worksheet of the last lesson: where the dials go, and thirty days."""

from __future__ import annotations

from outsourcing_lessons.blocks.sheet import Draw, Entry, Offer, Sheet, Worksheet
from outsourcing_lessons.course.turn_the_dials.game import dials_to_keep
from outsourcing_lessons.lessons.case import Case

DIALS = (
    "People I keep for my main work",
    "How I choose them",
    "What goes to a company",
    "Decisions I hand over",
    "What I automate",
    "What I watch, and how often",
)


TASKS, BENCH, HAND_OVER = "start-here.task-map", "one-task.bench-plan", "managing-not-replacing.hand-over-sheet"
HAND_OVER_SAID = "your hand-over sheet"
# Whose commitments become the four weeks.
EARLIER = (
    (BENCH, "your bench plan"),
    ("hiring-blind.know-enough-card", "your know-enough card"),
    ("companies-over-people.provider-comparison", "your comparison"),
    (HAND_OVER, HAND_OVER_SAID),
)


def thirty_days(case: Case) -> Worksheet:
    """Return the plan for thirty days."""
    return Worksheet(
        id="turn-the-dials.thirty-days",
        title="Your next thirty days",
        purpose="Six dials and four weeks. The dates go into your calendar with the playbook.",
        sheets=(
            Sheet(
                title="Where I set the dials",
                help="Where each dial is now, where you want it, and how you will know.",
                rows=6,
                offer=Offer(
                    item="turn-the-dials.game", field="then", label="Take over my best year", dials=dials_to_keep()
                ),
                fields=(
                    Entry(id="dial", label="Dial"),
                    Entry(id="now", label="Now"),
                    Entry(id="then", label="In three months"),
                    Entry(id="measure", label="How I will know"),
                ),
                start={f"dial.{row}": dial for row, dial in enumerate(DIALS, 1)},
                draws={
                    "then.1": Draw(worksheet=BENCH, field="who", said="your bench plan"),
                    "then.4": Draw(worksheet=HAND_OVER, field="decision", said=HAND_OVER_SAID),
                    "then.5": Draw(worksheet=HAND_OVER, field="automate", said=HAND_OVER_SAID),
                    "measure.4": Draw(worksheet=HAND_OVER, field="measure", said=HAND_OVER_SAID),
                    "then.6": Draw(worksheet=HAND_OVER, field="when", said=HAND_OVER_SAID),
                },
            ),
            Sheet(
                title="Week by week",
                rows=4,
                fields=(
                    Entry(
                        id="step",
                        label="What I do",
                        example=f"give {case.trade.freelancer} the second job, with the brief",
                        promise=True,
                    ),
                    Entry(id="until", label="By", type="date"),
                ),
                draws={
                    f"{here}.{row}": Draw(worksheet=worksheet, field=there, said=said)
                    for row, (worksheet, said) in enumerate(EARLIER, 1)
                    for here, there in (("step", "commitment"), ("until", "by"))
                },
            ),
            _drafts(),
            _access(case),
            Sheet(
                title="What I watch",
                fields=(
                    Entry(
                        id="watch",
                        label="The one number I look at every week, and the limit at which I step in",
                        type="area",
                    ),
                    Entry(id="stop", label="What would make me turn back", type="area"),
                    Entry(
                        id="never-pasted",
                        label="What is never pasted into a machine",
                        type="area",
                        example=f"names and addresses of {case.trade.buyers}, passwords, anything I promised to keep confidential",
                    ),
                    Entry(
                        id="review",
                        label="I look at this page again on",
                        type="date",
                        reminder="I look at this page again",
                        of_page=True,
                    ),
                ),
            ),
        ),
    )


def _drafts() -> Sheet:
    """What a machine may draft here; the tasks are those that the task map gave it."""
    return Sheet(
        title="What a machine may draft here",
        help="Only work that somebody can check, that is written down, and where a miss costs little.",
        rows=4,
        fields=(
            Entry(id="draft", label="Task"),
            Entry(id="checker", label="Who checks it, and against what", example="me, against the page of the task"),
            Entry(id="sample", label="Misses in ten that I counted", type="number", example="1"),
            Entry(id="off", label="It stops when …", example="two misses in one week"),
        ),
        draws={"draft": Draw(worksheet=TASKS, field="task", said="your task map", only={"decision": ("automate",)})},
    )


def _access(case: Case) -> Sheet:
    """Who holds which key to the business, and until when; what is never given to a machine."""
    return Sheet(
        title="Who holds what",
        help="Every account, key and folder that somebody else can open. Give each person, by name, no more than they need.",
        rows=6,
        fields=(
            Entry(id="key", label="Account, key or folder", example=f"the mailbox that {case.trade.buyers} write to"),
            Entry(id="holder", label="Who can open it"),
            Entry(id="may", label="What they may do", example="read and answer, delete nothing"),
            Entry(
                id="back",
                label="Taken back, or looked at again, on",
                type="date",
                reminder="taken back, or looked at again",
            ),
        ),
    )
