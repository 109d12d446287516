"""How a room answered: for each round a few bars, whatever the type of the item."""

from __future__ import annotations

from collections import Counter
from typing import Any

from outsourcing_lessons.items.answer import with_unit
from outsourcing_lessons.items.item import Item
from outsourcing_lessons.items.numbers import read_number
from outsourcing_lessons.workshop.state import Answer, Round

MOST_BARS = 8
SHARES = ((1.0, "all in order"), (0.75, "three quarters of the pairs or more"), (0.5, "half of the pairs or more"))
Bar = dict[str, Any]


def distribution(item: Item, round_: Round) -> dict[str, Any]:
    """Return how many answered, how many were right, and the bars: ``label``, ``count`` and whether it is the key."""
    answers = list(round_.answers.values())
    right = sum(answer.outcome["correct"] for answer in answers)
    return {"answered": len(answers), "right": right, "bars": _BARS[item.type](item, answers)}


def _bar(label: str, count: int, key: bool = False) -> Bar:
    return {"label": label, "count": count, "key": key}


def _single(item, answers: list[Answer]) -> list[Bar]:
    chosen = Counter(answer.response["option"] for answer in answers)
    return [_bar(option.text, chosen[option.id], option.id == item.key) for option in item.options]


def _multiple(item, answers: list[Answer]) -> list[Bar]:
    chosen = Counter(one for answer in answers for one in answer.response["options"])
    return [_bar(option.text, chosen[option.id], option.id in item.key) for option in item.options]


def _number(item, answers: list[Answer]) -> list[Bar]:
    """Return the numbers most often given; what was read as right is one bar, with the key as its label."""
    right = sum(answer.outcome["correct"] for answer in answers)
    wrong = [answer for answer in answers if not answer.outcome["correct"]]
    read = Counter(value for answer in wrong for value in _read(item, answer.response["value"]))
    often = read.most_common(MOST_BARS - 2)
    others = len(wrong) - sum(count for _, count in often)
    bars = [_bar(_written(item, item.key), right, True)]
    bars += [_bar(_written(item, value), count) for value, count in sorted(often)]
    return bars + ([_bar("other numbers", others)] if others else [])


def _read(item, typed) -> tuple[float, ...]:
    """Return the likelier reading of a number; none where an earlier edition took words behind it that we do not."""
    return read_number(typed, item.prefix, item.unit)[:1]


def _written(item, value: float) -> str:
    return with_unit(value, item.prefix, item.unit.strip(), item.decimals)


def _ordering(item, answers: list[Answer]) -> list[Bar]:
    bars, left = [], [answer.outcome["score"] for answer in answers]
    for least, label in SHARES:
        bars.append(_bar(label, sum(score >= least for score in left), least == 1.0))
        left = [score for score in left if score < least]
    return [*bars, _bar("fewer", len(left))]


def _allocation(item, answers: list[Answer]) -> list[Bar]:
    """Return for each part the share given to it on average."""
    bars = []
    for part in item.parts:
        given = [value for a in answers for value in _read(item, a.response["amounts"][part.id])]
        mean = sum(given) / len(given) if given else 0.0
        low, high = part.low, part.high
        inside = sum(low <= one <= high for one in given)
        label = f"{part.text}: {with_unit(mean, item.prefix, item.unit.strip())} on average" if given else part.text
        bars.append(_bar(label, inside))
    return bars


def _prediction(item, answers: list[Answer]) -> list[Bar]:
    """Return best guesses in up to six bins of equal width."""
    guesses = [value for answer in answers for value in _read(item, answer.response["value"])]
    if not guesses:
        return []
    low, high = min(guesses), max(guesses)
    if low == high:
        return [_bar(_written(item, low), len(guesses), low == item.key)]
    width = (high - low) / 6
    bins = Counter(min(5, int((guess - low) / width)) for guess in guesses)
    edges = [(low + width * n, low + width * (n + 1)) for n in range(6)]
    last = len(edges) - 1
    return [
        _bar(f"{_written(item, a)} to {_written(item, b)}", bins[n], a <= item.key < b or (n == last and item.key == b))
        for n, (a, b) in enumerate(edges)
    ]


def _short_text(item, answers: list[Answer]) -> list[Bar]:
    ticked = Counter(one for answer in answers for one in answer.response["ticks"])
    return [_bar(check.text, ticked[check.id]) for check in item.checklist]


_BARS = {
    "single-choice": _single, "multiple-choice": _multiple, "number": _number, "ordering": _ordering,
    "allocation": _allocation, "prediction": _prediction, "short-text": _short_text,
}  # fmt: skip
