"""Ten hires, one by one: four people apply each time, and what one can see of them tells more or less."""

from __future__ import annotations

import math
from typing import Any

from outsourcing_lessons.blocks.view import Goal, Move, Series, Turns, Value, View, say
from outsourcing_lessons.course.hiring_blind.story_numbers import (
    BOTH,
    OVERLAP,
    SCORED,
    TALK,
    WORK_SAMPLE,
    YEARS,
    story_numbers,
    twist_of,
)
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.explorer import ExplorerTemplate, PageModel
from outsourcing_lessons.lessons.moves import one_play
from outsourcing_lessons.models import selection
from outsourcing_lessons.models.moves import made, share
from outsourcing_lessons.models.normal import bar

INITIALS = "BDGKMR"  # of last names: forty people share seven first names, and nobody applies twice
HIRES, BLIND, PEOPLE = 10, 5, 4  # hires; those of them by years and talk; who apply each time
WORK, FOR_YEARS, FOR_TALK, FOR_MARKS, FOR_PIECE = range(5)  # which number of a person decides what
FIRST = 120  # the place where the people of a play begin in its luck
MIDDLE_YEARS, SPREAD_YEARS, MOST_YEARS = 9, 5, 25
MIDDLE_POINTS, SPREAD_POINTS, MOST_POINTS = 5.5, 2, 10


def _givens(case: Case) -> dict[str, Any]:
    story = story_numbers(case)
    names = case.trade.of("turn-the-dials").helpers
    return {
        "seed": case.profile.seed,
        "base": story.base,
        "of_ten": 10 * story.base,
        "needed": round(10 * story.base) + 2,
        "years": YEARS,
        "talk": TALK,
        "marks": SCORED,
        "piece": WORK_SAMPLE,
        "overlap": OVERLAP,
        "names": list(names),
        "role": twist_of(case).role,
        "by_talk": 100 * float(selection.success_best_of(story.base, TALK, PEOPLE)),
        "by_both": 100 * float(selection.success_best_of(story.base, BOTH, PEOPLE)),
        "by_random": 100 * story.base,
    }


def hires(givens: dict[str, Any], values: dict[str, float]) -> dict[str, Any]:
    """Return who has applied for the next hire, and how many of those hired so far are good."""
    picks = [(move - 1) % PEOPLE for move in made(values)[:HIRES]]
    applied = [applicants(givens, values["luck"], turn) for turn in range(1, len(picks) + 2)]
    good = [0]
    for pick, people in zip(picks, applied, strict=False):
        good.append(good[-1] + people[pick]["good"])
    now = applied[min(len(picks), HIRES - 1)]
    turn, last = min(len(picks), HIRES - 1), applied[len(picks) - 1] if picks else None
    there = sum(person["good"] for person in last) if last else 0
    early, late = good[min(len(picks), BLIND)], good[-1] - good[min(len(picks), BLIND)]
    return {
        "hires": range(len(good)),
        "good": good,
        "random": [givens["base"] * n for n in range(len(good))],
        "most": HIRES,
        "zero": 0,
        "blind": turn < BLIND,
        "asked": turn >= BLIND,
        "starts": turn == BLIND,
        "found": good[-1],
        "early": early,
        "early_hires": min(len(picks), BLIND),
        "late_hires": max(0, len(picks) - BLIND),
        "late": late,
        "last_name": _name(givens, len(picks), picks[-1]) if picks else "",
        "was_good": bool(last and last[picks[-1]]["good"]),
        "was_poor": bool(last and not last[picks[-1]]["good"]),
        "there": there,
        "nobody": there == 0,
        "everybody": there == PEOPLE,
        "reached": len(picks) == HIRES and good[-1] >= givens["needed"],
        "missed": len(picks) == HIRES and good[-1] < givens["needed"],
        **{f"name_{n}": _name(givens, turn + 1, n - 1) for n in range(1, PEOPLE + 1)},
        **{
            f"{sign}_{n}": now[n - 1][sign]
            for n in range(1, PEOPLE + 1)
            for sign in ("years", "talk", "marks", "piece")
        },
    }


def _name(givens: dict[str, Any], turn: int, place: int) -> str:
    names: list[str] = givens["names"]
    again, which = divmod(PEOPLE * (turn - 1) + place, len(names))
    return f"{names[which]} {INITIALS[again % len(INITIALS)]}."


def applicants(givens: dict[str, Any], luck: float, turn: int) -> list[dict[str, Any]]:
    """Return who applies for a hire: what can be seen of each, and whether he or she is good."""
    return [_person(givens, luck, PEOPLE * (turn - 1) + place) for place in range(PEOPLE)]


def _person(givens: dict[str, Any], luck: float, who: int) -> dict[str, Any]:
    """Return whether a person is good, and what can be seen of him or her."""
    work, years, talk, marks, piece = (_bell(share(givens["seed"], luck, FIRST + who, which)) for which in range(5))
    validity, other = givens["marks"], givens["piece"]
    # What two signs have in common beyond the work, so that they overlap as far as they are said to.
    common = (givens["overlap"] - validity * other) / math.sqrt((1 - validity**2) * (1 - other**2))
    piece = common * marks + math.sqrt(1 - common**2) * piece
    return {
        "good": work > float(bar(givens["base"])),
        "years": _between(1, MIDDLE_YEARS + SPREAD_YEARS * _sign(givens["years"], work, years), MOST_YEARS),
        "talk": _points(_sign(givens["talk"], work, talk)),
        "marks": _points(_sign(validity, work, marks)),
        "piece": _points(_sign(other, work, piece)),
    }


def _bell(number: float) -> float:
    return float(bar(1 - number)) if number > 0 else -8.0


def _sign(validity: float, work: float, noise: float) -> float:
    return validity * work + math.sqrt(1 - validity**2) * noise


def _points(sign: float) -> int:
    return _between(0, MIDDLE_POINTS + SPREAD_POINTS * sign, MOST_POINTS)


def _between(least: int, number: float, most: int) -> int:
    return min(most, max(least, math.floor(number + 0.5)))


VIEW = View(
    title="How many of your hires are good?",
    x_label="Hires",
    y_label="Good ones so far",
    series=(
        Series(name="You", x="hires", y="good", role="own"),
        Series(name="Picked at random, on average", x="hires", y="random", role="stranger"),
    ),
    turns=Turns(
        each="Hire",
        count=HIRES,
        room=("zero", "most"),
        meets=say(
            ("blind", "Four people apply. You see their years in the trade, and talk to each for half an hour."),
            (
                "starts",
                "From now on you know more: all four have answered the same scored questions, and done the same paid piece.",
            ),
            ("asked, not starts", "Four people, the same questions, the same paid piece."),
        ),
        moves=(
            *(
                Move(
                    text=f"{{name_{n}}}: {{years_{n}}} {{years_{n}|year|years}}, talk {{talk_{n}}} of 10", when="blind"
                )
                for n in range(1, PEOPLE + 1)
            ),
            *(
                Move(text=f"{{name_{n}}}: answers {{marks_{n}}}, paid piece {{piece_{n}}} of 10", when="asked")
                for n in range(1, PEOPLE + 1)
            ),
        ),
        happened=say(
            ("was_good", "{last_name} does good work. "),
            ("was_poor", "{last_name}’s work does not hold up. "),
            ("nobody", "Nobody among the four could have done it."),
            ("everybody", "All four could have done it."),
            ("not nobody, not everybody", "Of the four, {there:count} could have done it."),
        ),
    ),
    sentence=say(
        ("not begun", "Ten times you need {role}."),
        ("begun, not over", "Good so far: {found} of {played}."),
        (
            "over",
            "{early} of 5 by years and talk, {late} of 5 by answers and a paid piece. Ten hires are too few to tell one "
            "way from the other. Over thousands, taking the best of four gives {by_talk:0} good ones in 100 by the talk and {by_both:0} by "
            "answers and piece; picking at random gives {by_random:0}.",
        ),
    ),
    readouts=(
        Value(label="Good, by years and talk", value=say("{early} of {early_hires}")),
        Value(label="Good, by answers and piece", value=say("{late} of {late_hires}")),
    ),
    goal=Goal(
        ask="Hire {needed} good ones. Picking at random gives {of_ten:0} of ten on average.",
        when="reached",
        said=say(
            "{found} of ten. Some of that is judgement and some is luck; play again with other luck, and see how far it moves. "
            "Few owners hire often enough to learn from their own hires which sign tells."
        ),
    ),
)
HIRE_TEN = ExplorerTemplate(
    id="hiring-blind.hires",
    title="Hire ten",
    question="Choose as you would. Some months later you hear how each of them worked out.",
    scenarios=one_play(1, 2, 3, 4, 1, 5, 6, 7, 8, 5),
    page=PageModel(hires, VIEW, _givens),
)
