"""The two explorers of lesson 02: what better judgement is worth, and how many trials are enough."""

from __future__ import annotations

import numpy as np

from outsourcing_lessons.blocks.block import Frame, Readout, Slider
from outsourcing_lessons.charts.chart import Chart, Line, Mark, describe, narrow, svg
from outsourcing_lessons.course.hiring_blind.setting import SCORED, TALK, WORK_SAMPLE, YEARS, setting_of
from outsourcing_lessons.lessons.case import Case, count
from outsourcing_lessons.lessons.lesson import ExplorerTemplate
from outsourcing_lessons.models import selection, trials
from outsourcing_lessons.money import plain

METHODS = {"years": YEARS, "free talk": TALK, "work sample": WORK_SAMPLE, "scored interview": SCORED}
CLOSE = 0.015
VALIDITIES = np.linspace(0, 0.8, 41)
MOST_TRIALS = 6


def _judging_sliders(case: Case) -> tuple[Slider, ...]:
    setting = setting_of(case)
    return (
        Slider(
            id="validity",
            label="How well you judge (0 is lots, 1 is certainty)",
            short="How well you judge",
            low=0,
            high=0.8,
            step=0.01,
            value=YEARS,
            decimals=2,
        ),
        Slider(
            id="candidates",
            label="People to choose from",
            low=1,
            high=30,
            step=1,
            value=setting.candidates,
            unit="people",
        ),
        Slider(
            id="good",
            label="Share of them who would do it well",
            low=5,
            high=95,
            step=5,
            value=round(100 * setting.base),
            unit="%",
        ),
    )


def _judging_scenarios(case: Case):
    return (
        ("Years of experience alone", {}),
        ("The same questions for all, with marks", {"validity": SCORED}),
        ("Marks for all, but only one applies", {"validity": SCORED, "candidates": 1}),
        ("Nearly everybody is good", {"validity": SCORED, "good": 90}),
        ("Hardly anybody is good", {"validity": SCORED, "good": 5}),
    )


def _judging_frame(case: Case, values: dict[str, float]) -> Frame:
    people, base, validity = int(values["candidates"]), values["good"] / 100, values["validity"]
    at = np.concatenate([VALIDITIES, list(METHODS.values()), [validity]])
    *curve, here = np.round(100 * selection.success_best_of(base, at, people), 6).tolist()
    curve, points = curve[: len(VALIDITIES)], dict(zip(METHODS, curve[len(VALIDITIES) :], strict=True))
    near = [name for name, v in METHODS.items() if abs(v - validity) < CLOSE]
    marks = [Mark(METHODS[name], y, name) for name, y in points.items() if name not in near]
    marks.append(Mark(validity, here, f"{near[0] if near else 'you'}: {plain(here)}"))
    chart = Chart(
        title="Of 100 you choose, how many are good?",
        x_label="How well you judge: 0 is drawing lots, 1 is certainty",
        y_label="Good ones among 100 chosen",
        lines=(
            Line("Whoever seems best" if people > 1 else "The only one", VALIDITIES, curve),
            Line("Drawing lots", VALIDITIES, np.full(len(VALIDITIES), 100 * base)),
        ),
        marks=tuple(marks),
    )
    return Frame(
        svg=svg(chart),
        narrow=narrow(chart),
        alt=describe(chart),
        sentence=_judging_sentence(people, 100 * base, here, near),
        readouts=(
            Readout(label="Good ones, of 100 chosen", value=plain(here)),
            Readout(label="More than by drawing lots", value=plain(here - 100 * base)),
            Readout(label="Wrong choices, of 100", value=plain(100 - round(here))),
        ),
    )


def _judging_sentence(people: int, lots: float, here: float, near: list[str]) -> str:
    if people == 1:
        return f"With one applicant whom you take in any case, {plain(lots)} of 100 are good, however well you judge."
    way = {
        "years": "years of experience",
        "free talk": "a free talk",
        "work sample": "a work sample",
        "scored interview": "marks",
    }
    by = f"by {way[near[0]]}" if near else "and judging this well"
    return f"Choosing from {count(people)} people {by}, you get a good one {plain(here)} times in 100; by drawing lots, {plain(lots)} times."


def _trial_sliders(case: Case) -> tuple[Slider, ...]:
    setting = setting_of(case)
    return (
        Slider(
            id="trials", label="Trials that somebody must pass", low=0, high=MOST_TRIALS, step=1, value=1, unit="trials"
        ),
        Slider(
            id="good",
            label="Share of applicants who are good",
            low=5,
            high=95,
            step=5,
            value=round(100 * setting.base),
            unit="%",
        ),
        Slider(
            id="slips",
            label="Poor ones who pass a trial all the same",
            low=0,
            high=95,
            step=5,
            value=round(100 * setting.slips),
            unit="%",
        ),
        Slider(
            id="cost",
            label="One trial costs you",
            low=0,
            high=10 * setting.trial_cost,
            step=setting.trial_cost / 4,
            value=setting.trial_cost,
            prefix=case.prefix,
        ),
        Slider(
            id="loss",
            label="A wrong choice costs you",
            low=0,
            high=4 * setting.loss,
            step=setting.loss / 10,
            value=setting.loss,
            prefix=case.prefix,
        ),
    )


def _trial_scenarios(case: Case):
    setting = setting_of(case)
    return (
        ("One trial, as in the story", {}),
        ("No trial at all", {"trials": 0}),
        ("A trial that nearly everyone passes", {"slips": 75}),
        ("One in five is good, three trials", {"good": 20, "trials": 3}),
        ("A dear trial for a small job", {"cost": 3 * setting.trial_cost, "loss": setting.loss / 5}),
    )


def costs_per_hire(setting, good: float, slips: float, cost: float, loss: float):
    """Return, for 0 up to `MOST_TRIALS` trials: the belief, the trials paid for one hire, and the wrong choices left.

    Whoever fails is let go and the next one is tried, so each hire also pays for the trials of those who failed.
    """
    n = np.arange(MOST_TRIALS + 1)
    belief = trials.belief_after(n, n, good, setting.passes, slips)
    through = np.concatenate([[1.0], np.cumprod(trials.chance_to_pass(belief[:-1], setting.passes, slips))])
    begun = np.concatenate([[0.0], np.cumsum(through[:-1])])
    return belief, cost * begun / through, (1 - belief) * loss


def _trial_frame(case: Case, values: dict[str, float]) -> Frame:
    setting, chosen = setting_of(case), int(values["trials"])
    belief, paid, wrong = costs_per_hire(
        setting, values["good"] / 100, values["slips"] / 100, values["cost"], values["loss"]
    )
    cheapest, n = int(np.argmin(paid + wrong)), tuple(range(MOST_TRIALS + 1))
    marks = {
        cheapest: "cheapest",
        chosen: f"{plain(100 * belief[chosen])} % good" + (", and cheapest" if chosen == cheapest else ""),
    }
    left = 100 * setting.passes ** np.arange(MOST_TRIALS + 1)
    chart = Chart(
        title="Whom you get, and whom you lose",
        x_label="Trials passed",
        y_label="Per cent",
        y_unit=" %",
        lines=(Line("Good, of those who passed", n, 100 * belief), Line("Passed, of the good", n, left)),
        marks=tuple(Mark(k, 100 * belief[k], text) for k, text in marks.items()),
    )
    return Frame(
        svg=svg(chart),
        narrow=narrow(chart),
        alt=describe(chart),
        sentence=_trial_sentence(case, chosen, cheapest, 100 * belief[chosen], paid[chosen] + wrong[chosen]),
        readouts=(
            Readout(label="Good, of those who passed", value=f"{plain(100 * belief[chosen])} %"),
            Readout(label="Trials paid for one hire", value=case.about(paid[chosen])),
            Readout(label="Wrong choices, on average", value=case.about(wrong[chosen])),
            Readout(label="Cheapest here", value=f"{cheapest} trial{'' if cheapest == 1 else 's'}"),
        ),
    )


def _trial_sentence(case: Case, chosen: int, cheapest: int, belief: float, both: float) -> str:
    after = f"After {count(chosen)} passed trial{'' if chosen == 1 else 's'}" if chosen else "Without a trial"
    best = f"{count(cheapest)} trial{'s' if cheapest > 1 else ''} would cost least"
    return (
        f"{after}, {plain(belief)} of 100 such people are good. Trials and wrong choices together cost {case.about(both)} a hire; "
        f"{'no other number of trials costs less' if chosen == cheapest else best}."
    )


JUDGING = ExplorerTemplate(
    id="hiring-blind.judging",
    title="How well can you judge?",
    question="When does good judgement bring nothing?",
    sliders=_judging_sliders,
    scenarios=_judging_scenarios,
    frame=_judging_frame,
)
TRIALS = ExplorerTemplate(
    id="hiring-blind.trials",
    title="How many trials?",
    question="Find the number of trials that costs least in all. What makes it none?",
    sliders=_trial_sliders,
    scenarios=_trial_scenarios,
    frame=_trial_frame,
)
EXPLORERS = (JUDGING, TRIALS)
