"""How long things take in a room, worked out from what a notebook shows.

What is asked takes what the question says, what is read its words, and what the instructor says the minutes of talk in
the note that holds there: until the next one, and the first from the beginning. A notebook in which cells were dropped,
moved or added takes other minutes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from outsourcing_lessons.blocks.block import Ask, Block, Guide, Prose

FOR_HOME = "recall"  # a section that is not for the room, unless the instructor wants it
WORDS_A_MINUTE = 200
DOING = {"worksheet": 6.0, "explorer": 3.0, "research": 3.0}  # minutes; the other kinds take one


class Stretch(NamedTuple):
    """What one note holds for: whole minutes, and how much longer things take there than alone."""

    note: Guide | None
    minutes: int
    factor: float


def words(text: str) -> int:
    """Count the words of a text, without links and list marks.

    Examples
    --------
    >>> words("- A [link](https://example.org/a) of two-part words, 1.5 times")
    7
    """
    return len(re.findall(r"[^\W_]+(?:[-’'.,][^\W_]+)*", re.sub(r"\(https?:\S+\)", "", text)))


def minutes_alone(shown: Block | str) -> float:
    """Return what a block, or Markdown between blocks, takes without anything said about it."""
    if isinstance(shown, str):
        return words(shown) / WORDS_A_MINUTE
    if isinstance(shown, Prose):
        return words(shown.markdown) / WORDS_A_MINUTE
    return shown.item.minutes if isinstance(shown, Ask) else DOING.get(shown.kind, 1.0)


def stretches(shown: Iterable[Block | str]) -> Iterator[Stretch]:
    """Yield how long each stretch of a lesson takes that a note holds for, in order.

    ``shown``: what is for the room: blocks, the instructor's notes among them, and Markdown.

    Examples
    --------
    >>> note = Guide(id="begin.guide-talk", section="talk", talk=2, discussion="Ask for hands.")
    >>> [(found.minutes, round(found.factor, 2)) for found in stretches(["word " * 200, note, "word " * 400])]
    [(5, 1.67)]
    """
    note, alone, noted = None, 0.0, False
    for one in shown:
        if not isinstance(one, Guide):
            alone += minutes_alone(one)
            continue
        if noted:
            yield _stretch(note, alone)
            alone = 0.0
        note, noted = one, True
    if noted or alone:
        yield _stretch(note, alone)


def _stretch(note: Guide | None, alone: float) -> Stretch:
    minutes = max(1, int(alone + (note.talk if note else 0.0) + 0.5))
    return Stretch(note, minutes, minutes / alone if alone else 0.0)
