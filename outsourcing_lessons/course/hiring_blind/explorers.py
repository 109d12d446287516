"""The two explorers of lesson 02: what better judgement is worth, and how many trials are enough."""

from __future__ import annotations

from typing import Any

import numpy as np

from outsourcing_lessons.blocks.block import Slider
from outsourcing_lessons.blocks.view import Goal, Point, Prediction, Series, Value, View, say
from outsourcing_lessons.course.hiring_blind.setting import SCORED, TALK, WORK_SAMPLE, YEARS, setting_of
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.explorer import ExplorerTemplate, PageModel, Scenarios, settled
from outsourcing_lessons.models import selection
from outsourcing_lessons.models import trials as trying
from outsourcing_lessons.money import rounded

METHODS = {"years": YEARS, "talk": TALK, "sample": WORK_SAMPLE, "marks": SCORED}
CLOSE = 0.015
VALIDITIES = np.arange(41) / 50
WELL, NOTHING = 0.3, 0.5  # from where on judgement is good; good ones of 100 that are as good as none
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


def _judging_scenarios(case: Case) -> Scenarios:
    return (
        ("Years of experience alone", {}),
        ("The same questions for all, with marks", {"validity": SCORED}),
        ("Marks for all, but only one applies", {"validity": SCORED, "candidates": 1}),
        ("Nearly everybody is good", {"validity": SCORED, "good": 90}),
        ("Hardly anybody is good", {"validity": SCORED, "good": 5}),
    )


def _judging_givens(case: Case) -> dict[str, Any]:
    return {f"by_{name}": validity for name, validity in METHODS.items()}


def judging(givens: dict[str, Any], values: dict[str, float]) -> dict[str, Any]:
    """Return how many of 100 chosen are good at every quality of judgement, by each method, and as set."""
    people, base, validity = int(values["candidates"]), values["good"] / 100, values["validity"]
    at = [*VALIDITIES, *(givens[f"by_{name}"] for name in METHODS), validity]
    good = (100 * selection.success_best_of(base, at, people)).round(6).tolist()
    curve, methods, here = good[:41], good[41:-1], good[-1]
    near = next((name for name in METHODS if abs(givens[f"by_{name}"] - validity) < CLOSE), None)
    return {
        "validities": VALIDITIES,
        "curve": curve,
        "lots": [100 * base] * 41,
        "here": here,
        "more": here - 100 * base,
        "wrong": 100 - rounded(here),
        "only": people == 1,
        "any": near is not None,
        **{f"good_{name}": value for name, value in zip(METHODS, methods, strict=True)},
        **{f"near_{name}": name == near for name in METHODS},
        "idle": validity >= WELL and here - 100 * base < NOTHING,
    }


NEAR = {"years": "years", "talk": "free talk", "sample": "work sample", "marks": "scored interview"}
WAYS = {"years": "years of experience", "talk": "a free talk", "sample": "a work sample", "marks": "marks"}
JUDGING_VIEW = View(
    title="Of 100 you choose, how many are good?",
    x_label="How well you judge: 0 is drawing lots, 1 is certainty",
    y_label="Good ones among 100 chosen",
    series=(
        Series(name="Whoever seems best", x="validities", y="curve", when="not only"),
        Series(name="The only one", x="validities", y="curve", when="only"),
        Series(name="Drawing lots", x="validities", y="lots", role="stranger"),
    ),
    marks=(
        *(
            Point(x=f"by_{name}", y=f"good_{name}", text=say(text), when=f"not near_{name}")
            for name, text in NEAR.items()
        ),
        Point(
            x="validity",
            y="here",
            text=say(*((f"near_{name}", text) for name, text in NEAR.items()), ("not any", "you"), ": {here}"),
        ),
    ),
    sentence=say(
        ("only", "With one applicant whom you take in any case, {good} of 100 are good, however well you judge."),
        ("not only", "Choosing from {candidates:count} people "),
        ("not only, any", "by "),
        *((f"not only, near_{name}", text) for name, text in WAYS.items()),
        ("not only, not any", "and judging this well"),
        ("not only", ", you get a good one {here} times in 100; by drawing lots, {good} times."),
    ),
    readouts=(
        Value(label="Good ones, of 100 chosen", value=say("{here}")),
        Value(label="More than by drawing lots", value=say("{more}")),
        Value(label="Wrong choices, of 100", value=say("{wrong}")),
    ),
    goal=Goal(
        ask="Find a setting in which you judge well, and it brings nothing.",
        when="idle",
        said=say(
            "You found it: with {candidates} {candidates|applicant|applicants} and {good} % good ones, judging at "
            "{validity:2} brings no more than lots."
        ),
    ),
    prediction=Prediction(axis="y", times=10, text="your guess: {guess} of ten"),
)


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


def _trial_scenarios(case: Case) -> Scenarios:
    setting = setting_of(case)
    return (
        ("One trial, as in the story", {}),
        ("No trial at all", {"trials": 0}),
        ("A trial that nearly everyone passes", {"slips": 75}),
        ("One in five is good, three trials", {"good": 20, "trials": 3}),
        ("A dear trial for a small job", {"cost": 3 * setting.trial_cost, "loss": setting.loss / 5}),
    )


def costs_per_hire(
    passes: float, good: float, slips: float, cost: float, loss: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return, for 0 up to `MOST_TRIALS` trials: the belief, the trials paid for one hire, and the wrong choices left.

    Whoever fails is let go and the next one is tried, so each hire also pays for the trials of those who failed.
    """
    n = np.arange(MOST_TRIALS + 1)
    belief = trying.belief_after(n, n, good, passes, slips)
    through = np.concatenate([[1.0], np.cumprod(trying.chance_to_pass(belief[:-1], passes, slips))])
    begun = np.concatenate([[0.0], np.cumsum(through[:-1])])
    return belief, cost * begun / through, (1 - belief) * loss


def _trials_givens(case: Case) -> dict[str, Any]:
    return {"passes": setting_of(case).passes}


def trials(givens: dict[str, Any], values: dict[str, float]) -> dict[str, Any]:
    """Return whom one gets and loses after up to `MOST_TRIALS` trials, and what that costs for one hire."""
    chosen, passes = int(values["trials"]), givens["passes"]
    belief, paid, wrong = costs_per_hire(
        passes, values["good"] / 100, values["slips"] / 100, values["cost"], values["loss"]
    )
    both = settled(paid + wrong)
    cheapest = both.index(min(both))
    return {
        "numbers": range(MOST_TRIALS + 1),
        "belief": 100 * belief,
        "left": [100 * passes**number for number in range(MOST_TRIALS + 1)],
        "here": float(100 * belief[chosen]),
        "paid": float(paid[chosen]),
        "wrong": float(wrong[chosen]),
        "both": both[chosen],
        "cheapest": cheapest,
        "belief_cheapest": float(100 * belief[cheapest]),
        "best": cheapest == chosen,
        "untried": chosen == 0,
        "none": cheapest == 0,
    }


TRIALS_VIEW = View(
    title="Whom you get, and whom you lose",
    x_label="Trials passed",
    y_label="Per cent",
    y_unit=" %",
    series=(
        Series(name="Good, of those who passed", x="numbers", y="belief"),
        Series(name="Passed, of the good", x="numbers", y="left", role="stranger"),
    ),
    marks=(
        Point(x="cheapest", y="belief_cheapest", text=say("cheapest"), when="not best"),
        Point(x="trials", y="here", text=say("{here} % good", ("best", ", and cheapest"))),
    ),
    sentence=say(
        ("untried", "Without a trial"),
        ("not untried", "After {trials:count} passed {trials|trial|trials}"),
        ", {here} of 100 such people are good. Trials and wrong choices together cost {both:about} a hire; ",
        ("best", "no other number of trials costs less."),
        ("not best, none", "no trial would cost least."),
        ("not best, not none", "{cheapest:count} {cheapest|trial|trials} would cost least."),
    ),
    readouts=(
        Value(label="Good, of those who passed", value=say("{here} %")),
        Value(label="Trials paid for one hire", value=say("{paid:about}")),
        Value(label="Wrong choices, on average", value=say("{wrong:about}")),
        Value(label="Cheapest here", value=say("{cheapest} {cheapest|trial|trials}")),
    ),
    goal=Goal(
        ask="Find a setting in which no trial at all costs least.",
        when="none",
        said=say(
            "You found it: with {good} % good ones, {slips} % of the poor ones passing, {cost:about} a trial and {loss:about} a "
            "wrong choice, trying does not pay."
        ),
    ),
)


JUDGING = ExplorerTemplate(
    id="hiring-blind.judging",
    title="How well can you judge?",
    question="When does good judgement bring nothing?",
    sliders=_judging_sliders,
    scenarios=_judging_scenarios,
    page=PageModel(judging, JUDGING_VIEW, _judging_givens),
)
TRIALS = ExplorerTemplate(
    id="hiring-blind.trials",
    title="How many trials?",
    question="Find the number of trials that costs least in all. What makes it none?",
    sliders=_trial_sliders,
    scenarios=_trial_scenarios,
    page=PageModel(trials, TRIALS_VIEW, _trials_givens),
)
EXPLORERS = (JUDGING, TRIALS)
