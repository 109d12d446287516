"""Chance is the same on every machine and every version of Python."""

from __future__ import annotations

from collections import Counter

from outsourcing_lessons.items.random import SeededRandom


def test_a_stream_is_frozen():
    draw = SeededRandom("first-number.meet", 7)
    assert [draw.below(1000) for _ in range(5)] == FROZEN


def test_two_items_and_two_seeds_have_streams_of_their_own():
    streams = {tuple(SeededRandom(i, s).below(10**6) for _ in range(3)) for i in ("a.b", "a.c") for s in (1, 2)}
    assert len(streams) == 4


def test_whole_reaches_both_ends_and_keeps_the_step():
    draw = SeededRandom("x.y", 1)
    assert {draw.whole(4, 12, 4) for _ in range(200)} == {4, 8, 12}


def test_shuffling_keeps_everything_and_every_order_is_as_likely():
    draw = SeededRandom("x.y", 1)
    orders = Counter(draw.shuffled("abc") for _ in range(6000))
    assert len(orders) == 6 and max(orders.values()) < 1.2 * min(orders.values())


def test_some_are_different():
    assert len(set(SeededRandom("x.y", 3).some(range(10), 6))) == 6


FROZEN = [74, 296, 86, 663, 308]
