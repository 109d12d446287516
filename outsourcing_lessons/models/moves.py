"""What a player did, turn by turn, and the luck of a turn: the same number in every language.

A model that is played in turns is given its moves as settings: ``turn-1`` is 0 until the first move is made, and then
its number; ``luck`` says which of a learner's lucks it is.
"""

from __future__ import annotations

from collections.abc import Mapping

from outsourcing_lessons.models.business.luck import one

LUCK = "luck"
RANGE = 2**32


def turn_of(number: int) -> str:
    """Return the name of the setting that holds the move of a turn, counted from 1."""
    return f"turn-{number}"


def made(values: Mapping[str, float]) -> list[int]:
    """Return the moves made so far, in order; what stands behind a turn that was not played does not count.

    Examples
    --------
    >>> made({"turn-1": 2.0, "turn-2": 1.0, "turn-3": 0.0, "turn-4": 1.0, "luck": 0.0})
    [2, 1]
    """
    moves: list[int] = []
    while move := int(values.get(turn_of(len(moves) + 1), 0)):
        moves.append(move)
    return moves


def share(seed: int, luck: float, turn: int, stream: int) -> float:
    """Return a number in [0, 1) that depends on its place alone.

    Parameters
    ----------
    seed : int
        The learner's.
    luck : float
        Which of the learner's lucks: a whole number.
    turn, stream : int
        The turn, and which number of it, in [0, 8).

    Examples
    --------
    >>> share(1, 0, 0, 0), share(1, 1, 0, 0)
    (0.33757063769735396, 0.6734243440441787)
    """
    return one(seed % RANGE, int(luck), turn, stream) / RANGE
