"""What people type is read as they mean it, or not at all."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outsourcing_lessons.items.numbers import read_number
from outsourcing_lessons.words import LONGEST_NUMBER

SPELLINGS = json.loads((Path(__file__).parents[1] / "vectors" / "numbers.json").read_text(encoding="utf-8"))


def test_reads_every_spelling_of_the_vectors():
    """Each spelling has exactly the readings worked out by hand."""
    found = [list(read_number(spelling, prefix, unit, *form)) for spelling, prefix, unit, _, *form in SPELLINGS]
    assert [row[:3] for row, readings in zip(SPELLINGS, found, strict=True) if row[3] != readings] == []


@pytest.mark.parametrize("thing", [None, True, False, [], {}, math.nan, math.inf, -math.inf, 10**400, b"5"])
def test_what_is_no_finite_number_has_no_reading(thing):
    """Neither truth values nor infinite or other things are numbers."""
    assert read_number(thing) == ()


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_finite_number_reads_as_itself(number):
    """A JSON number needs no reading."""
    assert read_number(number) == (number,)


@given(st.text(max_size=2 * LONGEST_NUMBER), st.text(max_size=5), st.text(max_size=9))
def test_never_raises_and_reads_at_most_twice(text, prefix, unit):
    """Any text has no, one or two readings, all finite."""
    readings = read_number(text, prefix, unit)
    assert len(readings) <= 2
    assert all(math.isfinite(reading) for reading in readings)


@given(st.integers(-(10**12), 10**12))
def test_thousands_separators_change_nothing(number):
    """With commas, spaces or apostrophes the first reading is the number itself."""
    spelled = f"{number:,}"
    assert all(read_number(spelled.replace(",", mark))[0] == number for mark in ", '_\u202f\u2019")


@given(st.decimals(0, 10**6, places=2))
def test_a_decimal_comma_is_a_decimal_point(number):
    """Two decimals leave no doubt, whichever sign parts them."""
    assert read_number(str(number)) == read_number(str(number).replace(".", ",")) == (float(number),)
