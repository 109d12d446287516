"""The explorers of lesson 01: twelve jobs one by one, four ways to get a year of jobs done, and how large a bench should be."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from outsourcing_lessons.blocks.block import Slider
from outsourcing_lessons.course.one_task.explorer_views import BENCH_VIEW, STREAM_VIEW
from outsourcing_lessons.course.one_task.story_numbers import JOBS, RATE, story_numbers
from outsourcing_lessons.course.one_task.twelve_explorer import TWELVE
from outsourcing_lessons.course.one_task.ways import Draft, ways
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.explorer import ExplorerTemplate, PageModel, Scenarios
from outsourcing_lessons.lessons.trade import first_name
from outsourcing_lessons.models import bench as benches

LARGEST_BENCH = 6
MANAGING = 0.5  # of the owner's hours for a job, as long as there are so many
SET = ("rate", "search_hours", "onboarding_hours", "managing_hours", "own_hour", "passed_on")  # by the sliders
SET_OF_BENCH = ("rate", "outage", "delay_cost", "departure")


def _stream_sliders(case: Case) -> tuple[Slider, ...]:
    story = story_numbers(case)
    return (
        Slider(id="jobs", label="Jobs in a year", low=2, high=JOBS, step=1, value=story.jobs, unit="jobs"),
        Slider(
            id="own-hours",
            label="Your own hours for a stranger’s job",
            low=0,
            high=12,
            step=0.5,
            value=story.own_hours,
            unit="hours",
            decimals=1,
        ),
        Slider(
            id="self-hours",
            label="Hours a job takes you yourself",
            low=0.5,
            high=20,
            step=0.5,
            value=story.self_hours,
            unit="hours",
            decimals=1,
        ),
        Slider(
            id="hour",
            label="What an hour of yours is worth",
            low=0,
            high=2 * case.hour,
            step=case.hour / 10,
            value=case.hour,
            prefix=case.prefix,
        ),
        _learning(),
        Slider(id="passed-on", label="Saved hours that leave your bill", low=0, high=100, step=10, value=100, unit="%"),
        Slider(id="right", label="Machine’s drafts that are right", low=30, high=100, step=1, value=70, unit="%"),
    )


def _learning() -> Slider:
    return Slider(
        id="rate",
        label="Hours left when the number of jobs doubles",
        low=70,
        high=100,
        step=1,
        value=100 * RATE,
        unit="%",
    )


def _stream_scenarios(case: Case) -> Scenarios:
    return (
        ("As in the story", {}),
        ("Only four jobs come", {"jobs": 4}),
        ("Nothing to explain, nothing to learn", {"own-hours": 0, "rate": 100}),
        ("Paid by the piece", {"passed-on": 0}),
        ("Nobody would buy my hour", {"hour": case.hour / 2}),
        ("Half of the drafts are wrong", {"right": 50}),
    )


def _stream_givens(case: Case) -> dict[str, Any]:
    story = story_numbers(case)
    market = {name: value for name, value in asdict(story.stream).items() if name not in SET}
    draft = {f"draft_{name}": value for name, value in asdict(story.draft).items() if name != "right"}
    return {**market, **draft, "regular_name": first_name(case.trade.freelancer)}


def stream(givens: dict[str, Any], values: dict[str, float]) -> dict[str, Any]:
    """Return what the jobs so far have cost in four ways, which is cheapest, and where a gain comes from."""
    jobs, own_hours = int(values["jobs"]), values["own-hours"]
    of_market = {name: value for name, value in givens.items() if name.partition("_")[0] not in ("draft", "regular")}
    market = benches.Stream(
        **of_market,
        regular_price=givens["regular_price"],
        rate=values["rate"] / 100,
        search_hours=0,
        onboarding_hours=max(0.0, own_hours - MANAGING),
        managing_hours=min(MANAGING, own_hours),
        own_hour=values["hour"],
        passed_on=values["passed-on"] / 100,
    )
    draft = Draft(
        **{name.removeprefix("draft_"): value for name, value in givens.items() if name.startswith("draft_")},
        right=values["right"] / 100,
    )
    found = ways(market, jobs, values["self-hours"], draft)
    strangers, regular, alone, machine = (float(way[-1]) for way in found)
    totals = {"strangers": strangers, "regular": regular, "self": alone, "machine": machine}
    best, worst = min(totals.values()), max(totals.values())
    cheapest = next(name for name, total in totals.items() if total == best)
    unlearned, learned = (
        strangers - float(benches.regular_costs(replace(market, passed_on=one), jobs)[-1]) for one in (0, 1)
    )
    turn = benches.break_even(market, jobs)
    return {
        "done": range(1, jobs + 1),
        "strangers": found.strangers,
        "regular": found.regular,
        "alone": found.self,
        "machine": found.machine,
        **{f"{name}_total": total for name, total in totals.items()},
        **{f"best_{name}": name == cheapest for name in totals},
        "best_total": best,
        "factor": worst / best if best > 0 else None,
        "turn": turn,
        "turn_cost": float(found.regular[turn - 1]) if turn else None,
        "strangers_win": strangers < regular,
        "regular_wins": strangers > regular,
        "strangers_beat_self": strangers < alone,
        "self_beats_strangers": strangers > alone,
        "gap_self": abs(strangers - alone),
        "gap": abs(strangers - regular),
        "by_piece": values["passed-on"] == 0 and unlearned > 0,
        "unlearned": unlearned,
        "time_share": 100 * min(1.0, unlearned / learned) if learned > 0 and unlearned > 0 else None,
        "ceiling": benches.price_ceiling(market, jobs, min(strangers, alone, machine)),
    }


def _bench_sliders(case: Case) -> tuple[Slider, ...]:
    story = story_numbers(case)
    return (
        Slider(
            id="providers", label="People who know your work", low=1, high=LARGEST_BENCH, step=1, value=1, unit="people"
        ),
        Slider(id="jobs", label="Jobs in a year", low=8, high=48, step=1, value=story.jobs, unit="jobs"),
        Slider(
            id="wait",
            label="What it costs when a job has to wait",
            low=0,
            high=20 * case.hour,
            step=case.hour / 5,
            value=4 * case.hour,
            prefix=case.prefix,
        ),
        _learning(),
        Slider(id="away", label="Jobs for which a person is not free", low=1, high=40, step=1, value=10, unit="%"),
        Slider(
            id="departure",
            label="Chance that a person leaves after a job",
            low=0,
            high=40,
            step=1,
            value=round(100 * story.stream.departure),
            unit="%",
        ),
    )


def _bench_scenarios(case: Case) -> Scenarios:
    return (
        ("One person", {}),
        ("A crowd of six", {"providers": 6}),
        ("Waiting costs nothing", {"wait": 0}),
        ("Two, often away", {"providers": 2, "away": 30}),
        ("Two, nothing to learn", {"providers": 2, "rate": 100}),
    )


def _bench_givens(case: Case) -> dict[str, Any]:
    return {name: value for name, value in asdict(story_numbers(case).stream).items() if name not in SET_OF_BENCH}


def bench(givens: dict[str, Any], values: dict[str, float]) -> dict[str, Any]:
    """Return what a year costs with benches of every size, and for how many jobs nobody is free."""
    jobs, chosen = int(values["jobs"]), int(values["providers"])
    sizes = range(1, LARGEST_BENCH + 1)
    away = values["away"] / 100
    market = benches.Stream(
        **givens, rate=values["rate"] / 100, outage=away, delay_cost=values["wait"], departure=values["departure"] / 100
    )
    totals = [float(benches.bench_costs(market, jobs, size)[-1]) for size in sizes]
    sure = [float(benches.bench_costs(replace(market, delay_cost=0), jobs, size)[-1]) for size in sizes]
    nobody = [100 * away**size for size in sizes]
    more = totals[chosen - 1] - totals[0]
    return {
        "sizes": sizes,
        "totals": totals,
        "sure": sure,
        "here": totals[chosen - 1],
        "nobody": nobody[chosen - 1],
        "rare": nobody[chosen - 1] < 0.1,
        "alone": chosen == 1,
        "dearer": chosen > 1 and more > 0,
        "no_dearer": chosen > 1 and more <= 0,
        "more": abs(more),
        "more_share": 100 * abs(more) / totals[0],
        "pair": chosen == 2,
        "trio": chosen == 3,
        "third_costs": chosen == 3 and totals[2] > totals[1],
        "third_saves": chosen == 3 and totals[2] <= totals[1],
        "third": abs(totals[2] - totals[1]),
    }


STREAM = ExplorerTemplate(
    id="one-task.stream",
    title="Four ways to get a year of jobs done",
    question="Which way is cheapest, and what makes it so?",
    sliders=_stream_sliders,
    scenarios=_stream_scenarios,
    page=PageModel(stream, STREAM_VIEW, _stream_givens),
)
BENCH = ExplorerTemplate(
    id="one-task.bench",
    title="What does a backup cost?",
    question="What does a second person add to a year’s cost? And a third?",
    sliders=_bench_sliders,
    scenarios=_bench_scenarios,
    page=PageModel(bench, BENCH_VIEW, _bench_givens),
)
EXPLORERS = (TWELVE, STREAM, BENCH)
