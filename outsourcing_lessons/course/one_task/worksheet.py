"""The worksheet of lesson 01: a bench plan, and a brief that can be used again."""

from __future__ import annotations

from outsourcing_lessons.blocks.sheet import Draw, Entry, Rule, Sheet, Worksheet
from outsourcing_lessons.course.one_task.story_numbers import story_numbers, twist_of
from outsourcing_lessons.course.start_here.worksheet import DELEGATE, ERRORS, MACHINE, WHO
from outsourcing_lessons.lessons.case import Case, hours
from outsourcing_lessons.lessons.formula import formula
from outsourcing_lessons.lessons.trade import first_name

WAYS = ("one regular", "a stranger each time", "myself", "a machine drafts, I check")
# A first proposal, from what the task map says; the learner chooses.
PROPOSED = (
    Rule(text=WAYS[3], when={"machine": MACHINE[1:], "error": ("nothing", "an hour")}),
    Rule(text=WAYS[0], when={"stream": (), "error": ("hours", "days")}),
)
FROM_MAP = {"stream": "task", "now": "who", "error": "error", "machine": "machine"}
PAID = ("by the hour", "by the piece, with a review", "a retainer, with a review", "by the piece")


def bench_plan(case: Case) -> Worksheet:
    """Return the bench plan with examples from the learner's trade."""
    trade, stream = case.trade, case.trade.stream
    return Worksheet(
        id="one-task.bench-plan",
        title="Your bench plan",
        purpose="Ten minutes on your own work. Keep this page.",
        sheets=(
            Sheet(
                title="Your streams",
                help="Work that came back at least four times in the last year. Leave out true one-offs. What your task map says is filled in, and "
                "a way is proposed from it: change what does not fit.",
                rows=4,
                fields=(
                    Entry(id="stream", label="Stream", example=stream.jobs),
                    Entry(id="times", label="Times a year", type="number", example=str(stream.per_year)),
                    Entry(id="now", label="Who does it now", type="choice", options=WHO),
                    Entry(id="error", label="A mistake costs", type="choice", options=tuple(ERRORS)),
                    Entry(id="machine", label="A machine could do", type="choice", options=MACHINE),
                    Entry(id="way", label="How it gets done", type="choice", options=WAYS, rules=PROPOSED),
                    Entry(id="who", label="Main provider", example=trade.freelancer),
                    Entry(id="paid", label="Paid", type="choice", options=PAID),
                    Entry(id="backup", label="Backup", example="to be found"),
                    Entry(id="warm", label="Backup’s next real job", type="date", reminder="backup’s next real job"),
                ),
                draws={
                    here: Draw(
                        worksheet="start-here.task-map",
                        field=there,
                        said="your task map",
                        only={"decision": (DELEGATE,)},
                    )
                    for here, there in FROM_MAP.items()
                },
            ),
            _ought_to_cost(case),
            _brief(case),
            Sheet(
                title="In and out",
                help="The least access that the job needs, under their own name, with a second factor; closed on the last day.",
                fields=(
                    Entry(
                        id="access", label="What they can open", example=f"{stream.held} of this stream, nothing else"
                    ),
                    Entry(id="given", label="Given on", type="date", reminder="given"),
                    Entry(id="closed", label="Taken back on", type="date", reminder="taken back"),
                    Entry(
                        id="notice",
                        label="Notice and hand-over agreed",
                        example="two weeks, one of them with the successor",
                    ),
                    Entry(id="invoice", label="Invoice: whose name, which tax, due when"),
                    Entry(id="status", label="Who can tell me whether this still counts as a contractor where I live"),
                ),
            ),
            Sheet(
                title="One commitment",
                help="One thing, small enough to be done this week.",
                fields=(
                    Entry(
                        id="commitment",
                        label="I will …",
                        example=f"ask {first_name(trade.freelancer)} whether two jobs a month would suit",
                        promise=True,
                    ),
                    Entry(id="by", label="By", type="date"),
                    Entry(
                        id="review",
                        label="I look at this plan again on",
                        type="date",
                        reminder="I look at this plan again",
                        of_page=True,
                    ),
                ),
            ),
        ),
    )


def _ought_to_cost(case: Case) -> Sheet:
    trade, story = case.trade, story_numbers(case)
    return Sheet(
        title="What it ought to cost",
        help="For your most frequent stream, before you read any offer.",
        fields=(
            Entry(
                id="job-hours",
                label="Hours for a usual job",
                type="number",
                example=f"{hours(trade.stream.first_hours)} for the first",
            ),
            Entry(
                id="rate",
                label="What is usually paid for an hour",
                type="number",
                prefix=case.prefix,
                example=case.money(case.rate(trade.newcomer_rate)),
            ),
            Entry(
                id="own-hours",
                label="Your own hours for each new person",
                type="number",
                example=hours(story.own_hours),
            ),
            Entry(
                id="should-cost",
                label=f"So one job by a stranger should cost, an hour of yours at {case.money(case.hour)}",
                type="number",
                prefix=case.prefix,
                formula=formula(f"job_hours * rate + own_hours * {case.hour!r}"),
            ),
            Entry(id="self-hours", label="Hours it takes you yourself", type="number", example=hours(story.self_hours)),
            Entry(
                id="self-cost",
                label="So doing it yourself costs",
                type="number",
                prefix=case.prefix,
                formula=formula(f"self_hours * {case.hour!r}"),
            ),
            Entry(id="tried", label="Drafts by a machine: right, of ten tried", example="7 of 10"),
        ),
    )


def _brief(case: Case) -> Sheet:
    return Sheet(
        title="The brief for that stream",
        help="Write it so that a capable stranger could start while you are away.",
        fields=(
            Entry(id="result", label="When it is done, there is …", type="area", example=case.trade.stream.done),
            Entry(id="example", label="A finished job that got it right"),
            Entry(id="never", label="What must not happen", type="area"),
            Entry(
                id="machine",
                label="A machine may be used for …, and what is never entered",
                example=f"{twist_of(case).drafted}; never {twist_of(case).secret}",
            ),
            Entry(id="check", label="How and by when it is checked"),
            Entry(id="home", label="Where files and access are kept (a place of yours)"),
        ),
    )
