"""What a response is worth and what is said about it.

``player/judge.js`` has the same functions in the same order and must give the same outcomes (``tests/vectors``). So
that the two agree to the last bit, sums are taken from left to right and no function of the language does it for them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

from outsourcing_lessons.items.item import (
    Allocation,
    Item,
    MultipleChoice,
    Number,
    Numeric,
    Ordering,
    Part,
    Prediction,
    ShortText,
    SingleChoice,
)  # fmt: skip
from outsourcing_lessons.items.numbers import SPACES, is_more_than_a_number, is_surely_per_cent, read_number
from outsourcing_lessons.words import CONFIDENCES, LONGEST_NUMBER, LONGEST_TEXT

Response: TypeAlias = dict[str, Any]
Outcome: TypeAlias = dict[str, Any]
SLACK = 1e-9
_WORD_GAPS = {ord(space): " " for space in SPACES}


class _Refused(Exception):
    """The response cannot be judged; the argument is the code."""


def judge(item: Item, response: Any) -> Outcome:
    """Judge a response; never raises, whatever the response is.

    Parameters
    ----------
    item : Item
        The variant that was asked.
    response : object
        Plain data, such as ``{"option": "a-regular"}``; see ``docs/how-it-is-built.md`` for the form of each type.

    Returns
    -------
    dict
        ``valid``, ``refusal``, ``correct``, ``score``, ``feedback``, ``missed`` (the places in ``feedback`` of
        what is said about options left out) and ``brier``.

    Examples
    --------
    >>> from outsourcing_lessons.items.item import Number
    >>> words = {"title": "T", "prompt": "P", "praise": "Yes.", "otherwise": "No."}
    >>> item = Number(id="a.b", key=4, tolerance=0, low=0, high=9, **words)
    >>> judge(item, {"value": "4,0"})["correct"], judge(item, {"value": "40"})["refusal"]
    (True, 'out-of-range')
    """
    try:
        if not isinstance(response, dict):
            raise _Refused("not-a-response")
        return _with_confidence(_JUDGES[item.type](item, response), response)
    except _Refused as refused:
        return _outcome(valid=False, refusal=refused.args[0])


def _outcome(
    valid: bool = True, refusal: str | None = None, correct: bool = False, score: float = 0.0,
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


def _ensure(kept: bool, refusal: str) -> None:
    if not kept:
        raise _Refused(refusal)


def _brier(response: Response, correct: bool) -> float:
    """Return how far off the confidence was, squared."""
    confidence = response.get("confidence")
    if not isinstance(confidence, int | float) or isinstance(confidence, bool) or confidence not in CONFIDENCES:
        raise _Refused("no-confidence")
    miss = confidence / 100 - (1.0 if correct else 0.0)
    return miss * miss


def _with_confidence(outcome: Outcome, response: Response) -> Outcome:
    """Add what a stated confidence was worth; a prediction's is in its outcome already."""
    if "confidence" not in response or outcome["brier"] is not None:
        return outcome
    return outcome | {"brier": _brier(response, outcome["correct"])}


def _ids(chosen: Any, known: list[str]) -> list[str]:
    """Return a list of distinct known ids as it came."""
    if not isinstance(chosen, list) or not all(isinstance(one, str) for one in chosen):
        raise _Refused("not-a-response")
    _ensure(all(one in known for one in chosen), "unknown-option")
    _ensure(len(set(chosen)) == len(chosen), "not-a-response")
    return chosen


def _numbers(typed: Any, item: Numeric) -> tuple[float, ...]:
    _ensure(isinstance(typed, (str, int, float)) and not isinstance(typed, bool), "not-a-response")
    _ensure(not isinstance(typed, str) or len(typed) <= LONGEST_NUMBER, "too-long")
    readings = read_number(typed, item.prefix, item.unit)
    _ensure(len(readings) > 0, "more-than-a-number" if is_more_than_a_number(typed) else "not-a-number")
    return readings


def _refuse_shares(item: Number | Prediction, typed: tuple[Any, ...], numbers: list[float]) -> None:
    """Refuse numbers of an item in per cent that are shares of one, where nobody wrote that they are per cent.

    A number just below one could be either; it is refused whether or not it would be right, so nothing is given away.
    """
    small = all(abs(number) <= 1 for number in numbers) and any(0 < abs(number) < 1 for number in numbers)
    _ensure(not (small and abs(item.key) >= 1) or any(is_surely_per_cent(one) for one in typed), "share")


def _is_per_cent(item: Numeric) -> bool:
    return item.unit.startswith("%")


def _near(number: float, target: float, tolerance: float) -> bool:
    return abs(number - target) <= tolerance + SLACK * max(1.0, abs(target))


def _single_choice(item: SingleChoice, response: Response) -> Outcome:
    chosen = response.get("option")
    _ensure(chosen is not None, "nothing-chosen")
    (chosen,) = _ids([chosen], [option.id for option in item.options])
    if chosen == item.key:
        return _outcome(correct=True, score=1.0, feedback=[item.praise])
    return _outcome(feedback=[option.feedback for option in item.options if option.id == chosen])


def _multiple_choice(item: MultipleChoice, response: Response) -> Outcome:
    chosen = _ids(response.get("options"), [option.id for option in item.options])
    _ensure(len(chosen) > 0, "nothing-chosen")
    misjudged = [option for option in item.options if (option.id in chosen) != (option.id in item.key)]
    hits = len([one for one in chosen if one in item.key])
    score = max(0.0, (hits - (len(chosen) - hits)) / len(item.key))
    feedback = [item.said_of(option) for option in misjudged] or [item.praise]
    missed = [place for place, option in enumerate(misjudged) if option.id in item.key]
    return _outcome(correct=not misjudged, score=score, feedback=feedback, missed=missed)


def _number(item: Number, response: Response) -> Outcome:
    readings = _numbers(response.get("value"), item)
    _ensure(any(item.low <= reading <= item.high for reading in readings), "out-of-range")
    if any(_near(reading, item.key, item.tolerance) for reading in readings):
        return _outcome(correct=True, score=1.0, feedback=[item.praise])
    for trap in item.traps:
        if any(_near(reading, trap.value, trap.tolerance) for reading in readings):
            return _outcome(feedback=[trap.feedback])
    if _is_per_cent(item):
        _ensure(not any(_near(100 * reading, item.key, item.tolerance) for reading in readings), "share")
        _refuse_shares(item, (response["value"],), [readings[0]])
    return _outcome(feedback=[item.otherwise])


def _ordering(item: Ordering, response: Response) -> Outcome:
    order = _ids(response.get("order"), [option.id for option in item.options])
    _ensure(len(order) == len(item.key), "not-a-response")
    if order == list(item.key):
        return _outcome(correct=True, score=1.0, feedback=[item.praise])
    places = [order.index(one) for one in item.key]
    pairs = [(i, j) for i in range(len(places)) for j in range(i + 1, len(places))]
    right = len([pair for pair in pairs if places[pair[0]] < places[pair[1]]])
    moved = [abs(place - i) for i, place in enumerate(places)]
    farthest = item.key[moved.index(max(moved))]
    feedback = [option.feedback for option in item.options if option.id == farthest]
    return _outcome(score=right / len(pairs), feedback=feedback)


def _allocation(item: Allocation, response: Response) -> Outcome:
    amounts = response.get("amounts")
    if not isinstance(amounts, dict):
        raise _Refused("not-a-response")
    _ids(list(amounts), [part.id for part in item.parts])
    _ensure(len(amounts) == len(item.parts), "not-a-response")
    shares = [_numbers(amounts[part.id], item)[0] for part in item.parts]
    _ensure(all(share >= 0 for share in shares), "out-of-range")
    given = 0.0
    for share in shares:
        given += share
    shares_of_one = _is_per_cent(item) and abs(100 * given - item.total) <= 1e-6 * item.total
    _ensure(abs(given - item.total) <= 1e-6 * item.total, "share" if shares_of_one else "sum")
    said = [_said_of(part, share) for part, share in zip(item.parts, shares, strict=True)]
    wrong = [one for one in said if one]
    score = (len(said) - len(wrong)) / len(said)
    return _outcome(correct=not wrong, score=score, feedback=wrong or [item.praise])


def _said_of(part: Part, share: float) -> str:
    if share < part.low - SLACK * max(1.0, abs(part.low)):
        return part.too_low
    return part.too_high if share > part.high + SLACK * max(1.0, abs(part.high)) else ""


def _prediction(item: Prediction, response: Response) -> Outcome:
    value, low, high = (_numbers(response.get(name), item)[0] for name in ("value", "low", "high"))
    _ensure(all(item.low <= number <= item.high for number in (value, low, high)), "out-of-range")
    _ensure(low <= value <= high, "range-order")
    if _is_per_cent(item):
        _refuse_shares(item, tuple(response[name] for name in ("value", "low", "high")), [value, low, high])
    held = low <= item.key <= high
    brier = _brier(response, held)
    feedback = item.praise if held else item.below if item.key < low else item.above
    return _outcome(correct=held, score=1.0 if held else 0.0, feedback=[feedback], brier=brier)


def _short_text(item: ShortText, response: Response) -> Outcome:
    text = response.get("text")
    if not isinstance(text, str):
        raise _Refused("not-a-response")
    _ensure(len(text) <= LONGEST_TEXT, "too-long")
    words = [word for word in text.translate(_WORD_GAPS).split(" ") if word]
    _ensure(len(words) >= item.least_words, "too-short")
    ticks = _ids(response.get("ticks"), [check.id for check in item.checklist])
    missing = [check.feedback for check in item.checklist if check.id not in ticks]
    score = len(ticks) / len(item.checklist)
    return _outcome(correct=not missing, score=score, feedback=missing or [item.praise])


_JUDGES: dict[str, Callable[[Any, Response], Outcome]] = {
    "single-choice": _single_choice,
    "multiple-choice": _multiple_choice,
    "number": _number,
    "ordering": _ordering,
    "allocation": _allocation,
    "prediction": _prediction,
    "short-text": _short_text,
}
