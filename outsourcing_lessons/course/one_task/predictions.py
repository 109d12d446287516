"""The prediction of lesson 01, and what is shown once it is committed."""

from __future__ import annotations

from outsourcing_lessons.blocks.block import Reveal
from outsourcing_lessons.course.one_task.setting import JOBS, RATE, setting_of
from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.items.item import Exhibit, Prediction
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case, hours
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.models import bench
from outsourcing_lessons.money import plain


@item("one-task.break-even", "predict", "full-cost", 1.5)
def break_even(case: Case, draw: SeededRandom) -> Prediction:
    """From which job on is the regular cheaper?"""
    stream, trade = setting_of(case).stream, case.trade
    key = bench.break_even(stream, JOBS)
    if key is None:
        raise ContentError(f"no regular is cheaper within {JOBS} jobs, and the lesson says that one is")
    return Prediction(
        title="From which job on?",
        prompt=f"{trade.owner.split()[0]} can go on with a newcomer each time, or give every job to {trade.freelancer}. Everything is "
        "counted: the invoices and the owner's own time.\n\n"
        f"From which job on has {trade.freelancer} cost less in all than newcomers would have?",
        exhibit=Exhibit(
            caption="What both ways cost (assumptions of this lesson)",
            columns=("", "A newcomer each time", trade.freelancer),
            rows=(
                ("Price of an hour", case.money(stream.newcomer_price), case.money(stream.regular_price)),
                ("Hours for the first job", plain(stream.first_hours, 1), plain(stream.first_hours, 1)),
                ("Hours for later jobs", "the same", f"fewer: an {round(100 * RATE)} % learning curve"),
                (
                    f"The owner's time, at {case.money(stream.own_hour)} an hour",
                    f"{hours(stream.search_hours + stream.onboarding_hours)} for each job",
                    f"the same once, and {hours(stream.setup_hours)} to choose well and write the brief",
                ),
                ("Chance of leaving after a job", "–", f"{round(100 * stream.departure)} %"),
                (
                    "Not free when needed",
                    "–",
                    f"in {round(100 * stream.outage)} % of jobs; the wait costs {case.money(stream.delay_cost)}",
                ),
            ),
        ),
        key=key,
        low=1,
        high=JOBS,
        prefix="job ",
        hints=(
            "Which of these costs does the newcomer cause again with each job?",
            f"The set-up of {hours(stream.setup_hours)} is paid once. How many searches and briefings is that?",
        ),
        praise="Your range held the truth.",
        below="The turn comes earlier than your range. The price of the hour catches the eye; the search and the explaining, "
        "paid again for each stranger, do not.",
        above="The turn comes later than your range. The set-up and the dearer hour take a few jobs to earn back; what works against "
        "them is your own time, once for each stranger.",
    )


def reveal_break_even(case: Case) -> Reveal:
    """The model's answer, its formula and what it takes for granted."""
    stream, trade = setting_of(case).stream, case.trade
    key = bench.break_even(stream, JOBS)
    newcomer, regular = bench.newcomer_costs(stream, JOBS), bench.regular_costs(stream, JOBS)
    saved = newcomer[trade.stream.per_year - 1] - regular[trade.stream.per_year - 1]
    return Reveal(
        id="one-task.reveal-break-even",
        prediction="one-task.break-even",
        title="When the regular wins",
        truth=f"From job {key} on",
        explanation=f"A newcomer costs {case.money(newcomer[0])} a job, and {case.money(stream.joining)} of that is the owner's own "
        f"time. {trade.freelancer} costs {case.about(regular[0])} for the first job, set-up and the odd wait included, and then "
        f"{case.about(regular[1] - regular[0])} for the second and {case.about(regular[7] - regular[6])} for the eighth. "
        f"By job {key} that has caught up. Over a year of {trade.stream.per_year} jobs the difference is {case.about(saved)}.",
        formula="The first n for which: set-up + briefing + hours(1) × price + … + hours(n) × price + waits and successors  ≤  "
        "n × (briefing + first hours × newcomer's price)",
        assumptions=f"All jobs are alike. Hours fall along an {round(100 * RATE)} % learning curve and rise a little in the breaks: "
        f"{plain(100 * stream.forgetting, 1)} % of what was learned fades each week, which is our own assumption, since how people "
        f"forget between jobs is not well established. In {round(100 * stream.outage)} % of jobs the regular is not free, and waiting costs "
        f"{case.money(stream.delay_cost)}. After each job there is a chance of {round(100 * stream.departure)} % that the "
        "regular leaves and a successor starts anew. Newcomers are as good as the regular at a first job. If newcomers tend to be worse, "
        "the turn comes earlier; if a job needs no explaining, it may never come.",
    )


ITEMS = (break_even,)
