"""Shares of a bell curve, above one bar and above two."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from outsourcing_lessons.models.normal import bar, density, share_above, share_above_both

zs = st.floats(-6, 6)
correlations = st.floats(0, 1)


@given(st.floats(1e-12, 1 - 1e-12))
def test_the_bar_of_a_share_has_that_share_above_it(share):
    assert share_above(bar(share)) == pytest.approx(share, rel=1e-11)


def test_everybody_is_above_the_lowest_bar():
    assert bar([0, 0.5, 1]).tolist() == [math.inf, 0, -math.inf]
    assert share_above([-math.inf, 0, math.inf]).tolist() == [1, 0.5, 0]


def test_the_far_tail_is_exact():
    assert share_above(10) == pytest.approx(7.619853024160527e-24)


def test_the_density_is_that_of_the_shares():
    z = np.linspace(-4, 4, 33)
    assert (share_above(z - 1e-5) - share_above(z + 1e-5)) / 2e-5 == pytest.approx(density(z), abs=1e-9)


@pytest.mark.parametrize("correlation", [0.1, 0.5, 0.9, 0.99])
@pytest.mark.parametrize(("x", "y"), [(0, 0), (1, -0.5), (2.5, 2.4), (-1, 3)])
def test_two_bars_agree_with_an_integral_over_one(x, y, correlation):
    z = np.linspace(x, 10, 400_001)
    inner = density(z) * share_above((y - correlation * z) / math.sqrt(1 - correlation**2))
    assert share_above_both(x, y, correlation) == pytest.approx(np.trapezoid(inner, z), abs=1e-9)


@given(correlations)
def test_at_two_medians_it_is_an_angle(correlation):
    expected = 0.25 + math.asin(correlation) / (2 * math.pi)
    assert share_above_both(0, 0, correlation) == pytest.approx(expected, abs=1e-12)


@given(zs, zs)
def test_the_limits_of_the_correlation(x, y):
    assert share_above_both(x, y, 0) == pytest.approx(share_above(x) * share_above(y), rel=1e-12)
    assert share_above_both(x, y, 1) == min(share_above(x), share_above(y))
    assert share_above_both(x, y, 1 - 1e-14) == pytest.approx(min(share_above(x), share_above(y)), abs=1e-6)


@given(zs, zs, correlations)
def test_it_does_not_matter_which_bar_comes_first(x, y, correlation):
    assert share_above_both(x, y, correlation) == pytest.approx(share_above_both(y, x, correlation), rel=1e-9)


@given(zs, zs, correlations)
def test_those_below_and_those_above_are_everybody(x, y, correlation):
    below_x = share_above(y) - share_above_both(x, y, correlation)
    assert -1e-12 <= below_x <= share_above(-x) + 1e-12


def test_a_bar_at_infinity_leaves_the_other():
    assert share_above_both(-math.inf, 1, 0.5) == pytest.approx(share_above(1))
    assert share_above_both(math.inf, 1, 0.5) == 0
