"""What a test says about learners, and about its own items."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outsourcing_lessons.errors import ArgumentError
from outsourcing_lessons.models.measurement import (
    brier,
    calibration_curve,
    difficulty,
    difficulty_flag,
    discrimination_flag,
    gain_band,
    normalised_gain,
    point_biserial,
)

answers = st.lists(st.tuples(st.integers(0, 1), st.integers(0, 100)), min_size=2, max_size=40)
forecasts = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 1)), min_size=1, max_size=60)


@given(st.floats(0, 99), st.floats(0, 1))
def test_the_gain_is_the_share_of_what_was_left(pre, share):
    assert normalised_gain(pre, pre + share * (100 - pre)) == pytest.approx(share)


def test_the_edges_of_the_gain():
    assert normalised_gain(40, 40) == 0
    assert normalised_gain(0, 100) == normalised_gain(99.9, 100) == pytest.approx(1)
    assert normalised_gain(50, 0) == -1
    assert normalised_gain([20, 60], [60, 80]).tolist() == [0.5, 0.5]


def test_the_bands_of_hake():
    assert gain_band([-0.5, 0.29, 0.3, 0.69, 0.7, 1]).tolist() == ["low", "low", "medium", "medium", "high", "high"]
    assert gain_band(0.48) == "medium"


@given(answers)
@settings(max_examples=40, deadline=None)
def test_point_biserial_is_pearsons_correlation(rows):
    item, total = np.array(rows).T
    found = point_biserial(item, total)
    if len(set(item)) == 1 or len(set(total)) == 1:
        assert math.isnan(found)
    else:
        assert found == pytest.approx(np.corrcoef(item, total)[0, 1], abs=1e-9)
        assert found == pytest.approx(-point_biserial(1 - item, total))


def test_difficulty_is_the_share_who_got_it_right():
    assert difficulty([1, 1, 0, 1]) == 0.75
    assert difficulty([[1, 0], [1, 1]]).tolist() == [1, 0.5]
    flags = ["revise", "fair", "fair", "ideal", "ideal", "fair", "fair", "revise"]
    assert difficulty_flag([0.19, 0.2, 0.39, 0.4, 0.6, 0.61, 0.8, 0.81]).tolist() == flags


def test_the_bands_of_ebel_and_frisbie():
    words = ["check the key", "poor", "poor", "revise", "revise", "good", "good", "very good"]
    assert discrimination_flag([-0.01, 0, 0.19, 0.2, 0.29, 0.3, 0.39, 0.1 + 0.3]).tolist() == words
    assert discrimination_flag(0.1 + 0.1) == discrimination_flag(0.3 - 0.1) == "revise"  # whatever the rounding


def test_the_limits_of_the_brier_score():
    assert brier([1, 0, 1], [1, 0, 1]) == 0
    assert brier([1, 0], [0, 1]) == 1
    assert brier([0.5] * 4, [0, 1, 1, 1]) == 0.25
    assert brier(0.9, 1) == pytest.approx(0.01)


@given(st.floats(0.01, 0.99), st.floats(0, 1))
@settings(max_examples=40, deadline=None)
def test_saying_what_you_believe_scores_best(true, said):
    outcome = np.arange(1000) < round(1000 * true)
    share = outcome.mean()
    honest, other = (brier(np.full(1000, p), outcome.astype(int)) for p in (share, said))
    assert honest <= other + 1e-12


@given(forecasts, st.integers(1, 10))
@settings(max_examples=40, deadline=None)
def test_the_calibration_curve_loses_nobody(pairs, bins):
    forecast, outcome = np.array(pairs).T
    sure, true, many = calibration_curve(forecast, outcome, bins)
    assert many.sum() == len(pairs)
    assert (many > 0).all()
    assert (sure * many).sum() == pytest.approx(forecast.sum())
    assert (true * many).sum() == pytest.approx(outcome.sum())
    assert (np.diff(sure) >= 0).all()


def test_an_honest_forecaster_lies_on_the_diagonal():
    random = np.random.default_rng(1)
    forecast = random.random(100_000)
    outcome = (random.random(100_000) < forecast).astype(int)
    sure, true, many = calibration_curve(forecast, outcome, 10)
    assert true == pytest.approx(sure, abs=0.02)
    assert len(many) == 10
    assert brier(forecast, outcome) == pytest.approx(1 / 6, abs=0.005)


def test_the_edges_of_a_step():
    sure, true, many = calibration_curve([0, 0.2, 0.6, 1], [0, 0, 1, 1], 5)
    assert sure.tolist() == [0, 0.2, 0.6, 1]
    assert many.tolist() == [1, 1, 1, 1]


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda: normalised_gain(100, 100), "pre"),
        (lambda: normalised_gain(-1, 50), "pre"),
        (lambda: normalised_gain(50, 101), "post"),
        (lambda: gain_band("high"), "gain"),
        (lambda: difficulty([0, 2]), "item"),
        (lambda: difficulty([]), "item"),
        (lambda: difficulty([0.5]), "item"),
        (lambda: difficulty_flag(1.5), "share"),
        (lambda: point_biserial([0, 1, 1], [1, 2]), "total"),
        (lambda: point_biserial([0, 7], [1, 2]), "item"),
        (lambda: discrimination_flag(2), "correlation"),
        (lambda: brier([1.5], [1]), "forecast"),
        (lambda: brier([0.5], [0.5]), "outcome"),
        (lambda: brier([0.5, 0.6], [1]), "outcome"),
        (lambda: calibration_curve([0.5], [1], 0), "bins"),
    ],
)
def test_impossible_input_is_named(call, name):
    with pytest.raises(ArgumentError) as caught:
        call()
    assert caught.value.name == name
