"""The worksheet of the last lesson: where the dials go, and thirty days."""

from __future__ import annotations

from outsourcing_lessons.blocks.block import Entry, Sheet, Worksheet
from outsourcing_lessons.lessons.case import Case

DIALS = (
    "People I keep for my main stream",
    "How I choose them",
    "What goes to a company",
    "Decisions I hand over",
    "What I automate",
    "What I watch, and how often",
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
                help="As they are, as I want them, and how I shall see it.",
                rows=6,
                fields=(
                    Entry(id="dial", label="Dial"),
                    Entry(id="now", label="Now"),
                    Entry(id="then", label="In three months"),
                    Entry(id="measure", label="How I shall see it"),
                ),
                start={f"dial.{row}": dial for row, dial in enumerate(DIALS, 1)},
            ),
            Sheet(
                title="Week by week",
                rows=4,
                fields=(
                    Entry(
                        id="step",
                        label="What I do",
                        example=f"give {case.trade.freelancer} the second job, with the brief",
                    ),
                    Entry(id="until", label="By", type="date"),
                ),
            ),
            Sheet(
                title="Afterwards",
                fields=(
                    Entry(
                        id="watch",
                        label="The one number I look at every week, and the limit at which I step in",
                        type="area",
                    ),
                    Entry(id="stop", label="What would make me turn back", type="area"),
                    Entry(id="review", label="I look at this page again on", type="date"),
                ),
            ),
        ),
    )
