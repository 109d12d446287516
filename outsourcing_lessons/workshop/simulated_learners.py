"""What made-up learners answer: some know, some guess, some follow the advice blindly, some are slow.

Every response is one that a page could send; what it is worth is for the server to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from outsourcing_lessons.items.item import Item
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.words import CONFIDENCES

Response = dict[str, Any]


@dataclass(frozen=True)
class Kind:
    """A kind of learner."""

    name: str
    knows: float  # the chance that an answer is right for a reason
    pace: tuple[float, float] = (0.1, 0.6)  # from when to when they answer, in shares of the time a step has
    follows: bool = False  # whether they do what the advice of the course says, wherever it has something to say


KINDS = (
    Kind("knowing", 0.9),
    Kind("guessing", 0.0),
    Kind("following", 0.5, follows=True),
    Kind("slow", 0.6, pace=(0.5, 1.2)),
)


def answered(item: Item, kind: Kind, chance: SeededRandom, tested: bool, knows: float | None = None) -> Response:
    """Return what such a learner answers; in a test also how sure they are.

    Examples
    --------
    >>> from outsourcing_lessons.items.item import Number
    >>> item = Number(id="begin.sum", title="Sum", prompt="1 + 1?", key=2, tolerance=0, low=0, high=9, otherwise="Add.",
    ...               praise="Yes.")
    >>> answered(item, Kind("certain", knows=1), SeededRandom("somebody", 1), tested=False)
    {'value': '2'}
    """
    advice = chosen().followed(item) if kind.follows else None
    known = chance.below(1000) < 1000 * (kind.knows if knows is None else knows)
    response = advice or item.simulated(chance, known)
    if not tested or "confidence" in response:
        return response
    sure = CONFIDENCES[-3:] if known or advice else CONFIDENCES[:4]
    return response | {"confidence": chance.pick(sure)}
