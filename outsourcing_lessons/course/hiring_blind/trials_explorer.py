"""The explorer of trials: what passing so many tells, and what they cost with the wrong choices that are left."""

from __future__ import annotations

from typing import Any

import numpy as np

from outsourcing_lessons.blocks.block import Slider
from outsourcing_lessons.blocks.view import Goal, Point, Series, Value, View, say
from outsourcing_lessons.course.hiring_blind.story_numbers import story_numbers
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.explorer import ExplorerTemplate, PageModel, Scenarios, settled
from outsourcing_lessons.models import trials as trying

MOST_TRIALS = 6


def _trial_sliders(case: Case) -> tuple[Slider, ...]:
    story = story_numbers(case)
    return (
        Slider(
            id="trials", label="Trials that somebody must pass", low=0, high=MOST_TRIALS, step=1, value=0, unit="trials"
        ),
        Slider(
            id="good",
            label="Share of applicants who are good",
            low=5,
            high=95,
            step=5,
            value=round(100 * story.base),
            unit="%",
        ),
        Slider(
            id="slips",
            label="Poor ones who pass a trial all the same",
            low=0,
            high=95,
            step=5,
            value=round(100 * story.slips),
            unit="%",
        ),
        Slider(
            id="cost",
            label="One trial costs you",
            low=0,
            high=10 * story.trial_cost,
            step=story.trial_cost / 4,
            value=story.trial_cost,
            prefix=case.prefix,
        ),
        Slider(
            id="loss",
            label="A wrong choice costs you",
            low=0,
            high=4 * story.loss,
            step=story.loss / 10,
            value=story.loss,
            prefix=case.prefix,
        ),
    )


def _trial_scenarios(case: Case) -> Scenarios:
    story = story_numbers(case)
    return (
        ("No trial", {}),
        ("One trial, as in the story", {"trials": 1}),
        ("A trial that nearly everyone passes", {"trials": 1, "slips": 75}),
        ("Only one in five is good", {"trials": 1, "good": 20}),
        ("An expensive trial for a small job", {"trials": 1, "cost": 3 * story.trial_cost, "loss": story.loss / 5}),
    )


def costs_per_hire(
    passes: float, good: float, slips: float, cost: float, loss: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Return, for 0 up to `MOST_TRIALS` trials: the belief, the trials paid for one hire, and the wrong choices left.

    If somebody fails, the next one is tried, so each hire also pays for the trials of those who failed.
    """
    n = np.arange(MOST_TRIALS + 1)
    belief = trying.belief_after(n, n, good, passes, slips)
    through = np.concatenate([[1.0], np.cumprod(trying.chance_to_pass(belief[:-1], passes, slips))])
    begun = np.concatenate([[0.0], np.cumsum(through[:-1])])
    doubt = trying.belief_after(
        n, n, 1 - good, slips, passes
    )  # what is left of 1 has fewer digits where belief is near it
    return belief, cost * begun / through, doubt * loss


def _trials_givens(case: Case) -> dict[str, Any]:
    return {"passes": story_numbers(case).passes}


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
        "paid_line": paid,
        "wrong_line": wrong,
        "both_line": both,
        "here": float(100 * belief[chosen]),
        "home": 100 * (1 - passes**chosen),
        "paid": float(paid[chosen]),
        "wrong": float(wrong[chosen]),
        "both": both[chosen],
        "over": both[chosen] - both[cheapest],
        "best": cheapest == chosen,
        "untried": chosen == 0,
    }


TRIALS_VIEW = View(
    title="What one hire costs you",
    x_label="Trials passed",
    y_label="Cost of one hire",
    money=True,
    series=(
        Series(name="Together", x="numbers", y="both_line"),
        Series(name="Wrong choices", x="numbers", y="wrong_line", role="stranger"),
        Series(name="Trials", x="numbers", y="paid_line", role="own"),
    ),
    marks=(Point(x="trials", y="both", text=say("{here} % good"), drag_x="trials"),),
    sentence=say(
        ("untried", "Without a trial, {here} of 100 hires are good"),
        (
            "not untried",
            "Of those who pass {trials:count} {trials|trial|trials}, {here} in 100 are good; {home} of 100 good ones were sent home",
        ),
        ". Trials and wrong choices together cost {both:about} a hire",
        ("best", ", and no other number of trials costs less."),
        ("not best", ", {over:about} more than they need to."),
    ),
    readouts=(
        Value(label="Good, of those who passed", value=say("{here} %")),
        Value(label="Good ones sent home", value=say("{home} %")),
        Value(label="Trials paid for one hire", value=say("{paid:about}")),
        Value(label="Wrong choices, on average", value=say("{wrong:about}")),
    ),
    goal=Goal(
        ask="Find the number of trials that costs least in all.",
        when="best",
        said=say(
            "You found it: {trials} {trials|trial|trials}. With {good} % good ones, {slips} % of the poor ones passing, "
            "{cost:about} a trial and {loss:about} a wrong choice, no other number costs less."
        ),
    ),
)


TRIALS = ExplorerTemplate(
    id="hiring-blind.trials",
    title="How many trials?",
    question="When have you seen enough? What would make it none?",
    sliders=_trial_sliders,
    scenarios=_trial_scenarios,
    page=PageModel(trials, TRIALS_VIEW, _trials_givens),
)
