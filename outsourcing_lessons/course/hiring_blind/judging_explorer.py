"""The explorer of what better judgement is worth: one of so many people, at a figure and at both its ends."""

from __future__ import annotations

from typing import Any

import numpy as np

from outsourcing_lessons.blocks.block import Slider
from outsourcing_lessons.blocks.view import Goal, Point, Prediction, Series, Value, View, say
from outsourcing_lessons.course.hiring_blind.story_numbers import (
    BOTH,
    OFF,
    SCORED,
    TALK,
    WORK_SAMPLE,
    YEARS,
    story_numbers,
)
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.explorer import ExplorerTemplate, PageModel, Scenarios
from outsourcing_lessons.models import selection

METHODS = {"years": YEARS, "talk": TALK, "sample": WORK_SAMPLE, "marks": SCORED, "both": BOTH}
CLOSE = 0.015
MOST_PEOPLE = 12
SUREST = 0.95  # nobody judges better than that


def _judging_sliders(case: Case) -> tuple[Slider, ...]:
    story = story_numbers(case)
    return (
        Slider(
            id="validity",
            label="How well you judge (0 is picked at random, 1 is certainty)",
            short="How well you judge",
            low=0,
            high=0.8,
            step=0.01,
            value=YEARS,
            decimals=2,
        ),
        Slider(
            id="off",
            label="If that figure were wrong by so much, either way",
            short="Wrong by",
            low=0,
            high=0.3,
            step=0.01,
            value=OFF,
            decimals=2,
        ),
        Slider(
            id="candidates",
            label="People to choose from",
            low=1,
            high=MOST_PEOPLE,
            step=1,
            value=story.candidates,
            unit="people",
        ),
        Slider(
            id="good",
            label="Share of them who would do it well",
            low=5,
            high=95,
            step=5,
            value=round(100 * story.base),
            unit="%",
        ),
    )


def _judging_scenarios(case: Case) -> Scenarios:
    return (
        ("Years of experience alone", {}),
        ("The same scored questions for all", {"validity": SCORED}),
        ("Scored questions and a paid piece", {"validity": BOTH}),
        ("Scored questions, but only one applies", {"validity": SCORED, "candidates": 1}),
        ("Nearly everybody is good", {"validity": SCORED, "good": 90}),
    )


def _judging_givens(case: Case) -> dict[str, Any]:
    return {f"by_{name}": validity for name, validity in METHODS.items()}


def judging(givens: dict[str, Any], values: dict[str, float]) -> dict[str, Any]:
    """Return how many of 100 chosen are good: of one to twelve people, and by each method at both ends of its band."""
    people, base, validity, off = (int(values["candidates"]), values["good"] / 100, values["validity"], values["off"])

    def ends(middle: float) -> tuple[float, float]:
        return max(0.0, middle - off), min(SUREST, middle + off)

    def among_100(at: Any, choices: Any) -> list[Any]:
        found: list[Any] = (100 * selection.success_best_of(base, at, choices)).round(6).tolist()
        return found

    low, high = ends(validity)
    numbers = range(1, MOST_PEOPLE + 1)
    less, curve, more = among_100(np.array([[low], [validity], [high]]), np.arange(1, MOST_PEOPLE + 1))
    methods = among_100(np.array([ends(givens[f"by_{name}"]) for name in METHODS]), people)
    near = next((name for name in METHODS if abs(givens[f"by_{name}"] - validity) < CLOSE), None)
    gains = [share - 100 * base for share in curve]
    half = next((n for n in numbers if gains[n - 1] >= gains[-1] / 2), None) if gains[-1] > 0 else None
    here = curve[people - 1]
    return {
        "numbers": numbers,
        "less": less,
        "curve": curve,
        "more": more,
        "low": low,
        "high": high,
        "here": here,
        "worst": less[people - 1],
        "best": more[people - 1],
        "gain": gains[people - 1],
        "all": gains[-1],
        "only": people == 1,
        "wide": off > 0 and people > 1,
        "any": near is not None,
        **{f"{name}_low": ends[0] for name, ends in zip(METHODS, methods, strict=True)},
        **{f"{name}_high": ends[1] for name, ends in zip(METHODS, methods, strict=True)},
        **{f"near_{name}": name == near for name in METHODS},
        "half": half == people,
    }


WAYS = {
    "years": "by years of experience",
    "talk": "by a free conversation",
    "sample": "by a paid piece",
    "marks": "by scored questions",
    "both": "by scored questions and a paid piece together",
}
NAMES = {
    "years": "Years of experience",
    "talk": "Free conversation",
    "sample": "Paid piece",
    "marks": "Scored questions",
    "both": "Scored questions and paid piece",
}
JUDGING_VIEW = View(
    title="Of 100 you choose, how many are good?",
    x_label="People to choose from",
    y_label="Good ones among 100 chosen",
    series=(
        Series(name="At {validity:2}", x="numbers", y="curve", drag_y="validity"),
        Series(name="If it were {low:2}", x="numbers", y="less", upto="more", role="stranger", when="wide"),
        Series(name="If it were {high:2}", x="numbers", y="more", role="bench", when="wide"),
    ),
    marks=(Point(x="candidates", y="here", text=say("{here} of 100"), drag_x="candidates"),),
    sentence=say(
        ("only", "With one applicant whom you take in any case, {good} of 100 are good, however well you judge."),
        ("not only", "Choosing one of {candidates:count} "),
        *((f"not only, near_{name}", text) for name, text in WAYS.items()),
        ("not only, not any", "and judging this well"),
        ("not only", ", you get a good one {here} times in 100 if the figure is {validity:2}"),
        ("not only, wide", ", and {worst} or {best} times if it were {low:2} or {high:2}"),
        ("not only", ". Picked at random, it is {good}."),
    ),
    readouts=tuple(
        Value(label=name, value=say(("wide", f"{{{way}_low}} to {{{way}_high}}"), ("not wide", f"{{{way}_low}}")))
        for way, name in NAMES.items()
    ),
    goal=Goal(
        ask="Find the fewest people who already bring half of what twelve would add.",
        when="half",
        said=say(
            "You found it: {candidates:count} people add {gain:1} good choices in 100 to picking at random, and twelve add "
            "{all:1}. The first few applicants count most."
        ),
    ),
    prediction=Prediction(axis="y", times=10, text="your guess: {guess} of ten"),
)


JUDGING = ExplorerTemplate(
    id="hiring-blind.judging",
    title="How well can you judge?",
    question="How many applicants do you need? What if the figure were wrong?",
    sliders=_judging_sliders,
    scenarios=_judging_scenarios,
    page=PageModel(judging, JUDGING_VIEW, _judging_givens),
)
