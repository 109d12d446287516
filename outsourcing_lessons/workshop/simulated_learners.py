"""What made-up learners answer: some know, some guess, some follow the advice blindly, some are slow.

Every response is one that a page could send; what it is worth is for the server to say.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from outsourcing_lessons.items.item import Item
from outsourcing_lessons.items.random import SeededRandom
from outsourcing_lessons.lessons.courses import chosen
from outsourcing_lessons.words import CONFIDENCES

Response = dict[str, Any]
TEXTS = (
    "I would try it on something small first, and look at what comes back before I promise anything.",
    "It depends on how often this comes up, and on what it costs to be wrong.",
    "I am not sure yet; I would ask somebody who has done it.",
)


@dataclass(frozen=True)
class Kind:
    """A kind of learner.

    Parameters
    ----------
    name : str
        What it is called in the findings.
    knows : float
        The chance that an answer is right for a reason.
    pace : tuple of float
        From when to when they answer, in shares of the time a step has.
    follows : bool
        Whether they do what the advice of the course says, wherever it has something to say.
    """

    name: str
    knows: float
    pace: tuple[float, float] = (0.1, 0.6)
    follows: bool = False


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
    response = advice or (_RIGHT if known else _GUESS)[item.type](item, chance)
    if not tested or "confidence" in response:
        return response
    sure = CONFIDENCES[-3:] if known or advice else CONFIDENCES[:4]
    return response | {"confidence": chance.pick(sure)}


def _typed(value: float) -> str:
    return f"{value:.10g}"


def _right_number(item, chance: SeededRandom) -> Response:
    return {"value": _typed(item.key)}


def _right_prediction(item, chance: SeededRandom) -> Response:
    return _range(item, item.key, 90)


def _range(item, guess: float, confidence: int) -> Response:
    half = (item.high - item.low) / 10
    low, high = max(item.low, guess - half), min(item.high, guess + half)
    return {"value": _typed(guess), "low": _typed(low), "high": _typed(high), "confidence": confidence}


def _text(item, chance: SeededRandom) -> Response:
    return {"text": " ".join(chance.shuffled(TEXTS))}


_RIGHT: dict[str, Callable[..., Response]] = {
    "single-choice": lambda item, chance: {"option": item.key},
    "multiple-choice": lambda item, chance: {"options": list(item.key)},
    "number": _right_number,
    "ordering": lambda item, chance: {"order": list(item.key)},
    "allocation": lambda item, chance: {"amounts": {name: _typed(part) for name, part in item.key.items()}},
    "prediction": _right_prediction,
    "short-text": lambda item, chance: _text(item, chance) | {"ticks": [check.id for check in item.checklist]},
}


def _guessed_options(item, chance: SeededRandom) -> Response:
    ids = [option.id for option in item.options]
    return {"options": list(chance.some(ids, chance.whole(1, len(ids))))}


def _guessed_number(item, chance: SeededRandom) -> Response:
    """A known misconception, where there is one; else any number near the key, on the wrong side of it or not."""
    if item.traps and chance.below(2):
        return {"value": _typed(chance.pick(item.traps).value)}
    guess = item.key * chance.pick((0.4, 0.7, 0.9, 1.2, 1.6, 2.5))
    return {"value": _typed(min(max(round(guess, item.decimals), item.low), item.high))}


def _guessed_amounts(item, chance: SeededRandom) -> Response:
    """The right amounts at wrong places: they still add up."""
    amounts = chance.shuffled(list(item.key.values()))
    return {"amounts": {part.id: _typed(amount) for part, amount in zip(item.parts, amounts, strict=True)}}


def _guessed_prediction(item, chance: SeededRandom) -> Response:
    guess = item.low + (item.high - item.low) * chance.whole(1, 9) / 10
    return _range(item, guess, chance.pick(CONFIDENCES))


_GUESS: dict[str, Callable[..., Response]] = {
    "single-choice": lambda item, chance: {"option": chance.pick(item.options).id},
    "multiple-choice": _guessed_options,
    "number": _guessed_number,
    "ordering": lambda item, chance: {"order": list(chance.shuffled([option.id for option in item.options]))},
    "allocation": _guessed_amounts,
    "prediction": _guessed_prediction,
    "short-text": lambda item, chance: _text(item, chance) | {"ticks": []},
}
