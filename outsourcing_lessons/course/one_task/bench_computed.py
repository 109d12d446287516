"""Practice on the bench that is worked out: a year of jobs, a backup, and what holds it together."""

from __future__ import annotations

from dataclasses import replace

from outsourcing_lessons.course.one_task.setting import setting_of
from outsourcing_lessons.items.item import Allocation, Number, Option, Ordering, Part, Trap, apart
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.case import Case, hours
from outsourcing_lessons.lessons.lesson import item
from outsourcing_lessons.models import bench, relational
from outsourcing_lessons.money import plain, rounded


@item("one-task.year", "practice", "full-cost", 1.5)
def year(case: Case, draw: SeededRandom) -> Ordering:
    """Four ways to buy a year of jobs; the order turns when there is little to explain."""
    much = draw.pick((True, False))
    stream = replace(setting_of(case).stream, departure=0, outage=0, delay_cost=0)
    if much:
        stream = replace(stream, search_hours=4, onboarding_hours=4, setup_hours=draw.pick((4, 6)))
    else:
        stream = replace(
            stream, search_hours=0.5, onboarding_hours=0, rate=0.97, newcomer_price=stream.regular_price / 2
        )
    jobs = 12
    costs = {
        "newcomers": bench.newcomer_costs(stream, jobs)[-1],
        "regular": bench.regular_costs(stream, jobs)[-1],
        "bench-3": bench.bench_costs(stream, jobs, 3)[-1],
        "bench-6": bench.bench_costs(stream, jobs, 6)[-1],
    }
    why = {
        "newcomers": ("Someone new each time", "the first-job price and your own time, twelve times over"),
        "regular": ("One regular for all twelve", "one set-up, one briefing, and the whole learning curve"),
        "bench-3": ("Three regulars taking turns", "one set-up, three briefings, and four jobs of learning each"),
        "bench-6": ("Six regulars taking turns", "one set-up, six briefings, and hardly any learning: two jobs each"),
    }
    options = tuple(
        Option(id=i, text=why[i][0], feedback=f"{why[i][0]}: {case.about(cost)} for the year. That is {why[i][1]}.")
        for i, cost in costs.items()
    )
    explaining = stream.search_hours + stream.onboarding_hours
    setting = (
        f"Each new person takes {hours(explaining)} of your time to find and brief. A newcomer asks "
        f"{case.money(stream.newcomer_price)} an hour, a regular {case.money(stream.regular_price)}. Choosing regulars and "
        f"writing the brief takes {hours(stream.setup_hours)} of yours, once. "
    )
    nature = (
        f"There is much to learn: {case.trade.stream.brief}."
        if much
        else "The job explains itself, so there is next to nothing to learn, and any stranger can start at once."
    )
    order = tuple(sorted(costs, key=lambda way: costs[way]))
    return Ordering(
        title="Twelve jobs, four ways",
        prompt=f"Twelve jobs this year, {hours(stream.first_hours)} each at first. {setting}{nature}\n\n"
        "Order the four ways by what the year costs you in all, cheapest first.",
        options=draw.shuffled(options),
        key=order,
        first="cheapest",
        last="dearest",
        hints=(
            "What is paid once, and what is paid twelve times?",
            "The more people share the jobs, the more briefings you pay and the less each of them learns.",
            "Begin with how one regular compares with a newcomer each time: how much is there to explain and to learn?",
        ),
        praise=(
            "Yes. Even six regulars are briefed only six times; strangers twelve times. But each name added to the bench costs "
            "briefings and learning, so keep it as small as you dare."
            if much
            else "Yes. With nothing to learn and half the price, strangers win, and this lesson's advice loses. Look for what "
            "there is to learn before you decide to keep somebody."
        ),
    )


@item("one-task.backup", "practice", "small-bench", 2.5, ("richardson-1993",))
def backup(case: Case, draw: SeededRandom) -> Allocation:
    """Share a year of jobs between a main provider, a backup and strangers."""
    (every, gap), jobs = draw.pick(((1, 6), (1, 8), (2, 8), (2, 12), (3, 9), (3, 12))), 24
    need = jobs * every // gap
    rhythm = "a week" if every == 1 else f"every {every} weeks"
    return Allocation(
        title="Keeping the backup warm",
        prompt=f"{jobs} jobs are coming, one {rhythm}. {case.trade.freelancer} is your main provider, a second "
        f"person your backup. Assume that after more than {gap} weeks without a job the backup has forgotten most of it and "
        "would be no help in an emergency.\n\n"
        f"Share out the {jobs} jobs so that the backup stays of use and you pay for as little lost learning as you can.",
        total=jobs,
        unit="jobs",
        parts=(
            Part(
                id="main",
                text=f"{case.trade.freelancer}, your main provider",
                low=jobs - need - 2,
                high=jobs - need,
                too_low="Your main provider gets too few. Every job given elsewhere is one they do not learn from.",
                too_high=f"Your main provider gets nearly everything. The learning is best used that way, but a backup with "
                f"gaps of more than {gap} weeks is one in name only.",
            ),
            Part(
                id="backup",
                text="Your backup",
                low=need,
                high=need + 2,
                too_low=f"The backup waits more than {gap} weeks between jobs and forgets. On the day it matters, you would "
                "be training a stranger.",
                too_high="The backup gets more than it takes to stay warm. Past that point you only dilute the learning.",
            ),
            Part(
                id="strangers",
                text="Strangers, one job each",
                low=0,
                high=0,
                too_low="Jobs given to strangers cannot be fewer than none.",
                too_high="Each stranger is briefed for a single job, and what they learn leaves with them. Here they add "
                "neither safety nor skill.",
            ),
        ),
        key={"main": float(jobs - need), "backup": float(need), "strangers": 0.0},
        hints=(
            f"The jobs come one {rhythm}. How many does the backup need to have one every {gap} weeks?",
            f"{jobs} jobs in {jobs * every} weeks, and one for the backup in every {gap}: that is {need}.",
        ),
        praise=f"{need} jobs keep the backup warm, and the rest go where the learning is. Richardson (1993) describes this "
        "in Japanese car making: one source for each part, with a second one on similar parts. The forgetting in this question "
        "is our assumption; how fast people forget between jobs is not well known.",
    )


@item("one-task.promise", "practice", "small-bench", 2, ("baker-2002",))
def promise(case: Case, draw: SeededRandom) -> Number:
    """When the hope of another job keeps quality up."""
    temptation, reward, punishment = draw.pick(((4, 3, 1), (6, 5, 1), (8, 5, 3), (9, 6, 4), (7, 6, 2)))
    unit = case.price(0.5)
    key = 100 * float(relational.patience_threshold(temptation, reward, punishment))
    t, r, p = (case.money(unit * size) for size in (temptation, reward, punishment))
    return Number(
        title="What the next job is worth",
        prompt=f"A provider earns {r} on each job done properly. Cutting a corner this once would earn {t}, but you would "
        f"notice. From then on the two of you would deal as strangers do, which earns the provider {p} a job.\n\n"
        "How likely must a next job be, at least, for doing it properly to pay?",
        key=rounded(key, 1),
        tolerance=1,
        low=0,
        high=100,
        unit="%",
        decimals=0,
        hints=(
            "Weigh what the corner brings today against what it costs on each job after today.",
            f"Today it brings {t} − {r}. From then on each job brings {p} where it would have brought {r}.",
            f"The formula is (T − R) ÷ (T − P), with T = {t}, R = {r} and P = {p}.",
        ),
        praise=f"({t} − {r}) ÷ ({t} − {p}) = {plain(key)} %. If a next job is likelier than that, honesty is in the provider's "
        "own interest and you need to watch less. Saying truthfully that more work is coming is part of the pay (the argument "
        "is set out in Baker, Gibbons and Murphy, 2002).",
        traps=apart(
            Trap(
                id="complement",
                value=100 - key,
                tolerance=1,
                feedback=f"You compared what trust is worth, {r} − {p}, with the span from {p} to {t}. Put the temptation on "
                f"top: {t} − {r}.",
            ),
            Trap(
                id="share-of-all",
                value=100 * (temptation - reward) / temptation,
                tolerance=0.9,
                feedback=f"You measured the temptation against {t}, as if there were nothing left afterwards. But {p} a job "
                "is still to be had, so it is measured against what is really at stake.",
            ),
        ),
        otherwise="Put what the cut corner brings today over what is at stake: (T − R) ÷ (T − P).",
    )


ITEMS = (year, backup, promise)
