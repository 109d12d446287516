"""Where a talk ends, by where it begins."""

from __future__ import annotations

from typing import Any

from asking_for_a_raise.talk import PULL, settled
from outsourcing_lessons.blocks.block import Slider
from outsourcing_lessons.blocks.view import Find, Goal, Point, Prediction, Series, Value, View, say
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.explorer import ExplorerTemplate, PageModel


def _sliders(case: Case) -> tuple[Slider, ...]:
    return (
        Slider(id="opening", label="The number you open with", low=1, high=20, step=1, value=8, unit="%"),
        Slider(
            id="pull", label="How far a first number pulls", low=0, high=1, step=0.1, value=PULL, unit="", decimals=1
        ),
    )


def _givens(case: Case) -> dict[str, Any]:
    return {"planned": 3, "month": case.fields["month"]}


def pulled(givens: dict[str, Any], values: dict[str, float]) -> dict[str, Any]:
    """Return where the talk ends for every opening, and for the one that is set."""
    numbers = range(1, 21)
    (here,) = settled([values["opening"]], givens["planned"], values["pull"])
    return {
        "numbers": numbers,
        "raises": settled(numbers, givens["planned"], values["pull"]),
        "here": here,
        "more": here / 100 * givens["month"],
        "six_by_a_weak": abs(here - 6) < 0.05 and values["pull"] < PULL,
        "six_by_a_strong": abs(here - 6) < 0.05 and values["pull"] > PULL,
        "below": here < givens["planned"],
    }


VIEW = View(
    title="Where the talk ends",
    x_label="The number you open with, per cent",
    y_label="The raise, per cent",
    series=(Series(name="The talk", x="numbers", y="raises", drag_y="pull"),),
    marks=(Point(x="opening", y="here", text=say("{here:1} %"), drag_x="opening"),),
    sentence=say("The talk ends at {here:1} %, which is {more:about} a month."),
    readouts=(Value(label="More a month", value=say("{more:about}")),),
    goal=Goal(
        ask="Find two ways to end at six per cent.",
        finds=(
            Find(when="six_by_a_weak", said=say("One way: a high opening, {opening} %, that pulls weakly.")),
            Find(when="six_by_a_strong", said=say("One way: an opening of {opening} % that pulls strongly.")),
        ),
        then=Goal(
            ask="Now end below what was planned.",
            when="below",
            said=say("You found it: open with {opening} %, and the boss gladly agrees."),
        ),
    ),
    prediction=Prediction(axis="y", text="your guess: {guess} %"),
)
PULLED = ExplorerTemplate(
    id="first-number.pulled",
    title="What does a first number do?",
    question="How high must you open to end at five per cent?",
    sliders=_sliders,
    scenarios=lambda case: (("As in the story", {}), ("A low start", {"opening": 2}), ("A firm boss", {"pull": 0.1})),
    page=PageModel(pulled, VIEW, _givens),
)
