"""An explorer of lesson 04 that is played: six weeks, a kind of decision each, and who decides it.

The desk of the story: `queueing` says how long a request waits there, `authority` how many cases are settled well. Two
assumptions of ours tie them together. To get to the bottom of a case takes the owner as long again as to answer it, so
the fuller the desk, the fewer cases are looked into. And a helper who may decide, and does not know, brings the case to
the desk.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass
from typing import Any

from outsourcing_lessons.blocks.view import Goal, Move, Series, Turns, Value, View, say
from outsourcing_lessons.course.managing_not_replacing.story_numbers import (
    DAYS,
    MINUTES,
    PRONOUNS,
    REQUESTS,
    busy_with,
    story_numbers,
    twist_of,
    wait_on_desk,
)
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.explorer import ExplorerTemplate, PageModel
from outsourcing_lessons.lessons.moves import one_play
from outsourcing_lessons.lessons.trade import first_name
from outsourcing_lessons.models.authority import initiative, settled_well
from outsourcing_lessons.models.moves import made, share
from outsourcing_lessons.money import readable

KEEP, LIMIT, WHOLE = 1, 2, 3
MAY_KNOW, GUESS = 0.9, 0.5
LONGEST, LEAST_WRONG = 10, 0.1  # the goal: minutes that a request waits, and what wrong decisions cost of the beginning


@dataclass(frozen=True)
class Kind:
    """A kind of decision: how many a day, and of small and large cases how alike the two decide, and what a wrong one costs.

    ``large`` is the share of cases above the limit. Costs are in hours of the owner's.
    """

    a_day: int
    large: float
    alike: float
    alike_large: float
    cost: float
    cost_large: float


KINDS = {
    "usual": Kind(12, 0.1, 0.95, 0.6, 0.2, 4),
    "dates": Kind(8, 0.25, 0.95, 0.95, 0.06, 0.06),
    "prices": Kind(5, 0.3, 0.4, 0.4, 0.5, 1),
    "promises": Kind(5, 0.3, 0.45, 0.45, 0.5, 1),
    "complaints": Kind(8, 0.1, 0.92, 0.55, 0.2, 6),
    "supplies": Kind(6, 0.25, 0.95, 0.95, 0.06, 0.06),
}
NAMES = tuple(KINDS)
OTHERS = REQUESTS - sum(kind.a_day for kind in KINDS.values())  # a day, which stay on the desk


def _givens(case: Case) -> dict[str, Any]:
    twist = twist_of(case)
    she, her, _ = PRONOUNS[twist.helper_is]
    named = {
        "helper": first_name(case.trade.freelancer),
        "she": she,
        "her": her,
        "matters": twist.matters,
        "asker": twist.asker,
        "sum": case.money(story_numbers(case).limit),
        "half": case.money(readable(story_numbers(case).limit / 2)),
    }
    words = {name: tuple(text.format(**named) for text in texts) for name, texts in WORDS.items()}
    return {
        "seed": case.profile.seed,
        "hour": case.hour,
        "helper": named["helper"],
        "kinds": [astuple(kind) for kind in KINDS.values()],
        "comes": [words[name][0] for name in NAMES],
        "bounds": [words[name][1] for name in NAMES],
        "came": [words[name][2:] for name in NAMES],
    }


def _looks_into(requests: float) -> float:
    """Return the share of so many requests a day that the owner has time to get to the bottom of."""
    return min(1.0, (1 - busy_with(requests)) / busy_with(requests))


def _week(moves: dict[int, int]) -> tuple[float, float, float]:
    """Return a week's requests a day on the desk, decisions gone wrong, and what these cost in hours of the owner's."""
    cases = [case for place, kind in enumerate(KINDS.values()) for case in _cases(kind, moves.get(place, KEEP))]
    asked = 1 - float(initiative(MAY_KNOW, 0, 1))
    desk = OTHERS + sum(a_day * (asked if given else 1) for a_day, _, _, given in cases)
    knows = _looks_into(desk)
    wrong = [
        DAYS * a_day * (1 - float(settled_well(knows, MAY_KNOW, alike, GUESS, int(given))))
        for a_day, alike, _, given in cases
    ]
    return desk, sum(wrong), sum(gone * cost for gone, (_, _, cost, _) in zip(wrong, cases, strict=True))


def _cases(kind: Kind, move: int) -> tuple[tuple[float, float, float, bool], ...]:
    """Return of small and of large cases: how many a day, how alike they are decided, the cost, whether the helper decides."""
    return (
        (kind.a_day * (1 - kind.large), kind.alike, kind.cost, move != KEEP),
        (kind.a_day * kind.large, kind.alike_large, kind.cost_large, move == WHOLE),
    )


def weeks(givens: dict[str, Any], values: dict[str, float]) -> dict[str, Any]:
    """Return what the desk, its hours and the wrong decisions come to, week by week."""
    moves, luck = made(values)[: len(NAMES)], values["luck"]
    order = (
        sorted(range(len(NAMES)), key=lambda place: share(givens["seed"], luck, 0, place))
        if luck
        else [*range(len(NAMES))]
    )
    hour, decided = givens["hour"], dict[int, int]()
    played = [_week(decided)]
    for place, move in zip(order, moves, strict=False):
        decided[place] = move
        played.append(_week(decided))
    desk, wrong, cost = played[-1]
    all_hours = hour * REQUESTS * MINUTES * DAYS / 60
    wait, now = wait_on_desk(desk), order[min(len(moves), len(NAMES) - 1)]
    left = cost / played[0][2]
    return {
        "at": range(len(moves) + 1),
        "hours_line": [hour * one[0] * MINUTES * DAYS / 60 for one in played],
        "wrong_line": [hour * one[2] for one in played],
        "none": 0,
        "all_hours": all_hours,
        "desk": desk,
        "wait": wait,
        "hours_now": desk * MINUTES * DAYS / 60,
        "hours_free": (REQUESTS - desk) * MINUTES * DAYS / 60,
        "deep": 100 * _looks_into(desk),
        "all_seen": _looks_into(desk) == 1,
        "wrong": wrong,
        "cost": hour * cost,
        "cost_before": hour * played[0][2],
        "comes": givens["comes"][now],
        "bound": givens["bounds"][now],
        "came": givens["came"][order[len(moves) - 1]][moves[-1] - 1] if moves else "",
        "moved": any(move != KEEP for move in moves),
        "reached": len(moves) == len(NAMES) and wait <= LONGEST and left <= LEAST_WRONG,
    }


# What comes to the desk, and how far a limit goes; then what comes of keeping it, of the limit, and of handing it over.
WORDS = {
    "usual": (
        "Twelve ordinary {matters} a day. {helper} talks to the {asker}s, and would decide nineteen in twenty as you would. One in ten is about far "
        "more money, and there you often differ.",
        "up to {sum}",
        "{helper} goes on asking, and the {asker}s go on waiting.",
        "The small ones are off your desk. The large ones still come to you.",
        "All of it is off your desk. You hear of two large cases when they have been paid.",
    ),
    "dates": (
        "Eight a day about dates: may it be Thursday instead? {helper} keeps the calendar, and you nearly always say yes. A clash takes one "
        "phone call to put right.",
        "if it stays within the week",
        "Each one waits for your yes. You have yet to say no.",
        "What stays within the week is settled without you. For the rest you are asked, and say yes.",
        "Nothing of it crosses your desk. Two clashes, two phone calls.",
    ),
    "prices": (
        "Five a day ask for a lower price. {helper} has a bonus for each {asker} who says yes; the difference comes out of your pocket.",
        "up to five per cent",
        "You decide. With time to look, you would decide better.",
        "Five per cent less has become the usual price.",
        "Every {asker} says yes, and every price falls.",
    ),
    "promises": (
        "Five a day about what was once promised. You were there, {helper} was not, and it is written down nowhere.",
        "up to {sum}",
        "You remember, if you get the time to think.",
        "{helper} settles the small ones by guesswork.",
        "Two who have been with you for years ask whether you have sold the business.",
    ),
    "complaints": (
        "Eight complaints a day. {helper} was on the phone; you read one line about each. Most are small. One in ten could end with a lawyer, "
        "and those {she} takes too lightly.",
        "up to {sum}, no lawyers",
        "You settle each of them by that one line.",
        "The small ones are settled on the phone. The dangerous ones still come to you.",
        "Quick and friendly, all of them. A lawyer’s letter is answered quickly, too.",
    ),
    "supplies": (
        "Six a day about small purchases: paper, postage, a taxi. {helper} sees what is missing, and none of them is large.",
        "up to {half}",
        "A box of paper waits for your yes.",
        "Most of it just arrives. For the rest you are asked, and say yes.",
        "It just arrives.",
    ),
}  # fmt: skip

VIEW = View(
    title="What a week on this desk costs you",
    x_label="Weeks",
    y_label="In a week",
    money=True,
    series=(
        Series(name="Your hours", x="at", y="hours_line", role="own"),
        Series(name="Wrong decisions", x="at", y="wrong_line", role="stranger"),
    ),
    turns=Turns(
        each="Week",
        count=len(NAMES),
        meets=say("{comes}"),
        room=("none", "all_hours"),
        moves=(Move(text="I decide"), Move(text="{helper} decides {bound}"), Move(text="{helper} decides all of them")),
        happened=say("{came}"),
    ),
    sentence=say(
        "{desk} requests a day reach the desk, and each waits {wait} {wait|minute|minutes}. You have time to look into ",
        ("all_seen", "all of them. "),
        ("not all_seen", "{deep} in 100. "),
        "{wrong} decisions a week go wrong, at a cost of {cost:about}",
        ("not over", "."),
        ("over, not moved", ", as before. You have won back no time."),
        ("over, moved", "; it was {cost_before:about}. You have won back {hours_free} {hours_free|hour|hours} a week."),
    ),
    readouts=(
        Value(label="A request waits", value=say("{wait} min")),
        Value(label="Your hours on this desk", value=say("{hours_now} a week")),
        Value(label="Wrong decisions cost", value=say("{cost:about} a week")),
    ),
    goal=Goal(
        ask="Bring the wait to ten minutes or less, and the cost of wrong decisions to a tenth.",
        when="reached",
        said=say(
            "You did it: {wait} minutes, and {cost:about} instead of {cost_before:about}. Hand over what the other knows, and would decide "
            "as you do, with a limit where a case can be large. What you keep gets better as well: you have time to look."
        ),
    ),
)
SIX = ExplorerTemplate(
    id="managing-not-replacing.weeks",
    title="Six weeks: who decides?",
    question="Each week another kind of decision comes up. Who decides from now on?",
    scenarios=one_play(LIMIT, WHOLE, WHOLE, KEEP, WHOLE, KEEP),
    page=PageModel(weeks, VIEW, _givens),
)
