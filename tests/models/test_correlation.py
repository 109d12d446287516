"""What a study of so many pairs can tell."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outsourcing_lessons.errors import ArgumentError
from outsourcing_lessons.models.correlation import interval, power

seen = st.floats(-0.95, 0.95)
pairs = st.integers(4, 5000)


@given(seen, pairs)
def test_an_interval_holds_what_was_seen_and_narrows_with_more_pairs(r, n):
    low, high = interval(r, n)
    closer = interval(r, n + 10)
    assert -1 <= low <= r <= high <= 1 and low <= closer[0] and closer[1] <= high


@given(seen, pairs)
def test_a_stronger_link_and_more_pairs_are_found_more_often(r, n):
    assert power(r, n) == pytest.approx(power(-r, n))
    assert 0.05 - 1e-9 <= power(r, n) <= power(r, 2 * n) + 1e-12
    assert power(0, n) == pytest.approx(0.05)


def test_arrays_are_taken():
    assert power([0.2, 0.33], 16).round(2).tolist() == [0.11, 0.24]
    assert [end.round(2).tolist() for end in interval([0, 0], [16, 100])] == [[-0.5, -0.2], [0.5, 0.2]]


@pytest.mark.parametrize(("r", "n"), [(1, 16), (-1, 16), (0.3, 3), (math.nan, 16)])
def test_what_says_nothing_is_refused(r, n):
    for asked in (interval, power):
        with pytest.raises(ArgumentError):
            asked(r, n)
