"""The outcome of an answer, and what the judges of all types share; ``player/outcome.js`` has the same functions.

So that the two agree to the last bit, sums are taken from left to right and no function of the language does it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol, TypeAlias, TypeGuard

from outsourcing_lessons.items.numbers import OF_A_HUNDRED, is_more_than_a_number, is_surely_of_a_hundred, read_number
from outsourcing_lessons.words import CONFIDENCES, LONGEST_NUMBER

Response: TypeAlias = dict[str, Any]
Outcome: TypeAlias = dict[str, Any]
SLACK = 1e-9


class Refused(Exception):
    """The response cannot be judged; the argument is the code."""


class Measured(Protocol):
    """What is answered with figures, which have a currency before them or a unit behind."""

    @property
    def prefix(self) -> str: ...
    @property
    def unit(self) -> str: ...


class Answered(Measured, Protocol):
    """What names besides the format in which its answers are read."""

    @property
    def numbers(self) -> str: ...


def outcome(
    valid: bool = True, refusal: str | None = None, correct: bool | None = False, score: float | None = 0.0,
    feedback: Sequence[str] = (), missed: Sequence[int] = (), brier: float | None = None,
) -> Outcome:  # fmt: skip
    return {
        "valid": valid,
        "refusal": refusal,
        "correct": correct,
        "score": score,
        "feedback": list(feedback),
        "missed": list(missed),
        "brier": brier,
    }


def right(praise: str) -> Outcome:
    return outcome(correct=True, score=1.0, feedback=[praise])


def ensure(kept: bool, refusal: str) -> None:
    if not kept:
        raise Refused(refusal)


def is_number(value: Any) -> TypeGuard[float]:
    """Say whether a value is a number of JSON; true and false are none."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def brier_of(response: Response, correct: bool) -> float:
    """Return how far off the confidence was, squared."""
    confidence = response.get("confidence")
    if not is_number(confidence) or confidence not in CONFIDENCES:
        raise Refused("no-confidence")
    miss = confidence / 100 - (1.0 if correct else 0.0)
    return miss * miss


def known_ids(chosen: Any, known: list[str]) -> list[str]:
    """Return a list of distinct known ids as it came."""
    if not isinstance(chosen, list) or not all(isinstance(one, str) for one in chosen):
        raise Refused("not-a-response")
    ensure(all(one in known for one in chosen), "unknown-option")
    ensure(len(set(chosen)) == len(chosen), "not-a-response")
    return chosen


def numbers_of(typed: Any, item: Answered) -> tuple[float, ...]:
    ensure(isinstance(typed, str) or is_number(typed), "not-a-response")
    ensure(not isinstance(typed, str) or len(typed) <= LONGEST_NUMBER, "too-long")
    readings = read_number(typed, item.prefix, item.unit, item.numbers)
    ensure(len(readings) > 0, "more-than-a-number" if is_more_than_a_number(typed) else "not-a-number")
    return readings


def refuse_shares(key: float, typed: tuple[Any, ...], numbers: list[float]) -> None:
    """Refuse numbers of an item that counts out of a hundred if they are shares of one, where nobody wrote the unit.

    A number just below one could be either; it is refused whether or not it would be right, so nothing is given away.
    """
    small = all(abs(number) <= 1 for number in numbers) and any(0 < abs(number) < 1 for number in numbers)
    ensure(not (small and abs(key) >= 1) or any(is_surely_of_a_hundred(one) for one in typed), "share")


def is_of_a_hundred(item: Measured) -> bool:
    return item.unit.startswith(("%", *OF_A_HUNDRED))


def near(number: float, target: float, tolerance: float) -> bool:
    return abs(number - target) <= tolerance + SLACK * max(1.0, abs(target))
