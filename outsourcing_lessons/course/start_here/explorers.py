"""Which hour does a bill free? The same bill in full and in quiet weeks."""

from __future__ import annotations

import math
from typing import Any

from outsourcing_lessons.blocks.block import Slider
from outsourcing_lessons.blocks.view import Point, Series, Value, View, say
from outsourcing_lessons.course.start_here.own_hour import thursday
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.explorer import ExplorerTemplate, PageModel, Scenarios

WEEKS = tuple(range(11))  # of ten


def gain(hours: float, sold: float, unsold: float, bill: float, full: float) -> float:
    """Return what paying a bill brings on average, when so many weeks of ten are full.

    Parameters
    ----------
    hours : float
        Of the learner's own that the bill frees.
    sold, unsold : float
        What one of them brings in a full week, and in a quiet one; currency.
    bill : float
        Currency.
    full : float
        Weeks of ten in which a customer waits for the hours, in [0, 10].

    Examples
    --------
    >>> gain(hours=2, sold=60, unsold=36, bill=96, full=5)
    0.0
    """
    return hours * (unsold + (sold - unsold) * full / 10) - bill


def _sliders(case: Case) -> tuple[Slider, ...]:
    given, prefix = thursday(case), case.prefix
    bill, unsold, sold = given.bill / 8, given.unsold / 12, given.sold / 20  # a step, of which the start is so many
    return (
        Slider(id="full", label="Weeks of ten in which customers wait", low=0, high=10, step=1, value=3, unit="weeks"),
        Slider(id="hours", label="Hours it takes you", low=1, high=8, step=1, value=given.hours, unit="hours"),
        Slider(id="bill", label="What somebody else charges", low=0, high=_up_to(8 * given.sold, bill), step=bill, value=given.bill, prefix=prefix),
        Slider(id="sold", label="An hour that you sell brings", low=5 * sold, high=60 * sold, step=sold, value=given.sold, prefix=prefix),
        Slider(id="unsold", label="A free hour is worth to you", low=0, high=_up_to(2 * given.sold, unsold), step=unsold, value=given.unsold, prefix=prefix),
    )  # fmt: skip


def _up_to(most: float, step: float) -> float:
    """Return the end of a slider: so much or a little more, in whole steps."""
    return step * math.ceil(most / step)


def _scenarios(case: Case) -> Scenarios:
    return (
        ("Three weeks of ten are full", {}),
        ("Every week is full", {"full": 10}),
        ("Every week is quiet", {"full": 0}),
        ("It takes you twice as long", {"hours": 4}),
    )


def hour(givens: dict[str, Any], values: dict[str, float]) -> dict[str, Any]:
    """Return what paying gains at every number of full weeks, and from how many of them on it pays."""
    hours, sold, unsold, bill = (values[name] for name in ("hours", "sold", "unsold", "bill"))
    gains = [gain(hours, sold, unsold, bill, full) for full in WEEKS]
    here = gain(hours, sold, unsold, bill, values["full"])
    paying = [full for full, one in zip(WEEKS, gains, strict=True) if one >= 0]
    rises = sold > unsold
    return {
        "weeks": list(WEEKS),
        "gains": gains,
        "here": here,
        "lost": -here,
        "wins": here > 0,
        "loses": here < 0,
        "even": here == 0,
        "from": paying[0] if paying else 0,
        "turns": rises and bool(paying) and paying[0] > 0,
        "always": bool(paying) and len(paying) == len(WEEKS),
        "never": not paying,
        "falls": bool(paying) and paying[0] == 0 and len(paying) < len(WEEKS),
        "worth": here + bill,
    }


VIEW = View(
    title="What paying somebody gains you",
    x_label="Weeks of ten in which customers wait for your hours",
    y_label="Gain",
    money=True,
    y_from_zero=True,
    series=(Series(name="If you pay", x="weeks", y="gains", role="own"),),
    marks=(Point(x="full", y="here", text=say(("wins", "gains {here:about}"), ("loses", "loses {lost:about}"))),),
    sentence=say(
        "With {full} full weeks of ten, the hours are worth {worth:about} to you and cost {bill:about}: ",
        ("wins", "paying gains {here:about}. "),
        ("loses", "paying loses {lost:about}. "),
        ("even", "it makes no difference. "),
        ("turns", "It pays from {from} full weeks on."),
        ("always", "It pays in any week."),
        ("never", "It pays in no week."),
    ),
    readouts=(
        Value(label="The hours are worth", value=say("{worth:about}")),
        Value(
            label="It pays from",
            value=say(
                ("turns", "{from} full weeks of ten"),
                ("always", "any week on"),
                ("never", "no week on"),
                ("falls", "quiet weeks only"),
            ),
        ),
    ),
)
HOUR = ExplorerTemplate(
    id="start-here.hour",
    title="Which hour does it free?",
    question="How many of your own last ten weeks were full? Set that first, then your own numbers.",
    sliders=_sliders,
    scenarios=_scenarios,
    page=PageModel(hour, VIEW),
)
EXPLORERS = (HOUR,)
