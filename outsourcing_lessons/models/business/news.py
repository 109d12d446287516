"""The news of a year: three of nine cards, one before each quarter but the first, none twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from outsourcing_lessons.models.business.arrays import Flags, Luck, Whole
from outsourcing_lessons.models.business.luck import DECK, luck

if TYPE_CHECKING:
    from outsourcing_lessons.models.business.state import State

CARDS = (
    "helper leaves", "helper ill", "demand doubles", "slump", "process changes", "cover asked", "price war", "AI tool",
    "owner ill",
)  # fmt: skip
LEAVES, ILL, DOUBLES, SLUMP, CHANGES, COVER, PRICES, TOOL, OWNER = range(len(CARDS))
LASTS = (1, 1, 2, 2, 1, 3, 2, 3, 1)  # quarters in which a card is at work
CALM = -1  # a quarter without news


def deal(seed: int | Whole, runs: Luck, week: int = DECK) -> Whole:
    """Return three cards for each run, as numbers of `CARDS`, of shape (3, runs): those of its year, none twice.

    Examples
    --------
    >>> deal(1, np.arange(3, dtype=np.uint32)).T.tolist()
    [[8, 3, 5], [5, 6, 4], [5, 6, 8]]
    """
    left = np.array([[len(CARDS)], [len(CARDS) - 1], [len(CARDS) - 2]], np.uint32)
    first, second, third = (luck(seed, runs, week)[0, :3] >> np.uint32(8)) % left
    second = second + (second >= first)
    third = third + (third >= np.minimum(first, second))
    third = third + (third >= np.maximum(first, second))
    return np.stack([first, second, third]).astype(np.int64)


def news(state: State, card: int) -> Flags:
    """Return, for each run, whether a card is at work in the coming quarter."""
    active = np.zeros(len(state.runs), bool)
    for drawn in range(max(0, state.quarter - LASTS[card]), state.quarter):
        active |= state.cards[drawn] == card
    return active


def drawn_now(state: State) -> Whole:
    """Return the card that each run has just drawn; CALM before the first quarter."""
    return state.cards[state.quarter - 1] if state.quarter else np.full(len(state.runs), CALM)
