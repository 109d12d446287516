"""Judging better and choosing among more makes more of those picked good; both have their limits."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from outsourcing_lessons.errors import ArgumentError
from outsourcing_lessons.models.selection import (
    best_of,
    combined_validity,
    mean_z_selected,
    success_best_of,
    success_ratio,
    utility_gain,
    worth_of_better_judgement,
)

shares = st.floats(0.001, 0.999)
validities = st.floats(0, 1)
taken = st.floats(0.001, 1)

# Taylor and Russell (1939), base rate .50, by selection ratio .05 .10 .20 .30 .40 .50 .60 .70 .80 .90 .95
RATIOS = (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
TABLE = {
    0.25: (0.70, 0.67, 0.64, 0.62, 0.60, 0.58, 0.56, 0.55, 0.54, 0.52, 0.51),
    0.5: (0.88, 0.84, 0.78, 0.74, 0.70, 0.67, 0.63, 0.60, 0.57, 0.54, 0.52),
    0.75: (0.99, 0.97, 0.92, 0.87, 0.82, 0.77, 0.72, 0.66, 0.61, 0.55, 0.53),
}


@pytest.mark.parametrize("validity", TABLE)
def test_the_table_of_taylor_and_russell(validity):
    assert success_ratio(0.5, validity, RATIOS) == pytest.approx(TABLE[validity], abs=0.0051)


def test_values_of_a_package_for_taylor_and_russell():
    assert success_ratio(base_rate=0.5, validity=0.35, selection_ratio=0.2) == pytest.approx(0.696552, abs=1e-6)
    assert success_ratio(base_rate=0.6, validity=0.5, selection_ratio=0.5) == pytest.approx(0.7608728, abs=1e-6)


@pytest.mark.parametrize(
    ("validity", "expected"), [(0.07, 0.539), (0.19, 0.606), (0.31, 0.674), (0.33, 0.685), (0.42, 0.736), (0.54, 0.805)]
)
def test_what_the_methods_of_selection_promise(validity, expected):
    assert success_ratio(0.5, validity, 0.2) == pytest.approx(expected, abs=6e-4)


def test_it_agrees_with_drawing_people():
    random = np.random.default_rng(5)
    seen, noise = random.standard_normal((2, 1_000_000))
    truth = 0.42 * seen + np.sqrt(1 - 0.42**2) * noise
    picked = seen >= np.quantile(seen, 1 - 0.15)
    assert success_ratio(0.3, 0.42, 0.15) == pytest.approx((truth >= np.quantile(truth, 0.7))[picked].mean(), abs=0.004)
    assert mean_z_selected(0.15) == pytest.approx(seen[picked].mean(), abs=0.01)


@given(shares, validities, validities, taken)
def test_judging_better_never_picks_worse(base_rate, one, other, ratio):
    worse, better = success_ratio(base_rate, [min(one, other), max(one, other)], ratio)
    assert base_rate - 1e-9 <= worse <= better + 1e-9 <= 1 + 2e-9


@given(shares, validities, taken, taken)
def test_more_to_choose_from_never_picks_worse(base_rate, validity, one, other):
    few, many = success_ratio(base_rate, validity, [max(one, other), min(one, other)])
    assert few <= many + 1e-9


@given(shares, validities)
def test_taking_everybody_gives_everybody(base_rate, validity):
    assert success_ratio(base_rate, validity, 1) == pytest.approx(base_rate)
    assert mean_z_selected(1) == 0


@given(shares, taken)
def test_blind_is_chance_and_perfect_is_the_best_there_are(base_rate, ratio):
    assert success_ratio(base_rate, 0, ratio) == pytest.approx(base_rate)
    assert success_ratio(base_rate, 1, ratio) == pytest.approx(min(1, base_rate / ratio))


@given(validities, taken)
def test_where_all_or_none_are_good_nothing_helps(validity, ratio):
    assert success_ratio([0, 1], validity, ratio) == pytest.approx([0, 1], abs=1e-12)
    assert success_ratio([1e-12, 1 - 1e-12], 0.5, 0.2) == pytest.approx([0, 1], abs=1e-9)


@given(taken, taken)
def test_the_pickier_the_better_they_look(one, other):
    assert mean_z_selected(min(one, other)) >= mean_z_selected(max(one, other)) - 1e-12


def test_one_of_a_few_agrees_with_drawing_people():
    """The chance moves by 0.0011 (one standard error) from one set of 200,000 draws to another."""
    seen, noise = np.random.default_rng(6).standard_normal((2, 200_000, 5))
    truth = 0.42 * seen + np.sqrt(1 - 0.42**2) * noise
    taken = np.take_along_axis(truth, seen.argmax(axis=1)[:, None], axis=1)
    assert success_best_of(0.5, 0.42, 5) == pytest.approx((taken > 0).mean(), abs=0.004)
    assert success_ratio(0.5, 0.42, 0.2) > success_best_of(0.5, 0.42, 5) + 0.03  # a fifth of many is another question


@given(shares, validities, validities, st.integers(1, 10**4), st.integers(1, 10**4))
def test_one_of_a_few_gains_by_judgement_and_by_numbers(base_rate, one, other, few, many):
    judged = success_best_of(base_rate, [min(one, other), max(one, other)], few)
    assert base_rate <= judged[0] <= judged[1] + 1e-7 <= 1 + 2e-7
    fewer, more = success_best_of(base_rate, one, [min(few, many), max(few, many)])
    assert fewer <= more + 1e-7


@given(shares, st.integers(1, 1000))
def test_one_of_a_few_at_its_limits(base_rate, candidates):
    assert success_best_of(base_rate, 0, candidates) == base_rate
    assert success_best_of(base_rate, 1, 1) == base_rate
    assert success_best_of(base_rate, 1, candidates) == pytest.approx(1 - (1 - base_rate) ** candidates, abs=1e-9)


@given(validities)
def test_one_of_two_when_half_are_good(validity):
    """The orthant formula of Sheppard (1899)."""
    assert success_best_of(0.5, validity, 2) == pytest.approx(0.5 + np.arcsin(validity / 2**0.5) / np.pi, abs=1e-9)


@given(validities, validities)
def test_two_signs_are_never_worse_than_the_better_one(first, second):
    both = combined_validity(first, second, 0) if first**2 + second**2 <= 1 else 1
    assert both >= max(first, second) - 1e-12
    assert combined_validity(first, first * 0.5, 0.5) == pytest.approx(first)  # the second repeats a part of the first


@pytest.mark.parametrize(
    ("candidates", "expected"), [(1, 0), (2, np.pi**-0.5), (3, 1.5 * np.pi**-0.5), (10, 1.53875), (100, 2.50759)]
)
def test_the_best_of_a_few(candidates, expected):
    assert best_of(candidates) == pytest.approx(expected, abs=6e-6)


@pytest.mark.parametrize("candidates", [4, 30])
def test_the_best_of_drawn_people(candidates):
    drawn = np.random.default_rng(3).standard_normal((200_000, candidates)).max(axis=1)
    assert best_of(candidates) == pytest.approx(drawn.mean(), abs=0.01)


@given(st.integers(1, 10**5))
def test_one_more_candidate_helps_less_and_less(candidates):
    one, two, three = best_of([candidates, candidates + 1, candidates + 2])
    assert one < two < three
    assert three - two <= two - one + 1e-9


def test_the_published_utility():
    assert utility_gain(100, 3, 0.35, 50_000, 0.2, 75_000) == pytest.approx(7_274_000, abs=100)


def test_a_step_of_validity_is_worth_the_difference_it_makes_to_the_one_who_is_taken():
    seen, noise = np.random.default_rng(7).standard_normal((2, 100_000, 5))
    taken = np.arange(len(seen)), seen.argmax(axis=1)
    poor, better = (1000 * (v * seen + np.sqrt(1 - v**2) * noise)[taken].mean() for v in (0.19, 0.42))
    assert worth_of_better_judgement(3, 2, 0.19, 0.42, 1000, 5) == pytest.approx(6 * (better - poor), abs=15)


def test_with_one_candidate_there_is_nothing_to_judge():
    assert worth_of_better_judgement(2, 1, 0.19, 0.42, 5000, [1, 2]) == pytest.approx([0, 2300 * np.pi**-0.5])


def test_single_numbers_give_a_plain_float_and_arrays_a_table():
    assert all(type(value) is float for value in (success_ratio(0.5, 0.4, 0.2), mean_z_selected(0.2), best_of(3)))
    assert type(success_best_of(0.5, 0.4, 5)) is float
    assert success_best_of(0.5, [0.1, 0.9], [[1], [5], [9]]).shape == (3, 2)
    assert success_ratio(0.5, [0.1, 0.2, 0.3], [[0.2], [0.4]]).shape == (2, 3)


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda: success_ratio(1.1, 0.5, 0.2), "base_rate"),
        (lambda: success_ratio(0.5, 1.5, 0.2), "validity"),
        (lambda: success_ratio(0.5, -0.1, 0.2), "validity"),
        (lambda: success_ratio(0.5, 0.5, 0), "selection_ratio"),
        (lambda: success_ratio(0.5, 0.5, [0.2, 1.2]), "selection_ratio"),
        (lambda: mean_z_selected(0), "selection_ratio"),
        (lambda: utility_gain(-1, 1, 0.5, 100, 0.2, 0), "hires"),
        (lambda: utility_gain(1, -1, 0.5, 100, 0.2, 0), "years"),
        (lambda: utility_gain(1, 1, 0.5, -100, 0.2, 0), "sd_value"),
        (lambda: utility_gain(1, 1, 0.5, 100, 0.2, -1), "assessment_cost"),
        (lambda: worth_of_better_judgement(1, 1, 0.2, 1.3, 100, 5), "better_validity"),
        (lambda: success_best_of(1.1, 0.5, 5), "base_rate"),
        (lambda: success_best_of(0.5, 1.5, 5), "validity"),
        (lambda: success_best_of(0.5, 0.5, [5, 0]), "candidates"),
        (lambda: combined_validity(0.9, 0.1, 0.9), "intercorrelation"),
        (lambda: combined_validity(0.4, 0.3, 1), "intercorrelation"),
        (lambda: best_of(0), "candidates"),
        (lambda: best_of(2.5), "candidates"),
    ],
)
def test_impossible_input_is_named(call, name):
    with pytest.raises(ArgumentError) as caught:
        call()
    assert caught.value.name == name
