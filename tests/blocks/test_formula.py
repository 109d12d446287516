"""What a worksheet works out, from what somebody typed."""

from __future__ import annotations

import pytest

from outsourcing_lessons.blocks.formula import in_words, worked_out
from outsourcing_lessons.blocks.sheet import Entry, Result, Sheet, Worksheet
from outsourcing_lessons.lessons.formula import formula

SHEET = Worksheet(
    id="x.plan",
    title="Plan",
    purpose="To keep.",
    sheets=(
        Sheet(title="One", fields=(Entry(id="own-hours", label="Hours"), Entry(id="rate", label="Rate", prefix="€"))),
        Sheet(
            title="Two",
            rows=3,
            fields=(
                Entry(id="weight", label="Weight"),
                Entry(id="score", label="Score"),
                Entry(id="way", label="Way", type="choice", options=("keep", "drop")),
            ),
        ),
    ),
)


def found(text, **texts):
    return worked_out(formula(text), SHEET, {name.replace("_", "-"): value for name, value in texts.items()})


def test_it_reads_what_people_type():
    assert found("own_hours * rate + 1", own_hours=" 2,5 ", rate="€ 1.000,50") == 2.5 * 1000.5 + 1
    assert found("-own_hours / 4", own_hours="2") == -0.5


@pytest.mark.parametrize("typed", ["", "a dozen", "2 Mio"])
def test_what_is_missing_or_no_number_leaves_it_open(typed):
    assert found("own_hours * 2", own_hours=typed) is None


@pytest.mark.parametrize("hours", ["0", "1e999"])
def test_what_has_no_value_is_left_open(hours):
    assert found("1 / own_hours", own_hours=hours) is None
    assert found("own_hours * 1000000000 * 1000000000", own_hours="9") is None


def test_a_sum_takes_the_rows_that_can_be_worked_out():
    rows = {"weight.1": "60", "score.1": "5", "weight.2": "40", "weight.3": "x", "score.3": "9"}
    assert found("sum(weight)", **rows) == 100 and found("sum(weight * score)", **rows) == 300
    assert found("sum(score * weight) / sum(weight + 0 * score)", **rows) == 5
    assert found("sum(score)", **{"weight.1": "3"}) is None


def test_what_must_be_above_zero_is_open_otherwise():
    rows = {"weight.1": "60", "score.1": "5", "weight.2": "40", "score.2": "1"}
    assert found("positive(sum(weight * (score - 4)) + 100)", **rows) == 40
    assert found("positive(sum(weight * (score - 4)))", **rows) is None
    assert found("positive(own_hours)", own_hours="0") is None and found("positive(own_hours)") is None


def test_a_choice_counts_where_it_is_one_of_these():
    rows = {"weight.1": "3", "way.1": "keep", "weight.2": "4", "way.2": "drop", "weight.3": "5"}
    assert found('sum(weight * (way in ("drop",)))', **rows) == 4


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0"), (2.5, "3"), (-2.5, "−3"), (-0.2, "0"), (1234567, "1,234,567"), (0.5 - 1e-12, "1")]
)
def test_whole_numbers_are_rounded_as_people_do(value, text):
    assert in_words(value, Result(label="A", formula=0, decimals=0)) == text


def test_what_it_counts_and_what_it_ought_to_be_stand_behind_it():
    weights = Result(label="Weights", formula=0, of=100)
    assert (in_words(90.5, weights), in_words(100, weights)) == ("90.5 (of 100)", "100")
    assert in_words(-1234.504, Entry(id="a", label="A", prefix="€", formula=0)) == "−€1,234.5"
    hours = Result(label="A", formula=0, unit="hours")
    assert (in_words(1, hours), in_words(1.05, hours)) == ("1 hour", "1.05 hours")


def test_a_formula_is_the_same_after_it_was_json():
    entry = Entry(id="a", label="A", formula=formula("sum(a * (b in ('x',)))"))
    assert Entry.model_validate_json(entry.model_dump_json()) == entry
