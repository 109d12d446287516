"""The two explorers of lesson 01: what a stream costs in three ways, and how large a bench should be."""

from __future__ import annotations

from dataclasses import replace

from outsourcing_lessons.blocks.block import Frame, Readout, Slider
from outsourcing_lessons.charts.chart import Chart, Line, Mark, describe, narrow, svg
from outsourcing_lessons.course.one_task.setting import JOBS, RATE, setting_of
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import ExplorerTemplate
from outsourcing_lessons.models import bench, learning
from outsourcing_lessons.money import plain

LARGEST_BENCH = 8


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


def _stream_scenarios(case: Case):
    return (
        ("As in the story", {}),
        ("Only four jobs come", {"jobs": 4}),
        ("Nothing to explain, nothing to learn", {"own-hours": 0, "rate": 100}),
        ("Much to explain, much to learn", {"own-hours": 8, "rate": 75}),
        ("Every third job, somebody leaves", {"departure": 33}),
    )


def _stream_at(case: Case, values: dict[str, float]) -> bench.Stream:
    return replace(
        setting_of(case).stream,
        rate=values["rate"] / 100,
        search_hours=0,
        onboarding_hours=values["own-hours"],
        departure=values["departure"] / 100,
    )


def _stream_frame(case: Case, values: dict[str, float]) -> Frame:
    stream, jobs = _stream_at(case, values), int(values["jobs"])
    costs = {
        "Newcomers": bench.newcomer_costs(stream, jobs),
        "One regular": bench.regular_costs(stream, jobs),
        "Bench of two": bench.bench_costs(stream, jobs, 2),
    }
    turn = bench.break_even(stream, jobs)
    x = tuple(range(1, jobs + 1))
    chart = Chart(
        title="What all jobs so far have cost",
        x_label="Jobs done",
        y_label="Cost so far, your own time included",
        y_prefix=case.prefix,
        lines=tuple(Line(name, x, tuple(float(c) for c in cost)) for name, cost in costs.items()),
        marks=(Mark(turn, float(costs["One regular"][turn - 1]), f"from job {turn}"),) if turn else (),
    )
    totals = {name: case.about(float(cost[-1])) for name, cost in costs.items()}
    return Frame(
        svg=svg(chart),
        narrow=narrow(chart),
        alt=describe(chart),
        sentence=_stream_sentence(case, turn, jobs, costs),
        readouts=(
            Readout(label="The regular is cheaper", value=f"from job {turn} on" if turn else f"not within {jobs} jobs"),
            *(Readout(label=f"{name}, all jobs", value=total) for name, total in totals.items()),
        ),
    )


def _stream_sentence(case: Case, turn: int | None, jobs: int, costs) -> str:
    newcomer, regular = float(costs["Newcomers"][-1]), float(costs["One regular"][-1])
    gap = case.about(abs(newcomer - regular))
    if turn is None:
        return f"Here newcomers stay cheaper: after {jobs} jobs they have cost {gap} less than one regular."
    return f"The regular pays from job {turn} on; after {jobs} jobs newcomers have cost {gap} more."


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


def _bench_scenarios(case: Case):
    return (
        ("Two people", {}),
        ("One, alone", {"providers": 1}),
        ("A crowd of eight", {"providers": 8}),
        ("Two, often away", {"away": 30}),
        ("Two, nothing to learn", {"rate": 100}),
    )


def _bench_frame(case: Case, values: dict[str, float]) -> Frame:
    jobs, chosen = int(values["jobs"]), int(values["providers"])
    sizes = tuple(range(1, LARGEST_BENCH + 1))
    extra = tuple((100 * learning.splitting_penalty(jobs, sizes, values["rate"] / 100)).tolist())
    nobody = tuple((100 * (1 - bench.available(values["away"] / 100, sizes))).tolist())
    here, gone = extra[chosen - 1], nobody[chosen - 1]
    chart = Chart(
        title="More hours, or nobody there",
        x_label="Providers on the bench",
        y_label="Per cent",
        y_unit=" %",
        lines=(Line("Extra hours", sizes, extra), Line("Nobody available", sizes, nobody)),
        marks=(Mark(chosen, here, f"+{plain(here)} % hours"), Mark(chosen, gone, f"{_percent(gone)} nobody")),
    )
    return Frame(
        svg=svg(chart),
        narrow=narrow(chart),
        alt=describe(chart),
        sentence=_bench_sentence(chosen, here, gone),
        readouts=(
            Readout(label="Hours paid, against one provider", value=f"+{plain(here)} %"),
            Readout(label="Days on which nobody is available", value=_percent(gone)),
        ),
    )


def _percent(number: float) -> str:
    return f"{plain(number, 1)} %" if number >= 0.1 or number == 0 else "under 0.1 %"


def _bench_sentence(chosen: int, extra: float, nobody: float) -> str:
    if chosen == 1:
        return f"One provider alone: no hours are lost, and on {_percent(nobody)} of days nobody is available."
    return (
        f"With {chosen} on the bench you pay for {plain(extra)} % more hours than with one, and nobody is available on "
        f"{_percent(nobody)} of days."
    )


STREAM = ExplorerTemplate(
    id="one-task.stream",
    title="Strangers, a regular, a bench",
    question="When does the regular stop being worth it?",
    sliders=_stream_sliders,
    scenarios=_stream_scenarios,
    frame=_stream_frame,
)
BENCH = ExplorerTemplate(
    id="one-task.bench",
    title="How large a bench?",
    question="Find the smallest bench that lets you sleep. What does it cost in hours?",
    sliders=_bench_sliders,
    scenarios=_bench_scenarios,
    frame=_bench_frame,
)
EXPLORERS = (STREAM, BENCH)
