"""An explorer that is played in turns: its moves are settings, kept and given back like those of sliders."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from outsourcing_lessons.blocks.block import Slider, Turned
from outsourcing_lessons.blocks.view import Move, Turns
from outsourcing_lessons.errors import ContentError
from outsourcing_lessons.lessons.case import Case
from outsourcing_lessons.lessons.said import Results, filled, holds, in_words
from outsourcing_lessons.models.moves import LUCK, made, turn_of

Values = dict[str, float]
LUCKS = 100  # of a learner, before the first comes again


def settings_of(turns: Turns) -> tuple[Slider, ...]:
    """Return a setting for the move of each turn, 0 where none is made yet, and one for the luck."""
    most = len(turns.moves)
    moves = (
        Slider(id=turn_of(n), label=f"{turns.each} {n}", low=0, high=most, step=1, value=0)
        for n in range(1, turns.count + 1)
    )
    return (*moves, Slider(id=LUCK, label="Luck", low=0, high=LUCKS - 1, step=1, value=0))


def one_play(*moves: int) -> Callable[[Case], tuple[tuple[str, Values], ...]]:
    """Return the named settings of an explorer: nothing played, and one play for paper, by the number of each move."""
    played: Values = {turn_of(n): float(move) for n, move in enumerate(moves, 1)}
    return lambda case: (("Nothing played yet", {}), ("One way to play it", played))


def counted(turns: Turns, values: Values) -> dict[str, Any]:
    """Return what every view in turns may name: how many are played, the one that is next, whether it is over."""
    played = min(len(made(values)), turns.count)
    return {
        "played": played,
        "turn": min(played + 1, turns.count),
        "turns": turns.count,
        "begun": played > 0,
        "over": played == turns.count,
    }


def so_far(values: Values) -> Iterator[Values]:
    """Yield a play as it stood before each of its moves, and at its end."""
    moves = made(values)
    for played in range(len(moves) + 1):
        yield values | {turn_of(n): 0.0 for n in range(played + 1, len(moves) + 1)}


def stood(turns: Turns, results: Results, prefix: str, place: str) -> dict[str, Any]:
    """Return what a play says where it stands: what is met, each move, offered or not, and what came of the last."""
    over = results["over"]

    def said(move: Move, number: int) -> dict[str, Any]:
        offered = not over and holds(move.when, results, place)
        return {
            "text": filled(move.text, results, prefix, f"{place}, move {number}") if offered else "",
            "offered": offered,
        }

    return {
        "turn": results["turn"],
        "over": over,
        "meets": "" if over else in_words(turns.meets, results, prefix, f"{place}, meets"),
        "on_paper": "" if over else in_words(turns.on_paper or turns.meets, results, prefix, f"{place}, on paper"),
        "moves": [said(move, number) for number, move in enumerate(turns.moves, 1)],
        "happened": in_words(turns.happened, results, prefix, f"{place}, happened") if results["begun"] else "",
    }


def played(moves: list[int], stands: list[dict[str, Any]], place: str) -> tuple[Turned, ...]:
    """Return a play turn by turn, from where it stood before each move and at its end."""
    turns = []
    for move, before, after in zip(moves, stands, stands[1:], strict=False):
        offers = tuple(one["text"] for one in before["moves"] if one["offered"])
        text = before["moves"][move - 1]["text"]
        if not text:
            raise ContentError(f"{place}: the play on paper makes move {move}, which is not offered there")
        turns.append(Turned(meets=before["on_paper"], offers=offers, move=text, happened=after["happened"]))
    return tuple(turns)


def a_play(turns: Turns, chance: Random) -> Values:
    """Return some play: as many turns as it happens, with any moves, in any luck."""
    played = chance.choice((0, turns.count, chance.randint(0, turns.count)))
    moves = {turn_of(n): 0.0 for n in range(1, turns.count + 1)}
    moves |= {turn_of(n): float(chance.randint(1, len(turns.moves))) for n in range(1, played + 1)}
    return moves | {LUCK: float(chance.randrange(LUCKS))}
