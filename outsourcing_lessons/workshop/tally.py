"""How a room answered: for each round a few bars, whatever the type of the item."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from outsourcing_lessons.items.answer import with_unit
from outsourcing_lessons.items.item import Item
from outsourcing_lessons.items.numbers import read_number
from outsourcing_lessons.words import LETTERS
from outsourcing_lessons.workshop.state import Answer, Round

MOST_BARS = 8
SHARES = ((1.0, "all in order"), (0.75, "three quarters of the pairs or more"), (0.5, "half of the pairs or more"))
Bar = dict[str, Any]


def distribution(item: Item, round_: Round) -> dict[str, Any]:
    """Return how many answered, how many were right, that in words, and the bars.

    A bar has ``label``, ``count``, whether it is the ``key``, and the ``letter`` of an option. ``note`` says what the
    bars are where the words speak of something else, ``mark`` what the bar of the key is called.
    """
    answers = list(round_.answers.values())
    right = sum(answer.outcome["correct"] for answer in answers)
    bars = _BARS[item.type](item, answers)
    found = {"answered": len(answers), "right": right, "words": in_words(item, answers), "bars": bars}
    if item.type != "prediction" or not answers:
        return found
    missed = "" if any(bar["key"] for bar in bars) else f"; the truth is {_written(item, item.key)}"
    return found | {"mark": "the truth", "note": f"Best guesses{missed}"}


def in_words(item: Item, answers: list[Answer]) -> str:
    """Say how many were right, in the terms of the item's type: of predictions it is ranges that were."""
    many, right = len(answers), sum(answer.outcome["correct"] for answer in answers)
    if item.type == "prediction":
        sure = [answer.response["confidence"] for answer in answers]
        said = f"; on average people were {sum(sure) / many:.0f} % sure of theirs" if many else ""
        return f"{right} of {_counted(many, 'range')} held the truth{said}"
    if item.type == "short-text":
        return f"{_counted(many, 'text')}, {right} with every line of the list ticked by the writer"
    return f"{_counted(many, 'answer')}, {right} right"


def _counted(many: int, noun: str) -> str:
    return f"{many} {noun}{'' if many == 1 else 's'}"


def _bar(label: str, count: int, key: bool = False, letter: str = "") -> Bar:
    return {"label": label, "count": count, "key": key} | ({"letter": letter} if letter else {})


def _lettered(options: Sequence[Any]) -> Iterator[tuple[str, Any]]:
    """Yield each option with the letter that it has on all pages."""
    return ((LETTERS[place : place + 1], option) for place, option in enumerate(options))


def _single(item, answers: list[Answer]) -> list[Bar]:
    chosen = Counter(answer.response["option"] for answer in answers)
    return [_bar(one.text, chosen[one.id], one.id == item.key, letter) for letter, one in _lettered(item.options)]


def _multiple(item, answers: list[Answer]) -> list[Bar]:
    chosen = Counter(one for answer in answers for one in answer.response["options"])
    return [_bar(one.text, chosen[one.id], one.id in item.key, letter) for letter, one in _lettered(item.options)]


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
    for letter, part in _lettered(item.parts):
        given = [value for a in answers for value in _read(item, a.response["amounts"][part.id])]
        mean = sum(given) / len(given) if given else 0.0
        low, high = part.low, part.high
        inside = sum(low <= one <= high for one in given)
        label = f"{part.text}: {with_unit(mean, item.prefix, item.unit.strip())} on average" if given else part.text
        bars.append(_bar(label, inside, letter=letter))
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
