"""Where a talk ends, by where it begins."""

from __future__ import annotations

from asking_for_a_raise.talk import PULL, settled
from outsourcing_lessons.blocks.block import Frame, Readout, Slider
from outsourcing_lessons.charts.chart import Chart, Line, Mark, describe, narrow, svg
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.lesson import ExplorerTemplate
from outsourcing_lessons.money import plain


def _sliders(case: Case) -> tuple[Slider, ...]:
    return (
        Slider(id="opening", label="The number you open with", low=1, high=20, step=1, value=8, unit="%"),
        Slider(
            id="pull", label="How far a first number pulls", low=0, high=1, step=0.1, value=PULL, unit="", decimals=1
        ),
    )


def _frame(case: Case, values: dict[str, float]) -> Frame:
    numbers = tuple(range(1, 21))
    (here,) = settled([values["opening"]], 3, values["pull"])
    line = Line("The talk", numbers, tuple(settled(numbers, 3, values["pull"])))
    chart = Chart(
        title="Where the talk ends",
        x_label="The number you open with, per cent",
        y_label="The raise, per cent",
        lines=(line,),
        marks=(Mark(values["opening"], here, f"{plain(here, 1)} %"),),
    )
    month = here / 100 * case.fields["month"]
    return Frame(
        svg=svg(chart),
        narrow=narrow(chart),
        alt=describe(chart),
        sentence=f"The talk ends at {plain(here, 1)} %, which is {case.about(month)} a month.",
        readouts=(Readout(label="More a month", value=case.about(month)),),
    )


PULLED = ExplorerTemplate(
    id="first-number.pulled",
    title="What does a first number do?",
    question="How high must you open to end at five per cent?",
    sliders=_sliders,
    scenarios=lambda case: (("As in the story", {}), ("A low start", {"opening": 2}), ("A firm boss", {"pull": 0.1})),
    frame=_frame,
)
