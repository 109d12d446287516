"""Who may do what: for each secret, the commands it may send. What is not here, nobody may.

The wall may turn its own pages, since a clicker is plugged in where the wall is; a remote may do what an instructor
does without looking at the console. Neither can choose anything that is not next.
"""

from __future__ import annotations

TURN = frozenset({"next", "back", "blank"})
MAY: dict[str, frozenset[str] | None] = {
    "instructor": None,  # everything there is
    "helper": frozenset({"look", "going", "helped"}),
    "projector": TURN,
    "remote": TURN | {"pause", "countdown", "undo"},
    "participant": frozenset(),
}


def may(role: str, kind: object) -> bool:
    """Whether who holds this secret may send such a command.

    Examples
    --------
    >>> [may(role, "open") for role in MAY], [may(role, "next") for role in MAY]
    ([True, False, False, False, False], [True, False, True, True, False])
    """
    allowed = MAY[role]
    return allowed is None or kind in allowed


def answers(role: str) -> bool:
    """Whether somebody is told that a command is not theirs; who has none at all sends no message that we know."""
    return role in ("instructor", "helper", "remote")
