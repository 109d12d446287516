"""What was played, and the luck of a turn."""

from __future__ import annotations

from itertools import product

import numpy as np
from hypothesis import given
from hypothesis.strategies import integers

from outsourcing_lessons.models.business.luck import STREAMS, luck, one
from outsourcing_lessons.models.moves import made, share


def test_what_stands_behind_a_turn_that_was_not_played_does_not_count():
    assert made({"turn-1": 2.0, "turn-2": 0.0, "turn-3": 1.0, "luck": 4.0}) == [2]
    assert made({"luck": 0.0}) == []


def test_luck_depends_on_its_place_alone():
    places = list(product((1, 2**53 - 1), (0, 99), (0, 7), (0, 7)))
    drawn = [share(*place) for place in places]
    assert drawn == [share(*place) for place in reversed(places)][::-1]
    assert len(set(drawn)) == len(places) and all(0 <= one < 1 for one in drawn)


@given(*(integers(0, 2**32 - 1),) * 2, integers(0, 1100), integers(0, STREAMS - 1))
def test_one_number_is_the_one_that_an_array_holds(seed, run, week, stream):
    assert one(seed, run, week, stream) == luck(seed, np.array([run], np.uint32), week)[0, stream, 0]


def test_luck_is_spread_evenly():
    tenths = [int(10 * share(3, luck, turn, 0)) for luck in range(100) for turn in range(1, 21)]
    assert all(150 < tenths.count(tenth) < 250 for tenth in range(10))
