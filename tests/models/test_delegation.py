"""The more is handed over, the less comes back; and how many people it then hangs on."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outsourcing_lessons.errors import ArgumentError
from outsourcing_lessons.models.delegation import LEVELS, hours_freed, share_reaching_owner, truck_factor

levels = st.floats(0, 6)
chances = st.floats(0, 1)
tables = st.tuples(st.integers(1, 8), st.integers(1, 6)).flatmap(
    lambda shape: st.lists(st.lists(st.booleans(), min_size=shape[1], max_size=shape[1]), min_size=shape[0],
                           max_size=shape[0])
)  # fmt: skip


def test_there_are_seven_levels_from_all_to_nothing():
    shares = share_reaching_owner(np.arange(len(LEVELS)))
    assert len(LEVELS) == 7
    assert (shares[0], shares[-1]) == (1, 0)
    assert (np.diff(shares) < 0).all()


@given(levels, levels, chances)
def test_the_further_delegated_the_less_comes_back(one, other, exceptions):
    more, less = share_reaching_owner([min(one, other), max(one, other)], exceptions)
    assert exceptions - 1e-12 <= less <= more + 1e-12 <= 1 + 1e-12


@given(levels, chances, st.floats(0, 100), st.floats(0, 5))
def test_freed_and_remaining_hours_are_all_hours(level, exceptions, decisions, each):
    freed = hours_freed(decisions, each, level, exceptions)
    assert freed + decisions * each * share_reaching_owner(level, exceptions) == pytest.approx(decisions * each)


def test_watching_may_take_more_than_deciding_did():
    assert hours_freed(10, 0.1, 6, monitoring=3) == pytest.approx(-2)
    assert hours_freed(10, 0.1, 0) == 0


def fewest_by_trying(table):
    table = np.array(table)
    people = range(table.shape[1])
    for lost in range(table.shape[1] + 1):
        for gone in itertools.combinations(people, lost):
            left = np.delete(table, gone, axis=1)
            if 2 * (~left.any(axis=1)).sum() > len(table):
                return lost
    raise AssertionError("without anybody nothing is covered")


@given(tables)
@settings(deadline=None)
def test_the_truck_factor_is_the_smallest_set(table):
    assert truck_factor(table) == fewest_by_trying(table)


@given(tables, st.integers(0, 5))
@settings(deadline=None)
def test_teaching_somebody_never_lowers_it(table, person):
    taught = np.array(table)
    before = truck_factor(table)
    taught[:, person % taught.shape[1]] = True
    assert truck_factor(taught) >= before


def test_plain_cases():
    assert truck_factor(np.ones((5, 1), dtype=int)) == 1  # an individual
    assert truck_factor(np.ones((5, 4))) == 4
    assert truck_factor(np.eye(4, dtype=int)) == 3  # half is not yet more than half
    assert truck_factor(np.zeros((3, 2), dtype=int)) == 0
    assert truck_factor(np.zeros((3, 0), dtype=int)) == 0


def test_many_people_are_taken_away_one_after_another():
    table = np.eye(30, dtype=int)
    assert truck_factor(table) == 16
    table[:, 0] = 1
    assert truck_factor(table) == 16  # the one who can do everything, and fifteen of the others
    assert truck_factor(np.ones((10, 40))) == 40


@pytest.mark.parametrize(
    ("call", "name"),
    [
        (lambda: share_reaching_owner(7), "level"),
        (lambda: share_reaching_owner(-1), "level"),
        (lambda: share_reaching_owner("delegate"), "level"),
        (lambda: share_reaching_owner(3, 1.5), "exceptions"),
        (lambda: hours_freed(-1, 1, 3), "decisions"),
        (lambda: hours_freed(1, -1, 3), "hours_each"),
        (lambda: hours_freed(1, 1, 3, monitoring=-1), "monitoring"),
        (lambda: truck_factor([1, 0]), "assignment"),
        (lambda: truck_factor([]), "assignment"),
        (lambda: truck_factor([[1, 2]]), "assignment"),
        (lambda: truck_factor([["a"]]), "assignment"),
    ],
)
def test_impossible_input_is_named(call, name):
    with pytest.raises(ArgumentError) as caught:
        call()
    assert caught.value.name == name
