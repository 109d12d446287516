"""The third explorer of lesson 04: what a reply costs when a machine drafts it and a person reads the draft."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import ArrayLike

from outsourcing_lessons.blocks.block import Slider
from outsourcing_lessons.blocks.view import Goal, Point, Series, Value, View, say
from outsourcing_lessons.course.managing_not_replacing.story_numbers import (
    CAUGHT,
    MINUTES,
    WRONG_BY_HAND,
    rate_of,
    twist_of,
)
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.explorer import ExplorerTemplate, PageModel, Scenarios
from outsourcing_lessons.models import drafting
from outsourcing_lessons.models.arguments import FloatOrArray
from outsourcing_lessons.money import readable

MOST_WRONG = 50  # per cent, where the chart ends
SHARES = tuple(range(MOST_WRONG + 1))
HUNDRED = 100  # pieces, by which costs and faults are told
TINY = 1e-12
LARGE_MISS = 10  # hours of the owner's, the most that a miss may be set to


def _sliders(case: Case) -> tuple[Slider, ...]:
    piece, step = twist_of(case).piece, _step(case)
    return (
        Slider(id="share", label="Share that the machine drafts", low=0, high=100, step=5, value=100, unit="%"),
        Slider(id="wrong", label="Drafts that are wrong", low=0, high=MOST_WRONG, step=1, value=20, unit="in 100"),
        Slider(id="read", label="Drafts that somebody reads", low=0, high=100, step=5, value=100, unit="in 100"),
        Slider(
            id="check",
            label="Time to read a draft",
            low=0.5,
            high=MINUTES + 2,
            step=0.5,
            value=2,
            unit="minutes",
            decimals=1,
        ),
        Slider(
            id="miss",
            label=f"What a wrong {piece} costs that goes out",
            short="What a miss costs",
            low=0,
            high=LARGE_MISS * 10 * step,
            step=step,
            value=10 * step,
            prefix=case.prefix,
            decimals=0 if step >= 1 else 2,
        ),
    )


def _step(case: Case) -> float:
    """Return a tenth of an hour of the owner's, as a price of one or two figures that ten times over is one as well."""
    return readable(case.hour / 10, 1)


def _scenarios(case: Case) -> Scenarios:
    return (
        ("All drafted, all read", {}),
        ("As it was offered: nobody reads", {"read": 0}),
        ("One draft in five is read", {"read": 20}),
        ("A miss costs ten times as much", {"miss": 10 * LARGE_MISS * _step(case)}),
        ("Reading takes as long as writing", {"check": MINUTES}),
        ("A better machine: 5 in 100 are wrong", {"wrong": 5}),
    )


def _givens(case: Case) -> dict[str, Any]:
    return {
        "rate": rate_of(case),
        "minutes": MINUTES,
        "caught": CAUGHT,
        "by_hand": WRONG_BY_HAND,
        "pieces": twist_of(case).pieces,
    }


def draft_machine(givens: dict[str, Any], values: dict[str, float]) -> dict[str, Any]:
    """Return what a hundred pieces cost by hand and with a machine's drafts, and what may change before it turns.

    Whoever reads a share of the drafts spends that share of the time and finds that share of what reading finds.
    """
    share, read, wrong = values["share"] / 100, values["read"] / 100, values["wrong"] / 100
    rate, minutes, miss = givens["rate"], givens["minutes"], values["miss"]
    by_hand = rate * minutes / 60 + givens["by_hand"] * miss

    def drafted(wrong: ArrayLike, read: float = read) -> FloatOrArray:
        return drafting.draft_cost(
            rate, values["check"] * read, 1 - np.asarray(wrong), givens["caught"] * read, minutes, miss
        )

    def mixed(wrong: ArrayLike, read: float = read) -> FloatOrArray:
        return HUNDRED * drafting.mean_cost(share, drafted(wrong, read), by_hand)

    hand, cost = HUNDRED * by_hand, float(mixed(wrong))
    faults = wrong * (1 - givens["caught"] * read)
    out = HUNDRED * (share * faults + (1 - share) * givens["by_hand"])
    checking = float(drafting.breakeven_check(by_hand, rate, 1 - wrong, givens["caught"] * read, minutes, miss))
    most_wrong = HUNDRED * float(
        drafting.breakeven_faults(by_hand, rate, values["check"] * read, givens["caught"] * read, minutes, miss)
    )
    cheaper, dearer = cost < hand * (1 - 1e-9), cost > hand * (1 + 1e-9)
    return {
        "shares": SHARES,
        "hand_line": [hand] * len(SHARES),
        "set_line": mixed([at / 100 for at in SHARES]),
        "unread_line": mixed([at / 100 for at in SHARES], 0.0),
        "some_read": read > 0,
        "at": values["wrong"],
        "cost": cost,
        "hand": hand,
        "out": out,
        "hand_out": HUNDRED * givens["by_hand"],
        "gap": HUNDRED * abs(hand - cost) / hand if cheaper or dearer else 0.0,
        "cheaper": cheaper,
        "dearer": dearer,
        "even": not cheaper and not dearer,
        "drafts": share > 0,
        "reading": checking / read if read > 0 and checking > 0 else None,
        "no_reading": read > 0 and checking == 0,
        "unread": read == 0,
        "turn": most_wrong if share > 0 and 0 < most_wrong < MOST_WRONG else None,
        **_cost_of_a_miss(givens, values, faults),
        "found": dearer and values["wrong"] <= 10 and values["check"] < minutes,
    }


def _cost_of_a_miss(givens: dict[str, Any], values: dict[str, float], faults: float) -> dict[str, Any]:
    """Return from or up to which cost of a miss drafts are the cheaper way, or that it makes no difference.

    People's own faults cost as much each, so what counts is how many more, or fewer, of the drafts go out wrong.
    """
    read, more = values["read"] / 100, faults - givens["by_hand"]
    right, caught = 1 - values["wrong"] / 100, givens["caught"] * read
    free = drafting.draft_cost(givens["rate"], values["check"] * read, right, caught, givens["minutes"], 0)
    left = givens["rate"] * givens["minutes"] / 60 - float(free)
    turns = abs(more) > TINY and left / more > 0
    return {
        "most_miss": left / more if turns and more > 0 else None,
        "least_miss": left / more if turns and more < 0 else None,
        "always": not turns and left > 0,
        "never": not turns and left <= 0,
    }


VIEW = View(
    title="What {pieces} cost, by how often a draft is wrong",
    x_label="Drafts that are wrong, in 100",
    y_label="Cost of 100, misses included",
    money=True,
    series=(
        Series(name="All by hand", x="shares", y="hand_line", role="regular"),
        Series(name="Drafts, as set", x="shares", y="set_line", role="machine"),
        Series(name="Drafts, none read", x="shares", y="unread_line", role="stranger", when="some_read"),
    ),
    marks=(
        Point(x="at", y="cost", text=say("now: {cost:about}"), drag_x="wrong"),
        Point(x="turn", y="hand", text=say("costs the same"), when="turn"),
    ),
    sentence=say(
        ("not drafts", "Nothing is drafted: 100 {pieces} cost {hand:about}, and {hand_out} of them go out wrong."),
        ("drafts", "100 {pieces} cost {cost:about} with drafts, and {hand:about} by hand"),
        ("drafts, cheaper", ": {gap} % less."),
        ("drafts, dearer", ": {gap} % more."),
        ("drafts, even", ": the same."),
        ("drafts", " {out:1} of 100 {out|goes|go} out wrong, and {hand_out} by hand."),
    ),
    readouts=(
        Value(label="100 cost, with drafts", value=say("{cost:about}")),
        Value(label="100 cost, by hand", value=say("{hand:about}")),
        Value(
            label="Reading a draft may take",
            value=say(
                ("reading", "up to {reading:1} {reading|minute|minutes}"),
                ("no_reading", "no time at all"),
                ("unread", "nobody reads"),
            ),
        ),
        Value(
            label="Drafts are cheaper",
            value=say(
                ("most_miss", "while a miss costs less than {most_miss:about}"),
                ("least_miss", "once a miss costs more than {least_miss:about}"),
                ("always", "whatever a miss costs"),
                ("never", "never"),
            ),
        ),
    ),
    goal=Goal(
        ask="Find a machine that is right nine times in ten or more, quicker to read than to write, and still costs more than "
        "working by hand.",
        when="found",
        said=say("You found it. At {wrong} wrong in 100, a miss of {miss:money} decides, not the machine’s average."),
    ),
)


DRAFT = ExplorerTemplate(
    id="managing-not-replacing.draft-machine",
    title="The draft machine",
    question="How much reading is worth its time? And at what cost of a miss does the answer turn?",
    sliders=_sliders,
    scenarios=_scenarios,
    page=PageModel(draft_machine, VIEW, _givens),
)
