"""What the tests before and after have shown of one person, and what to read again.

One question before and one after measure no gain: chance moves one answer as easily as learning does. So a person is
shown what was right before and after, and nothing that is worked out of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from outsourcing_lessons.blocks.block import Pair
from outsourcing_lessons.blocks.handout import Studied
from outsourcing_lessons.playbook.page import Page, Section
from outsourcing_lessons.words import LEARNED

MOST = 5  # things to read again: more than that is the whole course


@dataclass(frozen=True)
class Learned:
    """What was asked, and the answers: by item, whether the first valid one was right; and what was put off."""

    pairs: tuple[Pair, ...] = ()
    studied: tuple[Studied, ...] = ()
    right: Mapping[str, bool] | None = None
    put_off: frozenset[str] = frozenset()


NOTHING_ASKED = Learned()


def before_and_after(learned: Learned) -> Page | None:
    """Return the page of the two tests; None where nothing of either was answered or put off."""
    right = learned.right or {}
    asked = [item for pair in learned.pairs for item in (*pair.before, *pair.after)]
    if not any(item in right or item in learned.put_off for item in asked):
        return None
    rows = tuple((pair.title, _of(pair.before, learned), _of(pair.after, learned)) for pair in learned.pairs)
    totals = tuple(_total(word, [i for pair in learned.pairs for i in getattr(pair, side)], learned) for word, side in
                   (("Before", "before"), ("After", "after")))  # fmt: skip
    section = Section(LEARNED["rows"], tuple(LEARNED["columns"]), rows, results=(*totals, LEARNED["few"]))
    return Page(LEARNED["title"], LEARNED["purpose"], (section,), id="before-and-after")


def to_read_again(learned: Learned) -> Section | None:
    """Return what at least half of the answers missed, weakest first; None where there is nothing of the kind."""
    right = learned.right or {}
    weak = []
    for place, one in enumerate(learned.studied):
        answers = [right[item] for item in one.items if item in right]
        missed = len(answers) - sum(answers)
        if missed and 2 * missed >= len(answers):
            weak.append((-missed / len(answers), place, (one.lesson, one.able, f"{missed} of {len(answers)}")))
    rows = tuple(row for *_, row in sorted(weak)[:MOST])
    return Section(LEARNED["again"], tuple(LEARNED["again-columns"]), rows) if rows else None


def _of(items: Iterable[str], learned: Learned) -> str:
    """Say how one mistake went in one test."""
    items, right = tuple(items), learned.right or {}
    answers = [right[item] for item in items if item in right]
    if not answers:
        return LEARNED["put-off"] if any(item in learned.put_off for item in items) else LEARNED["unanswered"]
    if len(items) == 1:
        return LEARNED["right"] if answers[0] else LEARNED["wrong"]
    return f"{sum(answers)} of {len(items)} right"


def _total(word: str, items: list[str], learned: Learned) -> str:
    """Say how a whole test went, and if it was put off, that."""
    right = learned.right or {}
    answers = [right[item] for item in items if item in right]
    if not answers:
        late = any(item in learned.put_off for item in items)
        return f"{word}: {LEARNED['test-put-off'] if late else LEARNED['test-unanswered']}"
    short = "" if len(answers) == len(items) else f", {len(answers)} answered"
    return f"{word}: {sum(answers)} of {len(items)} right{short}."
