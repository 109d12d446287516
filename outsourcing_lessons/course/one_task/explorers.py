"""The two explorers of lesson 01: what a stream costs in three ways, and how large a bench should be."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from outsourcing_lessons.blocks.block import Slider
from outsourcing_lessons.blocks.view import Goal, Point, Prediction, Series, Value, View, say
from outsourcing_lessons.course.one_task.setting import JOBS, RATE, setting_of
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.explorer import ExplorerTemplate, PageModel, Scenarios
from outsourcing_lessons.models import bench as benches
from outsourcing_lessons.models import learning

LARGEST_BENCH = 8
SET = ("rate", "search_hours", "onboarding_hours", "departure")  # by the sliders
ASLEEP = 0.5  # per cent of days on which nobody may be there


def _stream_sliders(case: Case) -> tuple[Slider, ...]:
    setting = setting_of(case)
    return (
        Slider(
            id="jobs", label="Jobs in a year", low=2, high=JOBS, step=1, value=case.trade.stream.per_year, unit="jobs"
        ),
        Slider(
            id="rate",
            label="Hours left after each doubling of jobs",
            low=70,
            high=100,
            step=1,
            value=100 * RATE,
            unit="%",
        ),
        Slider(
            id="own-hours",
            label="Your hours for each new person",
            low=0,
            high=12,
            step=0.5,
            value=setting.own_hours,
            unit="hours",
            decimals=1,
        ),
        Slider(
            id="departure",
            label="Chance that a regular leaves after a job",
            low=0,
            high=40,
            step=1,
            value=round(100 * setting.stream.departure),
            unit="%",
        ),
    )


def _stream_scenarios(case: Case) -> Scenarios:
    return (
        ("As in the story", {}),
        ("Only four jobs come", {"jobs": 4}),
        ("Nothing to explain, nothing to learn", {"own-hours": 0, "rate": 100}),
        ("Much to explain, much to learn", {"own-hours": 8, "rate": 75}),
        ("Every third job, somebody leaves", {"departure": 33}),
    )


def _stream_givens(case: Case) -> dict[str, Any]:
    return {name: value for name, value in asdict(setting_of(case).stream).items() if name not in SET}


def stream(givens: dict[str, Any], values: dict[str, float]) -> dict[str, Any]:
    """Return what the jobs so far have cost in three ways, and from which job on the regular is cheaper."""
    jobs = int(values["jobs"])
    market = benches.Stream(
        **givens,
        rate=values["rate"] / 100,
        search_hours=0,
        onboarding_hours=values["own-hours"],
        departure=values["departure"] / 100,
    )
    newcomers, regular = benches.newcomer_costs(market, jobs), benches.regular_costs(market, jobs)
    two, turn = benches.bench_costs(market, jobs, 2), benches.break_even(market, jobs)
    return {
        "done": range(1, jobs + 1),
        "newcomers": newcomers,
        "regular": regular,
        "two": two,
        "newcomers_total": float(newcomers[-1]),
        "regular_total": float(regular[-1]),
        "two_total": float(two[-1]),
        "gap": abs(float(newcomers[-1] - regular[-1])),
        "turn": turn,
        "turn_cost": float(regular[turn - 1]) if turn else None,
    }


STREAM_VIEW = View(
    title="What all jobs so far have cost",
    x_label="Jobs done",
    y_label="Cost so far, your own time included",
    money=True,
    series=(
        Series(name="Newcomers", x="done", y="newcomers", role="stranger"),
        Series(name="One regular", x="done", y="regular", role="regular"),
        Series(name="Bench of two", x="done", y="two", role="bench"),
    ),
    marks=(Point(x="turn", y="turn_cost", text=say("from job {turn}"), when="turn"),),
    sentence=say(
        (
            "not turn",
            "Here newcomers stay cheaper: after {jobs} jobs they have cost {gap:about} less than one regular.",
        ),
        ("turn", "The regular pays from job {turn} on; after {jobs} jobs newcomers have cost {gap:about} more."),
    ),
    readouts=(
        Value(
            label="The regular is cheaper",
            value=say(("turn", "from job {turn} on"), ("not turn", "not within {jobs} jobs")),
        ),
        Value(label="Newcomers, all jobs", value=say("{newcomers_total:about}")),
        Value(label="One regular, all jobs", value=say("{regular_total:about}")),
        Value(label="Bench of two, all jobs", value=say("{two_total:about}")),
    ),
    goal=Goal(
        ask="Find a setting in which newcomers stay cheaper to the end.",
        when="not turn",
        said=say(
            "You found it: with {jobs} jobs, {own_hours:1} of your hours for each new person, {rate} % of the hours left "
            "after each doubling and {departure} % leaving, newcomers win."
        ),
    ),
    prediction=Prediction(axis="x", text="your guess: job {guess}"),
)


def _bench_sliders(case: Case) -> tuple[Slider, ...]:
    return (
        Slider(
            id="providers", label="Providers on the bench", low=1, high=LARGEST_BENCH, step=1, value=2, unit="people"
        ),
        Slider(
            id="jobs", label="Jobs in a year", low=8, high=48, step=1, value=case.trade.stream.per_year, unit="jobs"
        ),
        Slider(
            id="rate",
            label="Hours left after each doubling of jobs",
            low=70,
            high=100,
            step=1,
            value=100 * RATE,
            unit="%",
        ),
        Slider(id="away", label="Days on which a provider is unavailable", low=1, high=40, step=1, value=10, unit="%"),
    )


def _bench_scenarios(case: Case) -> Scenarios:
    return (
        ("Two people", {}),
        ("One, alone", {"providers": 1}),
        ("A crowd of eight", {"providers": 8}),
        ("Two, often away", {"away": 30}),
        ("Two, nothing to learn", {"rate": 100}),
    )


def bench(givens: dict[str, Any], values: dict[str, float]) -> dict[str, Any]:
    """Return what benches of every size cost in hours, and how often nobody of them is available."""
    jobs, chosen = int(values["jobs"]), int(values["providers"])
    sizes = range(1, LARGEST_BENCH + 1)
    extra = 100 * learning.splitting_penalty(jobs, list(sizes), values["rate"] / 100)
    nobody = 100 * (1 - benches.available(values["away"] / 100, list(sizes)))
    gone = float(nobody[chosen - 1])
    return {
        "sizes": sizes,
        "extra": extra,
        "nobody": nobody,
        "here": float(extra[chosen - 1]),
        "gone": gone,
        "alone": chosen == 1,
        "rare": gone < 0.1 and gone != 0,
        "smallest": gone < ASLEEP and (chosen == 1 or float(nobody[chosen - 2]) >= ASLEEP),
    }


GONE = say(("rare", "under 0.1 %"), ("not rare", "{gone:1} %"))
BENCH_VIEW = View(
    title="More hours, or nobody there",
    x_label="Providers on the bench",
    y_label="Per cent",
    y_unit=" %",
    series=(
        Series(name="Extra hours", x="sizes", y="extra", role="own"),
        Series(name="Nobody available", x="sizes", y="nobody", role="stranger"),
    ),
    marks=(
        Point(x="providers", y="here", text=say("+{here} % hours")),
        Point(x="providers", y="gone", text=(*GONE, *say(" nobody"))),
    ),
    sentence=(
        *say(
            ("alone", "One provider alone: no hours are lost, and on "),
            (
                "not alone",
                "With {providers} on the bench you pay for {here} % more hours than with one, and nobody is available on ",
            ),
        ),
        *GONE,
        *say(" of days", ("alone", " nobody is available"), "."),
    ),
    readouts=(
        Value(label="Hours paid, against one provider", value=say("+{here} %")),
        Value(label="Days on which nobody is available", value=GONE),
    ),
    goal=Goal(
        ask="Find the smallest bench with which nobody is there on fewer than one day in 200.",
        when="smallest",
        said=say(
            "You found it: {providers} on the bench, each away on {away} % of days. It costs {here} % more hours than one."
        ),
    ),
)


STREAM = ExplorerTemplate(
    id="one-task.stream",
    title="Strangers, a regular, a bench",
    question="When does the regular stop being worth it?",
    sliders=_stream_sliders,
    scenarios=_stream_scenarios,
    page=PageModel(stream, STREAM_VIEW, _stream_givens),
)
BENCH = ExplorerTemplate(
    id="one-task.bench",
    title="How large a bench?",
    question="Find the smallest bench that lets you sleep. What does it cost in hours?",
    sliders=_bench_sliders,
    scenarios=_bench_scenarios,
    page=PageModel(bench, BENCH_VIEW),
)
EXPLORERS = (STREAM, BENCH)
