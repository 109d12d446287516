"""The first explorer of lesson 04: how busy the owner is, how long a question waits, what handing over does to both."""

from __future__ import annotations

from dataclasses import dataclass, replace

from outsourcing_lessons.blocks.block import Frame, Readout, Slider
from outsourcing_lessons.charts.chart import Chart, Line, Mark, describe, narrow, svg
from outsourcing_lessons.course.managing_not_replacing.setting import DAY_HOURS, DAYS, MATTERS, MINUTES, SPOT_CHECK
from outsourcing_lessons.lessons.case import Case, hours
from outsourcing_lessons.lessons.lesson import ExplorerTemplate
from outsourcing_lessons.models import queueing
from outsourcing_lessons.money import plain

FULLEST = 0.97  # where the curve is cut off; beyond it the wait leaves the page
BUSY = tuple(range(10, round(100 * FULLEST) + 1))


@dataclass(frozen=True)
class Desk:
    """A desk: matters a day, minutes for each, how much those vary, and the share decided elsewhere."""

    requests: float
    minutes: float
    spread: float
    share: float

    @property
    def before(self) -> float:
        """Share of the day taken if all came to the owner; 1 and more is too much."""
        return self.requests * self.minutes / (60 * DAY_HOURS)

    @property
    def after(self) -> float:
        """Share of the day taken by what still comes, and by a look at some of the rest."""
        return self.before * (1 - self.share * (1 - SPOT_CHECK))

    @property
    def freed(self) -> float:
        """Owner's hours a week."""
        return (self.before - self.after) * DAY_HOURS * DAYS

    def wait(self, busy):
        """Return the minutes a question waits at that share of the day; arrays are taken too."""
        return queueing.kingman_wait(utilisation=busy, cv_arrival=1, cv_service=self.spread, service_time=self.minutes)


def _sliders(case: Case) -> tuple[Slider, ...]:
    return (
        Slider(
            id="requests", label="Matters that arrive in a day", low=5, high=80, step=1, value=MATTERS, unit="a day"
        ),
        Slider(id="minutes", label="Time for each, on average", low=2, high=40, step=1, value=MINUTES, unit="minutes"),
        Slider(id="share", label="Share that somebody else decides", low=0, high=80, step=1, value=0, unit="%"),
        Slider(
            id="spread",
            label="How much they differ in length (100 %: as in the story)",
            short="How much they differ in length",
            low=0,
            high=200,
            step=10,
            value=100,
            unit="%",
        ),
    )


def _scenarios(case: Case):
    return (
        ("As in the story", {}),
        ("A third is decided elsewhere", {"share": 33}),
        ("Three more a day", {"requests": MATTERS + 3}),
        ("As busy, in longer pieces", {"requests": 18, "minutes": 30}),
        ("Half handed over where there was room", {"requests": 27, "share": 50}),
    )


def _frame(case: Case, values: dict[str, float]) -> Frame:
    desk = Desk(values["requests"], values["minutes"], values["spread"] / 100, values["share"] / 100)
    shares = [x / 100 for x in BUSY]
    lines = [Line("As set", BUSY, desk.wait(shares))]
    if desk.spread:
        lines.append(Line("All equally long", BUSY, replace(desk, spread=0).wait(shares)))
    chart = Chart(
        title="The fuller the day, the longer the wait",
        x_label="Share of the day that is taken, %",
        y_label="Minutes a question waits, on average",
        lines=tuple(lines),
        marks=tuple(_marks(desk)),
    )
    return Frame(
        svg=svg(chart),
        narrow=narrow(chart),
        alt=describe(chart),
        sentence=_sentence(desk),
        readouts=(
            Readout(label="Share of the day taken", value=_change(desk, _share)),
            Readout(label="A question waits", value=_change(desk, lambda busy: _wait(desk, busy))),
            Readout(label="Freed in a week", value=f"{hours(desk.freed)}, worth {case.about(desk.freed * case.hour)}"),
        ),
    )


def _marks(desk: Desk):
    """Point at where the desk stands, and at where it stood before; what is off the curve sits at its end."""
    places = [("now", desk.before)] if not desk.share else [("before", desk.before), ("now", desk.after)]
    for name, busy in places:
        at = min(max(busy, BUSY[0] / 100), FULLEST)
        text = f"{name}: {_wait(desk, busy)}" if busy < 1 else f"{name}: no end to it"
        yield Mark(100 * at, desk.wait(at), text)


def _change(desk: Desk, say) -> str:
    return f"{say(desk.before)} → {say(desk.after)}" if desk.share else say(desk.before)


def _share(busy: float) -> str:
    return f"{plain(100 * busy)} %"


def _wait(desk: Desk, busy: float) -> str:
    if busy >= 1:
        return "longer each day"
    minutes = desk.wait(busy)
    if minutes < 1:
        return "under a minute"
    return f"{plain(minutes)} min" if minutes < 120 else f"{plain(minutes / 60, 1)} h"


def _sentence(desk: Desk) -> str:
    taken = f"{plain(100 * desk.share)} % handed over"
    if desk.after >= 1:
        return (
            f"More comes in than fits into the day ({_share(desk.after)}), so the pile grows by {hours((desk.after - 1) * DAY_HOURS)} of work "
            "each day, and there is no average wait."
        )
    if not desk.share:
        return f"{_share(desk.before)} of the day is taken, and a question waits {_wait(desk, desk.before)} before you begin."
    if desk.before >= 1:
        return f"With {taken} the pile stops growing: {_share(desk.after)} of the day is taken, and a question waits {_wait(desk, desk.after)}."
    less_work = 100 * (1 - desk.after / desk.before)
    less_wait = 100 * (1 - desk.wait(desk.after) / desk.wait(desk.before))
    return (
        f"With {taken}, a question waits {_wait(desk, desk.after)} instead of {_wait(desk, desk.before)}: {plain(less_work)} % less work on your "
        f"desk, {plain(less_wait)} % less waiting in front of it."
    )


DESK = ExplorerTemplate(
    id="managing-not-replacing.queue",
    title="You as a queue",
    question="Which change shortens the wait most, and takes least to make?",
    sliders=_sliders,
    scenarios=_scenarios,
    frame=_frame,
    formerly="managing-not-replacing.desk",
)
