"""Arguments are read as numbers, or refused with a sentence that says what is allowed."""

import math

import numpy as np
import pytest

from outsourcing_lessons.errors import ArgumentError
from outsourcing_lessons.models.arguments import numbers, one_number, one_whole_number, whole_numbers


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, "3", "", None, True, [True], {}, 1j, [[1], [1, 2]]])
def test_what_is_no_number_is_refused(value):
    for reader in (numbers, whole_numbers):
        with pytest.raises(ArgumentError):
            reader("hours", value)


def test_the_error_says_which_argument_what_it_was_and_what_is_allowed():
    with pytest.raises(ArgumentError, match=r"^share is 1\.5; allowed: a number from 0 to 1$"):
        numbers("share", [0.5, 1.5, 7], 0, 1)


@pytest.mark.parametrize(
    ("edges", "words"),
    [
        ({"low": 0, "high": 1}, "a number from 0 to 1"),
        ({"low": 0, "high": 1, "above": True}, "a number above 0, up to 1"),
        ({"low": 0, "high": 1, "below": True}, "a number from 0, below 1"),
        ({"low": 0, "above": True}, "a number above 0"),
        ({"low": 1}, "a number of 1 or more"),
        ({"low": -math.inf}, "a number"),
    ],
)
def test_the_bounds_are_said_in_words(edges, words):
    with pytest.raises(ArgumentError) as caught:
        numbers("x", math.nan, **edges)
    assert caught.value.allowed == words


def test_the_edges_are_kept():
    assert numbers("x", 0) == 0
    assert numbers("x", [0, 1], 0, 1).tolist() == [0, 1]
    for value, edges in ((0, {"above": True}), (1, {"high": 1, "below": True})):
        with pytest.raises(ArgumentError):
            numbers("x", value, **edges)


def test_a_slider_may_give_a_whole_number_as_a_float():
    assert whole_numbers("jobs", 3.0).dtype.kind == "i"
    assert one_whole_number("jobs", np.float64(3)) == 3


def test_no_numbers_are_numbers_too():
    assert numbers("x", []).tolist() == []


def test_an_array_is_no_single_number():
    for reader in (one_number, one_whole_number):
        with pytest.raises(ArgumentError, match="single"):
            reader("x", [1])
