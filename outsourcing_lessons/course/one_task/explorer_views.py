"""What the explorers of lesson 01 draw and say, and what is to be found with them."""

from __future__ import annotations

from outsourcing_lessons.blocks.view import Goal, Point, Series, Value, View, say

LEARNING = Goal(
    ask="2 of 2. How much of the gain is learning? Let none of it reach your bill: pay by the piece, so that "
    "{regular_name} keeps every hour saved.",
    when="by_piece",
    said=say(
        "Found. Without one saved hour on your bill {regular_name} still costs {unlearned:about} less than strangers. ",
        ("time_share", "That is {time_share:0} % of what an hourly bill would save you; learning is the rest."),
    ),
)
YOURSELF = Goal(
    ask="1 of 2. As the story has it, doing the job yourself beats strangers. Find what would have to change for "
    "strangers to cost less than you.",
    when="strangers_beat_self",
    said=say(
        "Found: with {own_hours:1} of your own hours for a stranger’s job, and {self_hours:1} to do it yourself. Some "
        "of what a stranger saves you is spent on the stranger."
    ),
    then=LEARNING,
)

STREAM_VIEW = View(
    title="What all jobs so far have cost",
    x_label="Jobs done",
    y_label="Cost so far, your own time included",
    money=True,
    series=(
        Series(name="Strangers", x="done", y="strangers", role="stranger", drag_y="own-hours"),
        Series(name="{regular_name}", x="done", y="regular", role="regular"),
        Series(name="Yourself", x="done", y="alone", role="own", drag_y="self-hours"),
        Series(name="Machine, you check", x="done", y="machine", role="machine", drag_y="right"),
    ),
    marks=(Point(x="turn", y="turn_cost", text=say("from job {turn}"), when="turn"),),
    sentence=say(
        "After {jobs} jobs the cheapest way is ",
        ("best_strangers", "a stranger each time"),
        ("best_regular", "{regular_name}"),
        ("best_self", "to do them yourself"),
        ("best_machine", "a machine’s draft that you check"),
        ", at {best_total:about}",
        ("factor", "; the most expensive costs {factor:1} times as much"),
        ". ",
        ("self_beats_strangers", "Strangers cost {gap_self:about} more than doing it yourself."),
        ("strangers_beat_self", "Strangers cost {gap_self:about} less than doing it yourself."),
    ),
    readouts=(
        Value(label="Strangers", value=say("{strangers_total:about}")),
        Value(label="{regular_name}", value=say("{regular_total:about}")),
        Value(label="Yourself", value=say("{self_total:about}")),
        Value(label="Machine, you check", value=say("{machine_total:about}")),
        Value(
            label="{regular_name} beats strangers",
            value=say(("turn", "from job {turn} on"), ("not turn", "not within {jobs} jobs")),
        ),
        Value(label="{regular_name}’s hour is worth up to", value=say("{ceiling:about}")),
    ),
    goal=YOURSELF,
)

NOBODY = say(("rare", "under 0.1 %"), ("not rare", "{nobody:1} %"))
BENCH_VIEW = View(
    title="What a year costs",
    x_label="People who know your work",
    y_label="Cost of the year",
    money=True,
    series=(
        Series(name="All in all", x="sizes", y="totals", role="bench"),
        Series(name="Without the waiting", x="sizes", y="sure", role="regular"),
    ),
    marks=(Point(x="providers", y="here", text=say("{here:about}"), drag_x="providers"),),
    sentence=(
        *say(
            ("alone", "With one person the year costs {here:about}, and for "),
            (
                "dearer",
                "With {providers} people the year costs {more:about} more than with one ({more_share:1} %), and for ",
            ),
            (
                "no_dearer",
                "With {providers} people the year costs {more:about} less than with one ({more_share:1} %), and for ",
            ),
        ),
        *NOBODY,
        *say(" of jobs nobody is free."),
    ),
    readouts=(
        Value(label="The year, your own time included", value=say("{here:about}")),
        Value(label="Jobs for which nobody is free", value=NOBODY),
    ),
    goal=Goal(
        ask="1 of 2. What does a backup cost? Add the second person.",
        when="pair",
        said=say(
            "Found. The backup makes the year ",
            ("dearer", "{more:about} more expensive, which is {more_share:1} %"),
            ("no_dearer", "{more:about} cheaper: that person has paid for all of it in jobs that did not wait"),
            ".",
        ),
        then=Goal(
            ask="2 of 2. Now add a third. Is that one worth it too?",
            when="trio",
            said=say(
                (
                    "third_costs",
                    "The third adds {third:about}: shorter turns, less learning, and hardly a job still waits.",
                ),
                ("third_saves", "The third saves {third:about} more: here a job that waits costs that much."),
            ),
        ),
    ),
)
