"""The first explorer of lesson 04: how busy the owner is, how long a question waits, what handing over does to both."""

from __future__ import annotations

from typing import Any

from outsourcing_lessons.blocks.block import Slider
from outsourcing_lessons.blocks.view import Goal, Point, Prediction, Said, Series, Value, View, say
from outsourcing_lessons.course.managing_not_replacing.story_numbers import (
    DAY_HOURS,
    DAYS,
    MINUTES,
    REQUESTS,
    SPOT_CHECK,
)
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.explorer import ExplorerTemplate, PageModel, Scenarios
from outsourcing_lessons.models import queueing

FULLEST = 0.97  # where the curve is cut off; beyond it the wait leaves the page
BUSY = range(10, round(100 * FULLEST) + 1)
LONG = 120  # minutes, from which on a wait is said in hours
BUSIEST = 0.85  # of the day, before anything is handed over
GOAL_WAIT, GOAL_SHARE = 30, 25  # minutes, and per cent handed over at most


def _sliders(case: Case) -> tuple[Slider, ...]:
    return (
        Slider(
            id="requests", label="Requests that arrive in a day", low=5, high=80, step=1, value=REQUESTS, unit="a day"
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


def _scenarios(case: Case) -> Scenarios:
    return (
        ("As in the story", {}),
        ("A third is decided elsewhere", {"share": 33}),
        ("Three more a day", {"requests": REQUESTS + 3}),
        ("As busy, in longer pieces", {"requests": 18, "minutes": 30}),
        ("Half handed over where there was room", {"requests": 27, "share": 50}),
    )


def _givens(case: Case) -> dict[str, Any]:
    return {"day_hours": DAY_HOURS, "days": DAYS, "spot_check": SPOT_CHECK, "hour": case.hour}


def queue(givens: dict[str, Any], values: dict[str, float]) -> dict[str, Any]:
    """Return how full the day is before and after some is handed over, and how long a question waits.

    Of what somebody else decides, the owner still looks at a spot check.
    """
    minutes, spread, share = values["minutes"], values["spread"] / 100, values["share"] / 100
    before = values["requests"] * minutes / (60 * givens["day_hours"])
    after = before * (1 - share * (1 - givens["spot_check"]))
    freed = (before - after) * givens["day_hours"] * givens["days"]

    def wait(busy: Any, spread: float = spread) -> Any:
        return queueing.kingman_wait(utilisation=busy, cv_arrival=1, cv_service=spread, service_time=minutes)

    shares = [busy / 100 for busy in BUSY]
    found = {
        "busy": BUSY,
        "as_set": wait(shares),
        "alike": wait(shares, 0),
        "differ": spread > 0,
        "handed": share > 0,
        "freed": freed,
        "freed_worth": freed * givens["hour"],
        "less_work": 100 * (1 - after / before),
        "less_wait": None,
        "grows": (after - 1) * givens["day_hours"] if after >= 1 else None,
    }
    for name, taken in (("before", before), ("after", after)):
        minutes_waited = wait(taken) if taken < 1 else None
        at = min(max(taken, BUSY[0] / 100), FULLEST)
        found |= {f"{name}_taken": 100 * taken, f"{name}_at": 100 * at, f"{name}_height": wait(at)}
        found |= {f"{name}_full": minutes_waited is None, f"{name}_wait": minutes_waited}
        found |= {f"{name}_{size}": None for size in ("short", "minutes", "hours")}
        if minutes_waited is not None:
            size = "short" if minutes_waited < 1 else "minutes" if minutes_waited < LONG else "hours"
            found[f"{name}_{size}"] = minutes_waited / 60 if size == "hours" else minutes_waited
    if found["before_wait"] and found["after_wait"] is not None:
        found["less_wait"] = 100 * (1 - found["after_wait"] / found["before_wait"])
    short = found["after_wait"] is not None and found["after_wait"] <= GOAL_WAIT
    return found | {"reached": short and 0 < values["share"] <= GOAL_SHARE and before >= BUSIEST}


def _wait(name: str, full: str, when: str = "") -> Said:
    """Say how long a question waits; ``full`` where there is no end to it."""
    also = f", {when}" if when else ""
    return say(
        (f"{name}_full{also}", full),
        (f"{name}_short{also}", "under a minute"),
        (f"{name}_minutes{also}", f"{{{name}_minutes}} min"),
        (f"{name}_hours{also}", f"{{{name}_hours:1}} h"),
    )


TWELVE = 12  # questions a day, which the prediction is about
ENDLESS = "longer each day"
LESS = "handed, not after_full, not before_full"
VIEW = View(
    title="The fuller the day, the longer the wait",
    x_label="Share of the day that is taken, %",
    y_label="Minutes a question waits, on average",
    series=(
        Series(name="As set", x="busy", y="as_set", role="own"),
        Series(name="All equally long", x="busy", y="alike", role="bench", when="differ"),
    ),
    marks=(
        Point(
            x="before_at",
            y="before_height",
            text=(*say(("handed", "before: "), ("not handed", "now: ")), *_wait("before", "no end to it")),
            drag_x="requests",
        ),
        Point(
            x="after_at",
            y="after_height",
            text=(*say("now: "), *_wait("after", "no end to it")),
            when="handed",
            drag_x="share",
        ),
    ),
    sentence=(
        *say(
            (
                "after_full",
                "More comes in than fits into the day ({after_taken} %), so the pile grows by {grows:hours} of work each "
                "day, and there is no average wait.",
            ),
            ("not handed, not after_full", "{before_taken} % of the day is taken, and a question waits "),
        ),
        *_wait("before", ENDLESS, "not handed, not after_full"),
        *say(
            ("not handed, not after_full", " before you begin."),
            (
                "handed, not after_full, before_full",
                "With {share} % handed over the pile stops growing: {after_taken} % of the day is taken, and a question "
                "waits ",
            ),
        ),
        *_wait("after", ENDLESS, "handed, not after_full, before_full"),
        *say(("handed, not after_full, before_full", "."), (LESS, "With {share} % handed over, a question waits ")),
        *_wait("after", ENDLESS, LESS),
        *say((LESS, " instead of ")),
        *_wait("before", ENDLESS, LESS),
        *say((LESS, ": {less_work} % less work on your desk, {less_wait} % less waiting in front of it.")),
    ),
    readouts=(
        Value(label="Share of the day taken", value=say("{before_taken} %", ("handed", " → {after_taken} %"))),
        Value(
            label="A question waits",
            value=(*_wait("before", ENDLESS), *say(("handed", " → ")), *_wait("after", ENDLESS, "handed")),
        ),
        Value(label="Freed in a week", value=say("{freed:hours}, worth {freed_worth:about}")),
    ),
    goal=Goal(
        ask=f"Start at {round(100 * BUSIEST)} % or more taken. Bring the wait to {GOAL_WAIT} minutes or less, and hand over no more "
        f"than {GOAL_SHARE} %.",
        when="reached",
        said=say("You found it: with {share} % handed over, {after_taken} % of the day is taken, and that is enough."),
    ),
    prediction=Prediction(axis="y", times=60 / TWELVE, text="your guess: {guess} hours for twelve questions"),
)


DESK = ExplorerTemplate(
    id="managing-not-replacing.queue",
    title="You as a queue",
    question="Which change shortens the wait most, and takes least to make?",
    sliders=_sliders,
    scenarios=_scenarios,
    page=PageModel(queue, VIEW, _givens),
    formerly="managing-not-replacing.desk",
)
